import { describe, expect, test } from 'vitest';
import { localTime, momentOf } from './local-time.ts';

describe('a moment in the fields of a form', () => {
  test('comes back as the same moment, summer and winter', () => {
    for (const moment of ['2026-01-15T08:05:00.000Z', '2026-07-15T22:55:00.000Z', '2026-12-31T23:30:00.000Z'])
      expect(momentOf(localTime(moment))).toBe(moment);
  });

  test('is none where a field is empty, or says a day that does not exist', () => {
    for (const [date, time] of [
      ['', '08:00'],
      ['2026-12-01', ''],
      ['2026-02-30', '08:00'],
      ['2026-12-01', '25:00'],
      ['1926-12-01', '08:00'],
      ['12026-12-01', '08:00']
    ] as const)
      expect(momentOf({ date, time })).toBeUndefined();
  });
});
