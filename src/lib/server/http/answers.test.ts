import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { json, jsonBody } from './answers.ts';

const asking = (encoding: string) => new Request('http://localhost', { headers: { 'accept-encoding': encoding } });

async function* pieces(count: number, length: number, end: () => void = () => undefined): AsyncGenerator<string> {
  try {
    for (let index = 0; index < count; index++) yield 'å'.repeat(length);
  } finally {
    end();
  }
}

const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());

describe.each(['whole', 'in pieces'])('an answer %s', (how) => {
  const body = (length: number) => (how === 'whole' ? 'å'.repeat(length) : pieces(10, length / 10));

  test('is sent as it is when it is short, with its length', async () => {
    const response = await jsonBody(asking('gzip, br'), body(100));
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(response.headers.get('content-length')).toBe('200');
    expect((await bytesOf(response)).toString()).toBe('å'.repeat(100));
  });

  test('is compressed when it is longer, with its length while that is known', async () => {
    const response = await jsonBody(asking('gzip, br'), body(2000));
    expect(response.headers.get('content-encoding')).toBe('br');
    const bytes = await bytesOf(response);
    expect(response.headers.get('content-length')).toBe(String(bytes.length));
    expect(brotliDecompressSync(bytes as never).toString()).toBe('å'.repeat(2000));
  });

  test('is sent while it is made when it is long', async () => {
    const response = await jsonBody(asking('gzip;q=0.5'), body(200_000));
    expect(response.headers.get('content-length')).toBeNull();
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync((await bytesOf(response)) as never).toString()).toBe('å'.repeat(200_000));
  });

  test('is not compressed for whoever does not take it', async () => {
    for (const [length, encoding] of [
      [2000, 'br;q=0, gzip;q=0.0'],
      [200_000, '']
    ] as const) {
      const response = await jsonBody(asking(encoding), body(length));
      expect(response.headers.get('content-encoding')).toBeNull();
      expect((await bytesOf(response)).toString()).toBe('å'.repeat(length));
    }
  });
});

test('what makes an answer stops when the client has gone', async () => {
  let hasEnded = false;
  const response = await jsonBody(
    asking('gzip'),
    pieces(1_000_000, 10_000, () => (hasEnded = true))
  );
  const reader = response.body!.getReader();
  await reader.read();
  await reader.cancel();
  await expect.poll(() => hasEnded).toBe(true);
});

test('a source that fails at once is an error and no broken answer', async () => {
  // eslint-disable-next-line require-yield -- it fails before the first piece
  const failing = async function* (): AsyncGenerator<string> {
    throw new Error('no database');
  };
  await expect(jsonBody(asking('gzip'), failing())).rejects.toThrow('no database');
});

test('a small answer says how long it is', () => {
  expect(json(200, { name: 'å' }).headers.get('content-length')).toBe('14');
});
