/**
 * What a column holds: words, a number, a calendar day (`YYYY-MM-DD`) or a moment (ISO). Files say days and moments as
 * dates and numbers as numbers.
 */
export type ColumnType = 'text' | 'number' | 'day' | 'moment';

export interface Column {
  readonly header: string;
  readonly type: ColumnType;
  /** In characters, for spreadsheets. */
  readonly width?: number;
}

/** Undefined is an empty cell. */
export type Cell = string | number | undefined;

const inSweden = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit'
});

/** What the clock on the wall said in Sweden: `2026-11-24 14:05:33`. @param moment ISO */
export const swedishClock = (moment: string): string => inSweden.format(new Date(moment));
