/** A busy phone is still to send what it has, milliseconds. */
const IDLE_AT_LAST_MS = 5_000;
/** Safari does not say when it has nothing better to do, milliseconds. */
const MOMENT_MS = 150;

/** Until the browser has nothing better to do, as showing the first screen. */
export const untilIdle = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: IDLE_AT_LAST_MS });
    else setTimeout(resolve, MOMENT_MS);
  });
