import { randomUUID } from 'node:crypto';
import type { Actor } from '#lib/domain/actor.ts';
import type {
  BulkGetQuery,
  ChangesQuery,
  DocQuery,
  DocsQuery,
  IncomingDocument,
  JsonBody,
  LocalDocument,
  Space,
  SpaceMark,
  StoredAttachment,
  Upload,
  WriteRow
} from '../backend.ts';
import { partErased, withoutErased } from '../erased.ts';
import { badRequest, conflict, notFound } from '../errors.ts';
import { allDocsBody, changesBody } from './answers.ts';
import { Feed } from './feed.ts';
import { writeDocuments } from './write.ts';

/** A space kept by PouchDB in this process. */
export class EmbeddedSpace implements Space {
  readonly #db: PouchDB.Database;
  readonly #feed: Feed;
  readonly #listeners = new Set<() => void>();
  #epoch = '';
  #queue: Promise<unknown> = Promise.resolve();

  constructor(
    readonly name: string,
    db: PouchDB.Database
  ) {
    this.#db = db;
    this.#feed = new Feed(db);
  }

  /**
   * Reads what there is. The epoch is made anew where there is none, and where the sequence stands
   * lower than it once did: the files were put back from a copy.
   * @param highest the sequence number the space is known to have reached
   */
  async open(highest: number): Promise<void> {
    await this.#feed.refresh();
    const kept = (await this.getLocal('epoch')) as { epoch?: string } | undefined;
    if (kept?.epoch !== undefined && this.#feed.seq >= highest) this.#epoch = kept.epoch;
    else {
      this.#epoch = randomUUID();
      await this.putLocal('epoch', { ...kept, epoch: this.#epoch });
    }
  }

  /** What keeps the space, for a backup. Writing to it goes past the rules and the feed. */
  get database(): PouchDB.Database {
    return this.#db;
  }

  /** The sequence as a number, for the file that remembers how far it came. */
  get sequence(): number {
    return this.#feed.seq;
  }

  async info(): Promise<object> {
    const { live, deleted } = this.#feed.counts();
    return {
      db_name: this.name,
      doc_count: live,
      doc_del_count: deleted,
      update_seq: this.#seqText(this.#feed.seq),
      instance_start_time: '0'
    };
  }

  async changes(query: ChangesQuery): Promise<JsonBody> {
    return changesBody(this.#feed, query, this.#sinceOf(query.since), this.#seqText);
  }

  async allDocs(query: DocsQuery): Promise<JsonBody> {
    return allDocsBody(this.#feed, query);
  }

  async bulkGet({ docs, revs, attachments, latest }: BulkGetQuery): Promise<JsonBody> {
    const db = this.#db;
    const { readable, rows } = partErased(docs, this.#tombstonesOf);
    return (async function* () {
      yield '{"results":[\n' + rows.map((row) => JSON.stringify(row)).join(',\n');
      // A few at a time: their attachments are in memory meanwhile.
      for (let start = 0; start < readable.length; start += 10) {
        const part = readable.slice(start, start + 10);
        const answer = await db.bulkGet({ docs: part, revs, attachments, latest } as never);
        const lines = answer.results.map((result) => JSON.stringify(result));
        yield (start === 0 && rows.length === 0 ? '' : ',\n') + lines.join(',\n');
      }
      yield '\n]}\n';
    })();
  }

  async revsDiff(revisions: Readonly<Record<string, readonly string[]>>): Promise<JsonBody> {
    const [unknown, known] = [new Map<string, unknown>(), {} as Record<string, string[]>];
    for (const [id, revs] of Object.entries(revisions)) {
      const row = this.#feed.row(id);
      if (row === undefined) unknown.set(id, { missing: revs });
      else if (!revs.every((rev) => row.leaves.includes(rev))) known[id] = [...revs];
    }
    const differing = Object.keys(known).length === 0 ? {} : await this.#db.revsDiff(known);
    return JSON.stringify({ ...Object.fromEntries(unknown), ...differing }) + '\n';
  }

  async get(id: string, asked: DocQuery): Promise<JsonBody> {
    const query = withoutErased(asked, this.#tombstonesOf(id));
    const { rev, latest, revs, conflicts, attachments, openRevs } = query;
    const options = { revs, conflicts, attachments, latest, ...(rev === undefined ? {} : { rev }) };
    try {
      const answer =
        openRevs === undefined
          ? await this.#db.get(id, options as never)
          : await this.#db.get(id, { revs, attachments, latest, open_revs: openRevs } as never);
      return JSON.stringify(answer) + '\n';
    } catch (error) {
      throw missing(error);
    }
  }

  async attachment(id: string, name: string, rev: string | undefined): Promise<StoredAttachment> {
    if (this.#tombstonesOf(id) !== undefined) throw notFound('deleted');
    try {
      const document = await this.#db.get(id, rev === undefined ? {} : { rev });
      const info = document._attachments;
      if (info === undefined || !Object.prototype.hasOwnProperty.call(info, name))
        throw notFound('Document is missing attachment');
      const { content_type: contentType, digest } = info[name] as { content_type: string; digest: string };
      const body = (await this.#db.getAttachment(id, name, { rev: document._rev })) as Buffer;
      return { contentType, digest, body: new Uint8Array(body) };
    } catch (error) {
      throw missing(error);
    }
  }

  write(documents: readonly IncomingDocument[], newEdits: boolean, actor: Actor): Promise<readonly WriteRow[]> {
    return this.#exclusively(async () => {
      const before = this.#feed.seq;
      const rows = await writeDocuments(this.#db, this.#feed, documents, newEdits, actor);
      // What is erased goes from the disk too, and not only out of sight.
      for (const { _id, _deleted } of documents)
        if (_deleted === true && this.#tombstonesOf(_id) !== undefined) await compactDocument(this.#db, _id);
      if (this.#feed.seq !== before) for (const listener of this.#listeners) listener();
      return rows;
    });
  }

  async putAttachment(id: string, name: string, upload: Upload, actor: Actor): Promise<WriteRow> {
    const row = this.#feed.row(id);
    // An attachment alone makes no document of any kind.
    if (row === undefined || row.deleted) throw notFound();
    if (upload.rev !== row.leaves[0]) throw conflict();
    const stored = (await this.#db.get(id, { rev: upload.rev })) as IncomingDocument;
    const added = { content_type: upload.contentType, data: Buffer.from(upload.bytes).toString('base64') };
    const next = { ...stored, _attachments: { ...stored._attachments, [name]: added } };
    const [answer] = await this.write([next], true, actor);
    return answer!;
  }

  async getLocal(name: string): Promise<LocalDocument | undefined> {
    try {
      const { _id, ...document } = (await this.#db.get('_local/' + name)) as unknown as { _id: string } & LocalDocument;
      return document;
    } catch (error) {
      if ((error as { status?: number }).status === 404) return undefined;
      throw error;
    }
  }

  async putLocal(name: string, document: LocalDocument): Promise<string> {
    try {
      const { rev } = await this.#db.put({ ...document, _id: '_local/' + name } as never);
      return rev;
    } catch (error) {
      if ((error as { status?: number }).status === 409) throw conflict();
      throw error;
    }
  }

  async mark(): Promise<SpaceMark> {
    return { seq: this.#seqText(this.#feed.seq), epoch: this.#epoch };
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Waits for the write that is under way, and closes. */
  async close(): Promise<void> {
    await this.#queue;
    await this.#db.close();
  }

  // The data set's mark stands in every sequence: one from before a restore starts from the beginning
  // instead of skipping what it has never seen.
  readonly #seqText = (seq: number): string => `${seq}-${this.#epoch.slice(0, 8)}`;

  #sinceOf(since: string): number {
    if (since === 'now') return this.#feed.seq;
    const match = /^(\d{1,15})(?:-([0-9a-f]{8}))?$/.exec(since);
    if (match === null) throw badRequest('Invalid since sequence');
    return match[2] === undefined || match[2] === this.#epoch.slice(0, 8) ? Number(match[1]) : 0;
  }

  readonly #tombstonesOf = (id: string): readonly string[] | undefined => {
    const row = this.#feed.row(id);
    return row?.deleted === true ? row.leaves : undefined;
  };

  #exclusively<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => undefined);
    return result;
  }
}

/** Removes every revision's words but the leaves'. PouchDB has it, and its types do not. */
const compactDocument = (db: PouchDB.Database, id: string): Promise<void> =>
  (db as unknown as { compactDocument(id: string, height: number): Promise<void> }).compactDocument(id, 0);

function missing(error: unknown): unknown {
  const { status, reason } = error as { status?: number; reason?: string };
  return status === 404 ? notFound(reason === 'deleted' ? 'deleted' : 'missing') : error;
}
