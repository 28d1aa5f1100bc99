import type { Bond, Filter } from '#lib/domain/find/filter.ts';
import { type Day, swedishDay } from '#lib/domain/workdays.ts';
import { identities } from './aggregate.ts';
import { type Database, keyOf } from './database.ts';
import { type ListEntry, listEntries } from './directory.ts';
import { ideaRowsByKey } from './packs.ts';

/** Who looks, and when: what a filter says of "me" and of "overdue". */
export interface Looking {
  readonly today: Day;
  /** The space whose ideas the person answers; absent for those who answer none. */
  readonly answersIn?: string | undefined;
}

/** A list that a filter leaves. */
export interface FilteredIdeas {
  /** Row keys, newest activity first. */
  readonly keys: readonly string[];
  /** How many closed ideas are left out and would be there if they were asked for. */
  readonly closed: number;
}

type Test = (entry: ListEntry) => boolean;

/** What a filter says of an idea: that it is there, that it is left out since it is closed, or neither. */
export type Verdict = (entry: ListEntry) => 'in' | 'closed' | 'out';

const MINUTE = 60_000;

/** The minute since 1970 at which a day begins in Sweden. */
export function firstMinuteOf(day: Day): number {
  const midnight = Date.parse(day + 'T00:00:00.000Z') / MINUTE;
  // In summer the day begins two hours before it does in Greenwich, otherwise one.
  const summer = midnight - 120;
  return swedishDay(new Date(summer * MINUTE).toISOString()) === day ? summer : midnight - 60;
}

const LAST_DAY = 24 * 60 * MINUTE;
const dayAfter = (day: Day): Day => new Date(Date.parse(day + 'T12:00:00.000Z') + LAST_DAY).toISOString().slice(0, 10);

/** Keys of ideas that this person is something to by documents of a kind: `<space>/<kind>:<idea>:<person>`. */
async function bondedTo(db: Database, kind: 'support' | 'follow'): Promise<ReadonlySet<string>> {
  const mine = await identities(db);
  // There may be many of other people's: their keys tell whose they are.
  const keys = (await db.rows(kind).toCollection().primaryKeys()).filter((key) => mine.has(key.slice(-26)));
  const rows = await db.rows<{ _id: string; idea: string; state: { given: boolean } }>(kind).bulkGet(keys);
  const bonded = new Set<string>();
  for (const row of rows) if (row?.document.state.given === true) bonded.add(keyOf(row.space, row.document.idea));
  // What was given to an idea counts where it lives on.
  for (const { space, into } of (await ideaRowsByKey(db, [...bonded])).values())
    if (into !== undefined) bonded.add(keyOf(space, into));
  return bonded;
}

/** Keys of the ideas that this person is something else to than their author, for each such bond. */
async function bondsOf(db: Database, me: readonly Bond[]): Promise<readonly ReadonlySet<string>[]> {
  const bonds: ReadonlySet<string>[] = [];
  if (me.includes('supported')) bonds.push(await bondedTo(db, 'support'));
  if (me.includes('followed')) bonds.push(await bondedTo(db, 'follow'));
  return bonds;
}

/** Whether an idea waits on whoever looks: for their answer, their decision, or for more of their words. */
const waitsOn =
  ({ answersIn }: Looking): Test =>
  (entry) =>
    (entry.mine && entry.paused === true) ||
    (answersIn !== undefined &&
      entry.key.startsWith(answersIn + '/') &&
      (entry.disputed === true || (entry.due !== undefined && entry.paused === undefined)));

/** What a filter says of each idea; its words are another matter. */
export const verdictOf = async (db: Database, filter: Filter, looking: Looking): Promise<Verdict> =>
  verdictWith(filter, looking, await bondsOf(db, filter.me ?? []));

function verdictWith(filter: Filter, looking: Looking, bonds: readonly ReadonlySet<string>[]): Verdict {
  const { unit, stage, category, challenge, me = [], from, to } = filter;
  const tests: Test[] = [];
  if (unit !== undefined) tests.push((entry) => entry.unit === unit);
  if (stage !== undefined) tests.push((entry) => entry.stage === stage);
  if (category !== undefined) tests.push((entry) => entry.category === category);
  if (challenge !== undefined) tests.push((entry) => entry.challenge === challenge);
  if (filter.picture === true) tests.push((entry) => entry.photo === true);
  if (filter.waits === true) tests.push(waitsOn(looking));
  if (filter.overdue === true)
    tests.push((entry) => entry.due !== undefined && entry.paused === undefined && entry.due < looking.today);
  if (from !== undefined) {
    const first = firstMinuteOf(from);
    tests.push((entry) => (entry.left ?? 0) >= first);
  }
  if (to !== undefined) {
    const end = firstMinuteOf(dayAfter(to));
    tests.push((entry) => (entry.left ?? 0) < end);
  }
  if (me.includes('author')) tests.push((entry) => entry.mine);
  for (const keys of bonds) tests.push((entry) => keys.has(entry.key));
  // Whoever asks for a stage, or for all, gets them.
  const isAll = stage !== undefined || filter.all === true;
  return (entry) => {
    for (const test of tests) if (!test(entry)) return 'out';
    if (isAll) return 'in';
    // What lives on in another is found there.
    if (entry.merged === true) return 'out';
    // Closed by one and not by another is not closed.
    return entry.stage === 'avslutad' && entry.disputed === undefined ? 'closed' : 'in';
  };
}

/** The list that a filter leaves: cheap enough for tens of thousands. */
export async function filteredIdeas(db: Database, filter: Filter, looking: Looking): Promise<FilteredIdeas> {
  // Read before anything else is awaited: who follows the list hears of what was read while Dexie knew for whom.
  const entries = await listEntries(db);
  const { me = [] } = filter;
  const bonds = me.some((bond) => bond !== 'author') ? await bondsOf(db, me) : [];
  const verdict = verdictWith(filter, looking, bonds);
  const keys: string[] = [];
  let closed = 0;
  for (const entry of entries) {
    const said = verdict(entry);
    if (said === 'in') keys.push(entry.key);
    else if (said === 'closed') closed += 1;
  }
  return { keys, closed };
}
