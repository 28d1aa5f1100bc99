import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Backend, PrivateDocuments, Space } from '../backend.ts';
import { openLevel } from './level.ts';
import { privateDocuments } from './private-documents.ts';
import { EmbeddedSpace } from './space.ts';

/** How often the file that remembers the sequences is brought up to date, milliseconds. */
const REMEMBER_EVERY = 10_000;

interface Remembered {
  readonly uuid: string;
  readonly sequences: Readonly<Record<string, number>>;
}

/** Who hears of faults that no request is answered with. */
export interface Trouble {
  onFault(error: unknown): void;
  /** A write failed, as on a full disk: no other is taken until everything has been closed and opened anew. */
  onBroken(error: Error): void;
}
const UNHEARD: Trouble = { onFault: () => undefined, onBroken: () => undefined };

/** Everything in LevelDB files below the data directory, in this process. */
export class EmbeddedBackend implements Backend {
  readonly version = 'embedded';
  readonly own: PrivateDocuments;
  readonly #accounts: PouchDB.Database;
  readonly #spaces: ReadonlyMap<string, EmbeddedSpace>;
  readonly #file: string;
  readonly #timer: NodeJS.Timeout;

  private constructor(
    readonly uuid: string,
    accounts: PouchDB.Database,
    spaces: ReadonlyMap<string, EmbeddedSpace>,
    file: string,
    { onFault }: Trouble
  ) {
    this.#accounts = accounts;
    this.own = privateDocuments(accounts);
    this.#spaces = spaces;
    this.#file = file;
    this.#timer = setInterval(() => {
      try {
        this.#remember();
      } catch (error) {
        // The disk is full, perhaps. The next turn comes soon, and reading goes on meanwhile.
        onFault(error);
      }
    }, REMEMBER_EVERY).unref();
  }

  /**
   * Opens the databases of the named spaces, making those that are not there.
   * @param trouble hears what goes wrong beside any request
   */
  static async open(dataDir: string, names: readonly string[], trouble: Trouble = UNHEARD): Promise<EmbeddedBackend> {
    const opened: PouchDB.Database[] = [];
    const open = (name: string, keepsOld = true): PouchDB.Database => {
      const database = openLevel(dataDir, name, trouble.onBroken, keepsOld);
      opened.push(database);
      return database;
    };
    try {
      // The server's own documents are written over again and again, and nobody asks what an address once was.
      const accounts = open('accounts', false);
      // The first to be opened says whether another process holds the directory.
      await accounts.info();
      const file = join(dataDir, 'sequences.json');
      const remembered = read(file);
      const spaces = new Map(names.map((name) => [name, new EmbeddedSpace(name, open('space-' + name))]));
      for (const [name, space] of spaces) await space.open(remembered.sequences[name] ?? 0);
      const backend = new EmbeddedBackend(remembered.uuid, accounts, spaces, file, trouble);
      backend.#remember();
      return backend;
    } catch (error) {
      // What is left open could not be opened again by this process.
      await Promise.allSettled(opened.map((database) => database.close()));
      throw error;
    }
  }

  space(name: string): Space | undefined {
    return this.#spaces.get(name);
  }

  async ping(): Promise<void> {
    await this.own.get('ping');
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    for (const space of this.#spaces.values()) await space.close();
    await this.#accounts.close();
    this.#remember();
  }

  /** Every database by its file's name, for a backup. */
  databases(): ReadonlyMap<string, PouchDB.Database> {
    const spaces = [...this.#spaces].map(([name, space]) => ['space-' + name, space.database] as const);
    return new Map([['accounts', this.#accounts], ...spaces]);
  }

  #remember(): void {
    const sequences = Object.fromEntries([...this.#spaces].map(([name, space]) => [name, space.sequence]));
    writeFileSync(this.#file + '.new', JSON.stringify({ uuid: this.uuid, sequences } satisfies Remembered) + '\n', {
      mode: 0o600
    });
    renameSync(this.#file + '.new', this.#file);
  }
}

function read(file: string): Remembered {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Remembered;
  } catch (error) {
    // Lost or half-written: then nothing is known of earlier sequences, as on the first start.
    if (error instanceof SyntaxError || (error as { code?: string }).code === 'ENOENT')
      return { uuid: randomUUID(), sequences: {} };
    throw error;
  }
}
