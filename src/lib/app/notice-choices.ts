import { err, ok, type Result } from '#lib/core/result.ts';
import { type Choices, NO_CHOICES, readChoices } from '#lib/domain/events/choices.ts';
import { choices, type NotifyError, saveChoices } from './notify.svelte.ts';
import { session } from './session.svelte.ts';

const KEPT = 'notice-choices';

/** What this device keeps of what was chosen. */
interface Kept {
  readonly chosen: Choices;
  /** The server has it. */
  readonly isSent: boolean;
}

/** What was chosen, and whether the server knows. */
export interface Chosen extends Kept {
  /** The server could not be asked: it may know of something later, chosen on another device. */
  readonly isOld: boolean;
}

async function kept(): Promise<Kept | undefined> {
  const stored = (await session.store.setting(KEPT)) as Kept | undefined;
  const read = readChoices(stored?.chosen);
  return read.ok ? { chosen: read.value, isSent: stored!.isSent } : undefined;
}

const keep = (chosen: Choices, isSent: boolean): Promise<void> => session.store.setSetting(KEPT, { chosen, isSent });

/**
 * What the person has chosen: what they chose here and the server has not heard of before anything else, then what the
 * server says, and without contact what it last said.
 */
export async function readChosen(): Promise<Chosen> {
  const own = await kept();
  if (own !== undefined && !own.isSent) return { ...own, isOld: false };
  const answer = await choices();
  if (!answer.ok) return { chosen: own?.chosen ?? NO_CHOICES, isSent: true, isOld: true };
  await keep(answer.value, true);
  return { chosen: answer.value, isSent: true, isOld: false };
}

/** Why choices were not kept. */
export type ChoosingError =
  NotifyError | { readonly code: 'invalid'; readonly field?: keyof Choices; readonly reason: string };

/**
 * Keeps the choices on this device, and tells the server. Without contact they are kept here until it can be told.
 * @returns whether the server has them
 */
export async function choose(chosen: Choices): Promise<Result<{ readonly isSent: boolean }, ChoosingError>> {
  const read = readChoices(chosen);
  if (!read.ok) {
    const { code, field } = read.error;
    return err({ code: 'invalid', reason: code, ...(field === undefined ? {} : { field }) });
  }
  await keep(read.value, false);
  const answer = await saveChoices(read.value);
  if (answer.ok) {
    await keep(read.value, true);
    return ok({ isSent: true });
  }
  const { code } = answer.error;
  return code === 'offline' || code === 'sign-in' ? ok({ isSent: false }) : answer;
}
