import { bare } from '#lib/core/ids.ts';
import { spaceType } from '#lib/domain/actor.ts';
import type { Comment } from '#lib/domain/ideas/comment.ts';
import type { Decision } from '#lib/domain/ideas/decision.ts';
import type { Photo } from '#lib/domain/ideas/photo.ts';
import type { Recording } from '#lib/domain/ideas/recording.ts';
import type { Stage } from '#lib/domain/ideas/stages.ts';
import type { Support } from '#lib/domain/ideas/support.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import type { KindName } from '#lib/domain/registry.ts';
import type { Person } from '#lib/domain/people/person.ts';
import type { Unit } from '#lib/domain/people/unit.ts';
import type { Variant } from '#lib/domain/variant.ts';
import { type Database, type IdeaRow, keyOf, type OutboxEntry } from './database.ts';
import { ideaRowsByKey, listEntries } from './packs.ts';
import { type ItemStatus, statusOf } from './outbox.ts';
import { knownSpaces } from './pulled.ts';

/** Which ideas a list shows: all, or those of a unit, a stage, or both. */
export interface IdeaFilter {
  readonly unit?: string | undefined;
  readonly stage?: Stage | undefined;
}

/** An idea in a list, with how it and what belongs to it stands. */
export interface ListedIdea extends IdeaRow {
  readonly status: ItemStatus;
}

/** The first ideas of a list, newest activity first. */
export async function ideaPage(db: Database, filter: IdeaFilter, limit: number): Promise<ListedIdea[]> {
  const rows = await ideaRows(db, (await ideaIds(db, filter)).slice(0, limit));
  return rows.filter((row) => row !== undefined);
}

/** Row keys of a whole list, newest activity first: cheap enough for tens of thousands. */
export async function ideaIds(db: Database, { unit, stage }: IdeaFilter): Promise<string[]> {
  const entries = await listEntries(db);
  return entries
    .filter((entry) => (unit === undefined || entry.unit === unit) && (stage === undefined || entry.stage === stage))
    .map((entry) => entry.key);
}

/** The rows of a stretch of such a list; undefined where one has gone meanwhile. */
export async function ideaRows(db: Database, keys: readonly string[]): Promise<(ListedIdea | undefined)[]> {
  const rows = await ideaRowsByKey(db, keys);
  const found = await listed(db, [...rows.values()]);
  const byKey = new Map(found.map((row) => [row.key, row]));
  return keys.map((key) => byKey.get(key));
}

/** This person's ideas, those under their alias too, newest activity first. */
export async function myIdeas(db: Database): Promise<ListedIdea[]> {
  const mine = (await listEntries(db)).filter((entry) => entry.mine);
  const rows = await ideaRows(
    db,
    mine.map((entry) => entry.key)
  );
  return rows.filter((row) => row !== undefined);
}

const URGENCY: readonly ItemStatus[] = ['confirmed', 'sent', 'saved', 'needs-you'];

const mostUrgent = (statuses: readonly ItemStatus[]): ItemStatus =>
  statuses.reduce<ItemStatus>(
    (worst, next) => (URGENCY.indexOf(next) > URGENCY.indexOf(worst) ? next : worst),
    'confirmed'
  );

async function listed(db: Database, rows: readonly IdeaRow[]): Promise<ListedIdea[]> {
  const entries = await db.outbox.toArray();
  return rows.map((row) => ({
    ...row,
    status: mostUrgent(entries.filter((entry) => entry.idea === row.id && entry.space === row.space).map(statusOf))
  }));
}

/** Everything an idea's page shows. */
export interface IdeaView {
  readonly row: ListedIdea;
  readonly comments: readonly Comment[];
  readonly supports: readonly Support[];
  readonly decisions: readonly Decision[];
  readonly photos: readonly Photo[];
  readonly recordings: readonly Recording[];
  /** Texts that lost to another edit, settled ones too. */
  readonly variants: readonly Variant[];
  /** How each document that has not been confirmed stands, by id. */
  readonly statuses: Readonly<Record<string, ItemStatus>>;
  /** What the server refused of this idea, with the reasons. */
  readonly refused: readonly OutboxEntry[];
}

// Anybody may write an idea with the id of another into a space of theirs. The narrower space goes first,
// so that nobody outside a municipality puts words in the place of its own.
const inOrder = (spaces: ReadonlySet<string>, wanted: string | undefined): string[] => {
  const rank = (space: string): number => (space === wanted ? 0 : spaceType(space) === 'municipality' ? 1 : 2);
  return [...spaces].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
};

/**
 * An idea by its id (`idea:<ulid>` or the ulid alone, or either after `<space>/`) with all that belongs
 * to it, oldest first; undefined when it is not on this device.
 */
export async function ideaView(db: Database, id: string): Promise<IdeaView | undefined> {
  const wanted = id.includes('/') ? id.slice(0, id.indexOf('/')) : undefined;
  const ideaId = 'idea:' + bare(id.slice(id.indexOf('/') + 1));
  const own = await db.outbox.where('idea').equals(ideaId).toArray();
  const spaces = new Set([...(await knownSpaces(db)), ...own.map((entry) => entry.space)]);
  const keys = inOrder(spaces, wanted).map((space) => keyOf(space, ideaId));
  const here = await ideaRowsByKey(db, keys);
  const row = keys.map((key) => here.get(key)).find((each) => each !== undefined);
  if (row === undefined) return undefined;
  const around = async <D extends Envelope>(kind: Exclude<KindName, 'idea'>, field = 'document.idea'): Promise<D[]> =>
    (await db.rows<D>(kind).where(field).equals(ideaId).toArray())
      .filter((each) => each.space === row.space)
      .map((each) => each.document)
      .sort((a, b) => (when(a) < when(b) ? -1 : 1));
  const [comments, supports, decisions, photos, recordings, variants, [first]] = await Promise.all([
    around<Comment>('comment'),
    around<Support>('support'),
    around<Decision>('decision'),
    around<Photo>('photo'),
    around<Recording>('recording'),
    around<Variant>('variant', 'document.of'),
    listed(db, [row])
  ]);
  return {
    row: first!,
    comments,
    supports,
    decisions,
    photos,
    recordings,
    variants,
    statuses: Object.fromEntries(own.map((entry) => [entry.id, statusOf(entry)])),
    refused: own.filter((entry) => entry.state === 'rejected')
  };
}

const when = (document: Envelope): string => ((document as { at?: string }).at ?? '') + document._id;

/** What to call people, by opaque id. Whoever has no name here is hidden or erased. */
export async function names(db: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await db.rows<Person>('person').toArray();
  return new Map(rows.map((row) => [bare(row.document._id), row.document.name]));
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
