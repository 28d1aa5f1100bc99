import { Database } from '#lib/store/database.ts';
import { IdeaSearch } from '#lib/store/search/idea-search.ts';
import { storeName } from '#lib/store/store-name.ts';
import type { SearchAnswer, SearchQuestion } from './idea-search.ts';

// Beside the page, so that reading and indexing tens of thousands of ideas never holds up what somebody types.
let search: IdeaSearch | undefined;
/** The last question of each sort: those before it are not answered. */
const newest = { search: 0, everything: 0, similar: 0 };
let queue: Promise<void> = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<SearchQuestion>) => {
  newest[data.ask] = data.number;
  queue = queue.then(() => answer(data));
});

async function answer(question: SearchQuestion): Promise<void> {
  const { number, person } = question;
  // Somebody has typed on since.
  if (question.ask !== 'similar' && number !== newest[question.ask]) return;
  try {
    search ??= new IdeaSearch(new Database(storeName(person), person));
    postMessage(await answerOf(search, question));
  } catch (error) {
    search = undefined;
    postMessage({ number, fault: String(error) } satisfies SearchAnswer);
  }
}

async function answerOf(search: IdeaSearch, question: SearchQuestion): Promise<SearchAnswer> {
  const { number } = question;
  switch (question.ask) {
    case 'search':
      return { number, found: await search.search(question.query, question.filter, question.looking, question.limit) };
    case 'everything':
      return { number, everything: await search.everything(question.query, question) };
    case 'similar':
      return { number, similar: await search.similar(question.text, question.among) };
  }
}
