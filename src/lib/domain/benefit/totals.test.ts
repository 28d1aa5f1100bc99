import { expect, test } from 'vitest';
import type { Gain, Standing } from './standing.ts';
import { totalsBy, totalsOf } from './totals.ts';

const none = { yearly: undefined, once: undefined };
const gain = (hours?: number, kronor?: number, scale?: number): Gain => ({
  hours: { yearly: hours, once: undefined },
  kronor: { yearly: undefined, once: kronor },
  scale
});
const idea = (planned: Gain, reached: Gain): Standing => ({ planned, reached });

test('what is planned and reached is summed, and compared only where both are known', () => {
  const totals = totalsOf([
    idea(gain(100, -5000), gain(80, undefined, 4)),
    idea(gain(400), gain()),
    idea(gain(), gain(30, 2000, 5))
  ]);
  expect(totals).toEqual({
    ideas: 3,
    hours: {
      planned: { yearly: 500, once: undefined },
      reached: { yearly: 110, once: undefined },
      difference: { yearly: -20, once: undefined }
    },
    kronor: {
      planned: { yearly: undefined, once: -5000 },
      reached: { yearly: undefined, once: 2000 },
      difference: { yearly: undefined, once: undefined }
    },
    scale: 4.5
  });
});

test('what nobody knows is not zero, and zero is known', () => {
  expect(totalsOf([])).toMatchObject({ ideas: 0, hours: { planned: none, difference: none }, scale: undefined });
  expect(totalsOf([idea({ hours: none, kronor: none, scale: undefined }, gain())]).scale).toBeUndefined();
  expect(totalsOf([idea(gain(0), gain(0))]).hours.difference.yearly).toBe(0);
});

test('by what they share, in the order they come', () => {
  const ideas = [
    { unit: 'norr', ...idea(gain(1), gain()) },
    { unit: 'syd', ...idea(gain(2), gain()) },
    { unit: 'norr', ...idea(gain(4), gain()) }
  ];
  const totals = totalsBy(ideas, ({ unit }) => unit);
  expect([...totals].map(([unit, { hours }]) => [unit, hours.planned.yearly])).toEqual([
    ['norr', 5],
    ['syd', 2]
  ]);
});
