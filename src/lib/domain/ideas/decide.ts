import { idOf } from '#lib/core/ids.ts';
import { err } from '#lib/core/result.ts';
import { type Actor, has } from '../actor.ts';
import { checked, clean, type CommandResult, type Context } from '../command.ts';
import type { Decision } from './decision.ts';
import type { Idea } from './idea.ts';
import { type Path, pathOf } from './path.ts';
import { decidersOf, grantOf, maySucceed, type Stage, STAGES } from './stages.ts';

export interface DecisionInput {
  readonly to: Stage;
  /** Why, in words the author can read. */
  readonly reason: string;
  /** Working time that is granted, hours; only where the stage grants something. */
  readonly hours?: number | undefined;
  /** Money that is granted, kronor; only where the stage grants something. */
  readonly kronor?: number | undefined;
  /** The idea that lives on; only with `sammanslagen`. */
  readonly into?: string | undefined;
}

/**
 * Decides on an idea's stage. It follows everything that is known and not yet followed, so where two decisions
 * stand against each other it settles between them.
 * Refused: `empty reason`, `invalid-field to` where the machine has no such step, `not-allowed`, `personal-number`.
 * @param decided the idea's decisions, as this device knows them
 */
export function decideStage(
  idea: Pick<Idea, '_id'>,
  decided: readonly Decision[],
  input: DecisionInput,
  { actor, now, newId }: Context
): CommandResult<Decision> {
  const { stage, heads } = pathOf(decided);
  const grants = grantOf(input.to);
  const next: Decision = {
    _id: idOf('decision', idea._id, newId()),
    v: 1,
    idea: idea._id,
    by: actor.id,
    at: now,
    from: stage,
    to: input.to,
    reason: clean(input.reason),
    ...(grants === undefined ? {} : { grants }),
    ...(input.hours === undefined ? {} : { hours: input.hours }),
    ...(input.kronor === undefined ? {} : { kronor: input.kronor }),
    ...(input.into === undefined ? {} : { into: input.into }),
    follows: heads.map((head) => head._id)
  };
  return checked(next, null, actor);
}

/** Undoes the actor's own decision: it stays readable and counts for nothing. */
export function withdrawDecision(previous: Decision, { actor, now }: Context): CommandResult<Decision> {
  if (previous.withdrawn !== undefined) return err({ code: 'not-allowed' });
  return checked({ ...previous, withdrawn: { by: actor.id, at: now } }, previous, actor);
}

/**
 * Undoes a merge that anybody who may decide has made: the idea goes back to where it came from.
 * @param decided the merged idea's decisions
 */
export function undoMerge(
  idea: Pick<Idea, '_id'>,
  decided: readonly Decision[],
  reason: string,
  context: Context
): CommandResult<Decision> {
  const { current } = pathOf(decided);
  if (current?.to !== 'sammanslagen') return err({ code: 'invalid-field', field: 'to' });
  if (current.by === context.actor.id) return withdrawDecision(current, context);
  const to = maySucceed('sammanslagen', current.from) ? current.from : 'bedoms';
  return decideStage(idea, decided, { to, reason }, context);
}

/** The stages the actor may decide on from where the idea stands, in the machine's order. */
export const stepsFor = (from: Stage, actor: Actor): readonly Stage[] =>
  STAGES.filter((to) => maySucceed(from, to) && has(actor, ...decidersOf(to)));

/** What an idea's next decision may be, by whether the actor may make it, each in the machine's order. */
export interface Choices {
  readonly open: readonly Stage[];
  /** Steps that others decide on. */
  readonly locked: readonly Stage[];
}

/**
 * What may be decided next about an idea. Where decisions stand against each other it is what either of them says
 * too, and what could follow on either.
 */
export function choicesFor(path: Pick<Path<Decision>, 'stage' | 'disputed'>, actor: Actor): Choices {
  const from = [path.stage, ...path.disputed.map((each) => each.to)];
  const isChoice = (to: Stage): boolean =>
    path.disputed.some((each) => each.to === to) || from.some((stage) => maySucceed(stage, to));
  const choices = STAGES.filter(isChoice);
  const isMine = (to: Stage): boolean => has(actor, ...decidersOf(to));
  return { open: choices.filter(isMine), locked: choices.filter((to) => !isMine(to)) };
}
