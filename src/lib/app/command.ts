import { ulid } from 'ulid';
import { err, ok, type Result } from '#lib/core/result.ts';
import type { CommandRefusal, CommandResult, Context } from '#lib/domain/command.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { isDiskFull } from '#lib/store/errors.ts';
import type { Accepted, Batch } from '#lib/store/accept.ts';
import { session } from './session.svelte.ts';
import { syncing } from './sync.svelte.ts';

/** Why something was not saved: the rules said no, or this device could not keep it. */
export type Failure =
  | CommandRefusal
  | { readonly code: 'device-full' | 'device-failed'; readonly field?: undefined; readonly spans?: undefined };

/** Who, when and new ids, for a command in a space. */
export const contextIn = (space: string): Context => ({
  actor: session.actor(space),
  now: new Date().toISOString(),
  newId: () => ulid()
});

/** Puts what commands have made on the disk in one transaction, and sends it soon. */
export const keep = (space: string, documents: readonly Accepted[], draft?: string): Promise<Result<void, Failure>> =>
  settled(session.store.accept({ space, documents, draft }));

/** Puts what was made in several spaces on the disk in one transaction: all of it, or nothing. */
export const keepAll = (batches: readonly Batch[]): Promise<Result<void, Failure>> =>
  settled(session.store.acceptAll(batches));

async function settled(accepting: Promise<void>): Promise<Result<void, Failure>> {
  try {
    await accepting;
  } catch (error) {
    return err({ code: isDiskFull(error) ? 'device-full' : 'device-failed' });
  }
  syncing.nudge();
  return ok(undefined);
}

/** Keeps the document of one command, or passes its refusal on. */
export async function keepOne<D extends Envelope>(
  space: string,
  result: CommandResult<D>,
  previous?: D
): Promise<Result<D, Failure>> {
  if (!result.ok) return result;
  const kept = await keep(space, [{ document: result.value, previous }]);
  return kept.ok ? ok(result.value) : kept;
}
