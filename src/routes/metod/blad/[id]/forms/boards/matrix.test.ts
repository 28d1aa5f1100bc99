import { describe, expect, test } from 'vitest';
import { cornerOf, cornerSpot, layMatrix, matrixHeight, nudged, spotAt } from './matrix.ts';

const CARD = { width: 140, height: 70 };

describe('a board with two axes', () => {
  test('has four corners, and a card in the middle of each', () => {
    expect([0, 1, 2, 3].map((corner) => cornerOf(cornerSpot(corner)))).toEqual([0, 1, 2, 3]);
    expect(cornerOf({ x: 0, y: 1000 })).toBe(0);
  });

  test('a point is a spot and a spot a point', () => {
    expect(spotAt(0, 0, 800, 600)).toEqual({ x: 0, y: 1000 });
    expect(spotAt(800, 600, 800, 600)).toEqual({ x: 1000, y: 0 });
    expect(spotAt(-50, 900, 800, 600)).toEqual({ x: 0, y: 0 });
    const [laid] = layMatrix([{ id: 'a', x: 250, y: 250 }], 800, 600, CARD);
    expect(laid).toEqual({ id: 'a', left: 200, top: 450 });
  });

  test('steps stay on the board', () => {
    expect(nudged({ x: 980, y: 20 }, 50, -50)).toEqual({ x: 1000, y: 0 });
  });

  for (const count of [2, 40, 200])
    test(`${count} cards on one spot lie beside each other, in their corner`, () => {
      const cards = Array.from({ length: count }, (_, index) => ({ id: String(index), x: 700, y: 800 }));
      const height = matrixHeight(cards, 760, CARD, 600);
      const laid = layMatrix(cards, 760, height, CARD);
      for (const [index, one] of laid.entries()) {
        expect(one.left).toBeGreaterThan(380);
        expect(one.top).toBeLessThan(height / 2);
        for (const other of laid.slice(index + 1))
          expect(Math.abs(one.left - other.left) >= CARD.width || Math.abs(one.top - other.top) >= CARD.height).toBe(
            true
          );
      }
    });

  test('where a few cards lie askew, one more finds the room there is', () => {
    const cards = [
      [150, 900],
      [200, 700],
      [400, 640],
      [300, 820],
      [330, 610]
    ].map(([x, y], index) => ({ id: String(index), x: x!, y: y! }));
    const card = { width: 118, height: 84 };
    const laid = layMatrix(cards, 508, matrixHeight(cards, 508, card, 560), card);
    for (const [index, one] of laid.entries())
      for (const other of laid.slice(index + 1))
        expect(Math.abs(one.left - other.left) >= card.width || Math.abs(one.top - other.top) >= card.height).toBe(
          true
        );
  });
});
