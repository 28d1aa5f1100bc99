import type { Result } from '#lib/core/result.ts';
import { type Benefit, handles, type Months } from '#lib/domain/benefit/benefit.ts';
import {
  cannotMeasure,
  planBenefit,
  type PlanInput,
  postponeFollowUp,
  reportBenefit,
  type ReachedInput,
  withdrawBenefit
} from '#lib/domain/benefit/commands.ts';
import type { CommandResult } from '#lib/domain/command.ts';
import type { Day } from '#lib/domain/workdays.ts';
import type { Accepted } from '#lib/store/accept.ts';
import type { ListedIdea } from '#lib/store/ideas.ts';
import { contextIn, type Failure, keep, keepOne } from './command.ts';
import { session } from './session.svelte.ts';

/** The idea whose benefit is spoken of. */
export type Whose = Pick<ListedIdea, 'space' | 'document'>;

/** Whether the person answers for what ideas come to in a space: plans, hours, kronor and follow-ups are theirs. */
export const answersForBenefit = (space: string): boolean => handles(session.actor(space));

/**
 * What was said, in one transaction with the end of the draft it was written in.
 * @param previous what it corrects; somebody who may not replace anything withdraws their own instead
 */
async function say(
  { space }: Whose,
  made: CommandResult<Benefit>,
  previous: Benefit | undefined,
  draft: string
): Promise<Result<void, Failure>> {
  if (!made.ok) return made;
  const documents: Accepted[] = [{ document: made.value }];
  if (previous !== undefined && made.value.replaces === undefined) {
    const withdrawn = withdrawBenefit(previous, contextIn(space));
    if (!withdrawn.ok) return withdrawn;
    documents.push({ document: withdrawn.value, previous });
  }
  return keep(space, documents, draft);
}

const replaced = (space: string, previous: Benefit | undefined) =>
  previous !== undefined && answersForBenefit(space) ? { replaces: previous._id } : {};

/** Says what the idea is meant to give, instead of what was planned before. */
export const plan = (idea: Whose, input: PlanInput, previous: Benefit | undefined, draft: string) =>
  say(
    idea,
    planBenefit(idea.document, { ...input, ...replaced(idea.space, previous) }, contextIn(idea.space)),
    previous,
    draft
  );

/** Says what the idea has given, or corrects what was said. */
export const report = (idea: Whose, input: ReachedInput, previous: Benefit | undefined, draft: string) =>
  say(
    idea,
    reportBenefit(idea.document, { ...input, ...replaced(idea.space, previous) }, contextIn(idea.space)),
    previous,
    draft
  );

/** Asks again on another day. */
export const postpone = ({ space, document }: Whose, months: Months, until: Day, reason: string) =>
  keepOne(space, postponeFollowUp(document, months, until, reason, contextIn(space)));

/** Says that what came of it cannot be measured, and why. */
export const unmeasurable = ({ space, document }: Whose, months: Months, on: Day, reason: string) =>
  keepOne(space, cannotMeasure(document, months, on, reason, contextIn(space)));

/** Whether the person may take back what was said. */
export const mayTakeBack = (space: string, benefit: Benefit): boolean => withdrawBenefit(benefit, contextIn(space)).ok;

/** Takes back what the person said. */
export const takeBack = (space: string, benefit: Benefit) =>
  keepOne(space, withdrawBenefit(benefit, contextIn(space)), benefit);
