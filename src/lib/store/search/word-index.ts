import { prefixesOf, wordsOf } from '#lib/core/words.ts';
import { SortedWords } from './sorted-words.ts';

/**
 * Which texts have words that begin so. An inverted index whose words are sorted, so that every word with a
 * beginning stands together. It knows no scores: with the newest first there is nothing to weigh, and half a
 * word that is in nearly every text is answered as fast as any.
 */
export class WordIndex {
  /** Texts get a number each time they change; those of earlier numbers are gone. */
  readonly #keys: (string | undefined)[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #marks = new Map<string, string>();
  /** For each word the texts that have it: twice their number, and one more where it stands in the title. */
  readonly #postings = new Map<string, number[]>();
  readonly #vocabulary: string[] = [];
  readonly #words = new SortedWords();

  /** How many texts there are. */
  get size(): number {
    return this.#numbers.size;
  }

  /** Numbers that texts have had, and that `postingsOf` may speak of. */
  get numbers(): number {
    return this.#keys.length;
  }

  /** Every word that a text has had, in the order they came. */
  get vocabulary(): readonly string[] {
    return this.#vocabulary;
  }

  /** The key of the text with that number; undefined when it has gone. */
  keyOf(number: number): string | undefined {
    return this.#keys[number];
  }

  /** Whether the text with that number still stands. */
  isHere(number: number): boolean {
    return this.#keys[number] !== undefined;
  }

  /** Twice the number of each text that has the word, and one more where it stands in its title. */
  postingsOf(word: string): readonly number[] {
    return this.#postings.get(word) ?? [];
  }

  /** Whether any text has had the word. */
  has(word: string): boolean {
    return this.#postings.has(word);
  }

  /** Puts a text under its title, or replaces what stood under its key. */
  put(key: string, title: string, text: string): void {
    const mark = markOf(title + '\n' + text);
    if (this.#marks.get(key) === mark) return;
    this.delete(key);
    const number = this.#keys.length;
    this.#keys.push(key);
    this.#numbers.set(key, number);
    this.#marks.set(key, mark);
    const titled = new Set(wordsOf(title));
    for (const word of new Set([...titled, ...wordsOf(text)])) {
      const posting = number * 2 + (titled.has(word) ? 1 : 0);
      const postings = this.#postings.get(word);
      if (postings === undefined) {
        this.#postings.set(word, [posting]);
        this.#vocabulary.push(word);
        this.#words.add(word);
      } else postings.push(posting);
    }
  }

  delete(key: string): void {
    const number = this.#numbers.get(key);
    if (number === undefined) return;
    this.#keys[number] = undefined;
    this.#numbers.delete(key);
    this.#marks.delete(key);
  }

  /** Tells for a key whether its text has every word of the query. */
  find(query: string): (key: string) => boolean {
    // How many of the query's words each text has, counted in their order.
    const met = new Uint8Array(this.#keys.length);
    const prefixes = prefixesOf(query);
    prefixes.forEach((prefix, place) => {
      for (const word of this.#words.beginningWith(prefix))
        for (const posting of this.#postings.get(word)!) if (met[posting >> 1] === place) met[posting >> 1] = place + 1;
    });
    return (key) => {
      const number = this.#numbers.get(key);
      return number !== undefined && prefixes.length > 0 && met[number] === prefixes.length;
    };
  }
}

/** Tells one text from another without keeping it (FNV-1a, and the length). */
function markOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  return text.length + ':' + hash;
}
