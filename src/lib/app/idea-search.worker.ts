import { Database } from '#lib/store/database.ts';
import { IdeaSearch } from '#lib/store/search/idea-search.ts';
import { storeName } from '#lib/store/store-name.ts';
import type { SearchAnswer, SearchQuestion } from './idea-search.ts';

// Beside the page, so that reading and indexing tens of thousands of ideas never holds up what somebody types.
let search: IdeaSearch | undefined;
let newest = 0;
let queue: Promise<void> = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<SearchQuestion>) => {
  newest = data.number;
  queue = queue.then(() => answer(data));
});

async function answer({ number, person, query, filter, limit }: SearchQuestion): Promise<void> {
  // Somebody has typed on since.
  if (number !== newest) return;
  try {
    search ??= new IdeaSearch(new Database(storeName(person), person));
    postMessage({ number, found: await search.search(query, filter, limit) } satisfies SearchAnswer);
  } catch (error) {
    search = undefined;
    postMessage({ number, fault: String(error) } satisfies SearchAnswer);
  }
}
