import type { IdeaFacts } from '#lib/domain/leadership/facts.ts';
import { ideasBehind, overviewOf } from '#lib/domain/leadership/measures.ts';
import { Database } from '#lib/store/database.ts';
import { ideaFacts, type KeptFacts, storedFacts, storeFacts } from '#lib/store/overview.ts';
import { storeName } from '#lib/store/store-name.ts';
import type { OverviewAnswer, OverviewQuestion } from './overview.ts';

// Beside the page: reading ten thousand ideas and all that was decided about them would hold it up.
let db: Database | undefined;
let kept: KeptFacts | undefined;
let last: { readonly of: string; readonly facts: readonly IdeaFacts[] } | undefined;
let queue: Promise<void> = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<OverviewQuestion>) => {
  queue = queue.then(() => answer(data));
});

async function factsFor({ person, space, mark, view }: OverviewQuestion): Promise<readonly IdeaFacts[]> {
  const of = [space, mark, view.today].join();
  db ??= new Database(storeName(person), person);
  if (kept?.space !== space) kept = await storedFacts(db, space);
  if (last?.of !== of) last = { of, facts: await ideaFacts(db, kept) };
  return last.facts;
}

async function answer(question: OverviewQuestion): Promise<void> {
  const { number, view } = question;
  try {
    const facts = await factsFor(question);
    const found: OverviewAnswer =
      question.ask === 'overview'
        ? { number, overview: overviewOf(facts, view) }
        : { number, ids: ideasBehind(facts, view, question.measure, (point) => point.startsWith(question.point)) };
    postMessage(found);
  } catch (error) {
    db = undefined;
    kept = undefined;
    last = undefined;
    postMessage({ number, fault: String(error) } satisfies OverviewAnswer);
    return;
  }
  try {
    await storeFacts(db!, kept!);
  } catch {
    // A full disk: then it is read anew next time.
  }
}
