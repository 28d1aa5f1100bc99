/**
 * The table by which edits are counted (Damerau and Levenshtein's, neighbours alone changing places), for one word
 * against many in their order: what a word shares with the one before it is not counted anew.
 */
export class EditTable {
  readonly #rows: Uint8Array[];
  /** For each length of the other word's beginning: the fewest edits from the word to a beginning of it. */
  readonly #best: number[] = [];
  #before = '';
  #filled = 0;
  /** Edits between the word and the one last taken. */
  edits = 0;
  /** Edits between the word and the nearest beginning of the one last taken. */
  editsOfBeginning = 0;

  /**
   * @param most more edits than this are not told apart
   * @param andLonger whether words that go on after the word are of interest
   */
  constructor(
    readonly word: string,
    readonly most: number,
    readonly andLonger: boolean
  ) {
    this.#rows = [Uint8Array.from({ length: word.length + 1 }, (_, place) => Math.min(place, 255))];
    this.#best.push(word.length);
  }

  /** @returns 0, or after how many letters of `other` it was given up: nothing that begins so is near */
  take(other: string): number {
    let depth = 0;
    const shared = Math.min(this.#filled, other.length);
    while (depth < shared && this.#before.charCodeAt(depth) === other.charCodeAt(depth)) depth += 1;
    this.#before = other;
    for (; depth < other.length; depth++) {
      const least = this.#fill(other, depth);
      this.#filled = depth + 1;
      if (least > this.most && this.#best[depth + 1]! > this.most) return depth + 1;
    }
    this.#filled = other.length;
    this.edits = this.#rows[other.length]![this.word.length]!;
    this.editsOfBeginning = this.#best[other.length]!;
    return 0;
  }

  /** Counts the row for one more letter of the other word; gives the least in it. */
  #fill(other: string, depth: number): number {
    const { word } = this;
    const above = this.#rows[depth]!;
    const two = depth > 0 ? this.#rows[depth - 1]! : above;
    const row = (this.#rows[depth + 1] ??= new Uint8Array(word.length + 1));
    const letter = other.charCodeAt(depth);
    row[0] = Math.min(depth + 1, 255);
    let least = row[0];
    for (let place = 1; place <= word.length; place++) {
      const mine = word.charCodeAt(place - 1);
      let edits = Math.min(above[place - 1]! + (mine === letter ? 0 : 1), above[place]! + 1, row[place - 1]! + 1);
      const hasSwapped =
        depth > 0 && place > 1 && mine === other.charCodeAt(depth - 1) && word.charCodeAt(place - 2) === letter;
      if (hasSwapped) edits = Math.min(edits, two[place - 2]! + 1);
      row[place] = edits;
      if (edits < least) least = edits;
    }
    const isBeginning = this.andLonger && depth + 1 >= word.length - 1;
    this.#best[depth + 1] = isBeginning ? Math.min(this.#best[depth]!, row[word.length]!) : this.#best[0]!;
    return least;
  }
}

/** The same for one other word: edits to the whole of it, and to the nearest beginning of it. */
export function editsBetween(
  word: string,
  other: string,
  most: number,
  andLonger: boolean
): { readonly whole: number; readonly beginning: number } {
  const table = new EditTable(word, most, andLonger);
  return table.take(other) > 0
    ? { whole: most + 1, beginning: most + 1 }
    : { whole: table.edits, beginning: table.editsOfBeginning };
}
