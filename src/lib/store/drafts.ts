import type { Database, Draft } from './database.ts';

/** A draft as forms know it. */
export interface DraftContent {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly blobs: readonly { readonly name: string; readonly blob: Blob }[];
}

// Which pictures this page has put on the disk, and as what: a letter typed does not write them again.
const written = new WeakMap<Blob, string>();

const prefixOf = (id: string): string => id + '/';

/** Puts what somebody is writing on the disk. Rejects when the disk is full. */
export async function saveDraft(db: Database, id: string, { fields, blobs }: DraftContent, now: string): Promise<void> {
  const keyed = blobs.map(({ name, blob }) => ({ key: prefixOf(id) + name, blob, place: db.name + ' ' + id + name }));
  const fresh = await Promise.all(
    keyed
      .filter(({ blob, place }) => written.get(blob) !== place)
      .map(async ({ key, blob }) => ({ key, bytes: await blob.arrayBuffer(), type: blob.type }))
  );
  const keys = new Set(keyed.map(({ key }) => key));
  await db.transaction('rw', db.drafts, db.draftBlobs, async () => {
    await db.drafts.put({ id, fields, at: now });
    const stored = await db.draftBlobs.where('key').startsWith(prefixOf(id)).primaryKeys();
    await db.draftBlobs.bulkDelete(stored.filter((key) => !keys.has(key)));
    await db.draftBlobs.bulkPut(fresh);
  });
  for (const { blob, place } of keyed) written.set(blob, place);
}

/** Takes a draft away. Joins the transaction it is called in. */
export const dropDraft = (db: Database, id: string): Promise<void> =>
  db.transaction('rw', db.drafts, db.draftBlobs, async () => {
    await db.drafts.delete(id);
    await db.draftBlobs.where('key').startsWith(prefixOf(id)).delete();
  });

async function opened(db: Database, { id, at, fields }: Draft) {
  const prefix = prefixOf(id);
  const stored = await db.draftBlobs.where('key').startsWith(prefix).toArray();
  const blobs = stored.map(({ key, bytes, type }) => {
    const blob = new Blob([bytes], { type });
    const name = key.slice(prefix.length);
    written.set(blob, db.name + ' ' + id + name);
    return { name, blob };
  });
  return { id, at, fields, blobs };
}

/** One draft, or undefined when there is none. */
export async function readDraft(db: Database, id: string) {
  const draft = await db.drafts.get(id);
  return draft === undefined ? undefined : opened(db, draft);
}

/** All drafts, the one last written first. */
export async function allDrafts(db: Database) {
  const drafts = await db.drafts.toArray();
  return Promise.all(drafts.sort((a, b) => (a.at < b.at ? 1 : -1)).map((draft) => opened(db, draft)));
}
