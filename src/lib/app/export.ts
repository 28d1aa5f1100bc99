import { download } from './download.ts';
import { session } from './session.svelte.ts';

/**
 * Saves what is unsent as a file among the device's downloads, to be imported anywhere.
 * @param keys only these entries of the outbox; all when absent
 */
export async function saveUnsent(keys?: readonly string[]): Promise<void> {
  const file = await session.store.exportUnsent(keys);
  download(file, `ideslussen-osant-${new Date().toISOString().slice(0, 10)}.json`);
}
