import { createHash } from 'node:crypto';
import { type Space, textOf } from '../couch/backend.ts';
import { badRequest, CouchError } from '../couch/errors.ts';
import { isReadableId } from '../couch/query.ts';
import type { Documents } from './documents.ts';
import type { ApiRow, Resource } from './resources.ts';

export const DEFAULT_LIMIT = 200;
export const MAX_LIMIT = 500;
/** Changes scatter over the whole space, and each changed idea is looked up by itself. */
const MAX_CHANGED = 100;
/** Stretches of changes looked through for one answer, at most. */
const MAX_STRETCHES = 20;

/** A page of a list. */
export interface ApiPage {
  readonly rows: readonly ApiRow[];
  /** Ids of rows that were erased since; only where changes are asked for. */
  readonly erased: readonly string[];
  /** Where the next page begins; undefined on the last. */
  readonly next: string | undefined;
  /** What to ask with the next time for what has changed since; on the last page only. */
  readonly since: string | undefined;
}

/**
 * Where a reading has come. `all`: after an id, with the sequence the reading began at; `changed`: after a sequence.
 * Sequences and not times: an idea that was written without contact a week ago comes today.
 */
interface Position {
  readonly mode: 'all' | 'changed';
  readonly after?: string;
  readonly seq: string;
  readonly epoch: string;
}

const SEQ = /^[\w.~+/=-]{1,4000}$/;

const written = ({ mode, after, seq, epoch }: Position, resource: string): string =>
  Buffer.from(JSON.stringify([resource, mode, after ?? '', seq, epoch])).toString('base64url');

/** @throws CouchError 400 where it is none that this list gave */
function readPosition(text: string, resource: string): Position {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    throw badRequest('cursor is not one that this list gave');
  }
  const [name, mode, after, seq, epoch] = Array.isArray(parts) ? (parts as unknown[]) : [];
  const isRight =
    name === resource &&
    (mode === 'all' || mode === 'changed') &&
    (after === '' || isReadableId(after)) &&
    typeof seq === 'string' &&
    SEQ.test(seq) &&
    typeof epoch === 'string' &&
    /^[\w-]{1,64}$/.test(epoch);
  if (!isRight) throw badRequest('cursor is not one that this list gave');
  return { mode, seq, epoch, ...(after === '' ? {} : { after: after as string }) };
}

/** What is asked of a list. */
export interface Asked {
  /** A cursor, or what an earlier reading gave as `since`. */
  readonly position: string | undefined;
  readonly limit: number;
}

/** Reads one page of a list. Throws CouchError: 400 for a cursor that is none, 410 where everything is to be read anew. */
export async function readPage(
  resource: Resource,
  from: Documents,
  { position, limit }: Asked,
  now: string
): Promise<ApiPage> {
  const mark = await from.space.mark();
  const at: Position =
    position === undefined ? { mode: 'all', seq: mark.seq, epoch: mark.epoch } : readPosition(position, resource.name);
  if (at.epoch !== mark.epoch)
    throw new CouchError(
      410,
      'gone',
      'the data was restored from a copy: read everything again, without cursor and since'
    );
  if (at.mode === 'changed') return changedPage(resource, from, at, Math.min(limit, MAX_CHANGED), now);
  const { documents, last } = await from.page(resource.kind, at.after, limit);
  const rows = await resource.rows(documents, true, from, now);
  return last === undefined
    ? {
        rows,
        erased: [],
        next: undefined,
        since: written({ mode: 'changed', seq: at.seq, epoch: at.epoch }, resource.name)
      }
    : { rows, erased: [], next: written({ ...at, after: last }, resource.name), since: undefined };
}

async function changedPage(
  resource: Resource,
  from: Documents,
  at: Position,
  limit: number,
  now: string
): Promise<ApiPage> {
  const changed = new Set<string>();
  let { seq } = at;
  let hasMore = true;
  for (let stretch = 0; hasMore && stretch < MAX_STRETCHES && changed.size < limit; stretch++) {
    const page = await changesAfter(from.space, from, seq, limit);
    for (const { id } of page.results) {
      const row = resource.rowOf(id);
      if (row !== undefined) changed.add(row);
    }
    seq = page.last_seq;
    hasMore = page.pending > 0;
  }
  const ids = [...changed].sort();
  const documents = await from.byId(ids);
  const there = new Set(documents.map(({ _id }) => _id));
  const rows = await resource.rows(documents, false, from, now);
  const token = written({ mode: 'changed', seq, epoch: at.epoch }, resource.name);
  return {
    rows,
    // Said something about that never was here, or has a form that is not told: that is no erasure, and does no harm.
    erased: ids.filter((id) => !there.has(id)),
    next: hasMore ? token : undefined,
    since: hasMore ? undefined : token
  };
}

interface Changes {
  readonly results: readonly { readonly id: string }[];
  readonly last_seq: string;
  readonly pending: number;
}

async function changesAfter(space: Space, { actor }: Documents, since: string, limit: number): Promise<Changes> {
  const query = { since, limit, descending: false, includeDocs: false, conflicts: false, allLeaves: false };
  return JSON.parse(await textOf(await space.changes(query, actor))) as Changes;
}

/** What names an answer: the same while nothing that it is made of has changed. */
export async function tagOf({ space, actor }: Documents, day: string, question: string): Promise<string> {
  // What a mark says of a CouchDB may be a moment old, and an answer that has changed must not go for one that has not.
  const [{ epoch }, info] = await Promise.all([space.mark(), space.info(actor) as Promise<{ update_seq?: unknown }>]);
  const made = [String(info.update_seq), epoch, day, question].join('\n');
  return 'W/"' + createHash('sha256').update(made).digest('base64url').slice(0, 22) + '"';
}
