import { Dexie, liveQuery } from 'dexie';
import type { Envelope } from '#lib/domain/kind.ts';
import type { Variant } from '#lib/domain/variant.ts';
import { acceptBatch, type Batch } from './accept.ts';
import { addIdentity } from './aggregate.ts';
import { Database, blobKey } from './database.ts';
import { allDrafts, type DraftContent, dropDraft, readDraft, saveDraft } from './drafts.ts';
import * as ideas from './ideas.ts';
import * as outbox from './outbox.ts';
import type { PackSizes } from './packs.ts';
import * as pulled from './pulled.ts';
import { rowOf } from './rows.ts';
import * as spaces from './spaces.ts';
import { storeName } from './store-name.ts';
import { exportUnsent, importUnsent } from './transfer.ts';

export interface StoreOptions {
  readonly now?: () => string;
  /** Small ones in tests, so that packs are met with few ideas. */
  readonly sizes?: PackSizes;
  readonly indexedDB?: IDBFactory;
  readonly IDBKeyRange?: typeof IDBKeyRange;
}

/**
 * Opens (and on first use makes) the one store a person has on this device. What is accepted here is
 * on the disk when the promise resolves.
 */
export function openStore(person: string, options: StoreOptions = {}) {
  const { now = () => new Date().toISOString(), sizes, ...dexieOptions } = options;
  const db = new Database(storeName(person), person, dexieOptions, sizes);
  db.clock = now;
  return {
    person,
    db,
    close: () => db.close(),
    /** Runs `query` again whenever what it read has changed, in this tab or another. */
    observe: <T>(query: () => Promise<T>) => liveQuery(query),

    accept: (batch: Batch) => acceptBatch(db, batch, now()),

    ideaPage: (filter: ideas.IdeaFilter, limit: number) => ideas.ideaPage(db, filter, limit),
    ideaIds: (filter: ideas.IdeaFilter) => ideas.ideaIds(db, filter),
    ideaRows: (keys: readonly string[]) => ideas.ideaRows(db, keys),
    myIdeas: () => ideas.myIdeas(db),
    ideaView: (id: string) => ideas.ideaView(db, id),
    names: () => ideas.names(db),
    units: () => ideas.units(db),
    /** A document as it stands here, the person's own edit included; undefined when it is not here. */
    document: async (space: string, id: string): Promise<Envelope | undefined> =>
      (await rowOf(db, space, id))?.document,
    openVariants: (identities: readonly string[]) => ideas.openVariants(db, identities),

    /** A picture or sound that is on this device, or undefined. */
    blob: async (space: string, id: string, name: string) => {
      const stored = await db.blobs.get(blobKey(space, id, name));
      return stored === undefined ? undefined : new Blob([stored.bytes], { type: stored.type });
    },
    /** Asks the next sync for a picture or sound that is not here. */
    want: async (space: string, id: string, name: string) => {
      await db.wanted.put({ key: blobKey(space, id, name) });
    },

    outbox: () => outbox.allEntries(db),
    receipts: (limit: number) => outbox.lastReceipts(db, limit),
    counts: async () => ({
      waiting: await db.outbox.where('state').equals('waiting').count(),
      rejected: await db.outbox.where('state').equals('rejected').count()
    }),
    retry: (key: string) => outbox.retryRefused(db, (entry) => entry.key === key),
    discard: (key: string) => outbox.discardRefused(db, key),
    exportUnsent: (keys?: readonly string[]) => exportUnsent(db, person, keys),
    importUnsent: (file: Blob) => importUnsent(db, person, file),

    saveDraft: (id: string, content: DraftContent) => saveDraft(db, id, content, now()),
    draft: (id: string) => readDraft(db, id),
    drafts: () => allDrafts(db),
    dropDraft: (id: string) => dropDraft(db, id),

    /** A remembered value of this person's on this device, by name. */
    setting: async (name: string) => (await db.meta.get('setting:' + name))?.value,
    setSetting: async (name: string, value: unknown) => {
      await db.meta.put({ name: 'setting:' + name, value });
    },

    /** What the sync engine works with. */
    sync: {
      waiting: (space?: string) => outbox.waitingEntries(db, space),
      markSent: (entries: Parameters<typeof outbox.markSent>[1]) => outbox.markSent(db, entries),
      confirm: (confirmed: Parameters<typeof outbox.confirmSent>[1]) => outbox.confirmSent(db, confirmed, now()),
      refuse: (...refused: Tail<Parameters<typeof outbox.refuseSent>>) => outbox.refuseSent(db, ...refused),
      retry: (select: Parameters<typeof outbox.retryRefused>[1]) => outbox.retryRefused(db, select),
      checkpoint: (space: string) => pulled.readCheckpoint(db, space),
      setCheckpoint: (space: string, checkpoint: pulled.Checkpoint) => pulled.writeCheckpoint(db, space, checkpoint),
      knownSpaces: () => pulled.knownSpaces(db),
      apply: (space: string, documents: readonly Envelope[], checkpoint?: pulled.Checkpoint) =>
        pulled.applyDocuments(db, space, documents, now(), checkpoint),
      confirmedRows: (space: string) => spaces.confirmedRows(db, space),
      promiseAgain: (space: string, documents: Parameters<typeof spaces.promiseAgain>[2]) =>
        spaces.promiseAgain(db, space, documents, now()),
      withAttachments: (space: string, documents: readonly Envelope[]) => spaces.withAttachments(db, space, documents),
      rebase: (space: string, bases: ReadonlyMap<string, Envelope | null>) => spaces.rebaseEntries(db, space, bases),
      applyRestored: (space: string, documents: readonly Envelope[]) =>
        pulled.applyRestored(db, space, documents, now()),
      confirmedRevisions: (space: string, ids: readonly string[]) => spaces.confirmedRevisions(db, space, ids),
      isKept: (space: string, variant: Variant) => pulled.isKept(db, space, variant),
      drop: (space: string, ids: readonly string[]) => spaces.dropDocuments(db, space, ids),
      leave: (space: string) => spaces.leaveSpace(db, space),
      blob: (space: string, id: string, name: string) => outbox.blobOf(db, space, id, name),
      wanted: () => db.wanted.toCollection().primaryKeys(),
      /** A fetched picture or sound; undefined when the server has none. */
      fetched: (key: string, blob: { bytes: ArrayBuffer; type: string } | undefined) =>
        db.transaction('rw', db.blobs, db.wanted, async () => {
          if (blob !== undefined) await db.blobs.put({ key, ...blob });
          await db.wanted.delete(key);
        }),
      knowIdentities: async (names: readonly string[]) => {
        for (const name of names) await addIdentity(db, name);
      },
      note: async (name: string, value: unknown) => {
        const noted = (await db.meta.get('sync:' + name))?.value;
        // Every write waits for the disk; what is noted is mostly what was noted before.
        if (JSON.stringify(noted) !== JSON.stringify(value)) await db.meta.put({ name: 'sync:' + name, value });
      },
      noted: async (name: string) => (await db.meta.get('sync:' + name))?.value
    }
  };
}

type Tail<T extends readonly unknown[]> = T extends readonly [unknown, ...infer Rest] ? Rest : never;

export type Store = ReturnType<typeof openStore>;

/** Removes everything a person has on this device. Nothing asks again: that is the caller's matter. */
export const deleteStore = (person: string): Promise<void> => Dexie.delete(storeName(person));

/** Whose stores there are on this device. */
export async function storedPersons(): Promise<string[]> {
  const prefix = storeName('');
  const all = await Dexie.getDatabaseNames();
  return all.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
}
