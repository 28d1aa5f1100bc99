import { prefixesOf, wordsOf } from '#lib/core/words.ts';

/** New words are looked through one by one until there are so many; then they are sorted in among the others. */
const MOST_UNSORTED = 2_000;

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
  readonly #postings = new Map<string, number[]>();
  #sorted: string[] = [];
  #unsorted: string[] = [];

  /** Puts a text, or replaces what stood under its key. */
  put(key: string, text: string): void {
    const mark = markOf(text);
    if (this.#marks.get(key) === mark) return;
    this.delete(key);
    const number = this.#keys.length;
    this.#keys.push(key);
    this.#numbers.set(key, number);
    this.#marks.set(key, mark);
    for (const word of new Set(wordsOf(text))) {
      const postings = this.#postings.get(word);
      if (postings === undefined) {
        this.#postings.set(word, [number]);
        this.#unsorted.push(word);
      } else postings.push(number);
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
    if (this.#unsorted.length > MOST_UNSORTED) this.#sort();
    // How many of the query's words each text has, counted in their order.
    const met = new Uint8Array(this.#keys.length);
    const prefixes = prefixesOf(query);
    prefixes.forEach((prefix, place) => {
      for (const word of this.#beginningWith(prefix))
        for (const number of this.#postings.get(word)!) if (met[number] === place) met[number] = place + 1;
    });
    return (key) => {
      const number = this.#numbers.get(key);
      return number !== undefined && prefixes.length > 0 && met[number] === prefixes.length;
    };
  }

  *#beginningWith(prefix: string): Iterable<string> {
    for (let place = this.#placeOf(prefix); place < this.#sorted.length; place++) {
      const word = this.#sorted[place]!;
      if (!word.startsWith(prefix)) break;
      yield word;
    }
    for (const word of this.#unsorted) if (word.startsWith(prefix)) yield word;
  }

  /** The first sorted word that does not come before the prefix. */
  #placeOf(prefix: string): number {
    let [from, to] = [0, this.#sorted.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.#sorted[middle]! < prefix) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  #sort(): void {
    this.#sorted = [...this.#postings.keys()].sort();
    this.#unsorted = [];
  }
}

/** Tells one text from another without keeping it (FNV-1a, and the length). */
function markOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  return text.length + ':' + hash;
}
