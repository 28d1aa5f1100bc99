// L, the physical limit: the same bytes in one response, raw IndexedDB.

const NAME = 'limit';

const promised = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function open(): Promise<IDBDatabase> {
  const opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { keyPath: '_id' }).createIndex('at', 'at');
  return promised(opening);
}

async function put(db: IDBDatabase, docs: readonly object[]): Promise<void> {
  const transaction = db.transaction('rows', 'readwrite', { durability: 'strict' });
  const rows = transaction.objectStore('rows');
  for (const doc of docs) rows.put(doc);
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onerror = () => reject(transaction.error);
  });
}

interface Changes {
  readonly results: readonly { readonly id: string; readonly doc: object }[];
  readonly last_seq: string;
}

/** @param plain asks for an answer without compression */
async function changes(space: string, since: string, plain: boolean): Promise<Changes> {
  const query = new URLSearchParams({ include_docs: 'true', since });
  const response = await fetch(`/db/${space}/_changes?${query}`, {
    cache: 'no-store',
    headers: plain ? { 'x-plain': '1' } : {}
  });
  return (await response.json()) as Changes;
}

/** Everything there is, into an empty device. */
async function firstSync(space: string, plain: boolean): Promise<{ ms: number; ideas: number; seq: string }> {
  await promised(indexedDB.deleteDatabase(NAME));
  const started = performance.now();
  const { results, last_seq } = await changes(space, '0', plain);
  const db = await open();
  await put(
    db,
    results.map(({ doc }) => doc)
  );
  const ms = performance.now() - started;
  db.close();
  return { ms, ideas: results.filter(({ id }) => id.startsWith('idea:')).length, seq: last_seq };
}

/** What is new since `since`. */
async function catchUp(space: string, since: string): Promise<{ ms: number; count: number; seq: string }> {
  const db = await open();
  const started = performance.now();
  const { results, last_seq } = await changes(space, since, false);
  await put(
    db,
    results.map(({ doc }) => doc)
  );
  const ms = performance.now() - started;
  db.close();
  return { ms, count: results.length, seq: last_seq };
}

/** Sends documents in one request and keeps the answer. */
async function push(space: string, docs: readonly { readonly _id: string }[]): Promise<{ ms: number }> {
  const db = await open();
  const started = performance.now();
  const response = await fetch(`/db/${space}/_bulk_docs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ docs })
  });
  const answers = (await response.json()) as { ok?: true; rev: string }[];
  await put(
    db,
    docs.map((doc, index) => ({ ...doc, _rev: answers[index]!.rev }))
  );
  const ms = performance.now() - started;
  if (!answers.every(({ ok }) => ok === true)) throw new Error(JSON.stringify(answers.find(({ ok }) => ok !== true)));
  db.close();
  return { ms };
}

/** One record put and on the disk, so many times: what any write of anything costs here. */
async function strictPut(times: number): Promise<number[]> {
  const db = await open();
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn++) {
    const started = performance.now();
    await put(db, [{ _id: 'idea:' + turn, at: new Date().toISOString(), title: 'Fångad', need: 'Ett behov' }]);
    taken.push(performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  db.close();
  return taken;
}

Object.assign(globalThis, { limit: { firstSync, catchUp, push, strictPut } });
