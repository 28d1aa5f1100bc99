import { sameContent } from '#lib/core/json.ts';
import { content } from '#lib/store/accept.ts';
import { kindName } from '#lib/core/ids.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { kindOfId } from '#lib/domain/registry.ts';
import { rowsIn } from '#lib/store/rows.ts';
import type { OutboxEntry } from '#lib/store/database.ts';
import { SPACE, type AcceptedWrite, type World } from './world.ts';

type Fields = Readonly<Record<string, unknown>>;

const lines = (value: unknown): string[] => (typeof value === 'string' ? value.split('\n') : []);

/** What is wrong at rest, in words; nothing when nothing was lost, doubled or left apart. */
export async function faults(world: World): Promise<string[]> {
  const found: string[] = [];
  const server = await world.server.documents(SPACE);
  const entries = new Map<string, OutboxEntry[]>();
  for (const device of world.devices) entries.set(device.name, await device.store.outbox());
  const unsent = [...entries.values()].flat();
  const places = [...server, ...unsent.map((entry) => entry.document)];
  for (const write of world.accepted) found.push(...lostOf(write, places, world.accepted));
  found.push(...doubled(server), ...(await apart(world, server, entries)), ...strayed(server, world));
  for (const entry of unsent) {
    if (entry.state === 'waiting') found.push(`still waiting at rest: ${entry.id}`);
    // Everybody has their permissions back, so nothing may still be refused for want of one.
    if (entry.refusal?.code === 'not-member') found.push(`refused at rest for a permission that is there: ${entry.id}`);
  }
  found.push(...(await restless(world)));
  return found;
}

/** What of an accepted write can no longer be found anywhere, nor was replaced by someone who saw it. */
function lostOf(write: AcceptedWrite, places: readonly Envelope[], accepted: readonly AcceptedWrite[]): string[] {
  const { document, previous } = write;
  const here = places.filter((place) => place._id === document._id);
  if (here.length === 0) return [`lost: ${document._id} of ${write.device}`];
  const kind = kindOfId(document._id)!;
  if (kindName(document._id) !== 'idea') return [];
  const texts = places
    .filter((place) => place._id === document._id || (place as { of?: string }).of === document._id)
    .flatMap((place) => Object.values(place as unknown as Fields).flatMap(lines));
  const missing: string[] = [];
  for (const field of Object.keys(kind.merge)) {
    const before = lines((previous as Fields | null)?.[field]);
    for (const line of lines((document as unknown as Fields)[field])) {
      if (line === '' || before.includes(line) || texts.includes(line)) continue;
      if (!accepted.some((later) => replaced(later, document._id, line)))
        missing.push(`lost: "${line}" in ${field} of ${document._id}`);
    }
  }
  return missing;
}

/** Somebody who saw the line wrote something else there. */
function replaced(write: AcceptedWrite, id: string, line: string): boolean {
  if (write.document._id !== id || write.previous === null) return false;
  const all = (document: Envelope) => Object.values(document as unknown as Fields).flatMap(lines);
  return all(write.previous).includes(line) && !all(write.document).includes(line);
}

function doubled(server: readonly Envelope[]): string[] {
  const seen = new Map<string, string>();
  const found: string[] = [];
  for (const document of server) {
    const { _id, at: _at, by: _by, ...rest } = content(document) as { _id: string; at: unknown; by: unknown };
    if (!['idea', 'comment'].includes(kindName(_id))) continue;
    const said = kindName(_id) + JSON.stringify(rest);
    if (seen.has(said)) found.push(`twice: ${_id} and ${seen.get(said)}`);
    seen.set(said, _id);
  }
  return found;
}

/** Devices that show something else than the server has, their own refused things apart. */
async function apart(
  world: World,
  server: readonly Envelope[],
  entries: ReadonlyMap<string, readonly OutboxEntry[]>
): Promise<string[]> {
  const found: string[] = [];
  for (const device of world.devices) {
    const own = new Set(entries.get(device.name)!.map((entry) => entry.id));
    const rows = new Map<string, Envelope>();
    for (const row of await rowsIn(device.store.db, SPACE)) rows.set(row.document._id, row.document);
    for (const document of server) {
      if (own.has(document._id)) continue;
      const row = rows.get(document._id);
      if (row === undefined) found.push(`${device.name} lacks ${document._id}`);
      else if (!sameContent(content(row), content(document)))
        found.push(`${device.name} shows another ${document._id}`);
    }
    const ids = new Set(server.map((document) => document._id));
    for (const id of rows.keys())
      if (!ids.has(id) && !own.has(id)) found.push(`${device.name} shows ${id}, which the server lacks`);
  }
  return found;
}

/** Documents on the server that nobody wrote. */
function strayed(server: readonly Envelope[], world: World): string[] {
  const written = new Set(world.accepted.map((write) => write.document._id));
  return server
    .filter((document) => kindName(document._id) !== 'variant' && !written.has(document._id))
    .map((document) => `from nowhere: ${document._id}`);
}

/** A round with nothing new in it asks once and is answered once. */
async function restless(world: World): Promise<string[]> {
  const found: string[] = [];
  for (const device of world.devices) {
    const before = world.server.requests;
    await device.round();
    const requests = world.server.requests - before;
    if (requests !== 1) found.push(`${device.name} made ${requests} requests in an idle round`);
  }
  return found;
}
