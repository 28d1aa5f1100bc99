/** Writes one thing at a time, and of those that gather meanwhile only the last. */
export interface LatestWins<T> {
  /** Writes `value` as soon as the write under way is over. */
  put(value: T): void;
  /** Resolves when everything put so far is written. Rejects with the last write's error. */
  settled(): Promise<void>;
}

/**
 * @param write what a write is; only one runs at a time
 * @param onOutcome told after each write: undefined when it went well
 */
export function latestWins<T>(
  write: (value: T) => Promise<void>,
  onOutcome: (error: unknown) => void = () => undefined
): LatestWins<T> {
  let next: { readonly value: T } | undefined;
  let running: Promise<void> | undefined;
  let failure: { readonly error: unknown } | undefined;

  const drain = async (): Promise<void> => {
    while (next !== undefined) {
      const { value } = next;
      next = undefined;
      try {
        await write(value);
        failure = undefined;
      } catch (error) {
        failure = { error };
      }
      onOutcome(failure?.error);
    }
    running = undefined;
  };

  return {
    put: (value) => {
      next = { value };
      running ??= drain();
    },
    settled: async () => {
      await running;
      if (failure !== undefined) throw failure.error;
    }
  };
}
