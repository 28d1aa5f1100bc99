import type { Actor } from '#lib/domain/actor.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import type { Checkpoint } from '#lib/store/pulled.ts';
import type { Store } from '#lib/store/store.ts';
import type { SpaceState } from './hub.ts';
import { PAGE, withoutConflicts } from './changes.ts';
import { fetchLeaves, joinLeaves } from './leaves.ts';
import { compareSpace, hasForgotten, mustCompare } from './reconcile.ts';

/** What the first screen needs before all the rest has come. */
const NEWEST = 50;
/** What a list gets to read them, milliseconds. */
const READING_MS = 25;

type Change = PouchDB.Core.ChangesResponseChange<object>;

const page = (remote: PouchDB.Database, since: string | number) =>
  remote.changes({
    since,
    limit: PAGE,
    batch_size: PAGE,
    include_docs: true,
    conflicts: true
  } as PouchDB.Core.ChangesOptions);

const documentsOf = (results: readonly Change[]): Envelope[] =>
  results.filter((change) => !change.id.startsWith('_')).map((change) => change.doc as unknown as Envelope);

/**
 * Brings everything new in a space to the device. Rows and checkpoint go in one transaction a page;
 * the next page is fetched while this one is written.
 * @returns how many documents came
 */
export async function pullSpace(
  store: Store,
  remote: PouchDB.Database,
  state: SpaceState,
  actor: Actor,
  now: string
): Promise<number> {
  const [checkpoint, asked] = await Promise.all([store.sync.checkpoint(state.name), store.sync.confirmations()]);
  if (checkpoint?.seen === state.seq) return 0;
  // The comparison before it failed: read now, the data set would be taken for one that has been compared.
  if (mustCompare(checkpoint, state, now)) return 0;
  let since = checkpoint?.since ?? 0;
  let count = 0;
  const newest = checkpoint?.since === undefined ? newestOf(remote) : undefined;
  let next = page(remote, since);
  next.catch(() => undefined);
  if (newest !== undefined) await showNewest(store, state.name, await newest, asked);
  for (;;) {
    const { results, last_seq } = await next;
    const isLast = results.length < PAGE;
    if (!isLast) {
      next = page(remote, last_seq);
      // Its failure is met when it is awaited; until then it must not count as unhandled.
      next.catch(() => undefined);
    }
    since = last_seq;
    const documents = documentsOf(results);
    // The server was restored, and nobody said so. What was sent before the first page was read counts too:
    // then there is a checkpoint and nothing read.
    if (checkpoint !== undefined && (await hasForgotten(store, remote, state.name, documents)))
      await compareSpace(store, remote, state, actor, now);
    const leaves = await fetchLeaves(store, remote, documents);
    const reached: Checkpoint = {
      ...checkpoint,
      since,
      epoch: state.epoch,
      reached: state.seq,
      compared: checkpoint?.compared ?? now,
      ...(isLast ? { seen: state.seq } : {})
    };
    const done = leaves.length === 0 ? reached : undefined;
    const isApplied = await store.sync.apply(state.name, documents.map(withoutConflicts), done, asked);
    // Another tab has sent something meanwhile: the page is asked for again, since it may not know of that.
    if (!isApplied) return count + (await pullSpace(store, remote, state, actor, now));
    if (leaves.length > 0) {
      // Read again, should the device stop before they are joined.
      await joinLeaves(store, actor, leaves);
      await store.sync.setCheckpoint(state.name, reached);
    }
    count += documents.length;
    if (isLast) return count;
  }
}

/** Asked for before the first page, whose making would hold it up. */
const newestOf = (remote: PouchDB.Database) =>
  remote.changes({ descending: true, limit: NEWEST, include_docs: true, conflicts: true });

/** Writes the newest documents while the first page is on its way, so that the first screen waits for neither. */
async function showNewest(
  store: Store,
  space: string,
  { results }: Awaited<ReturnType<typeof newestOf>>,
  asked: number
): Promise<void> {
  // All there is: the page brings it at once.
  if (results.length < NEWEST) return;
  const alive = documentsOf(results).filter((document) => document._deleted !== true);
  await store.sync.apply(space, alive.map(withoutConflicts), undefined, asked);
  // The list reads in several steps, each of which would wait behind a page that is being written.
  await new Promise((resolve) => setTimeout(resolve, READING_MS));
}
