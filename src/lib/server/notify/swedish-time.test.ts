import { describe, expect, test } from 'vitest';
import { swedishDay } from '#lib/domain/workdays.ts';
import { lastInSweden, minuteInSweden, minuteOf, nextInSweden, weekdayOf } from './swedish-time.ts';

const at = (iso: string): number => Date.parse(iso);
const iso = (time: number): string => new Date(time).toISOString();

test('the clock in Sweden, winter and summer', () => {
  expect(minuteInSweden(at('2026-01-10T06:30:00Z'))).toBe(minuteOf('07:30'));
  expect(minuteInSweden(at('2026-07-10T06:30:00Z'))).toBe(minuteOf('08:30'));
  expect(minuteInSweden(at('2026-01-10T23:00:00Z'))).toBe(0);
  expect(weekdayOf(swedishDay('2026-11-22T23:30:00Z'))).toBe(1);
});

describe('the next time the clock shows seven', () => {
  test.each([
    ['before it', '2026-11-24T05:59:59Z', '2026-11-24T06:00:00.000Z'],
    ['on the minute, it is tomorrow', '2026-11-24T06:00:00Z', '2026-11-25T06:00:00.000Z'],
    ['after it', '2026-11-24T12:34:56Z', '2026-11-25T06:00:00.000Z'],
    ['over the night when summer time begins', '2026-03-28T12:00:00Z', '2026-03-29T05:00:00.000Z'],
    ['over the night when it ends', '2026-10-24T12:00:00Z', '2026-10-25T06:00:00.000Z']
  ])('%s', (_name, now, then) => expect(iso(nextInSweden(minuteOf('07:00'), at(now)))).toBe(then));

  test('a time that is not on the clock that night is an hour later', () => {
    expect(iso(nextInSweden(minuteOf('02:30'), at('2026-03-28T20:00:00Z')))).toBe('2026-03-29T01:30:00.000Z');
  });
});

test('the last time it showed seven is never later than now, and never more than a day and an hour ago', () => {
  for (let time = at('2026-03-20T00:00:00Z'); time < at('2026-11-10T00:00:00Z'); time += 3_333_000) {
    const last = lastInSweden(minuteOf('07:00'), time);
    expect(minuteInSweden(last)).toBe(minuteOf('07:00'));
    expect(last).toBeLessThanOrEqual(time);
    expect(time - last).toBeLessThan(25 * 3_600_000);
  }
});
