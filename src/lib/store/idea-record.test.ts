import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { kinds } from '#lib/domain/registry.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { openStore, type Store } from './store.ts';

const ulidOf = (number: number): string => String(number).padStart(26, '0');
const me = ulidOf(900);
const other = ulidOf(901);
const alias = ulidOf(902);
const AT = '2026-01-01T08:00:00.000Z';
const doc = (fields: object): Envelope => ({ _rev: '1-a', v: 1, ...fields }) as unknown as Envelope;
const ideaDoc = (number: number, fields: object = {}): Envelope =>
  doc({ _id: 'idea:' + ulidOf(number), by: other, at: AT, title: 'Idé ' + number, need: '', proposal: '', ...fields });
const mark = { idea: 'idea:' + ulidOf(1), by: other, at: AT };

let store: Store;
beforeEach(() => {
  store = openStore(me, {
    indexedDB: new IDBFactory(),
    IDBKeyRange: IDBKeyRange as unknown as typeof globalThis.IDBKeyRange
  });
});
afterEach(() => store.close());

/** As a sync brings a space. */
const pull = (space: string, documents: readonly Envelope[]) =>
  store.sync.apply(space, documents, { epoch: 'e', reached: '1', compared: AT });

const idsOf = async (id: number): Promise<string[]> =>
  (await store.ideaRecord('idea:' + ulidOf(id)))!.documents.map((document) => document._id);

test('an idea that is not here has no record', async () => {
  expect(await store.ideaRecord('idea:' + ulidOf(1))).toBeUndefined();
});

test('everything that belongs to an idea is in its record, and what it speaks of, without revisions', async () => {
  const unit = 'unit:' + ulidOf(7);
  await pull('uddevalla', [
    ideaDoc(1, { unit }),
    ideaDoc(2),
    doc({ _id: `comment:${ulidOf(1)}:${ulidOf(11)}`, ...mark, text: 'Ja', mentions: [me] }),
    doc({ _id: `comment:${ulidOf(2)}:${ulidOf(12)}`, ...mark, idea: 'idea:' + ulidOf(2), text: 'En annan' }),
    doc({ _id: `support:${ulidOf(1)}:${me}`, idea: mark.idea, by: me, state: { given: true, at: AT } }),
    doc({ _id: `fieldvalue:${ulidOf(1)}:${ulidOf(8)}`, ...mark, field: 'field:' + ulidOf(8), value: '3' }),
    doc({ _id: 'field:' + ulidOf(8), label: 'Hur många?', type: 'number', order: 1 }),
    doc({ _id: unit, name: 'Norr' }),
    doc({ _id: 'unit:' + ulidOf(9), name: 'Söder' }),
    doc({ _id: 'person:' + other, name: 'Anna' }),
    doc({ _id: 'person:' + me, name: 'Bo' }),
    doc({ _id: 'person:' + ulidOf(903), name: 'En utanför' })
  ]);
  const record = (await store.ideaRecord('idea:' + ulidOf(1)))!;
  expect(record.documents.map((document) => document._id).sort()).toEqual(
    [
      mark.idea,
      `comment:${ulidOf(1)}:${ulidOf(11)}`,
      `support:${ulidOf(1)}:${me}`,
      `fieldvalue:${ulidOf(1)}:${ulidOf(8)}`,
      'field:' + ulidOf(8),
      unit,
      'person:' + other,
      'person:' + me
    ].sort()
  );
  expect(record.documents[0]).toEqual({ ...ideaDoc(1, { unit }), _rev: undefined });
  expect(JSON.stringify(record)).not.toContain('_rev');
});

test('every kind that belongs to an idea can be found, by it or by what belongs to it', () => {
  // What the record reads it reads by the kinds: one that cannot be found would be left out unseen.
  for (const kind of Object.values(kinds))
    if ((kind as { parent?: string }).parent === 'idea')
      expect([kind.name, kind.index.length > 0]).toEqual([kind.name, true]);
});

test('who hides stays hidden: nothing in the record ties the alias to anybody', async () => {
  await pull('uddevalla', [
    ideaDoc(1, { by: alias, hidden: true }),
    doc({ _id: 'person:' + me, name: 'Bo' }),
    doc({ _id: 'person:' + other, name: 'Anna' })
  ]);
  await store.sync.knowIdentities([alias]);
  expect(await idsOf(1)).toEqual(['idea:' + ulidOf(1)]);
  expect(JSON.stringify(await store.ideaRecord('idea:' + ulidOf(1)))).not.toContain(me);
});

test('what was merged into it and what was given to that is in it; other spaces are not', async () => {
  const into = { from: 'ny', to: 'sammanslagen', reason: 'Samma', into: mark.idea, follows: [] };
  const decision = { ...mark, _id: `decision:${ulidOf(2)}:${ulidOf(20)}`, idea: 'idea:' + ulidOf(2), ...into };
  const comment = `comment:${ulidOf(2)}:${ulidOf(21)}`;
  await pull('uddevalla', [
    ideaDoc(1),
    ideaDoc(2),
    doc(decision),
    doc({ ...mark, _id: comment, idea: 'idea:' + ulidOf(2), text: 'Min' })
  ]);
  await pull('fyrbodal', [
    doc({ ...mark, _id: `comment:${ulidOf(1)}:${ulidOf(30)}`, text: 'Någon annanstans' }),
    doc({ ...mark, _id: 'share:' + ulidOf(31), from: 'uddevalla', to: 'orust', title: 'Idé', need: '', proposal: '' })
  ]);
  expect((await idsOf(1)).sort()).toEqual(
    ['idea:' + ulidOf(1), 'idea:' + ulidOf(2), decision._id, comment, 'share:' + ulidOf(31)].sort()
  );
});

test('a story comes with its picture, which is found by the story', async () => {
  const story = 'story:' + ulidOf(50);
  const picture = 'storypicture:' + ulidOf(51);
  await pull('uddevalla', [
    ideaDoc(1),
    doc({ ...mark, _id: story, title: 'Så gick det', text: 'Bra.' }),
    doc({ ...mark, _id: picture, story, width: 1, height: 1 })
  ]);
  expect(await idsOf(1)).toEqual([mark.idea, story, picture]);
});

test('pictures are named whether they are here or not', async () => {
  const photo = 'photo:' + ulidOf(40);
  const stub = { content_type: 'image/jpeg', length: 3, stub: true, digest: 'x' };
  await pull('uddevalla', [
    ideaDoc(1),
    doc({ ...mark, _id: photo, width: 1, height: 1, _attachments: { original: stub, thumbnail: stub } })
  ]);
  await store.db.blobs.put({
    key: `uddevalla/${photo}/thumbnail`,
    bytes: new Uint8Array([1, 2, 3]).buffer,
    type: 'image/webp'
  });
  const { attachments } = (await store.ideaRecord('idea:' + ulidOf(1)))!;
  expect(attachments.map(({ name, bytes, type }) => [name, bytes?.byteLength, type])).toEqual([
    ['original', undefined, 'image/jpeg'],
    ['thumbnail', 3, 'image/webp']
  ]);
});
