import { readBytes } from '../http/body.ts';
import { NOTHING_RUNS } from '../http/headers.ts';
import { badRequest, conflict } from './errors.ts';
import type { SpaceRequest } from './gate.ts';
import { rowAnswer } from './gate-writes.ts';
import { isRevision } from './revisions.ts';
import { revParam } from './query.ts';

/** Larger than any attachment a kind allows, bytes: the rules say the rest. */
const ATTACHMENT_MAX_BYTES = 1_200_000;

/** Types a browser may show; everything else is a file to it. */
const SHOWN = ['image/jpeg', 'image/webp', 'image/png', 'audio/webm', 'audio/mp4', 'audio/ogg'];

/** An attachment, sent so that it can be looked at and listened to but never run. */
export async function sendAttachment(
  { params, space, actor, request }: SpaceRequest,
  id: string,
  name: string
): Promise<Response> {
  const { contentType, digest, body } = await space.attachment(id, name, revParam(params), actor);
  const isShown = SHOWN.includes(contentType);
  const headers = {
    'content-type': isShown ? contentType : 'application/octet-stream',
    'content-disposition': isShown ? 'inline' : 'attachment',
    'content-security-policy': NOTHING_RUNS,
    // It never changes, but whether the person may see it does.
    'cache-control': 'private, no-cache',
    etag: '"' + digest + '"'
  };
  if (request.headers.get('if-none-match') === headers.etag) {
    if (body instanceof ReadableStream) await body.cancel();
    return new Response(null, { status: 304, headers });
  }
  return new Response(body as BodyInit, { status: 200, headers });
}

/** Adds an attachment; the rules see the document it gives. */
export async function putAttachment(
  { request, params, space, actor }: SpaceRequest,
  id: string,
  name: string
): Promise<Response> {
  const contentType = (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  if (!/^[\w.+-]+\/[\w.+-]+$/.test(contentType)) throw badRequest('Content-Type must be given');
  const rev = revParam(params) ?? headerRevision(request);
  const bytes = await readBytes(request, ATTACHMENT_MAX_BYTES);
  if (rev === undefined) throw conflict();
  return rowAnswer(await space.putAttachment(id, name, { rev, contentType, bytes }, actor));
}

function headerRevision(request: Request): string | undefined {
  const rev = request.headers.get('if-match')?.replaceAll('"', '');
  return isRevision(rev) ? rev : undefined;
}
