import { describe, expect, test } from 'vitest';
import { layRings, placeInRing, type Point, ringAt, ringPath } from './rings.ts';

const CARD = { width: 108, height: 64 };

const overlaps = (spots: readonly Point[]): number =>
  spots.reduce(
    (sum, one, index) =>
      sum +
      spots
        .slice(index + 1)
        .filter(({ x, y }) => Math.abs(x - one.x) < CARD.width - 0.01 && Math.abs(y - one.y) < CARD.height - 0.01)
        .length,
    0
  );

describe('rings', () => {
  for (const [counts, widths] of [
    [
      [0, 0, 0],
      [520, 760, 1100]
    ],
    [
      [1, 3, 5],
      [520, 760, 1100]
    ],
    [
      [4, 9, 12],
      [520, 760, 1100]
    ],
    [
      [20, 80, 100],
      [1100, 1600]
    ],
    [
      [100, 0, 100],
      [1100, 1600]
    ]
  ] as const)
    for (const width of widths)
      test(`${counts.join(', ')} cards on ${width} px lie each in its ring and none on another`, () => {
        const layout = layRings(counts, width, CARD)!;
        expect(layout.spots.map((ring) => ring.length)).toEqual(counts);
        expect(overlaps(layout.spots.flat())).toBe(0);
        for (const [ring, spots] of layout.spots.entries())
          for (const { x, y } of spots) {
            const corners = [-1, 1].flatMap((right) =>
              [-1, 1].map((down) => ({ x: x + (right * CARD.width) / 2, y: y + (down * CARD.height) / 2 }))
            );
            expect(corners.map((corner) => ringAt(layout, corner))).toEqual(Array(4).fill(ring));
          }
      });

  test('two hundred cards are laid out within a moment', () => {
    const took = Array.from({ length: 5 }, () => {
      const start = performance.now();
      layRings([30, 70, 100], 1100, CARD);
      return performance.now() - start;
    });
    // The best of them: a machine that is busy with other things says nothing of this.
    expect(Math.min(...took)).toBeLessThan(200);
  });

  test('where a card is let go says ring and place', () => {
    const layout = layRings([2, 5, 8], 760, CARD)!;
    for (const [ring, spots] of layout.spots.entries())
      for (const [index, spot] of spots.entries()) {
        expect(ringAt(layout, spot)).toBe(ring);
        // Let go where it lay, a card comes back to its own place.
        expect(placeInRing(layout, ring, spot, index)).toBe(index);
      }
    expect(ringAt(layout, { x: 0, y: 0 })).toBe(0);
    expect(ringAt(layout, { x: 9999, y: 0 })).toBe(2);
  });

  test('a template with one ring or eight has its cards too', () => {
    expect(layRings([7], 700, CARD)!.spots[0]).toHaveLength(7);
    const eight = layRings([1, 1, 1, 1, 1, 1, 1, 1], 1100, CARD)!;
    expect(eight.spots.every((ring) => ring.length === 1)).toBe(true);
  });
});

test('the edge of a ring is where its cards end and the next begin', () => {
  const layout = layRings([2, 5, 8], 760, CARD)!;
  for (const ring of [0, 1, 2]) {
    const numbers = ringPath(layout, ring)
      .match(/[\d.]+/g)!
      .map(Number);
    for (let at = 0; at < numbers.length; at += 2) {
      const [x, y] = [numbers[at]! - layout.width / 2, numbers[at + 1]! - layout.height / 2];
      expect(ringAt(layout, { x: x * 0.99, y: y * 0.99 })).toBe(ring);
      if (ring < 2) expect(ringAt(layout, { x: x * 1.01, y: y * 1.01 })).toBe(ring + 1);
    }
  }
});

test('a map too narrow for its cards is none, and one so high that it is no map', () => {
  expect(layRings([5, 5, 5], 260, CARD)).toBeUndefined();
  expect(layRings([40, 60, 100], 520, CARD)).toBeUndefined();
});
