import { describe, expect, it } from 'vitest';
import type { Because, Happening, HappeningType } from './happening.ts';
import { countByType, dayBack, linesOf, weekBack, within } from './lines.ts';

const NOW = '2026-11-24T12:00:00.000Z';
let made = 0;
const happening = (type: HappeningType, at: string, place: Partial<Happening> = { idea: 'idea:A' }): Happening => ({
  id: String(made++),
  type,
  at,
  subject: 'comment:A:' + String(made),
  because: 'author' as Because,
  ...place
});

describe('lines', () => {
  it('gather a day’s happenings about an idea, the last line first', () => {
    const list = [
      happening('commented', '2026-11-24T10:00:00.000Z'),
      happening('commented', '2026-11-24T09:00:00.000Z', { idea: 'idea:B' }),
      happening('answered', '2026-11-24T08:00:00.000Z'),
      happening('commented', '2026-11-23T10:00:00.000Z')
    ];
    expect(linesOf(list, NOW).map(({ day, place, happenings }) => [day, place, happenings.length])).toEqual([
      ['2026-11-24', 'idea:A', 2],
      ['2026-11-24', 'idea:B', 1],
      ['2026-11-23', 'idea:A', 1]
    ]);
    expect(new Set(linesOf(list, NOW).map(({ key }) => key)).size).toBe(3);
  });

  it('go by the day in Sweden', () => {
    expect(linesOf([happening('commented', '2026-11-23T23:30:00.000Z')], NOW)[0]!.day).toBe('2026-11-24');
  });

  it('are one for all the answers that a coach is late with, and one for those that are soon due', () => {
    const late = (idea: string, type: HappeningType = 'overdue') =>
      happening(type, '2026-11-24T05:00:00.000Z', { idea, subject: idea, because: 'coach' });
    const lines = linesOf([late('idea:A'), late('idea:B'), late('idea:C', 'dueSoon')], NOW);
    expect(lines.map(({ place, happenings }) => [place, happenings.length])).toEqual([
      ['answers overdue', 2],
      ['answers dueSoon', 1]
    ]);
    const own = happening('overdue', '2026-11-24T05:00:00.000Z', { idea: 'idea:A', because: 'author' });
    expect(linesOf([own], NOW)[0]!.place).toBe('idea:A');
  });

  it('put what is about no idea at its document, and what comes from the future today', () => {
    const opened = happening('challengeOpened', '2027-01-01T05:00:00.000Z', { subject: 'challenge:C' });
    expect(linesOf([opened], NOW)).toMatchObject([{ day: '2026-11-24', place: 'challenge:C' }]);
  });
});

it('counts by type in the order that types are shown in', () => {
  const list = (['commented', 'answered', 'commented'] as const).map((type) => happening(type, NOW));
  expect(countByType(list)).toEqual([
    ['answered', 1],
    ['commented', 2]
  ]);
  expect(countByType([])).toEqual([]);
});

describe('periods', () => {
  it('are days back, and weeks from Monday to Sunday', () => {
    expect(dayBack('2026-11-24', 1)).toEqual({ from: '2026-11-23', to: '2026-11-23' });
    expect(weekBack('2026-11-24', 0)).toEqual({ from: '2026-11-23', to: '2026-11-29' });
    expect(weekBack('2026-11-29', 0)).toEqual({ from: '2026-11-23', to: '2026-11-29' });
    expect(weekBack('2026-11-23', 1)).toEqual({ from: '2026-11-16', to: '2026-11-22' });
  });

  it('hold what happened on their days in Sweden, both ends with it', () => {
    const [before, first, last, after] = [
      '2026-11-22T22:59:00.000Z',
      '2026-11-22T23:00:00.000Z',
      '2026-11-23T22:59:00.000Z',
      '2026-11-23T23:00:00.000Z'
    ].map((at) => happening('commented', at));
    expect(within([before!, first!, last!, after!], dayBack('2026-11-24', 1))).toEqual([first, last]);
  });
});
