import { Dexie, type Table } from 'dexie';
import type { Stage } from '#lib/domain/ideas/stages.ts';
import type { Idea } from '#lib/domain/ideas/idea.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import type { Day } from '#lib/domain/workdays.ts';
import type { DirectoryPage } from './directory.ts';
import { type Pack, PACK_SIZES, type PackSizes, type Place } from './packs.ts';
import { KIND_NAMES, type KindName, kinds } from '#lib/domain/registry.ts';
import type { RefusalCode } from '#lib/domain/rules.ts';

/** A document of this device's view: the server's last version, or this person's own edit of it. */
export interface Row<D extends Envelope = Envelope> {
  /** `<space>/<id>`: the same id may stand in two spaces. */
  readonly key: string;
  readonly space: string;
  readonly document: D;
  /** Revisions this device has had of it before, newest first: after a restore they tell old from new. */
  readonly past?: readonly string[];
}

/** An idea with what its list is ordered and filtered by. Derived from its decisions, comments, supports and photos. */
export interface IdeaRow extends Row<Idea> {
  readonly id: string;
  /** The unit it belongs to: where it was passed on to, its own, or the empty string. */
  readonly unit: string;
  readonly stage: Stage;
  /** The last time anything was said or decided, ISO. */
  readonly activity: string;
  readonly supports: number;
  readonly comments: number;
  /** The first photo's document id. */
  readonly photo?: string;
  /** Stands on this person's own ideas. */
  readonly mine?: true;
  /** The day its author was promised an answer by; absent when it has one, or needs none. */
  readonly due?: Day;
  /** The author has been asked for more, and the clock stands still. */
  readonly paused?: true;
  /** When it was answered, ISO. */
  readonly answeredAt?: string;
  /** When it came to its stage, ISO. */
  readonly since: string;
  /** Decisions stand against each other, and a person is asked. */
  readonly disputed?: true;
  /** The idea that lives on, where this was merged into it. */
  readonly into?: string;
  /** Ideas that live on in this one. */
  readonly merged?: readonly string[];
  /** Whoever last decided about it. */
  readonly handler?: string;
  /** Another municipality that it was passed on to. */
  readonly passedTo?: string;
  /** Where it stands; given when it is first put. */
  readonly place?: Place;
}

/** Why a promise has not been kept: the server's rules, or what became of the document. */
export interface OutboxRefusal {
  readonly code: RefusalCode | 'server-error';
  readonly field?: string;
}

/** What this device has promised and the server has not yet confirmed. One for each document. */
export interface OutboxEntry {
  readonly seq?: number;
  readonly key: string;
  readonly space: string;
  readonly id: string;
  /** The whole document as it shall become; `_rev` is its parent on the server. */
  readonly document: Envelope;
  /** The server's version the edit started from; null for something new. */
  readonly base: Envelope | null;
  readonly state: 'waiting' | 'rejected';
  /**
   * Whether it has been sent at least once since its last edit: the answer may have been lost. Stored in the head
   * (`sent.ts`), and here only by older apps.
   */
  readonly sent: boolean;
  /** Counts edits, so that an answer to an earlier one does not pass for an answer to this. */
  readonly edit: number;
  /** When the person was told "Sparad", ISO. */
  readonly acceptedAt: string;
  readonly refusal?: OutboxRefusal;
  /** What a list calls it: the idea's title. */
  readonly title: string;
  /** The idea it belongs to, or is. */
  readonly idea: string;
}

/** What the server has confirmed, newest last. */
export interface Receipt {
  readonly n?: number;
  readonly id: string;
  readonly title: string;
  readonly at: string;
}

export interface StoredBlob {
  readonly key: string;
  // Not a Blob: WebKit has lost those out of IndexedDB.
  readonly bytes: ArrayBuffer;
  readonly type: string;
}

/** What somebody has written and not saved. */
export interface Draft {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly at: string;
}

export interface Meta {
  readonly name: string;
  readonly value: unknown;
}

/** Tables and indexes as they follow from the registry. */
export function tableDefinitions(): Record<string, string> {
  const tables: Record<string, string> = {
    outbox: '++seq, &key, state, idea',
    receipts: '++n',
    blobs: 'key',
    wanted: 'key',
    drafts: 'id',
    draftBlobs: 'key',
    meta: 'name',
    idea: 'key',
    packs: 'pack',
    directory: 'page',
    concerns: 'key'
  };
  for (const name of KIND_NAMES) {
    if (name === 'idea') continue;
    const own = (kinds[name].index as readonly string[]).map((field) => 'document.' + field);
    tables[name] = ['key', ...own].join(', ');
  }
  return tables;
}

/** One person's database on this device. */
export class Database extends Dexie {
  declare readonly outbox: Table<OutboxEntry, number>;
  declare readonly receipts: Table<Receipt, number>;
  declare readonly blobs: Table<StoredBlob, string>;
  /** Attachments that should be fetched: keys of blobs to come. */
  declare readonly wanted: Table<{ readonly key: string }, string>;
  declare readonly drafts: Table<Draft, string>;
  /** Pictures and sounds of drafts: `<draft>/<name>`. */
  declare readonly draftBlobs: Table<StoredBlob, string>;
  declare readonly meta: Table<Meta, string>;
  /** The ideas' rows, alone and packed, and the directory their lists are made of: `packs.ts`. */
  declare readonly idea: Table<IdeaRow, string>;
  declare readonly packs: Table<Pack, number>;
  declare readonly directory: Table<DirectoryPage, number>;

  /** Rows that tie this person to an idea: `concerns.ts`. */
  declare readonly concerns: Table<{ readonly key: string }, string>;

  /** The time, ISO. */
  clock = (): string => new Date().toISOString();

  constructor(
    name: string,
    readonly person: string,
    options: { indexedDB?: IDBFactory; IDBKeyRange?: typeof IDBKeyRange } = {},
    readonly sizes: PackSizes = PACK_SIZES
  ) {
    // Strict: "Sparad" is said when the words are on the disk, not when they are on their way there.
    super(name, { chromeTransactionDurability: 'strict', ...options });
    this.version(1).stores(tableDefinitions());
  }

  /** The table of a kind that has one: every kind but the idea, whose rows are packed. */
  rows<D extends Envelope = Envelope>(kind: Exclude<KindName, 'idea'>): Table<Row<D>, string> {
    return this.table(kind);
  }
}

/** `<space>/<id>`, which is how every row is found. */
export const keyOf = (space: string, id: string): string => space + '/' + id;

/** `<space>/<id>/<name>` */
export const blobKey = (space: string, id: string, name: string): string => keyOf(space, id) + '/' + name;
