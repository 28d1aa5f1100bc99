import { describe, expect, test } from 'vitest';
import { curveThrough, feelingAt, heightOf } from './curve.ts';

describe('the curve of feelings', () => {
  test('a feeling has a height, and a height a feeling', () => {
    expect(heightOf(2, -2, 2, 200, 20)).toBe(20);
    expect(heightOf(0, -2, 2, 200, 20)).toBe(100);
    expect(heightOf(-2, -2, 2, 200, 20)).toBe(180);
    for (const value of [-2, -1, 0, 1, 2])
      expect(feelingAt(heightOf(value, -2, 2, 200, 20) + 12, -2, 2, 200, 20)).toBe(value);
  });

  test('what is drawn outside is the greatest or the least', () => {
    expect(feelingAt(-90, -2, 2, 200, 20)).toBe(2);
    expect(feelingAt(900, -2, 2, 200, 20)).toBe(-2);
    expect(Object.is(feelingAt(100, -2, 2, 200, 20), 0)).toBe(true);
  });

  test('goes through every point', () => {
    expect(curveThrough([])).toBe('');
    const path = curveThrough([
      { x: 10, y: 50 },
      { x: 110, y: 20 },
      { x: 210, y: 80 }
    ]);
    expect(path).toMatch(/^M10,50C/);
    expect(path).toMatch(/110,20/);
    expect(path).toMatch(/210,80$/);
  });
});
