import { badRequest } from './errors.ts';
import type { IncomingDocument } from './backend.ts';

const REVISION = /^[1-9]\d{0,8}-[0-9a-f]{1,64}$/;

/** Whether `text` can be a revision. Bounded, since the greater number wins. */
export const isRevision = (text: unknown): text is string => typeof text === 'string' && REVISION.test(text);

/** Fields that only readers see; a client that sends back what it read need not take them out. */
const READ_ONLY = ['_conflicts', '_deleted_conflicts', '_revs_info', '_local_seq'];

/**
 * Proves the envelope of a document from outside: object, id, revision, history. The fields are the
 * rules' matter.
 * @throws CouchError 400
 */
export function readDocument(value: unknown, newId: () => string): IncomingDocument {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badRequest('Document must be a JSON object');
  const document = { ...(value as Record<string, unknown>) };
  for (const field of READ_ONLY) delete document[field];
  if (document['_id'] === undefined) document['_id'] = newId();
  const { _id: id, _rev: rev, _deleted: deleted, _revisions: revisions } = document;
  if (typeof id !== 'string' || id === '') throw badRequest('Document id must be a non-empty string');
  if (id.length > 400) throw badRequest('Document id is too long');
  if (rev !== undefined && !isRevision(rev)) throw badRequest('Invalid rev format');
  if (deleted === false) delete document['_deleted'];
  else if (deleted !== undefined && deleted !== true) throw badRequest('_deleted must be a boolean');
  if (revisions !== undefined && !isHistory(revisions)) throw badRequest('_revisions is malformed');
  return document as unknown as IncomingDocument;
}

const MAX_HISTORY = 1000;

/**
 * The greatest number a replica may bring. Ordinary writes go on counting from there, and must always
 * have room to: a document that nobody can follow is one that nobody can erase.
 */
const MAX_BROUGHT = 1_000_000;

/** Whether a revision's number is one that edits can have led to. */
export const isWithinReach = (rev: string): boolean => Number.parseInt(rev, 10) <= MAX_BROUGHT;

function isHistory(value: unknown): value is { start: number; ids: string[] } {
  if (typeof value !== 'object' || value === null) return false;
  const { start, ids } = value as { start?: unknown; ids?: unknown };
  return (
    Number.isInteger(start) &&
    Array.isArray(ids) &&
    ids.length > 0 &&
    ids.length <= MAX_HISTORY &&
    (start as number) >= ids.length &&
    ids.every((id) => isRevision('1-' + String(id))) &&
    isRevision(`${String(start)}-${String(ids[0])}`)
  );
}

/** More versions beside each other than any split of a cluster leaves behind. */
const MAX_LEAVES = 12;

/**
 * Whether a replica would put one version too many beside those a document has. Every device fetches
 * and joins every one of them.
 * @param leaves the revisions that stand beside each other now
 */
export function splitsFurther(document: IncomingDocument, leaves: readonly string[]): boolean {
  if (leaves.length < MAX_LEAVES) return false;
  const history = (document as { _revisions?: { start: number; ids: string[] } })._revisions;
  const parents = (history?.ids ?? []).slice(1).map((id, index) => `${history!.start - 1 - index}-${id}`);
  return !parents.some((rev) => leaves.includes(rev));
}

/** The revision a `new_edits: false` document brings, by its history where it has one. */
export function broughtRevision(document: IncomingDocument): string | undefined {
  const history = (document as { _revisions?: { start: number; ids: string[] } })._revisions;
  return history === undefined ? document._rev : `${history.start}-${history.ids[0]!}`;
}
