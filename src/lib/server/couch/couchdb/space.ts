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
import { partErased, type TombstonesOf, withoutErased } from '../erased.ts';
import { CouchError, notFound } from '../errors.ts';
import { isReadableId } from '../query.ts';
import type { CouchClient } from './client.ts';
import { allDocsWithoutDesign, changesWithoutDesign } from './rows.ts';
import { SharedAnswers } from './shared-answers.ts';
import { Watcher } from './watcher.ts';
import { writeDocuments, writeReplicas } from './write.ts';

/** A space that is a database of CouchDB's. People's requests are made in their own name. */
export class CouchSpace implements Space {
  readonly #client: CouchClient;
  readonly #path: string;
  readonly #watcher: Watcher;
  readonly #changes = new SharedAnswers<string>();

  constructor(
    client: CouchClient,
    readonly name: string,
    onFault: (error: unknown) => void
  ) {
    this.#client = client;
    this.#path = '/' + name;
    this.#watcher = new Watcher(client, name, onFault);
  }

  open(): Promise<void> {
    return this.#watcher.start();
  }

  async info(actor: Actor): Promise<object> {
    const info = (await (await this.#client.as(actor, this.#path)).json()) as Record<string, unknown>;
    const { db_name, doc_count, doc_del_count, update_seq, instance_start_time } = info;
    return { db_name, doc_count, doc_del_count, update_seq, instance_start_time };
  }

  changes(query: ChangesQuery, actor: Actor): Promise<JsonBody> {
    // Everybody who may read a space reads the same in it.
    return this.#changes.get(JSON.stringify(query), () =>
      changesWithoutDesign(query, async (asked) =>
        (await this.#client.as(actor, this.#path + '/_changes', { query: asked })).text()
      )
    );
  }

  allDocs(query: DocsQuery, actor: Actor): Promise<JsonBody> {
    return allDocsWithoutDesign(query, async (asked, keys) => {
      const body = keys === undefined ? {} : { method: 'POST', json: { keys } };
      return (await this.#client.as(actor, this.#path + '/_all_docs', { query: asked, ...body })).text();
    });
  }

  async bulkGet({ docs, revs, attachments, latest }: BulkGetQuery, actor: Actor): Promise<JsonBody> {
    const query = { revs: revs || undefined, attachments: attachments || undefined, latest: latest || undefined };
    const ids = docs.filter(({ rev }) => rev !== undefined).map(({ id }) => id);
    const { readable, rows } = partErased(docs, await this.#tombstones(ids, actor));
    if (readable.length === 0) return JSON.stringify({ results: rows });
    const json = { docs: readable };
    const answer = await this.#client.as(actor, this.#path + '/_bulk_get', { method: 'POST', query, json });
    if (rows.length > 0) {
      const { results } = (await answer.json()) as { results: readonly object[] };
      return JSON.stringify({ results: [...rows, ...results] });
    }
    return answer.body === null ? '' : (answer.body as unknown as AsyncIterable<Uint8Array>);
  }

  async revsDiff(revisions: Readonly<Record<string, readonly string[]>>, actor: Actor): Promise<JsonBody> {
    const entries = Object.entries(revisions);
    const json = Object.fromEntries(entries.filter(([id]) => isReadableId(id)));
    const hidden = entries.filter(([id]) => !isReadableId(id)).map(([id, missing]) => [id, { missing }]);
    const answer = await this.#client.as(actor, this.#path + '/_revs_diff', { method: 'POST', json });
    const text = await answer.text();
    return hidden.length === 0 ? text : JSON.stringify({ ...JSON.parse(text), ...Object.fromEntries(hidden) });
  }

  async get(id: string, asked: DocQuery, actor: Actor): Promise<JsonBody> {
    const isOfRevision = asked.rev !== undefined || Array.isArray(asked.openRevs);
    const query = isOfRevision ? withoutErased(asked, (await this.#tombstones([id], actor))(id)) : asked;
    const { rev, latest, revs, conflicts, attachments, openRevs } = query;
    const params = {
      rev,
      latest: latest || undefined,
      revs: revs || undefined,
      conflicts: conflicts || undefined,
      attachments: attachments || undefined,
      open_revs: openRevs === undefined ? undefined : openRevs === 'all' ? 'all' : JSON.stringify(openRevs)
    };
    return (await this.#client.as(actor, this.#document(id), { query: params })).text();
  }

  async attachment(id: string, name: string, rev: string | undefined, actor: Actor): Promise<StoredAttachment> {
    if (rev !== undefined && (await this.#tombstones([id], actor))(id) !== undefined) throw notFound('deleted');
    const answer = await this.#client.as(actor, this.#document(id) + '/' + encodeURIComponent(name), {
      query: { rev }
    });
    return {
      contentType: answer.headers.get('content-type') ?? 'application/octet-stream',
      digest: (answer.headers.get('etag') ?? '').replaceAll('"', ''),
      body: answer.body ?? new Uint8Array()
    };
  }

  write(documents: readonly IncomingDocument[], newEdits: boolean, actor: Actor): Promise<readonly WriteRow[]> {
    return (newEdits ? writeDocuments : writeReplicas)(this.#client, this.#path, documents, actor);
  }

  async putAttachment(id: string, name: string, { rev, contentType, bytes }: Upload, actor: Actor): Promise<WriteRow> {
    const path = this.#document(id) + '/' + encodeURIComponent(name);
    try {
      const answer = await this.#client.as(actor, path, { method: 'PUT', query: { rev }, bytes, contentType });
      return (await answer.json()) as WriteRow;
    } catch (error) {
      if (error instanceof CouchError && error.status < 500) return { id, error: error.error, reason: error.reason };
      throw error;
    }
  }

  async getLocal(name: string): Promise<LocalDocument | undefined> {
    try {
      const answer = await this.#client.admin(this.#path + '/_local/' + encodeURIComponent(name));
      const { _id, ...document } = (await answer.json()) as { _id: string } & LocalDocument;
      return document;
    } catch (error) {
      if (error instanceof CouchError && error.status === 404) return undefined;
      throw error;
    }
  }

  async putLocal(name: string, document: LocalDocument): Promise<string> {
    const path = this.#path + '/_local/' + encodeURIComponent(name);
    const answer = await this.#client.admin(path, { method: 'PUT', json: document });
    return ((await answer.json()) as { rev: string }).rev;
  }

  mark(): Promise<SpaceMark> {
    return this.#watcher.mark();
  }

  onChange(listener: () => void): () => void {
    return this.#watcher.onChange(listener);
  }

  close(): void {
    this.#watcher.close();
  }

  /** Which of the documents are erased. CouchDB tells of the tombstone that won; any other is not given out. */
  async #tombstones(ids: readonly string[], actor: Actor): Promise<TombstonesOf> {
    if (ids.length === 0) return () => undefined;
    const json = { keys: [...new Set(ids)] };
    const answer = await this.#client.as(actor, this.#path + '/_all_docs', { method: 'POST', json });
    const { rows } = (await answer.json()) as { rows: { key: string; value?: { rev: string; deleted?: boolean } }[] };
    const erased = new Map(rows.flatMap(({ key, value }) => (value?.deleted === true ? [[key, [value.rev]]] : [])));
    return (id) => erased.get(id);
  }

  #document(id: string): string {
    return this.#path + '/' + encodeURIComponent(id);
  }
}
