import { kindName } from '#lib/core/ids.ts';
import { markWords, type Part } from '#lib/core/words.ts';
import type { Stage } from '#lib/domain/ideas/stages.ts';
import type { KindName } from '#lib/domain/registry.ts';
import { type Database, type IdeaRow, keyOf, type Row } from '../database.ts';
import { readDirectory } from '../directory.ts';
import { ideaRowsByKey } from '../packs.ts';
import { ideaTitle } from '../titles.ts';
import { Around, textsAround, textsOfTop } from './around.ts';
import { type Found, FullText, type FullTextResult } from './full-text.ts';
import { type Candidate, marker, type Passage, passagesOf } from './passages.ts';
import type { WordIndex } from './word-index.ts';

/** What can be found by itself; what is said around it leads to it. */
export const FINDABLE = ['idea', 'challenge', 'group'] as const;
export type Findable = (typeof FINDABLE)[number];

/** Something a search has found, as a page of results shows it. */
export interface Hit {
  /** `<space>/<id>` */
  readonly key: string;
  readonly space: string;
  readonly id: string;
  readonly kind: Findable;
  readonly title: readonly Part[];
  /** Where it stands; empty where only the title has it. */
  readonly passages: readonly Passage[];
  /** By words that look like what was written, or by some of them. */
  readonly isNear: boolean;
  /** Of ideas. */
  readonly stage?: Stage;
  readonly unit?: string;
  /** Taken back by its author. */
  readonly isRetracted?: true;
}

/** What a search came to. */
export interface Hits {
  readonly hits: readonly Hit[];
  /** How many there are of each kind, those that only look alike included. */
  readonly counts: Readonly<Record<Findable, number>>;
  readonly total: number;
}

/** So many are counted at most by kind; nobody reads on. */
const COUNTED = 5_000;

const kindOf = (key: string): Findable => kindName(key.slice(key.indexOf('/') + 1)) as Findable;

/** Search in everything on this device, over the index of the ideas and what stands around them. */
export class Everything {
  readonly #db: Database;
  readonly #around: Around;
  readonly #fullText: FullText;

  constructor(db: Database, index: WordIndex) {
    this.#db = db;
    this.#around = new Around(db, index);
    this.#fullText = new FullText(index);
  }

  /**
   * @param changed keys of ideas that have changed since last time
   * @param kind things of one kind alone; of all when absent
   * @param limit the most that are of use
   */
  async find(
    query: string,
    { kind, limit }: { readonly kind?: Findable | undefined; readonly limit: number },
    changed: readonly string[]
  ): Promise<Hits> {
    await this.#around.follow(changed);
    const { byKey: activity } = await readDirectory(this.#db);
    const newest = (a: string, b: string): number => {
      const [one, other] = [activity.get(a)?.activity ?? '', activity.get(b)?.activity ?? ''];
      return one < other ? 1 : one > other ? -1 : 0;
    };
    // What is said of an idea that is not here stands around nothing.
    const isHere = (key: string): boolean => kindOf(key) !== 'idea' || activity.has(key);
    const result = this.#fullText.find(query, COUNTED, isHere, newest);
    const counts = { idea: 0, challenge: 0, group: 0 };
    for (const { key } of result.found) counts[kindOf(key)] += 1;
    const chosen = result.found.filter(({ key }) => kind === undefined || kindOf(key) === kind);
    return {
      hits: await this.#shown(chosen.slice(0, limit), result),
      counts,
      total: kind === undefined ? result.total : counts[kind]
    };
  }

  async #shown(found: readonly Found[], result: FullTextResult): Promise<readonly Hit[]> {
    const ideas = await ideaRowsByKey(
      this.#db,
      found.filter(({ key }) => kindOf(key) === 'idea').map(({ key }) => key)
    );
    const hits = await Promise.all(found.map((each) => this.#hit(each, result, ideas)));
    return hits.filter((hit) => hit !== undefined);
  }

  async #hit(
    { key, isNear, places }: Found,
    { meant }: FullTextResult,
    ideas: ReadonlyMap<string, IdeaRow>
  ): Promise<Hit | undefined> {
    const kind = kindOf(key);
    const row: Row | undefined =
      kind === 'idea' ? ideas.get(key) : await this.#db.rows(kind as Exclude<KindName, 'idea'>).get(key);
    if (row === undefined) return undefined;
    const { space, document } = row;
    const id = document._id;
    const own = kind === 'idea' ? ideaTexts(row as IdeaRow) : textsOfTop(kind, document);
    const [title = { field: 'title', text: '' }, ...texts] = own;
    const around = await textsAround(
      this.#db,
      key,
      places.filter((place) => place !== 'own')
    );
    const candidates: Candidate[] = [...texts.map((text) => ({ ...text, place: 'own' as const, id })), ...around];
    const idea = kind === 'idea' ? (row as IdeaRow) : undefined;
    return {
      key: keyOf(space, id),
      space,
      id,
      kind,
      title: markWords(title.text, marker(meant, isNear)),
      passages: passagesOf(candidates, meant, isNear, title.text),
      isNear,
      ...(idea === undefined ? {} : { stage: idea.stage, unit: idea.unit }),
      ...(idea?.document.retracted === undefined ? {} : { isRetracted: true as const })
    };
  }
}

function ideaTexts({ document }: IdeaRow) {
  const { need, proposal } = document;
  return [
    { field: 'title', text: ideaTitle(document) },
    { field: 'need', text: need },
    { field: 'proposal', text: proposal }
  ];
}
