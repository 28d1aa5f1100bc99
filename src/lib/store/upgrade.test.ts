import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { tableDefinitions } from './database.ts';
import { deleteStore, openStore } from './store.ts';
import { storeName } from './store-name.ts';

const ANNA = '0'.repeat(22) + 'ANNA';
const idea = (tail: string) => ({
  _id: 'idea:' + tail.padStart(26, '0'),
  v: 1,
  by: ANNA,
  at: '2026-11-20T08:00:00.000Z',
  title: 'Idé ' + tail,
  need: '',
  proposal: ''
});

/** The database as an app had it that knew fewer kinds, and fewer indexes. */
async function olderDatabase(): Promise<Dexie> {
  const { follow: _follow, settings: _settings, referral: _referral, ...known } = tableDefinitions();
  const old = new Dexie(storeName(ANNA));
  old.version(1).stores({ ...known, decision: 'key, document.idea' });
  await old.open();
  return old;
}

afterEach(() => deleteStore(ANNA));

test('what an older app had saved is there when a newer one opens, and new kinds have their tables', async () => {
  const old = await olderDatabase();
  await old.table('outbox').add({ key: 'uddevalla/x', space: 'uddevalla', id: 'x', state: 'waiting', idea: '' });
  old.close();
  const store = openStore(ANNA);
  expect((await store.counts()).waiting).toBe(1);
  await store.accept({ space: 'uddevalla', documents: [{ document: idea('1') }] });
  expect(await store.ideaIds({})).toHaveLength(1);
  expect(await store.replies('uddevalla')).toEqual([]);
  store.close();
});

test('a store of the first form is brought to the one of today, rows and all', async () => {
  const old = await olderDatabase();
  const key = 'uddevalla/' + idea('1')._id;
  const row = {
    key,
    id: idea('1')._id,
    space: 'uddevalla',
    document: idea('1'),
    unit: '',
    stage: 'ny',
    activity: idea('1').at,
    supports: 0,
    comments: 0
  };
  const entry = { key, pack: 0, unit: '', stage: 'ny', activity: idea('1').at, mine: true };
  await old.table('packs').put({ pack: 0, rows: [{ ...row, place: { page: 0, pack: 0 } }] });
  await old.table('directory').put({ page: 0, entries: [entry] });
  await old.table('meta').bulkPut([
    { name: 'directory', value: { stamps: [0.5], filled: 1, packs: 1 } },
    { name: 'identities', value: ['ALIAS'] }
  ]);
  old.close();
  const store = openStore(ANNA);
  expect(await store.myIdeas()).toMatchObject([{ document: { title: 'Idé 1' } }]);
  await store.sync.renew();
  expect((await store.inbox('uddevalla')).waiting).toMatchObject([{ due: '2026-12-04', since: idea('1').at }]);
  await store.accept({ space: 'uddevalla', documents: [{ document: idea('2') }] });
  expect(await store.ideaIds({})).toHaveLength(2);
  store.close();
});

test('an older app’s tab that stands open beside it goes on saving', async () => {
  const old = await olderDatabase();
  const store = openStore(ANNA);
  await store.accept({ space: 'uddevalla', documents: [{ document: idea('1') }] });
  await old.table('drafts').put({ id: 'utkast', fields: {}, at: '2026-11-20T08:00:00.000Z' });
  await store.accept({ space: 'uddevalla', documents: [{ document: idea('2') }] });
  expect(await store.ideaIds({})).toHaveLength(2);
  expect(await store.drafts()).toHaveLength(1);
  old.close();
  store.close();
});
