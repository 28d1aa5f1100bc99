import { err, ok, type Result } from '#lib/core/result.ts';
import { REGION, spaceType } from '#lib/domain/actor.ts';
import type { CommandResult } from '#lib/domain/command.ts';
import {
  addTask,
  arrangeMeeting,
  changeLeaders,
  closeGroup,
  createGroup,
  decideInGroup,
  editGroup,
  editMeeting,
  editTask,
  type GroupInput,
  linkIdeas,
  type MeetingInput,
  noteMeeting,
  replacedInGroup,
  setMembership,
  setTaskDone,
  takeTask,
  type TaskInput,
  tellStanding,
  withdrawGroupDecision,
  withdrawMeeting,
  withdrawTask
} from '#lib/domain/groups/commands.ts';
import type { GroupDecision } from '#lib/domain/groups/decision.ts';
import type { Group } from '#lib/domain/groups/group.ts';
import type { Meeting } from '#lib/domain/groups/meeting.ts';
import { organises } from '#lib/domain/groups/organisers.ts';
import { sameStanding, standingOf } from '#lib/domain/groups/standing.ts';
import { groupStatusId, type GroupStatus, tellsOf } from '#lib/domain/groups/status.ts';
import type { GroupTask } from '#lib/domain/groups/task.ts';
import { resolveVariant } from '#lib/domain/ideas/commands.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import type { Variant } from '#lib/domain/variant.ts';
import type { GroupView } from '#lib/store/groups.ts';
import { contextIn, type Failure, keep, keepOne } from './command.ts';
import { session } from './session.svelte.ts';

type Where = Pick<GroupView, 'space' | 'group'>;

const HOUR = 60 * 60 * 1000;

/** Whether the person sees to the working groups of a space. */
export const mayOrganise = (space: string): boolean => organises(session.actor(space));

/** The spaces whose groups the person reads: their municipality's, and the region's. */
export const groupSpaces = (): readonly string[] =>
  (session.person?.spaces ?? []).filter((space) => ['municipality', 'region'].includes(spaceType(space)));

/** Spaces whose numbers may have changed without the region having been told; outlives the page. */
const UNTOLD = 'groups.untold';

async function setUntold(space: string, isUntold: boolean): Promise<void> {
  const { store } = session;
  const others = ((await store.setting(UNTOLD)) as readonly string[] | undefined)?.filter((each) => each !== space);
  await store.setSetting(UNTOLD, [...(others ?? []), ...(isUntold ? [space] : [])]);
}

const tellsFor = (space: string): boolean =>
  session.person !== null &&
  spaceType(space) === 'municipality' &&
  session.person.spaces.includes(REGION) &&
  tellsOf(space, session.person);

/** Something has changed: the region is told behind the page, and if the page goes away, the next time. */
async function changed(space: string): Promise<void> {
  if (!tellsFor(space)) return;
  await setUntold(space, true);
  // Nothing the person waits for; what fails now stands as untold.
  tellRegion(space).catch(() => undefined);
}

/** Keeps what a command made, and has the region told where that changes how the groups stand. */
async function put<D extends Envelope>(
  space: string,
  result: CommandResult<D>,
  previous?: D
): Promise<Result<D, Failure>> {
  const kept = await keepOne(space, result, previous);
  if (kept.ok) await changed(space);
  return kept;
}

/**
 * Tells the region how the municipality's groups stand, where this person may and the numbers are others than
 * those that were told. A device that has not read the whole of the space cannot count, and says nothing.
 * @param since only where what was told is from before this moment, ISO
 */
async function tellRegion(space: string, since?: string): Promise<void> {
  const { store } = session;
  if (!tellsFor(space) || !(await store.hasRead(space))) return;
  const context = contextIn(REGION);
  const told = (await store.document(REGION, groupStatusId(space))) as GroupStatus | undefined;
  if (told !== undefined && since !== undefined && told.standing.at > since) return;
  const standing = standingOf(await store.groupsIn(space), context.now);
  if (told === undefined || !sameStanding(told.standing, standing)) {
    const kept = await keepOne(REGION, tellStanding(space, standing, told ?? null, context), told);
    if (!kept.ok) return;
  }
  await setUntold(space, false);
}

/**
 * Tells the region anew what time alone has changed, or others have: at most once an hour. What this person changed
 * and the page went away before it was told is told at once.
 */
export async function refreshStanding(): Promise<void> {
  const untold = ((await session.store.setting(UNTOLD)) as readonly string[] | undefined) ?? [];
  const hourAgo = new Date(Date.now() - HOUR).toISOString();
  for (const space of groupSpaces()) await tellRegion(space, untold.includes(space) ? undefined : hourAgo);
}

export const makeGroup = (space: string, input: GroupInput) => put(space, createGroup(input, contextIn(space)));

/** @param previous the version the person began from, which a later one is joined with */
export const changeGroup = ({ space }: Where, previous: Group, input: GroupInput) =>
  put(space, editGroup(previous, input, contextIn(space)), previous);

export const endGroup = ({ space, group }: Where) => put(space, closeGroup(group, contextIn(space)), group);

/** Links an idea with the group, or unlinks it. */
export const setIdea = ({ space, group }: Where, idea: string, linked: boolean) => {
  const others = (group.ideas ?? []).filter((each) => each !== idea);
  return put(space, linkIdeas(group, linked ? [...others, idea] : others, contextIn(space)), group);
};

/** Has somebody call the group together, or not. */
export const setLeader = ({ space, group }: Where, person: string, leads: boolean) => {
  const others = (group.leaders ?? []).filter((each) => each !== person);
  return put(space, changeLeaders(group, leads ? [...others, person] : others, contextIn(space)), group);
};

/** Says when the group meets next, or with null that nothing is arranged. */
export const arrange = ({ space, group }: Where, next: { readonly when: string; readonly place: string } | null) =>
  put(space, arrangeMeeting(group, next, contextIn(space)), group);

/** Takes somebody into the group, or out of it. */
export const setMember = (
  { space, group, memberships }: Where & Pick<GroupView, 'memberships'>,
  person: string,
  given: boolean
) => {
  const previous = memberships.find((each) => each.person === person);
  return put(space, setMembership(group._id, person, given, previous ?? null, contextIn(space)), previous);
};

/** @param previous the version the person began from; undefined for a meeting that has not been put down yet */
export const keepMeeting = ({ space, group }: Where, previous: Meeting | undefined, input: MeetingInput) => {
  const context = contextIn(space);
  return previous === undefined
    ? put(space, noteMeeting(group._id, input, context))
    : put(space, editMeeting(previous, input, context), previous);
};

export const takeMeetingAway = ({ space }: Where, meeting: Meeting) =>
  put(space, withdrawMeeting(meeting, contextIn(space)), meeting);

/** Whether the person may write in a meeting. */
export const mayWriteIn = ({ space }: Where, meeting: Meeting): boolean =>
  editMeeting(meeting, { ...meeting, present: meeting.present ?? [] }, contextIn(space)).ok;

export const decide = ({ space, group }: Where, text: string, meeting: string | undefined) =>
  put(space, decideInGroup(group._id, text, meeting, contextIn(space)));

export const takeDecisionBack = ({ space }: Where, decision: GroupDecision) =>
  put(space, withdrawGroupDecision(decision, contextIn(space)), decision);

export const mayTakeBack = ({ space }: Where, decision: GroupDecision): boolean =>
  withdrawGroupDecision(decision, contextIn(space)).ok;

/** @param previous the version the person began from; undefined for a new task */
export const keepTask = ({ space, group }: Where, previous: GroupTask | undefined, input: TaskInput) => {
  const context = contextIn(space);
  return previous === undefined
    ? put(space, addTask(group._id, input, context))
    : put(space, editTask(previous, input, context), previous);
};

export const tick = ({ space }: Where, task: GroupTask, done: boolean) =>
  put(space, setTaskDone(task, done, contextIn(space)), task);

export const take = ({ space }: Where, task: GroupTask) => put(space, takeTask(task, contextIn(space)), task);

export const takeTaskAway = ({ space }: Where, task: GroupTask) =>
  put(space, withdrawTask(task, contextIn(space)), task);

/** What the person may do with a task. */
export const mayTick = ({ space }: Where, task: GroupTask): boolean => setTaskDone(task, true, contextIn(space)).ok;
export const mayTake = ({ space }: Where, task: GroupTask): boolean =>
  task.assignee === undefined && takeTask(task, contextIn(space)).ok;

/** Whether the person may settle a version. */
export const maySettleInGroup = ({ space }: Where, variant: Variant): boolean =>
  resolveVariant(variant, contextIn(space)).ok;

/** The document a version is of. */
export const documentOf = (view: GroupView, variant: Variant): Group | Meeting | GroupTask | undefined =>
  [view.group, ...view.meetings, ...view.tasks].find((each) => each._id === variant.of);

/** The document with another value in a field, as its own command makes it. */
function withField(view: GroupView, variant: Variant, text: string): CommandResult<Group | Meeting | GroupTask> {
  const context = contextIn(view.space);
  const change = { [variant.field]: text };
  const meeting = view.meetings.find((each) => each._id === variant.of);
  if (meeting !== undefined)
    return editMeeting(
      meeting,
      { held: meeting.held, present: meeting.present ?? [], notes: meeting.notes, ...change },
      context
    );
  const task = view.tasks.find((each) => each._id === variant.of);
  if (task !== undefined) {
    const { title, assignee, due, idea } = task;
    return editTask(task, { title, assignee, due, idea, ...change }, context);
  }
  const { name, task: purpose, unit } = view.group;
  return editGroup(view.group, { name, task: purpose, unit, ...change }, context);
}

/**
 * Settles two versions of a field in one transaction; what stood until now can still be read.
 * @param text what the field shall say; null keeps what stands
 */
export async function settleInGroup(
  view: GroupView,
  variant: Variant,
  text: string | null
): Promise<Result<void, Failure>> {
  const context = contextIn(view.space);
  const settled = resolveVariant(variant, context);
  if (!settled.ok) return settled;
  const documents = [{ document: settled.value as Envelope, previous: variant as Envelope }];
  const previous = documentOf(view, variant);
  if (text === null || previous === undefined) return keep(view.space, documents);
  const edited = withField(view, variant, text);
  if (!edited.ok) return err(edited.error);
  const replaced = replacedInGroup(previous, variant.field, text, context);
  if (replaced?.ok === false) return err(replaced.error);
  const kept = await keep(view.space, [
    { document: edited.value, previous },
    ...documents,
    ...(replaced === null ? [] : [{ document: replaced.value }])
  ]);
  if (!kept.ok) return kept;
  await changed(view.space);
  return ok(undefined);
}
