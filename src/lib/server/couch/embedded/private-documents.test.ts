import MemoryAdapter from 'pouchdb-adapter-memory';
import PouchDB from 'pouchdb';
import { expect, test } from 'vitest';
import { privateDocuments } from './private-documents.ts';

PouchDB.plugin(MemoryAdapter);

let made = 0;
const open = () => new PouchDB('private-' + made++, { adapter: 'memory' });

test('a document is read from the database once, and anew when it has been written', async () => {
  const db = open();
  const documents = privateDocuments(db);
  let reads = 0;
  const get = db.get.bind(db);
  db.get = ((id: string) => (id === 'a' && (reads += 1), get(id))) as never;
  await documents.put({ _id: 'a', n: 1 });
  for (let times = 0; times < 3; times++) expect(await documents.get('a')).toMatchObject({ n: 1 });
  expect(reads).toBe(1);
  await documents.put({ ...(await documents.get('a'))!, n: 2 });
  expect(await documents.get('a')).toMatchObject({ n: 2 });
});

test('what is not there is looked for each time', async () => {
  const documents = privateDocuments(open());
  expect(await documents.get('a')).toBeUndefined();
  await documents.put({ _id: 'a', n: 1 });
  expect(await documents.get('a')).toMatchObject({ n: 1 });
});

test('a reading that a write overtakes is not remembered', async () => {
  const db = open();
  const documents = privateDocuments(db);
  const { rev } = await db.put({ _id: 'a', n: 1 } as never);
  const get = db.get.bind(db);
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  db.get = (async (id: string) => {
    const document = await get(id);
    await held;
    return document;
  }) as never;
  const slow = documents.get('a');
  await new Promise((resolve) => setTimeout(resolve, 20));
  await documents.put({ _id: 'a', _rev: rev, n: 2 });
  letGo();
  expect(await slow).toMatchObject({ n: 1 });
  expect(await documents.get('a')).toMatchObject({ n: 2 });
});

test('after a refused write the stored document is what is read', async () => {
  const documents = privateDocuments(open());
  await documents.put({ _id: 'a', n: 1 });
  await expect(documents.put({ _id: 'a', n: 2 })).rejects.toMatchObject({ status: 409 });
  expect(await documents.get('a')).toMatchObject({ n: 1 });
});
