import type { Envelope } from '#lib/domain/kind.ts';
import type { Database, OutboxEntry, OutboxRefusal, Receipt, StoredBlob } from './database.ts';
import { putDocuments, removeDocuments } from './write.ts';
import { blobKey } from './database.ts';

const RECEIPTS_KEPT = 200;

/** How an item stands, in the words the screen uses: on the device, sent, confirmed, needs its writer. */
export type ItemStatus = 'saved' | 'sent' | 'confirmed' | 'needs-you';

/** How an outbox entry (or its absence) reads. */
export const statusOf = (entry: Pick<OutboxEntry, 'state' | 'sent'> | undefined): ItemStatus =>
  entry === undefined ? 'confirmed' : entry.state === 'rejected' ? 'needs-you' : entry.sent ? 'sent' : 'saved';

/** What is promised and may be sent, oldest first. */
export async function waitingEntries(db: Database, space?: string): Promise<OutboxEntry[]> {
  const entries = await db.outbox.where('state').equals('waiting').sortBy('seq');
  return space === undefined ? entries : entries.filter((entry) => entry.space === space);
}

/** Notes that entries are on their way: from here an answer may be lost. */
export async function markSent(db: Database, entries: readonly OutboxEntry[]): Promise<void> {
  await db.transaction('rw', db.outbox, async () => {
    const now = await db.outbox.bulkGet(entries.map(({ seq }) => seq!));
    const unsent = now.filter(
      (entry, index): entry is OutboxEntry => entry !== undefined && entry.edit === entries[index]!.edit && !entry.sent
    );
    await db.outbox.bulkPut(unsent.map((entry) => ({ ...entry, sent: true })));
  });
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
  await db.transaction('rw', db.tables, async () => {
    const entries = await db.outbox.bulkGet(confirmed.map(({ sent }) => sent.seq!));
    const kept = new Map<string, Envelope[]>();
    const settled: OutboxEntry[] = [];
    const edited: OutboxEntry[] = [];
    confirmed.forEach(({ sent, rev }, index) => {
      const entry = entries[index];
      if (entry === undefined) return;
      const onServer: Envelope = { ...sent.document, _rev: rev };
      if (entry.edit !== sent.edit) {
        edited.push({ ...entry, base: onServer, document: { ...entry.document, _rev: rev } });
        return;
      }
      settled.push(entry);
      if (onServer._deleted !== true) kept.set(sent.space, [...(kept.get(sent.space) ?? []), onServer]);
    });
    for (const [space, documents] of kept) await putDocuments(db, space, documents);
    await db.outbox.bulkDelete(settled.map((entry) => entry.seq!));
    await db.outbox.bulkPut(edited);
    await db.receipts.bulkAdd(settled.slice(-RECEIPTS_KEPT).map(({ id, title }) => ({ id, title, at: now })));
    const surplus = (await db.receipts.count()) - RECEIPTS_KEPT;
    if (surplus > 0) await db.receipts.bulkDelete(await db.receipts.limit(surplus).primaryKeys());
  });
}

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
export const allEntries = (db: Database): Promise<OutboxEntry[]> => db.outbox.orderBy('seq').toArray();

/** The last confirmations, newest first. */
export const lastReceipts = (db: Database, limit: number): Promise<Receipt[]> =>
  db.receipts.reverse().limit(limit).toArray();

/** A document's own picture or sound, as it is to be sent. */
export const blobOf = (db: Database, space: string, id: string, name: string): Promise<StoredBlob | undefined> =>
  db.blobs.get(blobKey(space, id, name));
