import { describe, expect, test } from 'vitest';
import {
  type GroupRecord,
  heldMeetings,
  isOverdue,
  nextMeetingOf,
  openTasks,
  pace,
  sameStanding,
  standingOf,
  weeksBetween
} from './standing.ts';
import type { GroupTask } from './task.ts';

const NOW = '2026-11-23T12:00:00.000Z';
const TODAY = '2026-11-23';
const mark = { by: 'x', at: NOW };
let count = 0;
const task = (fields: object): GroupTask =>
  ({ _id: 'grouptask:g:' + String(++count).padStart(3, '0'), v: 1, title: 'x', ...fields }) as never;
const meeting = (held: string, fields: object = {}) =>
  ({ _id: 'meeting:g:' + String(++count), v: 1, held, notes: '', ...fields }) as never;
const member = (person: string, given = true) => ({ person, state: { given, at: NOW } }) as never;
const record = (fields: Partial<Record<keyof GroupRecord, unknown>> = {}): GroupRecord =>
  ({ group: { name: 'g' }, memberships: [], meetings: [], tasks: [], unanswered: 0, ...fields }) as GroupRecord;

describe('a task', () => {
  test('is overdue the day after its day, unless it is done or taken away', () => {
    expect(isOverdue({ due: '2026-11-22' }, TODAY)).toBe(true);
    expect(isOverdue({ due: TODAY }, TODAY)).toBe(false);
    expect(isOverdue({}, TODAY)).toBe(false);
    expect(isOverdue({ due: '2026-11-22', done: { given: true, at: NOW } }, TODAY)).toBe(false);
    expect(isOverdue({ due: '2026-11-22', done: { given: false, at: NOW } }, TODAY)).toBe(true);
    expect(isOverdue({ due: '2026-11-22', withdrawn: mark }, TODAY)).toBe(false);
  });

  test('with the soonest day stands first, one without a day last', () => {
    const [never, late, soon] = [task({}), task({ due: '2026-12-24' }), task({ due: '2026-11-24' })];
    expect(openTasks([never, late, soon, task({ done: { given: true, at: NOW } })])).toEqual([soon, late, never]);
  });
});

describe('meetings', () => {
  test('that are dated ahead or taken away have not been held', () => {
    const first = meeting('2026-10-01T08:00:00.000Z');
    const last = meeting('2026-11-23T20:00:00.000Z');
    const all = [
      first,
      meeting('2026-11-24T08:00:00.000Z'),
      meeting('2026-11-02T08:00:00.000Z', { withdrawn: mark }),
      last
    ];
    expect(heldMeetings(all, TODAY)).toEqual([last, first]);
  });

  test('are counted by month in Sweden, the present one last, over a new year', () => {
    const held = ['2026-08-31T22:30:00.000Z', '2026-10-05T08:00:00.000Z', '2026-10-30T08:00:00.000Z'].map((at) =>
      meeting(at)
    );
    expect(pace(held, TODAY)).toEqual([
      { month: '2026-06', count: 0 },
      { month: '2026-07', count: 0 },
      { month: '2026-08', count: 0 },
      { month: '2026-09', count: 1 },
      { month: '2026-10', count: 2 },
      { month: '2026-11', count: 0 }
    ]);
    expect(pace([], '2027-02-28').map(({ month }) => month)).toEqual([
      '2026-09',
      '2026-10',
      '2026-11',
      '2026-12',
      '2027-01',
      '2027-02'
    ]);
  });

  test('the next one holds for the whole of its day', () => {
    const at = (when?: string) =>
      nextMeetingOf({ nextMeeting: { ...(when === undefined ? {} : { when }), at: NOW } }, NOW);
    expect(at('2026-11-23T07:00:00.000Z')).toBe('2026-11-23T07:00:00.000Z');
    expect(at('2026-11-22T07:00:00.000Z')).toBeUndefined();
    expect(at()).toBeUndefined();
    expect(nextMeetingOf({}, NOW)).toBeUndefined();
  });
});

describe('how a municipality stands', () => {
  test('counts people once, and closed groups not at all', () => {
    const one = record({
      group: { nextMeeting: { when: '2026-12-02T08:00:00.000Z', at: NOW } },
      memberships: [member('a'), member('b'), member('c', false)],
      meetings: [meeting('2026-11-05T08:00:00.000Z')],
      tasks: [task({ due: '2026-11-20' }), task({ due: '2026-12-20' })],
      unanswered: 1
    });
    const other = record({
      group: { nextMeeting: { when: '2026-11-30T08:00:00.000Z', at: NOW } },
      memberships: [member('b'), member('d')],
      meetings: [meeting('2026-10-05T08:00:00.000Z')]
    });
    const closed = record({
      group: { closed: mark },
      memberships: [member('e')],
      meetings: [meeting('2026-11-20T08:00:00.000Z')],
      tasks: [task({ due: '2026-11-20' })]
    });
    expect(standingOf([one, other, closed], NOW)).toEqual({
      groups: 2,
      members: 3,
      lastMet: '2026-11-05',
      nextMeeting: '2026-11-30',
      waiting: 2,
      at: NOW
    });
  });

  test('says no groups plainly, and is the same whenever it is counted', () => {
    const none = standingOf([], NOW);
    expect(none).toEqual({ groups: 0, members: 0, waiting: 0, at: NOW });
    expect(sameStanding(none, { ...none, at: '2026-12-01T08:00:00.000Z' })).toBe(true);
    for (const other of [{ groups: 1 }, { members: 1 }, { lastMet: TODAY }, { nextMeeting: TODAY }, { waiting: 1 }])
      expect(sameStanding(none, { ...none, ...other })).toBe(false);
  });

  test('weeks are whole', () => {
    expect([weeksBetween('2026-09-28', TODAY), weeksBetween('2026-09-29', TODAY)]).toEqual([8, 7]);
  });
});
