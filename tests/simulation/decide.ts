import type { CommandResult, Context } from '#lib/domain/command.ts';
import { decideStage, stepsFor, undoMerge, withdrawDecision } from '#lib/domain/ideas/decide.ts';
import type { Decision } from '#lib/domain/ideas/decision.ts';
import { pathOf } from '#lib/domain/ideas/path.ts';
import { grantOf } from '#lib/domain/ideas/stages.ts';
import type { IdeaRow } from '#lib/store/database.ts';
import type { Store } from '#lib/store/store.ts';
import type { Random } from './random.ts';

/** What a person decided, and what they were looking at; undefined where there was nothing for them to decide. */
export type Decided = { readonly command: CommandResult<Decision>; readonly previous: Decision | null } | undefined;

/**
 * A person decides about an idea as its page lets them: on its next stage, on a merge with another, between two
 * decisions that stand against each other; or they undo what was decided.
 */
export async function decideSomething(
  random: Random,
  store: Store,
  row: IdeaRow,
  rows: readonly IdeaRow[],
  reason: string,
  context: Context
): Promise<Decided> {
  const all = await store.db.rows<Decision>('decision').where('document.idea').equals(row.id).toArray();
  const decided = all.filter((each) => each.space === row.space).map((each) => each.document);
  const { stage, current } = pathOf(decided);
  if (current !== undefined && random.chance(0.2)) {
    const own = decided.filter((each) => each.by === context.actor.id && each.withdrawn === undefined);
    if (own.length === 0) return undefined;
    const previous = random.chance(0.7) && own.includes(current) ? current : random.pick(own);
    return { command: withdrawDecision(previous, context), previous };
  }
  if (stage === 'sammanslagen' && random.chance(0.6)) {
    const command = undoMerge(row.document, decided, reason, context);
    return { command, previous: current?.by === context.actor.id ? current : null };
  }
  const steps = stepsFor(stage, context.actor);
  if (steps.length === 0) return undefined;
  // A merge is the step that ties two ideas together, so it is taken often.
  const to = steps.includes('sammanslagen') && random.chance(0.4) ? 'sammanslagen' : random.pick(steps);
  const others = rows.filter((each) => each.id !== row.id);
  if (to === 'sammanslagen' && others.length === 0) return undefined;
  const amounts = grantOf(to) === undefined ? {} : { hours: 1 + random.below(80) };
  const into = to === 'sammanslagen' ? { into: random.pick(others).id } : {};
  return { command: decideStage(row.document, decided, { to, reason, ...amounts, ...into }, context), previous: null };
}
