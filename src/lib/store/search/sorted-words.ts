import { editsBetween, EditTable } from './edits.ts';

/** New words are looked through one by one until there are so many; then they are sorted in among the others. */
const MOST_UNSORTED = 2_000;

/** Words of which those that begin so stand together. */
export class SortedWords {
  #sorted: string[] = [];
  #unsorted: string[] = [];

  /** Adds a word that is not among them. */
  add(word: string): void {
    this.#unsorted.push(word);
  }

  *beginningWith(prefix: string): Iterable<string> {
    if (this.#unsorted.length > MOST_UNSORTED) this.sort();
    for (let place = this.#placeOf(prefix); place < this.#sorted.length; place++) {
      const word = this.#sorted[place]!;
      if (!word.startsWith(prefix)) break;
      yield word;
    }
    for (const word of this.#unsorted) if (word.startsWith(prefix)) yield word;
  }

  /**
   * Words that so many slips of the fingers make of another: a letter too many, too few or another, or two that have
   * changed places. Words that go on after it too, where `andLonger`.
   */
  *nearTo(
    word: string,
    most: number,
    andLonger: boolean
  ): Iterable<{ readonly word: string; readonly edits: number; readonly isLonger: boolean }> {
    const table = new EditTable(word, most, andLonger);
    for (let place = 0; place < this.#sorted.length;) {
      const other = this.#sorted[place]!;
      const dead = table.take(other);
      if (dead > 0) {
        // Nothing that begins so comes any nearer.
        place = this.#placeOf(other.slice(0, dead) + '\uffff');
        continue;
      }
      place += 1;
      if (table.edits <= most) yield { word: other, edits: table.edits, isLonger: false };
      else if (table.editsOfBeginning <= most) yield { word: other, edits: table.editsOfBeginning, isLonger: true };
    }
    for (const other of this.#unsorted) {
      const { whole, beginning } = editsBetween(word, other, most, andLonger);
      if (whole <= most) yield { word: other, edits: whole, isLonger: false };
      else if (beginning <= most) yield { word: other, edits: beginning, isLonger: true };
    }
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

  /** Puts the new words in among the others. */
  sort(): void {
    this.#sorted = [...this.#sorted, ...this.#unsorted].sort();
    this.#unsorted = [];
  }
}
