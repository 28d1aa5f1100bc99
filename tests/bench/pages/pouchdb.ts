import { Dexie } from 'dexie';
import PouchDB from 'pouchdb';

// PouchDB as people use it for this: its idb adapter, pages of a thousand, and a Dexie table to query, kept by its changes.

interface Replicating extends Promise<unknown> {
  on(event: 'change', hear: () => void): void;
}

async function firstSync(space: string): Promise<{ ms: number; ideas: number }> {
  await new PouchDB('bench', { adapter: 'idb' }).destroy();
  await Dexie.delete('bench-read');
  const started = performance.now();
  const local = new PouchDB('bench', { adapter: 'idb' });
  const remote = new PouchDB(`${location.origin}/db/${space}`, { adapter: 'http', skip_setup: true });
  const model = new Dexie('bench-read', { chromeTransactionDurability: 'strict' });
  model.version(1).stores({ rows: '_id, at' });
  const rows = model.table('rows');
  let since: string | number = 0;
  const follow = async (): Promise<void> => {
    for (;;) {
      const page: PouchDB.Core.ChangesResponse<object> = await local.changes({
        since,
        limit: 1000,
        include_docs: true
      });
      if (page.results.length === 0) return;
      await rows.bulkPut(page.results.map(({ doc }) => doc));
      since = page.last_seq;
    }
  };
  let following = Promise.resolve();
  // The types come with a package of their own.
  const { replicate } = local as unknown as { replicate: { from(...all: unknown[]): Replicating } };
  const replicating = replicate.from(remote, { batch_size: 1000, batches_limit: 2, checkpoint: 'target' });
  replicating.on('change', () => {
    following = following.then(follow);
  });
  await replicating;
  await following;
  await follow();
  const ms = performance.now() - started;
  const ideas = await rows.where('_id').startsWith('idea:').count();
  await local.close();
  model.close();
  return { ms, ideas };
}

Object.assign(globalThis, { pouchdb: { firstSync } });
