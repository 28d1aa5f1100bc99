import { cardIdeaId } from '#lib/domain/ideas/idea.ts';
import { variantId } from '#lib/domain/variant.ts';
import type { RuleCase } from './case.ts';
import { DOCUMENT_PREFIX, type Wild } from './cast.ts';

// Turns a case of the table into what can be sent to a server: ids of its own, and bytes for stubs.

type Fields = Record<string, unknown>;
type Attachments = Record<string, Fields | null>;

/** A case with ids that no other case and no earlier run has. @param salt some characters of base32, fewer than the prefix has */
export function withOwnIds(row: RuleCase, salt: string): RuleCase {
  const own = <T>(value: T): T =>
    JSON.parse(JSON.stringify(value).replaceAll(DOCUMENT_PREFIX, DOCUMENT_PREFIX.slice(0, -salt.length) + salt)) as T;
  const previous = rehashed(row.previous, own(row.previous));
  // A tombstone says nothing of what it buries but its id.
  const isTombstone = row.next['of'] === undefined && row.next['_id'] === row.previous?.['_id'];
  const next = isTombstone ? { ...own(row.next), _id: previous!['_id'] } : rehashed(row.next, own(row.next))!;
  return { ...row, previous, next };
}

// A variant's id is made of what it holds, and an idea's of its card, so it follows where it was right before.
function rehashed(before: Wild | null, after: Wild | null): Wild | null {
  if (before === null || after === null) return after;
  if (before['_id'] === cardIdeaId(String(before['card']))) return { ...after, _id: cardIdeaId(String(after['card'])) };
  if (!String(before['_id']).startsWith('variant:')) return after;
  const idOf = (wild: Wild): string =>
    variantId(String(wild['of']), String(wild['field']), String(wild['text']), String(wild['at']));
  return before['_id'] === idOf(before)
    ? { ...after, _id: idOf(after) }
    : { ...after, _id: misplaced(before, idOf, after) };
}

// One that stood under another's id shall stand under that other's new id.
const misplaced = (before: Wild, idOf: (wild: Wild) => string, after: Wild): unknown =>
  before['_id'] === idOf({ ...before, text: RIGHT_TEXT }) ? idOf({ ...after, text: RIGHT_TEXT }) : after['_id'];
const RIGHT_TEXT = 'Rad ett som förlorade';

/**
 * The document with bytes in place of stubs, so that it can be written; what stands in `stored`
 * unchanged stays a stub, which is how a client names what the server has.
 * @param kept the server's own stubs of what is stored
 */
export function withBytes(document: Wild, stored: Wild | null, kept: Readonly<Record<string, object>> = {}): Wild {
  const attachments = document['_attachments'] as Attachments | undefined;
  if (attachments === undefined || attachments === null) return document;
  const before = (stored?.['_attachments'] ?? {}) as Attachments;
  const sent: Attachments = {};
  for (const [name, info] of Object.entries(attachments)) {
    const isStored = JSON.stringify(info) === JSON.stringify(before[name]);
    if (info === null || 'data' in info) sent[name] = info;
    else if (isStored) sent[name] = { ...kept[name], stub: true };
    else sent[name] = { content_type: info['content_type'], data: bytesFor(info) };
  }
  return { ...document, _attachments: sent };
}

// As many bytes as the stub says, and other bytes for another digest.
const bytesFor = (info: Fields): string =>
  Buffer.alloc(Number(info['length']), String(info['digest'] ?? 'x').charCodeAt(4)).toString('base64');
