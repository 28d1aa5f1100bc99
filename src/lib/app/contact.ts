import type { Store } from '#lib/store/store.ts';
import { LAST_ROUND, type LastRound } from '#lib/sync/scheduler.ts';

/** How the last round went on this device, whichever tab or worker ran it; undefined before the first. */
export const lastRound = async (store: Store): Promise<LastRound | undefined> =>
  (await store.sync.noted(LAST_ROUND)) as LastRound | undefined;
