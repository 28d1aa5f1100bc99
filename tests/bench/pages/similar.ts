import { DEMO_IDEAS } from '#lib/server/demo/ideas.ts';
import { SimilarTexts } from '#lib/store/search/similar-texts.ts';
import { WordIndex } from '#lib/store/search/word-index.ts';
import { Random } from '../../simulation/random.ts';

// Words as the demo's people write them, some of them put together to ones that nobody has written.
const written = DEMO_IDEAS.flatMap(({ title, need, proposal }) => `${title} ${need} ${proposal}`.split(/\s+/));
const distinct = [...new Set(written)];

/**
 * How long a question for similar ideas takes among so many, in ms, when their words are indexed.
 * @returns what making the index took, and each question
 */
function similar(count: number, times: number): { made: number; taken: number[] } {
  const random = new Random(1);
  const word = (): string => {
    if (random.chance(0.75)) return random.pick(written);
    const first = random.pick(distinct);
    return random.chance(0.15) ? first + random.pick(distinct).toLowerCase() : first;
  };
  const text = (words: number): string => Array.from({ length: words }, word).join(' ');
  const index = new WordIndex();
  const texts = new SimilarTexts(index);
  const began = performance.now();
  for (let number = 0; number < count; number++)
    index.put('uddevalla/idea:' + number, text(5), text(20 + random.below(60)));
  texts.find('nyckelskåp', 1);
  const made = performance.now() - began;
  const taken = Array.from({ length: times }, (_, turn) => {
    const question = text(4) + '\n' + text((turn % 6) * 12);
    const started = performance.now();
    texts.find(question, 12);
    return performance.now() - started;
  });
  return { made, taken };
}

Object.assign(globalThis, { similar });
