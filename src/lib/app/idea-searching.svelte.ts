import type { Filter } from '#lib/domain/find/filter.ts';
import type { Looking } from '#lib/store/idea-filter.ts';
import type { FoundIdeas } from '#lib/store/search/idea-search.ts';
import { searchIdeas } from './idea-search.ts';
import { session } from './session.svelte.ts';
import { looking } from './views.ts';

/** The most ideas a search shows: nobody scrolls through more, and fewer cross over to the page at once. */
const MOST = 500;

/**
 * A search that follows what somebody types, the list's filter, and what changes in the ideas. Make it while a
 * component is being made.
 */
export class IdeaSearching {
  /** What was last found; stands while the next is looked for. Undefined before the first. */
  found = $state.raw<FoundIdeas | undefined>(undefined);
  hasFailed = $state(false);

  /** @param changes anything that is another whenever the ideas have changed */
  constructor(query: () => string, filter: () => Filter, changes: () => unknown) {
    $effect(() => {
      const wanted = query();
      const among = filter();
      const who = looking();
      changes();
      if (wanted === '') {
        this.found = undefined;
        return;
      }
      if (session.person === null) return;
      void this.#look(session.person.id, wanted, among, who);
    });
  }

  async #look(person: string, query: string, filter: Filter, who: Looking): Promise<void> {
    try {
      const found = await searchIdeas(person, query, filter, who, MOST);
      if (found === undefined) return;
      this.found = found;
      this.hasFailed = false;
    } catch (error) {
      this.hasFailed = true;
      // Said on the page; what went wrong is for whoever looks into it.
      console.error(error);
    }
  }
}
