import type { Assessment } from './assessment.ts';
import type { Comparison } from './comparison.ts';
import type { Weighed } from './criteria.ts';
import type { Judged } from './pairwise.ts';
import type { Round } from './round.ts';
import type { Scored, Scores } from './scoring.ts';

/** How far one person has come with one idea. */
export type AnswerState = 'none' | 'begun' | 'answered' | 'conflict';

/**
 * How far a person has come with an idea. What was submitted before a criterion was added is begun again.
 * @param set the criteria's set, as `setKeyOf` names it
 */
export function answerState(
  assessment: Assessment | undefined,
  set: string,
  criteria: readonly Weighed[]
): AnswerState {
  if (assessment === undefined) return 'none';
  if (assessment.conflict?.stands === true) return 'conflict';
  const has = ({ key }: Weighed): boolean => assessment.scores[key] !== undefined;
  if (assessment.submitted[set] !== undefined && criteria.every(has)) return 'answered';
  return criteria.some(has) ? 'begun' : 'none';
}

/** Whether a person has said their say, so that others' answers no longer lead them. */
export const isDone = (state: AnswerState): boolean => state === 'answered' || state === 'conflict';

type Answering = Pick<Round, 'ideas' | 'assessors'>;

const numbersOf = (assessment: Assessment, criteria: readonly Weighed[]): Scores =>
  Object.fromEntries(criteria.map(({ key }) => [key, assessment.scores[key]!.score]));

/** The answers to an idea that count: submitted, by the round's assessors, without a conflict of interest. */
export const countedOf = (
  idea: string,
  { assessors }: Answering,
  assessments: readonly Assessment[],
  set: string,
  criteria: readonly Weighed[]
): readonly Assessment[] =>
  assessments.filter(
    (each) => each.idea === idea && assessors.includes(each.by) && answerState(each, set, criteria) === 'answered'
  );

/** The round's ideas as its assessors have scored them. */
export const scoredIn = (
  round: Answering,
  assessments: readonly Assessment[],
  set: string,
  criteria: readonly Weighed[]
): readonly Scored[] =>
  round.ideas.map((id) => ({
    id,
    answers: countedOf(id, round, assessments, set, criteria).map((each) => numbersOf(each, criteria))
  }));

const hasConflict = (by: string, idea: string, assessments: readonly Assessment[]): boolean =>
  assessments.some((each) => each.by === by && each.idea === idea && each.conflict?.stands === true);

/** The round's ideas that a person may judge: those in which they have no interest of their own. */
export const mayJudge = ({ ideas }: Answering, by: string, assessments: readonly Assessment[]): readonly string[] =>
  ideas.filter((idea) => !hasConflict(by, idea, assessments));

/** The verdicts between the round's ideas that count. */
export const judgedIn = (
  { ideas, assessors }: Answering,
  comparisons: readonly Comparison[],
  assessments: readonly Assessment[]
): readonly Judged[] =>
  comparisons
    .filter(
      ({ a, b, by }) =>
        assessors.includes(by) &&
        ideas.includes(a) &&
        ideas.includes(b) &&
        !hasConflict(by, a, assessments) &&
        !hasConflict(by, b, assessments)
    )
    .map(({ a, b, state }) => ({ a, b, better: state.better }));
