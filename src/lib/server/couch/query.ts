import type { BulkGetQuery, ChangesQuery, DocQuery, DocsQuery } from './backend.ts';
import { CouchError, badRequest } from './errors.ts';
import { isRevision } from './revisions.ts';

/** More rows than anybody needs in one answer with documents. */
const MAX_LIMIT = 10_000;

const parseError = (reason: string): CouchError => new CouchError(400, 'query_parse_error', reason);

const flag = (params: URLSearchParams, name: string, otherwise = false): boolean => {
  const value = params.get(name);
  if (value === null) return otherwise;
  if (value !== 'true' && value !== 'false') throw parseError(name + ' must be true or false');
  return value === 'true';
};

const whole = (params: URLSearchParams, name: string): number | undefined => {
  const value = params.get(name);
  if (value === null) return undefined;
  if (!/^\d{1,9}$/.test(value)) throw parseError(name + ' must be a non-negative integer');
  return Number(value);
};

const limitOf = (params: URLSearchParams): { limit?: number } => {
  const limit = whole(params, 'limit');
  return limit === undefined ? {} : { limit: Math.min(limit, MAX_LIMIT) };
};

function jsonText(params: URLSearchParams, ...names: readonly string[]): string | undefined {
  const name = names.find((candidate) => params.has(candidate));
  if (name === undefined) return undefined;
  const value = parsed(params.get(name)!, name);
  if (typeof value !== 'string') throw parseError(name + ' must be a JSON string');
  return value;
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw parseError(name + ' must be JSON');
  }
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/** Seconds a long poll waits at most: less than proxies commonly allow a silent answer. */
const WAIT_MAX = 50;

/** `_changes`: what is asked for, and how long to wait for something new, in milliseconds. */
export function readChangesQuery(params: URLSearchParams): { readonly query: ChangesQuery; readonly wait: number } {
  const feed = params.get('feed') ?? 'normal';
  if (feed !== 'normal' && feed !== 'longpoll') throw badRequest('feed must be normal or longpoll');
  if (params.has('filter') || params.has('doc_ids') || params.has('view'))
    throw badRequest('filters are not supported');
  const style = params.get('style') ?? 'main_only';
  if (style !== 'main_only' && style !== 'all_docs') throw badRequest('style must be main_only or all_docs');
  const { limit } = limitOf(params);
  const since = params.get('since') ?? '0';
  if (since.length > 4000 || !/^("?)[\w.~+/=-]*\1$/.test(since)) throw badRequest('Invalid since sequence');
  return {
    query: {
      since: since.replaceAll('"', '') || '0',
      // CouchDB reads 0 as 1.
      ...(limit === undefined ? {} : { limit: Math.max(1, limit) }),
      descending: flag(params, 'descending'),
      includeDocs: flag(params, 'include_docs'),
      conflicts: flag(params, 'conflicts'),
      allLeaves: style === 'all_docs'
    },
    wait: feed === 'normal' ? 0 : Math.min(whole(params, 'timeout') ?? WAIT_MAX * 1000, WAIT_MAX * 1000)
  };
}

/** Documents asked for by name in one request: each may be named many times, and answered as often. */
const MAX_KEYS = 5000;

/** `_all_docs`, by GET or with its keys in a body. */
export function readDocsQuery(params: URLSearchParams, body?: unknown): DocsQuery {
  const keys = body === undefined ? keysParam(params) : (body as { keys?: unknown } | null)?.keys;
  if (body !== undefined && keys === undefined) throw badRequest('`keys` member must be an array.');
  if (keys !== undefined && !isTexts(keys)) throw badRequest('`keys` must be an array of strings');
  const includeDocs = flag(params, 'include_docs');
  if (includeDocs && keys !== undefined && keys.length > MAX_KEYS)
    throw new CouchError(413, 'too_large', 'too many documents at once');
  const key = jsonText(params, 'key');
  const startKey = key ?? jsonText(params, 'startkey', 'start_key', 'startkey_docid');
  const endKey = key ?? jsonText(params, 'endkey', 'end_key', 'endkey_docid');
  return {
    ...(keys === undefined ? {} : { keys }),
    ...(startKey === undefined ? {} : { startKey }),
    ...(endKey === undefined ? {} : { endKey }),
    ...limitOf(params),
    inclusiveEnd: flag(params, 'inclusive_end', true),
    descending: flag(params, 'descending'),
    skip: whole(params, 'skip') ?? 0,
    includeDocs,
    conflicts: flag(params, 'conflicts')
  };
}

function keysParam(params: URLSearchParams): unknown {
  const text = params.get('keys');
  return text === null ? undefined : parsed(text, 'keys');
}

/** A document's GET. */
export function readDocQuery(params: URLSearchParams): DocQuery {
  const rev = revParam(params);
  const openText = params.get('open_revs');
  const open = openText === null ? undefined : openText === 'all' ? 'all' : parsed(openText, 'open_revs');
  if (open !== undefined && open !== 'all' && !(isTexts(open) && open.every(isRevision)))
    throw badRequest('open_revs must be all or a list of revisions');
  return {
    ...(rev === undefined ? {} : { rev }),
    ...(open === undefined ? {} : { openRevs: open }),
    latest: flag(params, 'latest'),
    revs: flag(params, 'revs'),
    conflicts: flag(params, 'conflicts'),
    attachments: flag(params, 'attachments')
  };
}

/** The `rev` of a query. */
export function revParam(params: URLSearchParams): string | undefined {
  const rev = params.get('rev')?.replaceAll('"', '');
  if (rev === undefined) return undefined;
  if (!isRevision(rev)) throw badRequest('Invalid rev format');
  return rev;
}

/** More documents than this go in another request: their attachments come along. */
const BULK_GET_MAX = 2000;

/** `_bulk_get`. */
export function readBulkGet(params: URLSearchParams, body: unknown): BulkGetQuery {
  const docs = (body as { docs?: unknown } | null)?.docs;
  if (!Array.isArray(docs)) throw badRequest("Missing JSON list of 'docs'.");
  if (docs.length > BULK_GET_MAX) throw new CouchError(413, 'too_large', 'too many documents at once');
  return {
    docs: docs.map((entry: unknown) => {
      const { id, rev } = (entry ?? {}) as { id?: unknown; rev?: unknown };
      if (!isReadableId(id)) throw badRequest('invalid document id');
      if (rev !== undefined && !isRevision(rev)) throw badRequest('Invalid rev format');
      return rev === undefined ? { id } : { id, rev };
    }),
    revs: flag(params, 'revs'),
    attachments: flag(params, 'attachments'),
    latest: flag(params, 'latest')
  };
}

/** Ids of documents people may know of: nothing that begins with `_`. */
export const isReadableId = (id: unknown): id is string =>
  typeof id === 'string' && /^[A-Za-z][\w:.-]{0,399}$/.test(id);

/** `_revs_diff`: revisions by document. */
export function readRevsDiff(body: unknown): Record<string, readonly string[]> {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw badRequest('Request body must be a JSON object');
  const entries = Object.entries(body as Record<string, unknown>);
  for (const [id, revs] of entries)
    if (id.length > 400 || !isTexts(revs) || !revs.every(isRevision))
      throw badRequest('revisions must be lists by document id');
  return Object.fromEntries(entries) as Record<string, readonly string[]>;
}
