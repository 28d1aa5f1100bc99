import * as v from 'valibot';
import { isId } from '#lib/core/ids.ts';
import { sameContent, utf8Length } from '#lib/core/json.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { type Actor, isMember, spaceType } from './actor.ts';
import type { AttachmentInfo, AttachmentRule, Envelope } from './kind.ts';
import { type AnyKind, kindOfId } from './registry.ts';
import type { ShapeCode } from './shapes.ts';

/** A document is at most this many bytes of JSON, attachments apart. */
export const DOCUMENT_MAX_BYTES = 256_000;

/** Why a document may not be written. Codes are what travels; the sentence is a message on the device. */
export type RefusalCode =
  | ShapeCode
  | 'not-member'
  | 'unknown-kind'
  | 'wrong-space'
  | 'wrong-id'
  | 'wrong-version'
  | 'too-large'
  | 'fixed-field'
  | 'invalid-field'
  | 'not-allowed'
  | 'erasure-not-allowed'
  | 'erased'
  | 'attachment';

export interface Refusal {
  readonly code: RefusalCode;
  /** The field, or the attachment, that is at fault, where it is one. */
  readonly field?: string;
}

const refuse = (code: RefusalCode, field?: string): Result<never, Refusal> =>
  err(field === undefined ? { code } : { code, field });

const ENVELOPE = ['_id', '_rev', '_attachments', '_revisions', '_deleted'];

const fieldsOf = (document: object): Record<string, unknown> => {
  const record = document as Record<string, unknown>;
  // Without a prototype: a document's own `__proto__` must be seen as the unknown field it is.
  const fields = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(record)) if (ENVELOPE.indexOf(key) < 0 && key !== 'v') fields[key] = record[key];
  return fields;
};

/**
 * The one write rule: whether `actor` may make `next` out of `previous` (null when there is none).
 * Runs on the device before accepting, in the embedded server on every write path, and as
 * `_design/rules` in CouchDB; so it depends on nothing but its arguments.
 */
export function check(next: Envelope, previous: Envelope | null, actor: Actor): Result<void, Refusal> {
  const before = previous !== null && previous._deleted !== true ? previous : null;
  if (!isMember(actor)) return refuse('not-member');
  const kind = typeof next._id === 'string' ? kindOfId(next._id) : undefined;
  if (kind === undefined) return refuse('unknown-kind');
  if (kind.spaces.indexOf(spaceType(actor.space)) < 0) return refuse('wrong-space');
  // PouchDB takes anything true for a deletion, so the rules do too.
  if (next._deleted) return checkErasure(kind, next, before, actor);
  // Erased is erased: a device that was away does not bring it back, nor does anybody in its place.
  if (previous !== null && before === null && kind.returns !== true) return refuse('erased');

  const { _attachments: attachments, ...body } = next;
  const json = JSON.stringify(body);
  // No character takes more than three bytes, so most documents need no counting.
  if (json.length * 3 > DOCUMENT_MAX_BYTES && utf8Length(json) > DOCUMENT_MAX_BYTES) return refuse('too-large');
  if ((next as { v?: unknown }).v !== kind.version) return refuse('wrong-version');
  const fields = fieldsOf(next);
  const shaped = shapeError(kind, fields);
  if (shaped !== null) return err(shaped);
  if (!isRightId(kind, next._id, fields)) return refuse('wrong-id');
  const wrong = kind.invalid?.(fields);
  if (wrong !== undefined && wrong !== null) return refuse('invalid-field', wrong);

  const old = before === null ? null : fieldsOf(before);
  if (old !== null) {
    for (const field of kind.fixed) if (!sameContent(fields[field], old[field])) return refuse('fixed-field', field);
  }
  if (!kind.mayWrite(fields, old, actor, next._id)) return refuse('not-allowed');
  return checkAttachments(kind, attachments ?? {}, before?._attachments ?? {});
}

// A tombstone can carry a body; one that does is a document in hiding.
function checkErasure(kind: AnyKind, next: Envelope, before: Envelope | null, actor: Actor): Result<void, Refusal> {
  if (Object.keys(next).some((key) => ENVELOPE.indexOf(key) < 0) || next._attachments !== undefined)
    return refuse('erasure-not-allowed');
  if (before === null || !kind.mayErase(fieldsOf(before), actor)) return refuse('erasure-not-allowed');
  return ok(undefined);
}

const isRightId = (kind: AnyKind, id: string, fields: Record<string, unknown>): boolean => {
  const last = id.slice(id.lastIndexOf(':') + 1);
  return kind.id(fields, last) === id && (isId(last) || kind.name === 'variant');
};

// Schemas are compiled once per kind: CouchDB calls this for every document of every write.
const schemas: Record<string, v.GenericSchema<unknown>> = {};

const schemaOf = (kind: AnyKind): v.GenericSchema<unknown> =>
  (schemas[kind.name] ??= v.strictObject(kind.shape, 'wrong-type'));

/** Faults of a text that its writer can mend, and that a screen can show meanwhile. */
const MENDABLE: readonly string[] = ['personal-number', 'too-long', 'malformed-text', 'empty'];

/**
 * Whether a document from outside has a form that can be kept and shown here, though the rules may yet
 * say no to its words or its writer.
 */
export function isPresentable(document: Envelope): boolean {
  const kind = kindOfId(document._id);
  if (kind === undefined || (document as { v?: unknown }).v !== kind.version) return false;
  const fields = fieldsOf(document);
  const { issues = [] } = v.safeParse(schemaOf(kind), fields, { abortPipeEarly: true });
  return issues.every((issue) => MENDABLE.indexOf(issue.message) >= 0) && isRightId(kind, document._id, fields);
}

/** What is wrong with a document's fields by themselves, or null. The first fault wins. */
export function shapeError(kind: AnyKind, fields: Record<string, unknown>): Refusal | null {
  const result = v.safeParse(schemaOf(kind), fields, { abortEarly: true, abortPipeEarly: true });
  if (result.success) return null;
  const issue = result.issues[0];
  const field = issue.path?.[0]?.key;
  return {
    code: (issue.message as ShapeCode) || 'wrong-type',
    ...(typeof field === 'string' ? { field } : {})
  };
}

/** Bytes of an attachment: as stated, or as the base64 it came with will give. */
function bytesOf(info: AttachmentInfo): number {
  if (typeof info.data !== 'string') return typeof info.length === 'number' ? info.length : Infinity;
  const padding = /={0,2}$/.exec(info.data)![0].length;
  return Math.floor((info.data.length * 3) / 4) - padding;
}

type Attachments = Readonly<Record<string, AttachmentInfo>>;

// What CouchDB and PouchDB say of an attachment; anything else would be kept and read by nobody.
const ATTACHMENT_KEYS = [
  'content_type',
  'length',
  'data',
  'digest',
  'stub',
  'revpos',
  'follows',
  'encoding',
  'encoded_length'
];
const DIGEST = /^md5-[A-Za-z0-9+/]{22}==$/;

function isAllowed(info: unknown, rule: AttachmentRule): boolean {
  if (typeof info !== 'object' || info === null) return false;
  if (Object.keys(info).some((key) => ATTACHMENT_KEYS.indexOf(key) < 0)) return false;
  const { content_type: type, digest } = info as AttachmentInfo;
  if (rule.types.indexOf(type) < 0 || (digest !== undefined && !DIGEST.test(digest))) return false;
  const bytes = bytesOf(info as AttachmentInfo);
  return bytes >= 1 && bytes <= rule.maxBytes;
}

/** Whether an attachment stands as it stood. New bytes under an old name have no digest yet, or lie about it. */
const isSame = (next: AttachmentInfo, before: AttachmentInfo): boolean =>
  next.data === undefined &&
  next.digest === before.digest &&
  next.length === before.length &&
  next.content_type === before.content_type;

// Each may be added once; what people have seen is not exchanged behind them.
function checkAttachments(kind: AnyKind, next: Attachments, before: Attachments): Result<void, Refusal> {
  const rules: Readonly<Record<string, AttachmentRule>> = kind.attachments ?? {};
  if (typeof next !== 'object') return refuse('attachment');
  for (const name of Object.keys(next)) {
    const rule = Object.prototype.hasOwnProperty.call(rules, name) ? rules[name] : undefined;
    if (rule === undefined || !isAllowed(next[name], rule)) return refuse('attachment', name);
  }
  for (const name of Object.keys(before)) {
    const kept = Object.prototype.hasOwnProperty.call(next, name) ? next[name] : undefined;
    if (kept === undefined || !isSame(kept, before[name]!)) return refuse('attachment', name);
  }
  return ok(undefined);
}

/** A refusal as the text of CouchDB's `forbidden`. */
export const refusalText = (refusal: Refusal): string =>
  refusal.field === undefined ? refusal.code : refusal.code + ' ' + refusal.field;

/** Reads `refusalText` back; a reason some other server gave is `not-allowed`. */
export function parseRefusal(reason: string): Refusal {
  const match = /^([a-z-]+)(?: ([A-Za-z_]+))?$/.exec(reason);
  if (match === null) return { code: 'not-allowed' };
  return { code: match[1] as RefusalCode, ...(match[2] === undefined ? {} : { field: match[2] }) };
}
