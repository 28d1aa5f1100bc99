import { Dexie } from 'dexie';
import type { Day } from '#lib/domain/workdays.ts';
import type { Stage } from '#lib/domain/ideas/stages.ts';
import type { Database, IdeaRow } from './database.ts';
import { readHead, writeHead } from './head.ts';
import { EntriesByKey, newerFirst, packEntries } from './packed-entries.ts';

/** What a list knows of an idea without reading its row. */
export interface ListEntry {
  readonly key: string;
  /** The pack to read the row from; absent when it stands by itself. */
  readonly pack?: number;
  readonly unit: string;
  readonly stage: Stage;
  readonly activity: string;
  /** When it came to its stage, ISO. */
  readonly since: string;
  /** A word of the app's, or the id of one of the municipality's own; absent where none was chosen. */
  readonly category?: string;
  /** The challenge it answers. */
  readonly challenge?: string;
  /** Whether it is this person's own. */
  readonly mine: boolean;
  /** The day by which it is to be answered; absent when it is, or needs no answer. */
  readonly due?: Day;
  /** The clock stands still: its author has been asked for more. */
  readonly paused?: true;
  /** Decisions stand against each other. */
  readonly disputed?: true;
  /** It lives on in another, and stands in no list of its own. */
  readonly merged?: true;
  /** It has a picture. */
  readonly photo?: true;
  /** When it was left: minutes since 1970. */
  readonly left?: number;
  /** The idea it builds on, by id. */
  readonly buildsOn?: string;
  /** Another at every change of the row: who has read the row at this stamp need not read it again. */
  readonly stamp: number;
}

/** A page as it is stored: one text, since the disk takes and gives a text for a fraction of what objects cost. */
export interface DirectoryPage {
  readonly page: number;
  /** `ListEntry[]` */
  readonly json: string;
}

/** The directory as it was last read or written here. */
interface Directory {
  stamps: readonly number[];
  readonly pages: (readonly ListEntry[])[];
  readonly byKey: EntriesByKey;
  /** Sorted when first asked for, and kept sorted from then on. */
  newestFirst?: readonly ListEntry[];
}

const directories = new WeakMap<Database, Directory>();

function directoryOf(db: Database): Directory {
  let directory = directories.get(db);
  if (directory === undefined) {
    directory = { stamps: [], pages: [], byKey: new EntriesByKey() };
    directories.set(db, directory);
  }
  return directory;
}

/** Drawn, not counted: two transactions, one of which came to nothing, must never agree by chance. */
export const drawStamp = (): number => Math.floor(Math.random() * Number.MAX_SAFE_INTEGER);

/** More changes than this are sorted in with the rest. */
const FEW = 50;

/** A directory that has more than this is held packed. Fewer are sooner at hand as objects: a start waits for them... */
const PACKED_WHEN_READ = 15_000;
/** ...and a first sync does not, whose garbage they would be. */
const PACKED_WHEN_WRITTEN = 3_000;

/** @param most how many entries there may be before those that come together are packed */
function replacePages(
  directory: Directory,
  pages: ReadonlyMap<number, readonly ListEntry[]>,
  most = PACKED_WHEN_READ
): void {
  const before = [...pages.keys()].flatMap((page) => directory.pages[page] ?? []);
  const after = [...pages.values()].flat();
  const kept = new Set(after);
  const gone = new Set(before.filter((entry) => !kept.has(entry)));
  for (const entry of gone) if (directory.byKey.get(entry.key) === entry) directory.byKey.delete(entry.key);
  const known = new Set(before);
  const made = after.filter((entry) => !known.has(entry));
  const isMany = made.length > FEW && directory.byKey.size + made.length > most;
  const fresh = isMany ? packEntries(made) : made;
  made.forEach(({ key }, index) => directory.byKey.set(key, fresh[index]!));
  const held = new Map(isMany ? made.map((entry, index) => [entry, fresh[index]!]) : []);
  for (const [page, entries] of pages)
    directory.pages[page] = isMany ? entries.map((entry) => held.get(entry) ?? entry) : entries;
  if (directory.newestFirst === undefined) return;
  if (fresh.length + gone.size > FEW) delete directory.newestFirst;
  else directory.newestFirst = sortedIn(directory.newestFirst, gone, fresh);
}

function sortedIn(
  sorted: readonly ListEntry[],
  gone: ReadonlySet<ListEntry>,
  fresh: readonly ListEntry[]
): readonly ListEntry[] {
  const next = gone.size === 0 ? [...sorted] : sorted.filter((entry) => !gone.has(entry));
  for (const entry of fresh) sortIn(next, entry);
  return next;
}

function sortIn(sorted: ListEntry[], entry: ListEntry): void {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (newerFirst(sorted[middle]!, entry) < 0) low = middle + 1;
    else high = middle;
  }
  sorted.splice(low, 0, entry);
}

/** A page's entries; those that did not change are the ones already held. */
function entriesIn(record: DirectoryPage | undefined, { byKey }: Directory): readonly ListEntry[] {
  if (record === undefined) return [];
  return (JSON.parse(record.json) as ListEntry[]).map((entry) => {
    const held = byKey.get(entry.key);
    return held?.stamp === entry.stamp ? held : entry;
  });
}

async function freshDirectory(db: Database): Promise<Directory> {
  const { stamps } = await readHead(db);
  const directory = directoryOf(db);
  const stalePages = (): number[] => stamps.flatMap((stamp, page) => (directory.stamps[page] === stamp ? [] : [page]));
  const asked = stalePages();
  if (asked.length > 0) {
    // All of them are one question, asked when the app starts; some are one each.
    const isAll = asked.length === stamps.length;
    const records = await (isAll ? db.directory.toArray() : db.directory.bulkGet(asked));
    const byPage = new Map(records.map((record) => [record?.page, record]));
    // Several ask at once when the app starts: whoever was answered first has already unpacked them.
    const stale = stalePages().filter((page) => asked.includes(page));
    replacePages(directory, new Map(stale.map((page) => [page, entriesIn(byPage.get(page), directory)])));
  }
  // A write that came to nothing may have begun pages that never were.
  const never = directory.pages.flatMap((entries, page) => (page >= stamps.length && entries.length > 0 ? [page] : []));
  if (never.length > 0) replacePages(directory, new Map(never.map((page) => [page, []])));
  directory.stamps = stamps;
  return directory;
}

/** The directory as it stands; pages that did not change since last time are not read again. */
export const readDirectory = (db: Database): Promise<Readonly<Directory>> =>
  Dexie.currentTransaction === null
    ? db.transaction('r', db.meta, db.directory, async () => freshDirectory(db))
    : freshDirectory(db);

/** The first of the entries that are wanted, newest activity first. Nothing is put in order for the sake of a few. */
export async function firstEntries(
  db: Database,
  isWanted: (entry: ListEntry) => boolean,
  limit: number
): Promise<readonly ListEntry[]> {
  const directory = await readDirectory(db);
  const first: ListEntry[] = [];
  if (directory.newestFirst !== undefined) {
    for (const entry of directory.newestFirst) {
      if (first.length === limit) break;
      if (isWanted(entry)) first.push(entry);
    }
    return first;
  }
  for (const entries of directory.pages)
    for (const entry of entries) {
      const isFull = first.length === limit;
      if ((isFull && newerFirst(first[limit - 1]!, entry) < 0) || !isWanted(entry)) continue;
      if (isFull) first.pop();
      sortIn(first, entry);
    }
  return first;
}

/** Every idea's entry, newest activity first. */
export async function listEntries(db: Database): Promise<readonly ListEntry[]> {
  const directory = (await readDirectory(db)) as Directory;
  directory.newestFirst ??= directory.pages.flat().sort(newerFirst);
  return directory.newestFirst;
}

export const entryOf = (row: IdeaRow, stamp: number, pack?: number): ListEntry => ({
  key: row.key,
  ...(pack === undefined ? {} : { pack }),
  unit: row.unit,
  stage: row.stage,
  activity: row.activity,
  since: row.since,
  mine: row.mine === true,
  ...(row.document.category === undefined ? {} : { category: row.document.category }),
  ...(row.document.challenge === undefined ? {} : { challenge: row.document.challenge }),
  ...(row.due === undefined ? {} : { due: row.due }),
  ...(row.paused === undefined ? {} : { paused: row.paused }),
  ...(row.disputed === undefined ? {} : { disputed: row.disputed }),
  ...(row.into === undefined ? {} : { merged: true as const }),
  ...(row.photo === undefined ? {} : { photo: true as const }),
  left: Math.floor(Date.parse(row.document.at) / 60_000),
  ...(row.document.buildsOn === undefined ? {} : { buildsOn: row.document.buildsOn }),
  stamp
});

/** Changes some pages of the directory. Call inside a transaction that has read the directory. */
export async function changeDirectory(
  db: Database,
  head: { readonly stamps: readonly number[]; readonly filled?: number; readonly packs?: number },
  stamp: number,
  put: ReadonlyMap<number, readonly ListEntry[]>,
  gone: ReadonlyMap<number, readonly string[]>
): Promise<void> {
  const touched = [...new Set([...put.keys(), ...gone.keys()])];
  if (touched.length === 0) return;
  const directory = await readDirectory(db);
  const pages = new Map(
    touched.map((page) => {
      const entries = new Map((directory.pages[page] ?? []).map((entry) => [entry.key, entry]));
      for (const entry of put.get(page) ?? []) entries.set(entry.key, entry);
      for (const key of gone.get(page) ?? []) entries.delete(key);
      return [page, [...entries.values()]];
    })
  );
  const stamps = head.stamps.map((before, page) => (pages.has(page) ? stamp : before));
  // Should the transaction come to nothing, nobody reads these stamps and the pages are read anew.
  replacePages(directory, pages, PACKED_WHEN_WRITTEN);
  (directory as Directory).stamps = stamps;
  await Promise.all([
    db.directory.bulkPut([...pages].map(([page, entries]) => ({ page, json: JSON.stringify(entries) }))),
    writeHead(db, { ...head, stamps })
  ]);
}
