import type { Cell as SheetCell, Row as SheetRow } from 'write-excel-file/universal';
import { csvHead, csvLines } from '#lib/domain/export/csv.ts';
import { type Cell, type Column, type ColumnType, swedishClock } from '#lib/domain/export/table.ts';
import type { FileFormat, TableAnswer, TableMessage } from './table-file.ts';

// Beside the page: tens of thousands of rows take seconds to put in a file, and somebody may be writing meanwhile.

interface Making {
  add(rows: readonly (readonly Cell[])[]): void;
  end(): Promise<Blob>;
}

let making: Making | undefined;

addEventListener('message', ({ data }: MessageEvent<TableMessage>) => {
  void (async () => {
    try {
      if ('begin' in data) making = begin(data.begin.format, data.begin.sheet, data.begin.columns);
      else if ('rows' in data) making!.add(data.rows);
      else postMessage({ file: await making!.end() } satisfies TableAnswer);
    } catch (error) {
      postMessage({ fault: String(error) } satisfies TableAnswer);
    }
  })();
});

const begin = (format: FileFormat, sheet: string, columns: readonly Column[]): Making =>
  format === 'csv' ? csvFile(columns) : workbook(sheet, columns);

function csvFile(columns: readonly Column[]): Making {
  const parts = [csvHead(columns)];
  return {
    add: (rows) => void parts.push(csvLines(columns, rows)),
    end: async () => new Blob(parts, { type: 'text/csv;charset=utf-8' })
  };
}

/** As a Swedish spreadsheet shows days and moments. */
const FORMATS: Readonly<Partial<Record<ColumnType, string>>> = { day: 'yyyy-mm-dd', moment: 'yyyy-mm-dd hh:mm' };

function sheetCell(cell: Cell, type: ColumnType): SheetCell {
  if (cell === undefined || cell === '') return null;
  if (typeof cell === 'number') return cell;
  const format = FORMATS[type];
  // A spreadsheet knows no time zones: what it is given is what the clock on the wall said.
  if (format !== undefined)
    return {
      type: Date,
      value: new Date(type === 'day' ? cell + 'T00:00:00Z' : swedishClock(cell).replace(' ', 'T') + 'Z'),
      format
    };
  // Said to be text, so that nothing in it is taken for a formula, a number or a day.
  return { type: String, value: cell, format: '@', wrap: cell.includes('\n') };
}

function workbook(sheet: string, columns: readonly Column[]): Making {
  const rows: SheetRow[] = [columns.map(({ header }) => ({ type: String, value: header, fontWeight: 'bold' }))];
  return {
    add: (more) => {
      for (const row of more) rows.push(columns.map(({ type }, index) => sheetCell(row[index], type)));
    },
    end: async () => {
      const { default: writeExcelFile } = await import('write-excel-file/universal');
      const widths = columns.map(({ width = 14 }) => ({ width }));
      return writeExcelFile(rows, { sheet, columns: widths, stickyRowsCount: 1, orientation: 'landscape' }).toBlob();
    }
  };
}
