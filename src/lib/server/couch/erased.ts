import type { BulkGetQuery, DocQuery } from './backend.ts';
import { notFound } from './errors.ts';

// A database keeps the words of earlier revisions until it is compacted, also of what has been erased.
// Whoever may read a space and knows a revision would get them; so of an erased document nothing but
// its tombstones is given out.

/** The revisions of an erased document's tombstones; undefined where the document is not erased. */
export type TombstonesOf = (id: string) => readonly string[] | undefined;

/**
 * Leaves of a request for one document what may be answered.
 * @throws CouchError 404 where that is nothing
 */
export function withoutErased(query: DocQuery, tombstones: readonly string[] | undefined): DocQuery {
  if (tombstones === undefined) return query;
  const { rev, openRevs } = query;
  if (rev !== undefined && !tombstones.includes(rev)) throw notFound();
  if (openRevs === undefined || openRevs === 'all') return query;
  const left = openRevs.filter((open) => tombstones.includes(open));
  if (left.length === 0) throw notFound();
  return { ...query, openRevs: left };
}

type Asked = BulkGetQuery['docs'][number];

/** Parts a `_bulk_get` into what may be answered, and the rows that answer the rest. */
export function partErased(docs: readonly Asked[], tombstonesOf: TombstonesOf) {
  const isErased = ({ id, rev }: Asked): boolean => rev !== undefined && tombstonesOf(id)?.includes(rev) === false;
  const rows = docs.filter(isErased).map(({ id, rev }) => ({
    id,
    docs: [{ error: { id, rev, error: 'not_found', reason: 'missing' } }]
  }));
  return { readable: docs.filter((doc) => !isErased(doc)), rows };
}
