import { expect, test } from 'vitest';
import { BUILT_IN } from './builtin.ts';
import { accumulated, amountOf, calculate } from './calculation.ts';

const section = BUILT_IN['nyttokalkyl.1']!.sections[0]!;
const years = [
  { genomforande: 120_000, drift: 10_000, timmar: 200, timkostnad: 350 },
  { drift: 10_000, timmar: 400, timkostnad: 350, besparing: 5_000 },
  {}
];
const row = (id: string) => calculate(section, years).find(({ field }) => field.id === id)!;

test('hours times what they cost, benefits and net follow from what is written', () => {
  expect(row('tidsvarde').amounts).toEqual([70_000, 140_000, 0]);
  expect(row('nytta').amounts).toEqual([70_000, 145_000, 0]);
  expect(row('netto').amounts).toEqual([-60_000, 135_000, 0]);
  expect(row('netto').total).toBe(75_000);
});

test('quantities are added over the years, and prices are not', () => {
  expect(row('timmar').total).toBe(600);
  expect(row('timkostnad').total).toBeUndefined();
});

test('what it has come to goes on from year to year', () => {
  expect(accumulated([-60_000, 135_000, 0])).toEqual([-60_000, 75_000, 75_000]);
});

test('a circle, which no template may have, does not hang', () => {
  const name = 'x';
  const fields = [
    { id: 'a', type: 'number' as const, name, compute: { op: 'sum' as const, of: ['b'] } },
    { id: 'b', type: 'number' as const, name, compute: { op: 'sum' as const, of: ['a'] } }
  ];
  expect(amountOf(fields, 'a', {})).toBe(0);
});
