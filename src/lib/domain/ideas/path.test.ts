import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pathOf, type Step, survivorOf, trailOf, unknownTo } from './path.ts';
import { STAGES } from './stages.ts';

const at = (hour: number): string => `2026-11-23T${String(hour).padStart(2, '0')}:00:00.000Z`;
const step = (
  name: string,
  to: Step['to'],
  hour: number,
  follows?: readonly string[],
  more: Partial<Step> = {}
): Step => ({
  _id: name,
  to,
  at: at(hour),
  ...(follows === undefined ? {} : { follows }),
  ...more
});

describe('pathOf', () => {
  test('is ny before anything is decided', () => {
    expect(pathOf([])).toMatchObject({ stage: 'ny', current: undefined, disputed: [], heads: [] });
  });

  test('a decision comes after those it followed, whatever the clocks said', () => {
    const first = step('a', 'mottagen', 20, []);
    const second = step('b', 'bedoms', 3, ['a']);
    expect(pathOf([second, first]).stage).toBe('bedoms');
  });

  test('of two that knew nothing of each other the later stands, and a person is asked', () => {
    const base = step('a', 'mottagen', 1, []);
    const one = step('b', 'bedoms', 4, ['a']);
    const other = step('c', 'avslutad', 3, ['a']);
    const path = pathOf([base, one, other]);
    expect(path.stage).toBe('bedoms');
    expect(path.disputed).toEqual([one, other]);
  });

  test('two that say the same ask nobody', () => {
    const path = pathOf([step('a', 'mottagen', 1, []), step('b', 'mottagen', 2, [])]);
    expect(path.disputed).toEqual([]);
    expect(path.heads.map((head) => head._id)).toEqual(['b', 'a']);
  });

  test('a decision that follows both settles between them', () => {
    const all = [step('a', 'bedoms', 1, []), step('b', 'avslutad', 2, []), step('c', 'bedoms', 3, ['a', 'b'])];
    expect(pathOf(all)).toMatchObject({ stage: 'bedoms', disputed: [] });
  });

  test('what a withdrawn decision followed stands again, and what followed it still does', () => {
    const withdrawn = { withdrawn: { by: 'x', at: at(9) } };
    const a = step('a', 'mottagen', 1, []);
    const b = step('b', 'avslutad', 2, ['a'], withdrawn);
    expect(pathOf([a, b]).stage).toBe('mottagen');
    expect(pathOf([a, b, step('c', 'vilande', 3, ['b'])])).toMatchObject({ stage: 'vilande', disputed: [] });
    expect(pathOf([step('a', 'mottagen', 1, [], withdrawn)]).stage).toBe('ny');
  });

  test('decisions that name nothing follow each other in time', () => {
    const path = pathOf([step('b', 'bedoms', 2), step('a', 'mottagen', 1), step('c', 'vilande', 3)]);
    expect(path).toMatchObject({ stage: 'vilande', disputed: [] });
  });

  const anyStep = fc.record({
    _id: fc.integer({ min: 0, max: 9 }).map(String),
    at: fc.integer({ min: 0, max: 4 }).map(at),
    to: fc.constantFrom(...STAGES),
    follows: fc.option(fc.uniqueArray(fc.integer({ min: 0, max: 9 }).map(String), { maxLength: 3 }), {
      nil: undefined
    }),
    withdrawn: fc.option(fc.constant({ by: 'x', at: at(9) }), { nil: undefined })
  });

  test('does not depend on the order the decisions came in, and always ends', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyStep, { selector: ({ _id }) => _id }),
        fc.integer({ min: 0, max: 9 }),
        (all, turn) => {
          const turned = [...all.slice(turn), ...all.slice(0, turn)].reverse();
          expect(pathOf(turned)).toEqual(pathOf(all));
          const standing = all.filter(({ withdrawn }) => withdrawn === undefined);
          expect(pathOf(all).heads.length > 0).toBe(standing.length > 0);
        }
      )
    );
  });

  test('a decision that follows every head leaves nothing disputed', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyStep, { selector: ({ _id }) => _id }), (all) => {
        const next = step(
          'z',
          'vilande',
          0,
          pathOf(all).heads.map((head) => head._id)
        );
        expect(pathOf([...all, next])).toMatchObject({ stage: 'vilande', disputed: [], heads: [next] });
      })
    );
  });
});

describe('survivorOf', () => {
  const through = (into: Record<string, string>) => (id: string) => survivorOf(id, (each) => into[each]);

  test('is the idea itself, or the last of those it was merged into', () => {
    expect(through({})('a')).toBe('a');
    expect(through({ a: 'b', b: 'c' })('a')).toBe('c');
  });

  test('of ideas merged into each other the one with the lowest id lives on, for all of them', () => {
    const find = through({ a: 'b', b: 'c', c: 'b' });
    expect([find('a'), find('b'), find('c')]).toEqual(['b', 'b', 'b']);
  });
});

describe('trailOf', () => {
  const names = (steps: readonly Step[]): string[] => trailOf(steps).map((each) => each._id);
  const withdrawn = { withdrawn: { by: 'x', at: at(9) } };

  test('is empty before anything is decided', () => expect(names([])).toEqual([]));

  test('is the decisions in the order they followed each other, whatever the clocks said', () =>
    expect(
      names([step('c', 'utvecklas', 2, ['b']), step('b', 'bedoms', 20, ['a']), step('a', 'mottagen', 5, [])])
    ).toEqual(['a', 'b', 'c']));

  test('passes over what was withdrawn', () => {
    const all = [
      step('a', 'mottagen', 1, []),
      step('b', 'avslutad', 2, ['a'], withdrawn),
      step('c', 'bedoms', 3, ['b'])
    ];
    expect(names(all)).toEqual(['a', 'c']);
    expect(names(all.slice(0, 2))).toEqual(['a']);
    expect(names([step('a', 'mottagen', 1, [], withdrawn)])).toEqual([]);
  });

  test('goes by the one that stands while two are disputed, and by the one that stood when they are settled', () => {
    const all = [step('a', 'mottagen', 1, []), step('b', 'bedoms', 4, ['a']), step('c', 'avslutad', 3, ['a'])];
    expect(names(all)).toEqual(['a', 'b']);
    expect(names([...all, step('d', 'avslutad', 5, ['b', 'c'])])).toEqual(['a', 'b', 'd']);
  });

  test('follows those that do not say what they follow by time', () =>
    expect(names([step('b', 'bedoms', 2), step('a', 'mottagen', 1)])).toEqual(['a', 'b']));

  test('ends where two follow each other, which only a faulty app writes', () =>
    expect(names([step('a', 'mottagen', 1, ['b']), step('b', 'bedoms', 2, ['a'])])).toEqual(['a', 'b']));

  test('ends with the decision that stands', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const anyStep = (name: string) =>
      fc.record({
        _id: fc.constant(name),
        to: fc.constantFrom(...STAGES),
        at: fc.integer({ min: 0, max: 9 }).map(at),
        follows: fc.option(fc.subarray(ids), { nil: undefined }),
        withdrawn: fc.option(fc.constant({ by: 'x', at: at(9) }), { nil: undefined })
      });
    fc.assert(
      fc.property(fc.tuple(...ids.map(anyStep)), (steps) => {
        const trail = trailOf(steps as Step[]);
        expect(trail.at(-1)).toBe(pathOf(steps as Step[]).current);
        expect(trail.every((each) => each.withdrawn === undefined)).toBe(true);
        expect(new Set(trail).size).toBe(trail.length);
      })
    );
  });
});

describe('unknownTo', () => {
  const first = step('a', 'mottagen', 1, []);
  const second = step('b', 'bedoms', 2, ['a']);

  test('is nothing where each followed the one before, also through others', () => {
    expect(unknownTo(step('c', 'vilande', 3, ['b']), [first, second])).toEqual([]);
  });

  test('is what stood already and was not followed, and not what came later', () => {
    const late = step('d', 'avslutad', 5, ['a']);
    const alone = step('c', 'vilande', 3, ['a']);
    expect(unknownTo(alone, [first, second, alone, late])).toEqual([second]);
    expect(unknownTo(late, [first, second, alone, late])).toEqual([second, alone]);
  });

  test('is not what had been undone by then, but what was undone later', () => {
    const undone = (hour: number) => ({ ...second, withdrawn: { by: 'x', at: at(hour) } });
    const next = step('c', 'vilande', 4, ['a']);
    expect(unknownTo(next, [first, undone(3), next])).toEqual([]);
    expect(unknownTo(next, [first, undone(6), next])).toEqual([undone(6)]);
  });

  test('is not known of a decision that does not say what it followed', () => {
    expect(unknownTo(step('c', 'vilande', 4), [first, second])).toEqual([]);
  });
});
