import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deleteStore, openStore, type Store } from './store.ts';

const ANNA = '0'.repeat(22) + 'ANNA';
const id = (tail: string) => tail.padStart(26, '0');
const AT = '2026-11-23T08:00:00.000Z';
const IDEA = { _id: 'idea:' + id('1'), v: 1, by: ANNA, at: AT, title: 'En idé', need: '', proposal: '' };
const COMMENT = { _id: `comment:${id('1')}:${id('2')}`, v: 1, idea: IDEA._id, by: ANNA, at: AT, text: 'Bra' };
const PHOTO = { _id: 'photo:' + id('3'), v: 1, idea: IDEA._id, by: ANNA, at: AT, width: 1, height: 1 };

let store: Store;
beforeEach(() => (store = openStore(ANNA)));
afterEach(async () => {
  store.close();
  await deleteStore(ANNA);
});

const item = (document: object, more: object = {}) => ({
  space: 'uddevalla',
  document,
  base: null,
  acceptedAt: AT,
  title: 'En idé',
  blobs: [],
  ...more
});

const take = (items: readonly object[], more: object = {}) =>
  store.importUnsent(
    new Blob([JSON.stringify({ format: 'ideslussen-osant', version: 1, person: ANNA, items, ...more })])
  );

describe('a file of unsent things', () => {
  test('comes back as it went', async () => {
    const sound = new Blob(['ljud'], { type: 'image/jpeg' });
    await store.accept({
      space: 'uddevalla',
      documents: [{ document: IDEA }, { document: COMMENT }, { document: PHOTO, blobs: { original: sound } }]
    });
    const file = await store.exportUnsent();
    store.close();
    await deleteStore(ANNA);
    store = openStore(ANNA);
    expect(await store.importUnsent(file)).toEqual({ ok: true, value: { count: 3 } });
    expect((await store.outbox()).map((entry) => entry.document)).toEqual([IDEA, COMMENT, PHOTO]);
    expect(await (await store.blob('uddevalla', PHOTO._id, 'original'))?.text()).toBe('ljud');
    expect(await store.importUnsent(file)).toEqual({ ok: true, value: { count: 0 } });
  });

  test('that the server refused is taken in too: the words are to be mended', async () => {
    for (const fields of [{ need: '19900101-2385' }, { title: 'x'.repeat(200) }])
      expect(await take([item({ ...IDEA, ...fields })])).toMatchObject({ ok: true });
    expect((await store.outbox())[0]?.document).toMatchObject({ need: '19900101-2385' });
  });

  test.each([
    ['a moment that is none, which no page could show', item({ ...COMMENT, at: 'i går' })],
    ['a text that is an object', item({ ...COMMENT, text: { a: 1 } })],
    ['a field nobody knows', item({ ...IDEA, admin: true })],
    ['fields that are missing', item({ _id: IDEA._id, v: 1 })],
    ['an id that is another document’s', item({ ...COMMENT, _id: `comment:${id('9')}:${id('2')}` })],
    ['an id that walks', item({ ...PHOTO, _id: 'photo:../x' })],
    ['an unknown kind', item({ _id: 'secret:' + id('1'), v: 1 })],
    ['a deletion of an unknown kind', item({ _id: 'secret:' + id('1'), _deleted: true })],
    ['a deletion that is not true', item({ ...IDEA, _deleted: false })],
    ['a deletion with a body', item({ ...IDEA, _deleted: true })],
    ['a moment of acceptance that is none', item(IDEA, { acceptedAt: 'nyss' })],
    ['a base that is another document', item(IDEA, { base: { ...IDEA, _id: 'idea:' + id('7') } })],
    ['a base that is no document', item(IDEA, { base: { _id: IDEA._id } })]
  ])('brings in nothing with %s', async (_name, bad) => {
    const result = await take([bad]);
    expect(result.ok ? result.value.count : 0).toBe(0);
    expect(await store.outbox()).toEqual([]);
    expect(await store.ideaPage({}, 10)).toEqual([]);
  });

  test('keeps no revisions, attachments or prototypes of the file’s making', async () => {
    const text = JSON.stringify(item({ ...IDEA, _attachments: { x: {} }, _conflicts: ['1-a'] }));
    await take([JSON.parse(text.replace('"v":1', '"v":1,"__proto__":{"title":"Annan"}')) as object]);
    const [entry] = await store.outbox();
    expect(entry?.document).toEqual(IDEA);
  });

  test('brings only pictures that the kind carries, and none in another’s place', async () => {
    await store.accept({
      space: 'uddevalla',
      documents: [{ document: PHOTO, blobs: { original: new Blob(['min'], { type: 'image/jpeg' }) } }]
    });
    const [mine] = await store.outbox();
    await store.sync.confirm([{ sent: mine!, rev: '1-a' }]);
    const blob = (name: string, type: string) => ({ name, type, data: btoa('din') });
    const other = { ...PHOTO, _id: 'photo:' + id('4') };
    await take([
      item(PHOTO, { blobs: [blob('original', 'image/jpeg')] }),
      item(other, {
        blobs: [blob('original', 'text/html'), blob('thumbnail', 'image/webp'), blob('annat', 'image/jpeg')]
      })
    ]);
    expect(await (await store.blob('uddevalla', PHOTO._id, 'original'))?.text()).toBe('min');
    expect(await store.blob('uddevalla', other._id, 'original')).toBeUndefined();
    expect(await store.blob('uddevalla', other._id, 'annat')).toBeUndefined();
    expect(await (await store.blob('uddevalla', other._id, 'thumbnail'))?.text()).toBe('din');
  });
});

test('an edit from a file is joined with what was changed here meanwhile', async () => {
  const base = { ...IDEA, _rev: '1-a' };
  const theirs = { ...base, _rev: '2-b', title: 'Ny rubrik' };
  await store.sync.apply('uddevalla', [theirs]);
  expect(await take([item({ ...base, need: 'Skrivet på en annan enhet' }, { base })])).toMatchObject({ ok: true });
  expect(await store.document('uddevalla', IDEA._id)).toMatchObject({
    title: 'Ny rubrik',
    need: 'Skrivet på en annan enhet',
    _rev: '2-b'
  });
  // What waits here of the same is joined too.
  expect(await take([item({ ...base, proposal: 'Från en tredje' }, { base })])).toMatchObject({ ok: true });
  expect((await store.outbox()).map(({ document }) => document)).toMatchObject([
    { title: 'Ny rubrik', need: 'Skrivet på en annan enhet', proposal: 'Från en tredje' }
  ]);
});
