import type { Comment } from '#lib/domain/ideas/comment.ts';
import type { Decision } from '#lib/domain/ideas/decision.ts';
import type { Idea } from '#lib/domain/ideas/idea.ts';
import type { Photo } from '#lib/domain/ideas/photo.ts';
import { stageAfter } from '#lib/domain/ideas/stages.ts';
import type { Support } from '#lib/domain/ideas/support.ts';
import { type Database, type IdeaRow, keyOf, type Row } from './database.ts';
import { ideaRowsByKey, putIdeaRows } from './packs.ts';

/** Kinds whose documents change what an idea's row says. */
export const RELATED = ['comment', 'support', 'decision', 'photo'] as const;

const ORPHANS = 'orphans';

const DAY = 24 * 60 * 60 * 1000;

/**
 * The last of the moments. One that is more than a day ahead says nothing of when it was: somebody's
 * clock is wrong, or somebody wants to stand first for ever. It counts as the moment it became known here.
 */
function latest(moments: readonly (string | undefined)[], now: string): string {
  const end = new Date(Date.parse(now) + DAY).toISOString();
  return moments.reduce<string>((last, moment) => {
    const next = moment === undefined || moment <= end ? (moment ?? '') : now;
    return next > last ? next : last;
  }, '');
}

const IDENTITIES = 'identities';

/** The names this person writes under, as far as this device knows: their id and their alias. */
export async function identities(db: Database): Promise<ReadonlySet<string>> {
  const stored = (await db.meta.get(IDENTITIES))?.value as readonly string[] | undefined;
  return new Set([db.person, ...(stored ?? [])]);
}

/** Remembers another name of this person's. */
export async function addIdentity(db: Database, identity: string): Promise<void> {
  const known = await identities(db);
  if (!known.has(identity)) await db.meta.put({ name: IDENTITIES, value: [...known, identity] });
}

/** The row of an idea nothing has happened to yet. */
export const freshIdeaRow = (space: string, document: Idea, own: ReadonlySet<string>, now: string): IdeaRow => ({
  key: keyOf(space, document._id),
  id: document._id,
  space,
  document,
  unit: document.unit ?? '',
  stage: 'ny',
  activity: latest([document.at, document.edited?.at], now),
  supports: 0,
  comments: 0,
  ...(own.has(document.by) ? { mine: true as const } : {})
});

const PAST_KEPT = 20;

function pastOf(row: IdeaRow, document: Idea): readonly string[] {
  const before = row.document._rev;
  const past = row.past ?? [];
  return before === undefined || before === document._rev ? past : [before, ...past].slice(0, PAST_KEPT);
}

/** The row of an idea whose document changed and whose surroundings did not. */
export const withDocument = (row: IdeaRow, document: Idea, now: string): IdeaRow => ({
  ...row,
  document,
  past: pastOf(row, document),
  unit: document.unit ?? '',
  activity: latest([row.activity, document.edited?.at], now)
});

/**
 * Counts anew what stands around the given ideas of one space. Ideas that are not here yet are
 * remembered, and counted when they come. Call inside the transaction that changed them.
 */
export async function recount(db: Database, space: string, ideas: ReadonlySet<string>): Promise<void> {
  if (ideas.size === 0) return;
  const ids = [...ideas];
  const inSpace = (row: { space: string }) => row.space === space;
  const around = async <D extends Comment | Support | Decision | Photo>(kind: (typeof RELATED)[number]) =>
    groupBy(
      (await db.rows<D>(kind).where('document.idea').anyOf(ids).toArray()).filter(inSpace),
      (row) => row.document.idea
    );
  const [rows, comments, supports, decisions, photos] = await Promise.all([
    ideaRowsByKey(
      db,
      ids.map((id) => keyOf(space, id))
    ),
    around<Comment>('comment'),
    around<Support>('support'),
    around<Decision>('decision'),
    around<Photo>('photo')
  ]);
  const orphans = await orphanSet(db);
  const own = await identities(db);
  const now = db.clock();
  const changed: IdeaRow[] = [];
  ids.forEach((id) => {
    const row = rows.get(keyOf(space, id));
    if (row === undefined) {
      orphans.add(keyOf(space, id));
      return;
    }
    orphans.delete(row.key);
    const said = (comments.get(id) ?? []).filter((comment) => comment.retracted === undefined);
    const decided = decisions.get(id) ?? [];
    const photo = (photos.get(id) ?? []).map((each) => each._id).sort()[0];
    const { photo: _photo, ...kept } = freshIdeaRow(space, row.document, own, now);
    changed.push({
      ...kept,
      ...(row.place === undefined ? {} : { place: row.place }),
      ...(row.past === undefined ? {} : { past: row.past }),
      stage: stageAfter(decided),
      activity: latest([kept.activity, ...said.map((each) => each.at), ...decided.map((each) => each.at)], now),
      supports: (supports.get(id) ?? []).filter((each) => each.state.given).length,
      comments: said.length,
      ...(photo === undefined ? {} : { photo })
    });
  });
  await putIdeaRows(db, changed);
  await db.meta.put({ name: ORPHANS, value: [...orphans] });
}

/** Ideas that were spoken of before they came. */
export async function orphanSet(db: Database): Promise<Set<string>> {
  const stored = await db.meta.get(ORPHANS);
  return new Set((stored?.value as string[] | undefined) ?? []);
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
