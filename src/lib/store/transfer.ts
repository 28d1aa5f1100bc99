import * as v from 'valibot';
import { fromBase64, toBase64 } from '#lib/core/base64.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { kindOfId } from '#lib/domain/registry.ts';
import { isPresentable } from '#lib/domain/rules.ts';
import { instant } from '#lib/domain/shapes.ts';
import { joinDocument, saysTheSame } from './accept.ts';
import { blobKey, type Database, keyOf } from './database.ts';
import { rowOf } from './rows.ts';

const FORMAT = 'ideslussen-osant';

const base64Blob = v.strictObject({ name: v.string(), type: v.string(), data: v.pipe(v.string(), v.base64()) });

const unsentFile = v.object({
  format: v.literal(FORMAT),
  version: v.literal(1),
  person: v.string(),
  items: v.array(
    v.object({
      space: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/)),
      document: v.looseObject({ _id: v.string() }),
      base: v.nullable(v.looseObject({ _id: v.string() })),
      acceptedAt: instant,
      title: v.string(),
      reason: v.optional(v.string()),
      blobs: v.array(base64Blob)
    })
  )
});

/**
 * Everything not yet confirmed, as a file (JSON, UTF-8) that `importUnsent` takes on any device.
 * @param keys only these entries; all when absent
 */
export async function exportUnsent(db: Database, person: string, keys?: readonly string[]): Promise<Blob> {
  const entries = (await db.outbox.toArray()).filter((entry) => keys === undefined || keys.includes(entry.key));
  const items = [];
  for (const entry of entries) {
    const prefix = blobKey(entry.space, entry.id, '');
    const blobs = await db.blobs.where('key').startsWith(prefix).toArray();
    items.push({
      space: entry.space,
      document: entry.document,
      base: entry.base,
      acceptedAt: entry.acceptedAt,
      title: entry.title,
      ...(entry.refusal === undefined ? {} : { reason: entry.refusal.code }),
      blobs: blobs.map(({ key, bytes, type }) => ({ name: key.slice(prefix.length), type, data: toBase64(bytes) }))
    });
  }
  return new Blob([JSON.stringify({ format: FORMAT, version: 1, person, items }, null, 1)], {
    type: 'application/json'
  });
}

// A file lies where others can reach it, and is taken in by whoever was sent it. The server proves what
// it says; here it must not say anything that this device would then fail to show.

const REVISION = /^[1-9]\d{0,14}-[0-9a-f]{1,64}$/;

/** The document without what only a server says of one. */
function ownPart(document: Envelope): Envelope {
  const {
    _rev: rev,
    _attachments: stubs,
    _conflicts,
    _revisions,
    ...own
  } = document as Envelope & Record<string, unknown>;
  const isWritten = typeof rev === 'string' && REVISION.test(rev);
  const kept = isWritten && stubs !== undefined && kindOfId(document._id)?.attachments !== undefined;
  return { ...own, ...(isWritten ? { _rev: rev } : {}), ...(kept ? { _attachments: stubs } : {}) };
}

function isPlausible({ document, base }: { document: Envelope; base: Envelope | null }): boolean {
  if (base !== null && (base._id !== document._id || !isPresentable(base))) return false;
  if (!('_deleted' in document)) return isPresentable(document);
  const { _id, _rev, _deleted, ...body } = document;
  return _deleted === true && base !== null && Object.keys(body).length === 0;
}

function mayCarry({ _id }: Envelope, name: string, type: string): boolean {
  const rules = kindOfId(_id)?.attachments ?? {};
  return Object.prototype.hasOwnProperty.call(rules, name) && rules[name]!.types.includes(type);
}

export interface ImportFailure {
  /** `not-ours`: no such file; `other-person`: somebody else's words; `disk`: there was no room. */
  readonly code: 'not-ours' | 'other-person' | 'disk';
}

/**
 * Takes a file of unsent things in, in one transaction. What stands here of the same is joined with it.
 * @returns how many documents were taken in
 */
export async function importUnsent(
  db: Database,
  person: string,
  file: Blob
): Promise<Result<{ count: number }, ImportFailure>> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(await file.text());
  } catch {
    return err({ code: 'not-ours' });
  }
  const checked = v.safeParse(unsentFile, parsed);
  if (!checked.success) return err({ code: 'not-ours' });
  if (checked.output.person !== person) return err({ code: 'other-person' });
  const items = checked.output.items.flatMap(({ document, base, ...item }) => {
    const promised = { ...item, document: ownPart(document as Envelope), base: base as Envelope | null };
    return isPlausible(promised) ? [promised] : [];
  });
  let count = 0;
  try {
    await db.transaction('rw', db.tables, async () => {
      for (const { space, document, base, acceptedAt, blobs } of items) {
        const entry = await db.outbox.where('key').equals(keyOf(space, document._id)).first();
        // What was refused when a space was left has no row.
        const current = (await rowOf(db, space, document._id))?.document ?? entry?.document;
        if (current !== undefined && saysTheSame(current, document)) continue;
        for (const { name, type, data } of blobs) {
          const key = blobKey(space, document._id, name);
          // What is shown here already is not exchanged for what a file says.
          if (!mayCarry(document, name, type) || (await db.blobs.get(key)) !== undefined) continue;
          await db.blobs.put({ key, type, bytes: fromBase64(data) });
        }
        await joinDocument(db, space, { document, base, current }, acceptedAt);
        count += 1;
      }
    });
  } catch {
    return err({ code: 'disk' });
  }
  return ok({ count });
}
