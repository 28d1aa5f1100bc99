import type { Database } from '../database.ts';
import type { IdeaFilter } from '../ideas.ts';
import { listEntries, readDirectory, rowsOfEntries } from '../packs.ts';
import { WordIndex } from './word-index.ts';

/** Ideas that have every word of a query, newest activity first. */
export interface FoundIdeas {
  /** Row keys, no more than were asked for. */
  readonly keys: readonly string[];
  /** How many there are in all. */
  readonly total: number;
}

/** Pages of the directory that are read and indexed at a time. */
const PAGES = 20;

/**
 * Full-text search over the ideas on this device: title, need and proposal. The index is in memory; it follows
 * the directory's stamps, so that a search after a change reads what changed and no more.
 */
export class IdeaSearch {
  readonly #db: Database;
  readonly #index = new WordIndex();
  #stamps: readonly number[] = [];
  readonly #pages = new Map<number, ReadonlySet<string>>();

  constructor(db: Database) {
    this.#db = db;
  }

  async search(query: string, { unit, stage }: IdeaFilter, limit: number): Promise<FoundIdeas> {
    await this.#follow();
    const isMeant = this.#index.find(query);
    const keys: string[] = [];
    let total = 0;
    for (const entry of await listEntries(this.#db)) {
      if (unit !== undefined && entry.unit !== unit) continue;
      if (stage !== undefined && entry.stage !== stage) continue;
      if (!isMeant(entry.key)) continue;
      total += 1;
      if (keys.length < limit) keys.push(entry.key);
    }
    return { keys, total };
  }

  /** Reads what changed since last time. */
  async #follow(): Promise<void> {
    const { stamps, pages } = await readDirectory(this.#db);
    const stale = stamps.flatMap((stamp, page) => (this.#stamps[page] === stamp ? [] : [page]));
    for (let start = 0; start < stale.length; start += PAGES) {
      const numbers = stale.slice(start, start + PAGES);
      const rows = await rowsOfEntries(
        this.#db,
        numbers.flatMap((page) => [...pages[page]!.values()])
      );
      for (const page of numbers) {
        const keys = new Set(pages[page]!.keys());
        for (const key of this.#pages.get(page) ?? []) if (!keys.has(key)) this.#index.delete(key);
        this.#pages.set(page, keys);
      }
      for (const { key, document } of rows)
        this.#index.put(key, `${document.title}\n${document.need}\n${document.proposal}`);
    }
    this.#stamps = stamps;
  }
}
