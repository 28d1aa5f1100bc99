import type { Envelope } from '#lib/domain/kind.ts';
import type { Database, OutboxEntry, OutboxRefusal, Receipt, StoredBlob } from './database.ts';
import { putDocuments, removeDocuments } from './write.ts';
import { blobKey } from './database.ts';
import { noteConfirmed, unmark, withMarks } from './sent.ts';

const RECEIPTS_KEPT = 200;

/** How an item stands, in the words the screen uses: on the device, sent, confirmed, needs its writer. */
export type ItemStatus = 'saved' | 'sent' | 'confirmed' | 'needs-you';

/** How an outbox entry (or its absence) reads. */
export const statusOf = (entry: Pick<OutboxEntry, 'state' | 'sent'> | undefined): ItemStatus =>
  entry === undefined ? 'confirmed' : entry.state === 'rejected' ? 'needs-you' : entry.sent ? 'sent' : 'saved';

/** What is promised and may be sent, oldest first. */
export async function waitingEntries(db: Database, space?: string): Promise<OutboxEntry[]> {
  // The whole table is one question; through the index each entry is one more.
  const entries = await db.outbox.toArray();
  return entries.filter((entry) => entry.state === 'waiting' && (space === undefined || entry.space === space));
}

/**
 * The server took the version that was sent. Unless it was edited meanwhile the promise is kept;
 * an edit made since starts from what the server now has.
 */
export async function confirmSent(
  db: Database,
  confirmed: readonly { readonly sent: OutboxEntry; readonly rev: string }[],
  now: string
): Promise<void> {
  if (confirmed.length === 0) return;
  await db.transaction('rw', db.tables, async () => {
    const range = rangeOf(
      db,
      confirmed.map(({ sent }) => sent.seq!)
    );
    const here = await range.toArray();
    const entries = new Map(here.map((entry) => [entry.seq!, entry]));
    const kept = new Map<string, Envelope[]>();
    const settled: OutboxEntry[] = [];
    const edited: OutboxEntry[] = [];
    for (const { sent, rev } of confirmed) {
      const entry = entries.get(sent.seq!);
      if (entry === undefined) continue;
      const onServer: Envelope = { ...sent.document, _rev: rev };
      if (entry.edit !== sent.edit) {
        edited.push({ ...entry, base: onServer, document: { ...entry.document, _rev: rev } });
        continue;
      }
      settled.push(entry);
      if (onServer._deleted === true) continue;
      const group = kept.get(sent.space);
      if (group === undefined) kept.set(sent.space, [onServer]);
      else group.push(onServer);
    }
    for (const [space, documents] of kept) await putDocuments(db, space, documents);
    const numbers = settled.map((entry) => entry.seq!);
    // A range that goes whole is one request to the disk.
    await (settled.length === here.length ? range.delete() : db.outbox.bulkDelete(numbers));
    await db.outbox.bulkPut(edited);
    await noteConfirmed(db, numbers);
    await db.receipts.bulkAdd(settled.slice(-RECEIPTS_KEPT).map(({ id, title }) => ({ id, title, at: now })));
    const surplus = (await db.receipts.count()) - RECEIPTS_KEPT;
    if (surplus > 0) await db.receipts.bulkDelete(await db.receipts.limit(surplus).primaryKeys());
  });
}

/** All entries from the first of some numbers to the last. */
const rangeOf = (db: Database, numbers: readonly number[]) =>
  db.outbox.where(':id').between(Math.min(...numbers), Math.max(...numbers), true, true);

/** The server said no: kept and shown with the reason. An edit made meanwhile is tried on its own. */
export async function refuseSent(db: Database, sent: OutboxEntry, refusal: OutboxRefusal): Promise<void> {
  await db.transaction('rw', db.outbox, async () => {
    const entry = await db.outbox.get(sent.seq!);
    if (entry === undefined || entry.edit !== sent.edit) return;
    await db.outbox.put({ ...entry, state: 'rejected', refusal });
  });
}

/** Tries a refused document again as it is, as when a permission has been given back. */
export async function retryRefused(db: Database, select: (entry: OutboxEntry) => boolean): Promise<void> {
  // Asked in every round, and hardly ever is there anything.
  if ((await db.outbox.where('state').equals('rejected').count()) === 0) return;
  await db.transaction('rw', db.tables, async () => {
    for (const entry of await db.outbox.where('state').equals('rejected').toArray()) {
      if (!select(entry)) continue;
      const { refusal: _refusal, ...kept } = entry;
      await unmark(db, [entry.seq!]);
      await db.outbox.put({ ...kept, state: 'waiting', sent: false });
      if (entry.document._deleted !== true) await putDocuments(db, entry.space, [entry.document]);
    }
  });
}

/** Lets a refused document go, on its writer's word. What the server has of it comes back with the next sync. */
export async function discardRefused(db: Database, key: string): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    const entry = await db.outbox.where('key').equals(key).first();
    if (entry === undefined || entry.state !== 'rejected') return;
    await db.outbox.delete(entry.seq!);
    if (entry.base === null) await removeDocuments(db, entry.space, [entry.id]);
    else await putDocuments(db, entry.space, [entry.base]);
  });
}

/** Everything promised and not confirmed, oldest first. */
export const allEntries = (db: Database): Promise<OutboxEntry[]> =>
  db.transaction('r', db.meta, db.outbox, async () => withMarks(db, await db.outbox.toArray()));

/** The last confirmations, newest first. */
export const lastReceipts = (db: Database, limit: number): Promise<Receipt[]> =>
  db.receipts.reverse().limit(limit).toArray();

/** A document's own picture or sound, as it is to be sent. */
export const blobOf = (db: Database, space: string, id: string, name: string): Promise<StoredBlob | undefined> =>
  db.blobs.get(blobKey(space, id, name));
