import { describe, expect, test } from 'vitest';
import type { Envelope } from '#lib/domain/kind.ts';
import { KIND_NAMES } from '#lib/domain/registry.ts';
import { check, parseRefusal, refusalText } from '#lib/domain/rules.ts';
import { actorOf } from './cast.ts';
import { CASES } from './cases.ts';

const named = CASES.map((row) => [`${row.name} → ${row.expected}`, row] as const);

describe('the table itself', () => {
  test('has at least 120 cases, each named once, and touches every kind', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(120);
    expect(CASES.map((row) => row.name).filter((name, index, all) => all.indexOf(name) !== index)).toEqual([]);
    const kinds = new Set(
      CASES.filter((row) => row.expected === 'ok').map((row) => String(row.next['_id']).split(':')[0])
    );
    expect(KIND_NAMES.filter((name) => !kinds.has(name))).toEqual([]);
  });
});

describe('check, as the device and the embedded server call it', () => {
  test.each(named)('%s', (_name, row) => {
    const result = check(
      row.next as unknown as Envelope,
      row.previous as Envelope | null,
      actorOf(row.player, row.space)
    );
    expect(result.ok ? 'ok' : refusalText(result.error)).toBe(row.expected);
  });

  test('every refusal in the table survives its trip as text', () => {
    for (const { expected } of CASES) {
      if (expected === 'ok') continue;
      expect(refusalText(parseRefusal(expected))).toBe(expected);
    }
  });
});
