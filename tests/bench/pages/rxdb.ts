import { createRxDatabase, type RxCollection, type RxDatabase } from 'rxdb/plugins/core';
import { replicateCouchDB } from 'rxdb/plugins/replication-couchdb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';

// RxDB with its Dexie storage and its CouchDB replication, pages of a thousand, for one tab.
interface Row {
  readonly id: string;
  readonly at?: string;
  readonly title?: string;
}

const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 100 },
    at: { type: 'string', maxLength: 40 },
    title: { type: 'string' }
  },
  required: ['id', 'at'],
  indexes: ['at']
} as const;

let number = 0;

async function open(): Promise<{ database: RxDatabase; rows: RxCollection<Row> }> {
  const database = await createRxDatabase({
    name: `bench-rx-${(number += 1)}`,
    storage: getRxStorageDexie(),
    multiInstance: false,
    eventReduce: true
  });
  const { rows } = await database.addCollections({ rows: { schema: schema as never } });
  return { database, rows: rows as RxCollection<Row> };
}

async function firstSync(space: string): Promise<{ ms: number; ideas: number }> {
  const started = performance.now();
  const { database, rows } = await open();
  const replication = replicateCouchDB({
    replicationIdentifier: 'bench-' + number,
    collection: rows,
    url: `${location.origin}/db/${space}/`,
    live: false,
    pull: {
      batchSize: 1000,
      // Units and people have no time of their own, and its index wants one.
      modifier: (doc: { at?: string; _deleted: boolean }) => ({ ...doc, at: doc.at ?? '' }) as never
    }
  });
  const failed = new Promise<never>((_, reject) => replication.error$.subscribe(reject));
  await Promise.race([replication.awaitInitialReplication(), failed]);
  const ms = performance.now() - started;
  const all = await rows.find().exec();
  const ideas = all.filter(({ id }) => id.startsWith('idea:')).length;
  await replication.cancel();
  await database.remove();
  return { ms, ideas };
}

/** From insert's call to the row in the page, by a live query for the newest. */
async function capture(times: number): Promise<number[]> {
  const { database, rows } = await open();
  await rows.bulkInsert(
    Array.from({ length: 1000 }, (_, index) => ({
      id: 'idea:' + index,
      at: new Date(Date.UTC(2025, 0, 1) + index * 60_000).toISOString(),
      title: 'Idé ' + index,
      need: 'Ett behov'
    }))
  );
  const list = document.body.appendChild(document.createElement('ul'));
  let shown = (_title: string): void => undefined;
  const watching = rows.find({ sort: [{ at: 'desc' }], limit: 20 }).$.subscribe((found) => {
    list.replaceChildren(
      ...found.map((row) => Object.assign(document.createElement('li'), { textContent: row.title ?? '' }))
    );
    shown(list.firstElementChild?.textContent ?? '');
  });
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn++) {
    const title = `Fångad ${turn} ${performance.now()}`;
    const isShown = new Promise<number>(
      (resolve) => (shown = (first) => first === title && resolve(performance.now()))
    );
    const started = performance.now();
    await rows.insert({ id: 'idea:ny' + turn, at: new Date().toISOString(), title, need: 'Ett behov' } as Row);
    taken.push((await isShown) - started);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  watching.unsubscribe();
  list.remove();
  await database.remove();
  return taken;
}

Object.assign(globalThis, { rxdb: { firstSync, capture } });
