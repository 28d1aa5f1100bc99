import type { Database, IdeaRow } from './database.ts';
import type { ListEntry } from './directory.ts';

/** As many as some screens of a list show. */
export const ROWS_KEPT = 200;

const kept = new WeakMap<Database, Map<string, { readonly stamp: number; readonly row: IdeaRow }>>();

/** Keeps a row that was read, or written, at a stamp. */
export function keepRow(db: Database, row: IdeaRow, stamp: number): void {
  let rows = kept.get(db);
  if (rows === undefined) {
    rows = new Map();
    kept.set(db, rows);
  }
  rows.delete(row.key);
  rows.set(row.key, { stamp, row });
  if (rows.size > ROWS_KEPT) rows.delete(rows.keys().next().value!);
}

/** The row of an entry, when it is kept and has not changed since. */
export function keptRow(db: Database, { key, stamp }: ListEntry): IdeaRow | undefined {
  const found = kept.get(db)?.get(key);
  return found?.stamp === stamp ? found.row : undefined;
}
