import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deleteStore, openStore, type Store } from './store.ts';

const ANNA = '0'.repeat(22) + 'ANNA';
const NOW = '2026-11-23T12:00:00.000Z';
const idea = (tail: string, fields: object = {}) => ({
  _id: 'idea:' + tail.padStart(26, '0'),
  _rev: '1-a',
  v: 1,
  by: ANNA,
  at: '2026-11-20T08:00:00.000Z',
  title: 'En idé',
  need: '',
  proposal: '',
  ...fields
});
const checkpoint = { epoch: 'e', reached: '1', compared: NOW };

let store: Store;
beforeEach(() => (store = openStore(ANNA, { now: () => NOW })));
afterEach(async () => {
  store.close();
  await deleteStore(ANNA);
});

test('an idea of the municipality is not hidden by one that takes its id in a wider space', async () => {
  const own = idea('1', { title: 'Vår' });
  await store.sync.apply('fyrbodal', [idea('1', { title: 'Någon annans' })], checkpoint);
  await store.sync.apply('uddevalla', [own], checkpoint);
  expect((await store.ideaView(own._id))?.row.document.title).toBe('Vår');
  expect((await store.ideaView('uddevalla/' + own._id.slice(5)))?.row.document.title).toBe('Vår');
  // Whoever comes from a list comes to what the list showed.
  expect((await store.ideaView('fyrbodal/' + own._id.slice(5)))?.row.document.title).toBe('Någon annans');
});

test('nothing stays on top of a list by being dated in the future', async () => {
  const future = '2090-01-01T00:00:00.000Z';
  const later = '2026-11-23T12:30:00.000Z';
  await store.sync.apply('uddevalla', [idea('1', { at: future }), idea('2', { edited: { by: ANNA, at: future } })]);
  const about = 'idea:' + '3'.padStart(26, '0');
  const comment = { _id: `comment:${about.slice(5)}:${'9'.padStart(26, '0')}`, _rev: '1-a', v: 1, idea: about };
  await store.sync.apply('uddevalla', [idea('3'), { ...comment, by: ANNA, at: future, text: 'Framtid' } as never]);
  for (const { row } of (await store.ideaPage({}, 10)).map((row) => ({ row }))) expect(row.activity).toBe(NOW);
  await store.sync.apply('uddevalla', [idea('4', { at: later })]);
  // A clock that is somewhat fast is believed: nothing of anybody's is lost, and little is gained.
  expect((await store.ideaPage({}, 1))[0]).toMatchObject({ activity: later });
});

test('what another tab changes, erases or adds is seen, whatever this tab has read before', async () => {
  const other = openStore(ANNA, { now: () => NOW });
  const titles = async (of: Store) => (await of.ideaPage({}, 10)).map((row) => row.document.title).sort();
  await store.sync.apply('uddevalla', [idea('1', { title: 'A' }), idea('2', { title: 'B' })]);
  expect(await titles(store)).toEqual(['A', 'B']);
  expect(await titles(other)).toEqual(['A', 'B']);
  await other.sync.apply('uddevalla', [
    idea('1', { title: 'A ändrad', _rev: '2-b' }),
    idea('3', { title: 'C' }),
    { _id: idea('2')._id, _rev: '2-b', _deleted: true }
  ]);
  expect(await titles(store)).toEqual(['A ändrad', 'C']);
  expect(await titles(other)).toEqual(['A ändrad', 'C']);
  other.close();
});

test('a write that came to nothing leaves no trace in what lists show', async () => {
  await store.sync.apply('uddevalla', [idea('1', { title: 'A' })]);
  await store.ideaPage({}, 10);
  const failing = store.db.transaction('rw', store.db.tables, async () => {
    await store.sync.apply('uddevalla', [idea('1', { title: 'Fel', _rev: '2-b' }), idea('2', { title: 'Fel' })]);
    throw new Error('the disk is full');
  });
  await expect(failing).rejects.toThrow('the disk is full');
  expect((await store.ideaPage({}, 10)).map((row) => row.document.title)).toEqual(['A']);
  expect(await store.ideaIds({})).toHaveLength(1);
});
