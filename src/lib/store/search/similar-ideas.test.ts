import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, expect, test } from 'vitest';
import type { Envelope } from '#lib/domain/kind.ts';
import { openStore, type Store } from '../store.ts';
import { IdeaSearch, type SimilarFilter } from './idea-search.ts';

let store: Store;
afterEach(() => store.close());

const NOW = '2026-06-01T08:00:00.000Z';
const person = 'P'.repeat(26);
const ulidOf = (number: number): string => String(number).padStart(26, '0');
const doc = (fields: object): Envelope => ({ _rev: '1-a', v: 1, ...fields }) as unknown as Envelope;

const idea = (number: number, title: string, fields: object = {}) =>
  doc({
    _id: 'idea:' + ulidOf(number),
    by: person,
    at: `2026-01-0${number}T08:00:00.000Z`,
    title,
    need: '',
    proposal: '',
    ...fields
  });

const decision = (number: number, to: string, at: string, fields: object = {}) =>
  doc({
    _id: `decision:${ulidOf(number)}:${ulidOf(90 + number)}`,
    idea: 'idea:' + ulidOf(number),
    by: person,
    at,
    from: 'ny',
    to,
    reason: 'Därför.',
    follows: [],
    ...fields
  });

function open(): (text: string, among?: Partial<SimilarFilter>) => Promise<number[]> {
  store = openStore(person, {
    now: () => NOW,
    sizes: { rowsAPack: 2, entriesAPage: 3 },
    indexedDB: new IDBFactory(),
    IDBKeyRange: IDBKeyRange as unknown as typeof globalThis.IDBKeyRange
  });
  store.db.clock = () => NOW;
  const search = new IdeaSearch(store.db);
  return async (text, among = {}) =>
    (await search.similar(text, { limit: 3, ...among })).map(({ key }) => Number(key.slice(-26)));
}

test('an idea that was merged is represented by the one it lives on in, once', async () => {
  const similar = open();
  await store.sync.apply('uddevalla', [
    idea(1, 'Nyckelskåp'),
    idea(2, 'Nycklar i skåp'),
    idea(3, 'Frukost'),
    decision(2, 'sammanslagen', '2026-02-01T08:00:00.000Z', { into: 'idea:' + ulidOf(3) }),
    decision(1, 'sammanslagen', '2026-02-01T08:00:00.000Z', { into: 'idea:' + ulidOf(3) })
  ]);
  expect(await similar('Nyckelskåpen')).toEqual([3]);
  expect(await similar('Nyckelskåpen', { stages: ['ny'] })).toEqual([3]);
  expect(await similar('Nyckelskåpen', { stages: ['sammanslagen'] })).toEqual([]);
});

test('those taken back or closed for a year are left out, and those closed since stand last', async () => {
  const similar = open();
  await store.sync.apply('uddevalla', [
    idea(1, 'Nyckelskåp', { retracted: { by: person, at: '2026-02-01T08:00:00.000Z' } }),
    idea(2, 'Nyckelskåp'),
    idea(3, 'Nyckelskåp'),
    idea(4, 'Låset', { need: 'Nyckelskåpet' }),
    decision(2, 'avslutad', '2025-05-30T08:00:00.000Z'),
    decision(3, 'avslutad', '2025-06-02T08:00:00.000Z')
  ]);
  expect(await similar('Nyckelskåpen')).toEqual([4, 3]);
});

test('only those of the space and the stages asked for, and no more than asked for', async () => {
  const similar = open();
  await store.sync.apply('uddevalla', [
    idea(1, 'Nyckelskåp'),
    idea(2, 'Nyckelskåp'),
    decision(2, 'vilande', '2026-02-01T08:00:00.000Z')
  ]);
  await store.sync.apply('fyrbodal', [idea(3, 'Nyckelskåp')]);
  expect((await similar('Nyckelskåpen')).sort()).toEqual([1, 2, 3]);
  expect(await similar('Nyckelskåpen', { space: 'fyrbodal' })).toEqual([3]);
  expect(await similar('Nyckelskåpen', { stages: ['vilande'] })).toEqual([2]);
  expect(await similar('Nyckelskåpen', { limit: 1 })).toHaveLength(1);
});

test('follows what changes', async () => {
  const similar = open();
  await store.sync.apply('uddevalla', [idea(1, 'Nyckelskåp')]);
  expect(await similar('Nyckelskåpen')).toEqual([1]);
  await store.sync.apply('uddevalla', [doc({ ...idea(1, 'Frukost'), _rev: '2-b' })]);
  expect(await similar('Nyckelskåpen')).toEqual([]);
});
