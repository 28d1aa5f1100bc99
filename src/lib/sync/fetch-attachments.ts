import type { Store } from '#lib/store/store.ts';
import { problemOf } from './problems.ts';

/** Fetched at the same time: HTTP/1.1 gives six connections, and the words go before the pictures. */
const AT_ONCE = 3;

/** Fetches the pictures and sounds that are wanted here, a few at a time. */
export async function fetchWanted(store: Store, remote: (space: string) => PouchDB.Database): Promise<number> {
  const queue = await store.sync.wanted();
  let fetched = 0;
  const work = async (): Promise<void> => {
    for (let key = queue.shift(); key !== undefined; key = queue.shift()) {
      const [space, id, name] = key.split('/') as [string, string, string];
      try {
        const blob = await remote(space).getAttachment(id, name);
        await store.sync.fetched(key, await bytesOf(blob));
        fetched += 1;
      } catch (error) {
        const problem = problemOf(error);
        // Erased meanwhile, or never there: nobody needs to ask again.
        if (problem.code !== 'not-member') throw problem;
        await store.sync.fetched(key, undefined);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return fetched;
}

// PouchDB gives a Blob in browsers and a Buffer in Node.
async function bytesOf(blob: Blob | Buffer): Promise<{ bytes: ArrayBuffer; type: string }> {
  if (blob instanceof Blob) return { bytes: await blob.arrayBuffer(), type: blob.type };
  const bytes = new Uint8Array(blob);
  return { bytes: bytes.buffer as ArrayBuffer, type: (blob as { type?: string }).type ?? '' };
}
