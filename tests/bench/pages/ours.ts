import { deleteStore, openStore } from '#lib/store/store.ts';
import { createEngine } from '#lib/sync/engine.ts';
import { httpHub } from '#lib/sync/http-hub.ts';

/** A first sync into an empty device, with the product's own engine and store. Milliseconds. */
async function firstSync(person: string): Promise<{ ms: number; ideas: number }> {
  await deleteStore(person);
  const started = performance.now();
  const store = openStore(person);
  const engine = createEngine({ hub: httpHub(location.origin, person), store, now: () => new Date().toISOString() });
  const report = await engine.round();
  if (report.outcome !== 'done') throw new Error(report.outcome);
  const ms = performance.now() - started;
  const ideas = (await store.ideaIds({})).length;
  store.close();
  return { ms, ideas };
}

/** The physical limit: the same documents in one response, put raw into IndexedDB with one index. Milliseconds. */
async function limit(space: string): Promise<{ ms: number; ideas: number }> {
  await promised(indexedDB.deleteDatabase('limit'));
  const started = performance.now();
  const response = await fetch(`/db/${space}/_changes?include_docs=true&since=0`);
  const { results } = (await response.json()) as { results: { id: string; doc: object }[] };
  const opening = indexedDB.open('limit', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { keyPath: '_id' }).createIndex('at', 'at');
  const db = await promised(opening);
  const transaction = db.transaction('rows', 'readwrite', { durability: 'strict' });
  const rows = transaction.objectStore('rows');
  for (const { doc } of results) rows.put(doc);
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onerror = () => reject(transaction.error);
  });
  const ms = performance.now() - started;
  db.close();
  return { ms, ideas: results.filter(({ id }) => id.startsWith('idea:')).length };
}

const promised = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

Object.assign(globalThis, { bench: { firstSync, limit } });
