import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BUILT_IN, type Weighed } from './criteria.ts';
import { positionsOf, QUADRANTS } from './matrix.ts';
import { isDivided, meansOf, ranking, ranksOf, type Scored, spreadOf, weightedScore } from './scoring.ts';
import { sensitivityOf } from './sensitivity.ts';

const two: readonly Weighed[] = [
  { key: 'nytta', weight: 3, axis: 'effect' },
  { key: 'genomforbarhet', weight: 1, axis: 'effort' }
];
const idea = (id: string, ...answers: readonly (readonly [number, number])[]): Scored => ({
  id,
  answers: answers.map(([nytta, genomforbarhet]) => ({ nytta, genomforbarhet }))
});

const score = fc.integer({ min: 1, max: 5 });
const criteria = fc
  .array(fc.record({ weight: fc.integer({ min: 1, max: 10 }), axis: fc.constantFrom('effect', 'effort') } as const), {
    minLength: 1,
    maxLength: 4
  })
  .map((list): readonly Weighed[] => list.map((each, index) => ({ ...each, key: 'k' + index })));
/** Some ideas that some people have scored whole, and criteria for them. */
const assessed = fc.tuple(criteria, fc.integer({ min: 1, max: 3 })).chain(([weighed, people]) => {
  const answer = fc.record(Object.fromEntries(weighed.map(({ key }) => [key, score])));
  const answers = fc.array(answer, { minLength: people, maxLength: people });
  return fc
    .array(answers, { minLength: 1, maxLength: 5 })
    .map((list) => ({ weighed, ideas: list.map((each, index): Scored => ({ id: 'i' + index, answers: each })) }));
});

describe('a weighted score', () => {
  test('counts each criterion by its weight', () => {
    expect(weightedScore({ nytta: 5, genomforbarhet: 1 }, two)).toBe(4);
    expect(weightedScore({ nytta: 5 }, two)).toBe(5);
    expect(weightedScore({}, two)).toBeUndefined();
    expect(weightedScore({ annat: 3 }, [{ key: 'constructor', weight: 1, axis: 'effect' }])).toBeUndefined();
  });

  test('lies between the lowest and the highest, and does not depend on how weights are scaled', () => {
    fc.assert(
      fc.property(assessed, fc.integer({ min: 2, max: 9 }), ({ weighed, ideas }, times) => {
        const [scores] = ideas[0]!.answers;
        const result = weightedScore(scores!, weighed)!;
        const values = Object.values(scores!);
        expect(result).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(result).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        const scaled = weighed.map((each) => ({ ...each, weight: each.weight * times }));
        expect(weightedScore(scores!, scaled)).toBeCloseTo(result, 9);
      })
    );
  });
});

describe('a spread', () => {
  test('is the mean, the deviation of all there are, and the ends', () => {
    expect(spreadOf([2, 4, 4, 4, 5, 5, 7, 9])).toEqual({ count: 8, mean: 5, deviation: 2, min: 2, max: 9 });
    expect(spreadOf([])).toBeUndefined();
  });

  test('of one answer is none, and says something from two steps on', () => {
    expect(spreadOf([3])).toEqual({ count: 1, mean: 3, deviation: 0, min: 3, max: 3 });
    expect(isDivided(spreadOf([3, 4])!)).toBe(false);
    expect(isDivided(spreadOf([3, 4, 5])!)).toBe(true);
  });

  test('never leaves the ends, whatever the answers', () => {
    fc.assert(
      fc.property(fc.array(score, { minLength: 1 }), (values) => {
        const spread = spreadOf(values)!;
        expect(spread.deviation).toBeLessThanOrEqual((spread.max - spread.min) / 2 + 1e-9);
        expect(spread.mean).toBeGreaterThanOrEqual(spread.min - 1e-9);
      })
    );
  });
});

describe('a ranking', () => {
  test('puts the highest first, equals on the same place, and those without an answer last', () => {
    const standings = ranking([idea('a', [1, 1]), idea('b'), idea('c', [4, 4], [5, 5]), idea('d', [1, 1])], two);
    expect(standings.map(({ id, rank, score: total }) => [id, rank, total])).toEqual([
      ['c', 1, 4.5],
      ['a', 2, 1],
      ['d', 2, 1],
      ['b', undefined, undefined]
    ]);
    expect(standings[0]!.spread).toEqual({ count: 2, mean: 4.5, deviation: 0.5, min: 4, max: 5 });
    expect(standings[0]!.criteria['nytta']).toMatchObject({ mean: 4.5, min: 4, max: 5 });
  });

  test('does not depend on the order the ideas came in', () => {
    fc.assert(
      fc.property(assessed, ({ weighed, ideas }) => {
        expect(ranking([...ideas].reverse(), weighed)).toEqual(ranking(ideas, weighed));
      })
    );
  });

  test('is never worse for an idea that is scored higher', () => {
    fc.assert(
      fc.property(assessed, ({ weighed, ideas }) => {
        const [first, ...rest] = ideas;
        const better = {
          id: first!.id,
          answers: first!.answers.map((answer) =>
            Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, Math.min(5, value + 1)]))
          )
        };
        const rankOf = (list: readonly Scored[]) => ranking(list, weighed).find(({ id }) => id === first!.id)!.rank!;
        expect(rankOf([better, ...rest])).toBeLessThanOrEqual(rankOf(ideas));
      })
    );
  });
});

describe('sensitivity', () => {
  test('says which place an idea may take, and on which criterion it hangs', () => {
    // a: 3·4+2 = 14, b: 3·3+5 = 14. With less weight on nytta b is first, with more a is.
    const { places, hinges } = sensitivityOf([idea('a', [4, 2]), idea('b', [3, 5]), idea('c', [1, 1])], two);
    expect(places).toEqual({ a: { best: 1, worst: 2 }, b: { best: 1, worst: 2 }, c: { best: 3, worst: 3 } });
    expect(hinges).toEqual(['genomforbarhet', 'nytta']);
  });

  test('says that nothing moves where one idea is better in everything', () => {
    const { places, hinges } = sensitivityOf([idea('a', [5, 5]), idea('b', [2, 2]), idea('tom')], two);
    expect(places).toEqual({ a: { best: 1, worst: 1 }, b: { best: 2, worst: 2 } });
    expect(hinges).toEqual([]);
  });

  test('holds every place that turning one weight by small steps gives, and no place out of thin air', () => {
    fc.assert(
      fc.property(assessed, ({ weighed, ideas }) => {
        const { places, hinges } = sensitivityOf(ideas, weighed);
        const means = ideas.map((each) => meansOf(each, weighed));
        const seen = ideas.map(() => new Set<number>());
        const base = ranksOf(means.map((each) => weightedScore(each, weighed)!));
        const moving = new Set<string>();
        for (const { key, weight } of weighed)
          for (let step = 0; step <= 200; step++) {
            const turned = weighed.map((each) =>
              each.key === key ? { ...each, weight: weight * (0.5 + step / 200) } : each
            );
            const ranks = ranksOf(means.map((each) => weightedScore(each, turned)!));
            ranks.forEach((rank, index) => {
              seen[index]!.add(rank);
              // A tie that a step happens to hit gives nobody a worse place.
              if (rank > base[index]!) moving.add(key);
            });
          }
        ideas.forEach(({ id }, index) => {
          expect(places[id]!.best).toBeLessThanOrEqual(Math.min(...seen[index]!));
          expect(places[id]!.worst).toBeGreaterThanOrEqual(Math.max(...seen[index]!));
          expect(places[id]!.best).toBeGreaterThanOrEqual(1);
          expect(places[id]!.worst).toBeLessThanOrEqual(ideas.length);
        });
        for (const key of moving) expect(hinges).toContain(key);
      }),
      { numRuns: 60 }
    );
  });
});

describe('effort × effect', () => {
  test('puts each idea in its corner', () => {
    const all = [idea('a', [5, 5]), idea('b', [5, 1]), idea('c', [1, 5]), idea('d', [1, 1]), idea('tom')];
    expect(positionsOf(all, two).map(({ id, quadrant }) => [id, quadrant])).toEqual([
      ['a', 'now'],
      ['b', 'plan'],
      ['c', 'fill'],
      ['d', 'leave']
    ]);
  });

  test('keeps effort out of effect', () => {
    const [position] = positionsOf(
      [{ id: 'a', answers: [{ nytta: 5, effekt: 3, genomforbarhet: 2, angelagenhet: 1 }] }],
      BUILT_IN
    );
    expect(position).toEqual({ id: 'a', ease: 2, effect: (15 + 9 + 2) / 8, quadrant: 'plan' });
  });

  test('has nothing to show without a criterion of each sort', () => {
    expect(positionsOf([idea('a', [3, 3])], two.slice(0, 1))).toEqual([]);
  });

  test('always lies on the scale', () => {
    fc.assert(
      fc.property(assessed, ({ weighed, ideas }) => {
        for (const { ease, effect, quadrant } of positionsOf(ideas, weighed)) {
          for (const value of [ease, effect]) expect(value >= 1 - 1e-9 && value <= 5 + 1e-9).toBe(true);
          expect(QUADRANTS).toContain(quadrant);
        }
      })
    );
  });
});
