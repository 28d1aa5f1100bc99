import { describe, expect, test } from 'vitest';
import type { PaperCard } from './card.ts';
import { drawRings, layRings } from './rings.ts';
import { cardSaying, measure, wordsIn } from './testing.ts';

const SIZE = { width: 120, height: 60 };

describe('rings on paper', () => {
  test.each([[[1, 1, 1]], [[0, 0, 0]], [[4, 8, 12]], [[20, 20, 20]], [[60, 0, 0]], [[0, 0, 60]], [[5, 5, 5, 5, 5]]])(
    'with %j cards are circles that grow outwards, every card within its own and on no other',
    (counts) => {
      const { radii, spots } = layRings(
        counts,
        counts.map(() => SIZE),
        350
      );
      expect([...radii].sort((a, b) => a - b)).toEqual(radii);
      expect(spots.map((ring) => ring.length)).toEqual(counts);
      const placed = spots.flatMap((ring, index) => ring.map((spot) => ({ ...spot, ring: index })));
      for (const { x, y, ring } of placed) {
        const corners = [-1, 1].flatMap((h) => [-1, 1].map((v) => Math.hypot(x + (h * 120) / 2, y + (v * 60) / 2)));
        expect(Math.max(...corners)).toBeLessThanOrEqual(radii[ring]!);
        const nearest = Math.hypot(Math.max(0, Math.abs(x) - 60), Math.max(0, Math.abs(y) - 30));
        expect(nearest).toBeGreaterThanOrEqual(radii[ring - 1] ?? 0);
      }
      for (const [index, one] of placed.entries())
        for (const other of placed.slice(index + 1))
          expect(Math.abs(one.x - other.x) >= 120 || Math.abs(one.y - other.y) >= 60).toBe(true);
    }
  );

  test('sixty cards with long words are all there, whole or with a number where they are told in full', () => {
    const zones = ['a', 'b', 'c'].map((id) => ({ id, name: 'Ring ' + id }));
    const cards = Array.from({ length: 60 }, (_, index): PaperCard => ({
      ...cardSaying(`Undersköterskeutbildningssamordningsansvarig nummer ${index}`),
      id: String(index),
      zone: zones[index % 3]!.id
    }));
    const long = { ...cardSaying('Ord '.repeat(200)), id: 'lång', zone: 'a' };
    const { drawings, cut } = drawRings(zones, [...cards, long], { width: 700, height: 900 }, measure);
    expect(drawings).toHaveLength(1);
    const said = wordsIn(drawings[0]!);
    for (const { heading } of cards) expect(said).toContain(heading.replace(/\s/g, ''));
    expect([...cut]).toEqual([['lång', 1]]);
    for (const { name } of zones) expect(said).toContain(name.replace(' ', ''));
  });
});
