import { sameContent } from '#lib/core/json.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { isEditedBy, resigned } from '#lib/domain/marks.ts';
import { mergeDocuments } from '#lib/domain/merge.ts';
import { kindOfId } from '#lib/domain/registry.ts';
import { check } from '#lib/domain/rules.ts';
import type { Row } from '#lib/store/database.ts';
import type { Actor } from '#lib/domain/actor.ts';
import type { Checkpoint } from '#lib/store/pulled.ts';
import type { Store } from '#lib/store/store.ts';
import type { SpaceState } from './hub.ts';
import { PAGE, withoutConflicts } from './changes.ts';
import { fetchLeaves, joinLeaves } from './leaves.ts';

const DAY = 24 * 60 * 60 * 1000;

/** The number a sequence starts with, which never shrinks while a data set lives. */
const ordinal = (seq: string | number): number => Number.parseInt(String(seq), 10) || 0;

/**
 * Whether the device should compare itself with the server's whole list: the data set is another,
 * the sequence went backwards (a restore that changed no epoch), or a day has gone since last time
 * (a restore that had time to grow past what this device had seen).
 */
export function mustCompare(checkpoint: Checkpoint | undefined, state: SpaceState, now: string): boolean {
  if (checkpoint === undefined) return false;
  if (checkpoint.epoch !== state.epoch || ordinal(state.seq) < ordinal(checkpoint.reached)) return true;
  return Math.abs(Date.parse(now) - Date.parse(checkpoint.compared)) > DAY;
}

/** Notes, before anything is sent, of which data set the answers will be. */
export async function noteReached(store: Store, state: SpaceState, now: string): Promise<void> {
  const checkpoint = await store.sync.checkpoint(state.name);
  if (checkpoint?.reached === state.seq) return;
  const start = checkpoint ?? { epoch: state.epoch, compared: now };
  await store.sync.setCheckpoint(state.name, { ...start, reached: state.seq });
}

/**
 * Compares ids and revisions with the server's list, fetches what differs, and promises anew what
 * this person once wrote and the server no longer has. What the server lacks and this person may
 * not write is not theirs to keep.
 */
export async function compareSpace(
  store: Store,
  remote: PouchDB.Database,
  state: SpaceState,
  actor: Actor,
  now: string
): Promise<void> {
  const asked = await store.sync.confirmations();
  const checkpoint = (await store.sync.checkpoint(state.name))!;
  const { rows } = await remote.allDocs();
  const onServer = new Map(rows.filter((row) => !row.id.startsWith('_')).map((row) => [row.id, row.value.rev]));
  const here = new Map((await store.sync.confirmedRows(state.name)).map((row) => [row.document._id, row]));

  await rebaseWaiting(store, remote, state.name);
  const differing = [...onServer].filter(([id, rev]) => here.get(id)?.document._rev !== rev).map(([id]) => id);
  const lost = await unknownToServer(remote, differing, here);
  for (let start = 0; start < differing.length; start += PAGE) {
    const keys = differing.slice(start, start + PAGE);
    const answer = await remote.allDocs({ keys, include_docs: true, conflicts: true });
    const found = answer.rows.flatMap((row) =>
      'doc' in row && row.doc != null ? [row.doc as unknown as Envelope] : []
    );
    const leaves = await fetchLeaves(store, remote, found);
    const documents = found.map(withoutConflicts);
    const again = documents.flatMap((server) => {
      const row = lost.has(server._id) ? here.get(server._id) : undefined;
      if (row === undefined) return [];
      const document = resigned(unversioned(row.document), actor);
      const mayReplace = check(document, server, actor).ok;
      // What may not take the server's place can still be joined with it, by whoever wrote it.
      if (!mayReplace && !isEditedBy(row.document, actor) && !adds(document, server, actor)) return [];
      // A version this device once had is what the edits were made on; any other is somebody's new edit.
      return [{ document, server: mayReplace && row.past?.includes(server._rev!) === true ? server : null }];
    });
    // Promised before the server's older versions take the rows: a device may stop between the two.
    await store.sync.promiseAgain(state.name, again);
    // Another tab has sent something meanwhile: what was fetched may not know of that.
    const isApplied = await store.sync.applyRestored(state.name, documents, asked);
    if (!isApplied) return compareSpace(store, remote, state, actor, now);
    await joinLeaves(store, actor, leaves);
  }

  const gone = [...here.values()].map((row) => row.document).filter((document) => !onServer.has(document._id));
  const erased = gone.length === 0 ? new Set<string>() : await erasedOn(remote, gone);
  const carriers = gone.filter((document) => kindOfId(document._id)?.attachments !== undefined);
  const whole = await store.sync.withAttachments(state.name, carriers);
  const isBroken = (document: Envelope): boolean => carriers.includes(document) && !whole.has(document._id);
  // What this person wrote in another's document is refused until its owner's device has given the
  // document back, and shown as that meanwhile.
  const mine = gone
    .filter((document) => !erased.has(document._id) && !isBroken(document))
    .map((document) => ({ document, given: resigned(unversioned(document), actor) }))
    .filter(({ document, given }) => check(given, null, actor).ok || isEditedBy(document, actor))
    .map(({ given }) => given);
  await store.sync.promiseAgain(
    state.name,
    mine.map((document) => ({ document, server: null }))
  );
  const kept = new Set(mine.map((document) => document._id));
  await store.sync.drop(
    state.name,
    gone.filter((document) => !kept.has(document._id)).map((document) => document._id)
  );
  // Another data set is read from its beginning; the same one goes on, since revisions that lost in
  // it come with the changes alone. One that lacks what it confirmed was restored, and its numbers tell of other
  // changes than those that were read.
  const { since: _since, seen: _seen, ...start } = checkpoint;
  const hasLost = lost.size > 0 || gone.some((document) => !erased.has(document._id));
  const isSame = !hasLost && checkpoint.epoch === state.epoch && ordinal(state.seq) >= ordinal(checkpoint.reached);
  await store.sync.setCheckpoint(state.name, {
    ...(isSame ? checkpoint : start),
    epoch: state.epoch,
    reached: state.seq,
    compared: now
  });
}

/**
 * Whether the server has never seen a version of these that it once confirmed to this device: it was restored,
 * and has grown since, so that neither its sequence nor the revisions' numbers say so.
 * @param documents the server's versions
 */
export async function hasForgotten(
  store: Store,
  remote: PouchDB.Database,
  space: string,
  documents: readonly Envelope[]
): Promise<boolean> {
  const confirmed = await store.sync.confirmedRevisions(
    space,
    documents.map((document) => document._id)
  );
  const asked = documents.flatMap(({ _id, _rev }) => {
    const rev = confirmed.get(_id);
    return rev === undefined || rev === _rev ? [] : [[_id, [rev]] as [string, string[]]];
  });
  if (asked.length === 0) return false;
  return Object.keys(await remote.revsDiff(Object.fromEntries(asked))).length > 0;
}

/**
 * What waits started from versions the restored server may never have seen. Joining against those
 * would take the old version's word for what was changed since; the edit starts from the server's now.
 */
export async function rebaseWaiting(store: Store, remote: PouchDB.Database, space: string): Promise<void> {
  const based = (await store.sync.waiting(space)).filter((entry) => entry.base?._rev !== undefined);
  if (based.length === 0) return;
  const missing = await remote.revsDiff(Object.fromEntries(based.map((entry) => [entry.id, [entry.base!._rev!]])));
  const ids = Object.keys(missing);
  if (ids.length === 0) return;
  const server: Envelope[] = [];
  for (let start = 0; start < ids.length; start += PAGE) {
    const { rows } = await remote.allDocs({ keys: ids.slice(start, start + PAGE), include_docs: true });
    for (const row of rows) if ('doc' in row && row.doc != null) server.push(row.doc as unknown as Envelope);
  }
  const bases = new Map(server.map((document) => [document._id, document]));
  await store.sync.rebase(space, new Map(ids.map((id) => [id, bases.get(id) ?? null])));
}

/** Whether something here that nobody signs, as where a card lies, can be joined with the server's version. */
function adds(document: Envelope, server: Envelope, actor: Actor): boolean {
  const { document: joined, lost } = mergeDocuments(null, document, server);
  return lost.length === 0 && !sameContent(joined, server) && check(joined, server, actor).ok;
}

/** As the writer would send it: without what only the old data set knew. */
function unversioned(document: Envelope): Envelope {
  const { _rev, _attachments, ...words } = document;
  return words;
}

/** Which of the documents here have a revision the server has never seen: it lost them. */
async function unknownToServer(
  remote: PouchDB.Database,
  ids: readonly string[],
  here: ReadonlyMap<string, Row>
): Promise<Set<string>> {
  const asked = ids.filter((id) => here.get(id)?.document._rev !== undefined);
  if (asked.length === 0) return new Set();
  const answer = await remote.revsDiff(Object.fromEntries(asked.map((id) => [id, [here.get(id)!.document._rev!]])));
  return new Set(Object.keys(answer));
}

/** Which of them the server knows as erased: those are not lost, and must not come back. */
async function erasedOn(remote: PouchDB.Database, documents: readonly Envelope[]): Promise<Set<string>> {
  const { rows } = await remote.allDocs({ keys: documents.map((document) => document._id) });
  return new Set(
    rows.flatMap((row) =>
      'value' in row && (row.value as { deleted?: boolean } | null)?.deleted === true ? [row.id] : []
    )
  );
}
