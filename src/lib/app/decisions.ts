import { err, type Result } from '#lib/core/result.ts';
import { spaceType } from '#lib/domain/actor.ts';
import {
  type Choices,
  choicesFor,
  decideStage,
  type DecisionInput,
  stepsFor,
  undoMerge,
  withdrawDecision
} from '#lib/domain/ideas/decide.ts';
import type { Decision } from '#lib/domain/ideas/decision.ts';
import type { Path } from '#lib/domain/ideas/path.ts';
import { type Stage, STAGES } from '#lib/domain/ideas/stages.ts';
import type { IdeaView } from '#lib/store/idea-view.ts';
import type { ListedIdea } from '#lib/store/ideas.ts';
import { contextIn, type Failure, keep, keepOne } from './command.ts';
import { session } from './session.svelte.ts';

/** What decisions are made about. */
export type Decidable = Pick<IdeaView, 'row' | 'decisions' | 'path'>;

/** What the person may decide next, and what others do. A merge is not among them: it has a page of its own. */
export function choicesOf(row: Pick<ListedIdea, 'space'>, path: Pick<Path<Decision>, 'stage' | 'disputed'>): Choices {
  const { open, locked } = choicesFor(path, session.actor(row.space));
  const isStep = (to: Stage): boolean => to !== 'sammanslagen';
  return { open: open.filter(isStep), locked: locked.filter(isStep) };
}

/** Whether the person may merge the idea into another. */
export const mayMerge = (row: Pick<ListedIdea, 'space' | 'stage'>): boolean =>
  stepsFor(row.stage, session.actor(row.space)).includes('sammanslagen');

/** Whether decisions are the region's coordinator's. */
export const isRegional = (row: Pick<ListedIdea, 'space'>): boolean => spaceType(row.space) === 'region';

/**
 * Decides, in one transaction with the end of the draft it was written in.
 * @returns the decision as it was kept
 */
export async function decide(
  { row, decisions }: Decidable,
  input: DecisionInput,
  draft: string
): Promise<Result<Decision, Failure>> {
  const made = decideStage(row.document, decisions, input, contextIn(row.space));
  if (!made.ok) return made;
  const kept = await keep(row.space, [{ document: made.value }], draft);
  return kept.ok ? made : kept;
}

/** The person's own decision, where it stands and they may undo it. */
export function ownStanding({ row, path }: Decidable): Decision | undefined {
  const own = path.heads.find((each) => each.by === session.person?.id);
  return own !== undefined && withdrawDecision(own, contextIn(row.space)).ok ? own : undefined;
}

/** Undoes the person's own decision. */
export const undo = (space: string, decision: Decision) =>
  keepOne(space, withdrawDecision(decision, contextIn(space)), decision);

/** Whether the person may undo the idea's merge, and whether others made it, who are to read why. */
export function undoOfMerge({ row, decisions, path }: Decidable): 'own' | 'others' | undefined {
  if (path.current?.to !== 'sammanslagen') return undefined;
  if (!undoMerge(row.document, decisions, '–', contextIn(row.space)).ok) return undefined;
  return path.current.by === session.person?.id ? 'own' : 'others';
}

/** Undoes the idea's merge: it stands on its own again. @param reason for the others, where others made it */
export async function separate(view: Decidable, reason: string): Promise<Result<Decision, Failure>> {
  const { row, decisions, path } = view;
  const { current } = path;
  if (current?.to !== 'sammanslagen') return err({ code: 'invalid-field', field: 'to' });
  const made = undoMerge(row.document, decisions, reason, contextIn(row.space));
  return keepOne(row.space, made, made.ok && made.value._id === current._id ? current : undefined);
}

/** What becomes of an idea that is moved to a stage: it may be, it is there, others decide on it, or there is no such step. */
export type Move = 'open' | 'here' | 'locked' | 'none';

/** Whether the person may move an idea on the board to each stage. Between two decisions a person chooses on its page. */
export function movesOf(row: Pick<ListedIdea, 'space' | 'stage' | 'disputed' | 'into'>): Readonly<Record<Stage, Move>> {
  const { open, locked } = choicesFor({ stage: row.stage, disputed: [] }, session.actor(row.space));
  const isMovable = row.disputed === undefined && row.into === undefined;
  const moveTo = (to: Stage): Move => {
    if (to === row.stage) return 'here';
    if (!isMovable) return 'none';
    return open.includes(to) ? 'open' : locked.includes(to) ? 'locked' : 'none';
  };
  return Object.fromEntries(STAGES.map((to) => [to, moveTo(to)])) as Record<Stage, Move>;
}
