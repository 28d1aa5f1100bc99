import { idOf } from '#lib/core/ids.ts';
import { err } from '#lib/core/result.ts';
import { checked, clean, type CommandResult, type Context } from '../command.ts';
import type { Assessment } from './assessment.ts';
import type { Comparison } from './comparison.ts';
import type { Weighed } from './criteria.ts';
import type { CriteriaSet } from './criteriaset.ts';
import type { Axis, Criterion } from './criterion.ts';
import type { Round } from './round.ts';

/** A set of criteria, or the same under another name. Refused: `empty name`. */
export function nameSet(name: string, previous: CriteriaSet | null, { actor, now, newId }: Context) {
  const next: CriteriaSet = {
    ...(previous ?? { _id: idOf('criteriaset', newId()), v: 1 as const }),
    name: clean(name),
    edited: { by: actor.id, at: now }
  };
  return checked(next, previous, actor);
}

/** Takes a set or a criterion out of use. What has been answered is kept. */
export const retire = <D extends CriteriaSet | Criterion>(previous: D, { actor, now }: Context): CommandResult<D> =>
  checked({ ...previous, closed: { by: actor.id, at: now } }, previous, actor);

/** Takes a set or a criterion into use again. */
export function restore<D extends CriteriaSet | Criterion>(previous: D, { actor, now }: Context): CommandResult<D> {
  const { closed: _closed, ...kept } = previous;
  return checked({ ...kept, edited: { by: actor.id, at: now } } as D, previous, actor);
}

export interface CriterionInput {
  readonly name: string;
  readonly explanation: string;
  /** Whole, 1–10. */
  readonly weight: number;
  readonly axis: Axis;
  /** Where it stands among the others. */
  readonly order: number;
}

/** A criterion of a set, or the same changed. Refused: `empty name`, `wrong-type weight`. */
export function writeCriterion(
  set: string,
  input: CriterionInput,
  previous: Criterion | null,
  { actor, now, newId }: Context
): CommandResult<Criterion> {
  const next: Criterion = {
    ...(previous ?? { _id: idOf('criterion', set, newId()), v: 1 as const, set }),
    ...input,
    name: clean(input.name),
    explanation: clean(input.explanation),
    edited: { by: actor.id, at: now }
  };
  return checked(next, previous, actor);
}

export interface RoundInput {
  readonly name: string;
  readonly ideas: readonly string[];
  readonly assessors: readonly string[];
  /** The last day to answer. */
  readonly closes?: string | undefined;
}

const roundFields = ({ name, ideas, assessors, closes }: RoundInput) => ({
  name: clean(name),
  ideas: [...new Set(ideas)],
  assessors: [...new Set(assessors)],
  ...(closes === undefined ? {} : { closes })
});

/**
 * Opens a round of assessment. Refused: `empty name`, `invalid-field ideas` or `assessors` where there are none.
 * @param set the criteria; undefined for the built-in ones
 */
export function openRound(
  input: RoundInput,
  set: string | undefined,
  { actor, now, newId }: Context
): CommandResult<Round> {
  const next: Round = {
    _id: idOf('round', newId()),
    v: 1,
    by: actor.id,
    at: now,
    ...(set === undefined ? {} : { set }),
    ...roundFields(input)
  };
  return checked(next, null, actor);
}

/** Changes what a round is called, what is in it, who assesses and until when. */
export function changeRound(previous: Round, input: RoundInput, { actor, now }: Context): CommandResult<Round> {
  const { closes: _closes, ...kept } = previous;
  return checked({ ...kept, ...roundFields(input), edited: { by: actor.id, at: now } }, previous, actor);
}

/** Closes a round: everybody who may read it sees what it came to. */
export const closeRound = (previous: Round, { actor, now }: Context): CommandResult<Round> =>
  checked({ ...previous, closed: { by: actor.id, at: now } }, previous, actor);

const assessmentOf = (idea: string, previous: Assessment | null, by: string): Assessment =>
  previous ?? { _id: idOf('assessment', idea, by), v: 1, idea, by, scores: {}, submitted: {} };

export interface Answer {
  readonly key: string;
  /** Whole, 1–5. */
  readonly score: number;
  readonly reason: string;
}

/** Answers one criterion, or changes the answer. Refused: `empty scores` without a reason, `personal-number scores`. */
export function scoreIdea(
  idea: string,
  { key, score, reason }: Answer,
  previous: Assessment | null,
  { actor, now }: Context
): CommandResult<Assessment> {
  const before = assessmentOf(idea, previous, actor.id);
  const scores = { ...before.scores, [key]: { score, reason: clean(reason), at: now } };
  return checked({ ...before, scores }, previous, actor);
}

/** Submits the answers to a set's criteria. Refused: `empty <criterion>` for the first that has none. */
export function submitAssessment(
  previous: Assessment,
  set: string,
  criteria: readonly Weighed[],
  { actor, now }: Context
): CommandResult<Assessment> {
  const missing = criteria.find(({ key }) => previous.scores[key] === undefined);
  if (missing !== undefined) return err({ code: 'empty', field: missing.key });
  return checked({ ...previous, submitted: { ...previous.submitted, [set]: { at: now } } }, previous, actor);
}

/** Declares that the actor has an interest of their own in the idea. What they have scored no longer counts. */
export function declareConflict(
  idea: string,
  reason: string,
  previous: Assessment | null,
  { actor, now }: Context
): CommandResult<Assessment> {
  const before = assessmentOf(idea, previous, actor.id);
  return checked({ ...before, conflict: { reason: clean(reason), stands: true, at: now } }, previous, actor);
}

/** Takes a declared conflict of interest back; that it was declared stays readable. */
export function withdrawConflict(previous: Assessment, { actor, now }: Context): CommandResult<Assessment> {
  if (previous.conflict?.stands !== true) return err({ code: 'not-allowed' });
  return checked({ ...previous, conflict: { ...previous.conflict, stands: false, at: now } }, previous, actor);
}

/**
 * Puts one of two ideas first, or neither.
 * @param better the id of one of the two, or undefined where they are as good
 */
export function compareIdeas(
  pair: readonly [string, string],
  better: string | undefined,
  previous: Comparison | null,
  { actor, now }: Context
): CommandResult<Comparison> {
  const [a, b] = pair[0] < pair[1] ? pair : [pair[1], pair[0]];
  const next: Comparison = {
    _id: idOf('comparison', a, b, actor.id),
    v: 1,
    a,
    b,
    by: actor.id,
    ...(previous ?? {}),
    state: { better: better === undefined ? 'equal' : better === a ? 'a' : 'b', at: now }
  };
  return checked(next, previous, actor);
}
