import { BETWEEN, isDeriving, rootsOf } from './roots.ts';
import { SortedWords } from './sorted-words.ts';
import { COMMON_WORDS, STOP_WORDS } from './stop-words.ts';
import type { WordIndex } from './word-index.ts';

/** Words that say what another does, and how nearly: 1 is the word itself. */
export type Likes = ReadonlyMap<string, number>;

/** Below this a word is another that looks like what was written. */
export const NEAR = 0.45;

/** The same word in another form: "larm", "larmen". */
const SAME_ROOT = 0.92;
/** Without the rings and dots, or with one letter where two belong. */
const FOLDED = 0.88;
/** With rings and dots of its own, where it was written with others: who has them on the keyboard meant them. */
const OTHER_MARKS = 0.6;
/** A word that goes on: "nyck" in "nyckel". */
const BEGINNING = 0.55;
/** A word put together of it and another. */
const COMPOUND = 0.62;
/** The same, where the other word is unknown here. */
const PERHAPS_COMPOUND = 0.5;
/** A word that goes on, where half of it is as much as was written. */
const FEW_LETTERS = 0.8;
const ONE_SLIP = 0.42;
const TWO_SLIPS = 0.34;
const SLIP_AND_ON = 0.72;

/** Swedish words of three letters are parts of many; those of two are endings. */
const SHORTEST_PART = 3;
/** A part shorter than this says little unless what it stands with is a word too, or as long as one. */
const SURE_PART = 5;
const LONG_REST = { 3: 6, 4: 4 } as Readonly<Record<number, number>>;
/** In a word shorter than this another first letter makes another word. */
const FIRST_MAY_DIFFER = 6;

/**
 * What is left of a word without what is often mistaken: rings and dots, which foreign keyboards lack, and letters
 * that are doubled ("ck" is a doubled k); "x" is how "ks" is written.
 */
export const skeletonOf = (word: string): string =>
  word.replace(/[åäæ]/g, 'a').replace(/[öø]/g, 'o').replace(/ck/g, 'k').replace(/x/g, 'ks').replace(/(.)\1/g, '$1');

const backwards = (word: string): string => [...word].reverse().join('');

/** How many slips a word may have: none where it is short, since then it is another word. */
const slipsIn = (form: string): number => (form.length < 4 ? 0 : form.length < 8 ? 1 : 2);

/**
 * The words of an index, and which of them are meant by a word somebody writes. They are compared by their skeletons,
 * as they stand and by their roots; how exactly decides what they weigh.
 */
export class Vocabulary {
  readonly #index: WordIndex;
  /** Words by the skeleton they have, and by those of their roots. */
  readonly #words = new Map<string, string[]>();
  readonly #forms = new SortedWords();
  /** The forms from behind. */
  readonly #endings = new SortedWords();
  #seen = 0;

  constructor(index: WordIndex) {
    this.#index = index;
  }

  /** Takes in the words that have come since last time. */
  learn(): void {
    const { vocabulary } = this.#index;
    for (; this.#seen < vocabulary.length; this.#seen++) {
      const word = vocabulary[this.#seen]!;
      for (const form of formsOf(word)) {
        const words = this.#words.get(form);
        if (words !== undefined) words.push(word);
        else {
          this.#words.set(form, [word]);
          this.#forms.add(form);
          this.#endings.add(backwards(form));
        }
      }
    }
  }

  /** Words that are the word, a form of it, one that begins with it, or put together with it. */
  like(word: string): Likes {
    const likes = new Map<string, number>();
    const roots = rootsOf(word);
    const forms = formsOf(word);
    if (this.#index.has(word)) likes.set(word, 1);
    for (const form of forms)
      for (const other of this.#words.get(form) ?? [])
        raise(likes, other, rootsOf(other).some((root) => roots.includes(root)) ? SAME_ROOT : marksOf(word, other));
    const [own] = forms as [string];
    for (const form of this.#forms.beginningWith(own)) this.#addLonger(likes, word, form, own);
    for (const root of forms)
      if (root !== own && root.length >= SHORTEST_PART)
        for (const form of this.#forms.beginningWith(root)) this.#addLonger(likes, word, form, root);
    for (const form of forms) this.#addCompounds(likes, word, form);
    return likes;
  }

  /** Words that are the word but for a slip of the fingers. */
  nearly(word: string): Likes {
    const likes = new Map<string, number>();
    for (const form of formsOf(word)) {
      const most = slipsIn(form);
      if (most === 0) continue;
      for (const near of this.#forms.nearTo(form, most, form.length > 5)) {
        const weight = (near.edits <= 1 ? ONE_SLIP : TWO_SLIPS) * (near.isLonger ? SLIP_AND_ON : 1);
        // Whoever slips seldom does it on the first letter.
        const isFirst = near.word.startsWith(form.charAt(0));
        if (!isFirst && form.length < FIRST_MAY_DIFFER) continue;
        const first = isFirst ? 1 : 0.9;
        for (const other of this.#words.get(near.word)!) raise(likes, other, weight * first);
      }
    }
    return likes;
  }

  /**
   * The two words that a word may be put together of, the likeliest first: "hemtjänstbil" of "hemtjänst" and "bil".
   * Where only one of them is known, the other is undefined.
   */
  partsOf(word: string): readonly { readonly first: string | undefined; readonly last: string | undefined }[] {
    const splits: { first: string | undefined; last: string | undefined; sure: number }[] = [];
    for (let place = SHORTEST_PART; place <= word.length - SHORTEST_PART; place++) {
      const start = word.slice(0, place);
      const first = this.#firstPart(start);
      // Of three letters in a row one is left out: "tvättider", "busstation".
      const rests = /(.)\1$/.test(start)
        ? [word.slice(place), start.slice(-1) + word.slice(place)]
        : [word.slice(place)];
      const last = rests.find((rest) => !isDeriving(rest) && this.#isKnown(rest));
      const sure =
        first !== undefined && last !== undefined
          ? 100 + Math.min(first.length, last.length)
          : Math.max((first ?? '').length, (last ?? '').length);
      if (sure >= SURE_PART) splits.push({ first, last, sure });
    }
    splits.sort((a, b) => b.sure - a.sure);
    return splits.filter(({ sure }) => sure >= 100 || splits[0]!.sure < 100).slice(0, 2);
  }

  #firstPart(part: string): string | undefined {
    if (this.#isKnown(part)) return part;
    const bare = part.replace(BETWEEN, '');
    return bare !== part && bare.length >= SHORTEST_PART && this.#isKnown(bare) ? bare : undefined;
  }

  #isKnown(part: string): boolean {
    if (STOP_WORDS.has(part)) return false;
    const forms = formsOf(part);
    if (forms.some((form) => this.#words.has(form))) return true;
    // It may be here as a part of others only.
    const isPart = (words: SortedWords, form: string): boolean =>
      !words.beginningWith(form)[Symbol.iterator]().next().done;
    return forms.some(
      (form) => form.length >= SURE_PART && (isPart(this.#forms, form) || isPart(this.#endings, backwards(form)))
    );
  }

  #isKnownForm(form: string): boolean {
    const isWord = (each: string): boolean => this.#words.has(each) || COMMON_FORMS.has(each);
    return isWord(form) || (BETWEEN.test(form) && isWord(form.slice(0, -1)));
  }

  /** Words that begin with what was written: as it is typed, or as the first of a compound. */
  #addLonger(likes: Map<string, number>, word: string, form: string, beginning: string): void {
    const rest = form.slice(beginning.length);
    if (rest === '') return;
    const isCompound =
      beginning.length >= SHORTEST_PART &&
      rest.length >= SHORTEST_PART &&
      !isDeriving(rest) &&
      (this.#words.has(rest) ||
        (rest.length > SHORTEST_PART && /^[soeau]/.test(rest) && this.#words.has(rest.slice(1))));
    // What is left of a word when its ending is gone begins many others.
    if (!isCompound && beginning.length <= SHORTEST_PART && !form.startsWith(skeletonOf(word))) return;
    const weight = isCompound ? COMPOUND : beginning.length < 4 ? BEGINNING * FEW_LETTERS * 1.1 : BEGINNING;
    for (const other of this.#words.get(form)!)
      raise(likes, other, weight * (other.startsWith(word) ? 1 : marksOf(word, other.slice(0, word.length))));
  }

  /** Words that end with it: the last of a compound is what it is about. */
  #addCompounds(likes: Map<string, number>, word: string, base: string): void {
    if (base.length < SHORTEST_PART) return;
    for (const behind of this.#endings.beginningWith(backwards(base))) {
      const form = backwards(behind);
      const rest = form.slice(0, form.length - base.length);
      if (rest.length < SHORTEST_PART) continue;
      const isSure = base.length >= SURE_PART || this.#isKnownForm(rest);
      if (!isSure && rest.length < LONG_REST[base.length]!) continue;
      const marks = hasMarks(word) ? (marked: string) => (marked.includes(word.slice(0, 3)) ? 1 : 0.9) : () => 1;
      for (const other of this.#words.get(form)!)
        raise(likes, other, (isSure ? COMPOUND : PERHAPS_COMPOUND) * marks(other));
    }
  }
}

function raise(likes: Map<string, number>, word: string, weight: number): void {
  if ((likes.get(word) ?? 0) < weight) likes.set(word, weight);
}

const hasMarks = (word: string): boolean => /[åäö]/.test(word);

/** What a word weighs that is the same but for marks and doubled letters. */
const marksOf = (word: string, other: string): number =>
  hasMarks(word) && word.replace(/[^åäö]/g, '') !== other.replace(/[^åäö]/g, '') ? OTHER_MARKS : FOLDED;

/** Parts that many compounds have, also where nobody here has written them alone: "nattlarm". */
const COMMON_FORMS: ReadonlySet<string> = new Set([...COMMON_WORDS].filter((word) => word.length > 3).map(skeletonOf));

/** A word's skeleton, and those of its roots; each once, its own first. */
const formsOf = (word: string): readonly string[] => [...new Set([word, ...rootsOf(word)].map(skeletonOf))];
