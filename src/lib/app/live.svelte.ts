import type { Store } from '#lib/store/store.ts';
import { session } from './session.svelte.ts';

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;

/** What a query last gave. `isReady` is false until it has given something. */
export class Live<T> {
  value = $state.raw<T | undefined>(undefined);
  isReady = $state(false);
  /** What the store failed with, while it is being tried again. */
  error = $state.raw<unknown>(undefined);
}

/**
 * Follows a query of the person's store: it runs again when what it read changes, in any tab, and
 * when the runes that `choose` reads change. Call while a component is being made.
 *
 * `live(() => { const id = page.params.id; return (store) => store.ideaView(id); })`
 */
export function live<T>(choose: () => (store: Store) => Promise<T>): Live<T> {
  const result = new Live<T>();
  $effect(() => {
    if (session.person === null) return;
    const { store } = session;
    const query = choose();
    let retry: ReturnType<typeof setTimeout> | undefined;
    let delay = FIRST_RETRY_MS;
    const observe = () =>
      store
        .observe(() => query(store))
        .subscribe(
          (value) => {
            delay = FIRST_RETRY_MS;
            result.value = value;
            result.error = undefined;
            result.isReady = true;
          },
          (error: unknown) => {
            result.error = error;
            // WebKit loses its connection to the disk now and then, and finds it again.
            retry = setTimeout(() => (subscription = observe()), delay);
            delay = Math.min(delay * 2, LAST_RETRY_MS);
          }
        );
    let subscription = observe();
    return () => {
      clearTimeout(retry);
      subscription.unsubscribe();
    };
  });
  return result;
}
