import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deleteStore, openStore, type Store } from './store.ts';

const ANNA = '0'.repeat(22) + 'ANNA';
const AT = '2026-11-23T12:00:00.000Z';
const MANY = 12;
const idea = (number: number, fields: object = {}) => ({
  _id: 'idea:' + String(number).padStart(26, '0'),
  v: 1,
  by: ANNA,
  at: AT,
  title: 'Idé ' + number,
  need: '',
  proposal: '',
  ...fields
});
const ideas = Array.from({ length: MANY }, (_, number) => idea(number));

let store: Store;
const open = (): Store => openStore(ANNA, { now: () => AT, sizes: { rowsAPack: 5, entriesAPage: 7 } });
const accept = (document: object) => store.accept({ space: 'uddevalla', documents: [{ document: document as never }] });
const statuses = async () => (await store.ideaPage({}, 100)).map(({ status }) => status);
/** Everything the rows' tables hold, as text. */
const kept = async () => JSON.stringify([await store.db.idea.toArray(), await store.db.packs.toArray()]);

beforeEach(async () => {
  store = open();
  for (const document of ideas) await accept(document);
});
afterEach(async () => {
  store.close();
  await deleteStore(ANNA);
});

describe('what is on its way', () => {
  test('says so in lists, in the outbox and after a start, until it is edited', async () => {
    const [first, second] = await store.sync.waiting();
    await store.sync.markSent([first!, second!]);
    store.close();
    store = open();
    expect((await store.outbox()).filter(({ sent }) => sent).map(({ id }) => id)).toEqual([first!.id, second!.id]);
    expect((await statuses()).filter((status) => status === 'sent')).toHaveLength(2);
    expect((await store.ideaView(first!.id))?.row.status).toBe('sent');
    await accept({ ...idea(0), title: 'Ändrad' });
    expect((await store.ideaView(first!.id))?.row.status).toBe('saved');
  });

  test('is no more on its way when it was refused and is tried again', async () => {
    const [first] = await store.sync.waiting();
    await store.sync.markSent([first!]);
    await store.sync.refuse(first!, { code: 'not-member' });
    await store.sync.retry(() => true);
    expect((await store.outbox()).some(({ sent }) => sent)).toBe(false);
  });

  test('leaves nothing behind when it is confirmed or goes another way', async () => {
    const [first, second, ...rest] = await store.sync.waiting();
    await store.sync.markSent([first!, second!]);
    await store.sync.confirm([{ sent: first!, rev: '1-a' }]);
    await store.sync.apply('uddevalla', [{ ...second!.document, _rev: '1-b' }]);
    await store.sync.markSent(rest);
    await store.sync.confirm(rest.map((sent) => ({ sent, rev: '1-c' })));
    expect((await store.db.meta.get('head'))?.value).toMatchObject({ sent: {} });
    expect(await store.outbox()).toEqual([]);
  });
});

describe('ideas made one by one and confirmed together', () => {
  const confirmAll = async () => store.sync.confirm((await store.sync.waiting()).map((sent) => ({ sent, rev: '1-a' })));

  test('are all here with their revisions, and go to the disk in packs', async () => {
    await confirmAll();
    store.close();
    store = open();
    const rows = await store.ideaPage({}, 100);
    expect(rows.map(({ document }) => document._rev)).toEqual(ideas.map(() => '1-a'));
    expect(await store.db.packs.count()).toBe(Math.ceil(MANY / 5));
    expect(await statuses()).toEqual(ideas.map(() => 'confirmed'));
  });

  test('one edited meanwhile keeps its edit, and what else waits between them its promise', async () => {
    const sent = await store.sync.waiting();
    await accept({ ...idea(3), title: 'Ändrad medan den var på väg' });
    await store.sync.confirm(sent.filter((_, index) => index !== 5).map((entry) => ({ sent: entry, rev: '1-a' })));
    const left = await store.outbox();
    expect(left.map(({ id }) => id)).toEqual([sent[3]!.id, sent[5]!.id]);
    expect(left[0]).toMatchObject({ base: { _rev: '1-a' }, document: { title: 'Ändrad medan den var på väg' } });
    expect((await store.ideaView(sent[3]!.id))?.row.document.title).toBe('Ändrad medan den var på väg');
  });

  test('an erased one leaves no copy of its words, wherever it has stood', async () => {
    await confirmAll();
    await store.sync.apply('uddevalla', [idea(3, { _rev: '2-b', title: 'Andra lydelsen' })]);
    for (const number of [3, 4])
      await store.sync.apply('uddevalla', [{ ...idea(number), _rev: '3-c', _deleted: true }]);
    for (const words of ['Idé 3"', 'Andra lydelsen', 'Idé 4"']) expect(await kept()).not.toContain(words);
    expect(await store.ideaIds({})).toHaveLength(MANY - 2);
  });

  test('come back with the next changes without being written again', async () => {
    await confirmAll();
    const before = await store.db.meta.get('head');
    await store.sync.apply(
      'uddevalla',
      ideas.map((document) => ({ ...document, _rev: '1-a' }))
    );
    expect(await store.db.meta.get('head')).toEqual(before);
  });
});

describe('an answer that was long on its way', () => {
  const titleOf = async (id: string) => ((await store.document('uddevalla', id)) as { title?: string }).title;
  const confirmFirst = async () => {
    const [first] = await store.sync.waiting();
    await store.sync.confirm([{ sent: first!, rev: '2-b' }]);
    return first!.id;
  };

  test('is not written, nor how far it reaches, when something has been confirmed since it was asked for', async () => {
    const asked = await store.sync.confirmations();
    const id = await confirmFirst();
    const checkpoint = { epoch: 'e', reached: '1', compared: AT, since: '1' };
    const old = [idea(0, { _rev: '1-a', title: 'Äldre' })];
    expect(await store.sync.apply('uddevalla', old, checkpoint, asked)).toBe(false);
    expect(await store.sync.applyRestored('uddevalla', old, asked)).toBe(false);
    expect(await titleOf(id)).toBe('Idé 0');
    expect(await store.sync.checkpoint('uddevalla')).toBeUndefined();
    expect(await store.sync.apply('uddevalla', [], checkpoint, await store.sync.confirmations())).toBe(true);
    expect(await store.sync.checkpoint('uddevalla')).toEqual(checkpoint);
  });

  test('to what was in the way of an edit leaves alone what no longer waits', async () => {
    const id = await confirmFirst();
    await store.sync.meet('uddevalla', [idea(0, { _rev: '1-a', title: 'Äldre' }), idea(1, { _rev: '1-a', title: '' })]);
    expect(await titleOf(id)).toBe('Idé 0');
    expect((await store.sync.waiting()).find((entry) => entry.id === idea(1)._id)?.base?._rev).toBe('1-a');
  });
});
