import { describe, expect, it } from 'vitest';
import { isNew, joinSeen, newsSince, NOTHING_SEEN, readSeen, withRead } from './seen.ts';

const NOW = '2026-11-24T12:00:00.000Z';
const happening = (id: string, at = '2026-11-23T09:00:00.000Z') => ({ id, at });

const many = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    happening('h' + String(index), new Date(Date.UTC(2026, 9, 1) + index * 3_600_000).toISOString())
  );

describe('what is new', () => {
  it('is what has not been read, also when it comes long after it was written', () => {
    const seen = withRead(NOTHING_SEEN, [happening('a')], NOW);
    expect(isNew(happening('a'), seen, NOW)).toBe(false);
    expect(isNew(happening('b'), seen, NOW)).toBe(true);
    expect(isNew(happening('written in the forest', '2026-11-10T09:00:00.000Z'), seen, NOW)).toBe(true);
  });

  it('is nothing that is older than sixty days', () => {
    expect(newsSince(NOTHING_SEEN, NOW)).toBe('2026-09-25T12:00:00.000Z');
    expect(isNew(happening('a', '2026-09-25T11:59:59.000Z'), NOTHING_SEEN, NOW)).toBe(false);
    expect(isNew(happening('a', '2026-09-25T12:00:00.000Z'), NOTHING_SEEN, NOW)).toBe(true);
  });

  it('is what says it happens tomorrow, until it is read', () => {
    const ahead = happening('a', '2026-11-25T09:00:00.000Z');
    expect(isNew(ahead, NOTHING_SEEN, NOW)).toBe(true);
    expect(isNew(ahead, withRead(NOTHING_SEEN, [ahead], NOW), NOW)).toBe(false);
  });
});

describe('what two devices have read', () => {
  it('is all that either has, whichever is asked', () => {
    const [a, b] = [happening('a'), happening('b')].map((each) => withRead(NOTHING_SEEN, [each], NOW));
    for (const both of [joinSeen(a!, b!, NOW), joinSeen(b!, a!, NOW)]) {
      expect(isNew(happening('a'), both, NOW)).toBe(false);
      expect(isNew(happening('b'), both, NOW)).toBe(false);
      expect(isNew(happening('c'), both, NOW)).toBe(true);
    }
    const later = { before: '2026-11-24T00:00:00.000Z', read: {} };
    expect(joinSeen(a!, later, NOW).before).toBe(later.before);
  });
});

describe('what is remembered', () => {
  it('is bounded, and of too many the oldest stay read', () => {
    const all = many(1_200);
    const seen = withRead(NOTHING_SEEN, all, NOW);
    expect(Object.keys(seen.read)).toHaveLength(400);
    expect(all.filter((each) => isNew(each, seen, NOW))).toEqual([]);
    // The next ones are not swallowed.
    expect(isNew(happening('news', NOW), seen, NOW)).toBe(true);
  });

  it('lets go of what is too old to be news', () => {
    const seen = withRead(NOTHING_SEEN, [happening('a', '2026-08-01T09:00:00.000Z'), happening('b')], NOW);
    expect(Object.values(seen.read)).toEqual(['2026-11-23']);
  });
});

describe('what comes from another device', () => {
  it('is read as it was written', () => {
    const seen = withRead(NOTHING_SEEN, [happening('a')], NOW);
    expect(readSeen(JSON.parse(JSON.stringify({ ...seen, _id: '_local/x', _rev: '0-1' })))).toEqual(seen);
  });

  it('is nothing where it is something else, and never hides what is new', () => {
    for (const value of [null, 1, {}, { before: 'zzz', read: {} }, { before: '', read: null }])
      expect(readSeen(value)).toEqual(NOTHING_SEEN);
    expect(readSeen({ before: '', read: { short: '2026-11-24', a1b2c3d4e5f6a7: 3 } }).read).toEqual({});
  });

  it('fits in a person’s own place on the server', () => {
    const seen = withRead(NOTHING_SEEN, many(2_000), NOW);
    expect(JSON.stringify(seen).length).toBeLessThan(14_000);
  });
});
