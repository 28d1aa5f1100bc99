import type { IdeaFilter } from '#lib/store/ideas.ts';
import type { FoundIdeas } from '#lib/store/search/idea-search.ts';
import { session } from './session.svelte.ts';

/** What the page asks its worker. */
export interface SearchQuestion {
  /** Grows with every question. */
  readonly number: number;
  readonly person: string;
  readonly query: string;
  readonly filter: IdeaFilter;
  /** The most keys that are of use. */
  readonly limit: number;
}

export type SearchAnswer =
  { readonly number: number; readonly found: FoundIdeas } | { readonly number: number; readonly fault: string };

interface Waiting {
  resolve(found: FoundIdeas | undefined): void;
  reject(error: Error): void;
}

interface Searching {
  readonly person: string;
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

let searching: Searching | undefined;
let asked = 0;

function begin(person: string): Searching {
  const worker = new Worker(new URL('./idea-search.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  const settle = (upTo: number, last: (waiting: Waiting) => void): void => {
    for (const [number, each] of waiting) {
      if (number > upTo) continue;
      waiting.delete(number);
      if (number === upTo) last(each);
      else each.resolve(undefined);
    }
  };
  worker.addEventListener('message', ({ data }: MessageEvent<SearchAnswer>) => {
    settle(data.number, (each) => ('found' in data ? each.resolve(data.found) : each.reject(new Error(data.fault))));
  });
  worker.addEventListener('error', (event) => {
    settle(asked, (each) => each.reject(new Error('the search has stopped: ' + event.message)));
    endIdeaSearch();
  });
  session.whenLeaving(endIdeaSearch);
  return { person, worker, waiting };
}

/**
 * Searches the ideas of a person's store on this device, beside the page.
 * @returns undefined when a later question has taken this one's place
 * @throws when the store cannot be read
 */
export function searchIdeas(
  person: string,
  query: string,
  filter: IdeaFilter,
  limit: number
): Promise<FoundIdeas | undefined> {
  if (searching?.person !== person) endIdeaSearch();
  const { worker, waiting } = (searching ??= begin(person));
  const number = ++asked;
  return new Promise((resolve, reject) => {
    waiting.set(number, { resolve, reject });
    worker.postMessage({ number, person, query, filter, limit } satisfies SearchQuestion);
  });
}

/** Forgets every word of the index. Whoever signs out leaves nothing in memory. */
export function endIdeaSearch(): void {
  searching?.worker.terminate();
  for (const each of searching?.waiting.values() ?? []) each.resolve(undefined);
  searching = undefined;
}
