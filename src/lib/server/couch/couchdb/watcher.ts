import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SpaceMark } from '../backend.ts';
import { CouchError, unavailable } from '../errors.ts';
import type { CouchClient } from './client.ts';

/** One look waits this long, milliseconds, and then asks anew whether the data set is the same. */
const LOOK = 25_000;
const AFTER_FAULT = 1000;

/** The number a sequence starts with; it grows while the data set lives. */
const ordinal = (seq: string): number => Number.parseInt(seq, 10) || 0;

/**
 * Follows one database, so that all who wait for it cost CouchDB one request together, and an idle
 * look costs it none.
 */
export class Watcher {
  readonly #client: CouchClient;
  readonly #path: string;
  readonly #listeners = new Set<() => void>();
  #isClosed = false;
  /** The look under way. */
  #looking = new AbortController();
  readonly #onFault: (error: unknown) => void;
  #mark: SpaceMark | undefined;
  #highest = 0;

  constructor(client: CouchClient, database: string, onFault: (error: unknown) => void) {
    this.#onFault = onFault;
    this.#client = client;
    this.#path = '/' + database;
  }

  /** Reads where the space stands, and follows it until closed. */
  async start(): Promise<void> {
    await this.#look();
    void this.#follow();
  }

  /** Where the space stands; asked of CouchDB itself while the watcher cannot reach it. */
  async mark(): Promise<SpaceMark> {
    if (this.#mark !== undefined) return this.#mark;
    try {
      return await this.#look();
    } catch (error) {
      if (error instanceof CouchError && error.status === 404) throw unavailable(error.reason);
      throw error;
    }
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#isClosed = true;
    this.#looking.abort();
  }

  async #follow(): Promise<void> {
    while (!this.#isClosed) {
      try {
        const { seq } = this.#mark ?? (await this.#look());
        this.#looking = new AbortController();
        const query = { feed: 'longpoll', since: seq, timeout: LOOK, style: 'main_only' };
        const answer = await this.#client.admin(this.#path + '/_changes', { query, signal: this.#looking.signal });
        const { results, last_seq } = (await answer.json()) as { results: unknown[]; last_seq: string };
        // Quiet for a while: the moment to ask whether this still is the same data set.
        if (results.length === 0) await this.#look();
        else this.#set({ seq: last_seq, epoch: this.#mark?.epoch ?? (await this.#epoch(last_seq)) });
      } catch (error) {
        if (this.#isClosed) return;
        // Whatever it is, CouchDB is not followed now; those who ask are told what it answers them.
        this.#onFault(error);
        this.#mark = undefined;
        await sleep(AFTER_FAULT, undefined, { ref: false });
      }
    }
  }

  async #look(): Promise<SpaceMark> {
    const answer = await this.#client.admin(this.#path + '/_changes', { query: { since: 'now', limit: 1 } });
    const { last_seq: seq } = (await answer.json()) as { last_seq: string };
    const epoch = await this.#epoch(seq);
    // The same place has more than one name in a cluster: what is known already stays as it is called.
    const known = this.#mark;
    if (known?.epoch === epoch && ordinal(known.seq) === ordinal(seq)) return known;
    return this.#set({ seq, epoch });
  }

  #set(mark: SpaceMark): SpaceMark {
    this.#mark = mark;
    this.#highest = Math.max(this.#highest, ordinal(mark.seq));
    for (const listener of this.#listeners) listener();
    return mark;
  }

  /** The data set's identity; a new one where it has none, or has lost what this server has seen. */
  async #epoch(seq: string): Promise<string> {
    const path = this.#path + '/_local/epoch';
    const kept = await this.#read(path);
    if (kept !== undefined && ordinal(seq) >= this.#highest) return kept.epoch;
    const json = { ...kept, epoch: randomUUID() };
    this.#highest = ordinal(seq);
    try {
      await (await this.#client.admin(path, { method: 'PUT', json })).arrayBuffer();
      return json.epoch;
    } catch (error) {
      // Another app server was first; its word counts.
      const other = error instanceof CouchError && error.status === 409 ? await this.#read(path) : undefined;
      if (other === undefined) throw error;
      return other.epoch;
    }
  }

  async #read(path: string): Promise<{ epoch: string } | undefined> {
    try {
      return (await (await this.#client.admin(path)).json()) as { epoch: string };
    } catch (error) {
      if (error instanceof CouchError && error.status === 404 && error.reason !== 'Database does not exist.')
        return undefined;
      throw error;
    }
  }
}
