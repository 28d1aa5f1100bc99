import { idOf } from '#lib/core/ids.ts';
import { err } from '#lib/core/result.ts';
import { municipalityOf } from '../actor.ts';
import { checked, clean, type CommandResult, type Context } from '../command.ts';
import { captureIdea } from './commands.ts';
import type { Idea } from './idea.ts';
import type { Referral } from './referral.ts';
import type { Share } from './share.ts';

/** Where an idea is passed on to: a unit of the municipality, or another municipality. */
export type Destination = { readonly unit: string } | { readonly municipality: string };

/** Passes an idea on, with a word why that its author reads. */
export function referIdea(
  idea: Pick<Idea, '_id'>,
  destination: Destination,
  reason: string,
  { actor, now, newId }: Context
): CommandResult<Referral> {
  const next = {
    _id: idOf('referral', idea._id, newId()),
    v: 1,
    idea: idea._id,
    by: actor.id,
    at: now,
    ...destination,
    reason: clean(reason)
  } as Referral;
  return checked(next, null, actor);
}

/** Undoes the actor's own referral. */
export function withdrawReferral(previous: Referral, { actor, now }: Context): CommandResult<Referral> {
  if (previous.withdrawn !== undefined) return err({ code: 'not-allowed' });
  return checked({ ...previous, withdrawn: { by: actor.id, at: now } }, previous, actor);
}

/**
 * What another municipality may read of an idea that is passed on to it: the words, without the author's name.
 * @param context in the region's space
 */
export function shareIdea(
  idea: Idea,
  from: string,
  to: string,
  reason: string,
  { actor, now, newId }: Context
): CommandResult<Share> {
  const { title, need, proposal } = idea;
  const next = {
    _id: idOf('share', newId()),
    v: 1,
    idea: idea._id,
    from,
    to,
    by: actor.id,
    at: now,
    title,
    need,
    proposal,
    reason: clean(reason)
  } as Share;
  return checked(next, null, actor);
}

/** Takes back what was passed on to another municipality. */
export function withdrawShare(previous: Share, { actor, now }: Context): CommandResult<Share> {
  return checked({ ...previous, withdrawn: { by: actor.id, at: now } }, previous, actor);
}

/** The author puts their name on what was shared, or takes it away. */
export function nameOnShare(previous: Share, named: boolean, { actor }: Pick<Context, 'actor'>): CommandResult<Share> {
  const { author: _author, ...kept } = previous;
  return checked(named ? { ...kept, author: actor.id } : kept, previous, actor);
}

/**
 * Makes an idea of one that another municipality has passed on.
 * @param context in the receiving municipality's space
 */
export const receiveShare = (share: Share, answerDays: number | undefined, context: Context): CommandResult<Idea> =>
  share.to === municipalityOf(context.actor.space)
    ? captureIdea(
        { title: share.title, need: share.need, proposal: share.proposal, origin: share._id, answerDays },
        context
      )
    : err({ code: 'not-allowed' });

/**
 * Tells the municipality it came from that it has been received.
 * @param context in the region's space
 */
export function acknowledgeShare(previous: Share, idea: string, { actor, now }: Context): CommandResult<Share> {
  return checked({ ...previous, received: { by: actor.id, at: now, idea } }, previous, actor);
}
