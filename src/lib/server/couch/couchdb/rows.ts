import type { ChangesQuery, DocsQuery } from '../backend.ts';
import { isReadableId } from '../query.ts';
import type { Ask } from './client.ts';

/** More than any database has of design documents, so that a limit can be met without them. */
const SPARE = 16;

type Fetch = (query: NonNullable<Ask['query']>) => Promise<string>;

interface ChangesPage {
  readonly results: readonly { readonly id: string }[];
  readonly last_seq: string | number;
  readonly pending?: number;
}

const hidesDesign = (text: string): boolean => text.includes('"_design/');

/**
 * `_changes` without design documents. A page stays as full as was asked for: a client takes one
 * that is not for the last.
 */
export async function changesWithoutDesign(query: ChangesQuery, fetch: Fetch): Promise<string> {
  const asked = {
    since: query.since,
    descending: query.descending || undefined,
    include_docs: query.includeDocs || undefined,
    conflicts: query.conflicts || undefined,
    style: query.allLeaves ? 'all_docs' : undefined
  };
  const spare = query.descending ? SPARE : 0;
  const first = await fetch({ ...asked, limit: query.limit === undefined ? undefined : query.limit + spare });
  if (!hidesDesign(first) && spare === 0) return first;
  let page = JSON.parse(first) as ChangesPage;
  const rows = page.results.filter((row) => isReadableId(row.id));
  while (query.limit !== undefined && !query.descending && rows.length < query.limit && (page.pending ?? 0) > 0) {
    page = JSON.parse(
      await fetch({ ...asked, since: String(page.last_seq), limit: query.limit - rows.length })
    ) as ChangesPage;
    rows.push(...page.results.filter((row) => isReadableId(row.id)));
  }
  const { last_seq, pending } = page;
  return JSON.stringify({ results: rows.slice(0, query.limit), last_seq, pending });
}

interface DocsPage {
  readonly total_rows: number;
  readonly offset?: number | null;
  readonly rows: readonly { readonly id?: string; readonly key: string }[];
}

/**
 * `_all_docs` without design documents, whether listed or asked for by name. CouchDB opens local
 * documents by name here too, which are others' checkpoints: what cannot be read is not asked for.
 */
export async function allDocsWithoutDesign(
  query: DocsQuery,
  fetch: (query: NonNullable<Ask['query']>, keys: readonly string[] | undefined) => Promise<string>
): Promise<string> {
  const { limit, keys } = query;
  const asked = {
    include_docs: query.includeDocs || undefined,
    conflicts: query.conflicts || undefined,
    descending: query.descending || undefined,
    inclusive_end: query.inclusiveEnd ? undefined : false,
    startkey: query.startKey === undefined ? undefined : JSON.stringify(query.startKey),
    endkey: query.endKey === undefined ? undefined : JSON.stringify(query.endKey),
    // Skipping is done here, since what is skipped there may be what is hidden.
    limit: limit === undefined || keys !== undefined ? undefined : limit + query.skip + SPARE
  };
  const text = await fetch(asked, keys?.filter(isReadableId));
  const hasHidden = keys?.every(isReadableId) === false;
  const isCut = limit !== undefined || query.skip > 0;
  if (!hidesDesign(text) && !isCut && !hasHidden) return text;
  const page = JSON.parse(text) as DocsPage;
  if (keys !== undefined) {
    const found = new Map(page.rows.map((row) => [row.key, row]));
    const rows = keys.map((key) => found.get(key) ?? { key, error: 'not_found' });
    return JSON.stringify({
      ...page,
      rows: rows.slice(query.skip, limit === undefined ? undefined : query.skip + limit)
    });
  }
  const end = limit === undefined ? undefined : query.skip + limit;
  const rows = page.rows.filter((row) => isReadableId(row.key));
  return JSON.stringify({ ...page, rows: rows.slice(query.skip, end) });
}
