import { setStageLabels } from '#lib/messages/stages.svelte.ts';
import type { Store } from '#lib/store/store.ts';

/** Has every stage on the screen called what a municipality calls it, until the returned function is called. */
export function followStageLabels(store: Store, space: string | undefined): () => void {
  if (space === undefined) return () => undefined;
  const subscription = store
    .observe(() => store.settings(space))
    // A disk that does not answer leaves the stages their common names; the page says that it does not.
    .subscribe({ next: (settings) => setStageLabels(settings?.labels ?? {}), error: () => undefined });
  return () => {
    subscription.unsubscribe();
    setStageLabels({});
  };
}
