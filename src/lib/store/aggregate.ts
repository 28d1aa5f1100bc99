import type { Comment } from '#lib/domain/ideas/comment.ts';
import { ANSWER_DAYS, answerBy, answeringOf } from '#lib/domain/ideas/answering.ts';
import type { Idea } from '#lib/domain/ideas/idea.ts';
import type { Photo } from '#lib/domain/ideas/photo.ts';
import type { Referral } from '#lib/domain/ideas/referral.ts';
import type { Support } from '#lib/domain/ideas/support.ts';
import { type Database, type IdeaRow, keyOf, type Row } from './database.ts';
import { familiesOf } from './families.ts';
import { readHead, writeHead } from './head.ts';
import { ideaRowsByKey, putIdeaRows } from './packs.ts';
import { answerDaysOf } from './settings.ts';

/** Kinds whose documents change what an idea's row says. */
export const RELATED = ['comment', 'support', 'decision', 'photo', 'referral'] as const;

const DAY = 24 * 60 * 60 * 1000;

/** What time it is, and the last moment that is believed of others' clocks; ISO. */
export interface Clock {
  readonly now: string;
  readonly end: string;
}

export const clockOf = (now: string): Clock => ({ now, end: new Date(Date.parse(now) + DAY).toISOString() });

/**
 * The last of the moments. One that is more than a day ahead says nothing of when it was: somebody's
 * clock is wrong, or somebody wants to stand first for ever. It counts as the moment it became known here.
 */
function latest(moments: readonly (string | undefined)[], { now, end }: Clock): string {
  return moments.reduce<string>((last, moment) => {
    const next = moment === undefined || moment <= end ? (moment ?? '') : now;
    return next > last ? next : last;
  }, '');
}

/** The names this person writes under, as far as this device knows: their id and their alias. */
export async function identities(db: Database): Promise<ReadonlySet<string>> {
  return new Set([db.person, ...(await readHead(db)).identities]);
}

/** Remembers another name of this person's. */
export async function addIdentity(db: Database, identity: string): Promise<void> {
  const known = await identities(db);
  if (!known.has(identity)) await writeHead(db, { identities: [...known, identity] });
}

/** The row of an idea nothing has happened to yet. */
export const freshIdeaRow = (space: string, document: Idea, own: ReadonlySet<string>, clock: Clock): IdeaRow => ({
  key: keyOf(space, document._id),
  id: document._id,
  space,
  document,
  unit: document.unit ?? '',
  stage: 'ny',
  activity: latest([document.at, document.edited?.at], clock),
  since: document.at,
  supports: 0,
  comments: 0,
  ...(document.retracted === undefined ? { due: document.answerBy ?? answerBy(document.at, ANSWER_DAYS) } : {}),
  ...(isOwn(document, own) ? { mine: true as const } : {})
});

/** Whether the person wrote the idea, alone or with others. */
const isOwn = ({ by, coauthors = [] }: Idea, own: ReadonlySet<string>): boolean =>
  own.has(by) || coauthors.some((each) => own.has(each));

const PAST_KEPT = 20;

function pastOf(row: IdeaRow, document: Idea): readonly string[] {
  const before = row.document._rev;
  const past = row.past ?? [];
  return before === undefined || before === document._rev ? past : [before, ...past].slice(0, PAST_KEPT);
}

/** The row of an idea whose document changed and whose surroundings did not; they are counted anew. */
export const withDocument = (row: IdeaRow, document: Idea, clock: Clock): IdeaRow => ({
  ...row,
  document,
  past: pastOf(row, document),
  activity: latest([row.activity, document.edited?.at], clock)
});

/**
 * Counts anew what stands around the given ideas of one space. Ideas that are not here yet are
 * remembered, and counted when they come. Call inside the transaction that changed them.
 */
export async function recount(db: Database, space: string, ideas: ReadonlySet<string>): Promise<void> {
  if (ideas.size === 0) return;
  const families = await familiesOf(db, space, [...ideas]);
  const { ids } = families;
  const inSpace = (row: { space: string }) => row.space === space;
  const around = async <D extends Comment | Support | Referral | Photo>(
    kind: Exclude<(typeof RELATED)[number], 'decision'>
  ) =>
    groupBy(
      (await db.rows<D>(kind).where('document.idea').anyOf(ids).toArray()).filter(inSpace),
      (row) => row.document.idea
    );
  const [rows, comments, supports, referrals, photos, orphans, own, days] = await Promise.all([
    ideaRowsByKey(
      db,
      ids.map((id) => keyOf(space, id))
    ),
    around<Comment>('comment'),
    around<Support>('support'),
    around<Referral>('referral'),
    around<Photo>('photo'),
    orphanSet(db),
    identities(db),
    answerDaysOf(db, space)
  ]);
  const spokenOf = orphans.size;
  const clock = clockOf(db.clock());
  const changed: IdeaRow[] = [];
  for (const id of ids) {
    const row = rows.get(keyOf(space, id));
    if (row === undefined) {
      orphans.add(keyOf(space, id));
      continue;
    }
    orphans.delete(row.key);
    // What was given to those that live on in it was given to it.
    const all = [id, ...families.mergedInto(id)];
    const standing = (comments.get(id) ?? []).filter((comment) => comment.retracted === undefined);
    const said = all.flatMap((each) => (comments.get(each) ?? []).filter(({ retracted }) => retracted === undefined));
    const given = all.flatMap((each) => (supports.get(each) ?? []).filter((support) => support.state.given));
    const decided = families.decisions.get(id) ?? [];
    const path = families.pathOf(id);
    const referred = lastOf((referrals.get(id) ?? []).filter((each) => each.withdrawn === undefined));
    const survivor = families.survivorOf(id);
    const photo = (photos.get(id) ?? []).map((each) => each._id).sort()[0];
    const answering = answeringOf(row.document, decided, standing, days, clock.now);
    const { due: _due, ...fresh } = freshIdeaRow(space, row.document, own, clock);
    const isOpen = answering.answeredAt === undefined && survivor === id && row.document.retracted === undefined;
    changed.push({
      ...fresh,
      ...(row.place === undefined ? {} : { place: row.place }),
      ...(row.past === undefined ? {} : { past: row.past }),
      unit: referred?.unit ?? fresh.unit,
      stage: path.stage,
      since: path.current?.at ?? row.document.at,
      activity: latest(
        [fresh.activity, ...said.map((each) => each.at), ...decided.map((each) => each.withdrawn?.at ?? each.at)],
        clock
      ),
      supports: new Set(given.map((support) => support.by)).size,
      comments: said.length,
      ...(isOpen ? { due: answering.by } : {}),
      ...(isOpen && answering.isPaused ? { paused: true as const } : {}),
      ...(answering.answeredAt === undefined ? {} : { answeredAt: answering.answeredAt }),
      ...(path.disputed.length > 0 ? { disputed: true as const } : {}),
      ...(path.current === undefined ? {} : { handler: path.current.by }),
      ...(referred?.municipality === undefined ? {} : { passedTo: referred.municipality }),
      ...(survivor === id ? {} : { into: survivor }),
      ...(all.length === 1 ? {} : { merged: all.slice(1) }),
      ...(photo === undefined ? {} : { photo })
    });
  }
  await putIdeaRows(db, changed);
  if (orphans.size !== spokenOf || changed.length < ids.length) await writeHead(db, { orphans: [...orphans] });
}

const lastOf = <D extends { readonly _id: string; readonly at: string }>(documents: readonly D[]): D | undefined =>
  documents.reduce<D | undefined>(
    (last, next) => (last === undefined || last.at + last._id < next.at + next._id ? next : last),
    undefined
  );

/** Ideas that were spoken of before they came. */
export async function orphanSet(db: Database): Promise<Set<string>> {
  return new Set((await readHead(db)).orphans);
}

function groupBy<D>(
  rows: readonly Row<D & { _id: string }>[],
  by: (row: Row<D & { _id: string }>) => string
): Map<string, D[]> {
  const groups = new Map<string, D[]>();
  for (const row of rows) {
    const group = groups.get(by(row));
    if (group === undefined) groups.set(by(row), [row.document]);
    else group.push(row.document);
  }
  return groups;
}
