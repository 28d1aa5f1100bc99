import type { Database, IdeaRow } from './database.ts';
import { changeDirectory, drawStamp, entryOf, type ListEntry, listEntries, readDirectory } from './directory.ts';
import { readHead } from './head.ts';
import { keepRow, keptRow, ROWS_KEPT } from './kept-rows.ts';

/**
 * Where ideas' rows stand. What comes in bulk is packed, some tens of rows to a record; a row that
 * changes or comes alone stands by itself from then on. Beside them is a directory of what lists are
 * made of, some hundreds of entries to a page. A record for each idea, and an index entry for each
 * question a list asks, make a first sync twice as slow: in IndexedDB a record is what is dear, not a
 * byte, and an object dearer than its text (docs/bench.md).
 */
export interface Pack {
  readonly pack: number;
  /** `IdeaRow[]` */
  readonly json: string;
}

/** Where a row stands: its page of the directory, and the pack it came in, which it may have left. */
export interface Place {
  readonly page: number;
  readonly pack?: number;
}

/** How many rows a pack takes, and how many entries a page of the directory. */
export interface PackSizes {
  readonly rowsAPack: number;
  readonly entriesAPage: number;
}

export const PACK_SIZES: PackSizes = { rowsAPack: 50, entriesAPage: 250 };

const packOf = (pack: number, rows: readonly IdeaRow[]): Pack => ({ pack, json: JSON.stringify(rows) });
const rowsIn = ({ json }: Pack): readonly IdeaRow[] => JSON.parse(json) as IdeaRow[];

/** Puts ideas' rows, new or changed. Call inside a transaction. */
export async function putIdeaRows(db: Database, rows: readonly IdeaRow[]): Promise<void> {
  const { rowsAPack, entriesAPage } = db.sizes;
  const head = await readHead(db);
  const stamps = [...head.stamps];
  let { filled, packs } = head;
  const isBulk = rows.filter((row) => row.place === undefined).length >= rowsAPack;
  // Made here one by one and now confirmed together: a row that never was in a pack goes into one. The record
  // where it stood by itself is left; it goes when the row does.
  const isGathering = rows.filter(standsAlone).length >= rowsAPack;
  // A page is written anew for every row that comes alone: those have small ones.
  const most = isBulk ? entriesAPage : Math.min(entriesAPage, rowsAPack);
  const alone: IdeaRow[] = [];
  const packed: IdeaRow[] = [];
  const intoPack = (row: IdeaRow, page: number) =>
    packed.push({ ...row, place: { page, pack: packs + Math.floor(packed.length / rowsAPack) } });
  for (const row of rows) {
    if (row.place !== undefined) {
      if (isGathering && standsAlone(row)) intoPack(row, row.place.page);
      else alone.push(row);
      continue;
    }
    if (filled >= most) {
      stamps.push(0);
      filled = 0;
    }
    filled += 1;
    const page = stamps.length - 1;
    if (isBulk) intoPack(row, page);
    else alone.push({ ...row, place: { page } });
  }
  const newPacks = Array.from({ length: Math.ceil(packed.length / rowsAPack) }, (_, index) =>
    packOf(packs + index, packed.slice(index * rowsAPack, (index + 1) * rowsAPack))
  );
  packs += newPacks.length;
  const stamp = drawStamp();
  for (const row of alone) keepRow(db, row, stamp);
  const entries = [
    ...alone.map((row) => entryOf(row, stamp)),
    ...packed.map((row) => entryOf(row, stamp, row.place!.pack))
  ];
  await Promise.all([
    alone.length === 0 ? undefined : db.idea.bulkPut(alone),
    newPacks.length === 0 ? undefined : db.packs.bulkPut(newPacks),
    changeDirectory(db, { stamps, filled, packs }, stamp, pagesOf([...alone, ...packed], entries), new Map())
  ]);
}

const standsAlone = ({ place }: IdeaRow): boolean => place !== undefined && place.pack === undefined;

/** Takes rows away, the copies that packs may still hold too. Call inside a transaction. */
export async function deleteIdeaRows(db: Database, rows: readonly IdeaRow[]): Promise<void> {
  const keys = rows.map((row) => row.key);
  await db.idea.bulkDelete(keys);
  const gone = new Set(keys);
  const numbers = [...new Set(rows.flatMap((row) => row.place?.pack ?? []))];
  const packs = (await db.packs.bulkGet(numbers)).filter((pack) => pack !== undefined);
  await db.packs.bulkPut(
    packs.map((pack) =>
      packOf(
        pack.pack,
        rowsIn(pack).filter((row) => !gone.has(row.key))
      )
    )
  );
  await changeDirectory(db, { stamps: (await readHead(db)).stamps }, drawStamp(), new Map(), pagesOf(rows, keys));
}

/** Sorts things that belong to rows, in the same order, by the rows' pages. */
function pagesOf<T>(rows: readonly IdeaRow[], things: readonly T[]): ReadonlyMap<number, readonly T[]> {
  const pages = new Map<number, T[]>();
  rows.forEach((row, index) => {
    const { page } = row.place!;
    const group = pages.get(page);
    if (group === undefined) pages.set(page, [things[index]!]);
    else group.push(things[index]!);
  });
  return pages;
}

/** The rows there are of these keys, by key. */
export async function ideaRowsByKey(db: Database, keys: readonly string[]): Promise<ReadonlyMap<string, IdeaRow>> {
  // A list asks for its rows before it knows which: the whole directory would be read for none.
  if (keys.length === 0) return new Map();
  const { byKey } = await readDirectory(db);
  const entries = keys.flatMap((key) => byKey.get(key) ?? []);
  const rows = await rowsOfEntries(db, entries);
  return new Map(rows.map((row) => [row.key, row]));
}

/** More rows than this are read with all the others in one question: a question for each takes several times as long. */
const MANY = 400;

const standingAlone = async (db: Database, keys: ReadonlySet<string>): Promise<readonly IdeaRow[]> =>
  (await db.idea.toArray()).filter(({ key }) => keys.has(key));

/** The rows of these entries, in no order; without those that have gone meanwhile. */
export async function rowsOfEntries(db: Database, entries: readonly ListEntry[]): Promise<readonly IdeaRow[]> {
  const here: IdeaRow[] = [];
  const away: ListEntry[] = [];
  for (const entry of entries) {
    const row = keptRow(db, entry);
    if (row === undefined) away.push(entry);
    else here.push(row);
  }
  if (away.length === 0) return here;
  const byKey = new Map(away.map((entry) => [entry.key, entry]));
  const alone = away.filter((entry) => entry.pack === undefined).map((entry) => entry.key);
  const packs = [...new Set(away.flatMap((entry) => entry.pack ?? []))];
  const [rows, records] = await Promise.all([
    alone.length > MANY ? standingAlone(db, new Set(alone)) : alone.length === 0 ? [] : db.idea.bulkGet(alone),
    packs.length === 0 ? [] : db.packs.bulkGet(packs)
  ]);
  const fromPacks = records.flatMap((record) => (record === undefined ? [] : rowsIn(record)));
  const isWanted = ({ key }: IdeaRow): boolean => byKey.get(key)?.pack !== undefined;
  const read = [...rows, ...fromPacks.filter(isWanted)].filter((row) => row !== undefined);
  if (read.length <= ROWS_KEPT) for (const row of read) keepRow(db, row, byKey.get(row.key)!.stamp);
  return here.length === 0 ? read : [...here, ...read];
}

/** Every idea's row of a space. */
export async function ideaRowsIn(db: Database, space: string): Promise<IdeaRow[]> {
  const keys = (await listEntries(db)).map((entry) => entry.key).filter((key) => key.startsWith(space + '/'));
  return [...(await ideaRowsByKey(db, keys)).values()];
}
