import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { openLevel } from './level.ts';

const FORMAT = 'ideslussen-backup-1';
/** Local documents that belong to the data. Epochs do not: restored data are another data set. */
const LOCALS = ['_local/demo'];
const PAGE = 200;

type Line = { readonly format: string; readonly at: string } | { readonly database: string; readonly document: object };

/**
 * Writes every document with its history, conflicts and attachments to a compressed file, one JSON
 * line each. The file appears under its name when it is whole.
 * @returns how many documents
 */
export async function backUp(databases: ReadonlyMap<string, PouchDB.Database>, file: string): Promise<number> {
  let count = 0;
  const lines = async function* () {
    yield text({ format: FORMAT, at: new Date().toISOString() });
    for (const [database, db] of databases) {
      for await (const document of documentsOf(db)) {
        yield text({ database, document });
        count += 1;
      }
    }
  };
  const unfinished = file + '.unfinished';
  try {
    await pipeline(Readable.from(lines()), createGzip(), createWriteStream(unfinished, { mode: 0o600, flush: true }));
    renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
  return count;
}

const text = (line: Line): string => JSON.stringify(line) + '\n';

async function* documentsOf(db: PouchDB.Database): AsyncGenerator<object> {
  for (const id of LOCALS) {
    const local = await db.get(id).catch((error: { status?: number }) => {
      if (error.status === 404) return undefined;
      throw error;
    });
    if (local !== undefined) yield { ...local, _rev: undefined };
  }
  let since: string | number = 0;
  for (;;) {
    const page: PouchDB.Core.ChangesResponse<object> = await db.changes({ since, limit: PAGE, style: 'all_docs' });
    for (const { id, changes } of page.results) {
      const open_revs = changes.map(({ rev }) => rev);
      const leaves = (await db.get(id, { open_revs, revs: true, attachments: true } as never)) as unknown as {
        ok?: object;
      }[];
      for (const { ok } of leaves) if (ok !== undefined) yield ok;
    }
    if (page.results.length < PAGE) return;
    since = page.last_seq;
  }
}

/**
 * Puts a backup in the data directory's place; what stood there is kept beside it. The server must
 * not run. Every space gets a new epoch when it is opened, so that devices send again what the
 * backup lacks.
 * @returns how many documents, and where the old data went
 * @throws Error where the file is no backup, with nothing changed
 */
export async function restore(dataDir: string, file: string): Promise<{ count: number; old: string | undefined }> {
  const next = join(dataDir, 'restoring');
  rmSync(next, { recursive: true, force: true });
  const open = new Map<string, PouchDB.Database>();
  let count = 0;
  try {
    for await (const { database, document } of linesOf(file)) {
      let db = open.get(database);
      if (db === undefined) open.set(database, (db = openLevel(next, database)));
      await db.bulkDocs([document] as never, {
        new_edits: String((document as { _id: string })._id).startsWith('_local/')
      });
      count += 1;
    }
  } finally {
    for (const db of open.values()) await db.close();
  }
  const [databases, old] = [join(dataDir, 'databases'), join(dataDir, 'databases.' + Date.now())];
  const isKept = existsSync(databases);
  if (isKept) renameSync(databases, old);
  renameSync(join(next, 'databases'), databases);
  rmSync(next, { recursive: true, force: true });
  rmSync(join(dataDir, 'sequences.json'), { force: true });
  return { count, old: isKept ? old : undefined };
}

async function* linesOf(file: string): AsyncGenerator<{ database: string; document: object }> {
  const unpacked = createReadStream(file).pipe(createGunzip());
  let isFirst = true;
  for await (const line of createInterface({ input: unpacked, crlfDelay: Infinity })) {
    const value = JSON.parse(line) as Line;
    if (isFirst) {
      if (!('format' in value) || value.format !== FORMAT) throw new Error('not a backup of Idéslussen');
      isFirst = false;
    } else if ('database' in value && /^(accounts|space-[a-z-]+)$/.test(value.database)) yield value;
    else throw new Error('the backup is damaged');
  }
  if (isFirst) throw new Error('the backup is empty');
}
