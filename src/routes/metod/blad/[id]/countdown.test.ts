import { describe, expect, test } from 'vitest';
import { at, begun, clockOf, leftOf, paused, prolonged, readCountdown, resumed } from './countdown.ts';

const NOW = 1_000_000;
const five = begun(5, NOW);

describe('a countdown', () => {
  test('runs down, and is over when its end has come', () => {
    expect(leftOf(five, NOW + 60_000)).toBe(240_000);
    expect(at(five, NOW + 299_999).is).toBe('running');
    expect(at(five, NOW + 300_000).is).toBe('over');
    // A tablet that slept wakes up after the end.
    expect(leftOf(five, NOW + 999_000)).toBe(0);
  });

  test('rests without losing time, and goes on', () => {
    const rest = paused(five, NOW + 60_000);
    expect(at(rest, NOW + 9_000_000).is).toBe('paused');
    expect(leftOf(rest, NOW + 9_000_000)).toBe(240_000);
    const on = resumed(rest, NOW + 100_000);
    expect(leftOf(on, NOW + 130_000)).toBe(210_000);
  });

  test('is given a minute more while it runs, rests or is over', () => {
    expect(leftOf(prolonged(five, NOW + 60_000), NOW + 60_000)).toBe(300_000);
    expect(leftOf(prolonged(paused(five, NOW), NOW), NOW)).toBe(360_000);
    const again = prolonged(at(five, NOW + 400_000), NOW + 400_000);
    expect(again.is).toBe('running');
    expect(leftOf(again, NOW + 400_000)).toBe(60_000);
  });

  test('is shown in minutes and seconds', () => {
    expect([300_000, 299_001, 61_000, 1, 0].map(clockOf)).toEqual(['5:00', '5:00', '1:01', '0:01', '0:00']);
  });

  test('is read as it was written, and nothing else is', () => {
    for (const one of [five, paused(five, NOW), at(five, NOW + 300_000)])
      expect(readCountdown(JSON.stringify(one))).toEqual(one);
    for (const text of [null, '', '{}', 'null', '{"is":"running","whole":1}'])
      expect(readCountdown(text)).toBeUndefined();
  });
});
