import { describe, expect, test } from 'vitest';
import { VALUE_MAX } from '#lib/domain/methods/entry.ts';
import { outlinePath, pieces, POINTS_MAX, readStroke, thinned, writeStroke } from './strokes.ts';

const points = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ x: (index * 7) % 1001, y: (index * 13) % 751, pressure: 0.5 }));

describe('strokes', () => {
  test('are written in letters alone and read back as they were', () => {
    const drawn = points(300);
    const text = writeStroke(drawn);
    expect(text).toMatch(/^[a-zA-F]+$/);
    const read = readStroke(text);
    expect(read.map(({ x, y }) => [x, y])).toEqual(drawn.map(({ x, y }) => [x, y]));
    expect(read[0]!.pressure).toBeCloseTo(0.5, 1);
  });

  test('what somebody else has written there is no stroke', () => {
    expect(readStroke('12345 6789')).toEqual([]);
    expect(readStroke('abc')).toEqual([]);
  });

  test('points on each other are one, and the last is kept', () => {
    const drawn = [
      { x: 0, y: 0, pressure: 0.5 },
      { x: 1, y: 0, pressure: 0.5 },
      { x: 9, y: 0, pressure: 0.5 },
      { x: 10, y: 0, pressure: 0.5 }
    ];
    expect(thinned(drawn).map(({ x }) => x)).toEqual([0, 9, 10]);
    expect(thinned([drawn[0]!])).toHaveLength(1);
  });

  test('a long stroke goes on where it ended, and each piece fits in a value', () => {
    const drawn = points(3000);
    const found = pieces(drawn);
    expect(found.length).toBe(3);
    expect(found.every((piece) => piece.length <= POINTS_MAX && writeStroke(piece).length <= VALUE_MAX)).toBe(true);
    expect(found[1]![0]).toEqual(found[0]!.at(-1));
    expect(found.flatMap((piece, index) => (index === 0 ? piece : piece.slice(1)))).toEqual(drawn);
    expect(pieces(points(1))).toEqual([points(1)]);
  });

  test('an outline is a closed path', () => {
    expect(outlinePath([])).toBe('');
    expect(
      outlinePath([
        [0, 0],
        [10, 0],
        [10, 10]
      ])
    ).toMatch(/^M0\.0 0\.0Q.*Z$/);
  });
});
