import { Dexie } from 'dexie';
import { sameContent } from '#lib/core/json.ts';
import type { Idea } from '#lib/domain/ideas/idea.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { mergeDocuments } from '#lib/domain/merge.ts';
import { type Variant, variantId } from '#lib/domain/variant.ts';
import type { Mark } from '#lib/domain/shapes.ts';
import { addIdentity, clockOf, freshIdeaRow } from './aggregate.ts';
import { blobKey, type Database, keyOf, type OutboxEntry } from './database.ts';
import { dropDraft } from './drafts.ts';
import { rise } from './rising.ts';
import { rowOf } from './rows.ts';
import { isNewIdea, isNotNew, mayBeBegunApart, tablesFor, tablesForNew } from './scope.ts';
import { titleOf } from './titles.ts';
import { putDocuments, removeDocuments } from './write.ts';

/** One document that a command made. */
export interface Accepted {
  readonly document: Envelope;
  /** What the person was looking at when they began; absent for something new. */
  readonly previous?: Envelope | undefined;
  /** Pictures and sounds, by attachment name. */
  readonly blobs?: Readonly<Record<string, Blob>>;
}

export interface Batch {
  readonly space: string;
  readonly documents: readonly Accepted[];
  /** A draft that has become these documents. */
  readonly draft?: string | undefined;
}

/** A document without what only the server and the wire put on it. */
export function content(document: Envelope): Record<string, unknown> {
  const { _rev, _attachments, _conflicts, _revisions, ...rest } = document as unknown as Record<string, unknown>;
  return rest;
}

/** Whether two versions say the same, whatever their revision. */
export const saysTheSame = (a: Envelope, b: Envelope): boolean => sameContent(content(a), content(b));

/**
 * The texts that lost in a merge, as variants of the document.
 * @param mine the edit they come from: its writer and time are theirs
 * @param writer whose device this is: the edit's writer, where it is signed by nobody
 * @param by under whose name they are kept: the edit's writer, or whoever's device found them on the server
 * @param joined the document they stand beside, which may belong to another than the edit did
 */
export function variantsOf(
  mine: Envelope,
  lost: readonly { field: string; text: string }[],
  writer: string,
  by?: string,
  joined: Envelope = mine
): Variant[] {
  const edit = mine as Envelope & { by?: string; at?: string; edited?: Mark };
  const owner = (joined as { by?: string }).by ?? edit._id.slice(edit._id.lastIndexOf(':') + 1);
  const at = edit.edited?.at ?? edit.at ?? '1970-01-01T00:00:00.000Z';
  return lost.map(({ field, text }) => ({
    _id: variantId(mine._id, field, text, at),
    v: 1,
    of: mine._id,
    field,
    text,
    by: by ?? edit.edited?.by ?? edit.by ?? writer,
    at,
    owner
  }));
}

type Entry = OutboxEntry | undefined;

const entryOf = (db: Database, key: string): Promise<Entry> => db.outbox.where('key').equals(key).first();

/**
 * Adds or renews the promise to bring `document` to the server. Call inside a transaction.
 * @param asked the entry there is, when it has been asked for already
 */
export async function promise(
  db: Database,
  space: string,
  document: Envelope,
  base: Envelope | null,
  acceptedAt: string,
  asked?: PromiseLike<Entry>
): Promise<void> {
  const key = keyOf(space, document._id);
  const [entry, { idea, title }] = await Promise.all([asked ?? entryOf(db, key), titleOf(db, space, document)]);
  const next: OutboxEntry = {
    ...(entry === undefined ? {} : { seq: entry.seq! }),
    key,
    space,
    id: document._id,
    document,
    base: entry === undefined ? base : entry.base,
    state: 'waiting',
    sent: false,
    edit: (entry?.edit ?? 0) + 1,
    acceptedAt,
    title,
    idea
  };
  await db.outbox.put(next);
}

/**
 * The moment something is accepted: rows, pictures and outbox in one strict transaction, the draft gone in the
 * same. What is done in several spaces at once, as when an idea is passed on to another municipality, is accepted in
 * all of them or in none. Rejects when the disk is full or the database is lost; then nothing was written.
 * A new idea is in the lists of this tab at once (`rising.ts`); that it is saved is known when the promise resolves.
 * @param now ISO
 */
export const acceptBatches = (db: Database, batches: readonly Batch[], now: string): Promise<void> =>
  rise(
    db,
    batches.flatMap(({ space, documents }) =>
      documents.filter(isNewIdea).map(({ document }) => newIdeaRow(space, document as Idea, now))
    ),
    () => writeBatches(db, batches, now)
  );

/** A new idea's row as it will be. It is written here: whoever signs it is this person. */
const newIdeaRow = (space: string, idea: Idea, now: string) =>
  freshIdeaRow(space, idea, new Set([idea.by]), clockOf(now));

async function writeBatches(db: Database, batches: readonly Batch[], now: string): Promise<void> {
  // Reading a Blob is asynchronous, and a transaction does not wait for anything but itself.
  const blobs = await Promise.all(
    batches.flatMap(({ space, documents }) =>
      documents.flatMap(({ document, blobs: own }) =>
        Object.entries(own ?? {}).map(async ([name, blob]) => ({
          key: blobKey(space, document._id, name),
          bytes: await blob.arrayBuffer(),
          type: blob.type.split(';')[0]!
        }))
      )
    )
  );
  const accepted = batches.flatMap(({ documents }) => documents);
  const lead = batches.find(({ documents }) => documents.length > 0);
  const first = lead?.documents[0];
  const write = async (isNew: boolean): Promise<void> => {
    if (blobs.length > 0) await db.blobs.bulkPut(blobs);
    // Asked for beside everything else; a later document's entry may be an earlier one's doing.
    const isAsked = first !== undefined && !isNew;
    const asked = isAsked ? entryOf(db, keyOf(lead!.space, first.document._id)) : Dexie.Promise.resolve(undefined);
    for (const { document, previous } of accepted) {
      const { by } = document as { by?: unknown };
      // What is written here is written by this person, under whichever of their names.
      if (previous === undefined && typeof by === 'string') await addIdentity(db, by);
    }
    for (const { space, documents, draft } of batches) {
      for (const each of documents) await acceptDocument(db, space, each, now, each === first ? asked : undefined);
      if (draft !== undefined) await dropDraft(db, draft);
    }
  };
  const hasDraft = batches.some(({ draft }) => draft !== undefined);
  if (first !== undefined && accepted.length === 1 && isNewIdea(first)) {
    try {
      await db.transaction('rw', tablesForNew(db, first, hasDraft), async () => write(true));
      return;
    } catch (error) {
      if (!isNotNew(error)) throw error;
    }
  }
  await db.transaction('rw', tablesFor(db, accepted, hasDraft), async () => write(false));
}

async function acceptDocument(
  db: Database,
  space: string,
  { document, previous }: Accepted,
  now: string,
  asked: PromiseLike<Entry> | undefined
): Promise<void> {
  const current = (await rowOf(db, space, document._id))?.document;
  if (document._deleted === true) {
    await removeDocuments(db, space, [document._id]);
    await promise(db, space, { ...document, ...envelopeOf(current, '_rev') }, current ?? null, now);
    return;
  }
  const begunApart = previous === undefined && current !== undefined && mayBeBegunApart(document);
  if (
    current === undefined ||
    (previous === undefined && !begunApart) ||
    (previous !== undefined && saysTheSame(current, previous))
  ) {
    const next = { ...document, ...envelopeOf(current) };
    await Promise.all([putDocuments(db, space, [next]), promise(db, space, next, current ?? null, now, asked)]);
    return;
  }
  // Another tab or a sync changed it under the form: the same three-way join as between devices.
  await joinDocument(db, space, { document, base: previous ?? null, current }, now);
}

/**
 * Promises a document beside what stands here of the same: joined, and what cannot be joined as variants.
 * Call inside a transaction.
 * @param edit the document, the version it was made from (null for something new), and what stands here
 * @param acceptedAt ISO
 */
export async function joinDocument(
  db: Database,
  space: string,
  edit: { readonly document: Envelope; readonly base: Envelope | null; readonly current: Envelope | undefined },
  acceptedAt: string
): Promise<void> {
  const { document, base, current } = edit;
  if (current === undefined || document._deleted === true) {
    if (document._deleted !== true) await putDocuments(db, space, [document]);
    await promise(db, space, document, base, acceptedAt);
    return;
  }
  const { document: joined, lost } = mergeDocuments(base, document, current);
  if (!saysTheSame(joined, current)) {
    await putDocuments(db, space, [joined]);
    await promise(db, space, joined, current, acceptedAt);
  }
  for (const variant of variantsOf(document, lost, db.person, undefined, joined)) {
    await putDocuments(db, space, [variant]);
    await promise(db, space, variant, null, acceptedAt);
  }
}

const envelopeOf = (current: Envelope | undefined, only?: '_rev'): Partial<Envelope> => ({
  ...(current?._rev === undefined ? {} : { _rev: current._rev }),
  ...(current?._attachments === undefined || only !== undefined ? {} : { _attachments: current._attachments })
});
