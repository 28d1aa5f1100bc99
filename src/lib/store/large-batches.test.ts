import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deleteStore, openStore, type Store } from './store.ts';

// A transaction is lost where a function in it waits a hundred times in a row for nothing from the store.
const MANY = 500;
const ANNA = '0'.repeat(22) + 'ANNA';
const AT = '2026-11-20T08:00:00.000Z';
const idOf = (number: number): string => 'idea:' + String(number).padStart(26, '0');
const ideas = Array.from({ length: MANY }, (_, number) => ({
  _id: idOf(number),
  v: 1,
  by: ANNA,
  at: AT,
  title: 'Idé ' + number,
  need: '',
  proposal: ''
}));

let store: Store;
beforeEach(() => (store = openStore(ANNA)));
afterEach(async () => {
  store.close();
  await deleteStore(ANNA);
});

test('many documents are accepted at once', async () => {
  await store.accept({ space: 'uddevalla', documents: ideas.map((document) => ({ document })) });
  expect(await store.ideaIds({})).toHaveLength(MANY);
  expect((await store.counts()).waiting).toBe(MANY);
});

test('many erasures of what was never here come in the same transaction as the rest', async () => {
  const gone = Array.from({ length: MANY }, (_, number) => ({ _id: idOf(MANY + number), _rev: '2-b', _deleted: true }));
  const checkpoint = { epoch: 'e', reached: '1', compared: AT };
  const [first] = ideas;
  await store.sync.apply('uddevalla', [{ ...first!, _rev: '1-a' }, ...(gone as never[])], checkpoint);
  expect(await store.ideaIds({})).toHaveLength(1);
  expect(await store.sync.checkpoint('uddevalla')).toEqual(checkpoint);
});

test('many erasures that come to nothing take nothing away', async () => {
  await store.sync.apply(
    'uddevalla',
    ideas.map((document) => ({ ...document, _rev: '1-a' }))
  );
  const ids = ideas.map((document) => document._id);
  const failing = store.db.transaction('rw', store.db.tables, async () => {
    await store.sync.drop('uddevalla', ids);
    throw new Error('the disk is full');
  });
  await expect(failing).rejects.toThrow('the disk is full');
  expect(await store.ideaIds({})).toHaveLength(MANY);
});
