import { idOf } from '#lib/core/ids.ts';
import { err } from '#lib/core/result.ts';
import { identityFor } from '../actor.ts';
import { checked, clean, type CommandResult, type Context } from '../command.ts';
import type { Idea } from '../ideas/idea.ts';
import type { Day } from '../workdays.ts';
import { type Amount, type Benefit, handles, type Finding, type Months } from './benefit.ts';

/** What is planned or reached; what is not known is left out. */
export interface BenefitInput {
  readonly hours?: Amount | undefined;
  readonly kronor?: Amount | undefined;
  readonly quality: string;
  readonly scale?: number | undefined;
  /** By when it is planned, or when it was found out. */
  readonly on: Day;
  /** What it is said instead of. */
  readonly replaces?: string | undefined;
}

export interface PlanInput extends BenefitInput {
  /** Who answers for it. */
  readonly responsible?: string | undefined;
}

export interface ReachedInput extends BenefitInput {
  readonly how: Finding | undefined;
  readonly followUp?: Months | undefined;
}

type Said = Pick<Benefit, 'state'> & Partial<Benefit>;

function write(idea: Pick<Idea, '_id' | 'by'>, said: Said, { actor, now, newId }: Context): CommandResult<Benefit> {
  const next = {
    _id: idOf('benefit', idea._id, newId()),
    v: 1,
    idea: idea._id,
    // Whoever answers for ideas does so by name; an author who hides tells how it became without theirs.
    by: handles(actor) ? actor.id : identityFor(idea.by, actor),
    at: now,
    ...said
  } as Benefit;
  const known = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined));
  return checked(known as unknown as Benefit, null, actor);
}

const wordsOf = ({ quality, ...input }: BenefitInput) => {
  const words = clean(quality);
  return { ...input, quality: words === '' ? undefined : words };
};

/**
 * Says what an idea is meant to give.
 * Refused: `invalid-field quality` where nothing is said, `wrong-type on|hours|kronor`, `not-allowed`, `personal-number`.
 */
export const planBenefit = (
  idea: Pick<Idea, '_id' | 'by'>,
  input: PlanInput,
  context: Context
): CommandResult<Benefit> => write(idea, { ...wordsOf(input), state: 'planned' } as Said, context);

/**
 * Says what an idea has given.
 * Refused: as a plan is, and `invalid-field how` where nobody says how it was found out.
 */
export const reportBenefit = (
  idea: Pick<Idea, '_id' | 'by'>,
  input: ReachedInput,
  context: Context
): CommandResult<Benefit> => write(idea, { ...wordsOf(input), state: 'reached' } as Said, context);

/** Asks again on another day, with a reason. Refused: `empty reason`, `wrong-type on`. */
export const postponeFollowUp = (
  idea: Pick<Idea, '_id' | 'by'>,
  followUp: Months,
  until: Day,
  reason: string,
  context: Context
): CommandResult<Benefit> => write(idea, { state: 'postponed', followUp, on: until, reason: clean(reason) }, context);

/** Says why what came of it cannot be measured, which answers the follow-up. Refused: `empty reason`. */
export const cannotMeasure = (
  idea: Pick<Idea, '_id' | 'by'>,
  followUp: Months,
  on: Day,
  reason: string,
  context: Context
): CommandResult<Benefit> => write(idea, { state: 'unmeasurable', followUp, on, reason: clean(reason) }, context);

/** Takes back what the actor said: it stays readable and counts for nothing. */
export function withdrawBenefit(previous: Benefit, { actor, now }: Context): CommandResult<Benefit> {
  if (previous.withdrawn !== undefined) return err({ code: 'not-allowed' });
  return checked({ ...previous, withdrawn: { by: identityFor(previous.by, actor), at: now } }, previous, actor);
}
