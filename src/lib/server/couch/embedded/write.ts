import { setImmediate } from 'node:timers/promises';
import type { Actor } from '#lib/domain/actor.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { check, refusalText } from '#lib/domain/rules.ts';
import type { IncomingDocument, WriteRow } from '../backend.ts';
import { CONFLICT_REASON, CouchError } from '../errors.ts';
import { broughtRevision, splitsFurther } from '../revisions.ts';
import { settleAttachments } from '../stored-attachments.ts';
import type { Feed } from './feed.ts';

/** Milliseconds of checking after which others get their turn: a batch can be made to take long. */
const MAX_HOLD = 20;

type Failure = Exclude<WriteRow, { ok: true }>;
type Verdict = { readonly write: IncomingDocument } | { readonly row: WriteRow } | { readonly known: true };

/**
 * Checks and writes, for one caller at a time: the caller holds the space's lock, so what is checked
 * against is what is written upon.
 */
export async function writeDocuments(
  db: PouchDB.Database,
  feed: Feed,
  documents: readonly IncomingDocument[],
  newEdits: boolean,
  actor: Actor
): Promise<readonly WriteRow[]> {
  const rows = new Array<WriteRow | undefined>(documents.length);
  let left = documents.map((document, index) => ({ document, index }));
  while (left.length > 0) {
    // Two writes of one document in a batch follow each other, and the second meets the first.
    const ids = new Set<string>();
    const wave = left.filter(({ document }) => !ids.has(document._id) && ids.add(document._id));
    left = left.filter((entry) => !wave.includes(entry));
    const toWrite: { document: IncomingDocument; index: number }[] = [];
    let since = performance.now();
    for (const { document, index } of wave) {
      if (performance.now() - since > MAX_HOLD) {
        await setImmediate();
        since = performance.now();
      }
      const verdict = newEdits ? await judge(db, feed, document, actor) : await judgeReplica(db, feed, document, actor);
      if ('row' in verdict) rows[index] = verdict.row;
      else if ('write' in verdict) toWrite.push({ document: verdict.write, index });
    }
    if (toWrite.length === 0) continue;
    const answers = (await db.bulkDocs(toWrite.map(({ document }) => document) as never, {
      new_edits: newEdits
    })) as readonly PouchAnswer[];
    if (answers.some(isFailure)) throw new CouchError(503, 'service_unavailable', 'the database takes no writes now');
    if (newEdits) toWrite.forEach(({ document, index }, at) => (rows[index] = rowOf(document._id, answers[at])));
    await feed.refresh();
  }
  return rows.filter((row) => row !== undefined);
}

interface PouchAnswer {
  readonly ok?: boolean;
  readonly rev?: string;
  readonly status?: number;
  readonly name?: string;
  readonly message?: string;
}

/** Neither written nor in conflict: the disk, and nothing about the document. */
const isFailure = (answer: PouchAnswer): boolean => answer.ok !== true && answer.status !== 409 && 'status' in answer;

function rowOf(id: string, answer: PouchAnswer | undefined): WriteRow {
  if (answer?.ok === true && answer.rev !== undefined) return { ok: true, id, rev: answer.rev };
  if (answer?.status === 409) return { id, error: 'conflict', reason: CONFLICT_REASON };
  return { id, error: answer?.name ?? 'internal_server_error', reason: answer?.message ?? 'not written' };
}

/** An ordinary write: upon the leaf it names, or upon nothing. */
async function judge(db: PouchDB.Database, feed: Feed, document: IncomingDocument, actor: Actor): Promise<Verdict> {
  const id = document._id;
  const row = feed.row(id);
  const conflicting = { row: { id, error: 'conflict', reason: CONFLICT_REASON } };
  if (row === undefined) return document._rev === undefined ? verdict(document, [null], actor) : conflicting;
  const winner = row.deleted ? tombstone(id) : await storedAt(db, id, row.leaves[0]!);
  if (document._rev === undefined) return row.deleted ? verdict(document, [winner], actor) : conflicting;
  if (!row.leaves.includes(document._rev)) return conflicting;
  const leaf = document._rev === row.leaves[0] ? winner : await storedAt(db, id, document._rev);
  // A write upon a leaf that lost must also be one the writer may make upon what people see.
  return verdict(document, leaf === winner ? [leaf] : [leaf, winner], actor);
}

/** A replica, `new_edits: false`: it names its own revision, so it is held against what people see. */
async function judgeReplica(
  db: PouchDB.Database,
  feed: Feed,
  document: IncomingDocument,
  actor: Actor
): Promise<Verdict> {
  const id = document._id;
  const rev = broughtRevision(document);
  if (rev === undefined) return { row: { id, error: 'bad_request', reason: 'Document rev must be given' } };
  const row = feed.row(id);
  if (row === undefined) return verdict(document, [null], actor);
  const missing = (await db.revsDiff({ [id]: [rev] })) as Record<string, unknown>;
  if (missing[id] === undefined) return { known: true };
  if (splitsFurther(document, row.leaves)) return { row: { id, error: 'forbidden', reason: 'not-allowed' } };
  return verdict(document, [row.deleted ? tombstone(id) : await storedAt(db, id, row.leaves[0]!)], actor);
}

const storedAt = (db: PouchDB.Database, id: string, rev: string): Promise<Envelope> => db.get(id, { rev });

const tombstone = (id: string): Envelope => ({ _id: id, _deleted: true });

function verdict(document: IncomingDocument, against: readonly (Envelope | null)[], actor: Actor): Verdict {
  const id = document._id;
  try {
    const { seen, written } = settleAttachments(document, against[0] ?? null);
    for (const previous of against) {
      const result = check(seen, previous, actor);
      if (!result.ok) return { row: { id, error: 'forbidden', reason: refusalText(result.error) } satisfies Failure };
    }
    return { write: written };
  } catch (error) {
    if (error instanceof CouchError) return { row: { id, error: error.error, reason: error.reason } };
    throw error;
  }
}
