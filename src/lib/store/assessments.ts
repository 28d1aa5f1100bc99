import { bare } from '#lib/core/ids.ts';
import { municipalityOf } from '#lib/domain/actor.ts';
import type { Assessment } from '#lib/domain/assessment/assessment.ts';
import type { Comparison } from '#lib/domain/assessment/comparison.ts';
import type { CriteriaSet } from '#lib/domain/assessment/criteriaset.ts';
import type { Criterion } from '#lib/domain/assessment/criterion.ts';
import type { Round } from '#lib/domain/assessment/round.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import type { Person } from '#lib/domain/people/person.ts';
import type { Variant } from '#lib/domain/variant.ts';
import type { KindName } from '#lib/domain/registry.ts';
import { type Database, keyOf } from './database.ts';
import { ideaRows, type ListedIdea } from './ideas.ts';
import { type ItemStatus, statusOf } from './outbox.ts';
import { listEntries } from './directory.ts';

/** A set of criteria with what it holds, first things first. */
export interface ListedSet {
  readonly document: CriteriaSet;
  /** Those out of use too. */
  readonly criteria: readonly Criterion[];
}

/** Everything a leadership's space holds about assessment: some hundreds of documents at most. */
export interface AssessmentRoom {
  /** Newest first. */
  readonly rounds: readonly Round[];
  readonly sets: readonly ListedSet[];
  readonly assessments: readonly Assessment[];
  readonly comparisons: readonly Comparison[];
  /** Those who may be asked to assess, by name. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** Texts of criteria, sets and rounds that lost to another edit, and nobody has settled. */
  readonly variants: readonly Variant[];
  /** How each document that has not been confirmed stands, by id. */
  readonly statuses: Readonly<Record<string, ItemStatus>>;
}

const documentsIn = async <D extends Envelope>(
  db: Database,
  space: string,
  kind: Exclude<KindName, 'idea'>
): Promise<D[]> => {
  const rows = await db
    .rows<D>(kind)
    .where('key')
    .startsWith(space + '/')
    .toArray();
  return rows.map((row) => row.document);
};

/** @param space a leadership's: `uddevalla-ledning` */
export async function assessmentRoom(db: Database, space: string): Promise<AssessmentRoom> {
  const [rounds, sets, criteria, assessments, comparisons, people, variants, entries] = await Promise.all([
    documentsIn<Round>(db, space, 'round'),
    documentsIn<CriteriaSet>(db, space, 'criteriaset'),
    documentsIn<Criterion>(db, space, 'criterion'),
    documentsIn<Assessment>(db, space, 'assessment'),
    documentsIn<Comparison>(db, space, 'comparison'),
    documentsIn<Person>(db, space, 'person'),
    documentsIn<Variant>(db, space, 'variant'),
    db.outbox.toArray()
  ]);
  const inOrder = criteria.sort((a, b) => a.order - b.order || (a._id < b._id ? -1 : 1));
  return {
    rounds: rounds.sort((a, b) => (a.at < b.at ? 1 : -1)),
    sets: sets
      .map((document) => ({ document, criteria: inOrder.filter((each) => each.set === document._id) }))
      .sort((a, b) => a.document.name.localeCompare(b.document.name, 'sv')),
    assessments,
    comparisons,
    people: people.map(({ _id, name }) => ({ id: bare(_id), name })).sort((a, b) => a.name.localeCompare(b.name, 'sv')),
    variants: variants.filter((each) => each.resolved === undefined),
    statuses: Object.fromEntries(
      entries.filter((entry) => entry.space === space).map((entry) => [entry.id, statusOf(entry)])
    )
  };
}

/** Ideas that a leadership assesses, by id; those that are not on this device are missing. */
export async function assessedIdeas(
  db: Database,
  space: string,
  ids: readonly string[]
): Promise<ReadonlyMap<string, ListedIdea>> {
  const rows = await ideaRows(
    db,
    ids.map((id) => keyOf(municipalityOf(space), id))
  );
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.id, row]])));
}

/** Ideas there may be reason to assess: those being assessed first, then those received and new, newest activity first. */
export async function assessable(db: Database, space: string): Promise<readonly ListedIdea[]> {
  const stages = ['bedoms', 'mottagen', 'ny'];
  const entries = (await listEntries(db)).filter(
    (entry) => entry.key.startsWith(municipalityOf(space) + '/') && stages.includes(entry.stage)
  );
  const rows = await ideaRows(
    db,
    entries.map((entry) => entry.key)
  );
  return rows
    .filter((row) => row !== undefined)
    .filter((row) => row.document.retracted === undefined)
    .sort((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage));
}
