import { kindName } from '#lib/core/ids.ts';
import { KIND_NAMES, kindNamed, type KindName } from '#lib/domain/registry.ts';
import { type Database, type IdeaRow, keyOf, type Row } from './database.ts';
import { deleteIdeaRows, ideaRowsByKey, ideaRowsIn } from './packs.ts';

/** Kinds whose rows have a table of their own. */
export const isTabled = (kind: KindName): kind is Exclude<KindName, 'idea'> => kind !== 'idea';

/** The row of a document of any kind, or undefined. */
export async function rowOf(db: Database, space: string, id: string): Promise<Row | undefined> {
  const kind = kindNamed(kindName(id));
  if (kind === undefined) return undefined;
  const key = keyOf(space, id);
  return isTabled(kind.name) ? db.rows(kind.name).get(key) : (await ideaRowsByKey(db, [key])).get(key);
}

/** The rows there are of documents of any kinds, by document id. */
export async function rowsOf(db: Database, space: string, ids: readonly string[]): Promise<ReadonlyMap<string, Row>> {
  const keysOf = (kind: KindName) => ids.filter((id) => kindName(id) === kind).map((id) => keyOf(space, id));
  const ideas = await ideaRowsByKey(db, keysOf('idea'));
  const rows: (Row | undefined)[] = [...ideas.values()];
  for (const kind of KIND_NAMES.filter(isTabled)) {
    const keys = keysOf(kind);
    if (keys.length > 0) rows.push(...(await db.rows(kind).bulkGet(keys)));
  }
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.document._id, row]])));
}

/** Every row of a space, of all kinds. */
export async function rowsIn(db: Database, space: string): Promise<Row[]> {
  const tabled = KIND_NAMES.filter(isTabled).map((kind) =>
    db
      .rows(kind)
      .where('key')
      .startsWith(space + '/')
      .toArray()
  );
  return (await Promise.all([ideaRowsIn(db, space) as Promise<Row[]>, ...tabled])).flat();
}

/** Takes rows away. Call inside a transaction. */
export async function deleteRows(db: Database, rows: readonly Row[]): Promise<void> {
  const kindOf = (row: Row) => kindName(row.document._id) as KindName;
  await deleteIdeaRows(db, rows.filter((row) => !isTabled(kindOf(row))) as IdeaRow[]);
  for (const kind of KIND_NAMES.filter(isTabled)) {
    const keys = rows.filter((row) => kindOf(row) === kind).map((row) => row.key);
    if (keys.length > 0) await db.rows(kind).bulkDelete(keys);
  }
}
