const DAY = 24 * 60 * 60 * 1000;

/** Whole days between two moments, ISO; none where a clock is ahead. */
export const daysSince = (since: string, now: string): number =>
  Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / DAY));
