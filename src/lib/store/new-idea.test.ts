import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deleteStore, openStore, type Store } from './store.ts';

const ANNA = '0'.repeat(22) + 'ANNA';
const AT = '2026-11-23T12:00:00.000Z';
const ID = 'idea:' + '1'.padStart(26, '0');
const idea = { _id: ID, v: 1, by: ANNA, at: AT, title: 'En idé', need: '', proposal: '' };
const accept = (document: object) => store.accept({ space: 'uddevalla', documents: [{ document: document as never }] });

let store: Store;
beforeEach(() => (store = openStore(ANNA, { now: () => AT })));
afterEach(async () => {
  store.close();
  await deleteStore(ANNA);
});

test('a new idea that was spoken of before it was written here has what was said', async () => {
  const comment = { _id: `comment:${ID.slice(5)}:${'9'.padStart(26, '0')}`, _rev: '1-a', v: 1, idea: ID, by: ANNA };
  await store.sync.apply('uddevalla', [{ ...comment, at: AT, text: 'Ja!' } as never]);
  await accept(idea);
  expect(await store.ideaPage({}, 10)).toMatchObject([{ id: ID, comments: 1, status: 'saved' }]);
});

test('the same new idea accepted twice is one promise, of what was said last', async () => {
  await accept(idea);
  await accept({ ...idea, title: 'Igen' });
  expect(await store.outbox()).toMatchObject([{ id: ID, edit: 2, document: { title: 'Igen' } }]);
});

test('an idea whose promise is left though its row has gone takes the promise up again', async () => {
  await accept(idea);
  const [entry] = await store.sync.waiting();
  await store.sync.refuse(entry!, { code: 'not-member' });
  await store.sync.leave('uddevalla');
  expect(await store.ideaIds({})).toEqual([]);
  await accept({ ...idea, title: 'Tillbaka' });
  expect(await store.outbox()).toMatchObject([{ seq: entry!.seq, state: 'waiting', document: { title: 'Tillbaka' } }]);
  expect(await store.ideaPage({}, 10)).toMatchObject([{ id: ID, document: { title: 'Tillbaka' } }]);
});

test('a new idea with its draft: the draft goes with it, and stays when the disk is full', async () => {
  await store.saveDraft('ny', { fields: { title: 'En idé' }, blobs: [] });
  const { put } = store.db.outbox;
  store.db.outbox.put = () => {
    throw new DOMException('the disk is full', 'QuotaExceededError');
  };
  const failing = store.accept({ space: 'uddevalla', documents: [{ document: idea as never }], draft: 'ny' });
  await expect(failing).rejects.toThrow('the disk is full');
  expect(await store.draft('ny')).toBeDefined();
  expect(await store.ideaIds({})).toEqual([]);
  store.db.outbox.put = put;
  await store.accept({ space: 'uddevalla', documents: [{ document: idea as never }], draft: 'ny' });
  expect(await store.draft('ny')).toBeUndefined();
  expect(await store.ideaIds({})).toHaveLength(1);
});
