import { idOf } from '#lib/core/ids.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { checked, clean, type CommandRefusal, type CommandResult, type Context } from '../command.ts';
import { editIdea } from '../ideas/commands.ts';
import { decideStage } from '../ideas/decide.ts';
import type { Decision } from '../ideas/decision.ts';
import type { Idea } from '../ideas/idea.ts';
import type { Day } from '../workdays.ts';
import type { Challenge } from './challenge.ts';
import type { Picture } from './picture.ts';

export interface ChallengeInput {
  readonly title: string;
  readonly text: string;
  readonly opens: Day;
  readonly closes: Day;
  /** What its ideas are judged by; empty where nothing is said. */
  readonly criteria: string;
}

function challengeFields({ title, text, opens, closes, criteria }: ChallengeInput) {
  const own = clean(criteria);
  return { title: clean(title), text: clean(text), opens, closes, ...(own === '' ? {} : { criteria: own }) };
}

/**
 * Asks for ideas about something.
 * Refused: `empty title|text`, `wrong-type opens|closes`, `invalid-field closes` where it ends before it begins.
 */
export function openChallenge(input: ChallengeInput, { actor, now, newId }: Context): CommandResult<Challenge> {
  const next: Challenge = {
    _id: idOf('challenge', newId()),
    v: 1,
    by: actor.id,
    at: now,
    ...challengeFields(input)
  };
  return checked(next, null, actor);
}

/** Changes what a challenge says. */
export function editChallenge(
  previous: Challenge,
  input: ChallengeInput,
  { actor, now }: Context
): CommandResult<Challenge> {
  const { criteria: _criteria, ...kept } = previous;
  return checked({ ...kept, ...challengeFields(input), edited: { by: actor.id, at: now } }, previous, actor);
}

/**
 * Ends a challenge and tells what came of it; one that has ended may be told of again, in other words.
 * Refused: `empty result`.
 */
export function endChallenge(previous: Challenge, result: string, { actor, now }: Context): CommandResult<Challenge> {
  const mark = { by: actor.id, at: now };
  const next = { ...previous, closed: previous.closed ?? mark, result: clean(result), resultAt: mark };
  return checked(next, previous, actor);
}

/** A picture's document; the pictures themselves are kept beside it. */
export function addPicture(
  challenge: Pick<Challenge, '_id'>,
  { width, height }: { readonly width: number; readonly height: number },
  { actor, now, newId }: Context
): CommandResult<Picture> {
  return checked(
    { _id: idOf('picture', newId()), v: 1, challenge: challenge._id, by: actor.id, at: now, width, height },
    null,
    actor
  );
}

/**
 * Takes a parked idea up again because it answers a challenge: the stage is decided with a reason its author reads,
 * and the idea says which challenge. Both, or neither.
 * @param decided the idea's decisions, as this device knows them
 * @param context in the idea's space
 */
export function takeUpIdea(
  idea: Idea,
  decided: readonly Decision[],
  challenge: Pick<Challenge, '_id'>,
  reason: string,
  context: Context
): Result<{ readonly decision: Decision; readonly idea: Idea }, CommandRefusal> {
  const decision = decideStage(idea, decided, { to: 'mottagen', reason }, context);
  if (!decision.ok) return decision;
  const { title, need, proposal, unit, category } = idea;
  const edited = editIdea(idea, { title, need, proposal, unit, category, challenge: challenge._id }, context);
  return edited.ok ? ok({ decision: decision.value, idea: edited.value }) : err(edited.error);
}
