import { sameContent } from '#lib/core/json.ts';
import { readSeen } from '#lib/domain/events/seen.ts';
import { session } from './session.svelte.ts';

/**
 * What a person has read goes with them between devices in a local document of theirs on the server, which the gate
 * lets nobody else read. In a document that is synced everybody in the municipality could see when each of them last
 * looked and at what, and that would tell who hides behind an alias.
 */
const NAME = '_local/seen-happenings';

const ask = (space: string, person: string, body?: object): Promise<Response> =>
  fetch(`/db/${space}/${NAME}`, {
    method: body === undefined ? 'GET' : 'PUT',
    credentials: 'same-origin',
    cache: 'no-store',
    signal: AbortSignal.timeout(20_000),
    headers: { 'x-ideslussen-person': person, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) })
  });

/**
 * Learns what the person has read on other devices, and tells what they have read here. Without contact nothing
 * happens: it is told the next time.
 */
export async function exchangeSeen(): Promise<void> {
  const { person, homeSpace: space } = session;
  if (person === null || space === undefined || session.needsSignIn) return;
  const { store } = session;
  try {
    const answer = await ask(space, person.id);
    if (!answer.ok && answer.status !== 404) return;
    const found = answer.ok ? ((await answer.json()) as { readonly _rev?: string }) : {};
    const theirs = readSeen(found);
    await store.joinSeenHappenings(theirs);
    const seen = await store.seenHappenings();
    if (sameContent(seen, theirs)) return;
    // Where another device was first the server says no, and both are joined the next time.
    await ask(space, person.id, { ...seen, ...(found._rev === undefined ? {} : { _rev: found._rev }) });
  } catch {
    // No contact, or the person has gone meanwhile.
  }
}

const SOON_MS = 2_000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Does it in a moment, once for all that is read until then. */
export function exchangeSeenSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void exchangeSeen(), SOON_MS);
}

/** Exchanges it now, whenever there is contact again and whenever the app is looked at, until it is stopped. */
export function followSeen(): () => void {
  const look = (): void => {
    if (document.visibilityState === 'visible') exchangeSeenSoon();
  };
  void exchangeSeen();
  addEventListener('online', exchangeSeenSoon);
  document.addEventListener('visibilitychange', look);
  return () => {
    removeEventListener('online', exchangeSeenSoon);
    document.removeEventListener('visibilitychange', look);
  };
}
