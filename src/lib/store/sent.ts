import type { Database, OutboxEntry } from './database.ts';
import { readHead, writeHead } from './head.ts';

// Which entries are on their way is one record, since marking each of them costs a push as much as everything else.

/** Notes that entries are on their way: from here an answer may be lost. */
export async function markSent(db: Database, entries: readonly OutboxEntry[]): Promise<void> {
  await db.transaction('rw', db.meta, db.outbox, async () => {
    const [head, here] = await Promise.all([readHead(db), db.outbox.toCollection().primaryKeys()]);
    const marks: Record<number, number> = {};
    // Some left by another way than their answer.
    for (const seq of here) if (head.sent?.[seq] !== undefined) marks[seq] = head.sent[seq];
    for (const { seq, edit } of entries) marks[seq!] = edit;
    await writeHead(db, { sent: marks });
  });
}

/** Forgets that entries were sent. Call inside a transaction. */
export async function unmark(db: Database, numbers: readonly number[]): Promise<void> {
  const { sent } = await readHead(db);
  if (sent !== undefined && numbers.some((seq) => seq in sent)) await writeHead(db, { sent: without(sent, numbers) });
}

/** Notes that an answer confirmed something, which is on its way no more. Call inside a transaction. */
export async function noteConfirmed(db: Database, numbers: readonly number[]): Promise<void> {
  const { sent, confirmations = 0 } = await readHead(db);
  await writeHead(db, {
    confirmations: confirmations + 1,
    ...(sent === undefined ? {} : { sent: without(sent, numbers) })
  });
}

const without = (sent: Readonly<Record<number, number>>, numbers: readonly number[]): Record<number, number> => {
  const marks = { ...sent };
  for (const seq of numbers) delete marks[seq];
  return marks;
};

/** Entries with whether they are on their way as they stand: an edit made since has not been sent. */
export async function withMarks(db: Database, entries: OutboxEntry[]): Promise<OutboxEntry[]> {
  if (entries.length === 0) return entries;
  const { sent } = await readHead(db);
  if (sent === undefined) return entries;
  return entries.map((entry) => (sent[entry.seq!] === entry.edit ? { ...entry, sent: true } : entry));
}
