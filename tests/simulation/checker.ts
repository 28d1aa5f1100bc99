import { sameContent } from '#lib/core/json.ts';
import { content } from '#lib/store/accept.ts';
import { kindName } from '#lib/core/ids.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { kindOfId } from '#lib/domain/registry.ts';
import { rowsIn } from '#lib/store/rows.ts';
import type { OutboxEntry } from '#lib/store/database.ts';
import { isKnown } from '#lib/store/write.ts';
import { unkeptSheets } from './sheet-checks.ts';
import { unkeptDecisions, wrongRows } from './paths.ts';
import { type AcceptedWrite, isIn, SPACES, type World } from './world.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Kinds with words in them that are joined, all of which are somewhere at rest. */
const WORDED: readonly string[] = ['idea', 'case', 'worksheet', 'entry'];

/** The lines of a text, or of the texts that an entry holds by name. */
const lines = (value: unknown): string[] =>
  typeof value === 'string'
    ? value.split('\n')
    : typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.values(value).flatMap(lines)
      : [];

/** Requests a round may take at rest beyond one for each thing it has to send. Far above what any took; a loop has no end. */
const MOST_REQUESTS = 40;

/** What is wrong at rest, in words; nothing when nothing was lost, doubled or left apart. */
export async function faults(world: World): Promise<string[]> {
  const found: string[] = world.early.map((each) => 'before the daily comparison: ' + each);
  const unsent: OutboxEntry[] = [];
  for (const device of world.devices) unsent.push(...(await device.store.outbox()));
  for (const space of SPACES) {
    const server = await knownDocuments(world, space);
    const places = [...server, ...unsent.filter((entry) => entry.space === space).map((entry) => entry.document)];
    const accepted = world.accepted.filter((write) => write.space === space);
    for (const write of accepted) found.push(...lostOf(world, write, places, accepted));
    found.push(...doubled(server), ...strayed(server, world), ...unkeptDecisions(world, accepted, server, unsent));
    found.push(
      ...unkeptSheets(
        world,
        accepted,
        server,
        unsent.filter((entry) => entry.space === space)
      )
    );
    for (const device of world.devices.filter((each) => isIn(each.person, space)))
      found.push(...(await wrongRows(device, space, server)));
  }
  found.push(...(await apart(world)), ...(await trespassing(world)));
  for (const entry of unsent) {
    if (entry.state === 'waiting') found.push(`still waiting at rest: ${entry.id}`);
    // Everybody has their permissions back, so nothing may still be refused for want of one.
    if (entry.refusal?.code === 'not-member') found.push(`refused at rest for a permission that is there: ${entry.id}`);
  }
  if (world.mostRequests > MOST_REQUESTS) found.push(`a round took ${world.mostRequests} requests more than it sent`);
  found.push(...(await restless(world)));
  return found;
}

/** What the server has that these apps know; a newer app's documents are left to it. */
const knownDocuments = async (world: World, space: string): Promise<Envelope[]> =>
  (await world.server.documents(space)).filter(isKnown);

/** What of an accepted write can no longer be found anywhere, nor was replaced by someone who saw it. */
function lostOf(
  world: World,
  write: AcceptedWrite,
  places: readonly Envelope[],
  accepted: readonly AcceptedWrite[]
): string[] {
  const { document, previous } = write;
  // It was on that disk alone, and the disk is gone.
  if (world.evicted.has(write.device + ' ' + document._id)) return [];
  const here = places.filter((place) => place._id === document._id);
  if (here.length === 0) return [`lost: ${document._id} of ${write.device}`];
  if (kindName(document._id) === 'photo')
    return here.some((place) => place._attachments?.['original'] !== undefined || place._rev === undefined)
      ? []
      : [`lost: the picture of ${document._id}`];
  const kind = kindOfId(document._id)!;
  if (!WORDED.includes(kindName(document._id))) return [];
  const texts = places
    .filter((place) => place._id === document._id || (place as { of?: string }).of === document._id)
    .flatMap((place) => Object.values(place as unknown as Fields).flatMap(lines));
  const missing: string[] = [];
  for (const [field, strategy] of Object.entries(kind.merge)) {
    // Of the rest one stands, and the other is not kept.
    if (!['text', 'choice', 'texts'].includes(strategy)) continue;
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
    const { _id, at: _at, by: _by, card: _card, ...rest } = content(document) as Fields & { readonly _id: string };
    if (!['idea', 'comment', 'entry'].includes(kindName(_id))) continue;
    // Where a card lies tells two cards apart no more than who wrote them does.
    const said = kindName(_id) + JSON.stringify('values' in rest ? rest['values'] : rest);
    if (seen.has(said)) found.push(`twice: ${_id} and ${seen.get(said)}`);
    seen.set(said, _id);
  }
  return found;
}

/** Devices that show something else than the server has, their own refused things apart. */
export async function apart(world: World): Promise<string[]> {
  const found: string[] = [];
  for (const space of SPACES) {
    const server = await knownDocuments(world, space);
    const ids = new Set(server.map((document) => document._id));
    for (const device of world.devices.filter((each) => isIn(each.person, space))) {
      const own = new Set((await device.store.outbox()).map((entry) => entry.id));
      const rows = new Map<string, Envelope>();
      for (const row of await rowsIn(device.store.db, space)) rows.set(row.document._id, row.document);
      for (const document of server) {
        if (own.has(document._id)) continue;
        const row = rows.get(document._id);
        if (row === undefined) found.push(`${device.name} lacks ${document._id}`);
        else if (!sameContent(content(row), content(document)))
          found.push(`${device.name} shows another ${document._id}`);
      }
      for (const id of rows.keys())
        if (!ids.has(id) && !own.has(id)) found.push(`${device.name} shows ${id}, which the server lacks`);
    }
  }
  return found;
}

/** Nobody holds anything of a space they never could read. */
async function trespassing(world: World): Promise<string[]> {
  const found: string[] = [];
  for (const space of SPACES)
    for (const device of world.devices.filter((each) => !isIn(each.person, space)))
      for (const row of await rowsIn(device.store.db, space))
        found.push(`${device.name} holds ${row.document._id} of ${space}`);
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
