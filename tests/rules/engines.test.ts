import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brotliCompressSync } from 'node:zlib';
import { bundleRules } from '../../scripts/rules-bundle.ts';
import { CASES } from './cases.ts';
import { like } from './cast.ts';
import { bareEngine, type Engine, quickEngine, rewritten } from './engines.ts';

const source = await bundleRules();
const named = CASES.map((row) => [`${row.name} → ${row.expected}`, row] as const);

describe('the design document’s source', () => {
  test('is one anonymous function, without what CouchDB’s engines refuse', () => {
    expect(source).toMatch(/^function\s*\(newDoc,\s*oldDoc,\s*userCtx,\s*secObj\)/);
    expect(source).not.toMatch(/\?\.[^\d]|\?\?|\bimport\b|\bexport\b|catch\s*\{/);
    expect(source).not.toMatch(/\b(Intl|Promise|localeCompare|Uint8Array)\b|\.normalize\(/);
  });

  test('is small: the whole of it is stored in every space and sent to every worker', () => {
    console.log(`rules bundle: ${source.length} characters, ${brotliCompressSync(source).length} bytes brotli`);
    expect(source.length).toBeLessThan(80_000);
  });

  test('tells a caller without a name to sign in', () => {
    const validate = new Function(`return ${source}`)() as (...args: unknown[]) => void;
    expect(() => validate(like('idea'), null, { name: null, roles: [], db: 'uddevalla' }, {})).toThrow(
      expect.objectContaining({ unauthorized: 'sign-in' }) as Error
    );
  });
});

const engines: readonly (readonly [name: string, make: () => Engine | Promise<Engine>])[] = [
  ['a bare context with the portable subset', () => bareEngine(source)],
  ['the same, read and written again as SpiderMonkey’s rewriter does', () => bareEngine(rewritten(source))],
  ['QuickJS', () => quickEngine(source)]
];

describe.each(engines)('the bundled rules in %s', (_name, make) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await make();
  });
  afterAll(() => (engine as { dispose?: () => void }).dispose?.());

  test.each(named)('%s', (_name, row) => {
    expect(engine.verdict(row.next, row.previous, row.player, row.space)).toBe(row.expected);
  });
});
