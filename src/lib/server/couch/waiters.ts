import { Turns } from './turns.ts';

/** Long polls of one person that news wakes; any beyond them sleep a little instead. */
const WOKEN_PER_PERSON = 12;
/** That little, milliseconds. Answered at once, it would be asked again at once, without end. */
const NAP = 2000;

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
  /** By person, those of their polls that news wakes. */
  readonly #woken = new Map<string, number>();
  readonly #closing: AbortSignal;
  readonly #asleep = new Set<() => void>();
  readonly #turns = new Turns();

  /** @param closing ends every wait, when the server is about to stop */
  constructor(closing: AbortSignal) {
    this.#closing = closing;
    // A signal looks through all its listeners whenever one more comes; so it has this one.
    closing.addEventListener('abort', () => this.#asleep.forEach((wake) => wake()));
  }

  /** What is to be seen, as soon as it is news, and otherwise when the time is out. */
  async until<T>(wait: Wait<T>): Promise<T> {
    const state = { changed: false, wake: () => {} };
    const isWoken = this.#mayBeWoken(wait.person);
    const stop = isWoken
      ? wait.onChange(() => {
          state.changed = true;
          state.wake();
        })
      : undefined;
    const end = Date.now() + (isWoken ? wait.milliseconds : Math.min(wait.milliseconds, NAP));
    try {
      for (;;) {
        state.changed = false;
        const seen = await wait.look();
        const left = end - Date.now();
        if (wait.isNews(seen) || left <= 0 || wait.signal.aborted || this.#closing.aborted) return seen;
        if (!state.changed) {
          await new Promise<void>((resolve) => {
            const timer = setTimeout(() => state.wake(), left);
            const wake = () => {
              clearTimeout(timer);
              wait.signal.removeEventListener('abort', wake);
              this.#asleep.delete(wake);
              resolve();
            };
            state.wake = wake;
            wait.signal.addEventListener('abort', wake);
            this.#asleep.add(wake);
          });
        }
        if (state.changed) await this.#turns.take();
      }
    } finally {
      if (stop !== undefined) {
        stop();
        this.#isAnswered(wait.person);
      }
    }
  }

  #mayBeWoken(person: string): boolean {
    const count = this.#woken.get(person) ?? 0;
    if (count >= WOKEN_PER_PERSON) return false;
    this.#woken.set(person, count + 1);
    return true;
  }

  #isAnswered(person: string): void {
    const left = this.#woken.get(person)! - 1;
    if (left === 0) this.#woken.delete(person);
    else this.#woken.set(person, left);
  }
}
