import { session } from '#lib/app/session.svelte.ts';
import { answerState, type AnswerState, isDone } from '#lib/domain/assessment/assessing.ts';
import type { Assessment } from '#lib/domain/assessment/assessment.ts';
import type { Round } from '#lib/domain/assessment/round.ts';
import { assessmentWords } from '#lib/messages/assessment.ts';
import { language } from '#lib/messages/index.svelte.ts';
import type { AssessmentRoom } from '#lib/store/assessments.ts';
import type { ListedIdea } from '#lib/store/ideas.ts';
import { headline } from '#lib/ui/idea/excerpt.ts';
import type { ShownCriterion } from '../criteria.ts';

/** A round with all that its page shows. */
export interface RoundView {
  readonly space: string;
  readonly round: Round;
  readonly room: AssessmentRoom;
  readonly criteria: readonly ShownCriterion[];
  /** The set, as assessments name it. */
  readonly set: string;
  /** The ideas that are on this device, by id. */
  readonly ideas: ReadonlyMap<string, ListedIdea>;
  /** What to call people, by opaque id. */
  readonly names: ReadonlyMap<string, string>;
}

/** What one person has answered about one idea. */
export const assessmentOf = ({ room }: RoundView, idea: string, person: string): Assessment | undefined =>
  room.assessments.find((each) => each.idea === idea && each.by === person);

/** How far the reader has come with an idea. */
export const ownState = (view: RoundView, idea: string): AnswerState =>
  answerState(assessmentOf(view, idea, session.person?.id ?? ''), view.set, view.criteria);

/** Whether the reader is asked in this round. */
export const isAsked = ({ round }: RoundView): boolean => round.assessors.includes(session.person?.id ?? '');

/**
 * Whether others' answers about an idea may be shown to the reader: they have answered themselves, or nobody
 * answers any more. Shown or not, the answers are on the device: they are hidden, not secret.
 */
export const isOpenTo = (view: RoundView, idea: string): boolean =>
  view.round.closed !== undefined || (isAsked(view) && isDone(ownState(view, idea)));

export const titleOf = ({ ideas }: RoundView, idea: string): string => {
  const row = ideas.get(idea);
  return row === undefined ? assessmentWords().unknownIdea : headline(row.document).title;
};

export const nameOf = ({ names }: RoundView, person: string): string =>
  session.identities.includes(person) ? assessmentWords().you : (names.get(person) ?? assessmentWords().unknownName);

/** `4,2` */
export const decimal = (value: number): string =>
  value.toLocaleString(language(), { minimumFractionDigits: 1, maximumFractionDigits: 1 });
