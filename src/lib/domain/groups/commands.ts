import { idOf } from '#lib/core/ids.ts';
import { sameContent } from '#lib/core/json.ts';
import { err } from '#lib/core/result.ts';
import { checked, clean, type CommandResult, type Context } from '../command.ts';
import { type Variant, variantId } from '../variant.ts';
import type { GroupDecision } from './decision.ts';
import type { Group } from './group.ts';
import type { Meeting } from './meeting.ts';
import type { Membership } from './membership.ts';
import { groupStatusId, type GroupStatus } from './status.ts';
import type { Standing } from './standing.ts';
import type { GroupTask } from './task.ts';

export interface GroupInput {
  readonly name: string;
  readonly task: string;
  readonly unit?: string | undefined;
}

const groupFields = ({ name, task, unit }: GroupInput) => ({
  name: clean(name),
  task: clean(task),
  ...(unit === undefined ? {} : { unit })
});

/** A new working group. Refused: `empty name`, `personal-number`, `too-long`, `not-allowed`. */
export function createGroup(input: GroupInput, { actor, now, newId }: Context): CommandResult<Group> {
  const next: Group = { _id: idOf('group', newId()), v: 1, by: actor.id, at: now, ...groupFields(input) };
  return checked(next, null, actor);
}

/** Changes what a group is called and is to do. */
export function editGroup(previous: Group, input: GroupInput, { actor, now }: Context): CommandResult<Group> {
  const { unit: _unit, ...kept } = previous;
  return checked({ ...kept, ...groupFields(input), edited: { by: actor.id, at: now } }, previous, actor);
}

/** Changes which ideas a group works with. */
export function linkIdeas(previous: Group, ideas: readonly string[], { actor, now }: Context): CommandResult<Group> {
  const { ideas: _ideas, ...kept } = previous;
  const list = [...new Set(ideas)];
  const next = { ...kept, ...(list.length === 0 ? {} : { ideas: list }), edited: { by: actor.id, at: now } } as Group;
  return checked(next, previous, actor);
}

/** Changes who calls a group together. */
export function changeLeaders(
  previous: Group,
  leaders: readonly string[],
  { actor, now }: Context
): CommandResult<Group> {
  const { leaders: _leaders, ...kept } = previous;
  const list = [...new Set(leaders)];
  const next = { ...kept, ...(list.length === 0 ? {} : { leaders: list }), edited: { by: actor.id, at: now } };
  return checked(next, previous, actor);
}

/** Says when and where a group meets next; null says that nothing is arranged. */
export function arrangeMeeting(
  previous: Group,
  arranged: { readonly when: string; readonly place: string } | null,
  { actor, now }: Context
): CommandResult<Group> {
  const place = clean(arranged?.place ?? '');
  const nextMeeting = {
    ...(arranged === null ? {} : { when: arranged.when }),
    ...(place === '' ? {} : { place }),
    at: now
  };
  return checked({ ...previous, nextMeeting, edited: { by: actor.id, at: now } }, previous, actor);
}

/** A group that has done its work. What it wrote is kept. */
export const closeGroup = (previous: Group, { actor, now }: Context): CommandResult<Group> =>
  checked({ ...previous, closed: { by: actor.id, at: now } }, previous, actor);

/** Takes somebody into a group, or out of it. `previous` is what the device knows of it. */
export function setMembership(
  group: string,
  person: string,
  given: boolean,
  previous: Membership | null,
  { actor, now }: Context
): CommandResult<Membership> {
  const next: Membership = {
    ...(previous ?? { _id: idOf('membership', group, person), v: 1 as const, group, person, by: actor.id }),
    state: { given, at: now }
  };
  return checked(next, previous, actor);
}

export interface MeetingInput {
  /** When it was held, ISO. */
  readonly held: string;
  readonly present: readonly string[];
  readonly notes: string;
}

const meetingFields = ({ held, present, notes }: MeetingInput) => ({
  held,
  ...(present.length === 0 ? {} : { present: [...new Set(present)] }),
  notes: clean(notes)
});

/** Puts down that a group has met. */
export function noteMeeting(
  group: string,
  input: MeetingInput,
  { actor, now, newId }: Context
): CommandResult<Meeting> {
  const next: Meeting = {
    _id: idOf('meeting', group, newId()),
    v: 1,
    group,
    by: actor.id,
    at: now,
    ...meetingFields(input)
  };
  return checked(next, null, actor);
}

/** Changes what was put down about a meeting. Allowed to its writer and to coaches. */
export function editMeeting(previous: Meeting, input: MeetingInput, { actor, now }: Context): CommandResult<Meeting> {
  const { present: _present, ...kept } = previous;
  return checked({ ...kept, ...meetingFields(input), edited: { by: actor.id, at: now } }, previous, actor);
}

/** Takes away a meeting that was put down by mistake. */
export const withdrawMeeting = (previous: Meeting, { actor, now }: Context): CommandResult<Meeting> =>
  checked({ ...previous, withdrawn: { by: actor.id, at: now } }, previous, actor);

/**
 * What a choice between two versions takes away from a field, as a version that asks for no choice.
 * Null where nothing is taken away.
 */
export function replacedInGroup(
  previous: Group | Meeting | GroupTask,
  field: string,
  next: string,
  { actor, now }: Context
): CommandResult<Variant> | null {
  const text = (previous as unknown as Readonly<Record<string, unknown>>)[field];
  if (typeof text !== 'string' || text.trim() === '' || next.includes(text)) return null;
  const version: Variant = {
    _id: variantId(previous._id, field, text, now),
    v: 1,
    of: previous._id,
    field,
    text,
    by: actor.id,
    at: now,
    owner: previous.by,
    resolved: { by: actor.id, at: now }
  };
  return checked(version, null, actor);
}

/** Puts down what a group has decided. */
export function decideInGroup(
  group: string,
  text: string,
  meeting: string | undefined,
  { actor, now, newId }: Context
): CommandResult<GroupDecision> {
  const next: GroupDecision = {
    _id: idOf('groupdecision', group, newId()),
    v: 1,
    group,
    by: actor.id,
    at: now,
    ...(meeting === undefined ? {} : { meeting }),
    text: clean(text)
  };
  return checked(next, null, actor);
}

/** Withdraws a decision; it stays readable. */
export const withdrawGroupDecision = (
  previous: GroupDecision,
  { actor, now }: Context
): CommandResult<GroupDecision> =>
  previous.withdrawn === undefined
    ? checked({ ...previous, withdrawn: { by: actor.id, at: now } }, previous, actor)
    : err({ code: 'not-allowed' });

export interface TaskInput {
  readonly title: string;
  readonly assignee?: string | undefined;
  /** `YYYY-MM-DD` */
  readonly due?: string | undefined;
  readonly idea?: string | undefined;
}

const taskFields = ({ title, assignee, due, idea }: TaskInput) => ({
  title: clean(title),
  ...(assignee === undefined ? {} : { assignee }),
  ...(due === undefined ? {} : { due }),
  ...(idea === undefined ? {} : { idea })
});

/** Gives a group a task. */
export function addTask(group: string, input: TaskInput, { actor, now, newId }: Context): CommandResult<GroupTask> {
  const next = {
    _id: idOf('grouptask', group, newId()),
    v: 1,
    group,
    by: actor.id,
    at: now,
    ...taskFields(input)
  } as GroupTask;
  return checked(next, null, actor);
}

/** Changes a task: what it says, who has it and by which day. */
export function editTask(previous: GroupTask, input: TaskInput, { actor, now }: Context): CommandResult<GroupTask> {
  const { assignee: _assignee, due: _due, idea: _idea, ...kept } = previous;
  const next = { ...kept, ...taskFields(input), edited: { by: actor.id, at: now } } as GroupTask;
  return checked(next, previous, actor);
}

/** The actor takes a task that nobody has. */
export const takeTask = (previous: GroupTask, { actor, now }: Context): CommandResult<GroupTask> =>
  checked({ ...previous, assignee: actor.id, edited: { by: actor.id, at: now } }, previous, actor);

/** Ticks a task off, or puts it back among what is left to do. */
export const setTaskDone = (previous: GroupTask, given: boolean, { actor, now }: Context): CommandResult<GroupTask> =>
  checked({ ...previous, done: { given, at: now } }, previous, actor);

/** Takes a task away; nobody shall do it. */
export const withdrawTask = (previous: GroupTask, { actor, now }: Context): CommandResult<GroupTask> =>
  checked({ ...previous, withdrawn: { by: actor.id, at: now } }, previous, actor);

/**
 * Tells the region how a municipality's working groups stand; null where it has been told already.
 * @param context in the region's space
 */
export function tellStanding(
  municipality: string,
  standing: Standing,
  previous: GroupStatus | null,
  { actor }: Pick<Context, 'actor'>
): CommandResult<GroupStatus> {
  const next = {
    ...(previous ?? { _id: groupStatusId(municipality), v: 1 as const, municipality }),
    standing
  } as GroupStatus;
  return previous !== null && sameContent(previous, next)
    ? { ok: true, value: previous }
    : checked(next, previous, actor);
}
