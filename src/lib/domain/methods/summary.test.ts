import { describe, expect, test } from 'vitest';
import { BUILT_IN } from './builtin.ts';
import type { Dots } from './dots.ts';
import { type Entry, loneEntryId, type Values } from './entry.ts';
import { briefOf, ideasOf, insightsOf, leftOf, type SummarySheet } from './summary.ts';
import type { Worksheet } from './worksheet.ts';

const at = '2026-11-25T08:00:00.000Z';
const by = 'A'.repeat(26);
let made = 0;
const ulid = (): string => String(++made).padStart(26, '0');

/** A sheet of a template, with rows by section and fields that are filled in once. */
function sheetOf(
  template: string,
  { rows = [], alone = {}, dots = [] }: { rows?: [string, Values][]; alone?: Values; dots?: number[] } = {}
): SummarySheet {
  const id = 'worksheet:' + ulid();
  const sheet = { _id: id, v: 1, case: 'case:' + ulid(), by, at, template, name: template } as Worksheet;
  const entry = (slot: string, values: Values, _id: string): Entry => ({
    _id,
    v: 1,
    worksheet: id,
    slot,
    by,
    at,
    values
  });
  const cards = rows.map(([slot, values]) => entry(slot, values, `entry:${id.slice(10)}:${ulid()}`));
  return {
    sheet,
    content: BUILT_IN[template]!,
    entries: [
      ...cards,
      ...Object.entries(alone).map(([slot, value]) =>
        entry(slot, { [slot.split('.')[0]!]: value }, loneEntryId(id, slot))
      )
    ],
    dots: dots.map((count, index): Dots => ({
      _id: 'dots:' + ulid(),
      v: 1,
      worksheet: id,
      entry: cards[index]!._id,
      person: by,
      by,
      given: { anvandarvarde: { count, at } }
    }))
  };
}

describe('a summary of a piece of work', () => {
  test('gathers insights wherever they were written, with what goes with them', () => {
    const sheets = [
      sheetOf('observation.1', { rows: [['iakttagelser', { vad: 'Larmet tjöt', insikt: 'Ljudet når inte fram' }]] }),
      sheetOf('anvandarresa.1', {
        rows: [['resa', { handelse: 'Väntar', citat: '”Hallå?”', insikt: 'Ingen svarar' }]]
      }),
      sheetOf('insikt-mojlighet.1', {
        rows: [
          ['insikter', { insikt: 'Natten är lång', citat: '”Jag räknar”', 'hur-kan-vi': 'Hur kan vi korta den?' }],
          ['insikter', { citat: 'Utan insikt' }]
        ]
      })
    ];
    expect(insightsOf(sheets).map(({ text, with: along }) => [text, along.map((each) => each.text)])).toEqual([
      ['Ljudet når inte fram', []],
      ['Ingen svarar', ['”Hallå?”']],
      ['Natten är lång', ['”Jag räknar”', 'Hur kan vi korta den?']]
    ]);
  });

  test('gathers ideas, those with most dots first, and idea cards with what they say', () => {
    const sheets = [
      sheetOf('idekort.1', { alone: { namn: 'Lugna lampan', beskrivning: 'Tänds sakta' } }),
      sheetOf('tre-prickar.1', {
        rows: [
          ['prickar', { ide: 'Få' }],
          ['prickar', { ide: 'Många' }]
        ],
        dots: [1, 3]
      }),
      sheetOf('brainwriting.1', { rows: [['ideer', { ide: 'Vilda' }]], alone: { utmaning: 'Hur?' } }),
      // Names of others are no ideas.
      sheetOf('persona.1', { alone: { namn: 'Astrid' } }),
      sheetOf('pitch.1', { alone: { ide: 'Säljs in senare' } })
    ];
    expect(ideasOf(sheets).map(({ text, dots, with: along }) => [text, dots, along.map((each) => each.text)])).toEqual([
      ['Många', 3, []],
      ['Få', 1, []],
      ['Lugna lampan', 0, ['Tänds sakta']],
      ['Vilda', 0, []]
    ]);
  });

  test('says briefly what a sheet holds: fields, rows, what a calculation comes to, the last turn of a wheel', () => {
    const calculation = sheetOf('nyttokalkyl.1', {
      alone: { 'besparing.1': 100, 'drift.2': 30, 'hur-vi-tankte': 'Gissat' }
    });
    expect(
      briefOf(calculation).map(({ net, fields }) => [net?.amount, net?.years, fields.map(({ value }) => value)])
    ).toEqual([
      [70, 3, []],
      [undefined, undefined, ['Gissat']]
    ]);
    const wheel = sheetOf('pgsa.1', { alone: { 'p-vad.1': 'Först', 'p-vad.2': 'Sedan' } });
    expect(briefOf(wheel)[0]!.fields.map(({ value, part }) => [value, part])).toEqual([['Sedan', 2]]);
    const dotted = sheetOf('tre-prickar.1', {
      rows: [
        ['prickar', { ide: 'A' }],
        ['prickar', { ide: 'B' }]
      ],
      dots: [0, 2]
    });
    expect(briefOf(dotted)[0]!.rows.map(({ text, dots }) => [text, dots])).toEqual([
      ['B', 2],
      ['A', 0]
    ]);
    const drawn = sheetOf('idekort.1', { rows: [['skiss', { streck: 'abcde' }]] });
    expect(briefOf(drawn).map(({ sketch }) => sketch)).toEqual([{ told: '' }]);
    expect(briefOf(sheetOf('swot.1'))).toEqual([]);
  });

  test('tells what is left: steps, sheets and fields', () => {
    const begun = sheetOf('hitta-utmaningen.1', { alone: { syfte: 'lugn' } });
    const fields = BUILT_IN['hitta-utmaningen.1']!.sections.flatMap((section) => section.fields ?? []);
    const empty = sheetOf('swot.1');
    const left = leftOf(['undersoka', 'testa-ideer'], [begun, empty]);
    expect(left.steps).toEqual(['fokusera', 'ta-fram-ideer', 'forverkliga']);
    expect(left.empty).toEqual([empty.sheet]);
    expect(left.unfilled).toEqual([{ sheet: begun.sheet, fields: fields.filter(({ id }) => id !== 'syfte') }]);
  });
});
