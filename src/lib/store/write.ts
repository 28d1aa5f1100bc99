import { kindName } from '#lib/core/ids.ts';
import { sameContent } from '#lib/core/json.ts';
import type { Idea } from '#lib/domain/ideas/idea.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { clockOf, freshIdeaRow, identities, orphanSet, RELATED, recount, withDocument } from './aggregate.ts';
import { noteConcerns } from './concerns.ts';
import { blobKey, type Database, keyOf } from './database.ts';
import { kindNamed, type KindName } from '#lib/domain/registry.ts';
import { ideaRowsByKey, putIdeaRows } from './packs.ts';
import { deleteRows, isTabled, rowOf } from './rows.ts';

/** Documents whose kind this version of the app knows; a newer version's are left to the newer version. */
export const isKnown = (document: Envelope): boolean => {
  const kind = kindNamed(kindName(document._id));
  return kind !== undefined && (document as { v?: unknown }).v === kind.version;
};

/**
 * Puts documents of one space into their tables and brings the ideas' rows up to date. The caller
 * holds the transaction and has decided that these are what this device should show.
 */
export async function putDocuments(db: Database, space: string, documents: readonly Envelope[]): Promise<void> {
  const byKind = new Map<KindName, Envelope[]>();
  const touched = new Set<string>();
  for (const document of documents) {
    const kind = kindName(document._id) as KindName;
    const group = byKind.get(kind);
    if (group === undefined) byKind.set(kind, [document]);
    else group.push(document);
    if ((RELATED as readonly string[]).includes(kind)) touched.add((document as Envelope & { idea: string }).idea);
  }
  for (const [kind, group] of byKind) {
    if (!isTabled(kind)) await putIdeas(db, space, group as Idea[], touched);
    else await db.rows(kind).bulkPut(group.map((document) => ({ key: keyOf(space, document._id), space, document })));
  }
  await noteConcerns(db, space, documents);
  await recount(db, space, touched);
}

async function putIdeas(db: Database, space: string, ideas: readonly Idea[], touched: Set<string>): Promise<void> {
  const keys = ideas.map((idea) => keyOf(space, idea._id));
  const known = await ideaRowsByKey(db, keys);
  const orphans = await orphanSet(db);
  const own = await identities(db);
  const clock = clockOf(db.clock());
  const rows = ideas.map((idea, index) => {
    const row = known.get(keys[index]!);
    if (row === undefined ? orphans.has(keys[index]!) : isSeenInRow(row.document, idea)) touched.add(idea._id);
    return row === undefined ? freshIdeaRow(space, idea, own, clock) : withDocument(row, idea, clock);
  });
  await putIdeaRows(db, rows);
}

/**
 * Whether what a row says beside its document follows from what has changed. Who left it and when changes too: two may
 * have made an idea of the same card, and one of them came first to the server.
 */
const isSeenInRow = (before: Idea, after: Idea): boolean => !sameContent(saidInRow(before), saidInRow(after));

const saidInRow = ({ by, at, answerBy, unit, edited, retracted, coauthors }: Idea): readonly unknown[] => [
  by,
  at,
  answerBy,
  unit,
  edited,
  retracted,
  coauthors
];

/** Takes documents away from this device: they are erased, or no longer this person's to read. */
export async function removeDocuments(db: Database, space: string, ids: readonly string[]): Promise<void> {
  const touched = new Set<string>();
  for (const id of ids) {
    const kind = kindName(id);
    const row = await rowOf(db, space, id);
    if (row === undefined) continue;
    if ((RELATED as readonly string[]).includes(kind)) touched.add((row.document as Envelope & { idea: string }).idea);
    await deleteRows(db, [row]);
    await db.blobs
      .where('key')
      .startsWith(blobKey(space, id, ''))
      .delete();
    await db.wanted
      .where('key')
      .startsWith(blobKey(space, id, ''))
      .delete();
  }
  await recount(db, space, touched);
}
