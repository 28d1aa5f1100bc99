import { kindName } from '#lib/core/ids.ts';
import type { Decision } from '#lib/domain/ideas/decision.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { contentOf, type Entry, isDisputed } from '#lib/domain/methods/entry.ts';
import type { Variant } from '#lib/domain/variant.ts';
import { keyOf } from '#lib/store/database.ts';
import { ideaRowsByKey, putIdeaRows } from '#lib/store/packs.ts';
import type { Store } from '#lib/store/store.ts';
import { rowOf } from '#lib/store/rows.ts';
import type { Hub } from '#lib/sync/hub.ts';
import type { Mutation } from './device.ts';

/** An engine that is wrong in one way, which the checker must find. */
export interface Mutant extends Mutation {
  readonly name: string;
}

const inSync = (change: (sync: Store['sync'], store: Store) => Partial<Store['sync']>): Mutation => ({
  store: (store) => ({ ...store, sync: { ...store.sync, ...change(store.sync, store) } })
});

type Put = (store: Store, space: string, documents: Documents) => Promise<void>;

/** Something wrong with how the server's documents are put on the device, whichever way they came. */
const atArrival = ({ before, after }: { readonly before?: Put; readonly after?: Put }): Mutation =>
  inSync((sync, store) => ({
    apply: async (space, documents, ...told) => {
      await before?.(store, space, documents);
      const isApplied = await sync.apply(space, documents, ...told);
      await after?.(store, space, documents);
      return isApplied;
    },
    meet: async (space, documents) => {
      await before?.(store, space, documents);
      await sync.meet(space, documents);
      await after?.(store, space, documents);
    }
  }));

const inSpaces = (
  change: (database: PouchDB.Database) => Partial<Record<keyof PouchDB.Database, unknown>>
): Mutation => ({
  hub: (hub: Hub) => ({
    state: (wait) => hub.state(wait),
    space: (name) => {
      const database = hub.space(name);
      return { ...database, ...change(database) } as PouchDB.Database;
    }
  })
});

type Documents = readonly Envelope[];

const decisionsOf = (documents: Documents): Decision[] =>
  documents.filter((document) => kindName(document._id) === 'decision') as unknown as Decision[];

const listedAs = async ({ db }: Store, space: string, ids: readonly string[]) =>
  (
    await ideaRowsByKey(
      db,
      ids.map((id) => keyOf(space, id))
    )
  ).values();

/** When each text of a document was written, by the writer's own clock. */
const writtenAt = new Map<string, string>();
const words = ({ _rev, ...rest }: Envelope): string => JSON.stringify(rest);

/**
 * Each an easy mistake to make in an engine like this one. An engine that looks away from epochs and sequences
 * is not among them: the revisions that the server has forgotten tell it of a restore all the same.
 */
export const mutants: readonly Mutant[] = [
  {
    name: 'the outbox is cleared when a document is sent, not when it is confirmed',
    ...inSync((sync, store) => ({
      markSent: async (entries) => {
        await sync.markSent(entries);
        await store.db.outbox.bulkDelete(entries.map((entry) => entry.seq!));
      }
    }))
  },
  {
    name: 'the base of an edit is not kept',
    ...inSync((sync) => ({
      waiting: async (space) => (await sync.waiting(space)).map((entry) => ({ ...entry, base: null }))
    })),
    store: (store) => ({
      ...store,
      accept: async (batch) => {
        await store.accept(batch);
        await store.db.outbox.toCollection().modify((entry, ref) => {
          ref.value = { ...entry, base: entry.document };
        });
      }
    })
  },
  {
    name: 'the checkpoint is written before the rows',
    ...inSync((sync) => ({
      apply: async (space, documents, checkpoint, asked) => {
        if (checkpoint !== undefined) await sync.setCheckpoint(space, checkpoint);
        return sync.apply(space, documents, undefined, asked);
      }
    }))
  },
  {
    name: 'the answer to an earlier edit passes for an answer to a later one',
    ...inSync((sync, store) => ({
      confirm: async (confirmed) => {
        const now = await store.db.outbox.toArray();
        const edits = new Map(now.map((entry) => [entry.seq, entry.edit]));
        await sync.confirm(
          confirmed.map(({ sent, rev }) => ({ sent: { ...sent, edit: edits.get(sent.seq) ?? 0 }, rev }))
        );
      }
    }))
  },
  {
    name: 'what the server refuses is dropped',
    ...inSync((_sync, store) => ({
      refuse: async (entry) => {
        await store.db.outbox.delete(entry.seq!);
      }
    }))
  },
  {
    name: 'what the server sends overwrites what waits',
    ...atArrival({
      before: async (store, space, documents) => {
        const ids = new Set(documents.map((document) => document._id));
        await store.db.outbox.filter((entry) => entry.space === space && ids.has(entry.id)).delete();
      }
    })
  },
  {
    name: 'what waits overwrites what the server has',
    ...atArrival({
      before: async (store, space, documents) => {
        for (const theirs of documents)
          await store.db.outbox
            .filter((entry) => entry.space === space && entry.id === theirs._id && entry.document._rev !== theirs._rev)
            .modify((entry, ref) => {
              ref.value = { ...entry, base: theirs, document: { ...entry.document, _rev: theirs._rev! } };
            });
      }
    })
  },
  {
    name: 'a lost answer is taken for a conflict, and the words are sent as something new',
    ...atArrival({
      before: async (store, space, documents) => {
        for (const theirs of documents) {
          const entry = (await store.outbox()).find((each) => each.sent && each.id === theirs._id);
          if (entry === undefined || entry.base !== null || !theirs._id.startsWith('idea:')) continue;
          const id = 'idea:' + theirs._id.slice(-25) + 'Z';
          const copy = { ...entry.document, _id: id };
          await store.db.outbox.put({
            ...entry,
            key: space + '/' + id,
            id,
            document: copy,
            edit: entry.edit + 1,
            sent: false
          });
        }
      }
    })
  },
  {
    name: 'the other half of a split server is forgotten',
    ...inSpaces((database) => ({
      changes: async (options: PouchDB.Core.ChangesOptions) =>
        (database.changes as unknown as (of: object) => unknown)({ ...options, conflicts: false })
    }))
  },
  {
    name: 'a permission that comes back does not free what was refused without it',
    ...inSync(() => ({ retry: () => Promise.resolve() }))
  },
  {
    name: 'a document is sent without its parent',
    ...inSpaces((database) => ({
      bulkDocs: (documents: Documents) =>
        (database.bulkDocs as unknown as (of: object) => unknown)(documents.map(({ _rev, ...rest }) => rest))
    }))
  },
  {
    name: 'what this device may not send holds back everything behind it',
    ...inSync((sync, store) => ({
      waiting: async (space) => {
        const rejected = await store.db.outbox.where('state').equals('rejected').count();
        return rejected > 0 ? [] : sync.waiting(space);
      }
    }))
  },
  {
    name: 'rows and promises are two transactions',
    store: (store) => ({
      ...store,
      accept: async (batch) => {
        await store.sync.apply(
          batch.space,
          batch.documents.map(({ document }) => document)
        );
        await store.accept(batch);
      }
    })
  },
  {
    name: 'the last page of changes is taken for read before it has come',
    ...inSync((sync) => ({
      apply: async (space, documents: Documents, ...told) =>
        sync.apply(space, documents.length > 3 ? documents.slice(0, -1) : documents, ...told)
    }))
  },
  {
    name: 'an edit of an idea that another is editing replaces theirs in the row',
    store: (store) => ({
      ...store,
      accept: async ({ space, documents, ...rest }) => {
        const blind = await Promise.all(
          documents.map(async (each) => {
            const current = (await rowOf(store.db, space, each.document._id))?.document;
            return current === undefined || each.previous === undefined ? each : { ...each, previous: current };
          })
        );
        await store.accept({ space, documents: blind, ...rest });
      }
    })
  },
  {
    name: 'of two edits of the same, the one with the later clock replaces the other',
    store: (store) => {
      const wrong = atArrival({
        before: async (_store, _space, documents) => {
          for (const theirs of documents) {
            const entry = await store.db.outbox
              .filter(({ id, document }) => id === theirs._id && document._rev !== theirs._rev)
              .first();
            const later = writtenAt.get(words(theirs));
            if (entry === undefined || later === undefined || entry.base === null) continue;
            if (later > entry.acceptedAt) await store.db.outbox.delete(entry.seq!);
            else
              await store.db.outbox.put({
                ...entry,
                base: theirs,
                document: { ...entry.document, _rev: theirs._rev! }
              });
          }
        }
      }).store!(store);
      return {
        ...wrong,
        accept: async (batch) => {
          await store.accept(batch);
          for (const { document } of batch.documents) writtenAt.set(words(document), store.db.clock());
        }
      };
    }
  },
  {
    name: 'an idea stands where the decision that came last says',
    ...atArrival({
      after: async (store, space, documents) => {
        for (const { idea, to } of decisionsOf(documents)) {
          const rows = [...(await listedAs(store, space, [idea]))];
          await store.db.transaction('rw', store.db.tables, async () =>
            putIdeaRows(
              store.db,
              rows.map((row) => ({ ...row, stage: to }))
            )
          );
        }
      }
    })
  },
  {
    name: 'an undone decision is kept, and the idea stands where it stood',
    ...inSync((sync, store) => ({
      apply: async (space, documents: Documents, ...told) => {
        const undone = decisionsOf(documents).filter((decision) => decision.withdrawn !== undefined);
        const before = [
          ...(await listedAs(
            store,
            space,
            undone.map((decision) => decision.idea)
          ))
        ];
        const isApplied = await sync.apply(space, documents, ...told);
        const stages = new Map(before.map(({ key, stage }) => [key, stage]));
        const after = [
          ...(await listedAs(
            store,
            space,
            before.map((row) => row.id)
          ))
        ];
        await store.db.transaction('rw', store.db.tables, async () =>
          putIdeaRows(
            store.db,
            after.map((row) => ({ ...row, stage: stages.get(row.key)! }))
          )
        );
        return isApplied;
      }
    }))
  },
  {
    name: 'a merge counts anew the idea that was merged, and not the one that lives on',
    ...inSync((sync, store) => ({
      apply: async (space, documents: Documents, ...told) => {
        const into = decisionsOf(documents).flatMap((decision) => decision.into ?? []);
        const before = new Map([...(await listedAs(store, space, into))].map((row) => [row.key, row]));
        const isApplied = await sync.apply(space, documents, ...told);
        const after = [...(await listedAs(store, space, into))].filter((row) => before.has(row.key));
        await store.db.transaction('rw', store.db.tables, async () =>
          putIdeaRows(
            store.db,
            after.map((row) => ({ ...row, supports: before.get(row.key)!.supports }))
          )
        );
        return isApplied;
      }
    }))
  },
  {
    name: 'of two texts in one field of a card one stands, and the other is not kept',
    ...atArrival({
      after: async (store) => {
        const { db } = store;
        const lost = await db
          .rows<Variant>('variant')
          .filter(({ document: { of, resolved } }) => kindName(of) === 'entry' && resolved === undefined)
          .primaryKeys();
        await db.rows('variant').bulkDelete(lost);
        await db.outbox
          .where('key')
          .anyOf(lost as string[])
          .delete();
      }
    })
  },
  {
    name: 'a card that is taken away is gone, whatever was written on it meanwhile',
    ...atArrival({
      after: async (store) => {
        const { db } = store;
        const disputed = await db.outbox.filter(({ document }) => isDisputed(document as Entry)).toArray();
        for (const entry of disputed) {
          const { removed, ...card } = entry.document as Entry;
          const document: Entry = { ...card, removed: { ...removed!, saw: contentOf(card) } };
          await db.outbox.put({ ...entry, document });
          await db.rows<Entry>('entry').put({ key: entry.key, space: entry.space, document });
        }
      }
    })
  },
  { name: 'every tab syncs, whoever holds the lock', everyTabLeads: true }
];
