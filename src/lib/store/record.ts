import { ID_PATTERN, idOf, isId } from '#lib/core/ids.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { kindNamed } from '#lib/domain/registry.ts';
import { blobKey, type Database } from './database.ts';

// What whole records of something have in common, be it an idea, a worksheet or a piece of work.

export interface RecordedAttachment {
  readonly document: string;
  readonly name: string;
  /** Undefined where it is not on this device. */
  readonly bytes: ArrayBuffer | undefined;
  readonly type: string | undefined;
}

/** Kinds that say what others speak of. */
const SPOKEN_OF = ['unit', 'category', 'challenge', 'field', 'person'] as const;

/** Without what only tells one version from another. */
export function asWritten(document: Envelope): Envelope {
  const { _rev, _attachments, ...rest } = document;
  return rest;
}

/** Ids that documents mention, of whoever and whatever they are about. */
export function spokenOf(documents: readonly Envelope[]): string[] {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === 'string') {
      if (isId(value)) found.add(idOf('person', value));
      else if (SPOKEN_OF.some((kind) => value.startsWith(kind + ':')) && ID_PATTERN.test(value.split(':')[1] ?? ''))
        found.add(value);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
  };
  documents.forEach(look);
  return [...found].sort();
}

/** The pictures and sounds of documents, with what of them is on this device. */
export async function attachmentsOf(
  db: Database,
  space: string,
  documents: readonly Envelope[]
): Promise<RecordedAttachment[]> {
  const attachments: RecordedAttachment[] = [];
  for (const { _id, _attachments } of documents) {
    const prefix = blobKey(space, _id, '');
    const rules = kindNamed(_id.slice(0, _id.indexOf(':')))?.attachments;
    if (rules === undefined) continue;
    const here = new Map(
      (await db.blobs.where('key').startsWith(prefix).toArray()).map(({ key, ...blob }) => [
        key.slice(prefix.length),
        blob
      ])
    );
    for (const name of new Set([...Object.keys(_attachments ?? {}), ...here.keys()])) {
      const { bytes, type } = here.get(name) ?? {};
      attachments.push({ document: _id, name, bytes, type: type ?? _attachments?.[name]?.content_type });
    }
  }
  return attachments;
}
