import { randomUUID } from 'node:crypto';
import { json } from '../http/answers.ts';
import { readJson } from '../http/body.ts';
import type { IncomingDocument, WriteRow } from './backend.ts';
import { CouchError, badRequest } from './errors.ts';
import type { SpaceRequest } from './gate.ts';
import { revParam } from './query.ts';
import { broughtRevision, isWithinReach, readDocument } from './revisions.ts';

/** A batch of documents, bytes. Devices send 1 MB at a time, or one document with its recording. */
const BATCH_MAX_BYTES = 8_000_000;
const BATCH_MAX_DOCUMENTS = 5000;
/** One document with attachments inside, bytes. */
const DOCUMENT_MAX_BYTES = 3_000_000;

const newId = (): string => randomUUID().replaceAll('-', '');

/** `_bulk_docs`: a row for each document, or with `new_edits: false` for each that was refused. */
export async function bulkDocs({ request, space, actor }: SpaceRequest): Promise<Response> {
  const body = (await readJson(request, BATCH_MAX_BYTES)) as { docs?: unknown; new_edits?: unknown } | null;
  if (typeof body !== 'object' || body === null || !Array.isArray(body.docs))
    throw badRequest('POST body must include `docs` parameter.');
  if (body.new_edits !== undefined && typeof body.new_edits !== 'boolean')
    throw badRequest('`new_edits` must be a boolean');
  if (body.docs.length > BATCH_MAX_DOCUMENTS) throw new CouchError(413, 'too_large', 'too many documents at once');
  const documents = body.docs.map((document: unknown) => readDocument(document, newId));
  if (body.new_edits === false) documents.forEach(provenReach);
  return json(201, await space.write(documents, body.new_edits !== false, actor));
}

/** A document's PUT. */
export async function putDocument({ request, params, space, actor }: SpaceRequest, id: string): Promise<Response> {
  const body = await readJson(request, DOCUMENT_MAX_BYTES);
  const rev = revParam(params);
  const document = readDocument(
    typeof body === 'object' && body !== null && !Array.isArray(body)
      ? { ...body, _id: (body as { _id?: unknown })._id ?? id, ...(rev === undefined ? {} : { _rev: rev }) }
      : body,
    newId
  );
  if (document._id !== id) throw badRequest('Document ID must match the path');
  const newEdits = params.get('new_edits') !== 'false';
  if (!newEdits) provenReach(document);
  const [row] = await space.write([document], newEdits, actor);
  return rowAnswer(row ?? { ok: true, id, rev: broughtRevision(document)! });
}

function provenReach(document: IncomingDocument): void {
  const rev = broughtRevision(document);
  if (rev !== undefined && !isWithinReach(rev)) throw badRequest('Invalid rev format');
}

/** One row as the answer to a request of its own. */
export function rowAnswer(row: WriteRow): Response {
  if ('ok' in row) return json(201, row, { etag: '"' + row.rev + '"' });
  return json(STATUS[row.error] ?? 500, { error: row.error, reason: row.reason });
}

const STATUS: Readonly<Record<string, number>> = {
  forbidden: 403,
  unauthorized: 401,
  conflict: 409,
  missing_stub: 412,
  bad_request: 400
};
