/** How many are shown when a sheet opens: more than a screen holds of cards. */
const FIRST = 30;
const STEP = 60;

/** Shows a long list little by little, so that the sheet stands there at once and the rest comes while one looks. */
export class Gradually {
  #count = $state(FIRST);

  /**
   * @param total how many there are
   * @param first how many a screen holds, where they are larger than cards
   */
  constructor(total: () => number, first = FIRST) {
    this.#count = first;
    $effect(() => {
      if (this.#count >= total()) return;
      const next = setTimeout(() => (this.#count += STEP), 30);
      return () => clearTimeout(next);
    });
  }

  of<T>(all: readonly T[]): readonly T[] {
    return all.length <= this.#count ? all : all.slice(0, this.#count);
  }
}
