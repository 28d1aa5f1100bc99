import PouchDB from 'pouchdb';
import MemoryAdapter from 'pouchdb-adapter-memory';
import type { Actor } from '#lib/domain/actor.ts';
import { membersOf } from '#lib/domain/actor.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { check, refusalText } from '#lib/domain/rules.ts';
import type { Hub, HubState } from '#lib/sync/hub.ts';

PouchDB.plugin(MemoryAdapter);

let databases = 0;

/** One data set: a database with the name that its sequences carry, as CouchDB's do. */
interface DataSet {
  readonly db: PouchDB.Database;
  readonly tag: string;
}

const newDataSet = (tag?: string): DataSet => {
  databases += 1;
  return { db: new PouchDB('simulated-' + databases, { adapter: 'memory' }), tag: tag ?? 'd' + databases };
};

async function copyOf(source: DataSet, tag?: string): Promise<DataSet> {
  const copy = newDataSet(tag);
  await PouchDB.replicate(source.db, copy.db);
  return copy;
}

/** What may stand between a device and the server's answer. */
export type Wire = <T>(call: string, answer: () => Promise<T>) => Promise<T>;

/** A space on the server: its data, its epoch, and the other half of it while a cluster is split. */
class Space {
  main = newDataSet();
  split: DataSet | undefined;
  epoch = 1;
  backup: DataSet | undefined;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(readonly name: string) {}

  side(isB: boolean): DataSet {
    return isB && this.split !== undefined ? this.split : this.main;
  }

  /** Checking and writing are one step. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    const result = this.queue.then(work);
    this.queue = result.catch(() => undefined);
    return result;
  }
}

/** CouchDB with the rules, in memory, with the misfortunes a server can have. */
export class SimulatedServer {
  readonly spaces: ReadonlyMap<string, Space>;
  /** Requests answered so far. */
  requests = 0;
  private readonly firstData = databases;

  constructor(names: readonly string[]) {
    this.spaces = new Map(names.map((name) => [name, new Space(name)]));
  }

  space(name: string): Space {
    const space = this.spaces.get(name);
    if (space === undefined) throw new Error('no space ' + name);
    return space;
  }

  async backUp(name: string): Promise<void> {
    const space = this.space(name);
    space.backup = await copyOf(space.main, space.main.tag);
  }

  /** The data as they were at the last backup. Some restores tell of themselves, some do not. */
  async restore(name: string, options: { readonly newEpoch: boolean }): Promise<void> {
    const space = this.space(name);
    if (space.backup === undefined || space.split !== undefined) return;
    space.main = await copyOf(space.backup, options.newEpoch ? undefined : space.backup.tag);
    if (options.newEpoch) space.epoch += 1;
  }

  /** The database made anew, empty. */
  recreate(name: string): void {
    const space = this.space(name);
    if (space.split !== undefined) return;
    space.main = newDataSet();
    space.epoch += 1;
  }

  /** A cluster is cut in two: from here some devices reach one half, some the other. */
  async partition(name: string): Promise<void> {
    const space = this.space(name);
    space.split ??= await copyOf(space.main);
  }

  /** The halves meet and copy to each other; where both wrote, both leaves stay. */
  async heal(name: string): Promise<void> {
    const space = this.space(name);
    if (space.split === undefined) return;
    await PouchDB.replicate(space.split.db, space.main.db);
    space.split = undefined;
  }

  /** For the trace: which data set, epoch and halves there are. */
  describe(name: string): string {
    const { main, split, epoch, backup } = this.space(name);
    const number = (data?: DataSet): string =>
      data === undefined ? 'none' : String(Number(data.tag.slice(1)) - this.firstData);
    return `(data ${number(main)}, epoch ${epoch}, split ${number(split)}, backup ${number(backup)})`;
  }

  /** The winning documents, without design documents. */
  async documents(name: string): Promise<Envelope[]> {
    const { rows } = await this.space(name).main.db.allDocs({ include_docs: true });
    return rows.map((row) => row.doc as unknown as Envelope);
  }

  /** Written past the rules these devices know, as a newer app's would be. */
  async writeAs(name: string, document: Envelope & Readonly<Record<string, unknown>>): Promise<void> {
    await this.space(name).main.db.put(document as never);
  }

  /**
   * The hub one device reaches.
   * @param roles looked up at every request, since they change
   */
  hub(person: string, roles: () => readonly string[], wire: Wire, isB: () => boolean): Hub {
    const admitted = (name: string) => membersOf(name).some((role) => roles().includes(role));
    const guarded = <T>(name: string, call: string, answer: (data: DataSet, space: Space) => Promise<T>): Promise<T> =>
      wire(call, () => {
        this.requests += 1;
        if (!admitted(name)) throw Object.assign(new Error('forbidden'), { status: 403 });
        const space = this.space(name);
        return answer(space.side(isB()), space);
      });
    return {
      state: () =>
        wire('state', async () => {
          this.requests += 1;
          const names = [...this.spaces.keys()].filter(admitted);
          const spaces = await Promise.all(
            names.map(async (name) => {
              const space = this.space(name);
              const { db, tag } = space.side(isB());
              return { name, seq: `${(await db.info()).update_seq}-${tag}`, epoch: String(space.epoch) };
            })
          );
          const rest = { me: { id: person, roles: roles() }, spaces };
          return { version: JSON.stringify(rest), ...rest } satisfies HubState;
        }),
      space: (name) => this.database(name, person, roles, guarded)
    };
  }

  private database(
    name: string,
    person: string,
    roles: () => readonly string[],
    guarded: <T>(name: string, call: string, answer: (data: DataSet, space: Space) => Promise<T>) => Promise<T>
  ): PouchDB.Database {
    const actor = (): Actor => ({ id: person, roles: roles(), space: name });
    const methods = {
      changes: (options: PouchDB.Core.ChangesOptions) =>
        guarded(name, 'changes', async ({ db, tag }) => {
          // As CouchDB does with a sequence of a data set it does not know: from the beginning.
          const [seq, of] = String(options.since ?? 0).split('-');
          const since = of === undefined || of === tag ? Number(seq) : 0;
          const answer = await db.changes({ ...options, since } as PouchDB.Core.ChangesOptions);
          return { ...answer, last_seq: `${answer.last_seq}-${tag}` };
        }),
      allDocs: (options: PouchDB.Core.AllDocsOptions) =>
        guarded(name, 'allDocs', ({ db }) => db.allDocs(options ?? {})),
      get: (id: string, options: PouchDB.Core.GetOptions) => guarded(name, 'get', ({ db }) => db.get(id, options)),
      getAttachment: (id: string, attachment: string) =>
        guarded(name, 'getAttachment', ({ db }) => db.getAttachment(id, attachment)),
      revsDiff: (diff: PouchDB.Core.RevisionDiffOptions) => guarded(name, 'revsDiff', ({ db }) => db.revsDiff(diff)),
      bulkDocs: (documents: readonly Envelope[]) =>
        guarded(name, 'bulkDocs', ({ db }, space) => space.exclusively(() => writeChecked(db, documents, actor())))
    };
    return methods as unknown as PouchDB.Database;
  }
}

/** Documents whose text says so are refused by this server for ever, whatever the device thought. */
export const FOREVER_REFUSED = 'VÄGRAS';

async function writeChecked(db: PouchDB.Database, documents: readonly Envelope[], actor: Actor): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const document of documents) {
    const stored = await db.get(document._id).catch(() => null);
    const result = check(document, stored as unknown as Envelope | null, actor);
    const isRefused = JSON.stringify(document).includes(FOREVER_REFUSED);
    if (!result.ok || isRefused) {
      const reason = result.ok ? 'not-allowed' : refusalText(result.error);
      answers.push({ id: document._id, error: 'forbidden', status: 403, reason });
    } else answers.push(...((await db.bulkDocs([structuredClone(document)] as never)) as unknown[]));
  }
  return answers;
}
