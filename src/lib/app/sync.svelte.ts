import type { Outcome, RoundReport } from '#lib/sync/engine.ts';
import type { Scheduler } from '#lib/sync/scheduler.ts';
import type { Store } from '#lib/store/store.ts';
import { untilIdle } from './idle.ts';
import { session } from './session.svelte.ts';

/** Carries the person's writing to the server and others' here, for as long as somebody is signed in. */
class Syncing {
  #scheduler: Promise<Scheduler> | null = null;
  /** A round that somebody asked for is under way. */
  isRunning = $state(false);
  /** How the last round of this tab ended. */
  outcome = $state.raw<Outcome | undefined>(undefined);
  /** When the last round of this tab ended, ISO. */
  endedAt = $state.raw<string | undefined>(undefined);
  /** A fault of ours in the engine: shown, not hidden. */
  fault = $state.raw<unknown>(undefined);
  /** Whether pictures and sounds may travel now; Inställningar decides. */
  mayTransferMedia: () => boolean = () => true;

  /** Runs rounds for a store until the returned function is called. */
  start(store: Store): () => void {
    const made = this.#make(store);
    this.#scheduler = made;
    let isOver = false;
    void made.then(
      (scheduler) => !isOver && scheduler.start(),
      (error: unknown) => (this.fault = error)
    );
    return () => {
      isOver = true;
      if (this.#scheduler === made) this.#scheduler = null;
      this.outcome = undefined;
      void made.then(
        (scheduler) => scheduler.stop(),
        () => undefined
      );
    };
  }

  /** A round now; undefined when nobody is signed in. */
  async syncNow(): Promise<Outcome | undefined> {
    if (this.#scheduler === null) return undefined;
    this.isRunning = true;
    try {
      return await (await this.#scheduler).syncNow();
    } finally {
      this.isRunning = false;
    }
  }

  /** Something was saved: send it soon. Nobody waits for it, and what goes wrong is told by the status. */
  nudge(): void {
    this.#scheduler
      ?.then((scheduler) => scheduler.syncNow())
      .catch((error: unknown) => {
        this.fault = error;
      });
  }

  // PouchDB comes when the first screen stands: nothing on it needs it, and it would take its turn before it.
  async #make(store: Store): Promise<Scheduler> {
    await untilIdle();
    const [{ createEngine }, { httpHub }, { createScheduler }] = await Promise.all([
      import('#lib/sync/engine.ts'),
      import('#lib/sync/http-hub.ts'),
      import('#lib/sync/scheduler.ts')
    ]);
    const hub = httpHub(location.origin, store.person);
    const engine = createEngine({
      hub,
      store,
      now: () => new Date().toISOString(),
      mayTransferMedia: () => this.mayTransferMedia()
    });
    return createScheduler({
      engine,
      hub,
      store,
      locks: navigator.locks,
      onReport: (report) => this.#report(report),
      onFault: (error) => (this.fault = error)
    });
  }

  #report({ outcome, state }: RoundReport): void {
    this.outcome = outcome;
    this.endedAt = new Date().toISOString();
    this.fault = undefined;
    if (outcome === 'sign-in' || outcome === 'other-person') session.needsSignIn = true;
    else if (outcome !== 'offline' && outcome !== 'device') session.needsSignIn = false;
    if (state !== undefined && outcome !== 'other-person')
      session.refresh({ roles: state.me.roles, spaces: state.spaces.map((space) => space.name) });
  }
}

export const syncing = new Syncing();
