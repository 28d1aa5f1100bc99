import type { Envelope } from '#lib/domain/kind.ts';
import { promise } from './accept.ts';
import { blobKey, type Database, keyOf, type Row } from './database.ts';
import { forgetFacts } from './overview.ts';
import { deleteRows, rowOf, rowsIn, rowsOf } from './rows.ts';
import { removeDocuments } from './write.ts';

/** Rows of a space as this device has them from the server, own waiting edits left out. */
export async function confirmedRows(db: Database, space: string): Promise<Row[]> {
  const waiting = new Set((await db.outbox.toArray()).map((entry) => entry.key));
  return (await rowsIn(db, space)).filter((row) => !waiting.has(row.key));
}

/**
 * The server no longer has these, though it once confirmed them (a restore from a backup): they are
 * promised anew, on top of what the server has instead, if anything.
 */
export async function promiseAgain(
  db: Database,
  space: string,
  documents: readonly { readonly document: Envelope; readonly server: Envelope | null }[],
  now: string
): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    for (const { document, server } of documents) {
      const key = keyOf(space, document._id);
      if ((await db.outbox.where('key').equals(key).count()) > 0) continue;
      const { _rev, _attachments, ...words } = document;
      await promise(db, space, server === null ? words : { ...words, _rev: server._rev! }, server, now);
    }
  });
}

/**
 * Gives edits that wait another start, since the server no longer has the version they began from:
 * what it has now, where this device knows that as an earlier version of the same; otherwise nothing,
 * so that the two are joined with neither taken for older.
 * @param versions the server's versions by id, null where it has none
 */
export async function rebaseEntries(
  db: Database,
  space: string,
  versions: ReadonlyMap<string, Envelope | null>
): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    for (const entry of await db.outbox.toArray()) {
      const version = versions.get(entry.id);
      if (entry.space !== space || version === undefined) continue;
      const row = await rowOf(db, space, entry.id);
      const isEarlier = version !== null && row?.past?.includes(version._rev!) === true;
      const { _rev, _attachments, ...words } = entry.document;
      const document = isEarlier ? { ...words, _rev: version._rev! } : words;
      await db.outbox.put({ ...entry, document, base: isEarlier ? version : null, edit: entry.edit + 1, sent: false });
    }
  });
}

/**
 * Of the documents that carry pictures or sounds, those whose every one is on this device: only they can be
 * given back to a server that lost them. The words without the picture would take the picture's place.
 */
export async function withAttachments(
  db: Database,
  space: string,
  documents: readonly Envelope[]
): Promise<Set<string>> {
  const whole = new Set<string>();
  for (const { _id, _attachments = {} } of documents) {
    const prefix = blobKey(space, _id, '');
    const here = (await db.blobs.where('key').startsWith(prefix).primaryKeys()).map((key) => key.slice(prefix.length));
    if (here.length > 0 && Object.keys(_attachments).every((name) => here.includes(name))) whole.add(_id);
  }
  return whole;
}

/**
 * The revisions that the server once confirmed to this device of these documents: those of the rows, or,
 * where an own edit waits, those the edit was made from.
 */
export async function confirmedRevisions(
  db: Database,
  space: string,
  ids: readonly string[]
): Promise<ReadonlyMap<string, string>> {
  const asked = new Set(ids);
  const found = new Map<string, string>();
  const [rows, entries] = await Promise.all([rowsOf(db, space, ids), db.outbox.toArray()]);
  for (const [id, { document }] of rows) if (document._rev !== undefined) found.set(id, document._rev);
  for (const entry of entries) {
    if (entry.space !== space) continue;
    found.delete(entry.id);
    if (entry.base?._rev !== undefined && asked.has(entry.id)) found.set(entry.id, entry.base._rev);
  }
  return found;
}

/** Takes documents away that the server does not have and this person may not write. */
export async function dropDocuments(db: Database, space: string, ids: readonly string[]): Promise<void> {
  await db.transaction('rw', db.tables, async () => removeDocuments(db, space, ids));
}

/**
 * This person may no longer read a space: what was read goes; what they wrote and the server never
 * took stays in the outbox, refused, and is tried again should the permission come back.
 */
export async function leaveSpace(db: Database, space: string): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    await deleteRows(db, await rowsIn(db, space));
    await db.wanted
      .where('key')
      .startsWith(space + '/')
      .delete();
    await db.concerns
      .where('key')
      .startsWith(space + '/')
      .delete();
    await db.meta.delete('checkpoint:' + space);
    await forgetFacts(db, space);
    const entries = (await db.outbox.toArray()).filter((entry) => entry.space === space);
    const promised = new Set(entries.map((entry) => entry.id));
    for (const entry of entries) await db.outbox.put({ ...entry, state: 'rejected', refusal: { code: 'not-member' } });
    const keys = await db.blobs
      .where('key')
      .startsWith(space + '/')
      .primaryKeys();
    await db.blobs.bulkDelete(keys.filter((key) => !promised.has(key.slice(space.length + 1, key.lastIndexOf('/')))));
  });
}
