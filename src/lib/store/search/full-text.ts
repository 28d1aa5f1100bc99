import { wordsOf } from '#lib/core/words.ts';
import { STOP_WORDS } from './stop-words.ts';
import { type Likes, NEAR, Vocabulary } from './vocabulary.ts';
import type { WordIndex } from './word-index.ts';

/** Where a text of something stands: what it says itself, and what is said around it. */
export const PLACES = ['own', 'answer', 'comment', 'decision', 'story', 'meeting', 'groupdecision', 'task'] as const;
export type Place = (typeof PLACES)[number];

/** Something that was found, by a text of its own or one around it. */
export interface Found {
  readonly key: string;
  /** Above 0 and at most 1. */
  readonly score: number;
  /** Not by what was written, but by words that look like it, or by some of it. */
  readonly isNear: boolean;
  /** Where any of the words stand. */
  readonly places: readonly Place[];
}

/** What a search came to. */
export interface FullTextResult {
  /** The best first. */
  readonly found: readonly Found[];
  /** How many there are in all, and how many of them by words that look alike. */
  readonly total: number;
  readonly near: number;
  /** The words of texts that were meant, and how nearly: what is marked. For each word of the query. */
  readonly meant: readonly Likes[];
}

/** The key of a text that stands around another: `<key>#comment`. */
export const aroundKey = (key: string, place: Place): string => (place === 'own' ? key : key + '#' + place);

/** What stands in a title says most, and what others say of something least. */
const IN_TITLE = 1;
const IN_TEXT = 0.74;
const AROUND = 0.66;

/** Of a compound's parts: both, the last (which is what it is about), the first. */
const BOTH_PARTS = 0.74;
const LAST_PART = 0.36;
const FIRST_PART = 0.3;

/** With fewer than this that are what was written, words that look alike are searched for too. */
const FEW = 5;
/** With so many, none of those that look alike are shown, and never more than so many of them. */
const ENOUGH = 30;
const MOST_NEAR = 30;
/** So many of the query's words, by their weight, something must have. */
const LEAST_SHARE = 0.45;
/** The most words of a query that are looked at. */
const MOST_WORDS = 12;
/** In few texts every word is rare; so many unseen ones are thought beside them. */
const UNSEEN = 20;

/**
 * Ranked search over the texts of an index, where several may stand around one thing: words of a query may stand in
 * any of them. Whole words weigh more than what looks alike, titles more than comments, rare words more than common.
 */
export class FullText {
  readonly #index: WordIndex;
  readonly #vocabulary: Vocabulary;
  /** For each text's number what it stands around, as a number of its own; -1 where it had gone before it was seen. */
  readonly #ownerOf: number[] = [];
  readonly #placeOf: number[] = [];
  readonly #owners: string[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(index: WordIndex) {
    this.#index = index;
    this.#vocabulary = new Vocabulary(index);
  }

  /**
   * @param limit the most that are of use
   * @param isWanted which keys may be among them
   * @param newest orders two that are as good, less for the first
   */
  find(
    query: string,
    limit: number,
    isWanted: (key: string) => boolean = () => true,
    newest: (a: string, b: string) => number = () => 0
  ): FullTextResult {
    this.#learn();
    const words = meantWords(query);
    const count = this.#owners.length;
    const scores = new Float32Array(count);
    const least = new Float32Array(count).fill(1);
    const met = new Uint8Array(count);
    const share = new Float32Array(count);
    const places = new Uint16Array(count);
    const meetings = words.map((word) => this.#meet(word, count, places));
    const weights = weightsOf(meetings, count);
    meetings.forEach(({ touched, best, nearness }, place) => {
      const weight = weights[place]!;
      for (const owner of touched) {
        scores[owner]! += weight * best[owner]!;
        share[owner]! += weight;
        met[owner]! += 1;
        if (nearness[owner]! < least[owner]!) least[owner] = nearness[owner]!;
      }
    });
    const sure: number[] = [];
    const near: number[] = [];
    for (let owner = 0; owner < count; owner++) {
      if (share[owner]! < LEAST_SHARE || !isWanted(this.#owners[owner]!)) continue;
      scores[owner]! *= share[owner]!;
      if (met[owner] === words.length && least[owner]! >= NEAR) sure.push(owner);
      else near.push(owner);
    }
    const better = (a: number, b: number): number =>
      scores[b]! - scores[a]! || newest(this.#owners[a]!, this.#owners[b]!);
    // Where there is enough of what was written, what only looks like it is in the way.
    const also = sure.length >= ENOUGH ? [] : near.sort(better).slice(0, MOST_NEAR);
    const found = [...sure.sort(better).slice(0, limit), ...also].slice(0, limit).map((owner) => ({
      key: this.#owners[owner]!,
      score: scores[owner]!,
      isNear: met[owner]! < words.length || least[owner]! < NEAR,
      places: PLACES.filter((_, place) => places[owner]! & (1 << place))
    }));
    return { found, total: sure.length + also.length, near: also.length, meant: meetings.map(({ said }) => said) };
  }

  /** What meets a word of the query, from the surest to what only looks like it. */
  #meet(word: string, count: number, places: Uint16Array): Meeting {
    const meeting = new Meeting(count);
    const walk = (into: Meeting, likes: Likes, atLeast = 0): void => {
      for (const [other, weight] of likes)
        if (weight >= atLeast)
          this.#walk(other, (owner, factor, place) => {
            into.raise(owner, weight * factor, weight);
            places[owner]! |= 1 << place;
          });
    };
    const like = this.#vocabulary.like(word);
    meeting.take(like, 1);
    walk(meeting, like);
    const halves: [Meeting, number][] = [];
    for (const { first, last } of this.#vocabulary.partsOf(word)) {
      const [a, b] = [new Meeting(count), new Meeting(count)];
      for (const [part, half, weight] of [
        [a, first, FIRST_PART],
        [b, last, LAST_PART]
      ] as const) {
        if (half === undefined) continue;
        const likes = this.#vocabulary.like(half);
        meeting.take(likes, weight, NEAR);
        walk(part, likes, NEAR);
        halves.push([part, weight]);
      }
      for (const owner of a.touched) {
        if (b.best[owner] === 0) continue;
        const nearness = Math.min(a.nearness[owner]!, b.nearness[owner]!) * BOTH_PARTS;
        // Both parts of a compound are the compound, said in two words.
        meeting.raise(owner, Math.min(a.best[owner]!, b.best[owner]!) * BOTH_PARTS, Math.max(NEAR, nearness));
      }
    }
    if (meeting.sure() >= FEW) return meeting;
    for (const [part, weight] of halves)
      for (const owner of part.touched)
        meeting.raise(owner, part.best[owner]! * weight, part.nearness[owner]! * weight);
    const nearly = this.#vocabulary.nearly(word);
    meeting.take(nearly, 1);
    walk(meeting, nearly);
    return meeting;
  }

  /** Calls back for every text that has the word. */
  #walk(word: string, tell: (owner: number, factor: number, place: number) => void): void {
    for (const posting of this.#index.postingsOf(word)) {
      const number = posting >> 1;
      const owner = this.#ownerOf[number]!;
      if (owner < 0 || !this.#index.isHere(number)) continue;
      const place = this.#placeOf[number]!;
      tell(owner, place === 0 ? (posting & 1 ? IN_TITLE : IN_TEXT) : AROUND, place);
    }
  }

  /** Takes in the texts that have come since last time. */
  #learn(): void {
    this.#vocabulary.learn();
    for (let number = this.#ownerOf.length; number < this.#index.numbers; number++) {
      const key = this.#index.keyOf(number);
      if (key === undefined) {
        this.#ownerOf.push(-1);
        this.#placeOf.push(0);
        continue;
      }
      const [owner = '', place = 'own'] = key.split('#') as [string, Place?];
      let known = this.#numbers.get(owner);
      if (known === undefined) {
        known = this.#owners.length;
        this.#owners.push(owner);
        this.#numbers.set(owner, known);
      }
      this.#ownerOf.push(known);
      this.#placeOf.push(PLACES.indexOf(place));
    }
  }
}

/** How each thing meets one word of a query. */
class Meeting {
  readonly best: Float32Array;
  /** The same without regard to where it stands: how sure it is that this was meant. */
  readonly nearness: Float32Array;
  readonly touched: number[] = [];
  /** The words of texts that were meant. */
  readonly said = new Map<string, number>();

  constructor(count: number) {
    this.best = new Float32Array(count);
    this.nearness = new Float32Array(count);
  }

  raise(owner: number, best: number, nearness: number): void {
    if (this.best[owner] === 0) this.touched.push(owner);
    if (best > this.best[owner]!) this.best[owner] = best;
    if (nearness > this.nearness[owner]!) this.nearness[owner] = nearness;
  }

  take(likes: Likes, weight: number, atLeast = 0): void {
    for (const [word, each] of likes)
      if (each >= atLeast && (this.said.get(word) ?? 0) < each * weight) this.said.set(word, each * weight);
  }

  /** How many have what was written. */
  sure(): number {
    let count = 0;
    for (const owner of this.touched) if (this.nearness[owner]! >= NEAR) count += 1;
    return count;
  }
}

/** What each word of a query weighs, together 1: the rarer the more, and one that nothing has as little as any. */
function weightsOf(meetings: readonly Meeting[], count: number): readonly number[] {
  const rarities = meetings.map((meeting) =>
    meeting.touched.length === 0 ? undefined : Math.log(1 + (count + UNSEEN) / (meeting.sure() + 1))
  );
  const least = Math.min(...rarities.filter((rarity) => rarity !== undefined));
  const each = rarities.map((rarity) => rarity ?? (Number.isFinite(least) ? least : 1));
  const whole = each.reduce((sum, rarity) => sum + rarity, 0);
  return each.map((rarity) => rarity / whole);
}

/** The words of a query that say something; all of them, where none does. */
export function meantWords(query: string): readonly string[] {
  const words = [...new Set(wordsOf(query))];
  const meaning = words.filter((word) => !STOP_WORDS.has(word));
  return (meaning.length > 0 ? meaning : words).slice(0, MOST_WORDS);
}
