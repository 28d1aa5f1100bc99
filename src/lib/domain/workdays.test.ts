import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addWorkdays, holidaysOf, isWorkday, swedishDay, workdaysBetween } from './workdays.ts';

describe('Swedish working days', () => {
  // Almanackan's days: those of 2026 and 2027 that fall on a weekday.
  test.each([
    ['2026-01-01', 'nyårsdagen'],
    ['2026-01-06', 'trettondedag jul'],
    ['2026-04-03', 'långfredagen'],
    ['2026-04-06', 'annandag påsk'],
    ['2026-05-01', 'första maj'],
    ['2026-05-14', 'Kristi himmelsfärdsdag'],
    ['2026-06-19', 'midsommarafton'],
    ['2026-12-24', 'julafton'],
    ['2026-12-25', 'juldagen'],
    ['2026-12-31', 'nyårsafton'],
    ['2027-03-26', 'långfredagen'],
    ['2027-03-29', 'annandag påsk'],
    ['2027-05-06', 'Kristi himmelsfärdsdag'],
    ['2027-06-25', 'midsommarafton'],
    ['2038-04-26', 'annandag påsk, så sent den kan bli']
  ])('%s is %s', (day) => expect(isWorkday(day)).toBe(false));

  test('an ordinary Monday is a working day, a Saturday is not', () => {
    expect(isWorkday('2026-11-23')).toBe(true);
    expect(isWorkday('2026-11-28')).toBe(false);
  });

  test('ten working days after 14 December 2026 pass over Christmas and Epiphany', () =>
    expect(addWorkdays('2026-12-14', 10)).toBe('2026-12-30'));

  test('a year has its twelve days', () => expect(holidaysOf(2026).size).toBe(12));

  test('an evening in UTC is the next day in Sweden', () => {
    expect(swedishDay('2026-07-01T22:30:00.000Z')).toBe('2026-07-02');
    expect(swedishDay('2026-12-01T22:30:00.000Z')).toBe('2026-12-01');
  });

  test('counting days between is the inverse of adding them', () => {
    const start = fc
      .integer({ min: 0, max: 3000 })
      .map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 60 }), (day, count) => {
        const end = addWorkdays(day, count);
        expect(isWorkday(end)).toBe(true);
        expect(workdaysBetween(day, end)).toBe(count);
        expect(workdaysBetween(end, day)).toBe(-count);
      })
    );
  });

  test('counting over years is counting day by day', () => {
    const anyDay = fc
      .integer({ min: 0, max: 4000 })
      .map((n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        let count = 0;
        for (let time = Date.parse(from) + 86_400_000; time <= Date.parse(to); time += 86_400_000)
          if (isWorkday(new Date(time).toISOString().slice(0, 10))) count += 1;
        expect(workdaysBetween(from, to)).toBe(count);
      }),
      { numRuns: 50 }
    );
  });
});
