import type { Actor } from '#lib/domain/actor.ts';
import type { Happening } from '#lib/domain/events/happenings.ts';
import { type PrivateDocument, type PrivateDocuments, type Space, textOf } from '../couch/backend.ts';
import { CouchError } from '../couch/errors.ts';
import { faultOf, type Log } from '../log.ts';
import { documentsAround, Merges, Reading, rootOf } from './around.ts';
import { concerned, type Listener } from './concerned.ts';

/** Changes read at a time. */
const PAGE = 1000;

/** What the server has looked through of a space. */
interface Checkpoint {
  readonly seq: string;
  readonly epoch: string;
}

/** Hears of what has happened to people in a space. */
export type TakeIn = (found: ReadonlyMap<string, readonly Happening[]>) => Promise<void>;

interface Parts {
  readonly own: PrivateDocuments;
  readonly listeners: (space: string) => Promise<readonly Listener[]>;
  readonly takeIn: TakeIn;
  readonly log: Log;
  readonly now: () => number;
}

/** As whom a space is read for its listeners: one of them, who reads in it what all of them may. */
export const readerOf = ({ person, roles }: Listener, space: string): Actor => ({ id: person, roles, space });

/**
 * Looks through what has changed in one space since last time, and finds what has happened to those who listen. How
 * far it came is kept when all of it has been taken in, so that a server that stops in the middle begins again there;
 * what was taken in already is not taken in twice. While nobody listens nothing is read, and nothing is kept.
 */
export class Follower {
  readonly #space: Space;
  readonly #parts: Parts;
  readonly #merges = new Merges();

  constructor(space: Space, parts: Parts) {
    this.#space = space;
    this.#parts = parts;
  }

  /** Somebody may have begun to listen: what happens from now on is theirs to hear of. */
  async begin(): Promise<void> {
    const { own, listeners } = this.#parts;
    if ((await listeners(this.#space.name)).length === 0 || (await own.get(this.#id)) !== undefined) return;
    await this.#keep({ _id: this.#id, ...(await this.#space.mark()) });
  }

  /**
   * Takes in all that has changed. Run one at a time.
   * @param isStopping looked at between pages
   */
  async catchUp(isStopping: () => boolean): Promise<void> {
    const { own, listeners } = this.#parts;
    const audience = await listeners(this.#space.name);
    const kept = await own.get(this.#id);
    if (audience.length === 0) {
      // What happens before somebody listens again is nothing to be told of then.
      if (kept !== undefined) await this.#keep({ ...kept, _deleted: true });
      return;
    }
    const mark = await this.#space.mark();
    let from = kept as (typeof kept & Checkpoint) | undefined;
    // Another data set, as after a restore: what it has is no news.
    if (from?.epoch !== mark.epoch) {
      await this.#keep({ ...from, _id: this.#id, ...mark });
      return;
    }
    while (!isStopping()) {
      const { ids, last, isLast } = await this.#changes(from.seq, audience[0]!);
      if (ids.length > 0) {
        await this.#lookAround(ids, audience);
        await this.#keep({ ...from, seq: last });
        from = ((await own.get(this.#id)) as typeof from | undefined) ?? from;
      }
      if (isLast) return;
    }
  }

  get #id(): string {
    return 'notice-checkpoint:' + this.#space.name;
  }

  async #changes(since: string, listener: Listener) {
    const query = { since, limit: PAGE, descending: false, includeDocs: false, conflicts: false, allLeaves: false };
    const body = await textOf(await this.#space.changes(query, readerOf(listener, this.#space.name)));
    const { results, last_seq: last } = JSON.parse(body) as {
      results: readonly { readonly id: string }[];
      last_seq: string | number;
    };
    return { ids: results.map(({ id }) => id), last: String(last), isLast: results.length < PAGE };
  }

  /** However many documents around an idea have changed, it is looked at once. */
  async #lookAround(ids: readonly string[], audience: readonly Listener[]): Promise<void> {
    const { takeIn, log, now } = this.#parts;
    const { name } = this.#space;
    const changed = new Set(ids);
    const roots = new Set(ids.map(rootOf).filter((root) => root !== undefined));
    const reading = new Reading(this.#space, readerOf(audience[0]!, name));
    for (const root of roots) {
      const documents = await documentsAround(reading, this.#merges, root);
      const time = new Date(now()).toISOString();
      let found: ReadonlyMap<string, readonly Happening[]>;
      try {
        found = concerned(documents, audience, name, time);
      } catch (error) {
        // One idea that cannot be understood must not keep all the others from being told of.
        log.error('happenings-failed', { fault: faultOf(error) });
        continue;
      }
      // What is old and merely stands around what changed was told of when it came.
      await takeIn(onlyOf(found, ({ subject }) => changed.has(subject)));
    }
  }

  async #keep(document: PrivateDocument): Promise<void> {
    try {
      await this.#parts.own.put(document);
    } catch (error) {
      // Another app server has come as far, or nearly: what it took in is not taken in again.
      if (!(error instanceof CouchError && error.status === 409)) throw error;
    }
  }
}

/** Those of the happenings that are to be told, by person. */
export function onlyOf(
  found: ReadonlyMap<string, readonly Happening[]>,
  isTold: (happening: Happening) => boolean
): ReadonlyMap<string, readonly Happening[]> {
  const kept = [...found].map(([person, happenings]) => [person, happenings.filter(isTold)] as const);
  return new Map(kept.filter(([, happenings]) => happenings.length > 0));
}
