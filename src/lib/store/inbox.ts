import type { Reply } from '#lib/domain/ideas/reply.ts';
import type { Share } from '#lib/domain/ideas/share.ts';
import { STAGES, type Stage } from '#lib/domain/ideas/stages.ts';
import type { Database } from './database.ts';
import { ideaRows, type ListedIdea } from './ideas.ts';
import { type ListEntry, listEntries } from './directory.ts';

/** What waits for those who answer. */
export interface Inbox {
  /** Ideas without an answer, the soonest promised first. */
  readonly waiting: readonly ListedIdea[];
  /** Ideas whose author has been asked for more, the soonest promised first. */
  readonly asked: readonly ListedIdea[];
  /** Ideas about which decisions stand against each other. */
  readonly disputed: readonly ListedIdea[];
  /** Ideas that other municipalities have passed on, and nobody has received. */
  readonly passedOn: readonly Share[];
}

const isIn = (space: string) => (entry: { readonly key: string }) => entry.key.startsWith(space + '/');

/** What waits for an answer in a municipality. */
export async function inbox(db: Database, space: string): Promise<Inbox> {
  const entries = (await listEntries(db)).filter(isIn(space));
  const rowsOf = async (select: (entry: (typeof entries)[number]) => boolean): Promise<ListedIdea[]> => {
    const chosen = entries.filter(select).sort((a, b) => ((a.due ?? '') + a.key < (b.due ?? '') + b.key ? -1 : 1));
    const rows = await ideaRows(
      db,
      chosen.map((entry) => entry.key)
    );
    return rows.filter((row) => row !== undefined);
  };
  const shares = await db.rows<Share>('share').where('document.to').equals(space).toArray();
  return {
    waiting: await rowsOf((entry) => entry.due !== undefined && entry.paused === undefined),
    asked: await rowsOf((entry) => entry.paused !== undefined),
    disputed: await rowsOf((entry) => entry.disputed !== undefined),
    passedOn: shares
      .map((row) => row.document)
      .filter((share) => share.received === undefined && share.withdrawn === undefined)
      .sort((a, b) => (a.at < b.at ? -1 : 1))
  };
}

/** How many ideas wait for an answer in a municipality, and how many of them since before a day. */
export async function waitingCount(
  db: Database,
  space: string,
  today: string
): Promise<{ readonly waiting: number; readonly overdue: number }> {
  const due = (await listEntries(db)).filter((entry) => isIn(space)(entry) && entry.due !== undefined && !entry.paused);
  return { waiting: due.length, overdue: due.filter((entry) => entry.due! < today).length };
}

/** One column of the board. */
export interface BoardColumn {
  readonly stage: Stage;
  readonly count: number;
  /** When those in it came there: the first of them, and the mean; ISO. Undefined where there are none. */
  readonly since: { readonly first: string; readonly mean: string } | undefined;
  /** The first of them, longest in the stage first. */
  readonly rows: readonly ListedIdea[];
}

/** What stands on the board by stage, longest in the stage first. */
async function staged(
  db: Database,
  space: string,
  { unit }: { readonly unit?: string | undefined }
): Promise<Map<Stage, ListEntry[]>> {
  const columns = new Map<Stage, ListEntry[]>(STAGES.map((stage) => [stage, []]));
  for (const entry of await listEntries(db))
    if (isIn(space)(entry) && (unit === undefined || entry.unit === unit)) columns.get(entry.stage)!.push(entry);
  for (const entries of columns.values()) entries.sort((a, b) => (a.since + a.key < b.since + b.key ? -1 : 1));
  return columns;
}

/** Row keys of the whole board by stage, longest in the stage first. */
export async function boardKeys(
  db: Database,
  space: string,
  filter: { readonly unit?: string | undefined }
): Promise<ReadonlyMap<Stage, readonly string[]>> {
  const columns = await staged(db, space, filter);
  return new Map([...columns].map(([stage, entries]) => [stage, entries.map(({ key }) => key)]));
}

/** A municipality's ideas by stage; those that live on in another stand among the merged. @param limit how many of each are read */
export async function board(
  db: Database,
  space: string,
  filter: { readonly unit?: string | undefined },
  limit: number
): Promise<readonly BoardColumn[]> {
  const columns = await staged(db, space, filter);
  const shown = new Map([...columns].map(([stage, entries]) => [stage, entries.slice(0, limit)]));
  const rows = new Map(
    (
      await ideaRows(
        db,
        [...shown.values()].flat().map((entry) => entry.key)
      )
    ).flatMap((row) => (row === undefined ? [] : [[row.key, row]]))
  );
  return STAGES.map((stage) => {
    const entries = columns.get(stage)!;
    return {
      stage,
      count: entries.length,
      since: sinceOf(entries),
      rows: shown.get(stage)!.flatMap((entry) => rows.get(entry.key) ?? [])
    };
  });
}

/** @param entries the longest there first */
function sinceOf(entries: readonly ListEntry[]): BoardColumn['since'] {
  const [first] = entries;
  if (first === undefined) return undefined;
  const sum = entries.reduce((total, entry) => total + Date.parse(entry.since), 0);
  return { first: first.since, mean: new Date(Math.round(sum / entries.length)).toISOString() };
}

/** A municipality's reply templates, by name. */
export async function replies(db: Database, space: string): Promise<Reply[]> {
  const rows = await db
    .rows<Reply>('reply')
    .where('key')
    .startsWith(space + '/')
    .toArray();
  return rows.map((row) => row.document).sort((a, b) => a.name.localeCompare(b.name, 'sv'));
}

/** What has been shared of an idea with other municipalities, and of those received here. */
export const sharesOf = async (db: Database, idea: string): Promise<Share[]> =>
  (await db.rows<Share>('share').where('document.idea').equals(idea).toArray()).map((row) => row.document);
