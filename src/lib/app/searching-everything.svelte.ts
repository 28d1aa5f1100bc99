import { findPersonalNumbers } from '#lib/domain/personal-number.ts';
import type { Findable, Hits } from '#lib/store/search/everything.ts';
import { searchEverything } from './idea-search.ts';
import { session } from './session.svelte.ts';

/** A search of one letter is a search for nearly everything. */
export const SHORTEST_QUERY = 2;

/**
 * A search in everything that follows what somebody types, and what changes. Make it while a component is being made.
 */
export class SearchingEverything {
  /** What was last found, and for what; stands while the next is looked for. Undefined before the first. */
  found = $state.raw<(Hits & { readonly query: string }) | undefined>(undefined);
  hasFailed = $state(false);

  /** @param changes anything that is another whenever what is searched has changed */
  constructor(query: () => string, kind: () => Findable | undefined, limit: () => number, changes: () => unknown) {
    $effect(() => {
      const [wanted, only, most] = [query(), kind(), limit()];
      changes();
      if (wanted.length < SHORTEST_QUERY) {
        this.found = undefined;
        return;
      }
      if (session.person === null) return;
      void this.#look(session.person.id, wanted, only, most);
    });
  }

  async #look(person: string, query: string, kind: Findable | undefined, limit: number): Promise<void> {
    try {
      const found = await searchEverything(person, query, kind, limit);
      if (found === undefined) return;
      this.found = { ...found, query };
      this.hasFailed = false;
    } catch (error) {
      this.hasFailed = true;
      // Said on the page; what went wrong is for whoever looks into it.
      console.error(error);
    }
  }
}

const RECENT = 'recent-searches';
const MOST_RECENT = 8;

/** What this person has lately searched for on this device, the last first. It never leaves the device. */
export async function recentSearches(): Promise<readonly string[]> {
  const kept = await session.store.setting(RECENT);
  return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [];
}

/** Remembers a search that led somewhere; nothing with a personal identity number in it. */
export async function rememberSearch(query: string): Promise<void> {
  if (query.length < SHORTEST_QUERY || findPersonalNumbers(query).length > 0) return;
  const before = (await recentSearches()).filter((each) => each.toLowerCase() !== query.toLowerCase());
  await session.store.setSetting(RECENT, [query, ...before].slice(0, MOST_RECENT));
}

/** Forgets them all. */
export const forgetSearches = (): Promise<void> => session.store.setSetting(RECENT, undefined);
