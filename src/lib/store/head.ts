import { Dexie, type PromiseExtended, type Transaction } from 'dexie';
import type { Database } from './database.ts';

const NAME = 'head';

/** What almost every write asks for, in one record of `meta`: a record more is a way to the disk more. */
export interface Head {
  /** A stamp for each page of the directory, another at every change: readers fetch what changed, and keep the rest. */
  readonly stamps: readonly number[];
  /** Entries that the last page has been given. */
  readonly filled: number;
  readonly packs: number;
  /** Row keys of ideas that were spoken of before they came. */
  readonly orphans: readonly string[];
  /** What this person writes under besides their id. */
  readonly identities: readonly string[];
  /** Outbox entries that are on their way, by number, with the edit that was sent; absent where nothing ever was. */
  readonly sent?: Readonly<Record<number, number>>;
  /** How many answers have confirmed something: one that was asked for before may be older than what stands here. */
  readonly confirmations?: number;
}

// Dexie's own promises: it loses sight of a transaction in which a function waits for others' a hundred times in a row.
const heads = new WeakMap<Transaction, PromiseExtended<Head>>();

const storedHead = (db: Database): PromiseExtended<Head> =>
  db.meta.get(NAME).then((stored) => {
    const empty = { stamps: [], filled: db.sizes.entriesAPage, packs: 0, orphans: [], identities: [] };
    return (stored?.value as Head | undefined) ?? empty;
  });

const writing = (): Transaction | undefined => {
  const transaction = Dexie.currentTransaction as Transaction | null;
  return transaction?.mode === 'readwrite' ? transaction : undefined;
};

/** The head as it stands. A transaction sees it unchanged but by itself, so it is asked for once in each. */
export function readHead(db: Database): PromiseExtended<Head> {
  const transaction = Dexie.currentTransaction as Transaction | null;
  if (transaction === null) return storedHead(db);
  let head = heads.get(transaction);
  if (head === undefined) {
    head = storedHead(db);
    heads.set(transaction, head);
  }
  return head;
}

/** Changes some of the head. Throws outside a transaction. */
export async function writeHead(db: Database, change: Partial<Head>): Promise<void> {
  const transaction = writing();
  // Outside one, another tab's change could come between what is read here and what is written.
  if (transaction === undefined) throw new Error('the head is written in a transaction');
  const head = { ...(await readHead(db)), ...change };
  heads.set(transaction, Dexie.Promise.resolve(head));
  await db.meta.put({ name: NAME, value: head });
}
