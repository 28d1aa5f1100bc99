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
      waiting: async (space) => (await sync.waiting(space)).map((entry) => ({ ...entry, base: null })),
      apply: async (space, documents, checkpoint) => sync.apply(space, documents, checkpoint)
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
      apply: async (space, documents, checkpoint) => {
        if (checkpoint !== undefined) await sync.setCheckpoint(space, checkpoint);
        await sync.apply(space, documents);
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
    ...inSync((sync, store) => ({
      apply: async (space: string, documents: Documents, checkpoint) => {
        const ids = new Set(documents.map((document) => document._id));
        await store.db.outbox.filter((entry) => entry.space === space && ids.has(entry.id)).delete();
        await sync.apply(space, documents, checkpoint);
      }
    }))
  },
  {
    name: 'what waits overwrites what the server has',
    ...inSync((sync, store) => ({
      apply: async (space, documents: Documents, checkpoint) => {
        for (const theirs of documents)
          await store.db.outbox
            .filter((entry) => entry.space === space && entry.id === theirs._id && entry.document._rev !== theirs._rev)
            .modify((entry, ref) => {
              ref.value = { ...entry, base: theirs, document: { ...entry.document, _rev: theirs._rev! } };
            });
        await sync.apply(space, documents, checkpoint);
      }
    }))
  },
  {
    name: 'a lost answer is taken for a conflict, and the words are sent as something new',
    ...inSync((sync, store) => ({
      apply: async (space, documents: Documents, checkpoint) => {
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
        await sync.apply(space, documents, checkpoint);
      }
    }))
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
      apply: async (space, documents: Documents, checkpoint) =>
        sync.apply(space, documents.length > 3 ? documents.slice(0, -1) : documents, checkpoint)
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
    store: (store) => ({
      ...store,
      accept: async (batch) => {
        await store.accept(batch);
        for (const { document } of batch.documents) writtenAt.set(words(document), store.db.clock());
      },
      sync: {
        ...store.sync,
        apply: async (space, documents: Documents, checkpoint) => {
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
          await store.sync.apply(space, documents, checkpoint);
        }
      }
    })
  },
  {
    name: 'an idea stands where the decision that came last says',
    ...inSync((sync, store) => ({
      apply: async (space, documents: Documents, checkpoint) => {
        await sync.apply(space, documents, checkpoint);
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
    }))
  },
  {
    name: 'an undone decision is kept, and the idea stands where it stood',
    ...inSync((sync, store) => ({
      apply: async (space, documents: Documents, checkpoint) => {
        const undone = decisionsOf(documents).filter((decision) => decision.withdrawn !== undefined);
        const before = [
          ...(await listedAs(
            store,
            space,
            undone.map((decision) => decision.idea)
          ))
        ];
        await sync.apply(space, documents, checkpoint);
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
      }
    }))
  },
  {
    name: 'a merge counts anew the idea that was merged, and not the one that lives on',
    ...inSync((sync, store) => ({
      apply: async (space, documents: Documents, checkpoint) => {
        const into = decisionsOf(documents).flatMap((decision) => decision.into ?? []);
        const before = new Map([...(await listedAs(store, space, into))].map((row) => [row.key, row]));
        await sync.apply(space, documents, checkpoint);
        const after = [...(await listedAs(store, space, into))].filter((row) => before.has(row.key));
        await store.db.transaction('rw', store.db.tables, async () =>
          putIdeaRows(
            store.db,
            after.map((row) => ({ ...row, supports: before.get(row.key)!.supports }))
          )
        );
      }
    }))
  },
  {
    name: 'of two texts in one field of a card one stands, and the other is not kept',
    ...inSync((sync, store) => ({
      apply: async (space, documents: Documents, checkpoint) => {
        await sync.apply(space, documents, checkpoint);
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
    }))
  },
  {
    name: 'a card that is taken away is gone, whatever was written on it meanwhile',
    ...inSync((sync, store) => ({
      apply: async (space, documents: Documents, checkpoint) => {
        await sync.apply(space, documents, checkpoint);
        const { db } = store;
        const disputed = await db.outbox.filter(({ document }) => isDisputed(document as Entry)).toArray();
        for (const entry of disputed) {
          const { removed, ...card } = entry.document as Entry;
          const document: Entry = { ...card, removed: { ...removed!, saw: contentOf(card) } };
          await db.outbox.put({ ...entry, document });
          await db.rows<Entry>('entry').put({ key: entry.key, space: entry.space, document });
        }
      }
    }))
  },
  { name: 'every tab syncs, whoever holds the lock', everyTabLeads: true }
];
