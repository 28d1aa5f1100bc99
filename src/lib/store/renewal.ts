import type { Transaction } from 'dexie';
import { recount } from './aggregate.ts';
import type { Database, IdeaRow, Meta } from './database.ts';
import { drawStamp, listEntries, type ListEntry } from './directory.ts';
import type { Head } from './head.ts';
import type { Pack } from './packs.ts';

const STALE_ROWS = 'stale-rows';
const AT_ONCE = 500;

interface OlderHead {
  readonly stamps: readonly number[];
  readonly filled: number;
  readonly packs: number;
}

/**
 * Brings a store of version 1 to what it is now: packs and pages of the directory are one text each, and what
 * writes share is one record. Its rows lack what is derived today; they are marked for `renewRows`.
 */
export async function renewStore(transaction: Transaction): Promise<void> {
  const meta = transaction.table<Meta, string>('meta');
  const valueOf = async <T>(name: string): Promise<T | undefined> => (await meta.get(name))?.value as T | undefined;
  const older = await valueOf<OlderHead>('directory');
  if (older === undefined) return;
  const stamp = drawStamp();
  await transaction
    .table('packs')
    .toCollection()
    .modify((pack: { rows?: unknown; json?: string }) => {
      pack.json = JSON.stringify(pack.rows ?? []);
      delete pack.rows;
    });
  await transaction
    .table('directory')
    .toCollection()
    .modify((page: { entries?: readonly ListEntry[]; json?: string }) => {
      page.json = JSON.stringify((page.entries ?? []).map((entry) => ({ ...entry, stamp })));
      delete page.entries;
    });
  const head: Head = {
    stamps: older.stamps.map(() => stamp),
    filled: older.filled,
    packs: older.packs,
    orphans: (await valueOf<string[]>('orphans')) ?? [],
    identities: (await valueOf<string[]>('identities')) ?? []
  };
  await meta.bulkDelete(['directory', 'orphans', 'identities']);
  await meta.bulkPut([
    { name: 'head', value: head },
    { name: STALE_ROWS, value: true }
  ]);
}

/** Gives the directory's entries what their rows have always told and lists have only lately asked for. */
export async function renewDirectory(transaction: Transaction): Promise<void> {
  const told = new Map<string, Pick<ListEntry, 'photo' | 'left'>>();
  const tell = ({ key, photo, document }: IdeaRow): void => {
    told.set(key, {
      ...(photo === undefined ? {} : { photo: true as const }),
      left: Math.floor(Date.parse(document.at) / 60_000)
    });
  };
  for (const { json } of (await transaction.table('packs').toArray()) as Pack[])
    for (const row of JSON.parse(json) as IdeaRow[]) tell(row);
  // What stands by itself is later than what its pack still holds.
  for (const row of (await transaction.table('idea').toArray()) as IdeaRow[]) tell(row);
  await transaction
    .table('directory')
    .toCollection()
    .modify((page: { json: string }) => {
      const entries = JSON.parse(page.json) as ListEntry[];
      page.json = JSON.stringify(entries.map((entry) => ({ ...entry, ...told.get(entry.key) })));
    });
}

/** Counts every row anew, once, where an older app made them. */
export async function renewRows(db: Database): Promise<void> {
  if ((await db.meta.get(STALE_ROWS)) === undefined) return;
  const keys = (await listEntries(db)).map((entry) => entry.key);
  for (let start = 0; start < keys.length; start += AT_ONCE) {
    const bySpace = new Map<string, Set<string>>();
    for (const key of keys.slice(start, start + AT_ONCE)) {
      const [space, id] = key.split('/') as [string, string];
      bySpace.set(space, (bySpace.get(space) ?? new Set()).add(id));
    }
    await db.transaction('rw', db.tables, async () => {
      for (const [space, ids] of bySpace) await recount(db, space, ids);
    });
  }
  await db.meta.delete(STALE_ROWS);
}
