import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Envelope } from '#lib/domain/kind.ts';
import { isDisputed, isRemoved, loneEntryId } from '#lib/domain/methods/entry.ts';
import { addEntry, beginField, removeEntry, writeEntry } from '#lib/domain/methods/entry-commands.ts';
import type { Entry } from '#lib/domain/methods/entry.ts';
import type { Worksheet } from '#lib/domain/methods/worksheet.ts';
import { openStore, type Store } from './store.ts';

const ulid = (tail: string): string => tail.padStart(26, '0');
const ME = ulid('A1');
const OTHER = ulid('B2');
const SPACE = 'uddevalla';
const CASE = 'case:' + ulid('C1');
const SHEET = 'worksheet:' + ulid('51');
const at = (minute: number): string => `2026-11-24T08:${String(minute).padStart(2, '0')}:00.000Z`;
const doc = (fields: object): Envelope => ({ v: 1, by: OTHER, at: at(0), ...fields }) as unknown as Envelope;
const fromServer = (document: Envelope, rev = '1-a'): Envelope => ({ ...document, _rev: rev });
const work = doc({ _id: CASE, name: 'Lugnare nätter', aim: '', idea: 'idea:' + ulid('1') });
const sheet = doc({ _id: SHEET, case: CASE, template: 'observation.1', name: 'Natt på Ängen' }) as Worksheet;
let made = 0;
const as = (id: string, minute: number) => ({
  actor: { id, roles: ['uddevalla:member'], space: SPACE },
  now: at(minute),
  newId: () => ulid('E' + String(++made))
});
const good = <D>(result: { ok: true; value: D } | { ok: false; error: unknown }): D => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

let store: Store;
beforeEach(async () => {
  store = openStore(ME, {
    indexedDB: new IDBFactory(),
    IDBKeyRange: IDBKeyRange as unknown as typeof globalThis.IDBKeyRange
  });
  await store.sync.apply(SPACE, [fromServer(work), fromServer(sheet)]);
});
afterEach(() => store.close());
const view = async () => (await store.sheetView(ulid('51')))!;
const row = (id: string, vad: string, minute = 1) =>
  good(addEntry(sheet, { slot: 'iakttagelser', changes: { vad } }, as(id, minute)));

test('a sheet is read with its work, its rows and what waits of it', async () => {
  const mine = row(ME, 'Larmet hördes inte');
  await store.accept({ space: SPACE, documents: [{ document: mine }] });
  await store.sync.apply(SPACE, [
    fromServer(row(OTHER, 'Dörren kärvade')),
    fromServer(
      doc({
        ...row(OTHER, 'I ett annat blad'),
        worksheet: 'worksheet:' + ulid('52'),
        _id: `entry:${ulid('52')}:${ulid('9')}`
      })
    )
  ]);
  // The same sheet's id in another space is another sheet.
  await store.sync.apply('fyrbodal', [fromServer(row(OTHER, 'I regionen'))]);
  const seen = await view();
  expect(seen.case?.name).toBe('Lugnare nätter');
  expect(seen.entries.map(({ values }) => values['vad']).sort()).toEqual(['Dörren kärvade', 'Larmet hördes inte']);
  expect(seen.statuses).toEqual({ [mine._id]: 'saved' });
  expect(await store.sheetView(ulid('99'))).toBeUndefined();
  expect((await store.outbox()).map(({ title }) => title)).toEqual(['Natt på Ängen']);
});

test('a field that another device has begun meanwhile keeps both texts, and says so', async () => {
  const mine = good(beginField(sheet, 'syfte', { syfte: 'Sova' }, undefined, as(ME, 1)));
  await store.accept({ space: SPACE, documents: [{ document: mine }] });
  const theirs = good(beginField(sheet, 'syfte', { syfte: 'Lugn' }, undefined, as(OTHER, 2)));
  await store.sync.apply(SPACE, [fromServer(theirs)]);
  const seen = await view();
  expect(seen.entries.map(({ _id, values }) => [_id, values])).toEqual([
    [loneEntryId(SHEET, 'syfte'), { syfte: 'Lugn' }]
  ]);
  expect(seen.variants.map(({ field, text, resolved }) => [field, text, resolved])).toEqual([
    ['values.syfte', 'Sova', undefined]
  ]);
});

test('a field that came while somebody began it here is joined with what they wrote, and not replaced', async () => {
  await store.sync.apply(SPACE, [
    fromServer(good(beginField(sheet, 'syfte', { syfte: 'Lugn' }, undefined, as(OTHER, 2))))
  ]);
  const mine = good(beginField(sheet, 'syfte', { syfte: 'Sova' }, undefined, as(ME, 3)));
  await store.accept({ space: SPACE, documents: [{ document: mine }] });
  const seen = await view();
  expect(seen.entries.map(({ values }) => values)).toEqual([{ syfte: 'Lugn' }]);
  expect(seen.variants.map(({ text, resolved }) => [text, resolved])).toEqual([['Sova', undefined]]);
});

test('a row that was taken away elsewhere while it was written on here stays', async () => {
  const base = fromServer(row(OTHER, 'Larmet')) as Entry;
  await store.sync.apply(SPACE, [base]);
  const { entry, before } = writeEntry(
    base,
    { vad: 'Larmet tystnade' },
    undefined,
    { values: base.values, at: at(3) },
    as(ME, 3)
  );
  await store.accept({
    space: SPACE,
    documents: [{ document: good(entry), previous: base }, ...before.map((document) => ({ document }))]
  });
  await store.sync.apply(SPACE, [fromServer(good(removeEntry(base, as(OTHER, 5))), '2-b')]);
  const [seen] = (await view()).entries;
  expect(isRemoved(seen!)).toBe(false);
  expect(isDisputed(seen!)).toBe(true);
  expect(seen!.values['vad']).toBe('Larmet tystnade');
});

test('what is typed on after others’ words came is joined with them, and takes none of them away', async () => {
  const base = fromServer(row(OTHER, 'ett\ntvå\ntre\nfyra')) as Entry;
  await store.sync.apply(SPACE, [base]);
  const first = good(writeEntry(base, { vad: 'ETT\ntvå\ntre\nfyra' }, undefined, undefined, as(ME, 2)).entry);
  await store.accept({ space: SPACE, documents: [{ document: first, previous: base }] });
  const theirs = good(writeEntry(base, { vad: 'ett\ntvå\ntre\nFYRA' }, undefined, undefined, as(OTHER, 3)).entry);
  await store.sync.apply(SPACE, [fromServer(theirs, '2-b')]);
  // The one at the keyboard has not seen it, and goes on from what they saved themselves.
  const second = good(writeEntry(first, { vad: 'ETT!\ntvå\ntre\nfyra' }, undefined, undefined, as(ME, 4)).entry);
  await store.accept({ space: SPACE, documents: [{ document: second, previous: first }] });
  expect((await view()).entries[0]!.values['vad']).toBe('ETT!\ntvå\ntre\nFYRA');
});

test('work is listed with where it is, and found by its idea', async () => {
  await store.sync.apply(SPACE, [
    doc({ _id: `casestep:${ulid('C1')}:${ulid('1')}`, case: CASE, to: 'undersoka', at: at(3), _rev: '1-a' }),
    doc({ _id: `casestep:${ulid('C1')}:${ulid('2')}`, case: CASE, to: 'ringa-in', at: at(7), _rev: '1-a' }),
    doc({ _id: 'case:' + ulid('C2'), name: 'Annat', aim: '', at: at(1), _rev: '1-a' })
  ]);
  const [first, second] = await store.cases();
  expect([first!.case.name, first!.step, first!.sheets, first!.activity]).toEqual([
    'Lugnare nätter',
    'ringa-in',
    1,
    at(7)
  ]);
  expect([second!.case.name, second!.step, second!.sheets]).toEqual(['Annat', 'ringa-in', 0]);
  expect((await store.casesAbout('idea', 'idea:' + ulid('1'))).map(({ case: each }) => each._id)).toEqual([CASE]);
  const whole = (await store.caseView(ulid('C1')))!;
  expect(whole.way.map(({ to }) => to)).toEqual(['undersoka', 'ringa-in']);
  expect(whole.sheets.map(({ sheet: each }) => each.name)).toEqual(['Natt på Ängen']);
  expect(await store.caseView(ulid('C9'))).toBeUndefined();
});

test('templates are told with where they stand', async () => {
  const template = (tail: string) => doc({ _id: 'template:' + ulid(tail), content: {}, _rev: '1-a' });
  await store.sync.apply('fyrbodal', [template('1')]);
  await store.sync.apply(SPACE, [template('2')]);
  const told = (await store.templates()).map(({ space, template: { _id } }) => `${space} ${_id.slice(-1)}`);
  expect(told.sort()).toEqual(['fyrbodal 1', `${SPACE} 2`]);
});
