import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Envelope } from '#lib/domain/kind.ts';
import { openStore, type Store } from '../store.ts';
import type { Hit } from './everything.ts';
import { IdeaSearch } from './idea-search.ts';

const ME = 'P'.repeat(26);
const SPACE = 'uddevalla';
const AT = '2026-01-01T08:00:00.000Z';
const id = (tail: string): string => tail.padStart(26, '0');

let store: Store;
let search: IdeaSearch;
beforeEach(() => {
  store = openStore(ME, {
    sizes: { rowsAPack: 2, entriesAPage: 3 },
    indexedDB: new IDBFactory(),
    IDBKeyRange: IDBKeyRange as unknown as typeof globalThis.IDBKeyRange
  });
  search = new IdeaSearch(store.db);
});
afterEach(() => store.close());

const put = (...documents: object[]): Promise<unknown> =>
  store.sync.apply(
    SPACE,
    documents.map((each) => ({ _rev: '1-a', v: 1, by: ME, at: AT, ...each })) as unknown as Envelope[]
  );
const idea = (tail: string, fields: object = {}) => ({
  _id: 'idea:' + id(tail),
  title: 'Idé ' + tail,
  need: '',
  proposal: '',
  ...fields
});
const comment = (of: string, tail: string, text: string, fields: object = {}) => ({
  _id: `comment:${id(of)}:${id(tail)}`,
  idea: 'idea:' + id(of),
  text,
  ...fields
});
const find = async (query: string, kind?: Hit['kind']) => (await search.everything(query, { kind, limit: 10 })).hits;
const written = (parts: Hit['title']): string => parts.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('');
const told = (hits: readonly Hit[]): readonly string[] =>
  hits.map(
    ({ kind, title, passages }) =>
      `${kind}: ${written(title)}` +
      passages.map((each) => ` | ${each.place} ${each.field}: ${written(each.parts)}`).join('')
  );

test('finds what is said of an idea, and says where', async () => {
  await put(
    idea('1', { title: 'Hund på besök', need: 'Många är oroliga.' }),
    comment('1', '1', 'Tänk på pälsallergi hos natten.'),
    {
      _id: `decision:${id('1')}:${id('2')}`,
      idea: 'idea:' + id('1'),
      from: 'ny',
      to: 'mottagen',
      reason: 'Vi frågar terapihundarna.'
    },
    {
      _id: `fieldvalue:${id('1')}:${id('3')}`,
      idea: 'idea:' + id('1'),
      field: 'field:' + id('3'),
      value: 'Varannan tisdag'
    }
  );
  expect(told(await find('pälsallergi'))).toEqual([
    'idea: Hund på besök | comment text: Tänk på [pälsallergi] hos natten.'
  ]);
  expect(told(await find('besök terapihund'))).toEqual([
    'idea: Hund på [besök] | decision reason: Vi frågar [terapihundarna].'
  ]);
  expect(told(await find('tisdag'))).toEqual(['idea: Hund på besök | answer value: Varannan [tisdag]']);
  expect(await find('oroliga')).toMatchObject([{ stage: 'mottagen', space: SPACE, isNear: false }]);
});

test('finds challenges, and groups by their meetings, decisions and tasks', async () => {
  await put(
    {
      _id: 'challenge:' + id('1'),
      title: 'Tryggare nätter',
      text: 'Vad väcker?',
      opens: '2026-01-01',
      closes: '2026-02-01'
    },
    { _id: 'group:' + id('2'), name: 'Nyckelgruppen', task: 'Prova digitala lås.' },
    {
      _id: `meeting:${id('2')}:${id('3')}`,
      group: 'group:' + id('2'),
      held: AT,
      notes: 'Leverantören visade en prototyp.'
    },
    { _id: `groupdecision:${id('2')}:${id('4')}`, group: 'group:' + id('2'), text: 'Vi köper tio cylindrar.' },
    { _id: `grouptask:${id('2')}:${id('5')}`, group: 'group:' + id('2'), title: 'Ring fastighet' },
    idea('6', { title: 'Ring anhöriga' })
  );
  expect(told(await find('nätter'))).toEqual(['challenge: Tryggare [nätter]']);
  expect(told(await find('prototyp'))).toEqual([
    'group: Nyckelgruppen | meeting notes: Leverantören visade en [prototyp].'
  ]);
  expect(told(await find('cylinder'))).toEqual([
    'group: Nyckelgruppen | groupdecision text: Vi köper tio [cylindrar].'
  ]);
  expect((await find('ring')).map(({ kind }) => kind)).toEqual(['idea', 'group']);
  expect((await find('ring', 'group')).map(({ kind }) => kind)).toEqual(['group']);
  const { counts } = await search.everything('ring', { kind: 'group', limit: 1 });
  expect(counts).toEqual({ idea: 1, challenge: 0, group: 1 });
});

test('follows what is said, changed, taken back and erased', async () => {
  await put(idea('1', { title: 'Hund' }), idea('2', { title: 'Katt' }), comment('1', '1', 'Ficklampa'));
  expect(await find('ficklampa')).toHaveLength(1);
  await put(comment('2', '2', 'Ficklampa med'));
  await put({ _id: 'group:' + id('3'), name: 'Ficklampsgruppen', task: '' });
  await put({
    _id: `fieldvalue:${id('2')}:${id('4')}`,
    idea: 'idea:' + id('2'),
    field: 'field:' + id('4'),
    value: 'Kulspetspenna'
  });
  expect((await find('ficklampa')).map((each) => each.kind).sort()).toEqual(['group', 'idea', 'idea']);
  expect(await find('kulspetspenna')).toHaveLength(1);
  await put(comment('1', '1', 'Ficklampa', { _rev: '2-b', retracted: { by: ME, at: AT } }));
  await store.sync.apply(SPACE, [{ _id: 'group:' + id('3'), _rev: '2-b', _deleted: true }] as unknown as Envelope[]);
  expect(told(await find('ficklampa'))).toEqual(['idea: Katt | comment text: [Ficklampa] med']);
  await store.sync.apply(SPACE, [{ _id: 'idea:' + id('2'), _rev: '2-b', _deleted: true }] as unknown as Envelope[]);
  expect(await find('ficklampa')).toEqual([]);
});

test('what only looks like it is marked too, and said to be so', async () => {
  await put(idea('1', { title: 'Larm', need: 'Trygghetslarmet tystnar på natten. '.repeat(9) }));
  const [hit] = await find('trygetslarmt');
  expect(hit).toMatchObject({ isNear: true });
  expect(written(hit!.passages[0]!.parts)).toMatch(/^\[Trygghetslarmet\] tystnar.*…$/);
});

test('a comment on an idea that is not here is no answer', async () => {
  await put(comment('9', '1', 'Ficklampa'));
  expect(await find('ficklampa')).toEqual([]);
  await put(idea('9'));
  expect(await find('ficklampa')).toHaveLength(1);
});
