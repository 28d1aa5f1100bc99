import { Readable } from 'node:stream';
import { brotliCompressSync, constants, createBrotliCompress, createGzip, gzipSync } from 'node:zlib';
import type { JsonBody } from '../couch/backend.ts';
import type { CouchError } from '../couch/errors.ts';

/** Shorter answers are not worth compressing, bytes. */
const COMPRESS_FROM = 1400;
/**
 * Answers up to this long, bytes, are sent whole. Streams, and zlib's threads, cost more than such an
 * answer itself, and most answers are the few documents that somebody has just written.
 */
const WHOLE = 32_000;

const ENCODER = new TextEncoder();

const HEADERS = { 'content-type': 'application/json', 'cache-control': 'no-store' } as const;

// The cheapest that helps: documents of one kind repeat themselves, and the server has other work.
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
const GZIP = { level: 1 };

/** A small JSON answer. */
export const json = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Response => {
  const body = ENCODER.encode(JSON.stringify(value) + '\n');
  return new Response(body as BodyInit, {
    status,
    headers: { ...HEADERS, 'content-length': String(body.length), ...headers }
  });
};

/** An answer that can be long: compressed as the client takes it, and when it is long sent while it is made. */
export async function jsonBody(request: Request, body: JsonBody): Promise<Response> {
  const encoding = encodingFor(request.headers.get('accept-encoding') ?? '');
  const { start, rest } = await begun(typeof body === 'string' ? [body] : body);
  const headers: Record<string, string> = { ...HEADERS, vary: 'accept-encoding' };
  if (rest === undefined) {
    const isWorthIt = encoding !== undefined && start.length >= COMPRESS_FROM;
    const bytes: Uint8Array = isWorthIt ? compressed(start, encoding) : start;
    if (isWorthIt) headers['content-encoding'] = encoding;
    return new Response(bytes as BodyInit, { headers: { ...headers, 'content-length': String(bytes.length) } });
  }
  const source = Readable.from(continued(start, rest), { objectMode: false });
  if (encoding === undefined) return new Response(webStream(source), { headers });
  headers['content-encoding'] = encoding;
  const encoder = encoding === 'br' ? createBrotliCompress(BROTLI) : createGzip(GZIP);
  // A source that fails ends the answer in the middle, which the client sees as a broken one.
  source.on('error', (error) => encoder.destroy(error));
  encoder.on('close', () => source.destroy());
  return new Response(webStream(source.pipe(encoder)), { headers });
}

type Pieces = AsyncIterator<string | Uint8Array> | Iterator<string | Uint8Array>;

/** The body as far as it is sent whole; and what is left, where it is longer. */
async function begun(
  body: AsyncIterable<string | Uint8Array> | readonly string[]
): Promise<{ start: Uint8Array; rest?: Pieces }> {
  const pieces = Symbol.asyncIterator in body ? body[Symbol.asyncIterator]() : body[Symbol.iterator]();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await pieces.next();
    if (done === true) return { start: joined(parts) };
    const part = typeof value === 'string' ? ENCODER.encode(value) : value;
    parts.push(part);
    length += part.length;
    if (length > WHOLE) return { start: joined(parts), rest: pieces };
  }
}

const joined = (parts: readonly Uint8Array[]): Uint8Array =>
  parts.length === 1 ? parts[0]! : (Buffer.concat(parts) as unknown as Uint8Array);

async function* continued(start: Uint8Array, rest: Pieces): AsyncGenerator<string | Uint8Array> {
  try {
    yield start;
    for (;;) {
      const { done, value } = await rest.next();
      if (done === true) return;
      yield value;
    }
  } finally {
    // Where the client has gone, what makes the answer is to stop too.
    await rest.return?.();
  }
}

const compressed = (bytes: Uint8Array, encoding: Encoding): Uint8Array =>
  (encoding === 'br' ? brotliCompressSync(bytes, BROTLI) : gzipSync(bytes, GZIP)) as unknown as Uint8Array;

const webStream = (stream: Readable): ReadableStream<Uint8Array> =>
  Readable.toWeb(stream) as unknown as ReadableStream<Uint8Array>;

type Encoding = 'br' | 'gzip';

const TAKES: Readonly<Record<Encoding, RegExp>> = { br: taking('br'), gzip: taking('gzip') };

function taking(name: string): RegExp {
  return new RegExp(`(^|[\\s,])${name}\\s*(;\\s*q=(?!0(\\.0+)?\\s*(,|$))[^,]*)?(,|$)`);
}

const encodingFor = (accepted: string): Encoding | undefined =>
  TAKES.br.test(accepted) ? 'br' : TAKES.gzip.test(accepted) ? 'gzip' : undefined;

/** A refusal in CouchDB's form. */
export const refusal = (error: CouchError, headers: Readonly<Record<string, string>> = {}): Response =>
  json(error.status, { error: error.error, reason: error.reason }, headers);
