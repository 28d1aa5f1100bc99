import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Envelope } from '#lib/domain/kind.ts';
import { openStore, type Store } from './store.ts';

const ulidOf = (number: number): string => String(number).padStart(26, '0');
const me = ulidOf(900);
const other = ulidOf(901);
const AT = '2026-01-01T08:00:00.000Z';
const doc = (fields: object): Envelope => ({ _rev: '1-a', v: 1, ...fields }) as unknown as Envelope;
const ideaDoc = (number: number, fields: object = {}): Envelope =>
  doc({ _id: 'idea:' + ulidOf(number), by: other, at: AT, title: 'Idé ' + number, need: '', proposal: '', ...fields });

let store: Store;
beforeEach(() => {
  store = openStore(me, {
    sizes: { rowsAPack: 2, entriesAPage: 3 },
    indexedDB: new IDBFactory(),
    IDBKeyRange: IDBKeyRange as unknown as typeof globalThis.IDBKeyRange
  });
});
afterEach(() => store.close());

test('an idea knows what it builds on, and what builds on it, also out of a pack', async () => {
  const first = 'idea:' + ulidOf(1);
  await store.sync.apply(
    'uddevalla',
    [
      ideaDoc(1),
      ideaDoc(2, { buildsOn: first }),
      ideaDoc(3, { buildsOn: first, retracted: { by: other, at: AT } }),
      ideaDoc(4)
    ],
    { epoch: 'e', reached: '4', compared: AT }
  );
  await store.sync.apply('uddevalla', [doc({ ...ideaDoc(5), buildsOn: first })]);
  const base = (await store.ideaView(first))!;
  expect(base.builtOnBy.map(({ document }) => document.title).sort()).toEqual(['Idé 2', 'Idé 5']);
  expect(base.buildsOn).toBeUndefined();
  const built = (await store.ideaView('idea:' + ulidOf(2)))!;
  expect(built.buildsOn?.id).toBe(first);
  expect(built.builtOnBy).toEqual([]);
});

test('people of a space are those with a name there', async () => {
  await store.sync.apply('uddevalla', [
    doc({ _id: 'person:' + me, name: 'Örjan' }),
    doc({ _id: 'person:' + other, name: 'Anna', unit: 'unit:' + ulidOf(7) })
  ]);
  await store.sync.apply('fyrbodal', [doc({ _id: 'person:' + ulidOf(902), name: 'Bo' })]);
  expect(await store.people('uddevalla')).toEqual([
    { id: other, name: 'Anna', unit: 'unit:' + ulidOf(7) },
    { id: me, name: 'Örjan', unit: undefined }
  ]);
});

test('followed ideas are those this person follows, while they do', async () => {
  const follow = (number: number, by: string, given: boolean): Envelope =>
    doc({
      _id: `follow:${ulidOf(number)}:${by}`,
      idea: 'idea:' + ulidOf(number),
      by,
      state: { given, at: AT }
    });
  await store.sync.apply('uddevalla', [ideaDoc(1), ideaDoc(2), ideaDoc(3)]);
  expect(await store.followedIdeas()).toEqual([]);
  await store.sync.apply('uddevalla', [follow(1, me, true), follow(2, me, false), follow(3, other, true)]);
  expect((await store.followedIdeas()).map(({ id }) => id)).toEqual(['idea:' + ulidOf(1)]);
});

test('a version of a comment waits under the idea it was said about', async () => {
  await store.sync.apply('uddevalla', [ideaDoc(1)]);
  const of = `comment:${ulidOf(1)}:${ulidOf(2)}`;
  const variant = doc({
    _id: `variant:${of}:00000000000000`,
    of,
    field: 'text',
    text: 'Hej',
    by: me,
    at: AT,
    owner: me
  });
  await store.accept({ space: 'uddevalla', documents: [{ document: variant }] });
  expect((await store.outbox())[0]).toMatchObject({ idea: 'idea:' + ulidOf(1), title: 'Idé 1' });
});
