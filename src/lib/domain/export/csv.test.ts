import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvHead, csvLines, unguarded } from './csv.ts';
import type { Cell, Column } from './table.ts';

const TEXT: Column = { header: 'Rubrik', type: 'text' };

const read = (columns: readonly Column[], rows: readonly (readonly Cell[])[]): string[][] =>
  parse(csvHead(columns) + csvLines(columns, rows), { bom: true, delimiter: ';', relax_column_count: false });

describe('a CSV file', () => {
  test('begins with the mark of UTF-8, has semicolons between and ends each line as RFC 4180 says', () => {
    const text = csvHead([TEXT, { header: 'Stöd', type: 'number' }]) + csvLines([TEXT, TEXT], [['Räck mig', '3']]);
    expect(text).toBe('\ufeffRubrik;Stöd\r\nRäck mig;3\r\n');
  });

  test('says days as days, moments as the clock on the wall in Sweden, and numbers with a comma', () => {
    const columns: Column[] = [
      { header: 'Dag', type: 'day' },
      { header: 'Tid', type: 'moment' },
      { header: 'Tal', type: 'number' },
      { header: 'Inget', type: 'text' }
    ];
    const rows = [
      ['2026-07-01', '2026-07-01T22:05:09.000Z', -2.5, undefined],
      ['2026-12-01', '2026-12-01T22:05:09.000Z', 1000, '']
    ];
    expect(read(columns, rows).slice(1)).toEqual([
      ['2026-07-01', '2026-07-02 00:05:09', '-2,5', ''],
      ['2026-12-01', '2026-12-01 23:05:09', '1000', '']
    ]);
  });

  test.each(['=HYPERLINK("http://x")', '+46', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', "'=1", '＝1'])(
    'does not let a spreadsheet run %j, and keeps every character of it',
    (text) => {
      const [, [cell]] = read([TEXT], [[text]]) as [string[], [string]];
      expect(cell).toBe("'" + text);
      expect(unguarded(cell)).toBe(text);
    }
  );

  test('guards its headers too: a question is called what somebody has called it', () => {
    expect(csvHead([{ header: '=1+1', type: 'text' }])).toContain("'=1+1");
  });

  test('gives back what was written, whatever it was', () => {
    const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[=+\-@'\t\r\n ;"]{0,6}a?$/));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
        const columns: Column[] = [TEXT, { header: 'Behov', type: 'text' }];
        const back = read(columns, rows).slice(1);
        expect(back.map((row) => row.map(unguarded))).toEqual(rows);
      })
    );
  });
});
