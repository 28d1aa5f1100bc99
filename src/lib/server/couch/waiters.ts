/** Long polls one person may have open at once; one more is answered as it stands. */
const WAITING_PER_PERSON = 12;

export interface Wait<T> {
  readonly person: string;
  readonly milliseconds: number;
  readonly signal: AbortSignal;
  /** Calls back soon after something may have changed; gives what ends that. */
  onChange(listener: () => void): () => void;
  look(): Promise<T>;
  isNews(seen: T): boolean;
}

/** Requests that wait for something to happen. */
export class Waiters {
  readonly #waiting = new Map<string, number>();
  readonly #closing: AbortSignal;

  /** @param closing ends every wait, when the server is about to stop */
  constructor(closing: AbortSignal) {
    this.#closing = closing;
  }

  /** What is to be seen, as soon as it is news, and otherwise when the time is out. */
  async until<T>(wait: Wait<T>): Promise<T> {
    const state = { changed: false, wake: () => {} };
    const stop = wait.onChange(() => {
      state.changed = true;
      state.wake();
    });
    const end = Date.now() + wait.milliseconds;
    const count = this.#waiting.get(wait.person) ?? 0;
    this.#waiting.set(wait.person, count + 1);
    try {
      for (;;) {
        state.changed = false;
        const seen = await wait.look();
        const left = end - Date.now();
        if (
          wait.isNews(seen) ||
          left <= 0 ||
          wait.signal.aborted ||
          this.#closing.aborted ||
          count >= WAITING_PER_PERSON
        )
          return seen;
        if (!state.changed) {
          await new Promise<void>((resolve) => {
            const timer = setTimeout(() => state.wake(), left);
            state.wake = () => {
              clearTimeout(timer);
              for (const signal of [wait.signal, this.#closing]) signal.removeEventListener('abort', state.wake);
              resolve();
            };
            for (const signal of [wait.signal, this.#closing]) signal.addEventListener('abort', state.wake);
          });
        }
      }
    } finally {
      stop();
      const now = this.#waiting.get(wait.person)! - 1;
      if (now === 0) this.#waiting.delete(wait.person);
      else this.#waiting.set(wait.person, now);
    }
  }
}
