import type { ListEntry } from './directory.ts';

// A directory of a hundred thousand objects is some 25 MB that every collection of garbage goes through, and a browser
// lets the heap grow to several times what lives in it. Held in arrays of numbers it is a fifth, beside the heap.

type Field = Exclude<keyof ListEntry, 'key' | 'pack' | 'activity' | 'since' | 'left' | 'stamp'>;

/** What few entries have for themselves: kept once for all that say the same. */
type Shared = Pick<ListEntry, Field>;

// All of them, or this does not compile.
const FIELDS = Object.keys({
  unit: true,
  stage: true,
  category: true,
  challenge: true,
  mine: true,
  due: true,
  paused: true,
  disputed: true,
  merged: true,
  photo: true,
  buildsOn: true
} satisfies Record<Field, true>) as Field[];

const saysTheSame = (shared: Shared | undefined, entry: ListEntry): boolean =>
  shared !== undefined && FIELDS.every((field) => shared[field] === entry[field]);

/** Stands for a number that an entry does not have. */
const NONE = -1;

/** Entries that came together, a column for each thing they have. Never changed once made. */
class Columns {
  readonly shared: Shared[] = [];
  readonly sharedAt: Uint32Array;
  readonly activity: Float64Array;
  readonly since: Float64Array;
  readonly stamp: Float64Array;
  readonly pack: Int32Array;
  readonly left: Int32Array;
  readonly #letters: Uint8Array | Uint16Array;
  readonly #keyAt: Uint32Array;

  constructor(entries: readonly ListEntry[]) {
    const { length } = entries;
    this.sharedAt = new Uint32Array(length);
    this.activity = Float64Array.from(entries, (entry) => Date.parse(entry.activity));
    this.since = Float64Array.from(entries, (entry) => Date.parse(entry.since));
    this.stamp = Float64Array.from(entries, (entry) => entry.stamp);
    this.pack = Int32Array.from(entries, (entry) => entry.pack ?? NONE);
    this.left = Int32Array.from(entries, (entry) => entry.left ?? NONE);
    const keys = entries.map((entry) => entry.key).join('');
    this.#letters = new (/[^\0-\xff]/.test(keys) ? Uint16Array : Uint8Array)(keys.length);
    for (let at = 0; at < keys.length; at++) this.#letters[at] = keys.charCodeAt(at);
    this.#keyAt = new Uint32Array(length + 1);
    const known = new Map<string, number>();
    let place = -1;
    entries.forEach((entry, index) => {
      this.#keyAt[index + 1] = this.#keyAt[index]! + entry.key.length;
      if (!saysTheSame(this.shared[place], entry)) {
        const shared = Object.fromEntries(
          FIELDS.flatMap((field) => (entry[field] === undefined ? [] : [[field, entry[field]]]))
        ) as unknown as Shared;
        const says = JSON.stringify(shared);
        place = known.get(says) ?? this.shared.push(shared) - 1;
        known.set(says, place);
      }
      this.sharedAt[index] = place;
    });
  }

  key(index: number): string {
    return String.fromCharCode(...this.#letters.subarray(this.#keyAt[index], this.#keyAt[index + 1]));
  }
}

/** An entry that reads as any other and stands in columns. */
class PackedEntry {
  readonly columns: Columns;
  readonly index: number;
  #key: string | undefined;

  constructor(columns: Columns, index: number) {
    this.columns = columns;
    this.index = index;
  }

  get key(): string {
    return (this.#key ??= this.columns.key(this.index));
  }

  get pack(): number | undefined {
    const pack = this.columns.pack[this.index]!;
    return pack === NONE ? undefined : pack;
  }

  get left(): number | undefined {
    const left = this.columns.left[this.index]!;
    return left === NONE ? undefined : left;
  }

  get activity(): string {
    return new Date(this.columns.activity[this.index]!).toISOString();
  }

  get since(): string {
    return new Date(this.columns.since[this.index]!).toISOString();
  }

  get stamp(): number {
    return this.columns.stamp[this.index]!;
  }

  get shared(): Shared {
    return this.columns.shared[this.columns.sharedAt[this.index]!]!;
  }

  toJSON(): ListEntry {
    const { key, pack, left, activity, since, stamp, shared } = this;
    return {
      key,
      ...(pack === undefined ? {} : { pack }),
      ...shared,
      ...(left === undefined ? {} : { left }),
      activity,
      since,
      stamp
    };
  }
}

for (const field of FIELDS)
  Object.defineProperty(PackedEntry.prototype, field, {
    get(this: PackedEntry) {
      return this.shared[field];
    }
  });

/** Whether a moment is written the one way it can be written anew. */
function isPlain(moment: string): boolean {
  const time = Date.parse(moment);
  return !Number.isNaN(time) && new Date(time).toISOString() === moment;
}

/** The same entries in the same order, held in columns beside the heap; those that cannot be stay as they are. */
export function packEntries(entries: readonly ListEntry[]): readonly ListEntry[] {
  const fits = entries.map(({ activity, since }) => isPlain(activity) && (since === activity || isPlain(since)));
  const columns = new Columns(entries.filter((_, index) => fits[index]));
  let packed = 0;
  return entries.map((entry, index) =>
    fits[index] === true ? (new PackedEntry(columns, packed++) as unknown as ListEntry) : entry
  );
}

const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

type Dated = Pick<ListEntry, 'key' | 'activity'>;

/** When something last happened, in ms. */
const timeOf = (entry: Dated): number =>
  entry instanceof PackedEntry ? entry.columns.activity[entry.index]! : Date.parse(entry.activity);

/** The order of lists: newest activity first. */
export function newerFirst(a: Dated, b: Dated): number {
  const isPacked = a instanceof PackedEntry || b instanceof PackedEntry;
  return (isPacked ? compare(timeOf(b), timeOf(a)) : compare(b.activity, a.activity)) || compare(b.key, a.key);
}

const GONE = Symbol('gone');
const FIRST_SIZE = 1024;

/** FNV-1a over a key's letters. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** Entries by key. A `Map` would hold every key as a text of its own, which is most of what an entry weighs. */
export class EntriesByKey {
  #places: (ListEntry | typeof GONE | undefined)[] = new Array<undefined>(FIRST_SIZE).fill(undefined);
  #hashes = new Int32Array(FIRST_SIZE);
  /** Places that are or were taken. */
  #taken = 0;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get(key: string): ListEntry | undefined {
    return this.#places[this.#placeOf(key, hashOf(key))] as ListEntry | undefined;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  *values(): IterableIterator<ListEntry> {
    for (const entry of this.#places) if (entry !== undefined && entry !== GONE) yield entry;
  }

  set(key: string, entry: ListEntry): void {
    if ((this.#taken + 1) * 3 > this.#places.length * 2) this.#makeRoom();
    const hash = hashOf(key);
    const place = this.#placeOf(key, hash);
    if (this.#places[place] === undefined) {
      this.#taken += 1;
      this.#size += 1;
    }
    this.#places[place] = entry;
    this.#hashes[place] = hash;
  }

  delete(key: string): void {
    const place = this.#placeOf(key, hashOf(key));
    if (this.#places[place] === undefined) return;
    this.#places[place] = GONE;
    this.#size -= 1;
  }

  /** Where a key's entry stands, or the free place where it would. */
  #placeOf(key: string, hash: number): number {
    const mask = this.#places.length - 1;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const entry = this.#places[place];
      if (entry === undefined) return place;
      if (entry !== GONE && this.#hashes[place] === hash && entry.key === key) return place;
    }
  }

  #makeRoom(): void {
    const [places, hashes] = [this.#places, this.#hashes];
    // Full of those that have gone, it only has to be cleared of them.
    const size = this.#size * 3 > places.length ? places.length * 2 : places.length;
    this.#places = new Array<undefined>(size).fill(undefined);
    this.#hashes = new Int32Array(size);
    this.#taken = this.#size;
    places.forEach((entry, from) => {
      if (entry === undefined || entry === GONE) return;
      let place = hashes[from]! & (size - 1);
      while (this.#places[place] !== undefined) place = (place + 1) & (size - 1);
      this.#places[place] = entry;
      this.#hashes[place] = hashes[from]!;
    });
  }
}
