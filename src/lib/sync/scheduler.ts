import type { Store } from '#lib/store/store.ts';
import type { Engine, Outcome, RoundReport } from './engine.ts';
import type { Hub, HubState } from './hub.ts';
import { problemOf } from './problems.ts';

const IDLE_MS = 45_000;
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 5 * 60_000;
const WAKE_SECONDS = 25;
/** How long what the server told is news: a round that had to wait for another asks anew. */
const NEWS_MS = 1_000;

/** What every tab may know of the last round, whichever tab ran it. */
export interface LastRound {
  readonly at: string;
  readonly outcome: Outcome;
  /** When the server last said that all was well, ISO. */
  readonly contact?: string;
}

/** The name under which the last round is noted in the store. */
export const LAST_ROUND = 'last-round';

export interface SchedulerOptions {
  readonly engine: Engine;
  readonly hub: Hub;
  readonly store: Store;
  readonly locks: Pick<LockManager, 'request'>;
  readonly onReport?: (report: RoundReport) => void;
  readonly onFault?: (error: unknown) => void;
}

/** When rounds are run: one at a time on the device, soon after there is reason, patiently when there is trouble. */
export interface Scheduler {
  /** Runs a round now, or after the one under way; resolves with how it ended. */
  syncNow(): Promise<Outcome>;
  /** Listens for reasons to sync until `stop`. */
  start(): void;
  stop(): void;
}

/**
 * Runs rounds under a Web Lock, so that only one tab at a time speaks for the device. A round is short
 * and ends by itself; whoever comes next finds little to do.
 */
export function createScheduler({ engine, hub, store, locks, onReport, onFault }: SchedulerOptions): Scheduler {
  const lock = 'ideslussen-sync-' + store.person;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retryMs = FIRST_RETRY_MS;
  let version: string | undefined;
  let stopped: AbortController | undefined;
  let running: Promise<Outcome> | undefined;
  let queued: Promise<Outcome> | undefined;

  const roundUnderLock = async (told?: HubState): Promise<Outcome> => {
    const since = performance.now();
    const report = await locks.request(lock, () =>
      engine.round(performance.now() - since < NEWS_MS ? told : undefined)
    );
    const at = new Date().toISOString();
    const previous = (await store.sync.noted(LAST_ROUND)) as LastRound | undefined;
    const contact = report.outcome === 'done' ? at : previous?.contact;
    await store.sync.note(LAST_ROUND, {
      at,
      outcome: report.outcome,
      ...(contact === undefined ? {} : { contact })
    } satisfies LastRound);
    version = report.state?.version ?? version;
    onReport?.(report);
    return report.outcome;
  };

  const run = (told?: HubState): Promise<Outcome> => {
    if (running === undefined) {
      running = roundUnderLock(told).finally(() => (running = undefined));
      return running;
    }
    // Whatever was saved after the running round looked gets a round of its own, and one is enough.
    queued ??= running
      .catch(() => undefined)
      .then(() => {
        queued = undefined;
        return run();
      });
    return queued;
  };

  const plan = (ms: number): void => {
    clearTimeout(timer);
    if (stopped?.signal.aborted === false) timer = setTimeout(() => void attempt(), ms);
  };

  const attempt = async (told?: HubState): Promise<Outcome> => {
    try {
      const outcome = await run(told);
      retryMs = outcome === 'done' ? FIRST_RETRY_MS : Math.min(retryMs * 2, LAST_RETRY_MS);
      plan(outcome === 'done' || !isPassing(outcome) ? IDLE_MS : retryMs * (0.75 + Math.random() / 2));
      return outcome;
    } catch (error) {
      onFault?.(error);
      plan(LAST_RETRY_MS);
      throw error;
    }
  };

  const now = (): void => {
    retryMs = FIRST_RETRY_MS;
    void attempt().catch(() => undefined);
  };
  const whenSeen = (): void => {
    if (document.visibilityState === 'visible') now();
  };

  /** Waits at the server for news of any space; one tab does it for all. */
  const wake = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      if (document.visibilityState !== 'visible' || version === undefined) {
        await pause(1_000, signal);
        continue;
      }
      try {
        const state = await hub.state({ seconds: WAKE_SECONDS, known: version, signal });
        if (state.version !== version) {
          version = state.version;
          await attempt(state);
        }
      } catch (error) {
        if (signal.aborted) return;
        problemOf(error);
        await pause(retryMs * 5, signal);
      }
    }
  };

  return {
    syncNow: () => {
      retryMs = FIRST_RETRY_MS;
      return attempt();
    },
    start: () => {
      stopped = new AbortController();
      const { signal } = stopped;
      addEventListener('online', now, { signal });
      addEventListener('pageshow', now, { signal });
      document.addEventListener('visibilitychange', whenSeen, { signal });
      void locks
        .request(lock + '-wake', { signal }, () => wake(signal))
        .catch((error: unknown) => {
          if (!signal.aborted) onFault?.(error);
        });
      now();
    },
    stop: () => {
      stopped?.abort();
      clearTimeout(timer);
    }
  };
}

const isPassing = (outcome: Outcome): boolean => outcome !== 'sign-in' && outcome !== 'other-person';

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
