import { Dexie, type ObservabilitySet, RangeSet } from 'dexie';
import type { Envelope } from '#lib/domain/kind.ts';
import { KIND_NAMES, type KindName } from '#lib/domain/registry.ts';
import { type Database, keyOf, type Row } from '../database.ts';
import { readHead } from '../head.ts';
import { type Place, aroundKey } from './full-text.ts';
import type { WordIndex } from './word-index.ts';

/** One text of a document, and which of its fields it is. */
export interface Text {
  readonly field: string;
  readonly text: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** Documents that stand around something, whose ids begin with its own: `comment:<idea>:<ulid>`. */
interface Surrounding {
  readonly kind: string;
  readonly of: 'idea' | 'group';
  readonly place: Exclude<Place, 'own'>;
  readonly fields: readonly string[];
  /** What says that it no longer stands. */
  readonly gone: string;
}

const SURROUNDINGS: readonly Surrounding[] = [
  { kind: 'comment', of: 'idea', place: 'comment', fields: ['text'], gone: 'retracted' },
  { kind: 'decision', of: 'idea', place: 'decision', fields: ['reason'], gone: 'withdrawn' },
  { kind: 'fieldvalue', of: 'idea', place: 'answer', fields: ['value'], gone: 'withdrawn' },
  { kind: 'story', of: 'idea', place: 'story', fields: ['title', 'text', 'quote'], gone: 'retracted' },
  { kind: 'meeting', of: 'group', place: 'meeting', fields: ['notes'], gone: 'withdrawn' },
  { kind: 'groupdecision', of: 'group', place: 'groupdecision', fields: ['text'], gone: 'withdrawn' },
  { kind: 'grouptask', of: 'group', place: 'task', fields: ['title'], gone: 'withdrawn' }
];

/** Documents other than ideas that are found themselves. */
const TOPS = [
  { kind: 'challenge', title: 'title', fields: ['text', 'criteria', 'result'] },
  { kind: 'group', title: 'name', fields: ['task'] }
] as const;

const HERE = SURROUNDINGS.filter(({ kind }) => (KIND_NAMES as readonly string[]).includes(kind));

/**
 * Whoever follows this is told when anything changes that a search may find; what it gives says nothing.
 * Cheap: what all ideas share, and how many there are of the rest.
 */
export const searched = (db: Database): Promise<unknown> =>
  Promise.all([readHead(db), ...[...HERE, ...TOPS].map(({ kind }) => tableOf(db, kind).count())]);

/** Rows that are read at a time. */
const AT_ONCE = 2_000;
/** With more that has changed, a table is read from end to end. */
const MANY = 300;

const saidIn = (document: Envelope, { fields, gone }: Pick<Surrounding, 'fields' | 'gone'>): readonly Text[] => {
  const said = document as unknown as Fields;
  if (said[gone] !== undefined) return [];
  return fields.flatMap((field) => {
    const text = said[field];
    return typeof text === 'string' && text !== '' ? [{ field, text }] : [];
  });
};

/** `uddevalla/comment:A:B` stands around `uddevalla/idea:A`. */
function ownerOf(key: string, of: string): string {
  const slash = key.indexOf('/');
  return `${key.slice(0, slash)}/${of}:${key.slice(slash + 1).split(':')[1] ?? ''}`;
}

/** What is said around an idea or a group, of some kinds, as it stands. */
export async function textsAround(
  db: Database,
  key: string,
  places: readonly Place[]
): Promise<readonly (Text & { readonly place: Place; readonly id: string })[]> {
  const [space, id] = key.split('/') as [string, string];
  const [kind, bare] = id.split(':') as [string, string];
  const wanted = HERE.filter((each) => each.of === kind && places.includes(each.place));
  const rows = await Promise.all(wanted.map((each) => rowsBelow(db, each.kind, space, bare)));
  return wanted.flatMap((each, at) =>
    rows[at]!.flatMap(({ document }) =>
      saidIn(document, each).map((text) => ({ ...text, place: each.place, id: document._id }))
    )
  );
}

const tableOf = (db: Database, kind: string) => db.rows(kind as Exclude<KindName, 'idea'>);

const rowsBelow = (db: Database, kind: string, space: string, bare: string): Promise<Row[]> =>
  tableOf(db, kind)
    .where('key')
    .startsWith(keyOf(space, `${kind}:${bare}:`))
    .toArray();

/** What a challenge or a group says itself: its title first. */
export const textsOfTop = (kind: string, document: Envelope): readonly Text[] => {
  const top = TOPS.find((each) => each.kind === kind);
  if (top === undefined) return [];
  const said = document as unknown as Fields;
  return [top.title, ...top.fields].map((field) => ({
    field,
    text: typeof said[field] === 'string' ? said[field] : ''
  }));
};

/**
 * Keeps an index up with everything that is not an idea: what is said around ideas and groups, and groups and
 * challenges themselves. Reads all of it once, and from then on what the store says has changed, in whatever tab.
 */
export class Around {
  readonly #db: Database;
  readonly #index: WordIndex;
  /** Keys that have changed since last time, by table; null when all of them may have. */
  readonly #changed = new Map<string, Set<string> | null>();

  constructor(db: Database, index: WordIndex) {
    this.#db = db;
    this.#index = index;
    for (const kind of [...HERE, ...TOPS].map((each) => each.kind)) this.#changed.set(kind, null);
    Dexie.on('storagemutated', (parts) => this.#note(parts));
  }

  /** @param ideas keys of ideas around which something has changed, whatever it is */
  async follow(ideas: readonly string[]): Promise<void> {
    const changed = new Map(this.#changed);
    this.#changed.clear();
    try {
      for (const { kind, title, fields } of TOPS) {
        if (!changed.has(kind)) continue;
        await this.#readTops(kind, title, fields, changed.get(kind) ?? null);
      }
      for (const each of HERE) {
        const keys = changed.get(each.kind);
        const owners = new Set([...(keys ?? [])].map((key) => ownerOf(key, each.of)));
        // A comment or a decision changes the idea it is about, and that is never missed.
        if (each.of === 'idea' && (each.kind === 'comment' || each.kind === 'decision'))
          for (const key of ideas) owners.add(key);
        if (keys === null || owners.size > MANY) await this.#readAll(each);
        else for (const owner of owners) await this.#readAround(each, owner);
      }
    } catch (error) {
      for (const [kind, keys] of changed) this.#changed.set(kind, keys);
      throw error;
    }
  }

  #note(parts: ObservabilitySet): void {
    for (const kind of [...HERE, ...TOPS].map((each) => each.kind)) {
      const ranges = parts[`idb://${this.#db.name}/${kind}/`];
      const known = this.#changed.get(kind);
      if (ranges === undefined || known === null) continue;
      const keys = known ?? new Set<string>();
      this.#changed.set(kind, keys);
      // From another tab they come as plain objects.
      for (const { from, to } of new RangeSet().add(ranges as RangeSet) as Iterable<{ from: unknown; to: unknown }>) {
        if (typeof from === 'string' && from === to) keys.add(from);
        else this.#changed.set(kind, null);
      }
    }
  }

  async #readTops(
    kind: 'challenge' | 'group',
    title: string,
    fields: readonly string[],
    keys: ReadonlySet<string> | null
  ): Promise<void> {
    const table = tableOf(this.#db, kind);
    const wanted = keys === null ? undefined : [...keys];
    const rows = await (wanted === undefined ? table.toArray() : table.bulkGet(wanted));
    rows.forEach((row, place) => {
      if (row === undefined) {
        this.#index.delete(wanted![place]!);
        return;
      }
      const said = row.document as unknown as Fields;
      const texts = fields.map((field) => said[field]).filter((text) => typeof text === 'string');
      this.#index.put(row.key, typeof said[title] === 'string' ? said[title] : '', texts.join('\n'));
    });
  }

  async #readAround(each: Surrounding, owner: string): Promise<void> {
    const [space, id] = owner.split('/') as [string, string];
    const rows = await rowsBelow(this.#db, each.kind, space, id.slice(id.indexOf(':') + 1));
    this.#put(each, owner, rows);
  }

  async #readAll(each: Surrounding): Promise<void> {
    const table = tableOf(this.#db, each.kind);
    // Their keys begin with whom they are about, so that all about one stand together.
    let waiting: Row[] = [];
    for (let last = ''; ;) {
      const rows = await table.where('key').above(last).limit(AT_ONCE).toArray();
      for (const row of rows) {
        const [before] = waiting;
        if (before !== undefined && ownerOf(before.key, each.of) !== ownerOf(row.key, each.of)) {
          this.#put(each, ownerOf(before.key, each.of), waiting);
          waiting = [];
        }
        waiting.push(row);
      }
      if (rows.length < AT_ONCE) break;
      last = rows.at(-1)!.key;
    }
    const [before] = waiting;
    if (before !== undefined) this.#put(each, ownerOf(before.key, each.of), waiting);
  }

  #put(each: Surrounding, owner: string, rows: readonly Row[]): void {
    const key = aroundKey(owner, each.place);
    const texts = rows.flatMap(({ document }) => saidIn(document, each).map(({ text }) => text));
    if (texts.length === 0) this.#index.delete(key);
    else this.#index.put(key, '', texts.join('\n'));
  }
}
