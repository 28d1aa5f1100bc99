import { session } from './session.svelte.ts';

/**
 * Saves what is unsent as a file among the device's downloads, to be imported anywhere.
 * @param keys only these entries of the outbox; all when absent
 */
export async function saveUnsent(keys?: readonly string[]): Promise<void> {
  const file = await session.store.exportUnsent(keys);
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = `ideslussen-osant-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  // The download has begun when the click returns, but some browsers read the file a little later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
