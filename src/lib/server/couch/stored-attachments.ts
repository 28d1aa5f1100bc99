import { createHash } from 'node:crypto';
import type { AttachmentInfo, Envelope } from '#lib/domain/kind.ts';
import { CouchError, badRequest } from './errors.ts';
import type { IncomingDocument } from './backend.ts';

type Attachments = Readonly<Record<string, AttachmentInfo>>;

// Without groups: one that repeats over millions of characters is more than the engine's stack holds.
const isBase64 = (text: string): boolean => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);

/**
 * A document's attachments as the database will have them: bytes by their true length and digest,
 * stubs by what is stored, whatever the writer says of them.
 * @param stored what a stub may point to
 * @returns what the rules shall see, and what shall be written
 */
export function settleAttachments(
  document: IncomingDocument,
  stored: Envelope | null
): { readonly seen: IncomingDocument; readonly written: IncomingDocument } {
  const attachments: unknown = document._attachments;
  if (attachments === undefined) return { seen: document, written: document };
  if (typeof attachments !== 'object' || attachments === null || Array.isArray(attachments))
    throw badRequest('Attachments must be a JSON object.');
  const seen: Record<string, AttachmentInfo> = Object.create(null) as Record<string, AttachmentInfo>;
  const written: Record<string, AttachmentInfo> = Object.create(null) as Record<string, AttachmentInfo>;
  for (const [name, info] of Object.entries(attachments as Record<string, unknown>)) {
    if (typeof info !== 'object' || info === null) throw badRequest('Attachment ' + name + ' must be a JSON object.');
    const { stub, data, content_type } = info as { stub?: unknown; data?: unknown; content_type?: unknown };
    if (stub === true) seen[name] = written[name] = storedStub(name, stored?._attachments);
    else {
      if (typeof data !== 'string' || !isBase64(data)) throw badRequest('Attachment ' + name + ' must be base64.');
      const type = typeof content_type === 'string' ? content_type : 'application/octet-stream';
      const bytes = new Uint8Array(Buffer.from(data, 'base64'));
      seen[name] = { content_type: type, length: bytes.length, digest: md5(bytes), stub: true };
      written[name] = { content_type: type, data };
    }
  }
  return {
    seen: { ...document, _attachments: { ...seen } },
    written: { ...document, _attachments: { ...written } }
  };
}

/**
 * A document whose attachments are either bytes or stubs, and say nothing else: CouchDB knows more ways
 * to send them, some of which make it wait for bytes that never come.
 * @throws CouchError 400
 */
export function plainAttachments(document: IncomingDocument): IncomingDocument {
  if (document._attachments === undefined) return document;
  const { written } = settleAttachments(document, document);
  return written;
}

function storedStub(name: string, stored: Attachments | undefined): AttachmentInfo {
  const info = stored !== undefined && Object.prototype.hasOwnProperty.call(stored, name) ? stored[name] : undefined;
  if (info === undefined) throw new CouchError(412, 'missing_stub', 'Invalid attachment stub for ' + name);
  return { ...info, stub: true };
}

/** An attachment's digest as CouchDB and PouchDB write it. */
export const md5 = (bytes: Uint8Array): string => 'md5-' + createHash('md5').update(bytes).digest('base64');
