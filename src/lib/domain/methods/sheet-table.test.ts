import { describe, expect, test } from 'vitest';
import { BUILT_IN } from './builtin.ts';
import { type Entry, loneEntryId, slotKey, type Values } from './entry.ts';
import { sheetTable, type TableWords } from './sheet-table.ts';
import { say } from './template-format.ts';

const SHEET = 'worksheet:01ARZ3NDEKTSV4RRFFQ69G5FAV';
const at = '2026-11-25T08:00:00.000Z';
const words: TableWords = {
  say: (given) => say(given, 'sv'),
  section: 'Del',
  place: 'Plats',
  part: 'År eller varv',
  colour: 'Färg',
  colours: { yellow: 'Gul', blue: 'Blå', green: 'Grön', pink: 'Rosa', white: 'Vit' },
  leadsTo: 'Leder till',
  dots: (variable) => `Prickar: ${variable}`,
  sketch: 'Skiss',
  pictures: 'Bilder',
  seconds: 'Inspelat',
  by: 'Skrivet av',
  at: 'Skrivet',
  id: 'Id'
};

let made = 0;
const row = (slot: string, values: Values, more: Partial<Entry> = {}): Entry => ({
  _id: `entry:${SHEET.slice(10)}:01ARZ3NDEKTSV4RRFFQ69G${String(++made).padStart(4, '0')}`,
  v: 1,
  worksheet: SHEET,
  slot,
  by: 'A'.repeat(26),
  at,
  values,
  ...more
});
const alone = (slot: string, field: string, value: string | number): Entry => ({
  ...row(slot, { [field]: value }),
  _id: loneEntryId(SHEET, slot)
});

const table = (template: string, entries: readonly Entry[], more = {}, names?: (person: string) => string) => {
  const { columns, rows } = sheetTable(BUILT_IN[template]!, { entries, dots: [], media: [], ...more }, words, names);
  return {
    headers: columns.map(({ header }) => header),
    rows: rows.map((cells) => Object.fromEntries(columns.map(({ header }, index) => [header, cells[index]])))
  };
};

describe('a worksheet as a table', () => {
  test.each(Object.keys(BUILT_IN))('%s has a column of its own for everything it asks', (template) => {
    const { headers } = table(template, []);
    expect(new Set(headers).size).toBe(headers.length);
    const fields = BUILT_IN[template]!.sections.flatMap((section) => section.fields ?? []);
    expect(headers.length).toBeGreaterThanOrEqual(fields.filter(({ type }) => type !== 'photo').length + 2);
    expect(headers).not.toContain('Skrivet av');
  });

  test('says choices and rings in words, and who wrote only where that is asked for', () => {
    const card = row(
      'karta',
      { aktor: 'Nattpersonal', behov: 'involvera' },
      { place: { zone: 'direkt', order: 'a0', at } }
    );
    const said = {
      Aktör: 'Nattpersonal',
      'Vi behöver': 'Involvera',
      Plats: 'Direkt kontakt',
      Färg: 'Gul',
      Id: card._id
    };
    expect(table('aktorskarta.1', [card]).rows).toEqual([{ Del: undefined, ...said }]);
    expect(table('aktorskarta.1', [card], {}, () => 'Anna').rows[0]).toMatchObject({
      'Skrivet av': 'Anna',
      Skrivet: at
    });
  });

  test('has no row for what is removed, and none for strokes but what they show in words', () => {
    const gone = row('karta', { aktor: 'Borta' });
    const taken = table('aktorskarta.1', [{ ...gone, removed: { given: true, at, saw: '0'.repeat(14) } }]);
    expect(taken.rows).toHaveLength(1);
    expect(table('idekort.1', [row('skiss', { streck: 'abcde' })]).rows).toEqual([]);
    const said = table('idekort.1', [alone('skiss', 'beskrivning', 'En lampa')]).rows;
    expect(said).toEqual([expect.objectContaining({ Del: 'Skiss', Skiss: 'En lampa' })]);
  });

  test('a calculation has a row for each year that is written in, with what follows from it', () => {
    const { rows } = table('nyttokalkyl.1', [
      alone('timmar.1', 'timmar', 100),
      alone('timkostnad.1', 'timkostnad', 400),
      alone('drift.3', 'drift', 5000)
    ]);
    expect(rows.map((each) => [each['År eller varv'], each['Timmar (tim)'], each['Netto (kr)']])).toEqual([
      [1, 100, 40000],
      [3, undefined, -5000]
    ]);
  });

  test('a wheel has a row for each turn, a chain says what leads to what, dots are summed, pictures counted', () => {
    expect(
      table('pgsa.1', [alone('p-vad.2', 'p-vad', 'Prova'), alone('data.1', 'data', 'Bra')]).rows.map((each) => [
        each['År eller varv'],
        each['Vad'],
        each['Data mot hypotes']
      ])
    ).toEqual([
      [1, undefined, 'Bra'],
      [2, 'Prova', undefined]
    ]);
    const goal = row('kedja', { led: 'Lugn natt' }, { place: { zone: 'effekter', order: 'a0', at } });
    const change = row(
      'kedja',
      { led: 'Tystare larm' },
      { place: { zone: 'forandring', order: 'a0', at }, links: [goal._id.slice(-26)] }
    );
    const chain = table('effektkedja.1', [change, goal]).rows;
    expect(chain.find(({ Led }) => Led === 'Tystare larm')).toMatchObject({
      'Leder till': 'Lugn natt',
      Plats: 'Förändring'
    });
    const idea = row('prickar', { ide: 'Lampa' });
    const dots = ['P', 'Q'].map((person) => ({
      _id: 'dots:x',
      v: 1,
      worksheet: SHEET,
      entry: idea._id,
      person,
      by: person,
      given: { anvandarvarde: { count: 2, at } }
    }));
    const media = [{ _id: 'm', v: 1, worksheet: SHEET, entry: idea._id.slice(-26), by: 'P', at, width: 1, height: 1 }];
    expect(table('tre-prickar.1', [idea], { dots, media }).rows).toEqual([
      expect.objectContaining({ Idé: 'Lampa', 'Prickar: Användarvärde': 4, 'Prickar: Genomförbarhet': 0, Bilder: 1 })
    ]);
    // A picture of a field that is filled in once.
    const shot = [{ ...media[0]!, entry: slotKey('bild') }];
    expect(table('prototyp.1', [alone('karnan', 'karnan', 'Larmet')], { media: shot }).rows[0]!['Bilder']).toBe(1);
  });
});
