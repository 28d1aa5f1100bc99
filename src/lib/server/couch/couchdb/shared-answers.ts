interface Asking<T> {
  readonly answer: Promise<T>;
  /** Asked for meanwhile, and not begun yet. */
  next?: Promise<T>;
}

/**
 * One answer for all who ask the same at about the same time, as everybody does whom one change woke.
 * Nobody is given an answer that began to be made before they asked: what they wrote, or were told of
 * by whichever app server, is in it.
 */
export class SharedAnswers<T> {
  readonly #askings = new Map<string, Asking<T>>();

  get(key: string, ask: () => Promise<T>): Promise<T> {
    const asking = this.#askings.get(key);
    if (asking === undefined) return this.#begin(key, ask);
    const begin = (): Promise<T> => this.#begin(key, ask);
    return (asking.next ??= asking.answer.then(begin, begin));
  }

  #begin(key: string, ask: () => Promise<T>): Promise<T> {
    const asking: Asking<T> = { answer: ask() };
    this.#askings.set(key, asking);
    const end = (): void => {
      if (asking.next === undefined) this.#askings.delete(key);
    };
    asking.answer.then(end, end);
    return asking.answer;
  }
}
