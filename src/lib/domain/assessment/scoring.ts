import type { Weighed } from './criteria.ts';

/** Scores by criterion. */
export type Scores = Readonly<Record<string, number>>;

/** From here on two people on a scale of five see different things. */
export const DISAGREEMENT = 2;

const SMALLEST_DIFFERENCE = 1e-9;

const scoreOf = (scores: Scores, key: string): number | undefined =>
  Object.prototype.hasOwnProperty.call(scores, key) ? scores[key] : undefined;

/**
 * The weighted mean of the criteria that have a score, on their own scale.
 * @returns undefined where none of them has one
 */
export function weightedScore(scores: Scores, criteria: readonly Weighed[]): number | undefined {
  let sum = 0;
  let weights = 0;
  for (const { key, weight } of criteria) {
    const score = scoreOf(scores, key);
    if (score === undefined) continue;
    sum += weight * score;
    weights += weight;
  }
  return weights === 0 ? undefined : sum / weights;
}

/** How much several answers to the same question differ. */
export interface Spread {
  readonly count: number;
  readonly mean: number;
  /** Standard deviation of all the answers there are, not an estimate from a sample. */
  readonly deviation: number;
  readonly min: number;
  readonly max: number;
}

/** The mean of answers and how far apart they are; undefined where there are none. */
export function spreadOf(values: readonly number[]): Spread | undefined {
  if (values.length === 0) return undefined;
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const variance = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / count;
  return { count, mean, deviation: Math.sqrt(variance), min: Math.min(...values), max: Math.max(...values) };
}

/** Whether answers lie so far apart that it says something. */
export const isDivided = (spread: Spread): boolean => spread.max - spread.min >= DISAGREEMENT;

/** An idea as several people have scored it. */
export interface Scored {
  readonly id: string;
  /** Each assessor's scores. */
  readonly answers: readonly Scores[];
}

/** What an idea's scores come to. */
export interface Standing {
  readonly id: string;
  /** The weighted mean of the criteria's means; undefined where nobody has answered. */
  readonly score: number | undefined;
  /** Of each assessor's own weighted mean. */
  readonly spread: Spread | undefined;
  readonly criteria: Readonly<Record<string, Spread>>;
  /** Place, 1 first; ideas with the same score share the better place. Undefined without a score. */
  readonly rank: number | undefined;
}

const spreadsOf = ({ answers }: Scored, criteria: readonly Weighed[]): Record<string, Spread> => {
  const spreads: Record<string, Spread> = {};
  for (const { key } of criteria) {
    const values = answers.map((answer) => scoreOf(answer, key)).filter((value) => value !== undefined);
    const spread = spreadOf(values);
    if (spread !== undefined) spreads[key] = spread;
  }
  return spreads;
};

/** Each criterion's mean over the assessors. */
export function meansOf(scored: Scored, criteria: readonly Weighed[]): Scores {
  const spreads = spreadsOf(scored, criteria);
  return Object.fromEntries(Object.keys(spreads).map((key) => [key, spreads[key]!.mean]));
}

/** The place of each score among the others, 1 first; equal ones share the better. */
export const ranksOf = (scores: readonly number[]): number[] =>
  scores.map((score) => 1 + scores.filter((other) => other > score + SMALLEST_DIFFERENCE).length);

const byPlace = (a: Standing, b: Standing): number =>
  (a.rank ?? Infinity) !== (b.rank ?? Infinity)
    ? (a.rank ?? Infinity) < (b.rank ?? Infinity)
      ? -1
      : 1
    : a.id < b.id
      ? -1
      : 1;

/** Ideas in order of their scores; those without an answer last. */
export function ranking(ideas: readonly Scored[], criteria: readonly Weighed[]): readonly Standing[] {
  const standings = ideas.map((idea) => ({
    id: idea.id,
    score: weightedScore(meansOf(idea, criteria), criteria),
    spread: spreadOf(
      idea.answers.map((answer) => weightedScore(answer, criteria)).filter((value) => value !== undefined)
    ),
    criteria: spreadsOf(idea, criteria)
  }));
  const known = standings.map(({ score }) => score).filter((score) => score !== undefined);
  const ranks = ranksOf(known);
  return standings
    .map((standing) => ({
      ...standing,
      rank: standing.score === undefined ? undefined : ranks[known.indexOf(standing.score)]
    }))
    .sort(byPlace);
}
