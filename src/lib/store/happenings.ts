import type { Challenge } from '#lib/domain/challenges/challenge.ts';
import { dueHappening } from '#lib/domain/events/due-happenings.ts';
import { type Happening, latestFirst, type Reader } from '#lib/domain/events/happening.ts';
import { dueBecause, happeningsOf } from '#lib/domain/events/happenings.ts';
import type { Group } from '#lib/domain/groups/group.ts';
import type { Membership } from '#lib/domain/groups/membership.ts';
import type { Comment } from '#lib/domain/ideas/comment.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { KIND_NAMES, type KindName } from '#lib/domain/registry.ts';
import { kindName } from '#lib/core/ids.ts';
import { type Database, type IdeaRow, keyOf, type Row } from './database.ts';
import { readDirectory } from './directory.ts';
import type { EntriesByKey } from './packed-entries.ts';
import { ideaRowsByKey } from './packs.ts';
import { rowsOf } from './rows.ts';

/** Something that happened, and the space it happened in. */
export interface ToldHappening extends Happening {
  readonly space: string;
}

/** The person: their roles, and every id they write under. */
export type Listener = Pick<Reader, 'ids' | 'roles'>;

type Tabled = Exclude<KindName, 'idea'>;
type Entries = Pick<EntriesByKey, 'get' | 'values'>;

const ideaIdOf = (key: string): string => key.slice(key.indexOf('/') + 1);
const spaceOf = (key: string): string => key.slice(0, key.indexOf('/'));
/** The row key of the idea that a row `<space>/<kind>:<idea>:<own>` belongs to. */
const ideaKeyOf = (key: string): string => keyOf(spaceOf(key), 'idea:' + key.split(':')[1]!);

/**
 * What has happened since a moment that concerns the person, the last first. Of their own ideas, and those they have
 * to do with, only those are read about which something was said or decided since then: the directory knows which.
 * @param since ISO
 * @param now ISO
 */
export async function happeningsSince(
  db: Database,
  who: Listener,
  since: string,
  now: string
): Promise<ToldHappening[]> {
  const { byKey } = await readDirectory(db);
  const concerns = await db.concerns.toCollection().primaryKeys();
  const apart = await apartFromIdeas(db, who);
  const ideas = await tiedIdeas(db, byKey, concerns, apart, { who, since });
  const around = await aroundIdeas(db, ideas, concerns);
  const bySpace = new Map<string, Envelope[]>();
  for (const { space, document } of [...ideas, ...apart, ...around]) {
    const documents = bySpace.get(space);
    if (documents === undefined) bySpace.set(space, [document]);
    else documents.push(document);
  }
  const found = new Map<string, ToldHappening>();
  const add = (happening: ToldHappening): void => {
    if (happening.at >= since) found.set(happening.space + ' ' + happening.id, happening);
  };
  for (const each of answersDue(byKey, who, since, now)) add(each);
  for (const [space, documents] of bySpace)
    for (const each of happeningsOf(documents, { ...who, space }, now)) add({ ...each, space });
  return [...found.values()].sort(latestFirst);
}

/** Working groups, challenges and what else has its own tables, all of them small or found by the person. */
async function apartFromIdeas(db: Database, { ids }: Listener): Promise<Row[]> {
  const [tasks, memberships, challenges, shares, settings, referrals, stories] = await Promise.all([
    db
      .rows('grouptask')
      .where('document.assignee')
      .anyOf([...ids])
      .toArray(),
    db
      .rows<Membership>('membership')
      .where('document.person')
      .anyOf([...ids])
      .toArray(),
    db.rows('challenge').toArray(),
    db.rows('share').toArray(),
    db.rows('settings').toArray(),
    db.rows('referral').toArray(),
    db.rows('story').toArray()
  ]);
  const groups = await db
    .rows<Group>('group')
    .bulkGet([...new Set(memberships.map(({ space, document }) => keyOf(space, document.group)))]);
  return [
    ...tasks,
    ...memberships,
    ...groups.filter((row) => row !== undefined),
    ...challenges,
    ...shares,
    ...settings,
    ...referrals,
    ...stories
  ];
}

/** The ideas that the person is tied to and that there is something to tell of, with those they are merged with. */
async function tiedIdeas(
  db: Database,
  byKey: Entries,
  concerns: readonly string[],
  apart: readonly Row[],
  { who, since }: { readonly who: Listener; readonly since: string }
): Promise<IdeaRow[]> {
  const tied = new Set(concerns.map(ideaKeyOf));
  const told = new Set(
    apart
      .map((row) => row.document as Challenge)
      .filter(({ _id, resultAt }) => kindName(_id) === 'challenge' && resultAt !== undefined && resultAt.at >= since)
      .map(({ _id }) => _id)
  );
  const answering: string[] = [];
  for (const entry of byKey.values()) {
    if (entry.mine) tied.add(entry.key);
    if (entry.challenge !== undefined && told.has(entry.challenge)) answering.push(entry.key);
  }
  // That it was passed on is no activity, nor that its story is told.
  const beside = apart
    .filter(({ document }) => ['referral', 'story'].includes(kindName(document._id)))
    .map(({ key }) => ideaKeyOf(key));
  const wanted = new Set([...beside, ...answering].filter((key) => tied.has(key)));
  for (const key of tied) {
    const entry = byKey.get(key);
    // What was introduced is followed up by the calendar.
    const isUsed = entry?.stage === 'infors' || entry?.stage === 'i-drift';
    if (entry !== undefined && (entry.activity >= since || entry.merged === true || isUsed)) wanted.add(key);
  }
  const spoken = await db
    .rows<Comment>('comment')
    .where('document.idea')
    .anyOf(answering.map(ideaIdOf))
    .filter(({ document }) => who.ids.includes(document.by))
    .toArray();
  for (const { key } of spoken) wanted.add(ideaKeyOf(key));

  const rows = new Map(await ideaRowsByKey(db, [...wanted]));
  const family = (row: IdeaRow): string[] =>
    [row.into, ...(row.merged ?? [])].filter((id) => id !== undefined).map((id) => keyOf(row.space, id));
  // From one that was merged to the one that lives on, and from that to the others that live on in it.
  for (let step = 0; step < 2; step++) {
    const more = [...new Set([...rows.values()].flatMap(family))].filter((key) => !rows.has(key));
    for (const [key, row] of await ideaRowsByKey(db, more)) rows.set(key, row);
  }
  return [...rows.values()];
}

/** What was said, decided and given around these ideas, of supports and follows only the person's own. */
async function aroundIdeas(db: Database, ideas: readonly IdeaRow[], concerns: readonly string[]): Promise<Row[]> {
  const here = new Set(ideas.map(({ key }) => key));
  const isHere = ({ key }: Row): boolean => here.has(ideaKeyOf(key));
  const ids = [...new Set(ideas.map(({ id }) => id))];
  const of = async (kind: Tabled): Promise<Row[]> =>
    (await db.rows(kind).where('document.idea').anyOf(ids).toArray()).filter(isHere);
  const given = (kind: 'support' | 'follow') =>
    db.rows(kind).bulkGet(concerns.filter((key) => kindName(ideaIdOf(key)) === kind && here.has(ideaKeyOf(key))));
  const [comments, decisions, benefits, supports, follows] = await Promise.all([
    of('comment'),
    of('decision'),
    of('benefit'),
    given('support'),
    given('follow')
  ]);
  const mentioned = new Set(concerns);
  const edited = comments.filter(
    ({ key, document }) => mentioned.has(key) && (document as Comment).edited !== undefined
  );
  const versions =
    edited.length === 0
      ? []
      : await db
          .rows('variant')
          .where('document.of')
          .anyOf(edited.map(({ document }) => document._id))
          .toArray();
  return [
    ...comments,
    ...decisions,
    ...benefits,
    ...versions,
    ...[...supports, ...follows].filter((row) => row !== undefined)
  ];
}

const DAY_MS = 86_400_000;
/** Days within which a day may be near: two working days, and the longest holidays between them. */
const NEAR_DAYS = 14;

/** Answers that are due, from the directory alone: of what a coach answers there may be thousands. */
function answersDue(byKey: Entries, who: Listener, since: string, now: string): readonly ToldHappening[] {
  const first = new Date(Date.parse(since) - 2 * DAY_MS).toISOString().slice(0, 10);
  const last = new Date(Date.parse(now) + NEAR_DAYS * DAY_MS).toISOString().slice(0, 10);
  const found: ToldHappening[] = [];
  for (const { key, due, paused, merged, mine } of byKey.values()) {
    if (due === undefined || paused === true || merged === true || due < first || due > last) continue;
    const space = spaceOf(key);
    const because = dueBecause(mine ? 'author' : undefined, { ...who, space });
    if (because === undefined) continue;
    const idea = ideaIdOf(key);
    const happening = dueHappening({ subject: idea, idea, due, because }, now);
    if (happening !== null) found.push({ ...happening, space });
  }
  return found;
}

/** The documents that tell of some happenings, and those of their places: by `<space>/<id>`, without those that have gone. */
export async function documentsOf(
  db: Database,
  wanted: readonly { readonly space: string; readonly id: string }[]
): Promise<ReadonlyMap<string, Envelope>> {
  const found = new Map<string, Envelope>();
  for (const space of new Set(wanted.map((each) => each.space))) {
    const ids = [...new Set(wanted.filter((each) => each.space === space).map(({ id }) => id))];
    const known = ids.filter((id) => (KIND_NAMES as readonly string[]).includes(kindName(id)));
    for (const [id, { document }] of await rowsOf(db, space, known)) found.set(keyOf(space, id), document);
  }
  return found;
}
