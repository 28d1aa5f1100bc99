import { badRequest, tooLarge, wrongType } from '../couch/errors.ts';

/**
 * A request's body, read no further than it may be long.
 * @param max bytes
 * @throws CouchError 413
 */
export async function readBytes(request: Request, max: number): Promise<Uint8Array> {
  const stated = Number(request.headers.get('content-length') ?? 0);
  if (stated > max) throw tooLarge();
  const encoding = request.headers.get('content-encoding');
  if (encoding !== null && encoding !== 'identity') throw wrongType('Content-Encoding is not supported');
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await next(reader);
    if (done) break;
    length += value.length;
    // What is left is not kept. Cancelling would break the connection, and the answer with it; so
    // Node reads past it once the answer is sent.
    if (length > max) throw tooLarge();
    parts.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

async function next(reader: ReadableStreamDefaultReader<Uint8Array>) {
  try {
    return await reader.read();
  } catch (error) {
    // The adapter's own limit, or a body longer than it said it was.
    if ((error as { status?: number }).status === 413) throw tooLarge();
    throw badRequest('the body broke off');
  }
}

/**
 * A request's JSON.
 * @param max bytes
 * @throws CouchError 400, 413, 415
 */
export async function readJson(request: Request, max: number): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) throw wrongType('Content-Type must be application/json');
  const bytes = await readBytes(request, max);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw badRequest('invalid UTF-8 JSON');
  }
  // A member of that name is data to JSON and something else to the language. Nobody needs it.
  const mayHoldProto = /__proto__|\\u00[57][0-9a-f]/i.test(text);
  try {
    return JSON.parse(text, mayHoldProto ? refuseProto : undefined) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) throw badRequest('invalid UTF-8 JSON');
    throw error;
  }
}

function refuseProto(key: string, value: unknown): unknown {
  if (key === '__proto__') throw badRequest('__proto__ is not a field');
  return value;
}
