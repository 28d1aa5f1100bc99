import { sameContent } from '#lib/core/json.ts';
import type { Entry } from '#lib/domain/methods/entry.ts';

/** Gives an entry that says what it said as the very object it was. */
export class Steady {
  #known: ReadonlyMap<string, Entry> = new Map();

  of(entries: readonly Entry[]): readonly Entry[] {
    const next = entries.map((entry) => {
      const before = this.#known.get(entry._id);
      return before !== undefined && isSame(before, entry) ? before : entry;
    });
    this.#known = new Map(next.map((entry) => [entry._id, entry]));
    return next;
  }
}

const stamps = ({ _rev, edited, place, colour, removed }: Entry): string =>
  [_rev, edited?.at, place?.at, colour?.at, removed?.at].join();

// What is changed here has another time, and what came from elsewhere another revision; but a revision may also come
// with the server's receipt, and then nothing of what is said has changed.
function isSame(before: Entry, after: Entry): boolean {
  if (before._rev === after._rev) return stamps(before) === stamps(after);
  return sameContent({ ...before, _rev: '' }, { ...after, _rev: '' });
}
