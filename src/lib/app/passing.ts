import { err, type Result } from '#lib/core/result.ts';
import { REGION } from '#lib/domain/actor.ts';
import { acknowledgeShare, nameOnShare, receiveShare } from '#lib/domain/ideas/refer.ts';
import type { Share } from '#lib/domain/ideas/share.ts';
import { contextIn, type Failure, keepAll, keepOne } from './command.ts';
import { session } from './session.svelte.ts';

const DECLINED = 'unnamed-on:';

/** Whether the author has said on this device that their name is not to stand on what was shared. */
export const hasDeclined = async (share: Share): Promise<boolean> =>
  (await session.store.setting(DECLINED + share._id)) === true;

/**
 * The author's answer to whether their name is shown where their idea was passed on. No is the same as no answer to
 * everybody else, so that is remembered on the device and nowhere else.
 */
export async function showNameOn(share: Share, shown: boolean): Promise<Result<unknown, Failure>> {
  await session.store.setSetting(DECLINED + share._id, shown ? undefined : true);
  if ((share.author !== undefined) === shown) return { ok: true, value: undefined };
  return keepOne(REGION, nameOnShare(share, shown, contextIn(REGION)), share);
}

/**
 * Receives what another municipality has passed on: an idea of the own municipality's and a word back, together.
 * @returns the new idea's id
 */
export async function receive(share: Share, space: string): Promise<Result<string, Failure>> {
  const idea = receiveShare(share, await session.store.answerDays(space), contextIn(space));
  if (!idea.ok) return idea;
  const acknowledged = acknowledgeShare(share, idea.value._id, contextIn(REGION));
  if (!acknowledged.ok) return err(acknowledged.error);
  const kept = await keepAll([
    { space, documents: [{ document: idea.value }] },
    { space: REGION, documents: [{ document: acknowledged.value, previous: share }] }
  ]);
  return kept.ok ? { ok: true, value: idea.value._id } : kept;
}
