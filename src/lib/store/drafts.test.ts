import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, expect, test } from 'vitest';
import { openStore, type Store } from './store.ts';

const disk = { indexedDB: new IDBFactory(), IDBKeyRange } as unknown as { indexedDB: IDBFactory };
const stores: Store[] = [];
const open = (): Store => {
  const store = openStore('0'.repeat(26), disk as never);
  stores.push(store);
  return store;
};
afterEach(() => stores.splice(0).forEach((store) => store.close()));

const picture = (text: string) => new Blob([text], { type: 'image/jpeg' });
const textOf = async (store: Store, id: string) =>
  Promise.all((await store.draft(id))!.blobs.map(async ({ name, blob }) => [name, await blob.text()]));

test('a draft comes back with its words and pictures after the app was closed', async () => {
  const store = open();
  await store.saveDraft('ny:1', {
    fields: { title: 'Hal trappa' },
    blobs: [{ name: 'a/original', blob: picture('en') }]
  });
  store.close();
  const again = open();
  expect((await again.draft('ny:1'))!.fields).toEqual({ title: 'Hal trappa' });
  expect(await textOf(again, 'ny:1')).toEqual([['a/original', 'en']]);
});

test('typing does not write the pictures again', async () => {
  const store = open();
  const blobs = [{ name: 'a/original', blob: picture('en') }];
  await store.saveDraft('ny:2', { fields: { title: 'H' }, blobs });
  let pictureWrites = 0;
  store.db.draftBlobs.hook('creating', () => void (pictureWrites += 1));
  store.db.draftBlobs.hook('updating', () => void (pictureWrites += 1));
  await store.saveDraft('ny:2', { fields: { title: 'Ha' }, blobs });
  expect(pictureWrites).toBe(0);
  expect((await store.draft('ny:2'))!.fields).toEqual({ title: 'Ha' });
});

test('another sound under the same name takes the first one’s place, and a removed picture is gone', async () => {
  const store = open();
  const blobs = [
    { name: 'sound', blob: picture('första') },
    { name: 'a/original', blob: picture('en') }
  ];
  await store.saveDraft('ny:3', { fields: {}, blobs });
  await store.saveDraft('ny:3', { fields: {}, blobs: [{ name: 'sound', blob: picture('andra') }] });
  expect(await textOf(store, 'ny:3')).toEqual([['sound', 'andra']]);
});

test('a draft that became an idea leaves nothing behind', async () => {
  const store = open();
  await store.saveDraft('ny:4', { fields: {}, blobs: [{ name: 'sound', blob: picture('x') }] });
  await store.accept({ space: 'uddevalla', documents: [], draft: 'ny:4' });
  expect(await store.draft('ny:4')).toBeUndefined();
  expect(await store.db.draftBlobs.where('key').startsWith('ny:4/').count()).toBe(0);
});
