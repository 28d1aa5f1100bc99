import type { Actor } from '#lib/domain/actor.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { kindOfId } from '#lib/domain/registry.ts';
import { check, refusalText } from '#lib/domain/rules.ts';
import type { IncomingDocument, WriteRow } from '../backend.ts';
import { CouchError } from '../errors.ts';
import { isReadableId } from '../query.ts';
import { broughtRevision, splitsFurther } from '../revisions.ts';
import { plainAttachments, settleAttachments } from '../stored-attachments.ts';
import type { Ask, CouchClient } from './client.ts';

type Stored = Envelope & { readonly _conflicts?: readonly string[] };

const forbidden = (id: string, reason: string): WriteRow => ({ id, error: 'forbidden', reason });

/**
 * Why a document does not go to CouchDB at all. Local documents meet no rules there, design documents
 * are rules, and one lone surrogate makes CouchDB turn away everything that came with it.
 */
function turnedAway(document: IncomingDocument): WriteRow | undefined {
  if (!isReadableId(document._id)) return forbidden(document._id, 'unknown-kind');
  // JSON.stringify writes a surrogate as an escape only where it stands alone.
  if (/(?<!\\)(\\\\)*\\ud[89a-f]/.test(JSON.stringify(document))) return forbidden(document._id, 'malformed-text');
  return undefined;
}

/**
 * An ordinary write: CouchDB holds it against `_design/rules` itself. But it shows its rules no tombstone
 * where a writer names none, so what is new is looked for among the erased first.
 */
export async function writeDocuments(
  client: CouchClient,
  database: string,
  documents: readonly IncomingDocument[],
  actor: Actor
): Promise<readonly WriteRow[]> {
  const erased = await erasedAmong(client, database, documents.filter(isNew));
  const sent: IncomingDocument[] = [];
  const rows = documents.map((document) => {
    if (erased.has(document._id) && isNew(document)) return forbidden(document._id, 'erased');
    const row = turnedAway(document) ?? plain(document);
    if ('write' in row) sent.push(row.write);
    return 'write' in row ? undefined : row;
  });
  if (sent.length === 0) return rows as WriteRow[];
  const answer = await client.as(actor, database + '/_bulk_docs', { method: 'POST', json: { docs: sent } });
  const answers = (await answer.json()) as WriteRow[];
  let next = 0;
  return rows.map((row) => row ?? answers[next++]!);
}

/**
 * Replicas, `new_edits: false`. CouchDB shows its rules no stored document where the revisions do not
 * follow upon each other, so they are held here against what people see. Between the look and the
 * write somebody else may write; the rules then still hold for what each of them started from.
 */
export async function writeReplicas(
  client: CouchClient,
  database: string,
  documents: readonly IncomingDocument[],
  actor: Actor
): Promise<readonly WriteRow[]> {
  const failures: WriteRow[] = [];
  let left = documents.filter((document) => {
    const row =
      turnedAway(document) ??
      (broughtRevision(document) === undefined
        ? { id: document._id, error: 'bad_request', reason: 'Document rev must be given' }
        : undefined);
    if (row !== undefined) failures.push(row);
    return row === undefined;
  });
  while (left.length > 0) {
    // Two revisions of one document follow each other, and the second meets the first.
    const ids = new Set<string>();
    const wave = left.filter((document) => !ids.has(document._id) && ids.add(document._id));
    left = left.filter((document) => !wave.includes(document));
    const missing = await unknownRevisions(client, database, wave);
    const stored = await winners(client, database, [...ids]);
    const sent: IncomingDocument[] = [];
    for (const document of wave) {
      if (!missing.has(document._id)) continue;
      const row = judgeReplica(document, stored.get(document._id) ?? null, actor);
      if ('write' in row) sent.push(row.write);
      else failures.push(row);
    }
    if (sent.length === 0) continue;
    const json = { docs: sent, new_edits: false };
    const answer = await client.as(actor, database + '/_bulk_docs', { method: 'POST', json });
    failures.push(...((await answer.json()) as WriteRow[]).filter((row) => !('ok' in row)));
  }
  return failures;
}

function judgeReplica(
  document: IncomingDocument,
  stored: Stored | null,
  actor: Actor
): WriteRow | { write: IncomingDocument } {
  const { _conflicts: conflicts = [], ...winner } = stored ?? {};
  const previous = stored === null ? null : (winner as Envelope);
  if (splitsFurther(document, previous?._rev === undefined ? [] : [previous._rev, ...conflicts]))
    return forbidden(document._id, 'not-allowed');
  try {
    const { seen, written } = settleAttachments(document, previous);
    const result = check(seen, previous, actor);
    return result.ok ? { write: written } : forbidden(document._id, refusalText(result.error));
  } catch (error) {
    if (error instanceof CouchError) return { id: document._id, error: error.error, reason: error.reason };
    throw error;
  }
}

async function unknownRevisions(client: CouchClient, database: string, documents: readonly IncomingDocument[]) {
  const json = Object.fromEntries(documents.map((document) => [document._id, [broughtRevision(document)!]]));
  const answer = await client.admin(database + '/_revs_diff', { method: 'POST', json });
  return new Set(Object.keys((await answer.json()) as object));
}

interface Found {
  readonly id?: string;
  readonly value?: { readonly deleted?: boolean };
  readonly doc?: Stored | null;
}

async function winners(client: CouchClient, database: string, keys: readonly string[]): Promise<Map<string, Stored>> {
  const found = await lookUp(client, database, keys, { include_docs: true, conflicts: true });
  return new Map(
    found.flatMap(({ id, value, doc }): [string, Stored][] =>
      doc != null ? [[doc._id, doc]] : value?.deleted === true ? [[id!, { _id: id!, _deleted: true }]] : []
    )
  );
}

const isNew = (document: IncomingDocument): boolean =>
  document._rev === undefined && document['_revisions'] === undefined && document._deleted !== true;

/** Which of the documents stood here once, are erased, and must not come back. */
async function erasedAmong(
  client: CouchClient,
  database: string,
  documents: readonly IncomingDocument[]
): Promise<ReadonlySet<string>> {
  const keys = documents.map(({ _id }) => _id).filter((id) => isReadableId(id) && kindOfId(id)?.returns !== true);
  if (keys.length === 0) return new Set();
  const found = await lookUp(client, database, keys, {});
  return new Set(found.flatMap(({ id, value }) => (value?.deleted === true ? [id!] : [])));
}

async function lookUp(
  client: CouchClient,
  database: string,
  keys: readonly string[],
  query: NonNullable<Ask['query']>
) {
  const answer = await client.admin(database + '/_all_docs', { method: 'POST', query, json: { keys } });
  return ((await answer.json()) as { rows: readonly Found[] }).rows;
}

function plain(document: IncomingDocument): WriteRow | { write: IncomingDocument } {
  try {
    return { write: plainAttachments(document) };
  } catch (error) {
    if (error instanceof CouchError) return { id: document._id, error: error.error, reason: error.reason };
    throw error;
  }
}
