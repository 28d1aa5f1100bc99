import type { Verdict } from './comparison.ts';

/** Up to so many ideas every pair is asked about; of more, each idea meets its nearest neighbours in a ring. */
const ALL_PAIRS = 8;
const NEIGHBOURS = 3;

/** A verdict between two ideas, by anybody. */
export interface Judged {
  readonly a: string;
  readonly b: string;
  readonly better: Verdict;
}

/**
 * The pairs that one person is asked about, each in the order of their ids: all of them where they are few, otherwise
 * as many as tie every idea to every other by a short way. The same for everybody.
 */
export function pairsFor(ideas: readonly string[]): readonly (readonly [a: string, b: string])[] {
  const sorted = [...new Set(ideas)].sort();
  const reach = sorted.length <= ALL_PAIRS ? sorted.length - 1 : NEIGHBOURS;
  const pairs = new Map<string, readonly [string, string]>();
  // Near ones last: then the same idea is not asked about twice in a row more than need be.
  for (let step = reach; step >= 1; step--)
    sorted.forEach((idea, index) => {
      const other = sorted[(index + step) % sorted.length]!;
      const pair = idea < other ? ([idea, other] as const) : ([other, idea] as const);
      if (idea !== other) pairs.set(pair.join(' '), pair);
    });
  return [...pairs.values()];
}

export interface Strength {
  readonly id: string;
  /** How often it would be put before an idea in the middle, 0–1. */
  readonly share: number;
  /** Verdicts it has been part of. */
  readonly count: number;
}

const ROUNDS = 500;

/**
 * Ranks by pairs (Bradley–Terry): whoever is often put first, and before those that are often put first, stands
 * high. Ties count half each. Every idea has also tied twice with an idea in the middle, so that one that always wins is
 * not infinitely strong and one that was never asked about stands in the middle.
 * The same input gives the same output, in whatever order it comes.
 */
export function bradleyTerry(ideas: readonly string[], judged: readonly Judged[]): readonly Strength[] {
  const ids = [...new Set(ideas)].sort();
  const index = new Map(ids.map((id, at) => [id, at]));
  const wins = ids.map(() => 1);
  const meetings = ids.map(() => new Map<number, number>());
  const counts = ids.map(() => 0);
  for (const { a, b, better } of judged) {
    const [first, second] = [index.get(a), index.get(b)];
    if (first === undefined || second === undefined || first === second) continue;
    const won = better === 'a' ? 1 : better === 'b' ? 0 : 0.5;
    wins[first]! += won;
    wins[second]! += 1 - won;
    for (const [one, other] of [
      [first, second],
      [second, first]
    ] as const) {
      meetings[one]!.set(other, (meetings[one]!.get(other) ?? 0) + 1);
      counts[one]!++;
    }
  }
  let strengths = ids.map(() => 1);
  for (let round = 0; round < ROUNDS; round++) {
    const now = strengths;
    strengths = now.map((own, at) => {
      let expected = 2 / (own + 1);
      // In the order of the ids, since sums of fractions depend on their order.
      for (let other = 0; other < now.length; other++) {
        const met = meetings[at]!.get(other);
        if (met !== undefined) expected += met / (own + now[other]!);
      }
      return wins[at]! / expected;
    });
  }
  return ids
    .map((id, at) => ({ id, share: strengths[at]! / (strengths[at]! + 1), count: counts[at]! }))
    .sort((a, b) => (Math.abs(a.share - b.share) > 1e-9 ? b.share - a.share : a.id < b.id ? -1 : 1));
}
