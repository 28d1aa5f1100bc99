import { SCORE_MAX, SCORE_MIN } from './assessment.ts';
import type { Weighed } from './criteria.ts';
import { meansOf, type Scored, weightedScore } from './scoring.ts';

/** What the four corners mean: much effect for little effort, for much; little effect for little effort, for much. */
export const QUADRANTS = ['now', 'plan', 'fill', 'leave'] as const;
export type Quadrant = (typeof QUADRANTS)[number];

/** The middle of the scale; from here on it is much. */
export const MIDDLE = (SCORE_MIN + SCORE_MAX) / 2;

/** Where an idea stands. */
export interface Position {
  readonly id: string;
  /** How little effort it takes, on the scale of scores: high is easy. */
  readonly ease: number;
  readonly effect: number;
  readonly quadrant: Quadrant;
}

export const quadrantOf = (ease: number, effect: number): Quadrant =>
  effect >= MIDDLE ? (ease >= MIDDLE ? 'now' : 'plan') : ease >= MIDDLE ? 'fill' : 'leave';

/** Where ideas stand on effort × effect. Those with no answer on one of the two are left out. */
export function positionsOf(ideas: readonly Scored[], criteria: readonly Weighed[]): readonly Position[] {
  return ideas.flatMap((idea) => {
    const means = meansOf(idea, criteria);
    const along = (axis: Weighed['axis']) =>
      weightedScore(
        means,
        criteria.filter((each) => each.axis === axis)
      );
    const ease = along('effort');
    const effect = along('effect');
    return ease === undefined || effect === undefined
      ? []
      : [{ id: idea.id, ease, effect, quadrant: quadrantOf(ease, effect) }];
  });
}
