import { expect, test } from 'vitest';
import { resigned } from './marks.ts';

const id = (tail: string): string => tail.padStart(26, '0');
const me = { id: id('A1'), roles: ['uddevalla:admin'], space: 'uddevalla' };
const AT = '2026-11-23T08:00:00.000Z';

test('what others have signed is signed anew, and what is only said of it stands', () => {
  const theirs = { by: id('B1'), at: AT };
  expect(resigned({ _id: 'challenge:' + id('1'), closed: theirs, resultAt: theirs }, me)).toMatchObject({
    closed: { by: me.id, at: AT },
    resultAt: { by: me.id, at: AT }
  });
  const unit = { _id: 'unit:' + id('1'), name: 'Stängd', closed: true };
  expect(resigned(unit, me)).toEqual(unit);
});
