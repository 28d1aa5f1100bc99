import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Envelope } from '#lib/domain/kind.ts';
import { deleteStore, openStore, type Store } from './store.ts';

const id = (tail: string): string => tail.padStart(26, '0');
const COACH = id('C0ACH');
const NOW = '2026-11-23T12:00:00.000Z';
const idea: Envelope = {
  _id: 'idea:' + id('1'),
  ...{ v: 1, by: COACH, at: NOW, title: 'Bänk', need: '', proposal: '' }
};
const share: Envelope = {
  _id: 'share:' + id('2'),
  ...{ v: 1, idea: idea._id, from: 'uddevalla', to: 'trollhattan', by: COACH, at: NOW },
  ...{ title: 'Bänk', need: '', proposal: '', reason: '' }
};

let store: Store;
beforeEach(() => (store = openStore(COACH, { now: () => NOW })));
afterEach(async () => {
  store.close();
  await deleteStore(COACH);
});

test('what is done in two spaces at once is accepted in both, and its draft goes', async () => {
  await store.saveDraft('svar/1', { fields: { text: 'Hej' }, blobs: [] });
  await store.acceptAll([
    { space: 'uddevalla', documents: [{ document: idea }], draft: 'svar/1' },
    { space: 'fyrbodal', documents: [{ document: share }] }
  ]);
  expect(await store.document('uddevalla', idea._id)).toEqual(idea);
  expect(await store.document('fyrbodal', share._id)).toEqual(share);
  expect((await store.outbox()).map(({ space, id }) => [space, id])).toEqual([
    ['uddevalla', idea._id],
    ['fyrbodal', share._id]
  ]);
  expect(await store.draft('svar/1')).toBeUndefined();
});

test('where one of them cannot be written none is, and the draft stays', async () => {
  await store.saveDraft('svar/1', { fields: { text: 'Hej' }, blobs: [] });
  // A function cannot be stored: the write fails half way, as when the disk is full.
  const broken = { ...share, _id: 'share:' + id('3'), reason: (() => 'no clone') as never } as Envelope;
  await expect(
    store.acceptAll([
      { space: 'uddevalla', documents: [{ document: idea }], draft: 'svar/1' },
      { space: 'fyrbodal', documents: [{ document: broken }] }
    ])
  ).rejects.toThrow();
  expect(await store.document('uddevalla', idea._id)).toBeUndefined();
  expect(await store.outbox()).toEqual([]);
  expect(await store.draft('svar/1')).toBeDefined();
});
