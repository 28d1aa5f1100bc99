import { bare, idOf } from '#lib/core/ids.ts';
import { REGION, spaceType } from '#lib/domain/actor.ts';
import type { GroupDecision } from '#lib/domain/groups/decision.ts';
import type { Group } from '#lib/domain/groups/group.ts';
import type { Meeting } from '#lib/domain/groups/meeting.ts';
import type { Membership } from '#lib/domain/groups/membership.ts';
import { type GroupRecord, isOpen } from '#lib/domain/groups/standing.ts';
import type { GroupStatus } from '#lib/domain/groups/status.ts';
import type { GroupTask } from '#lib/domain/groups/task.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import type { Person } from '#lib/domain/people/person.ts';
import type { KindName } from '#lib/domain/registry.ts';
import type { Variant } from '#lib/domain/variant.ts';
import { type Database, keyOf, type OutboxEntry } from './database.ts';
import { ideaRows, type ListedIdea } from './ideas.ts';
import { type ItemStatus, statusOf } from './outbox.ts';
import { ideaRowsByKey } from './packs.ts';
import { readCheckpoint } from './pulled.ts';

type Tabled = Exclude<KindName, 'idea'>;

const when = (document: Envelope): string => ((document as { at?: string }).at ?? '') + document._id;

/** What belongs to some groups of one space, oldest first. */
async function partsOf<D extends Envelope>(
  db: Database,
  space: string,
  kind: Tabled,
  groups: readonly string[]
): Promise<D[]> {
  return (await db.rows<D>(kind).where('document.group').anyOf(groups).toArray())
    .filter((row) => row.space === space)
    .map((row) => row.document)
    .sort((a, b) => (when(a) < when(b) ? -1 : 1));
}

async function recordsOf(db: Database, space: string, groups: readonly Group[]): Promise<GroupRecord[]> {
  const ids = groups.map((group) => group._id);
  const [memberships, meetings, tasks, ideas] = await Promise.all([
    partsOf<Membership>(db, space, 'membership', ids),
    partsOf<Meeting>(db, space, 'meeting', ids),
    partsOf<GroupTask>(db, space, 'grouptask', ids),
    ideaRowsByKey(
      db,
      [...new Set(groups.flatMap((group) => group.ideas ?? []))].map((id) => keyOf(space, id))
    )
  ]);
  const of =
    (id: string) =>
    (each: { readonly group: string }): boolean =>
      each.group === id;
  return groups.map((group) => ({
    group,
    memberships: memberships.filter(of(group._id)),
    meetings: meetings.filter(of(group._id)),
    tasks: tasks.filter(of(group._id)),
    unanswered: (group.ideas ?? []).filter((id) => ideas.get(keyOf(space, id))?.due !== undefined).length
  }));
}

const groupsOf = async (db: Database, space: string): Promise<Group[]> =>
  (
    await db
      .rows<Group>('group')
      .where('key')
      .startsWith(space + '/')
      .toArray()
  ).map((row) => row.document);

/** A space's working groups with what was put down about them, by name; closed ones last. */
export async function groupsIn(db: Database, space: string): Promise<GroupRecord[]> {
  const rank = ({ group }: GroupRecord): number => (group.closed === undefined ? 0 : 1);
  return (await recordsOf(db, space, await groupsOf(db, space))).sort(
    (a, b) => rank(a) - rank(b) || a.group.name.localeCompare(b.group.name, 'sv')
  );
}

/** Everything a group's page shows. */
export interface GroupView extends GroupRecord {
  readonly space: string;
  /** Withdrawn ones too. */
  readonly decisions: readonly GroupDecision[];
  /** The ideas it works with that are on this device. */
  readonly ideas: readonly ListedIdea[];
  /** Texts that lost to another edit of the group, a meeting or a task; settled ones too. */
  readonly variants: readonly Variant[];
  /** How each document that has not been confirmed stands, by id. */
  readonly statuses: Readonly<Record<string, ItemStatus>>;
  /** What the server refused of it, with the reasons. */
  readonly refused: readonly OutboxEntry[];
}

/** A working group by its ulid; undefined when it is not on this device. */
export async function groupView(db: Database, id: string): Promise<GroupView | undefined> {
  const groupId = idOf('group', id);
  // Somebody may write a group with another's id in the region: the municipality's own goes first.
  const rank = (space: string): number => (spaceType(space) === 'municipality' ? 0 : 1);
  const [row] = (await db.rows<Group>('group').toArray())
    .filter((each) => each.document._id === groupId)
    .sort((a, b) => rank(a.space) - rank(b.space) || (a.space < b.space ? -1 : 1));
  if (row === undefined) return undefined;
  const { space, document } = row;
  const [record] = await recordsOf(db, space, [document]);
  const { meetings, tasks } = record!;
  const parts = [groupId, ...meetings.map((each) => each._id), ...tasks.map((each) => each._id)];
  const [decisions, ideas, variants, own] = await Promise.all([
    partsOf<GroupDecision>(db, space, 'groupdecision', [groupId]),
    ideaRows(
      db,
      (document.ideas ?? []).map((idea) => keyOf(space, idea))
    ),
    db.rows<Variant>('variant').where('document.of').anyOf(parts).toArray(),
    db.outbox.toArray()
  ]);
  const belongs = ({ id: of, space: where, document: sent }: OutboxEntry): boolean =>
    where === space && (of === groupId || (sent as { group?: string }).group === groupId);
  return {
    ...record!,
    space,
    decisions,
    ideas: ideas.filter((idea) => idea !== undefined),
    variants: variants.filter((each) => each.space === space).map((each) => each.document),
    statuses: Object.fromEntries(own.filter(belongs).map((entry) => [entry.id, statusOf(entry)])),
    refused: own.filter((entry) => belongs(entry) && entry.state === 'rejected')
  };
}

/** How the municipalities' groups stand, as the region has been told. */
export const groupStatuses = async (db: Database): Promise<GroupStatus[]> =>
  (
    await db
      .rows<GroupStatus>('groupstatus')
      .where('key')
      .startsWith(REGION + '/')
      .toArray()
  ).map((row) => row.document);

/** What a person has to do in working groups. */
export interface GroupWork {
  readonly tasks: readonly { readonly task: GroupTask; readonly group: Group }[];
  /** The groups they are in that meet again. */
  readonly meets: readonly Group[];
}

/** A person's open tasks, the soonest first, and the groups they are in that have a meeting arranged. */
export async function groupWork(db: Database, person: string): Promise<GroupWork> {
  const [tasks, memberships] = await Promise.all([
    db.rows<GroupTask>('grouptask').where('document.assignee').equals(person).toArray(),
    db.rows<Membership>('membership').where('document.person').equals(person).toArray()
  ]);
  const open = tasks.filter((row) => isOpen(row.document));
  const member = memberships.filter((row) => row.document.state.given);
  const keys = [...new Set([...open, ...member].map((row) => keyOf(row.space, row.document.group)))];
  const found = await db.rows<Group>('group').bulkGet(keys);
  const groups = new Map(
    found.flatMap((row) => (row === undefined || row.document.closed !== undefined ? [] : [[row.key, row.document]]))
  );
  const groupOf = (row: { space: string; document: { group: string } }): Group | undefined =>
    groups.get(keyOf(row.space, row.document.group));
  const soonest = (a: { task: GroupTask }, b: { task: GroupTask }): number =>
    (a.task.due ?? '9') + a.task._id < (b.task.due ?? '9') + b.task._id ? -1 : 1;
  return {
    tasks: open
      .flatMap((row) => {
        const group = groupOf(row);
        return group === undefined ? [] : [{ task: row.document, group }];
      })
      .sort(soonest),
    meets: member.map(groupOf).filter((group) => group?.nextMeeting?.when !== undefined) as Group[]
  };
}

export interface ListedPerson {
  /** Opaque. */
  readonly id: string;
  readonly name: string;
  readonly unit: string | undefined;
}

/** Everybody who has a name in a space, by name. */
export async function peopleIn(db: Database, space: string): Promise<ListedPerson[]> {
  const rows = await db
    .rows<Person>('person')
    .where('key')
    .startsWith(space + '/')
    .toArray();
  return rows
    .map(({ document }) => ({ id: bare(document._id), name: document.name, unit: document.unit }))
    .sort((a, b) => a.name.localeCompare(b.name, 'sv'));
}

/** Whether this device has once read all that a space holds: before that it cannot count what is in it. */
export const hasRead = async (db: Database, space: string): Promise<boolean> =>
  (await readCheckpoint(db, space))?.seen !== undefined;
