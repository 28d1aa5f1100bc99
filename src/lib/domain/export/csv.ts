import Papa from 'papaparse';
import { type Cell, type Column, swedishClock } from './table.ts';

/** UTF-8's mark, without which Excel takes the text for something else. */
export const BYTE_ORDER_MARK = '\ufeff';

// What a spreadsheet would run. An apostrophe is put before it; one that stands there already gets another, so that
// whoever reads the file takes away exactly one where this fits and has what was written.
const RUNS = /^['\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^'*[\t\r]/;
const GUARDED = /^'(?:['\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]|'*[\t\r])/;

/** A text cell as it was before it was guarded. */
export const unguarded = (text: string): string => (GUARDED.test(text) ? text.slice(1) : text);

function shown(cell: Cell, { type }: Column): string {
  if (cell === undefined) return '';
  // Decimals as Swedish spreadsheets read them.
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  return type === 'moment' ? swedishClock(cell) : cell;
}

const lines = (rows: readonly (readonly string[])[], escapeFormulae: RegExp | false): string =>
  rows.length === 0
    ? ''
    : Papa.unparse(rows as string[][], { delimiter: ';', newline: '\r\n', escapeFormulae: escapeFormulae as RegExp }) +
      '\r\n';

/** The first line of a CSV file, with the mark before it. */
export const csvHead = (columns: readonly Column[]): string =>
  BYTE_ORDER_MARK + lines([columns.map((column) => column.header)], RUNS);

/** Rows as lines of a CSV file: `;` between, as Swedish spreadsheets want, CRLF after each. */
export function csvLines(columns: readonly Column[], rows: readonly (readonly Cell[])[]): string {
  const guarded = (cell: Cell, column: Column): string => {
    const text = shown(cell, column);
    // A negative number is a number; nothing but words can be made to run.
    return column.type === 'text' && RUNS.test(text) ? "'" + text : text;
  };
  return lines(
    rows.map((row) => columns.map((column, index) => guarded(row[index], column))),
    false
  );
}
