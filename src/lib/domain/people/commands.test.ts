import { describe, expect, it } from 'vitest';
import { renamePerson } from './commands.ts';

const me = '01JD0000000000000000000001';
const actor = { id: me, roles: ['uddevalla:member'], space: 'uddevalla' };

describe('renamePerson', () => {
  it('changes the name and keeps the rest', () => {
    const previous = { _id: 'person:' + me, _rev: '1-a', v: 1, name: 'Anna', unit: 'unit:01JD0000000000000000000009' };
    expect(renamePerson('person:' + me, previous, '  Anna   Ek ', { actor })).toEqual({
      ok: true,
      value: { ...previous, name: 'Anna Ek' }
    });
  });

  it('says no to an empty name and to somebody else’s', () => {
    expect(renamePerson('person:' + me, null, ' ', { actor })).toMatchObject({
      error: { code: 'empty', field: 'name' }
    });
    expect(renamePerson('person:01JD0000000000000000000002', null, 'Bo', { actor })).toMatchObject({
      error: { code: 'not-allowed' }
    });
  });
});
