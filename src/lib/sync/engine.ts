import { type Actor, aliasOf } from '#lib/domain/actor.ts';
import type { Store } from '#lib/store/store.ts';
import { fetchWanted } from './fetch-attachments.ts';
import type { Hub, HubState } from './hub.ts';
import { type ProblemCode, problemOf } from './problems.ts';
import { pullSpace } from './pull.ts';
import { pushAttachments, pushSpace } from './push.ts';
import { compareSpace, mustCompare, noteReached } from './reconcile.ts';

/** How a round ended. `done`: the server has everything this device may send, and the device everything it may read. */
export type Outcome = 'done' | ProblemCode;

export interface RoundReport {
  readonly outcome: Outcome;
  readonly pulled: number;
  readonly confirmed: number;
  readonly refused: number;
  /** The server's state when the round began; absent when it never answered. */
  readonly state?: HubState;
}

export interface EngineOptions {
  readonly hub: Hub;
  readonly store: Store;
  /** ISO; for when comparisons were made, never for merging. */
  readonly now: () => string;
  /** Whether pictures and sounds may travel now (somebody may want that on wifi only). */
  readonly mayTransferMedia?: () => boolean | Promise<boolean>;
}

/** The sync engine: one short round at a time, that ends by itself. */
export interface Engine {
  round(): Promise<RoundReport>;
}

/** Makes an engine. Only one round may run at a time on a device; the scheduler's lock sees to that. */
export function createEngine({ hub, store, now, mayTransferMedia = () => true }: EngineOptions): Engine {
  return {
    async round() {
      const report = { pulled: 0, confirmed: 0, refused: 0 };
      let state: HubState | undefined;
      try {
        state = await hub.state();
        if (state.me.id !== store.person) return { outcome: 'other-person', ...report, state };
        await store.sync.note('roles', state.me.roles);
        await store.sync.knowIdentities([aliasOf(state.me) ?? store.person]);
        await followMembership(store, state);
        const problems: ProblemCode[] = [];
        // What people wrote here goes first: it is in one place only.
        for (const work of [pushWords, pullAll, pushMedia]) {
          if (work === pushMedia && !(await mayTransferMedia())) continue;
          problems.push(...(await work({ hub, store, state, report, now })));
        }
        if (await mayTransferMedia()) await fetchWanted(store, (space) => hub.space(space));
        return { outcome: problems[0] ?? 'done', ...report, state };
      } catch (error) {
        return { outcome: problemOf(error).code, ...report, ...(state === undefined ? {} : { state }) };
      }
    }
  };
}

interface Work {
  readonly hub: Hub;
  readonly store: Store;
  readonly state: HubState;
  readonly report: { pulled: number; confirmed: number; refused: number };
  readonly now: () => string;
}

/** Does something for each space. One the person has just lost, or that fails alone, holds back no other. */
async function eachSpace(
  { hub, state }: Work,
  work: (space: HubState['spaces'][number], remote: PouchDB.Database) => Promise<void>
): Promise<ProblemCode[]> {
  const problems: ProblemCode[] = [];
  for (const space of state.spaces) {
    try {
      await work(space, hub.space(space.name));
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code !== 'not-member' && problem.code !== 'server') throw problem;
      problems.push(problem.code);
    }
  }
  return problems;
}

const actorIn = ({ store, state }: Work, space: string): Actor => ({ id: store.person, roles: state.me.roles, space });

const pushWords = (work: Work): Promise<ProblemCode[]> =>
  eachSpace(work, async (space, remote) => {
    const checkpoint = await work.store.sync.checkpoint(space.name);
    // After a restore, what is here must first be compared with what is there.
    if (mustCompare(checkpoint, space, work.now())) {
      await compareSpace(work.store, remote, space, actorIn(work, space.name), work.now());
    }
    if ((await work.store.sync.waiting(space.name)).length === 0) return;
    await noteReached(work.store, space, work.now());
    add(work.report, await pushSpace(work.store, remote, space.name));
  });

const pullAll = (work: Work): Promise<ProblemCode[]> =>
  eachSpace(work, async (space, remote) => {
    work.report.pulled += await pullSpace(work.store, remote, space, actorIn(work, space.name), work.now());
    if ((await work.store.sync.waiting(space.name)).length > 0)
      add(work.report, await pushSpace(work.store, remote, space.name));
  });

const pushMedia = (work: Work): Promise<ProblemCode[]> =>
  eachSpace(work, async (space, remote) => add(work.report, await pushAttachments(work.store, remote, space.name)));

function add(report: Work['report'], { confirmed, refused }: { confirmed: number; refused: number }): void {
  report.confirmed += confirmed;
  report.refused += refused;
}

/** Leaves spaces that are no longer the person's, and tries again what was refused for one that is again. */
async function followMembership(store: Store, state: HubState): Promise<void> {
  const names = state.spaces.map((space) => space.name);
  for (const space of await store.sync.knownSpaces()) if (!names.includes(space)) await store.sync.leave(space);
  for (const entry of await store.sync.waiting())
    if (!names.includes(entry.space)) await store.sync.refuse(entry, { code: 'not-member' });
  await store.sync.retry((entry) => entry.refusal?.code === 'not-member' && names.includes(entry.space));
}
