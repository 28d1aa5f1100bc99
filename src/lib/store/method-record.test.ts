import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Envelope } from '#lib/domain/kind.ts';
import { KIND_NAMES, kindNamed } from '#lib/domain/registry.ts';
import { openStore, type Store } from './store.ts';

const ulid = (tail: string): string => tail.padStart(26, '0');
const [ME, OTHER, STRANGER] = [ulid('A1'), ulid('B2'), ulid('C3')];
const at = '2026-11-24T08:00:00.000Z';
const doc = (fields: object): Envelope => ({ v: 1, by: OTHER, at, _rev: '1-a', ...fields }) as unknown as Envelope;
const [work, other] = ['case:' + ulid('C1'), 'case:' + ulid('C2')];
const made = 'template:' + ulid('7');
const sheets = ['51', '52', '53'].map((tail) => 'worksheet:' + ulid(tail));
const under = (kind: string, sheet: string, ...rest: string[]): string => [kind, sheet.slice(10), ...rest].join(':');
const entry = (sheet: string, tail: string, more: object = {}) =>
  doc({ _id: under('entry', sheet, ulid(tail)), worksheet: sheet, slot: 'a', values: { a: tail }, ...more });

let store: Store;
beforeEach(async () => {
  store = openStore(ME, {
    indexedDB: new IDBFactory(),
    IDBKeyRange: IDBKeyRange as unknown as typeof globalThis.IDBKeyRange
  });
  await store.sync.apply('uddevalla', [
    doc({ _id: work, name: 'Lugnare nätter', aim: '' }),
    doc({ _id: other, name: 'Ett annat', aim: '' }),
    doc({ _id: `casestep:${ulid('C1')}:${ulid('9')}`, case: work, to: 'fokusera' }),
    doc({ _id: sheets[0], case: work, template: made, name: 'Eget' }),
    doc({ _id: sheets[1], case: work, template: 'observation.1', name: 'Undanlagt', archived: { given: true, at } }),
    doc({ _id: sheets[2], case: other, template: 'observation.1', name: 'I ett annat arbete' }),
    entry(sheets[0]!, 'E1', { voice: ME }),
    entry(sheets[0]!, 'E2', { removed: { given: true, at, saw: '0'.repeat(14) } }),
    entry(sheets[1]!, 'E3'),
    entry(sheets[2]!, 'E4'),
    doc({
      _id: under('dots', sheets[0]!, ulid('E1'), ME),
      worksheet: sheets[0],
      entry: under('entry', sheets[0]!, ulid('E1')),
      person: ME,
      given: {}
    }),
    doc({
      _id: under('sheetmedia', sheets[0]!, ulid('F1')),
      worksheet: sheets[0],
      entry: ulid('E1'),
      width: 1,
      height: 1
    }),
    doc({ _id: 'variant:' + ulid('V1'), of: under('entry', sheets[0]!, ulid('E1')), field: 'values.a', text: 'Förut' }),
    doc({ _id: made, content: { format: 1 } }),
    doc({ _id: 'template:' + ulid('8'), content: { format: 1 } }),
    ...[ME, OTHER, STRANGER].map((person) => doc({ _id: 'person:' + person, name: 'Namn ' + person }))
  ]);
});
afterEach(() => store.close());

const kindsOf = (documents: readonly Envelope[]): string[] => documents.map(({ _id }) => _id).sort();

test('a sheet’s record is the work’s head, the sheet and all in it, its template and those it speaks of', async () => {
  const record = (await store.sheetRecord(ulid('51')))!;
  expect(kindsOf(record.documents)).toEqual(
    [
      work,
      sheets[0]!,
      under('entry', sheets[0]!, ulid('E1')),
      under('entry', sheets[0]!, ulid('E2')),
      under('dots', sheets[0]!, ulid('E1'), ME),
      under('sheetmedia', sheets[0]!, ulid('F1')),
      'variant:' + ulid('V1'),
      made,
      'person:' + ME,
      'person:' + OTHER
    ].sort()
  );
  expect(record.of).toBe(sheets[0]);
  expect(record.templates.map(({ _id }) => _id)).toEqual([made]);
  expect(JSON.stringify(record.documents)).not.toContain('_rev');
});

test('a work’s record has its way and every sheet, put away or not, and nothing of another’s', async () => {
  const ids = kindsOf((await store.caseRecord(ulid('C1')))!.documents);
  for (const id of [
    work,
    `casestep:${ulid('C1')}:${ulid('9')}`,
    sheets[0]!,
    sheets[1]!,
    under('entry', sheets[1]!, ulid('E3'))
  ])
    expect(ids).toContain(id);
  expect(ids.some((id) => id.includes(ulid('53')) || id === other || id.includes(STRANGER))).toBe(false);
});

test('what is not here has no record', async () => {
  expect(await store.sheetRecord(ulid('99'))).toBeUndefined();
  expect(await store.caseRecord(ulid('99'))).toBeUndefined();
});

test('every kind that belongs to a work or a sheet can be found by it', () => {
  for (const name of KIND_NAMES) {
    const { parent, index } = kindNamed(name)!;
    if (parent === 'case' || parent === 'worksheet') expect(index).toContain(parent);
  }
});
