import { createHash } from 'node:crypto';
import type { Choices } from '#lib/domain/events/choices.ts';
import type { HappeningType } from '#lib/domain/events/happening.ts';
import type { PrivateDocument, PrivateDocuments } from '../couch/backend.ts';
import { CouchError } from '../couch/errors.ts';
import type { PushTarget } from './push-sender.ts';

/** Somebody is at work with it until then; whoever finds it later may take over. */
export interface Lease {
  /** Milliseconds since 1970. */
  readonly until: number;
  /** How many times it has been tried. */
  readonly tries: number;
}

/** A device that is told, and what it has not been told yet. */
export interface Device extends PushTarget {
  /** A hash of the address. */
  readonly id: string;
  /** ISO. */
  readonly at: string;
  /** For each happening that waits, a short hash of its idea, or the empty string. */
  readonly waiting: readonly string[];
  readonly lease?: Lease;
  /** Milliseconds since 1970. */
  readonly toldAt?: number;
}

/** Where summaries go, and what the next one is about. */
export interface Mailbox {
  readonly address: string;
  /** ISO; absent until the link in the first mail was followed. */
  readonly confirmedAt?: string;
  /** Of that link, while it holds. */
  readonly confirmation?: { readonly hash: string; readonly until: number };
  /** Stands in every mail, and ends them. */
  readonly unsubscribe: string;
  readonly waiting: readonly HappeningType[];
  /** When the first of it came, milliseconds since 1970: it goes at the first hour for summaries after that. */
  readonly since?: number;
  readonly lease?: Lease;
}

/** All that the server remembers of what one person wants to hear: one document, so that each change is whole. */
export interface Page {
  readonly choices: Choices;
  readonly devices: readonly Device[];
  readonly mail?: Mailbox;
  /** Happenings that have been taken in, by a hash of their id, with their day: none is taken in again. */
  readonly known: Readonly<Record<string, string>>;
}

const PREFIX = 'notices:';
/** Writers of one page at the same time are a few servers; more tries than that is something else. */
const TRIES = 20;

/** A short name for something, that does not give it away. */
export const shortHash = (text: string, bytes: number): string =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .slice(0, bytes * 2);

export const deviceId = (endpoint: string): string => shortHash(endpoint, 12);

/** What every person wants to hear, in documents of the server's own. */
export class NoticeBook {
  readonly #own: PrivateDocuments;

  constructor(own: PrivateDocuments) {
    this.#own = own;
  }

  async page(person: string): Promise<Page | undefined> {
    const found = await this.#own.get(PREFIX + person);
    return found === undefined ? undefined : pageOf(found);
  }

  /** Everybody's, by person. */
  async all(): Promise<ReadonlyMap<string, Page>> {
    const documents = await this.#own.all(PREFIX);
    return new Map(documents.map((document) => [document._id.slice(PREFIX.length), pageOf(document)]));
  }

  /**
   * Changes a person's page. Of several servers that do so at once each sees what the others did, so that whatever
   * `change` takes away or marks is its own.
   * @param change from what stands, undefined where nothing does, to what is to stand; null: nothing is to be kept;
   *   the same object: nothing changes. May be called again.
   * @returns what stands afterwards, and whether this call changed it
   */
  async change(
    person: string,
    change: (page: Page | undefined) => Page | null | undefined
  ): Promise<{ readonly page: Page | undefined; readonly isChanged: boolean }> {
    const id = PREFIX + person;
    for (let left = TRIES; ; left--) {
      const stored = await this.#own.get(id);
      const before = stored === undefined ? undefined : pageOf(stored);
      const after = change(before);
      if (after === before || (after === null && stored === undefined)) return { page: before, isChanged: false };
      const rev = stored?._rev === undefined ? {} : { _rev: stored._rev };
      try {
        await this.#own.put(after == null ? { _id: id, ...rev, _deleted: true } : { _id: id, ...rev, ...after });
        return { page: after ?? undefined, isChanged: true };
      } catch (error) {
        if (!(error instanceof CouchError && error.status === 409) || left === 0) throw error;
      }
    }
  }
}

function pageOf(document: PrivateDocument): Page {
  const { choices, devices, mail, known } = document as unknown as Page;
  return { choices, devices, known, ...(mail === undefined ? {} : { mail }) };
}
