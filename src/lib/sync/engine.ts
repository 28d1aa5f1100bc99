import { type Actor, aliasOf } from '#lib/domain/actor.ts';
import type { OutboxEntry } from '#lib/store/database.ts';
import type { Checkpoint } from '#lib/store/pulled.ts';
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
  /** @param told the server's state, where it has just been told: a round that was woken need not ask */
  round(told?: HubState): Promise<RoundReport>;
}

/** Makes an engine. Only one round may run at a time on a device; the scheduler's lock sees to that. */
export function createEngine({ hub, store, now, mayTransferMedia = () => true }: EngineOptions): Engine {
  return {
    async round(told) {
      const report = { pulled: 0, confirmed: 0, refused: 0 };
      let state: HubState | undefined;
      try {
        // What is asked of the disk is asked at once: a round that brings a little is mostly such questions.
        [state] = await Promise.all([told ?? hub.state(), store.sync.renew()]);
        if (state.me.id !== store.person) return { outcome: 'other-person', ...report, state };
        const [checkpoints, entries] = await Promise.all([
          store.sync.checkpoints(),
          store.sync.waiting(),
          store.sync.note('roles', state.me.roles),
          store.sync.knowIdentities([aliasOf(state.me) ?? store.person])
        ]);
        const waiting = await followMembership(store, state, [...checkpoints.keys()], entries);
        const work: Work = { hub, store, state, report, now, checkpoints, waiting };
        const problems: ProblemCode[] = [];
        // What people wrote here goes first: it is in one place only.
        for (const part of [pushWords, pullAll, pushMedia]) {
          if (part === pushMedia && !(await mayTransferMedia())) continue;
          problems.push(...(await part(work)));
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
  /** How far each space had been read when the round began. */
  readonly checkpoints: ReadonlyMap<string, Checkpoint>;
  /** Spaces for which something waits, or may have come to wait in this round. */
  readonly waiting: Set<string>;
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
    // After a restore, what is here must first be compared with what is there.
    if (mustCompare(work.checkpoints.get(space.name), space, work.now())) {
      work.waiting.add(space.name);
      await compareSpace(work.store, remote, space, actorIn(work, space.name), work.now());
    }
    if (!work.waiting.has(space.name)) return;
    await noteReached(work.store, space, work.now());
    add(work.report, await pushSpace(work.store, remote, space.name));
  });

const pullAll = (work: Work): Promise<ProblemCode[]> =>
  eachSpace(work, async (space, remote) => {
    // Nothing has been sent there, and nothing has come.
    if (!work.waiting.has(space.name) && work.checkpoints.get(space.name)?.seen === space.seq) return;
    const pulled = await pullSpace(work.store, remote, space, actorIn(work, space.name), work.now());
    work.report.pulled += pulled;
    // What came may have been joined with what is here.
    if (pulled > 0) work.waiting.add(space.name);
    if (work.waiting.has(space.name)) add(work.report, await pushSpace(work.store, remote, space.name));
  });

const pushMedia = (work: Work): Promise<ProblemCode[]> =>
  eachSpace(work, async (space, remote) => {
    if (work.waiting.has(space.name)) add(work.report, await pushAttachments(work.store, remote, space.name));
  });

function add(report: Work['report'], { confirmed, refused }: { confirmed: number; refused: number }): void {
  report.confirmed += confirmed;
  report.refused += refused;
}

/**
 * Leaves spaces that are no longer the person's, and tries again what was refused for one that is again.
 * @param known spaces that something is here of
 * @param entries what waits
 * @returns the spaces for which something waits
 */
async function followMembership(
  store: Store,
  state: HubState,
  known: readonly string[],
  entries: readonly OutboxEntry[]
): Promise<Set<string>> {
  const names = state.spaces.map((space) => space.name);
  const waiting = new Set(entries.map((entry) => entry.space));
  for (const space of known) if (!names.includes(space)) await store.sync.leave(space);
  for (const entry of entries) if (!names.includes(entry.space)) await store.sync.refuse(entry, { code: 'not-member' });
  await store.sync.retry((entry) => {
    const isBack = entry.refusal?.code === 'not-member' && names.includes(entry.space);
    if (isBack) waiting.add(entry.space);
    return isBack;
  });
  return waiting;
}
