import { describe, expect, test } from 'vitest';
import { daysOf, faultOfDays, monthsOf } from './view.ts';

describe('a period', () => {
  test.each([
    ['12-manader', { from: '2025-12-01', to: '2026-11-24' }],
    ['3-manader', { from: '2026-09-01', to: '2026-11-24' }],
    ['i-ar', { from: '2026-01-01', to: '2026-11-24' }],
    ['forra-aret', { from: '2025-01-01', to: '2025-12-31' }]
  ] as const)('%s is %j', (period, days) => expect(daysOf(period, '2026-11-24')).toEqual(days));

  test('has its months in order, over a new year too', () =>
    expect(monthsOf({ from: '2025-11-30', to: '2026-02-01' })).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']));

  test.each([
    ['2026-01-01', '2026-01-01', undefined],
    ['2025-01-01', '2026-12-31', undefined],
    ['2026-01-02', '2026-01-01', 'order'],
    ['2024-12-31', '2026-12-31', 'long'],
    ['', '2026-01-01', 'from'],
    ['2026-02-30', '2026-03-01', 'from'],
    ['2026-01-01', 'i dag', 'to'],
    ['2026-01-01', '226-01-01', 'to']
  ])('from %j to %j: %s', (from, to, fault) => expect(faultOfDays(from, to)).toBe(fault));
});
