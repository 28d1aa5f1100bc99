import { Readable } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import type { JsonBody } from '../couch/backend.ts';
import type { CouchError } from '../couch/errors.ts';

/** Shorter answers are not worth compressing. */
const COMPRESS_FROM = 1400;

const HEADERS = { 'content-type': 'application/json', 'cache-control': 'no-store' } as const;

/** A small JSON answer. */
export const json = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(value) + '\n', { status, headers: { ...HEADERS, ...headers } });

/** An answer that can be long: compressed as the client takes it, and sent while it is made. */
export function jsonBody(request: Request, body: JsonBody, status = 200): Response {
  const headers: Record<string, string> = { ...HEADERS, vary: 'accept-encoding' };
  if (typeof body === 'string' && body.length < COMPRESS_FROM) return new Response(body, { status, headers });
  const source = Readable.from(typeof body === 'string' ? [body] : body, { objectMode: false });
  const encoder = encoderFor(request.headers.get('accept-encoding') ?? '');
  if (encoder === undefined) return new Response(webStream(source), { status, headers });
  headers['content-encoding'] = encoder.name;
  // A source that fails ends the answer in the middle, which the client sees as a broken one.
  source.on('error', (error) => encoder.stream.destroy(error));
  encoder.stream.on('close', () => source.destroy());
  return new Response(webStream(source.pipe(encoder.stream)), { status, headers });
}

const webStream = (stream: Readable): ReadableStream<Uint8Array> =>
  Readable.toWeb(stream) as unknown as ReadableStream<Uint8Array>;

function encoderFor(accepted: string) {
  const takes = (name: string) =>
    new RegExp(`(^|[\\s,])${name}\\s*(;\\s*q=(?!0(\\.0+)?\\s*(,|$))[^,]*)?(,|$)`).test(accepted);
  // The cheapest that helps: documents of one kind repeat themselves, and the server has other work.
  if (takes('br'))
    return { name: 'br', stream: createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }) };
  if (takes('gzip')) return { name: 'gzip', stream: createGzip({ level: 1 }) };
  return undefined;
}

/** A refusal in CouchDB's form. */
export const refusal = (error: CouchError, headers: Readonly<Record<string, string>> = {}): Response =>
  json(error.status, { error: error.error, reason: error.reason }, headers);
