import { bare } from '#lib/core/ids.ts';
import type { Follow } from '#lib/domain/ideas/follow.ts';
import type { Stage } from '#lib/domain/ideas/stages.ts';
import type { Person } from '#lib/domain/people/person.ts';
import type { Unit } from '#lib/domain/people/unit.ts';
import type { Variant } from '#lib/domain/variant.ts';
import { type Database, type IdeaRow, keyOf, type OutboxEntry } from './database.ts';
import { entryOf, firstEntries, type ListEntry, listEntries } from './directory.ts';
import { ideaRowsByKey } from './packs.ts';
import { newerFirst } from './packed-entries.ts';
import { type ItemStatus, statusOf } from './outbox.ts';
import { joined, type RisingIdea } from './rising.ts';
import { withMarks } from './sent.ts';

/** Which ideas a list shows: all, or those of a unit, a stage, a category, or of several at once. */
export interface IdeaFilter {
  readonly unit?: string | undefined;
  readonly stage?: Stage | undefined;
  readonly category?: string | undefined;
}

/** An idea in a list, with how it and what belongs to it stands. */
export interface ListedIdea extends IdeaRow {
  readonly status: ItemStatus;
}

/** An idea as a list that is followed shows it: read, or about to be saved. */
export type ShownIdea = ListedIdea | RisingIdea;

/** A list with the ideas that are being saved and belong in it, in their places. */
const withRising = (
  listed: ShownIdea[],
  belongs: (entry: ListEntry) => boolean,
  limit: number = Infinity
): ShownIdea[] =>
  joined(listed, (rows) => {
    const known = new Set(listed.map((row) => row.key));
    const more = rows.filter((row) => !known.has(row.key) && belongs(entryOf(row, 0)));
    if (more.length === 0) return listed;
    const rising = more.map((row): RisingIdea => ({ ...row, status: 'saving' }));
    return [...rising, ...listed].sort(newerFirst).slice(0, limit);
  });

/** What lists are read from, all of it at one moment. */
const reading = <T>(db: Database, read: () => Promise<T>): Promise<T> =>
  db.transaction('r', [db.meta, db.directory, db.idea, db.packs, db.outbox], read);

const isIn =
  ({ unit, stage, category }: IdeaFilter) =>
  (entry: ListEntry): boolean =>
    (unit === undefined || entry.unit === unit) &&
    (category === undefined || entry.category === category) &&
    // What lives on in another is found there; it stands alone only where somebody asks for such.
    (stage === undefined ? entry.merged !== true : entry.stage === stage);

/** The first ideas of a list, newest activity first. */
export const ideaPage = (db: Database, filter: IdeaFilter, limit: number): Promise<ShownIdea[]> =>
  reading(db, async () => {
    const promised = db.outbox.toArray();
    const first = await firstEntries(db, isIn(filter), limit);
    const rows = await listedRows(
      db,
      first.map((entry) => entry.key),
      promised
    );
    return withRising(rows, isIn(filter), limit);
  });

/** Row keys of a whole list, newest activity first: cheap enough for tens of thousands. */
export async function ideaIds(db: Database, filter: IdeaFilter): Promise<string[]> {
  return (await listEntries(db)).filter(isIn(filter)).map((entry) => entry.key);
}

/** The rows of a stretch of such a list; undefined where one has gone meanwhile. */
export async function ideaRows(db: Database, keys: readonly string[]): Promise<(ListedIdea | undefined)[]> {
  const found = await reading(db, async () => listedRows(db, keys));
  const byKey = new Map(found.map((row) => [row.key, row]));
  return keys.map((key) => byKey.get(key));
}

/** This person's ideas, those under their alias too, newest activity first. */
export const myIdeas = (db: Database): Promise<ShownIdea[]> =>
  reading(db, async () => {
    const mine = (await listEntries(db)).filter((entry) => entry.mine);
    const rows = await listedRows(
      db,
      mine.map((entry) => entry.key)
    );
    return withRising(rows, (entry) => entry.mine);
  });

/** @param promised the outbox, where it has been asked for already: a question beside another costs no time */
async function listedRows(
  db: Database,
  keys: readonly string[],
  promised: PromiseLike<OutboxEntry[]> = db.outbox.toArray()
): Promise<ListedIdea[]> {
  const [rows, entries] = await Promise.all([ideaRowsByKey(db, keys), promised]);
  const here = keys.flatMap((key) => rows.get(key) ?? []);
  return withStatus(here, await withMarks(db, entries));
}

/** Ideas this person has asked to hear of, newest activity first. */
export async function followedIdeas(db: Database): Promise<ListedIdea[]> {
  const follows = await db.rows<Follow>('follow').toArray();
  const wanted = new Set(
    follows
      .filter(({ document }) => document.by === db.person && document.state.given)
      .map(({ space, document }) => keyOf(space, document.idea))
  );
  if (wanted.size === 0) return [];
  const keys = (await listEntries(db)).filter((entry) => wanted.has(entry.key)).map((entry) => entry.key);
  return (await ideaRows(db, keys)).filter((row) => row !== undefined);
}

const URGENCY: readonly ItemStatus[] = ['confirmed', 'sent', 'saved', 'needs-you'];

const mostUrgent = (statuses: readonly ItemStatus[]): ItemStatus =>
  statuses.reduce<ItemStatus>(
    (worst, next) => (URGENCY.indexOf(next) > URGENCY.indexOf(worst) ? next : worst),
    'confirmed'
  );

/** Ideas with how they and what belongs to them stand on this device. */
export function withStatus(rows: readonly IdeaRow[], entries: readonly OutboxEntry[]): ListedIdea[] {
  const statuses = new Map<string, ItemStatus[]>();
  for (const entry of entries) {
    const key = keyOf(entry.space, entry.idea);
    statuses.set(key, [...(statuses.get(key) ?? []), statusOf(entry)]);
  }
  return rows.map((row) => ({ ...row, status: mostUrgent(statuses.get(row.key) ?? []) }));
}

/** What to call people, by opaque id. Whoever has no name here is hidden or erased. */
export async function names(db: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await db.rows<Person>('person').toArray();
  return new Map(rows.map((row) => [bare(row.document._id), row.document.name]));
}

/** Somebody who has a name in a space. */
export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly unit: string | undefined;
}

/** Those who have a name in a space, by name. Nobody who hides is among them under what they hide behind. */
export async function people(db: Database, space: string): Promise<ListedPerson[]> {
  const rows = await db
    .rows<Person>('person')
    .where('key')
    .startsWith(space + '/')
    .toArray();
  return rows
    .map(({ document }) => ({ id: bare(document._id), name: document.name, unit: document.unit }))
    .sort((a, b) => a.name.localeCompare(b.name, 'sv'));
}

export interface ListedUnit {
  readonly id: string;
  readonly space: string;
  readonly name: string;
  readonly closed: boolean;
}

/** Care units of every space here, by name. */
export async function units(db: Database): Promise<ListedUnit[]> {
  const rows = await db.rows<Unit>('unit').toArray();
  return rows
    .map(({ space, document }) => ({ id: document._id, space, name: document.name, closed: document.closed === true }))
    .sort((a, b) => a.name.localeCompare(b.name, 'sv'));
}

/** Variants nobody has settled yet that are the person's to settle. */
export async function openVariants(db: Database, identities: readonly string[]): Promise<Variant[]> {
  const rows = await db.rows<Variant>('variant').toArray();
  return rows
    .map((row) => row.document)
    .filter((each) => each.resolved === undefined && (identities.includes(each.by) || identities.includes(each.owner)));
}
