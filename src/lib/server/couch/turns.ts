/** How many go at once. */
const GROUP = 8;
/** Between two groups, milliseconds. */
const EVERY = 10;
/** The last goes so much later than the first, at most, milliseconds. */
const SPREAD = 400;

/**
 * Lets those who wake for the same news go in small groups. Each of them comes back at once with
 * requests of its own, and would otherwise stand in line behind all the others.
 */
export class Turns {
  readonly #queue: (() => void)[] = [];
  #isGoing = false;
  #group = 0;
  #left = GROUP;

  /** One's turn; at once while few ask for one. */
  take(): Promise<void> {
    if (!this.#isGoing) this.#goOn();
    if (this.#left > 0) {
      this.#left -= 1;
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      this.#queue.push(resolve);
      this.#group = Math.max(this.#group, Math.ceil((this.#queue.length * EVERY) / SPREAD));
    });
  }

  readonly #next = (): void => {
    const group = this.#queue.splice(0, Math.max(GROUP, this.#group));
    for (const go of group) go();
    this.#left = this.#queue.length === 0 ? Math.max(0, GROUP - group.length) : 0;
    if (this.#queue.length === 0) this.#group = 0;
    this.#isGoing = false;
    if (group.length > 0) this.#goOn();
  };

  #goOn(): void {
    this.#isGoing = true;
    setTimeout(this.#next, EVERY);
  }
}
