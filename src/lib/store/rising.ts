import { liveQuery } from 'dexie';
import type { Database, IdeaRow } from './database.ts';

/**
 * Ideas on their way to the disk. The lists that somebody looks at in this tab show them at once, joined into what
 * they last read; that they are saved is said when `accept` has kept its promise, and nowhere before. Should the disk
 * refuse, they go from the lists again. Other tabs, and whoever asks anew, see what is on the disk and nothing else.
 */
interface Rising {
  readonly row: IdeaRow;
  /** It is on the disk: what is read from now on says how it stands. */
  hasLanded: boolean;
}

/** An idea of this tab's that is not on the disk yet. */
export interface RisingIdea extends IdeaRow {
  readonly status: 'saving';
}

type Join = (rows: readonly IdeaRow[]) => unknown;

const joins = new WeakMap<object, Join>();

/** Gives a query's answer with how ideas that are being saved show in it. `join` leaves alone those that it has. */
export function joined<T extends object>(answer: T, join: (rows: readonly IdeaRow[]) => T): T {
  joins.set(answer, join);
  return answer;
}

interface Watched {
  readonly rising: Set<Rising>;
  readonly watchers: Set<(rising: Rising) => void>;
}

const watched = new WeakMap<Database, Watched>();

function watchedOf(db: Database): Watched {
  let found = watched.get(db);
  if (found === undefined) {
    found = { rising: new Set(), watchers: new Set() };
    watched.set(db, found);
  }
  return found;
}

/** Shows rows in lists while `write` brings them to the disk. Fails as `write` does. */
export async function rise(db: Database, rows: readonly IdeaRow[], write: () => PromiseLike<void>): Promise<void> {
  const { rising, watchers } = watchedOf(db);
  const all = rows.map((row): Rising => ({ row, hasLanded: false }));
  const tell = (): void => {
    for (const each of all) for (const watcher of watchers) watcher(each);
  };
  for (const each of all) rising.add(each);
  tell();
  try {
    await write();
    // Lists have been told by the write itself, and read again; until they have read they go on showing it.
    for (const each of all) each.hasLanded = true;
    for (const each of all) rising.delete(each);
  } catch (error) {
    for (const each of all) rising.delete(each);
    tell();
    throw error;
  }
}

export interface Observer<T> {
  readonly next: (value: T) => void;
  readonly error?: (error: unknown) => void;
}

/** A live query whose answer is joined with what is being saved meanwhile. */
export const observe = <T>(db: Database, query: () => Promise<T>) => ({
  subscribe(next: ((value: T) => void) | Observer<T>, error?: (error: unknown) => void): { unsubscribe(): void } {
    const observer: Observer<T> = typeof next === 'function' ? { next, ...(error && { error }) } : next;
    const { rising, watchers } = watchedOf(db);
    let shown = [...rising];
    let last: { readonly value: T } | undefined;
    let isOver = false;
    const tell = (): void => {
      if (isOver || last === undefined) return;
      const join = joins.get(last.value as object);
      observer.next(join === undefined ? last.value : (join(shown.map(({ row }) => row)) as T));
    };
    const watcher = (changed: Rising): void => {
      shown = rising.has(changed) ? [...shown, changed] : shown.filter((each) => each !== changed);
      // Not in the midst of the write: what fails on a screen is nothing that saving fails of.
      if (last !== undefined && joins.has(last.value as object)) queueMicrotask(tell);
    };
    watchers.add(watcher);
    const subscription = liveQuery(query).subscribe({
      next: (value) => {
        last = { value };
        shown = shown.filter(({ hasLanded }) => !hasLanded);
        tell();
      },
      error: (failure: unknown) => observer.error?.(failure)
    });
    return {
      unsubscribe() {
        isOver = true;
        watchers.delete(watcher);
        subscription.unsubscribe();
      }
    };
  }
});
