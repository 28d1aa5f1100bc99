import { wordsOf } from '#lib/core/words.ts';
import { isCompoundOf, partsOf, rootsOf } from './roots.ts';
import { SortedWords } from './sorted-words.ts';
import { COMMON_WORDS, STOP_WORDS } from './stop-words.ts';
import type { WordIndex } from './word-index.ts';

/** A text that is about the same, and how much: 1 has every word that matters, in its title. */
export interface SimilarText {
  readonly key: string;
  readonly score: number;
}

/** Words of a query that are looked at; who writes more is met by these. */
const MOST_WORDS = 24;
/** With so many others, words that nearly every idea has say nothing more. */
const WITHOUT_COMMON = 6;
/** Words that a text must have for its likeness to be whole: a long query is never met by all of it. */
const ENOUGH_WORDS = 7;
/** Below this two texts share words and not a matter. */
const LEAST = 0.33;
const LEAST_OF_FEW = 0.45;
const IN_BODY = 0.8;
const IN_QUERY_TITLE = 1.5;
const AS_PART = 0.6;
const WHEN_COMMON = 0.25;
/** In few texts every word is rare; so many unseen ones are thought beside them. */
const UNSEEN = 50;
/** Rarer than this is a misspelling or a name, and weighs no more. */
const MOST_WEIGHT = 6;

/**
 * Finds the texts of an index that are about the same matter as another: words by their roots in Swedish and
 * English, compounds by their parts, the rare ones weighing more (inverse document frequency), measured against
 * what the query says rather than how long the texts are.
 */
export class SimilarTexts {
  readonly #index: WordIndex;
  readonly #byRoot = new Map<string, string[]>();
  readonly #roots = new SortedWords();
  /** The roots from behind. */
  readonly #endings = new SortedWords();
  #seen = 0;

  constructor(index: WordIndex) {
    this.#index = index;
  }

  /**
   * The texts most like `query`, the most alike first; none that share only a word or two with it. Its first line
   * is its title, and weighs more.
   * @param isWanted which keys may be among them
   */
  find(query: string, limit: number, isWanted: (key: string) => boolean = () => true): SimilarText[] {
    this.#learn();
    const words = meaningful(query);
    const titled = new Set(meaningful(query.trim().split('\n')[0]!));
    if (words.length === 0) return [];
    const { numbers, size } = this.#index;
    const scores = new Float32Array(numbers);
    const matched = new Uint8Array(numbers);
    /** How well each text says the word at hand, and the way of saying it at hand, and when that was found. */
    const met = new Float32Array(numbers);
    const wayMet = new Float32Array(numbers);
    const turnOf = new Uint16Array(numbers);
    const wayTurnOf = new Uint16Array(numbers);
    const weights: number[] = [];
    let [turn, wayTurn] = [0, 0];
    for (const word of words) {
      turn += 1;
      const touched: number[] = [];
      /** The word's own rarity: no way of saying it counts for more. */
      let most: number | undefined;
      for (const way of this.#waysToSay(word)) {
        wayTurn += 1;
        const said: number[] = [];
        for (const [other, weight] of way)
          for (const posting of this.#index.postingsOf(other)) {
            const number = posting >> 1;
            const meets = weight * (posting & 1 ? 1 : IN_BODY);
            if (wayTurnOf[number] !== wayTurn) {
              wayTurnOf[number] = wayTurn;
              wayMet[number] = meets;
              said.push(number);
            } else if (meets > wayMet[number]!) wayMet[number] = meets;
          }
        const rarity = Math.min(MOST_WEIGHT, Math.log(1 + (size + UNSEEN) / (said.length + 1)));
        most ??= rarity;
        for (const number of said) {
          const meets = rarity * wayMet[number]!;
          if (turnOf[number] !== turn) {
            turnOf[number] = turn;
            met[number] = Math.min(most, meets);
            touched.push(number);
          } else met[number] = Math.min(most, met[number]! + meets);
        }
      }
      const common = isCommon(word);
      const weight = (common ? WHEN_COMMON : 1) * (titled.has(word) ? IN_QUERY_TITLE : 1);
      weights.push(weight * most!);
      for (const number of touched) {
        scores[number]! += weight * met[number]!;
        if (!common) matched[number]! += 1;
      }
    }
    const whole = weights
      .sort((a, b) => b - a)
      .slice(0, ENOUGH_WORDS)
      .reduce((sum, each) => sum + each, 0);
    const isShort = words.filter((word) => !isCommon(word)).length <= 2;
    const found: SimilarText[] = [];
    // The newest first, so that they stand before others that are as much alike.
    for (let number = numbers - 1; number >= 0; number--) {
      const score = Math.min(1, scores[number]! / whole);
      if (score < (isShort ? LEAST_OF_FEW : LEAST) || matched[number]! < (isShort ? 1 : 2)) continue;
      if (found.length === limit && score <= found[limit - 1]!.score) continue;
      const key = this.#index.keyOf(number);
      if (key === undefined || !isWanted(key)) continue;
      const place = found.findIndex((each) => each.score < score);
      found.splice(place < 0 ? found.length : place, 0, { key, score });
      found.length = Math.min(found.length, limit);
    }
    return found;
  }

  /**
   * Words of the texts that say what `word` does, and how nearly: the same word and those it is a part of, and for
   * a compound those of each of its parts. Who has them all says it whole.
   */
  #waysToSay(word: string): ReadonlyMap<string, number>[] {
    const same = new Map<string, number>();
    const roots = rootsOf(word);
    for (const root of roots) this.#add(same, root, 1);
    for (const base of new Set([word, ...roots])) {
      for (const root of this.#roots.beginningWith(base)) if (isCompoundOf(root, base)) this.#add(same, root, AS_PART);
      for (const behind of this.#endings.beginningWith(backwards(base))) {
        const root = backwards(behind);
        if (isCompoundOf(root, base)) this.#add(same, root, AS_PART);
      }
    }
    const isKnown = (part: string): boolean =>
      !STOP_WORDS.has(part) && rootsOf(part).some((root) => this.#byRoot.has(root));
    const partRoots = new Set(
      partsOf(word, isKnown)
        .flatMap(rootsOf)
        .filter((root) => !roots.includes(root))
    );
    const parts = [...partRoots].map((root) => {
      const like = new Map<string, number>();
      this.#add(like, root, AS_PART);
      return like;
    });
    return [same, ...parts];
  }

  #add(like: Map<string, number>, root: string, weight: number): void {
    for (const word of this.#byRoot.get(root) ?? []) if ((like.get(word) ?? 0) < weight) like.set(word, weight);
  }

  /** Takes in the words that have come since last time. */
  #learn(): void {
    const { vocabulary } = this.#index;
    for (; this.#seen < vocabulary.length; this.#seen++) {
      const word = vocabulary[this.#seen]!;
      if (STOP_WORDS.has(word)) continue;
      for (const root of rootsOf(word)) {
        const words = this.#byRoot.get(root);
        if (words !== undefined) words.push(word);
        else {
          this.#byRoot.set(root, [word]);
          this.#roots.add(root);
          this.#endings.add(backwards(root));
        }
      }
    }
  }
}

const backwards = (word: string): string => [...word].reverse().join('');

/** Words that say what a text is about, each once: no stop words, no figures alone, no single letters. */
function meaningful(text: string): readonly string[] {
  const words = [...new Set(wordsOf(text))].filter(
    (word) => word.length > 1 && /\p{L}/u.test(word) && !STOP_WORDS.has(word)
  );
  const own = words.filter((word) => !isCommon(word));
  return (own.length > WITHOUT_COMMON ? own : words).slice(0, MOST_WORDS);
}

const COMMON_ROOTS: ReadonlySet<string> = new Set([...COMMON_WORDS].flatMap(rootsOf));

const isCommonPart = (part: string): boolean => part.length > 2 && rootsOf(part).some((root) => COMMON_ROOTS.has(root));

/** Whether nearly every idea has the word, or has the words it is put together of: "nattpersonalen". */
const isCommon = (word: string): boolean =>
  isCommonPart(word) ||
  [...word].some((_, place) => isCommonPart(word.slice(0, place)) && isCommonPart(word.slice(place)));
