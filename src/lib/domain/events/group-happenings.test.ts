import { describe, expect, it } from 'vitest';
import type { Group } from '../groups/group.ts';
import type { Membership } from '../groups/membership.ts';
import type { GroupTask } from '../groups/task.ts';
import { happeningsOf, type Reader } from './happenings.ts';

const ME = '01JD0000000000000000000001';
const COACH = '01JD0000000000000000000002';
const GROUP = 'group:01JD0000000000000000000003';
const NOW = '2026-11-24T12:00:00.000Z';
const me: Reader = { ids: [ME], roles: ['uddevalla:member'], space: 'uddevalla' };

const task = (more: Partial<GroupTask> = {}): GroupTask => ({
  _id: 'grouptask:01JD0000000000000000000003:01JD0000000000000000000004',
  v: 1,
  group: GROUP,
  by: COACH,
  at: '2026-11-20T09:00:00.000Z',
  title: 'Ring Karin',
  assignee: ME,
  ...more
});

const group = (more: Partial<Group> = {}): Group => ({
  _id: GROUP,
  v: 1,
  by: COACH,
  at: '2026-11-01T09:00:00.000Z',
  name: 'Natten',
  task: '',
  nextMeeting: { when: '2026-12-01T13:00:00.000Z', at: '2026-11-20T09:00:00.000Z' },
  edited: { by: COACH, at: '2026-11-20T09:00:00.000Z' },
  ...more
});

const membership = (given = true, person = ME): Membership => ({
  _id: 'membership:01JD0000000000000000000003:' + person,
  v: 1,
  group: GROUP,
  person,
  by: person,
  state: { given, at: '2026-11-02T09:00:00.000Z' }
});

const told = (...documents: Parameters<typeof happeningsOf>[0]): readonly string[] =>
  happeningsOf(documents, me, NOW).map(({ type, because }) => type + ' ' + because);

describe('tasks', () => {
  it('that somebody else gave are told of, with the idea they are about', () => {
    const idea = 'idea:01JD0000000000000000000009';
    expect(happeningsOf([task({ idea })], me, NOW)).toMatchObject([
      { type: 'taskGiven', because: 'assigned', by: COACH, idea, at: '2026-11-20T09:00:00.000Z' }
    ]);
  });

  it('that one has taken or changed oneself, that others have, and that nobody shall do any more are not', () => {
    expect(told(task({ by: ME }))).toEqual([]);
    expect(told(task({ edited: { by: ME, at: NOW } }))).toEqual([]);
    expect(told(task({ assignee: COACH }))).toEqual([]);
    expect(told(task({ withdrawn: { by: COACH, at: NOW }, due: '2026-11-01' }))).toEqual([]);
  });

  it('come near and get late, until they are done', () => {
    expect(told(task({ by: ME, due: '2026-11-25' }))).toEqual(['dueSoon assigned']);
    expect(told(task({ by: ME, due: '2026-11-20' }))).toEqual(['overdue assigned']);
    expect(told(task({ by: ME, due: '2026-11-20', done: { given: true, at: NOW } }))).toEqual([]);
    expect(told(task({ by: ME, due: '2026-12-20' }))).toEqual([]);
  });
});

describe('meetings', () => {
  it('are called for those who are in the group', () => {
    expect(told(group(), membership())).toEqual(['meetingCalled member']);
    expect(told(group())).toEqual([]);
    expect(told(group(), membership(true, COACH))).toEqual([]);
    expect(told(group(), membership(false))).toEqual([]);
  });

  it('are called anew when they are moved', () => {
    const moved = group({ nextMeeting: { when: '2026-12-02T13:00:00.000Z', at: NOW } });
    const [before, after] = [group(), moved].map((each) => happeningsOf([each, membership()], me, NOW)[0]!.id);
    expect(before).not.toBe(after);
  });

  it('are no news to whoever called them, and none where they are called off or the group is closed', () => {
    expect(told(group({ edited: { by: ME, at: '2026-11-20T09:00:00.000Z' } }), membership())).toEqual([]);
    expect(told(group({ nextMeeting: { at: NOW } }), membership())).toEqual([]);
    expect(told(group({ closed: { by: COACH, at: NOW } }), membership())).toEqual([]);
  });

  it('are news though the group has been changed since, by the reader too', () => {
    expect(told(group({ edited: { by: ME, at: NOW } }), membership())).toEqual(['meetingCalled member']);
  });
});
