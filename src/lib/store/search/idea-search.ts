import type { Filter } from '#lib/domain/find/filter.ts';
import type { Stage } from '#lib/domain/ideas/stages.ts';
import { type Database, type IdeaRow, keyOf } from '../database.ts';
import { type Looking, verdictOf } from '../idea-filter.ts';
import { listEntries, type ListEntry, readDirectory } from '../directory.ts';
import { ideaRowsByKey, rowsOfEntries } from '../packs.ts';
import { Everything, type Findable, type Hits } from './everything.ts';
import { SimilarTexts } from './similar-texts.ts';
import { WordIndex } from './word-index.ts';

/** Ideas that have every word of a query, newest activity first. */
export interface FoundIdeas {
  /** Row keys, no more than were asked for. */
  readonly keys: readonly string[];
  /** How many there are in all. */
  readonly total: number;
  /** Closed ones that the filter leaves out. */
  readonly closed: number;
}

/** Which ideas may be among the similar ones. */
export interface SimilarFilter {
  /** Those of one space; of all that are here when absent. */
  readonly space?: string | undefined;
  readonly stages?: readonly Stage[] | undefined;
  /** The most that are of use. */
  readonly limit: number;
}

/** An idea that is about the same as a text. */
export interface SimilarIdea {
  /** `<space>/<id>` */
  readonly key: string;
  /** Above 0 and at most 1: how much of what the text says the idea says too. */
  readonly score: number;
}

/** So many times what was asked for is looked at, since some are taken back or live on in others. */
const SPARE = 4;
/** An idea that was closed weighs so much less, since it can still be learned from... */
const CLOSED = 0.7;
/** ...until it has been closed for so long. */
const LONG_CLOSED_MS = 365 * 24 * 60 * 60 * 1000;

/** Pages of the directory that are read and indexed at a time. */
const PAGES = 20;

/**
 * Full-text search over the ideas on this device: title, need and proposal. The index is in memory; it follows
 * the directory's stamps, so that a search after a change reads what changed and no more.
 */
export class IdeaSearch {
  readonly #db: Database;
  readonly #index = new WordIndex();
  readonly #similar = new SimilarTexts(this.#index);
  /** Made when somebody first asks for it: it reads much that the list has no use for. */
  #everything: Everything | undefined;
  /** Ideas that have changed since everything was last searched. */
  #changed: string[] = [];
  /** Entries that were known when their page was last read. */
  #known = new WeakSet<ListEntry>();
  #stamps: readonly number[] = [];
  readonly #pages = new Map<number, ReadonlySet<string>>();

  constructor(db: Database) {
    this.#db = db;
  }

  async search(query: string, filter: Filter, looking: Looking, limit: number): Promise<FoundIdeas> {
    await this.#follow();
    const isMeant = this.#index.find(query);
    const verdict = await verdictOf(this.#db, filter, looking);
    const keys: string[] = [];
    let [total, closed] = [0, 0];
    for (const entry of await listEntries(this.#db)) {
      if (!isMeant(entry.key)) continue;
      const said = verdict(entry);
      if (said === 'closed') closed += 1;
      if (said !== 'in') continue;
      total += 1;
      if (keys.length < limit) keys.push(entry.key);
    }
    return { keys, total, closed };
  }

  /**
   * Searches everything that is here: ideas and what is said around them, challenges, and groups with their meetings,
   * decisions and tasks. The best first.
   */
  async everything(
    query: string,
    options: { readonly kind?: Findable | undefined; readonly limit: number }
  ): Promise<Hits> {
    await this.#follow();
    const isFirst = this.#everything === undefined;
    this.#everything ??= new Everything(this.#db, this.#index);
    const changed = isFirst ? [] : this.#changed;
    this.#changed = [];
    return this.#everything.find(query, options, changed);
  }

  /**
   * Ideas that are about the same as a text, the most alike first; the text's first line counts as its title.
   * Merged ones are represented by the one they live on in. Those taken back, or closed for a year, are left out,
   * and those closed since count for less.
   */
  async similar(text: string, { space, stages, limit }: SimilarFilter): Promise<SimilarIdea[]> {
    await this.#follow();
    const entries = stages === undefined ? undefined : await listEntries(this.#db);
    const among =
      entries && new Set(entries.filter((each) => each.merged || stages?.includes(each.stage)).map((each) => each.key));
    const isWanted = (key: string): boolean =>
      (space === undefined || key.startsWith(space + '/')) && (among === undefined || among.has(key));
    const alike = this.#similar.find(text, limit * SPARE, isWanted);
    const rows = await this.#withSurvivors(alike.map((each) => each.key));
    const closedBefore = new Date(Date.parse(this.#db.clock()) - LONG_CLOSED_MS).toISOString();
    const scores = new Map<string, number>();
    for (const { key, score } of alike) {
      const row = survivorOf(rows, key);
      if (row === undefined || row.document.retracted !== undefined) continue;
      if (stages !== undefined && !stages.includes(row.stage)) continue;
      const isClosed = row.stage === 'avslutad';
      if (isClosed && row.since < closedBefore) continue;
      const weighed = score * (isClosed ? CLOSED : 1);
      if ((scores.get(row.key) ?? 0) < weighed) scores.set(row.key, weighed);
    }
    return [...scores]
      .map(([key, score]) => ({ key, score }))
      .sort((a, b) => b.score - a.score)
      .slice(0, limit);
  }

  /** The rows of these ideas and of those they live on in. */
  async #withSurvivors(keys: readonly string[]): Promise<ReadonlyMap<string, IdeaRow>> {
    const rows = new Map(await ideaRowsByKey(this.#db, keys));
    const others = [...rows.values()].flatMap(({ space, into }) => (into === undefined ? [] : [keyOf(space, into)]));
    for (const [key, row] of await ideaRowsByKey(this.#db, others)) rows.set(key, row);
    return rows;
  }

  /** Reads what changed since last time. */
  async #follow(): Promise<void> {
    const { stamps, pages } = await readDirectory(this.#db);
    const stale = stamps.flatMap((stamp, page) => (this.#stamps[page] === stamp ? [] : [page]));
    for (let start = 0; start < stale.length; start += PAGES) {
      const numbers = stale.slice(start, start + PAGES);
      const rows = await rowsOfEntries(
        this.#db,
        numbers.flatMap((page) => pages[page]!)
      );
      for (const page of numbers) {
        for (const entry of pages[page]!) {
          if (this.#everything !== undefined && !this.#known.has(entry)) this.#changed.push(entry.key);
          this.#known.add(entry);
        }
        const keys = new Set(pages[page]!.map((entry) => entry.key));
        for (const key of this.#pages.get(page) ?? []) if (!keys.has(key)) this.#index.delete(key);
        this.#pages.set(page, keys);
      }
      for (const { key, document } of rows)
        this.#index.put(key, document.title, `${document.need}\n${document.proposal}`);
    }
    this.#stamps = stamps;
  }
}

/** The idea that lives on for one: itself, or what it was merged into. */
function survivorOf(rows: ReadonlyMap<string, IdeaRow>, key: string): IdeaRow | undefined {
  const row = rows.get(key);
  return row?.into === undefined ? row : rows.get(keyOf(row.space, row.into));
}
