import type { Envelope } from '#lib/domain/kind.ts';

/** What the feed knows of one document: its latest change. */
export interface FeedRow {
  readonly seq: number;
  readonly id: string;
  /** Revisions of all leaves, the winner first. */
  readonly leaves: readonly string[];
  readonly deleted: boolean;
  /** Revisions that lost and are not deleted. */
  readonly conflicts: readonly string[];
  /** The winner as JSON without `_conflicts`; absent when memory was short. */
  json: string | undefined;
  /** A later row of the same document has come. */
  stale: boolean;
}

/** Characters of JSON kept in memory for a space, at most. */
const CACHED_CHARACTERS = 100_000_000;
const PAGE = 1000;

/**
 * Every document's latest change, in order, in memory: what `_changes` and `_all_docs` are answered
 * from. Filled from PouchDB's own feed, so it can be behind but never wrong. Reading PouchDB's feed
 * anew for every first sync costs ten times as much.
 */
export class Feed {
  readonly #db: PouchDB.Database;
  #rows: FeedRow[] = [];
  readonly #byId = new Map<string, FeedRow>();
  #stale = 0;
  #characters = 0;
  #sorted: readonly string[] | undefined;
  #seq = 0;

  constructor(db: PouchDB.Database) {
    this.#db = db;
  }

  /** The last sequence number seen. */
  get seq(): number {
    return this.#seq;
  }

  row(id: string): FeedRow | undefined {
    return this.#byId.get(id);
  }

  /** Documents that are there, and those that were. */
  counts(): { readonly live: number; readonly deleted: number } {
    let deleted = 0;
    for (const row of this.#byId.values()) if (row.deleted) deleted += 1;
    return { live: this.#byId.size - deleted, deleted };
  }

  /** Ids of all documents, deleted ones too, in CouchDB's order for `_all_docs`. */
  ids(): readonly string[] {
    return (this.#sorted ??= [...this.#byId.keys()].sort());
  }

  /** Rows after a sequence number, oldest first. */
  after(since: number): FeedRow[] {
    let [low, high] = [0, this.#rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#rows[middle]!.seq <= since) low = middle + 1;
      else high = middle;
    }
    return this.#rows.slice(low).filter((row) => !row.stale);
  }

  /** All rows, newest first. */
  newestFirst(): FeedRow[] {
    return this.#rows.filter((row) => !row.stale).reverse();
  }

  /** Takes in what PouchDB has that is not here yet. */
  async refresh(): Promise<void> {
    for (;;) {
      const page = await this.#db.changes({
        since: this.#seq,
        limit: PAGE,
        style: 'all_docs',
        include_docs: true,
        conflicts: true
      });
      for (const change of page.results) this.#add(change);
      if (page.results.length < PAGE) break;
    }
    if (this.#stale > 1000 && this.#stale > this.#rows.length / 2) this.#compact();
    if (this.#characters > CACHED_CHARACTERS) this.#forget();
  }

  /** Documents of rows as JSON, fetching those that memory was too short for. */
  async documents(rows: readonly FeedRow[]): Promise<readonly string[]> {
    const missing = rows.filter((row) => row.json === undefined && !row.deleted);
    const fetched = new Map<string, string>();
    if (missing.length > 0) {
      const answer = await this.#db.allDocs({ keys: missing.map((row) => row.id), include_docs: true });
      for (const row of answer.rows) if ('doc' in row && row.doc != null) fetched.set(row.id, JSON.stringify(row.doc));
    }
    // Written anew between the two looks: the tombstone's form holds no more than this.
    return rows.map((row) => row.json ?? fetched.get(row.id) ?? tombstone(row));
  }

  #add(change: PouchDB.Core.ChangesResponseChange<object>): void {
    const { _conflicts: conflicts = [], ...document } = change.doc as unknown as Envelope & { _conflicts?: string[] };
    const winner = document._rev!;
    const row: FeedRow = {
      seq: Number(change.seq),
      id: change.id,
      leaves: [winner, ...change.changes.map((leaf) => leaf.rev).filter((rev) => rev !== winner)],
      deleted: change.deleted === true,
      conflicts,
      json: JSON.stringify(document),
      stale: false
    };
    const before = this.#byId.get(row.id);
    if (before === undefined) this.#sorted = undefined;
    else {
      before.stale = true;
      this.#stale += 1;
      this.#characters -= before.json?.length ?? 0;
    }
    this.#characters += row.json!.length;
    this.#byId.set(row.id, row);
    this.#rows.push(row);
    this.#seq = row.seq;
  }

  #compact(): void {
    this.#rows = this.#rows.filter((row) => !row.stale);
    this.#stale = 0;
  }

  // The oldest go first: devices that are up to date ask only for the newest.
  #forget(): void {
    for (const row of this.#rows) {
      if (this.#characters <= CACHED_CHARACTERS * 0.75) return;
      if (row.stale || row.json === undefined) continue;
      this.#characters -= row.json.length;
      row.json = undefined;
    }
  }
}

const tombstone = (row: FeedRow): string => JSON.stringify({ _id: row.id, _rev: row.leaves[0], _deleted: true });
