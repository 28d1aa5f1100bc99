import { describe, expect, test } from 'vitest';
import type { Decision } from '../ideas/decision.ts';
import type { Stage } from '../ideas/stages.ts';
import type { Benefit } from './benefit.ts';
import { addMonths, followUpsOf, introductionOf, isAsked } from './follow-up.ts';

const id = (tail: string): string => tail.padStart(26, '0');
const IDEA = 'idea:' + id('1');
const MANAGER = id('D1');
const COACH = id('C1');
let made = 0;

function decided(...steps: readonly (readonly [to: Stage, at: string, fields?: Partial<Decision>])[]): Decision[] {
  let before: Decision | undefined;
  return steps.map(([to, at, fields]) => {
    const next = {
      _id: `decision:${id('1')}:${id('D' + String(++made).padStart(4, '0'))}`,
      v: 1,
      idea: IDEA,
      by: MANAGER,
      at: at + 'T09:00:00.000Z',
      from: 'ny',
      to,
      reason: 'Därför.',
      follows: before === undefined ? [] : [before._id],
      ...fields
    } as Decision;
    before = next;
    return next;
  });
}

const said = (fields: Partial<Benefit>): Benefit =>
  ({
    _id: `benefit:${id('1')}:${id('B' + String(++made).padStart(4, '0'))}`,
    v: 1,
    idea: IDEA,
    by: COACH,
    at: '2026-04-10T09:00:00.000Z',
    state: 'reached',
    on: '2026-04-10',
    ...fields
  }) as Benefit;

const introduced = decided(['mottagen', '2025-12-01'], ['infors', '2026-01-14']);
const states = (decisions: readonly Decision[], benefits: readonly Benefit[], today: string) =>
  followUpsOf(decisions, benefits, today).map(({ state }) => state);

test('a month later is the same date, or the month’s last', () => {
  expect(addMonths('2026-01-14', 3)).toBe('2026-04-14');
  expect(addMonths('2025-11-30', 3)).toBe('2026-02-28');
  expect(addMonths('2027-11-30', 3)).toBe('2028-02-29');
  expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
  expect(addMonths('2026-12-31', 12)).toBe('2027-12-31');
});

describe('when it is asked', () => {
  test('on working days 3, 6 and 12 months after, and late ten working days later', () => {
    expect(followUpsOf(introduced, [], '2026-02-01').map(({ months, day, last }) => [months, day, last])).toEqual([
      [3, '2026-04-14', '2026-04-28'],
      [6, '2026-07-14', '2026-07-28'],
      [12, '2027-01-14', '2027-01-28']
    ]);
    // Easter Saturday, Sunday and Monday are none; nor are Good Friday and the days after it late.
    const [first] = followUpsOf(decided(['infors', '2026-01-04']), [], '2026-02-01');
    expect(first).toMatchObject({ day: '2026-04-07', last: '2026-04-21' });
  });

  test('a decision late in the evening is the next day in Sweden', () => {
    const late = decided(['infors', '2026-01-14', { at: '2026-01-14T23:30:00.000Z' }]);
    expect(followUpsOf(late, [], '2026-02-01')[0]).toMatchObject({ introduced: '2026-01-15', day: '2026-04-15' });
  });

  test('comes, is asked, is late, and gives way to the next', () => {
    expect(states(introduced, [], '2026-04-13')).toEqual(['coming', 'coming', 'coming']);
    expect(states(introduced, [], '2026-04-14')).toEqual(['due', 'coming', 'coming']);
    expect(states(introduced, [], '2026-04-28')).toEqual(['due', 'coming', 'coming']);
    expect(states(introduced, [], '2026-04-29')).toEqual(['overdue', 'coming', 'coming']);
    expect(states(introduced, [], '2026-07-14')).toEqual(['missed', 'due', 'coming']);
    expect(states(introduced, [], '2027-03-01')).toEqual(['missed', 'missed', 'overdue']);
    expect(followUpsOf(introduced, [], '2026-07-14').map(isAsked)).toEqual([false, true, false]);
  });
});

describe('what is asked about', () => {
  test('nothing before it is introduced, or when it no longer is', () => {
    expect(followUpsOf(decided(['mottagen', '2026-01-14']), [], '2027-01-01')).toEqual([]);
    expect(followUpsOf([], [], '2027-01-01')).toEqual([]);
    const ended = decided(['infors', '2026-01-14'], ['i-drift', '2026-02-14'], ['avslutad', '2026-03-14']);
    expect(followUpsOf(ended, [], '2027-01-01')).toEqual([]);
  });

  test('it counts from when it was introduced, not from when it came into use', () => {
    const inUse = decided(['infors', '2026-01-14'], ['i-drift', '2026-03-20']);
    expect(followUpsOf(inUse, [], '2026-04-01')[0]).toMatchObject({ introduced: '2026-01-14' });
    expect(introductionOf(decided(['i-drift', '2026-03-20']))).toMatchObject({ to: 'i-drift' });
  });

  test('and anew when it went back and was introduced again', () => {
    const again = decided(['infors', '2026-01-14'], ['testas', '2026-02-14'], ['infors', '2026-05-04']);
    expect(followUpsOf(again, [], '2026-05-05')[0]).toMatchObject({ introduced: '2026-05-04' });
  });

  test('a decision that was withdrawn introduced nothing', () => {
    const withdrawn = { by: MANAGER, at: '2026-01-15T09:00:00.000Z' };
    expect(followUpsOf(decided(['infors', '2026-01-14', { withdrawn }]), [], '2027-01-01')).toEqual([]);
  });
});

describe('who is reminded', () => {
  test('whoever introduced it, or whoever the plan names', () => {
    const plan = said({ state: 'planned', responsible: COACH });
    const who = (benefits: readonly Benefit[]) => followUpsOf(introduced, benefits, '2026-02-01')[0]!.responsible;
    expect(who([])).toBe(MANAGER);
    expect(who([plan])).toBe(COACH);
    expect(who([{ ...plan, withdrawn: { by: COACH, at: '2026-01-20T09:00:00.000Z' } }])).toBe(MANAGER);
  });
});

describe('what answers it', () => {
  test('what was reached, and that it cannot be measured', () => {
    expect(states(introduced, [said({ followUp: 3 })], '2026-05-01')).toEqual(['done', 'coming', 'coming']);
    const cannot = said({ followUp: 3, state: 'unmeasurable', reason: 'Ingen har räknat.' });
    expect(states(introduced, [cannot], '2026-05-01')).toEqual(['unmeasurable', 'coming', 'coming']);
    // What somebody tells beside it answers nothing.
    expect(states(introduced, [said({})], '2026-05-01')).toEqual(['overdue', 'coming', 'coming']);
  });

  test('an answer to a later one lets the earlier be', () => {
    expect(states(introduced, [said({ followUp: 6 })], '2026-05-01')).toEqual(['missed', 'done', 'coming']);
  });

  test('postponed it is asked on another day, a working one', () => {
    const later = said({ followUp: 3, state: 'postponed', reason: 'Semester.', on: '2026-05-16' });
    const [first] = followUpsOf(introduced, [later], '2026-05-01');
    expect(first).toMatchObject({ day: '2026-05-18', last: '2026-06-01', state: 'coming', postponed: later });
    expect(states(introduced, [later], '2026-05-18')).toEqual(['due', 'coming', 'coming']);
    const answered = followUpsOf(introduced, [later, said({ followUp: 3 })], '2026-05-18')[0];
    expect(answered).toMatchObject({ state: 'done' });
  });

  test('postponed to before it is asked it is asked when it is', () => {
    const early = said({ followUp: 3, state: 'postponed', reason: 'Fel dag.', on: '2026-02-01' });
    expect(followUpsOf(introduced, [early], '2026-04-14')[0]).toMatchObject({ day: '2026-04-14', state: 'due' });
  });

  test('an answer that is taken back leaves the question', () => {
    const withdrawn = { by: COACH, at: '2026-04-20T09:00:00.000Z' };
    expect(states(introduced, [said({ followUp: 3, withdrawn })], '2026-04-20')).toEqual(['due', 'coming', 'coming']);
  });
});
