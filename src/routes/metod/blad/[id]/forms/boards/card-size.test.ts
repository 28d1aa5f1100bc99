import { expect, test } from 'vitest';
import { cardOn } from './card-size.ts';

test('cards are smaller where many lie on a narrow board, and never too small to press', () => {
  const widths = [1, 20, 60, 200].map((count) => cardOn(780, count).width);
  expect(widths).toEqual([...widths].sort((a, b) => b - a));
  expect(widths[0]).toBeGreaterThan(widths.at(-1)!);
  expect(cardOn(1100, 20).width).toBeGreaterThan(cardOn(780, 20).width);
  for (const width of [320, 780, 1180]) expect(cardOn(width, 500).height).toBeGreaterThanOrEqual(44);
});
