import { describe, expect, it } from 'vitest';
import { countDue, daysLate, endOfWeek, urgencyOf } from './due.ts';

// 24 November 2026 is a Tuesday.
const TODAY = '2026-11-24';

describe('the week', () => {
  it('ends on its Sunday, also seen from the Sunday and over a new year', () => {
    expect(endOfWeek(TODAY)).toBe('2026-11-29');
    expect(endOfWeek('2026-11-29')).toBe('2026-11-29');
    expect(endOfWeek('2026-11-30')).toBe('2026-12-06');
    expect(endOfWeek('2026-12-31')).toBe('2027-01-03');
  });
});

describe('urgencyOf', () => {
  it.each([
    ['2026-11-23', 'overdue'],
    ['2026-11-24', 'today'],
    ['2026-11-25', 'week'],
    ['2026-11-29', 'week'],
    ['2026-11-30', 'later']
  ])('an answer promised by %s is %s', (due, urgency) => {
    expect(urgencyOf(due, TODAY)).toBe(urgency);
  });
});

describe('daysLate', () => {
  it('counts working days, and never says none of what is late', () => {
    expect(daysLate('2026-11-24', TODAY)).toBe(0);
    expect(daysLate('2026-11-23', TODAY)).toBe(1);
    expect(daysLate('2026-11-20', TODAY)).toBe(2);
    // Promised on a Friday, seen on the Saturday.
    expect(daysLate('2026-11-27', '2026-11-28')).toBe(1);
  });
});

describe('countDue', () => {
  it('leaves out what has no day and what comes after this week', () => {
    const dues = ['2026-11-01', '2026-11-23', '2026-11-24', '2026-11-26', '2026-12-01', undefined];
    expect(countDue(dues, TODAY)).toEqual({ overdue: 2, today: 1, week: 1 });
  });
});
