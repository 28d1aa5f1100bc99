import { describe, expect, test } from 'vitest';
import type { Benefit } from '../benefit/benefit.ts';
import { standingOf } from '../benefit/standing.ts';
import { answeringOf } from '../ideas/answering.ts';
import type { Decision } from '../ideas/decision.ts';
import type { Idea } from '../ideas/idea.ts';
import type { Stage } from '../ideas/stages.ts';
import { factsOf, type IdeaFacts } from './facts.ts';
import { medianOf, overviewOf, quantileOf } from './measures.ts';
import type { View } from './view.ts';

const NOW = '2026-11-24T12:00:00.000Z';
const TODAY = '2026-11-24';
const VIEW: View = { from: '2026-09-01', to: TODAY, unit: undefined, today: TODAY };
const noon = (day: string): string => day + 'T11:00:00.000Z';

/** An idea left on a day that has come to stages on days; each decision follows the one before. */
function idea(
  id: string,
  left: string,
  steps: readonly (readonly [stage: Stage, day: string])[] = [],
  more: { unit?: string; answerBy?: string; isMerged?: boolean } = {}
): IdeaFacts {
  const { unit = 'unit:A', answerBy, isMerged = false } = more;
  const document = { _id: id, by: 'x', at: noon(left), ...(answerBy === undefined ? {} : { answerBy }) } as Idea;
  const decisions = steps.map(
    ([to, day], index) =>
      ({
        _id: `decision:${id}:${index}`,
        idea: id,
        by: 'c',
        at: noon(day),
        to,
        follows: index === 0 ? [] : [`decision:${id}:${index - 1}`]
      }) as unknown as Decision
  );
  return factsOf(document, decisions, answeringOf(document, decisions, [], 10, NOW), { unit, isMerged });
}

const count = (...facts: IdeaFacts[]) => overviewOf(facts, VIEW);
const months = ['2026-09', '2026-10', '2026-11'];

describe('what the pictures count', () => {
  test('the funnel counts an idea once at each step it came to or passed by, when it first did', () => {
    const { funnel } = count(
      idea('a', '2026-09-10'),
      // Left before the period, received in it.
      idea('b', '2026-08-20', [['mottagen', '2026-09-02']]),
      // Passes by Mottagen and Testas, goes back and comes again.
      idea('c', '2026-09-10', [
        ['bedoms', '2026-09-14'],
        ['utvecklas', '2026-09-21'],
        ['infors', '2026-10-05'],
        ['testas', '2026-10-12'],
        ['infors', '2026-10-19']
      ]),
      // Aside, and then closed: it came no further than it was left.
      idea('d', '2026-10-01', [['avslutad', '2026-10-02']])
    );
    expect(Object.fromEntries(funnel.map(({ stage, count: reached }) => [stage, reached]))).toEqual({
      ny: 3,
      mottagen: 2,
      bedoms: 1,
      utvecklas: 1,
      testas: 1,
      infors: 1,
      'i-drift': 0
    });
  });

  test('time in a stage is working days, of those that left it in the period; those still there are counted apart', () => {
    const { times } = count(
      // Monday to Friday, Monday to Monday, Friday to Monday: 4, 5 and 1.
      idea('a', '2026-09-07', [['mottagen', '2026-09-11']]),
      idea('b', '2026-09-07', [['mottagen', '2026-09-14']]),
      idea('c', '2026-09-11', [['mottagen', '2026-09-14']]),
      // Left the stage before the period.
      idea('d', '2026-06-01', [['mottagen', '2026-08-31']]),
      // Friday to Tuesday, and still there.
      idea('e', '2026-11-20')
    );
    expect(times.find(({ stage }) => stage === 'ny')).toEqual({
      stage: 'ny',
      count: 3,
      median: 4,
      p90: 5,
      here: 1,
      longest: 2
    });
    expect(times.find(({ stage }) => stage === 'mottagen')).toMatchObject({
      count: 0,
      median: undefined,
      p90: undefined,
      here: 4,
      // 1 September to 24 November 2026: twelve weeks of five days, no holiday on a weekday; 31 August is a Monday.
      longest: 61
    });
  });

  test('an answer is in time on its day, and late the day after; a day that has not passed counts as neither', () => {
    const promised = { answerBy: '2026-10-30' };
    const { answers, now } = count(
      idea('on the day', '2026-10-16', [['bedoms', '2026-10-30']], promised),
      idea('the day after', '2026-10-16', [['bedoms', '2026-10-31']], promised),
      idea('not yet', '2026-10-16', [['mottagen', '2026-10-17']], promised),
      idea('today', '2026-11-10', [], { answerBy: TODAY }),
      idea('ahead', '2026-11-20', [['bedoms', '2026-11-21']], { answerBy: '2026-12-04' }),
      idea('author is asked', '2026-10-16', [['komplettering', '2026-10-19']], promised),
      idea('lives on in another', '2026-10-16', [], { ...promised, isMerged: true })
    );
    expect(answers).toEqual([
      { month: '2026-09', inTime: 0, late: 0 },
      { month: '2026-10', inTime: 1, late: 2 },
      { month: '2026-11', inTime: 0, late: 0 }
    ]);
    expect(now).toMatchObject({ waiting: 2, overdue: 1 });
  });

  test('units are counted by month, the one that has left most first', () => {
    const counted = count(
      idea('a', '2026-10-01', [], { unit: 'unit:B' }),
      idea('b', '2026-11-01', [], { unit: 'unit:B' }),
      idea('c', '2026-11-24', [], { unit: '' }),
      idea('d', '2026-08-31')
    );
    expect(counted.months).toEqual(months);
    expect(counted.units).toEqual([
      { unit: 'unit:B', counts: [0, 1, 1], total: 2 },
      { unit: '', counts: [0, 0, 1], total: 1 }
    ]);
  });

  test('taken forward, introduced and closed are counted in their months', () => {
    const { forward, introduced, closed, now } = count(
      idea('a', '2026-01-05', [
        ['utvecklas', '2026-09-07'],
        ['infors', '2026-11-02'],
        ['i-drift', '2026-11-20']
      ]),
      // Introduced at once has also been taken forward.
      idea('b', '2026-09-05', [['infors', '2026-10-05']]),
      // Introduced last year, and taken up again.
      idea('c', '2025-01-05', [
        ['infors', '2025-03-05'],
        ['testas', '2026-10-05'],
        ['infors', '2026-10-15']
      ]),
      // Closed, opened and closed again: in each month once.
      idea('d', '2026-09-05', [
        ['avslutad', '2026-09-07'],
        ['mottagen', '2026-10-08'],
        ['avslutad', '2026-10-09']
      ])
    );
    const counts = (list: typeof forward) => list.map((each) => each.count);
    expect(counts(forward)).toEqual([1, 1, 0]);
    expect(counts(introduced)).toEqual([0, 1, 1]);
    expect(counts(closed)).toEqual([1, 1, 0]);
    expect(now.introducedThisYear).toBe(2);
  });

  test('benefit is the sum of what each idea is meant to give, and of what was last found out', () => {
    const said = (state: 'planned' | 'reached', id: string, fields: object) =>
      ({ _id: 'benefit:' + id, state, at: noon(TODAY), on: TODAY, ...fields }) as unknown as Benefit;
    const withBenefit = (name: string, ...benefits: Benefit[]): IdeaFacts => ({
      ...idea(name, '2020-01-05'),
      benefit: standingOf(benefits)
    });
    const { benefit } = count(
      withBenefit(
        'a',
        said('planned', '1', { hours: { amount: 10, per: 'month' }, kronor: { amount: 5000, per: 'once' } }),
        said('reached', '2', { hours: { amount: 80, per: 'year' }, on: '2026-06-01' }),
        said('reached', '3', { hours: { amount: 90, per: 'year' } }),
        said('reached', '4', { hours: { amount: 900, per: 'year' }, withdrawn: { by: 'c', at: NOW } })
      ),
      withBenefit('b', said('reached', '5', { hours: { amount: -20, per: 'year' } })),
      idea('c', '2026-09-01')
    );
    expect(benefit).toMatchObject({
      hours: { planned: { yearly: 120, once: undefined }, reached: { yearly: 70, once: undefined } },
      kronor: { planned: { yearly: undefined, once: 5000 }, reached: { yearly: undefined, once: undefined } }
    });
  });

  test('a unit alone is counted alone', () => {
    const all = [idea('a', '2026-09-10'), idea('b', '2026-09-10', [], { unit: 'unit:B' })];
    const { funnel, now } = overviewOf(all, { ...VIEW, unit: 'unit:B' });
    expect(funnel[0]).toEqual({ stage: 'ny', count: 1 });
    expect(now.waiting).toBe(1);
  });

  test('of an even count the median lies between the two in the middle, and nine of ten is one of the numbers', () => {
    expect(medianOf([1, 2, 4, 9])).toBe(3);
    expect(medianOf([])).toBeUndefined();
    expect(quantileOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9)).toBe(9);
    expect(quantileOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 0.9)).toBe(10);
    expect(quantileOf([7], 0.9)).toBe(7);
    expect(quantileOf([], 0.9)).toBeUndefined();
  });
});
