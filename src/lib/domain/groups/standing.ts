import { type Day, swedishDay } from '../workdays.ts';
import type { Group } from './group.ts';
import type { Meeting } from './meeting.ts';
import type { Membership } from './membership.ts';
import type { GroupStatus } from './status.ts';
import type { GroupTask } from './task.ts';

/** Weeks without a meeting after which a group is said to have been silent for long. */
export const SILENT_WEEKS = 8;

/** A working group with what was put down about it. */
export interface GroupRecord {
  readonly group: Group;
  readonly memberships: readonly Membership[];
  readonly meetings: readonly Meeting[];
  readonly tasks: readonly GroupTask[];
  /** How many of its ideas wait for an answer. */
  readonly unanswered: number;
}

/** Whether a task is left to do. */
export const isOpen = (task: Pick<GroupTask, 'done' | 'withdrawn'>): boolean =>
  task.withdrawn === undefined && task.done?.given !== true;

/** Whether a task is left to do though its day has passed. */
export const isOverdue = (task: Pick<GroupTask, 'done' | 'withdrawn' | 'due'>, today: Day): boolean =>
  isOpen(task) && task.due !== undefined && task.due < today;

/** Open tasks: those with the soonest day first, those without a day last. */
export const openTasks = (tasks: readonly GroupTask[]): GroupTask[] =>
  tasks.filter(isOpen).sort((a, b) => {
    const [one, other] = [(a.due ?? '9') + a._id, (b.due ?? '9') + b._id];
    return one < other ? -1 : 1;
  });

/** The people in a group, by id. */
export const membersOfGroup = (memberships: readonly Membership[]): string[] =>
  memberships.filter((each) => each.state.given).map((each) => each.person);

/** Meetings that were held, the last first. One that is dated ahead has not been. */
export const heldMeetings = (meetings: readonly Meeting[], today: Day): Meeting[] =>
  meetings
    .filter((each) => each.withdrawn === undefined && swedishDay(each.held) <= today)
    .sort((a, b) => (a.held > b.held ? -1 : a.held < b.held ? 1 : a._id > b._id ? -1 : 1));

/** When a group meets next; undefined where that is not arranged, or has been. */
export const nextMeetingOf = (group: Pick<Group, 'nextMeeting'>, now: string): string | undefined =>
  group.nextMeeting?.when !== undefined && swedishDay(group.nextMeeting.when) >= swedishDay(now)
    ? group.nextMeeting.when
    : undefined;

/** What waits on a group: tasks past their day, and ideas of its that nobody has answered. */
export const waitingOn = ({ tasks, unanswered }: Pick<GroupRecord, 'tasks' | 'unanswered'>, today: Day): number =>
  tasks.filter((task) => isOverdue(task, today)).length + unanswered;

export type Standing = GroupStatus['standing'];

/** How a municipality's groups stand: those that are closed apart. @param now ISO */
export function standingOf(records: readonly GroupRecord[], now: string): Standing {
  const today = swedishDay(now);
  const active = records.filter((record) => record.group.closed === undefined);
  const people = new Set(active.flatMap((record) => membersOfGroup(record.memberships)));
  const held = heldMeetings(
    active.flatMap((record) => record.meetings),
    today
  )[0];
  const next = active
    .map((record) => nextMeetingOf(record.group, now))
    .filter((when) => when !== undefined)
    .sort()[0];
  return {
    groups: active.length,
    members: people.size,
    ...(held === undefined ? {} : { lastMet: swedishDay(held.held) }),
    ...(next === undefined ? {} : { nextMeeting: swedishDay(next) }),
    waiting: active.reduce((sum, record) => sum + waitingOn(record, today), 0),
    at: now
  };
}

/** Whether two counts say the same, whenever they were made. */
export const sameStanding = (a: Standing, b: Standing): boolean =>
  (['groups', 'members', 'lastMet', 'nextMeeting', 'waiting'] as const).every((field) => a[field] === b[field]);

/** Whole weeks from a day to another. */
export const weeksBetween = (from: Day, to: Day): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / (7 * 86_400_000));

/** How often a group has met: each of the last months, the present one last. */
export function pace(
  meetings: readonly Meeting[],
  today: Day,
  months = 6
): readonly { readonly month: string; readonly count: number }[] {
  const held = heldMeetings(meetings, today).map((each) => swedishDay(each.held).slice(0, 7));
  return Array.from({ length: months }, (_, index) => {
    const back = months - 1 - index;
    const first = new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1 - back, 1));
    const month = first.toISOString().slice(0, 7);
    return { month, count: held.filter((each) => each === month).length };
  });
}
