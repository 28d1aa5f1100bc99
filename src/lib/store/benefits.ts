import { kindName } from '#lib/core/ids.ts';
import type { Benefit } from '#lib/domain/benefit/benefit.ts';
import { type FollowUp, followUpsOf, isAsked } from '#lib/domain/benefit/follow-up.ts';
import { type Standing, standingOf } from '#lib/domain/benefit/standing.ts';
import type { Decision } from '#lib/domain/ideas/decision.ts';
import type { Stage } from '#lib/domain/ideas/stages.ts';
import type { Day } from '#lib/domain/workdays.ts';
import { type Database, keyOf, type OutboxEntry, type Row } from './database.ts';
import { type ListEntry, listEntries } from './directory.ts';
import { ideaRows, type ListedIdea } from './ideas.ts';
import { type ItemStatus, statusOf } from './outbox.ts';
import { withMarks } from './sent.ts';

/** How one idea's benefit stands, as lists and sums need it. */
export interface IdeaBenefit extends Standing {
  /** The idea's, as lists have it. */
  readonly key: string;
  readonly idea: string;
  readonly space: string;
  /** The unit it belongs to, or the empty string. */
  readonly unit: string;
  readonly stage: Stage;
  /** The day it was decided to introduce it; undefined where it is not introduced. */
  readonly introduced: Day | undefined;
  readonly followUps: readonly FollowUp[];
}

const INTRODUCED: readonly Stage[] = ['infors', 'i-drift'];

/** The most ideas whose decisions are looked up one by one: beyond that the whole table is less. */
const FEW = 400;

function groupByKey<D extends { readonly idea: string }>(
  rows: readonly Row<D & { readonly _id: string }>[]
): ReadonlyMap<string, readonly D[]> {
  const groups = new Map<string, D[]>();
  for (const { space, document } of rows) {
    const key = keyOf(space, document.idea);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [document]);
    else group.push(document);
  }
  return groups;
}

async function decisionsOf(db: Database, ideas: readonly string[]): Promise<ReadonlyMap<string, readonly Decision[]>> {
  const table = db.rows<Decision>('decision');
  const rows =
    ideas.length > FEW
      ? table.toArray()
      : table
          .where('document.idea')
          .anyOf([...new Set(ideas)])
          .toArray();
  return groupByKey(await rows);
}

const spaceIn = (key: string): string => key.slice(0, key.indexOf('/'));
const ideaIn = (key: string): string => key.slice(key.indexOf('/') + 1);

async function describe(
  db: Database,
  entries: readonly ListEntry[],
  benefits: ReadonlyMap<string, readonly Benefit[]>,
  today: Day
): Promise<IdeaBenefit[]> {
  const decisions = await decisionsOf(
    db,
    entries.filter(({ stage }) => INTRODUCED.includes(stage)).map(({ key }) => ideaIn(key))
  );
  return entries.map(({ key, unit, stage }) => {
    const said = benefits.get(key) ?? [];
    const followUps = followUpsOf(decisions.get(key) ?? [], said, today);
    return {
      key,
      idea: ideaIn(key),
      space: spaceIn(key),
      unit,
      stage,
      introduced: followUps[0]?.introduced,
      followUps,
      ...standingOf(said)
    };
  });
}

/**
 * How benefit stands for every idea of a space that is introduced, or of whose benefit anything is said.
 * @param today in Sweden
 */
export async function benefits(db: Database, space: string, today: Day): Promise<IdeaBenefit[]> {
  const [entries, rows] = await Promise.all([
    listEntries(db),
    db
      .rows<Benefit>('benefit')
      .where('key')
      .startsWith(space + '/')
      .toArray()
  ]);
  const said = groupByKey(rows);
  const wanted = entries.filter(
    ({ key, stage }) => spaceIn(key) === space && (INTRODUCED.includes(stage) || said.has(key))
  );
  return describe(db, wanted, said, today);
}

/** A follow-up that somebody is asked now, with its idea. */
export interface AskedFollowUp {
  readonly row: ListedIdea;
  readonly followUp: FollowUp;
}

/** What a person is asked of ideas that were introduced. */
export interface FollowUpWork {
  /** The first of what they are asked, the latest before the others. */
  readonly asked: readonly AskedFollowUp[];
  /** How much more they are asked. */
  readonly more: number;
  /** How many follow-ups that others are asked are late, for those who answer for ideas. */
  readonly late: number;
}

/** How much of it is shown: the rest is in the list. */
const FIRST = 5;

/**
 * What a person is asked of ideas that were introduced. Reads all decisions of a municipality for those who answer
 * for its ideas: ask for it now and then, not with every change.
 * @param space whose ideas the person answers for; others are asked where a plan names them
 */
export async function followUpWork(
  db: Database,
  person: string,
  space: string | undefined,
  today: Day
): Promise<FollowUpWork> {
  const all = space === undefined ? await namedIn(db, person, today) : await benefits(db, space, today);
  const open = all.flatMap(({ key, followUps }) => followUps.filter(isAsked).map((followUp) => ({ key, followUp })));
  const mine = open
    .filter(({ followUp }) => followUp.responsible === person)
    .sort((a, b) => (a.followUp.last + a.key < b.followUp.last + b.key ? -1 : 1));
  const first = mine.slice(0, FIRST);
  const rows = await ideaRows(
    db,
    first.map(({ key }) => key)
  );
  return {
    asked: first.flatMap(({ followUp }, index) => {
      const row = rows[index];
      return row === undefined ? [] : [{ row, followUp }];
    }),
    more: mine.length - first.length,
    late: space === undefined ? 0 : open.filter(({ followUp }) => followUp.state === 'overdue').length - lateOf(mine)
  };
}

const lateOf = (asked: readonly { readonly followUp: FollowUp }[]): number =>
  asked.filter(({ followUp }) => followUp.state === 'overdue').length;

/** Ideas whose plan names a person who may not answer with numbers, and who has not told how it became. */
async function namedIn(db: Database, person: string, today: Day): Promise<IdeaBenefit[]> {
  const named = await db.rows<Benefit>('benefit').where('document.responsible').equals(person).toArray();
  if (named.length === 0) return [];
  const keys = new Set(named.map(({ space, document }) => keyOf(space, document.idea)));
  const ids = [...new Set(named.map(({ document }) => document.idea))];
  const [entries, rows] = await Promise.all([
    listEntries(db),
    db.rows<Benefit>('benefit').where('document.idea').anyOf(ids).toArray()
  ]);
  const said = groupByKey(rows);
  const all = await describe(
    db,
    entries.filter(({ key }) => keys.has(key)),
    said,
    today
  );
  return all.map((each) => ({
    ...each,
    followUps: each.followUps.filter(({ day }) => !hasTold(said.get(each.key) ?? [], person, day))
  }));
}

const hasTold = (said: readonly Benefit[], person: string, since: Day): boolean =>
  said.some(
    (each) => each.by === person && each.state === 'reached' && each.withdrawn === undefined && each.on >= since
  );

/** Everything that is said of one idea's benefit. */
export interface BenefitView {
  /** All of it, withdrawn and replaced too, oldest first. */
  readonly benefits: readonly Benefit[];
  readonly followUps: readonly FollowUp[];
  readonly standing: Standing;
  /** How each document that has not been confirmed stands, by id. */
  readonly statuses: Readonly<Record<string, ItemStatus>>;
  /** What the server refused of it, with the reasons. */
  readonly refused: readonly OutboxEntry[];
}

/** @param idea its id; @param today in Sweden */
export async function benefitView(db: Database, space: string, idea: string, today: Day): Promise<BenefitView> {
  const [rows, decisions, entries] = await Promise.all([
    db.rows<Benefit>('benefit').where('document.idea').equals(idea).toArray(),
    decisionsOf(db, [idea]),
    db.outbox.where('idea').equals(idea).toArray()
  ]);
  const said = rows
    .filter((row) => row.space === space)
    .map((row) => row.document)
    .sort((a, b) => (a.at + a._id < b.at + b._id ? -1 : 1));
  const own = (await withMarks(db, entries)).filter((each) => each.space === space && kindName(each.id) === 'benefit');
  return {
    benefits: said,
    followUps: followUpsOf(decisions.get(keyOf(space, idea)) ?? [], said, today),
    standing: standingOf(said),
    statuses: Object.fromEntries(own.map((each) => [each.id, statusOf(each)])),
    refused: own.filter((each) => each.state === 'rejected')
  };
}
