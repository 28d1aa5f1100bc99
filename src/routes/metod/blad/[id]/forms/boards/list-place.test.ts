import { describe, expect, test } from 'vitest';
import { placeAmong } from './list-place.ts';

const box = (left: number, top: number) => ({ left, top, right: left + 100, bottom: top + 50 });

describe('the place among cards', () => {
  test('under each other: after those whose middle is above', () => {
    const boxes = [box(0, 0), box(0, 60), box(0, 120)];
    expect([10, 40, 90, 200].map((y) => placeAmong(boxes, 5, y))).toEqual([0, 1, 2, 3]);
  });

  test('beside each other: after those whose middle is to the left, one alone too', () => {
    const boxes = [box(0, 0), box(110, 0)];
    expect([10, 80, 300].map((x) => placeAmong(boxes, x, -20, true))).toEqual([0, 1, 2]);
    expect([10, 80].map((x) => placeAmong([box(0, 0)], x, 400, true))).toEqual([0, 1]);
  });

  test('in rows: after the rows above and those to the left', () => {
    const boxes = [box(0, 0), box(110, 0), box(0, 60), box(110, 60)];
    expect(placeAmong(boxes, 5, 10)).toBe(0);
    expect(placeAmong(boxes, 300, 10)).toBe(2);
    expect(placeAmong(boxes, 80, 70)).toBe(3);
    expect(placeAmong(boxes, 5, 500)).toBe(4);
  });

  test('in an empty list it is the first', () => expect(placeAmong([], 5, 5)).toBe(0));
});
