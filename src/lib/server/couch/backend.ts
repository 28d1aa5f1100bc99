import type { Actor } from '#lib/domain/actor.ts';
import type { Envelope } from '#lib/domain/kind.ts';

/** What a client may ask `_changes` for. Sequences are opaque texts; `0` and `now` are known everywhere. */
export interface ChangesQuery {
  readonly since: string;
  /** At least 1; everything there is when absent. */
  readonly limit?: number;
  readonly descending: boolean;
  readonly includeDocs: boolean;
  readonly conflicts: boolean;
  /** `style=all_docs`: every leaf's revision, not only the winner's. */
  readonly allLeaves: boolean;
}

/** What a client may ask `_all_docs` for. */
export interface DocsQuery {
  readonly keys?: readonly string[];
  readonly startKey?: string;
  readonly endKey?: string;
  readonly inclusiveEnd: boolean;
  readonly descending: boolean;
  readonly limit?: number;
  readonly skip: number;
  readonly includeDocs: boolean;
  readonly conflicts: boolean;
}

/** What a client may ask of one document. */
export interface DocQuery {
  readonly rev?: string;
  readonly latest: boolean;
  readonly revs: boolean;
  readonly conflicts: boolean;
  readonly attachments: boolean;
  readonly openRevs?: 'all' | readonly string[];
}

export interface BulkGetQuery {
  readonly docs: readonly { readonly id: string; readonly rev?: string }[];
  readonly revs: boolean;
  readonly attachments: boolean;
  readonly latest: boolean;
}

/** A document as it came from a client: an object with an id, otherwise unproven. */
export type IncomingDocument = Envelope & Readonly<Record<string, unknown>>;

/** CouchDB's answer to one document of a write. */
export type WriteRow =
  | { readonly ok: true; readonly id: string; readonly rev: string }
  | { readonly id: string; readonly rev?: string; readonly error: string; readonly reason: string };

/** JSON text, whole or in pieces. */
export type JsonBody = string | AsyncIterable<string | Uint8Array>;

/** A JSON body's whole text. */
export async function textOf(body: JsonBody): Promise<string> {
  if (typeof body === 'string') return body;
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of body) text += typeof part === 'string' ? part : decoder.decode(part, { stream: true });
  return text + decoder.decode();
}

export interface StoredAttachment {
  readonly contentType: string;
  readonly digest: string;
  readonly body: Uint8Array | ReadableStream<Uint8Array>;
}

/** Where a space stands: `seq` grows with every write, `epoch` is the identity of its data set. */
export interface SpaceMark {
  readonly seq: string;
  readonly epoch: string;
}

/**
 * One space's database. Callers have proven that the actor is a member; reads need no more.
 * Refusals that CouchDB has an answer for are thrown as CouchError.
 */
export interface Space {
  readonly name: string;
  /** The database's root document, CouchDB's fields. */
  info(actor: Actor): Promise<object>;
  changes(query: ChangesQuery, actor: Actor): Promise<JsonBody>;
  allDocs(query: DocsQuery, actor: Actor): Promise<JsonBody>;
  bulkGet(query: BulkGetQuery, actor: Actor): Promise<JsonBody>;
  revsDiff(revisions: Readonly<Record<string, readonly string[]>>, actor: Actor): Promise<JsonBody>;
  get(id: string, query: DocQuery, actor: Actor): Promise<JsonBody>;
  attachment(id: string, name: string, rev: string | undefined, actor: Actor): Promise<StoredAttachment>;
  /** Writes what the rules allow. With `newEdits` a row for each document, otherwise for each failure. */
  write(documents: readonly IncomingDocument[], newEdits: boolean, actor: Actor): Promise<readonly WriteRow[]>;
  putAttachment(id: string, name: string, upload: Upload, actor: Actor): Promise<WriteRow>;
  /** Local documents, by the whole name the server gives them; they neither replicate nor meet the rules. */
  getLocal(name: string): Promise<LocalDocument | undefined>;
  /** Throws CouchError 409 where `_rev` is not the stored one. Gives the new revision. */
  putLocal(name: string, document: LocalDocument): Promise<string>;
  mark(): Promise<SpaceMark>;
  /** Calls back soon after every change, whoever made it; gives what ends that. */
  onChange(listener: () => void): () => void;
}

export interface Upload {
  readonly rev: string | undefined;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export interface LocalDocument {
  readonly _rev?: string | undefined;
  readonly [field: string]: unknown;
}

/**
 * Documents of the server's own, which no person reaches: login names, embedded accounts, and what other parts of the
 * server must remember about people and systems. An id begins with what it is, as `login:` does.
 */
export interface PrivateDocuments {
  get(id: string): Promise<PrivateDocument | undefined>;
  /** Writes it, or with `_deleted` takes it away. Throws CouchError 409 where another was first. */
  put(document: PrivateDocument): Promise<void>;
  all(prefix: string): Promise<readonly PrivateDocument[]>;
}

export interface PrivateDocument {
  readonly _id: string;
  readonly _rev?: string;
  readonly [field: string]: unknown;
}

/** Where everything is kept. */
export interface Backend {
  /** An id of the whole installation, told as CouchDB's `uuid`. */
  readonly uuid: string;
  readonly version: string;
  readonly own: PrivateDocuments;
  space(name: string): Space | undefined;
  /** Throws where the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
