import { describe, expect, test } from 'vitest';
import type { Benefit } from './benefit.ts';
import { standing, standingOf, yearly } from './standing.ts';

const id = (tail: string): string => tail.padStart(26, '0');
const idOf = (tail: string): string => `benefit:${id('1')}:${id(tail)}`;

/** @param minute when it was written */
const said = (tail: string, minute: number, fields: Partial<Benefit> = {}): Benefit =>
  ({
    _id: idOf(tail),
    v: 1,
    idea: 'idea:' + id('1'),
    by: id('C1'),
    at: `2026-04-10T09:${String(minute).padStart(2, '0')}:00.000Z`,
    state: 'reached',
    on: '2026-04-10',
    how: 'measured',
    ...fields
  }) as Benefit;
const withdrawn = { by: id('C1'), at: '2026-04-11T09:00:00.000Z' };
const ids = (benefits: readonly Benefit[]): string[] => standing(benefits).map(({ _id }) => _id.slice(-2));

describe('what stands', () => {
  test('what nothing replaces, the earliest day first', () => {
    expect(ids([said('A1', 2, { on: '2026-05-01' }), said('A2', 1), said('A3', 0)])).toEqual(['A3', 'A2', 'A1']);
  });

  test('a correction instead of what it corrects, through others too', () => {
    const [a, b, c] = [said('A1', 1), said('A2', 2, { replaces: idOf('A1') }), said('A3', 3, { replaces: idOf('A2') })];
    expect(ids([a, b])).toEqual(['A2']);
    expect(ids([c, a, b])).toEqual(['A3']);
    // One in the middle that was taken back lets nothing before it stand again.
    expect(ids([a, { ...b, withdrawn }, c])).toEqual(['A3']);
    expect(ids([a, b, { ...c, withdrawn }])).toEqual(['A2']);
    expect(ids([a, { ...b, withdrawn }])).toEqual(['A1']);
  });

  test('of two corrections of the same the later, whatever came first here', () => {
    const [a, b, c] = [said('A1', 1), said('A2', 2, { replaces: idOf('A1') }), said('A3', 3, { replaces: idOf('A1') })];
    expect(ids([a, b, c])).toEqual(['A3']);
    expect(ids([c, b, a])).toEqual(['A3']);
    expect(ids([a, b, { ...c, withdrawn }])).toEqual(['A2']);
  });

  test('a clock that goes wrong does not put a correction after what corrects it', () => {
    const [a, b, c] = [
      said('A1', 1),
      said('A2', 50, { replaces: idOf('A1') }),
      said('A3', 3, { replaces: idOf('A2') })
    ];
    expect(ids([a, b, c])).toEqual(['A3']);
  });

  test('one that corrects what is not here', () => {
    expect(ids([said('A2', 2, { replaces: idOf('A1') })])).toEqual(['A2']);
  });

  test('two that replace each other stop nobody', () => {
    expect(standing([said('A1', 1, { replaces: idOf('A2') }), said('A2', 2, { replaces: idOf('A1') })])).toEqual([]);
  });
});

describe('how an idea stands', () => {
  test('a month is a twelfth of a year, and once is once', () => {
    expect(yearly({ amount: 40, per: 'month' })).toBe(480);
    expect(yearly({ amount: 40, per: 'year' })).toBe(40);
    const { reached, planned } = standingOf([
      said('A1', 1, {
        state: 'planned',
        hours: { amount: 500, per: 'year' },
        kronor: { amount: -20_000, per: 'once' }
      }),
      said('A2', 2, { hours: { amount: 40, per: 'month' }, scale: 4 })
    ]);
    expect(planned).toEqual({
      hours: { yearly: 500, once: undefined },
      kronor: { yearly: undefined, once: -20_000 },
      scale: undefined
    });
    expect(reached).toEqual({
      hours: { yearly: 480, once: undefined },
      kronor: { yearly: undefined, once: undefined },
      scale: 4
    });
  });

  test('what was found out last stands, of each by itself', () => {
    const { reached } = standingOf([
      said('A3', 3, { on: '2026-10-01', scale: 5 }),
      said('A1', 1, { on: '2026-04-01', hours: { amount: 10, per: 'month' }, scale: 3 }),
      said('A2', 2, { on: '2026-07-01', hours: { amount: 30, per: 'month' } })
    ]);
    expect(reached).toMatchObject({ hours: { yearly: 360 }, scale: 5 });
  });

  test('what is postponed says nothing', () => {
    expect(standingOf([said('A1', 1, { state: 'postponed', reason: 'Snart.' })]).reached.hours.yearly).toBeUndefined();
  });
});
