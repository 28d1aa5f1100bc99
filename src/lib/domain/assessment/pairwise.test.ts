import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { VERDICTS } from './comparison.ts';
import { bradleyTerry, type Judged, pairsFor } from './pairwise.ts';

const ids = ['a', 'b', 'c', 'd'];
const judged = fc.array(
  fc
    .tuple(fc.constantFrom(...ids), fc.constantFrom(...ids), fc.constantFrom(...VERDICTS))
    .filter(([a, b]) => a < b)
    .map(([a, b, better]): Judged => ({ a, b, better })),
  { maxLength: 30 }
);
const order = (verdicts: readonly Judged[]) => bradleyTerry(ids, verdicts).map(({ id }) => id);

describe('pairs', () => {
  test('are all there are, where ideas are few', () => {
    expect(
      pairsFor(['c', 'a', 'b'])
        .map((pair) => pair.join(''))
        .sort()
    ).toEqual(['ab', 'ac', 'bc']);
    expect(pairsFor(['a'])).toEqual([]);
    expect(pairsFor([])).toEqual([]);
  });

  test('are each asked once, in the order of their ids, and tie every idea to every other', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 25 }),
        (ideas) => {
          const pairs = pairsFor(ideas);
          expect(new Set(pairs.map((pair) => JSON.stringify(pair))).size).toBe(pairs.length);
          for (const [a, b] of pairs) expect(a < b).toBe(true);
          expect(pairs.length).toBeLessThanOrEqual(Math.max(28, ideas.length * 3));
          const reached = new Set([ideas[0]!]);
          for (let round = 0; round < ideas.length; round++)
            for (const [a, b] of pairs) if (reached.has(a) || reached.has(b)) reached.add(a).add(b);
          expect(reached.size).toBe(ideas.length);
        }
      )
    );
  });
});

describe('Bradley–Terry', () => {
  test('puts whoever wins first, and is in the middle before anything is said', () => {
    expect(bradleyTerry(['b', 'a'], [])).toEqual([
      { id: 'a', share: 0.5, count: 0 },
      { id: 'b', share: 0.5, count: 0 }
    ]);
    const won = bradleyTerry(['a', 'b'], [{ a: 'a', b: 'b', better: 'b' }]);
    expect(won.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(won[0]!.share).toBeLessThan(1);
    expect(won[0]!.share + won[1]!.share).toBeCloseTo(1, 6);
  });

  test('gives the order of a whole tournament, whatever the order of the verdicts', () => {
    const all = pairsFor(ids).map(([a, b]): Judged => ({ a, b, better: 'a' }));
    expect(order(all)).toEqual(['a', 'b', 'c', 'd']);
    fc.assert(
      fc.property(judged, (verdicts) => {
        expect(bradleyTerry([...ids].reverse(), [...verdicts].reverse())).toEqual(bradleyTerry(ids, verdicts));
      })
    );
  });

  test('has more to say of a win over a strong one than over a weak one', () => {
    const verdicts: Judged[] = [
      { a: 'a', b: 'd', better: 'a' },
      { a: 'a', b: 'd', better: 'a' },
      { a: 'a', b: 'b', better: 'b' },
      { a: 'c', b: 'd', better: 'a' }
    ];
    expect(order(verdicts).indexOf('b')).toBeLessThan(order(verdicts).indexOf('c'));
  });

  test('never puts an idea lower for winning once more', () => {
    fc.assert(
      fc.property(judged, fc.constantFrom('b', 'c', 'd'), (verdicts, loser) => {
        const shareOf = (all: readonly Judged[]) => bradleyTerry(ids, all).find(({ id }) => id === 'a')!.share;
        const more = [...verdicts, { a: 'a', b: loser, better: 'a' } as const];
        expect(shareOf(more)).toBeGreaterThan(shareOf(verdicts) - 1e-9);
      })
    );
  });

  test('turned about, gives the ranking turned about', () => {
    const turn = { a: 'b', b: 'a', equal: 'equal' } as const;
    fc.assert(
      fc.property(judged, (verdicts) => {
        const turned = verdicts.map((each) => ({ ...each, better: turn[each.better] }));
        const shares = new Map(bradleyTerry(ids, turned).map(({ id, share }) => [id, share]));
        for (const { id, share } of bradleyTerry(ids, verdicts)) expect(shares.get(id)!).toBeCloseTo(1 - share, 5);
      })
    );
  });

  test('does not know ideas that are not asked about', () => {
    expect(bradleyTerry(['a'], [{ a: 'a', b: 'x', better: 'b' }])).toEqual([{ id: 'a', share: 0.5, count: 0 }]);
  });
});
