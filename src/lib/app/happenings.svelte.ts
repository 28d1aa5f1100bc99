import type { Happening, HappeningType } from '#lib/domain/events/happening.ts';
import type { Listener } from '#lib/store/happenings.ts';
import type { Store } from '#lib/store/store.ts';
import { untilIdle } from './idle.ts';
import { Live } from './live.svelte.ts';
import { exchangeSeenSoon, followSeen } from './seen-elsewhere.ts';
import { session } from './session.svelte.ts';
import { today } from './today.svelte.ts';

/** A sync may change the store many times a second; nobody reads that fast. */
const CALM_MS = 1_000;

/** The person, as they are told of what happens. */
export const listener = (): Listener => ({ ids: session.identities, roles: session.person?.roles ?? [] });

/**
 * Follows a question about what has happened. It is asked anew when something may have, when the day turns and when
 * the runes that `choose` reads change, and then at most once a second. Call while a component is being made.
 * @param first is waited for before it is asked the first time
 */
export function liveNews<T>(
  choose: () => (store: Store) => Promise<T>,
  first: () => Promise<void> = () => Promise.resolve()
): Live<T> {
  const result = new Live<T>();
  $effect(() => {
    if (session.person === null) return;
    const { store } = session;
    const ids = session.identities;
    const query = choose();
    // Days come near and pass without anything being written.
    today();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isFirst = true;
    let isAsking = false;
    let isOver = false;
    let asksAgain = false;
    const ask = async (): Promise<void> => {
      timer = undefined;
      isFirst = false;
      isAsking = true;
      asksAgain = false;
      try {
        if (!result.isReady) await first();
        const value = await query(store);
        if (!isOver) {
          result.value = value;
          result.error = undefined;
          result.isReady = true;
        }
      } catch (error) {
        if (!isOver) result.error = error;
      }
      isAsking = false;
      if (asksAgain && !isOver) askSoon();
    };
    const askSoon = (): void => {
      timer ??= setTimeout(() => void ask(), CALM_MS);
    };
    const changed = (): void => {
      if (isAsking) asksAgain = true;
      else if (isFirst) void ask();
      else askSoon();
    };
    const subscription = store
      .observe(() => store.newsSignal(ids))
      .subscribe({ next: changed, error: (error: unknown) => (result.error = error) });
    return () => {
      isOver = true;
      clearTimeout(timer);
      subscription.unsubscribe();
    };
  });
  return result;
}

/** How many lines on Händelser the person has not read, on any of their devices. Call while a component is being made. */
export function unreadCount(): Live<number> {
  $effect(() => (session.person === null ? undefined : followSeen()));
  // It stands on every page, and none of them waits for it.
  return liveNews(() => {
    const who = listener();
    return (store) => store.unreadLines(who);
  }, untilIdle);
}

/** Puts happenings among what the person has read. */
export async function markRead(happenings: readonly Pick<Happening, 'id' | 'at'>[]): Promise<void> {
  if (happenings.length === 0) return;
  await session.store.readHappenings(happenings);
  exchangeSeenSoon();
}

/** Says which types the person does not want to be told of in the app, on this device. */
export const mute = (types: readonly HappeningType[]): Promise<void> => session.store.muteTypes(types);
