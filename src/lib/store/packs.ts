import type { Stage } from '#lib/domain/ideas/stages.ts';
import type { Database, IdeaRow } from './database.ts';

/**
 * Where ideas' rows stand. What comes in bulk is packed, some tens of rows to a record; a row that
 * changes or comes alone stands by itself from then on. Beside them is a directory of what lists are
 * made of, some hundreds of entries to a page. A record for each idea, and an index entry for each
 * question a list asks, make a first sync twice as slow: in IndexedDB a record is what is dear, not a
 * byte (docs/bench.md).
 */
export interface Pack {
  readonly pack: number;
  readonly rows: readonly IdeaRow[];
}

/** Where a row stands: its page of the directory, and the pack it came in, which it may have left. */
export interface Place {
  readonly page: number;
  readonly pack?: number;
}

/** What a list knows of an idea without reading its row. */
export interface ListEntry {
  readonly key: string;
  /** The pack to read the row from; absent when it stands by itself. */
  readonly pack?: number;
  readonly unit: string;
  readonly stage: Stage;
  readonly activity: string;
  /** Whether it is this person's own. */
  readonly mine: boolean;
}

export interface DirectoryPage {
  readonly page: number;
  readonly entries: readonly ListEntry[];
}

interface Head {
  /** A stamp for each page of the directory, another at every change: readers fetch what changed, and keep the rest. */
  readonly stamps: readonly number[];
  /** Entries that the last page has been given. */
  readonly filled: number;
  readonly packs: number;
}

const HEAD = 'directory';

/** How many rows a pack takes, and how many entries a page of the directory. */
export interface PackSizes {
  readonly rowsAPack: number;
  readonly entriesAPage: number;
}

export const PACK_SIZES: PackSizes = { rowsAPack: 50, entriesAPage: 250 };

const readHead = async (db: Database): Promise<Head> =>
  ((await db.meta.get(HEAD))?.value as Head | undefined) ?? { stamps: [], filled: db.sizes.entriesAPage, packs: 0 };

/** Puts ideas' rows, new or changed. Call inside a transaction. */
export async function putIdeaRows(db: Database, rows: readonly IdeaRow[]): Promise<void> {
  const { rowsAPack, entriesAPage } = db.sizes;
  const head = await readHead(db);
  const stamps = [...head.stamps];
  let { filled, packs } = head;
  const isBulk = rows.filter((row) => row.place === undefined).length >= rowsAPack;
  const alone: IdeaRow[] = [];
  const packed: IdeaRow[] = [];
  for (const row of rows) {
    if (row.place !== undefined) {
      alone.push(row);
      continue;
    }
    if (filled >= entriesAPage) {
      stamps.push(0);
      filled = 0;
    }
    filled += 1;
    const page = stamps.length - 1;
    if (!isBulk) alone.push({ ...row, place: { page } });
    else packed.push({ ...row, place: { page, pack: packs + Math.floor(packed.length / rowsAPack) } });
  }
  await db.idea.bulkPut(alone);
  const newPacks = Array.from({ length: Math.ceil(packed.length / rowsAPack) }, (_, index) => ({
    pack: packs + index,
    rows: packed.slice(index * rowsAPack, (index + 1) * rowsAPack)
  }));
  await db.packs.bulkPut(newPacks);
  packs += newPacks.length;
  const entries = [...alone.map((row) => entryOf(row)), ...packed.map((row) => entryOf(row, row.place!.pack))];
  await changeDirectory(db, { stamps, filled, packs }, pagesOf([...alone, ...packed], entries), new Map());
}

/** Takes rows away, the copies that packs may still hold too. Call inside a transaction. */
export async function deleteIdeaRows(db: Database, rows: readonly IdeaRow[]): Promise<void> {
  const keys = rows.map((row) => row.key);
  await db.idea.bulkDelete(keys);
  const gone = new Set(keys);
  const numbers = [...new Set(rows.flatMap((row) => row.place?.pack ?? []))];
  const packs = (await db.packs.bulkGet(numbers)).filter((pack) => pack !== undefined);
  await db.packs.bulkPut(packs.map((pack) => ({ ...pack, rows: pack.rows.filter((row) => !gone.has(row.key)) })));
  await changeDirectory(db, await readHead(db), new Map(), pagesOf(rows, keys));
}

const entryOf = ({ key, unit, stage, activity, mine }: IdeaRow, pack?: number): ListEntry => ({
  key,
  ...(pack === undefined ? {} : { pack }),
  unit,
  stage,
  activity,
  mine: mine === true
});

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

async function changeDirectory(
  db: Database,
  head: Head,
  put: ReadonlyMap<number, readonly ListEntry[]>,
  gone: ReadonlyMap<number, readonly string[]>
): Promise<void> {
  const touched = [...new Set([...put.keys(), ...gone.keys()])];
  if (touched.length === 0) return;
  const stored = await db.directory.bulkGet(touched);
  const pages = touched.map((page, index) => {
    const entries = new Map((stored[index]?.entries ?? []).map((entry) => [entry.key, entry]));
    for (const entry of put.get(page) ?? []) entries.set(entry.key, entry);
    for (const key of gone.get(page) ?? []) entries.delete(key);
    return { page, entries: [...entries.values()] };
  });
  await db.directory.bulkPut(pages);
  // Drawn, not counted: two transactions, one of which came to nothing, must never agree by chance.
  const stamps = head.stamps.map((stamp, page) => (touched.includes(page) ? Math.random() : stamp));
  await db.meta.put({ name: HEAD, value: { ...head, stamps } satisfies Head });
}

/** Every page of the directory, by number, with the stamp it was read at. */
export interface Directory {
  readonly stamps: readonly number[];
  readonly pages: readonly ReadonlyMap<string, ListEntry>[];
  /** Sorted when first asked for. */
  newestFirst?: readonly ListEntry[];
}

const directories = new WeakMap<Database, Directory>();

/** The directory as it stands; pages that did not change since last time are not read again. */
export async function readDirectory(db: Database): Promise<Directory> {
  return db.transaction('r', db.meta, db.directory, async () => {
    const { stamps } = await readHead(db);
    const before = directories.get(db) ?? { stamps: [], pages: [] };
    const stale = stamps.flatMap((stamp, page) => (before.stamps[page] === stamp ? [] : [page]));
    if (stale.length === 0 && before.stamps.length === stamps.length) return before;
    const fresh = await db.directory.bulkGet(stale);
    const pages = before.pages.slice(0, stamps.length);
    fresh.forEach((record, index) => {
      pages[stale[index]!] = new Map((record?.entries ?? []).map((entry) => [entry.key, entry]));
    });
    const directory = { stamps, pages };
    directories.set(db, directory);
    return directory;
  });
}

/** Every idea's entry, newest activity first. */
export async function listEntries(db: Database): Promise<readonly ListEntry[]> {
  const directory = await readDirectory(db);
  directory.newestFirst ??= directory.pages
    .flatMap((page) => [...page.values()])
    .sort((a, b) => compare(b.activity, a.activity) || compare(b.key, a.key));
  return directory.newestFirst;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The rows there are of these keys, by key. */
export async function ideaRowsByKey(db: Database, keys: readonly string[]): Promise<ReadonlyMap<string, IdeaRow>> {
  const { pages } = await readDirectory(db);
  const entries = keys.map((key) => pages.find((page) => page.has(key))?.get(key));
  const rows = await rowsOfEntries(
    db,
    entries.filter((entry) => entry !== undefined)
  );
  return new Map(rows.map((row) => [row.key, row]));
}

/** The rows of these entries, in no order; without those that have gone meanwhile. */
export async function rowsOfEntries(db: Database, entries: readonly ListEntry[]): Promise<IdeaRow[]> {
  const alone = entries.filter((entry) => entry.pack === undefined).map((entry) => entry.key);
  const inPacks = entries.filter((entry) => entry.pack !== undefined);
  const packed = new Set(inPacks.map((entry) => entry.key));
  const packs = [...new Set(inPacks.map((entry) => entry.pack!))];
  const rows = alone.length === 0 ? [] : await db.idea.bulkGet(alone);
  const records = packs.length === 0 ? [] : await db.packs.bulkGet(packs);
  const fromPacks = records.flatMap((record) => (record?.rows ?? []).filter((row) => packed.has(row.key)));
  return [...rows.filter((row) => row !== undefined), ...fromPacks];
}

/** Every idea's row of a space. */
export async function ideaRowsIn(db: Database, space: string): Promise<IdeaRow[]> {
  const keys = (await listEntries(db)).map((entry) => entry.key).filter((key) => key.startsWith(space + '/'));
  return [...(await ideaRowsByKey(db, keys)).values()];
}
