import type { ChangesQuery, DocsQuery, JsonBody } from '../backend.ts';
import type { Feed, FeedRow } from './feed.ts';

/** Rows put together between two looks at whether the client still reads. */
const CHUNK = 250;

/** A document's JSON with `_conflicts` put in where it was asked for. */
const withConflicts = (json: string, row: FeedRow, isWanted: boolean): string =>
  isWanted && row.conflicts.length > 0
    ? json.slice(0, -1) + ',"_conflicts":' + JSON.stringify(row.conflicts) + '}'
    : json;

/**
 * CouchDB's answer to `_changes`, from the feed.
 * @param since the number before the first row wanted
 * @param seqText how this space writes a sequence number
 */
export function changesBody(
  feed: Feed,
  query: ChangesQuery,
  since: number,
  seqText: (seq: number) => string
): JsonBody {
  const all = query.descending ? feed.newestFirst() : feed.after(since);
  const rows = query.limit === undefined ? all : all.slice(0, query.limit);
  // Everything up to here has been looked at, also where the last rows were of stale changes.
  const last = rows.length < all.length || query.descending ? (rows.at(-1)?.seq ?? since) : Math.max(since, feed.seq);
  const line = (row: FeedRow, json: string | undefined): string =>
    '{"seq":"' +
    seqText(row.seq) +
    '","id":' +
    JSON.stringify(row.id) +
    ',"changes":[' +
    (query.allLeaves ? row.leaves : row.leaves.slice(0, 1)).map((rev) => '{"rev":"' + rev + '"}').join(',') +
    ']' +
    (row.deleted ? ',"deleted":true' : '') +
    (json === undefined ? '' : ',"doc":' + withConflicts(json, row, query.conflicts)) +
    '}';
  return inChunks(
    feed,
    rows,
    query.includeDocs,
    line,
    '{"results":[\n',
    `\n],\n"last_seq":"${seqText(last)}","pending":${all.length - rows.length}}\n`
  );
}

/** CouchDB's answer to `_all_docs`, from the feed. */
export function allDocsBody(feed: Feed, query: DocsQuery): JsonBody {
  const total = feed.counts().live;
  if (query.keys !== undefined) {
    const rows = query.keys.map((key) => feed.row(key) ?? key);
    return keyedBody(feed, rows.slice(query.skip, end(query)), query, total);
  }
  const ids = query.descending ? [...feed.ids()].reverse() : feed.ids();
  const isBefore = (a: string, b: string) => (query.descending ? a > b : a < b);
  const live: FeedRow[] = [];
  for (
    let index = query.startKey === undefined ? 0 : placeOf(ids, query.startKey, isBefore);
    index < ids.length;
    index++
  ) {
    const id = ids[index]!;
    if (query.endKey !== undefined && (isBefore(query.endKey, id) || (!query.inclusiveEnd && id === query.endKey)))
      break;
    const row = feed.row(id)!;
    if (!row.deleted) live.push(row);
  }
  const line = (row: FeedRow, json: string | undefined): string =>
    rowStart(row) + '}' + (json === undefined ? '' : ',"doc":' + withConflicts(json, row, query.conflicts)) + '}';
  const head = `{"total_rows":${total},"offset":${query.skip},"rows":[\n`;
  return inChunks(feed, live.slice(query.skip, end(query)), query.includeDocs, line, head, '\n]}\n');
}

/** Where the first that is not before a key stands. A space holds hundreds of thousands, and is asked for a few. */
function placeOf(ids: readonly string[], key: string, isBefore: (a: string, b: string) => boolean): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(ids[middle]!, key)) low = middle + 1;
    else high = middle;
  }
  return low;
}

const end = (query: DocsQuery): number | undefined =>
  query.limit === undefined ? undefined : query.skip + query.limit;

const rowStart = (row: FeedRow): string =>
  '{"id":' + JSON.stringify(row.id) + ',"key":' + JSON.stringify(row.id) + ',"value":{"rev":"' + row.leaves[0] + '"';

async function* keyedBody(
  feed: Feed,
  rows: readonly (FeedRow | string)[],
  query: DocsQuery,
  total: number
): AsyncGenerator<string> {
  yield `{"total_rows":${total},"rows":[\n`;
  for (let start = 0; start < rows.length; start += CHUNK) {
    const part = rows.slice(start, start + CHUNK);
    const found = part.filter((row): row is FeedRow => typeof row !== 'string');
    const documents = query.includeDocs ? await feed.documents(found) : [];
    const jsonOf = new Map(found.map((row, index) => [row, documents[index]]));
    const lines = part.map((row) => {
      if (typeof row === 'string') return '{"key":' + JSON.stringify(row) + ',"error":"not_found"}';
      if (row.deleted) return rowStart(row) + ',"deleted":true}' + (query.includeDocs ? ',"doc":null}' : '}');
      const json = jsonOf.get(row);
      return (
        rowStart(row) + '}' + (json === undefined ? '' : ',"doc":' + withConflicts(json, row, query.conflicts)) + '}'
      );
    });
    yield (start === 0 ? '' : ',\n') + lines.join(',\n');
  }
  yield '\n]}\n';
}

async function* inChunks(
  feed: Feed,
  rows: readonly FeedRow[],
  includeDocs: boolean,
  line: (row: FeedRow, json: string | undefined) => string,
  head: string,
  foot: string
): AsyncGenerator<string> {
  yield head;
  for (let start = 0; start < rows.length; start += CHUNK) {
    const part = rows.slice(start, start + CHUNK);
    const documents = includeDocs ? await feed.documents(part) : [];
    yield (start === 0 ? '' : ',\n') + part.map((row, index) => line(row, documents[index])).join(',\n');
  }
  yield foot;
}
