import type { Filter } from '#lib/domain/find/filter.ts';
import type { Looking } from '#lib/store/idea-filter.ts';
import type { Findable, Hits } from '#lib/store/search/everything.ts';
import type { FoundIdeas, SimilarFilter, SimilarIdea } from '#lib/store/search/idea-search.ts';
import { session } from './session.svelte.ts';

/** What the page asks its worker: which ideas have the words of a query, what of everything has, or what is about the same as a text. */
export type SearchQuestion = {
  /** Grows with every question. */
  readonly number: number;
  readonly person: string;
} & (
  | {
      readonly ask: 'search';
      readonly query: string;
      readonly filter: Filter;
      readonly looking: Looking;
      /** The most keys that are of use. */
      readonly limit: number;
    }
  | {
      readonly ask: 'everything';
      readonly query: string;
      readonly kind: Findable | undefined;
      /** The most that are of use. */
      readonly limit: number;
    }
  | { readonly ask: 'similar'; readonly text: string; readonly among: SimilarFilter }
);

export type SearchAnswer =
  | { readonly number: number; readonly found: FoundIdeas }
  | { readonly number: number; readonly everything: Hits }
  | { readonly number: number; readonly similar: readonly SimilarIdea[] }
  | { readonly number: number; readonly fault: string };

interface Waiting {
  readonly ask: SearchQuestion['ask'];
  /** With undefined: a later question has taken its place, or the person has gone. */
  settle(answer: SearchAnswer | undefined): void;
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
  worker.addEventListener('message', ({ data }: MessageEvent<SearchAnswer>) => {
    const asker = waiting.get(data.number);
    for (const [number, each] of waiting) {
      // Searches that were overtaken are never answered.
      const isOvertaken = number < data.number && each.ask === asker?.ask && each.ask !== 'similar';
      if (number !== data.number && !isOvertaken) continue;
      waiting.delete(number);
      each.settle(number === data.number ? data : undefined);
    }
  });
  worker.addEventListener('error', (event) => {
    const fault = 'the search has stopped: ' + event.message;
    for (const [number, each] of waiting) each.settle({ number, fault });
    waiting.clear();
    endIdeaSearch();
  });
  session.whenLeaving(endIdeaSearch);
  return { person, worker, waiting };
}

type Asked<Q> = Q extends unknown ? Omit<Q, 'number' | 'person'> : never;

function ask(person: string, question: Asked<SearchQuestion>): Promise<SearchAnswer | undefined> {
  if (searching?.person !== person) endIdeaSearch();
  const { worker, waiting } = (searching ??= begin(person));
  const number = ++asked;
  return new Promise((resolve, reject) => {
    waiting.set(number, {
      ask: question.ask,
      settle: (answer) =>
        answer !== undefined && 'fault' in answer ? reject(new Error(answer.fault)) : resolve(answer)
    });
    worker.postMessage({ ...question, number, person } as SearchQuestion);
  });
}

/**
 * Searches the ideas of a person's store on this device, beside the page.
 * @returns undefined when a later search has taken this one's place
 * @throws when the store cannot be read
 */
export async function searchIdeas(
  person: string,
  query: string,
  filter: Filter,
  looking: Looking,
  limit: number
): Promise<FoundIdeas | undefined> {
  const answer = await ask(person, { ask: 'search', query, filter, looking, limit });
  return answer !== undefined && 'found' in answer ? answer.found : undefined;
}

/**
 * Searches everything on this device, beside the page, the best first.
 * @param kind things of one kind alone; of all when absent
 * @returns undefined when a later search has taken this one's place
 * @throws when the store cannot be read
 */
export async function searchEverything(
  person: string,
  query: string,
  kind: Findable | undefined,
  limit: number
): Promise<Hits | undefined> {
  const answer = await ask(person, { ask: 'everything', query, kind, limit });
  return answer !== undefined && 'everything' in answer ? answer.everything : undefined;
}

/**
 * Ideas on this device that are about the same as a text, the most alike first, found beside the page. The text's
 * first line counts as its title. Merged ideas are represented by the one they live on in; ideas taken back, or
 * closed for a year, are left out. Every question is answered: whoever asks with each letter puts them one after the
 * other (`latestWins`).
 * @returns nothing when nothing is alike, or when the person has signed out meanwhile
 * @throws when the store cannot be read
 */
export async function similar(text: string, among: SimilarFilter): Promise<readonly SimilarIdea[]> {
  if (session.person === null || text.trim() === '') return [];
  const answer = await ask(session.person.id, { ask: 'similar', text, among });
  return answer !== undefined && 'similar' in answer ? answer.similar : [];
}

/** Forgets every word of the index. Whoever signs out leaves nothing in memory. */
export function endIdeaSearch(): void {
  searching?.worker.terminate();
  for (const each of searching?.waiting.values() ?? []) each.settle(undefined);
  searching = undefined;
}
