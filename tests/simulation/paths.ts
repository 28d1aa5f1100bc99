import { sameContent } from '#lib/core/json.ts';
import { kindName } from '#lib/core/ids.ts';
import type { Comment } from '#lib/domain/ideas/comment.ts';
import type { Decision } from '#lib/domain/ideas/decision.ts';
import { type Path, pathOf, survivorOf } from '#lib/domain/ideas/path.ts';
import type { Support } from '#lib/domain/ideas/support.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import type { OutboxEntry } from '#lib/store/database.ts';
import { ideaRowsIn } from '#lib/store/packs.ts';
import type { Device } from './device.ts';
import type { AcceptedWrite, World } from './world.ts';

/** Decisions that were accepted and are not with the server at rest, and undone ones that stand there as if they were not. */
export function unkeptDecisions(
  world: World,
  accepted: readonly AcceptedWrite[],
  server: readonly Envelope[],
  unsent: readonly OutboxEntry[]
): string[] {
  const stands = new Map(ofKind<Decision>('decision', server).map((decision) => [decision._id, decision]));
  // What the server's rules said no to stays with whoever wrote it, and says so there.
  const refused = new Set(unsent.filter((entry) => entry.state === 'rejected').map((entry) => entry.id));
  return accepted.flatMap(({ document, device }) => {
    if (kindName(document._id) !== 'decision') return [];
    if (refused.has(document._id) || world.evicted.has(device + ' ' + document._id)) return [];
    const kept = stands.get(document._id);
    if (kept === undefined) return [`a decision is not with the server: ${document._id} of ${device}`];
    const isUndone = (document as Decision).withdrawn !== undefined;
    return isUndone && kept.withdrawn === undefined ? [`an undone decision stands: ${document._id} of ${device}`] : [];
  });
}

/**
 * Ideas of which a device's list says something else than follows from the server's documents: their stage, whether
 * decisions stand against each other, where they live on, and who supports them.
 */
export async function wrongRows(device: Device, space: string, server: readonly Envelope[]): Promise<string[]> {
  const documents = new Map(server.map((document) => [document._id, document]));
  // A device's own refused words are seen on it and nowhere else.
  for (const entry of await device.store.outbox()) if (entry.space === space) documents.set(entry.id, entry.document);
  const all = [...documents.values()];
  const paths = new Map<string, Path<Decision>>();
  for (const [idea, decisions] of groupOf(ofKind<Decision>('decision', all))) paths.set(idea, pathOf(decisions));
  const survivor = (id: string): string => survivorOf(id, (each) => paths.get(each)?.current?.into);
  const supporters = new Map<string, Set<string>>();
  for (const { idea, by, state } of ofKind<Support>('support', all)) {
    if (!state.given) continue;
    for (const each of new Set([idea, survivor(idea)]))
      supporters.set(each, (supporters.get(each) ?? new Set()).add(by));
  }
  const comments = new Map<string, number>();
  for (const { idea, retracted } of ofKind<Comment>('comment', all)) {
    if (retracted !== undefined) continue;
    for (const each of new Set([idea, survivor(idea)])) comments.set(each, (comments.get(each) ?? 0) + 1);
  }
  const found: string[] = [];
  for (const row of await ideaRowsIn(device.store.db, space)) {
    const path = paths.get(row.id);
    const shows = {
      stage: row.stage,
      disputed: row.disputed === true,
      into: row.into ?? row.id,
      supports: row.supports,
      comments: row.comments,
      since: row.since
    };
    const should = {
      stage: path?.stage ?? 'ny',
      disputed: (path?.disputed.length ?? 0) > 0,
      into: survivor(row.id),
      supports: supporters.get(row.id)?.size ?? 0,
      comments: comments.get(row.id) ?? 0,
      since: path?.current?.at ?? row.document.at
    };
    if (!sameContent(shows, should))
      found.push(`${device.name} lists ${row.id} as ${JSON.stringify(shows)}, which is ${JSON.stringify(should)}`);
  }
  return found;
}

const ofKind = <D extends Envelope>(kind: string, documents: readonly Envelope[]): D[] =>
  documents.filter((document) => kindName(document._id) === kind) as D[];

function groupOf(decisions: readonly Decision[]): ReadonlyMap<string, Decision[]> {
  const groups = new Map<string, Decision[]>();
  for (const decision of decisions) groups.set(decision.idea, [...(groups.get(decision.idea) ?? []), decision]);
  return groups;
}
