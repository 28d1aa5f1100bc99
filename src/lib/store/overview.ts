import { contentHash } from '#lib/core/ids.ts';
import type { Benefit } from '#lib/domain/benefit/benefit.ts';
import { standingOf } from '#lib/domain/benefit/standing.ts';
import { answerBy, type Answering, answeringOf } from '#lib/domain/ideas/answering.ts';
import type { Comment } from '#lib/domain/ideas/comment.ts';
import type { Decision } from '#lib/domain/ideas/decision.ts';
import { factsOf, type IdeaFacts } from '#lib/domain/leadership/facts.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import type { Database, IdeaRow, Row } from './database.ts';
import { listEntries } from './directory.ts';
import { readHead } from './head.ts';
import { rowsOfEntries } from './packs.ts';
import { answerDaysOf } from './settings.ts';

/** What is counted of an idea, as it was found at a stamp; undefined of one that was taken back. */
interface Kept {
  readonly stamp: number;
  readonly facts: IdeaFacts | undefined;
}

/** What is counted of each idea of one space, by row key, from one time to the next. */
export interface KeptFacts {
  readonly space: string;
  /** The municipality's days to answer in, which some ideas' days were counted with. */
  days: number | undefined;
  readonly byKey: Map<string, Kept>;
  /** How many were found since it was last stored. */
  news: number;
}

/** Another when what is counted of an idea is found in another way: what was kept before is of no use then. */
const VERSION = 1;
const nameOf = (space: string): string => `overview-${VERSION}:` + space;

/** More ideas than this are read with all the others, and worth storing: the next page need not read them. */
const FEW = 200;

/** Takes up what was stored of a space by `storeFacts`; empty where nothing was. */
export async function storedFacts(db: Database, space: string): Promise<KeptFacts> {
  const stored = (await db.meta.get(nameOf(space)))?.value as
    { readonly days: number; readonly json: string } | undefined;
  const entries = stored === undefined ? [] : (JSON.parse(stored.json) as [string, number, (IdeaFacts | null)?][]);
  const byKey = new Map(
    entries.map(([key, stamp, facts]): [string, Kept] => [
      key,
      // JSON has no undefined: what is absent there has the same meaning.
      { stamp, facts: facts ?? undefined }
    ])
  );
  return { space, days: stored?.days, byKey, news: 0 };
}

/** Keeps what was found on the disk, where it is much: reading it all again takes seconds on a phone. */
export async function storeFacts(db: Database, kept: KeptFacts): Promise<void> {
  if (kept.news <= FEW) return;
  const json = JSON.stringify([...kept.byKey].map(([key, { stamp, facts }]) => [key, stamp, facts ?? null]));
  await db.meta.put({ name: nameOf(kept.space), value: { days: kept.days, json } });
  kept.news = 0;
}

/** Takes away what was kept of a space. Call inside a transaction, when its ideas are taken away. */
export const forgetFacts = async (db: Database, space: string): Promise<void> => db.meta.delete(nameOf(space));

/**
 * What is counted of every idea of a space that was not taken back. Only ideas that have changed are read; the first
 * time that is all of them and all that was decided, a second for ten thousand, so it is asked for beside the page.
 * @param kept what was found before; it is brought up to date
 */
export function ideaFacts(db: Database, kept: KeptFacts): Promise<readonly IdeaFacts[]> {
  const { space, byKey } = kept;
  const kinds = ['decision', 'comment', 'benefit', 'settings'].map((kind) => db.table(kind));
  return db.transaction('r', [db.meta, db.directory, db.idea, db.packs, ...kinds], async () => {
    const [all, said, days] = await Promise.all([
      listEntries(db),
      rowsOf<Benefit>(db, 'benefit', space),
      answerDaysOf(db, space)
    ]);
    const entries = all.filter(({ key }) => key.startsWith(space + '/'));
    if (kept.days !== days) byKey.clear();
    kept.days = days;
    const changed = entries.filter(({ key, stamp }) => byKey.get(key)?.stamp !== stamp);
    const found = await factsOfRows(db, space, await rowsOfEntries(db, changed), days);
    for (const { key, stamp } of changed) byKey.set(key, { stamp, facts: found.get(key) });
    kept.news += changed.length;
    if (byKey.size > entries.length) {
      const here = new Set(entries.map(({ key }) => key));
      for (const key of byKey.keys()) if (!here.has(key)) byKey.delete(key);
    }
    const benefits = grouped(said);
    return [...byKey.values()].flatMap(({ facts }) => {
      if (facts === undefined) return [];
      const own = benefits.get(facts.id);
      return own === undefined ? facts : { ...facts, benefit: standingOf(own) };
    });
  });
}

/** What is counted of these ideas, by row key; without those that were taken back. */
async function factsOfRows(
  db: Database,
  space: string,
  rows: readonly IdeaRow[],
  days: number
): Promise<ReadonlyMap<string, IdeaFacts>> {
  const decided = grouped(
    rows.length > FEW
      ? await rowsOf<Decision>(db, 'decision', space)
      : await rowsAbout<Decision>(
          db,
          'decision',
          space,
          rows.map((row) => row.id)
        )
  );
  // What an author says matters only while they are asked for more.
  const asked = new Set(
    rows.map((row) => row.id).filter((id) => decided.get(id)?.some((each) => each.to === 'komplettering') === true)
  );
  const comments = grouped(await rowsAbout<Comment>(db, 'comment', space, [...asked]));
  const now = db.clock();
  const answering = (row: IdeaRow, decisions: readonly Decision[]): Answering =>
    asked.has(row.id)
      ? answeringOf(row.document, decisions, comments.get(row.id) ?? [], days, now)
      : {
          by: row.document.answerBy ?? answerBy(row.document.at, days),
          answeredAt: row.answeredAt,
          isPaused: false
        };
  return new Map(
    rows
      .filter((row) => row.document.retracted === undefined)
      .map((row) => {
        const decisions = decided.get(row.id) ?? [];
        const place = { unit: row.unit, isMerged: row.into !== undefined };
        return [row.key, factsOf(row.document, decisions, answering(row, decisions), place)];
      })
  );
}

/** Another text whenever anything that is counted in a space may have changed. */
export async function overviewMark(db: Database, space: string): Promise<string> {
  const [{ stamps }, days, benefits] = await Promise.all([
    readHead(db),
    answerDaysOf(db, space),
    rowsOf<Benefit>(db, 'benefit', space)
  ]);
  // What is said of benefit never changes, but that it is withdrawn.
  const said = benefits.map(({ key, document }) => key + (document.withdrawn === undefined ? '' : '!'));
  return contentHash([...stamps, days, ...said].join());
}

const rowsAbout = async <D extends Envelope>(
  db: Database,
  kind: 'decision' | 'comment',
  space: string,
  ideas: readonly string[]
): Promise<Row<D>[]> =>
  (await db.rows<D>(kind).where('document.idea').anyOf(ideas).toArray()).filter((row) => row.space === space);

const rowsOf = <D extends Envelope>(db: Database, kind: 'decision' | 'benefit', space: string): Promise<Row<D>[]> =>
  db
    .rows<D>(kind)
    .where('key')
    .startsWith(space + '/')
    .toArray();

function grouped<D extends { readonly _id: string; readonly idea: string }>(
  rows: readonly Row<D>[]
): ReadonlyMap<string, readonly D[]> {
  const groups = new Map<string, D[]>();
  for (const { document } of rows) {
    const group = groups.get(document.idea);
    if (group === undefined) groups.set(document.idea, [document]);
    else group.push(document);
  }
  return groups;
}
