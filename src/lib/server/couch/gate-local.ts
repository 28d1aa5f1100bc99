import { createHash } from 'node:crypto';
import { json } from '../http/answers.ts';
import { readJson } from '../http/body.ts';
import { badRequest, conflict, notFound } from './errors.ts';
import type { SpaceRequest } from './gate.ts';

const LOCAL_MAX_BYTES = 16_000;
const LOCAL_ID = /^[\w.~+=-]{1,128}$/;

/** Local documents that a person may have in a space. A replication has one. */
const SLOTS = 256;
/** Says whose slot it is, since two names can share one. */
const OWNER = 'local';

// Local documents meet no rules and are the same to everybody, so each person has places of their
// own: nobody reads another's, and none of them is the server's. There are so many and no more; a
// name whose place another has taken is gone, and a replicator without its checkpoint starts anew.
function slotOf(person: string, id: string): string {
  if (!LOCAL_ID.test(id)) throw notFound();
  const slot = createHash('sha256').update(id).digest().readUInt16BE(0) % SLOTS;
  return person + '.' + slot;
}

/** What stands in the id's place, and whether it is the id's own. */
async function found({ space, actor }: SpaceRequest, id: string) {
  const document = await space.getLocal(slotOf(actor.id, id));
  return { document, isOwn: document?.[OWNER] === id };
}

/** A checkpoint of one of the person's own replications. */
export async function getLocal(asked: SpaceRequest, id: string): Promise<Response> {
  const { document, isOwn } = await found(asked, id);
  if (document === undefined || !isOwn) throw notFound();
  const { _rev, fields } = document;
  return json(200, { ...(fields as object), _id: '_local/' + id, _rev });
}

export async function putLocal(asked: SpaceRequest, id: string): Promise<Response> {
  const { request, space, actor } = asked;
  const slot = slotOf(actor.id, id);
  const body = await readJson(request, LOCAL_MAX_BYTES);
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw badRequest('Document must be a JSON object');
  const { _id, _rev, _revisions, ...fields } = body as Record<string, unknown>;
  if (_id !== undefined && _id !== '_local/' + id) throw badRequest('Document ID must match the path');
  if (_rev !== undefined && !(typeof _rev === 'string' && /^0-\d{1,15}$/.test(_rev)))
    throw badRequest('Invalid rev format');
  if (Object.keys(fields).some((field) => field.startsWith('_'))) throw badRequest('Bad special document member');
  const { document, isOwn } = await found(asked, id);
  if (_rev !== undefined && !isOwn) throw conflict();
  const parent = isOwn ? (_rev as string | undefined) : document?._rev;
  const rev = await space.putLocal(slot, { [OWNER]: id, fields, ...(parent === undefined ? {} : { _rev: parent }) });
  return json(201, { ok: true, id: '_local/' + id, rev });
}
