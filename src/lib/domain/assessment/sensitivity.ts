import type { Weighed } from './criteria.ts';
import { meansOf, ranksOf, type Scored, weightedScore } from './scoring.ts';

/** How far each weight is turned, as a part of itself. */
export const TURN = 0.5;

/** What becomes of a ranking when weights are turned. */
export interface Sensitivity {
  /** Best and worst place of each idea, over every weight turned by itself; by idea. */
  readonly places: Readonly<Record<string, { readonly best: number; readonly worst: number }>>;
  /** Criteria whose weight changes the order somewhere within its turn, those that change most places first. */
  readonly hinges: readonly string[];
}

/**
 * Turns one weight at a time down and up by half, the others standing still, and sees which places each idea takes.
 * Exact: two ideas change order at one weight at most, so every order there is stands at an end, at the weight
 * itself, or between two neighbouring such crossings.
 * Ideas that nobody has scored are left out.
 */
export function sensitivityOf(ideas: readonly Scored[], criteria: readonly Weighed[]): Sensitivity {
  const known = ideas
    .map((idea) => ({ id: idea.id, means: meansOf(idea, criteria) }))
    .filter(({ means }) => weightedScore(means, criteria) !== undefined);
  const ranksWith = (weights: readonly Weighed[]): number[] =>
    // A weight of nothing at all may leave an idea without any score.
    ranksOf(known.map(({ means }) => weightedScore(means, weights) ?? 0));
  const base = ranksWith(criteria);
  const best = [...base];
  const worst = [...base];
  const moves = new Map<string, number>();
  for (const { key, weight } of criteria) {
    let moved = 0;
    for (const turned of stops(known, criteria, key, weight)) {
      const ranks = ranksWith(criteria.map((each) => (each.key === key ? { ...each, weight: turned } : each)));
      let away = 0;
      ranks.forEach((rank, index) => {
        best[index] = Math.min(best[index]!, rank);
        worst[index] = Math.max(worst[index]!, rank);
        away += Math.abs(rank - base[index]!);
      });
      moved = Math.max(moved, away);
    }
    if (moved > 0) moves.set(key, moved);
  }
  return {
    places: Object.fromEntries(known.map(({ id }, index) => [id, { best: best[index]!, worst: worst[index]! }])),
    hinges: [...moves].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key)
  };
}

interface Means {
  readonly means: Readonly<Record<string, number>>;
}

/** Weights that together show every order the ideas can stand in while one weight is turned. */
function stops(known: readonly Means[], criteria: readonly Weighed[], key: string, weight: number): number[] {
  const low = weight * (1 - TURN);
  const high = weight * (1 + TURN);
  // An idea's score is (rest + w · own) / (others + w · 1 or 0): a pair's difference is a quadratic in w at most,
  // and linear where the same criteria are answered.
  const lines = known.map(({ means }) => {
    let rest = 0;
    let others = 0;
    for (const each of criteria) {
      if (each.key === key || means[each.key] === undefined) continue;
      rest += each.weight * means[each.key]!;
      others += each.weight;
    }
    const own = means[key];
    return { rest, others, own: own ?? 0, has: own === undefined ? 0 : 1 };
  });
  const crossings: number[] = [];
  lines.forEach((a, index) => {
    for (const b of lines.slice(index + 1)) {
      const square = a.own * b.has - b.own * a.has;
      const linear = a.own * b.others + a.rest * b.has - b.own * a.others - b.rest * a.has;
      const constant = a.rest * b.others - b.rest * a.others;
      crossings.push(...rootsOf(square, linear, constant).filter((root) => root > low && root < high));
    }
  });
  const marks = [low, ...crossings.sort((a, b) => a - b), high];
  return [low, weight, high, ...marks.slice(1).map((mark, index) => (mark + marks[index]!) / 2)];
}

function rootsOf(square: number, linear: number, constant: number): number[] {
  if (Math.abs(square) < 1e-12) return Math.abs(linear) < 1e-12 ? [] : [-constant / linear];
  const under = linear * linear - 4 * square * constant;
  if (under < 0) return [];
  const root = Math.sqrt(under);
  return [(-linear - root) / (2 * square), (-linear + root) / (2 * square)];
}
