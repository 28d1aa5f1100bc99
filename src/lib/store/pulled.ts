import { kindName } from '#lib/core/ids.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { mergeDocuments } from '#lib/domain/merge.ts';
import { kindNamed } from '#lib/domain/registry.ts';
import type { Variant } from '#lib/domain/variant.ts';
import { promise, saysTheSame, variantsOf } from './accept.ts';
import { blobKey, type Database, keyOf, type OutboxEntry } from './database.ts';
import { readHead } from './head.ts';
import { ideaRowsByKey } from './packs.ts';
import { isKnown, putDocuments, removeDocuments } from './write.ts';

/** How far this device has read a space, and of which data set. */
export interface Checkpoint {
  /** `last_seq` of the last page whose rows are here; undefined before the first. */
  readonly since?: string | number;
  /** The data set that was read. */
  readonly epoch: string;
  /** The space's sequence, as the server told it, when everything up to it had been read. */
  readonly seen?: string;
  /** The space's sequence when the server last told it: it never shrinks while the data set lives. */
  readonly reached: string;
  /** When ids and revisions were last compared with the server's whole list (or first fetched), ISO. */
  readonly compared: string;
}

const checkpointName = (space: string): string => 'checkpoint:' + space;

/** How far the device has read `space`; undefined before the first sync. */
export async function readCheckpoint(db: Database, space: string): Promise<Checkpoint | undefined> {
  return (await db.meta.get(checkpointName(space)))?.value as Checkpoint | undefined;
}

/** Remembers how far the device has read. Use inside the transaction that wrote the rows. */
export async function writeCheckpoint(db: Database, space: string, checkpoint: Checkpoint): Promise<void> {
  await db.meta.put({ name: checkpointName(space), value: checkpoint });
}

/** Spaces this device holds anything of. */
export async function knownSpaces(db: Database): Promise<string[]> {
  const names = await db.meta.where('name').startsWith(checkpointName('')).primaryKeys();
  return names.map((name) => name.slice(checkpointName('').length));
}

/** How far the device has read each space it holds anything of. */
export async function readCheckpoints(db: Database): Promise<ReadonlyMap<string, Checkpoint>> {
  const stored = await db.meta.where('name').startsWith(checkpointName('')).toArray();
  return new Map(stored.map(({ name, value }) => [name.slice(checkpointName('').length), value as Checkpoint]));
}

/**
 * How many answers have confirmed something here. Told before the server is asked, and given back with what it
 * answered: where another tab was confirmed something meanwhile, the answer may be older than what stands here.
 */
export const readConfirmations = async (db: Database): Promise<number> => (await readHead(db)).confirmations ?? 0;

/**
 * Writes what the server sent: rows and checkpoint in one transaction. A document with an own edit
 * waiting is joined with it, never overwritten.
 * @param documents the server's winning versions; tombstones have `_deleted`
 * @param now ISO, for receipts and variants' promises
 * @param asked what `readConfirmations` told before the server was asked; absent where nobody else can be asking
 * @returns false, with nothing written, when something has been confirmed since
 */
export async function applyDocuments(
  db: Database,
  space: string,
  documents: readonly Envelope[],
  now: string,
  checkpoint?: Checkpoint,
  asked?: number
): Promise<boolean> {
  return unlessConfirmed(db, asked, async () => {
    await applyWithin(db, space, await withoutKnown(db, space, documents), now);
    if (checkpoint !== undefined) await writeCheckpoint(db, space, checkpoint);
  });
}

/** Writes in one transaction, or nothing and false where something has been confirmed since the server was asked. */
const unlessConfirmed = (db: Database, asked: number | undefined, write: () => Promise<void>): Promise<boolean> =>
  db.transaction('rw', db.tables, async () => {
    if (asked !== undefined && (await readConfirmations(db)) !== asked) return false;
    await write();
    return true;
  });

/**
 * Joins what the server has with the edits that wait for it. What no longer waits is left alone: somebody has brought
 * it to the server meanwhile, and an answer that was long on its way may be older than what stands here.
 */
export async function meetWaiting(
  db: Database,
  space: string,
  documents: readonly Envelope[],
  now: string
): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    const waiting = await entriesOf(db, space, documents);
    const met = documents.filter((document) => waiting.has(document._id));
    await applyWithin(db, space, await withoutKnown(db, space, met), now);
  });
}

/**
 * Writes what a restored server has, also where it is older than what stands here.
 * @param asked as for `applyDocuments`
 * @returns false, with nothing written, when something has been confirmed since
 */
export async function applyRestored(
  db: Database,
  space: string,
  documents: readonly Envelope[],
  now: string,
  asked: number
): Promise<boolean> {
  // Dexie follows what is awaited in a function only when that is `async` itself.
  return unlessConfirmed(db, asked, async () => applyWithin(db, space, documents, now));
}

/** Ideas without those that say nothing new: what this device wrote itself comes back with the next page of changes. */
async function withoutKnown(db: Database, space: string, documents: readonly Envelope[]): Promise<readonly Envelope[]> {
  const ideas = documents.filter((document) => kindName(document._id) === 'idea');
  const rows = await ideaRowsByKey(
    db,
    ideas.map((document) => keyOf(space, document._id))
  );
  if (rows.size === 0) return documents;
  return documents.filter(({ _id, _rev }) => {
    const row = rows.get(keyOf(space, _id));
    return row === undefined || row.document._rev !== _rev;
  });
}

async function applyWithin(db: Database, space: string, documents: readonly Envelope[], now: string): Promise<void> {
  const known = documents.filter((document) => document._deleted === true || isKnown(document));
  const waiting = await entriesOf(db, space, known);
  const clear = known.filter((document) => !waiting.has(document._id));
  const erased = clear.filter((document) => document._deleted === true).map((document) => document._id);
  const alive = clear.filter((document) => document._deleted !== true);
  await putDocuments(db, space, alive);
  await wantAttachments(db, space, alive);
  if (erased.length > 0) await removeDocuments(db, space, erased);
  for (const document of known) {
    const entry = waiting.get(document._id);
    if (entry !== undefined) await meet(db, entry, document, now);
  }
}

async function entriesOf(
  db: Database,
  space: string,
  documents: readonly Envelope[]
): Promise<Map<string, OutboxEntry>> {
  const all = await db.outbox.toArray();
  if (all.length === 0) return new Map();
  const ids = new Set(documents.map((document) => document._id));
  return new Map(all.filter((entry) => entry.space === space && ids.has(entry.id)).map((entry) => [entry.id, entry]));
}

/**
 * An own edit meets the server's version: the two are joined, and what is left to say stays in the
 * outbox with the server's version as its new base.
 */
export async function meet(db: Database, entry: OutboxEntry, theirs: Envelope, now: string): Promise<void> {
  const mine = entry.document;
  const { space } = entry;
  if (theirs._deleted === true) return meetErased(db, entry, now);
  if (mine._deleted === true) {
    // An erasure stands against whatever was written meanwhile.
    await db.outbox.put({ ...entry, document: { ...mine, _rev: theirs._rev! }, base: theirs });
    return;
  }
  // Already the base of this edit: nothing is new.
  if (theirs._rev === mine._rev) return;
  if (saysTheSame(theirs, mine)) return settle(db, entry, theirs, now);
  const { document, lost } = mergeDocuments(entry.base, mine, theirs);
  if (saysTheSame(document, theirs)) await settle(db, entry, theirs, now);
  else {
    await putDocuments(db, space, [document]);
    // Refused or not, there is something else to say it to now.
    const { refusal: _refusal, ...kept } = entry;
    await db.outbox.put({ ...kept, state: 'waiting', document, base: theirs, edit: entry.edit + 1, sent: false });
  }
  for (const variant of variantsOf(mine, lost, db.person, undefined, document)) {
    if (await isKept(db, space, variant)) continue;
    await putDocuments(db, space, [variant]);
    await promise(db, space, variant, null, now);
  }
}

/** Whether the same text of the same field already waits for somebody to choose. */
export async function isKept(db: Database, space: string, variant: Variant): Promise<boolean> {
  const rows = await db.rows<Variant>('variant').where('document.of').equals(variant.of).toArray();
  return rows.some(
    ({ space: where, document: { _id, field, text, resolved } }) =>
      where === space &&
      (_id === variant._id || (resolved === undefined && field === variant.field && text === variant.text))
  );
}

async function meetErased(db: Database, entry: OutboxEntry, now: string): Promise<void> {
  if (entry.document._deleted === true) return settle(db, entry, entry.document, now);
  // The words are kept where their writer can see them, and no longer shown as a shared document.
  await removeDocuments(db, entry.space, [entry.id]);
  await db.outbox.put({ ...entry, state: 'rejected', refusal: { code: 'erased' } });
}

/** The server has it: the row is the server's, the promise is kept and a receipt says so. */
async function settle(db: Database, entry: OutboxEntry, theirs: Envelope, now: string): Promise<void> {
  if (theirs._deleted === true) await removeDocuments(db, entry.space, [entry.id]);
  else await putDocuments(db, entry.space, [theirs]);
  await db.outbox.delete(entry.seq!);
  await db.receipts.add({ id: entry.id, title: entry.title, at: now });
}

/** Remembers which pictures and sounds to fetch: thumbnails now, the rest when somebody asks. */
async function wantAttachments(db: Database, space: string, documents: readonly Envelope[]): Promise<void> {
  const wanted = documents
    .filter((document) => kindNamed(kindName(document._id))?.attachments !== undefined)
    .flatMap((document) => Object.keys(document._attachments ?? {}).map((name) => ({ document, name })))
    .filter(({ name }) => name === 'thumbnail')
    .map(({ document, name }) => blobKey(space, document._id, name));
  if (wanted.length === 0) return;
  const here = new Set(await db.blobs.where('key').anyOf(wanted).primaryKeys());
  await db.wanted.bulkPut(wanted.filter((key) => !here.has(key)).map((key) => ({ key })));
}
