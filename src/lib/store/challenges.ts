import { bare } from '#lib/core/ids.ts';
import type { Challenge } from '#lib/domain/challenges/challenge.ts';
import type { Picture } from '#lib/domain/challenges/picture.ts';
import type { Comment } from '#lib/domain/ideas/comment.ts';
import type { CustomField } from '#lib/domain/ideas/field.ts';
import type { Support } from '#lib/domain/ideas/support.ts';
import type { Variant } from '#lib/domain/variant.ts';
import { identities } from './aggregate.ts';
import type { Database, OutboxEntry, Row } from './database.ts';
import { allFields, type Placed } from './fields.ts';
import { ideaRows, type ListedIdea } from './ideas.ts';
import { type ItemStatus, statusOf } from './outbox.ts';
import { listEntries } from './directory.ts';

/** A challenge in a list. */
export interface ListedChallenge extends Placed<Challenge> {
  readonly id: string;
  /** The picture that was put to it last. */
  readonly picture: Picture | undefined;
  /** How many ideas here answer it. */
  readonly count: number;
}

/** Everything a challenge's page shows. */
export interface ChallengeView extends ListedChallenge {
  /** Its own questions in their order, closed ones too. */
  readonly fields: readonly CustomField[];
  /** Ideas that answer it, newest activity first. */
  readonly ideas: readonly ListedIdea[];
  /** Texts of it that lost to another edit and wait for a choice. */
  readonly variants: readonly Variant[];
  /** How it stands itself: confirmed where nothing of it waits here. */
  readonly status: ItemStatus;
  /** What the server refused of it, with the reasons. */
  readonly refused: readonly OutboxEntry[];
}

async function picturesOf(db: Database): Promise<ReadonlyMap<string, Picture>> {
  const rows = await db.rows<Picture>('picture').toArray();
  const last = new Map<string, Picture>();
  for (const { document } of rows.sort((a, b) => (a.document.at + a.key < b.document.at + b.key ? -1 : 1)))
    last.set(document.challenge, document);
  return last;
}

async function list(db: Database, rows: readonly Row<Challenge>[]): Promise<ListedChallenge[]> {
  const pictures = await picturesOf(db);
  const counts = new Map<string, number>();
  for (const { challenge, merged } of await listEntries(db))
    if (challenge !== undefined && merged === undefined) counts.set(challenge, (counts.get(challenge) ?? 0) + 1);
  return rows.map(({ space, document }) => ({
    id: document._id,
    space,
    document,
    picture: pictures.get(document._id),
    count: counts.get(document._id) ?? 0
  }));
}

/** Every challenge of every space here, the one that ends first before the others. */
export async function allChallenges(db: Database): Promise<ListedChallenge[]> {
  const all = await list(db, await db.rows<Challenge>('challenge').toArray());
  return all.sort((a, b) => (a.document.closes + a.id < b.document.closes + b.id ? -1 : 1));
}

/** A challenge by its id (`challenge:<ulid>` or the ulid alone); undefined when it is not on this device. */
export async function challengeView(db: Database, id: string): Promise<ChallengeView | undefined> {
  const wanted = 'challenge:' + bare(id);
  const rows = await db.rows<Challenge>('challenge').toArray();
  const [listed] = await list(
    db,
    rows.filter((row) => row.document._id === wanted)
  );
  if (listed === undefined) return undefined;
  const keys = (await listEntries(db)).filter((entry) => entry.challenge === wanted && entry.merged === undefined);
  const [ideas, fields, variants, entries] = await Promise.all([
    ideaRows(
      db,
      keys.map((entry) => entry.key)
    ),
    allFields(db),
    db.rows<Variant>('variant').where('document.of').equals(wanted).toArray(),
    db.outbox.toArray()
  ]);
  const own = entries.filter(
    ({ id: of, document }) => of === wanted || (document as { challenge?: string }).challenge === wanted
  );
  const waiting = own.find((entry) => entry.id === wanted) ?? own.find((entry) => entry.state === 'rejected');
  return {
    ...listed,
    fields: fields.map(({ document }) => document).filter(({ challenge }) => challenge === wanted),
    ideas: ideas.filter((row) => row !== undefined),
    variants: variants.map((row) => row.document).filter(({ resolved }) => resolved === undefined),
    status: waiting === undefined ? 'confirmed' : statusOf(waiting),
    refused: own.filter((entry) => entry.state === 'rejected')
  };
}

/** What came of a challenge that this person took part in, and how. */
export interface ToldResult {
  readonly id: string;
  readonly document: Challenge;
  /** When it was told, ISO: told in other words it is new again. */
  readonly at: string;
}

/**
 * What has come of the challenges this person took part in, by an idea of theirs, their support or a comment, the
 * last told first.
 */
export async function resultsForMe(db: Database): Promise<ToldResult[]> {
  const rows = await db.rows<Challenge>('challenge').toArray();
  const told = rows.filter(({ document }) => document.result !== undefined);
  if (told.length === 0) return [];
  const mine = await identities(db);
  const entries = (await listEntries(db)).filter(({ challenge }) => challenge !== undefined);
  const idOf = (key: string): string => key.slice(key.indexOf('/') + 1);
  const answering = new Map(entries.map((entry) => [idOf(entry.key), entry]));
  const near = async <D extends Support | Comment>(kind: 'support' | 'comment', counts: (document: D) => boolean) =>
    (
      await db
        .rows<D>(kind)
        .where('document.idea')
        .anyOf([...answering.keys()])
        .toArray()
    )
      .filter(({ document }) => mine.has(document.by) && counts(document))
      .map(({ document }) => answering.get(document.idea)!.challenge);
  const part = new Set([
    ...entries.filter((entry) => entry.mine).map((entry) => entry.challenge),
    ...(await near<Support>('support', ({ state }) => state.given)),
    ...(await near<Comment>('comment', ({ retracted }) => retracted === undefined))
  ]);
  return told
    .filter(({ document }) => part.has(document._id))
    .map(({ document }) => ({ id: document._id, document, at: document.resultAt!.at }))
    .sort((a, b) => (a.at > b.at ? -1 : 1));
}
