import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { DBCore } from 'dexie';
import type { Actor } from '#lib/domain/actor.ts';
import type { OutboxEntry } from '#lib/store/database.ts';
import { openStore, type Store } from '#lib/store/store.ts';
import { createEngine, type Engine, type RoundReport } from '#lib/sync/engine.ts';
import type { Hub } from '#lib/sync/hub.ts';
import { Crash } from './faults.ts';

/** A person of the simulation. */
export interface SimulatedPerson {
  readonly id: string;
  readonly alias: string;
  /** Changes when somebody gives or takes a permission. */
  roles: readonly string[];
}

/** A way an engine can be wrong, put around the right one. None is the product. */
export interface Mutation {
  readonly store?: (store: Store) => Store;
  readonly hub?: (hub: Hub) => Hub;
  /** Every tab syncs, whoever holds the lock. */
  readonly everyTabLeads?: true;
}

const onDisk = (disk: IDBFactory) => ({
  indexedDB: disk as unknown as globalThis.IDBFactory,
  IDBKeyRange: IDBKeyRange as unknown as typeof globalThis.IDBKeyRange
});

/** One tab of the app on a device: a store opened on the device's disk, and an engine. */
export class Tab {
  store!: Store;
  engine!: Engine;
  /** Set by the weather: the tab is killed, in mid-transaction, when it has written so many times more. */
  writesLeft = Infinity;

  constructor(private readonly device: Device) {
    this.open();
  }

  /** Starts the app on what the disk holds. */
  open(): void {
    const { person, mutation } = this.device;
    const store = openStore(person.id, {
      now: () => this.device.now(),
      sizes: { rowsAPack: 2, entriesAPage: 3 },
      ...onDisk(this.device.disk)
    });
    store.db.use({
      stack: 'dbcore',
      name: 'crash',
      create: (core: DBCore) => ({
        ...core,
        table: (name: string) => {
          const table = core.table(name);
          return {
            ...table,
            mutate: (request) => {
              this.writesLeft -= 1;
              return this.writesLeft < 0 ? Promise.reject(new Crash()) : table.mutate(request);
            }
          };
        }
      })
    });
    this.store = mutation.store?.(store) ?? store;
    const hub = mutation.hub?.(this.device.hub) ?? this.device.hub;
    this.engine = createEngine({ hub, store: this.store, now: () => this.device.now() });
  }

  /** One round; undefined when the tab was killed in the middle of it and was started again. */
  async round(): Promise<RoundReport | undefined> {
    try {
      return await this.engine.round();
    } catch (error) {
      if (!isCrash(error)) throw error;
      this.restart();
      return undefined;
    }
  }

  restart(): void {
    this.writesLeft = Infinity;
    this.store.close();
    this.open();
  }
}

/** A phone or tablet: a disk that survives, and on it one tab or two, each of which may stop at any moment. */
export class Device {
  disk = new IDBFactory();
  readonly tabs: Tab[] = [];
  /** How far its clock is off, milliseconds. */
  clockSkew = 0;

  constructor(
    readonly name: string,
    readonly person: SimulatedPerson,
    readonly hub: Hub,
    private readonly clock: () => number,
    tabs: number,
    readonly mutation: Mutation = {}
  ) {
    for (let count = 0; count < tabs; count++) this.tabs.push(new Tab(this));
  }

  /** What the device holds, seen from its first tab. */
  get store(): Store {
    return this.tabs[0]!.store;
  }

  now(): string {
    return new Date(this.clock() + this.clockSkew).toISOString();
  }

  actor(space: string): Actor {
    return { id: this.person.id, roles: this.person.roles, space };
  }

  /** A round by the tab that leads. */
  async round(leader: Tab = this.tabs[0]!): Promise<RoundReport | undefined> {
    const report = await leader.round();
    if (this.mutation.everyTabLeads) for (const tab of this.tabs) if (tab !== leader) await tab.round();
    return report;
  }

  /**
   * Everything on the disk is gone, and the app starts as on a new device.
   * @returns what was in the outbox, and went with it
   */
  async wipe(): Promise<OutboxEntry[]> {
    const { disk } = this;
    for (const tab of this.tabs) tab.store.close();
    this.disk = new IDBFactory();
    for (const tab of this.tabs) tab.restart();
    const gone = openStore(this.person.id, onDisk(disk));
    const entries = await gone.outbox();
    gone.close();
    return entries;
  }

  close(): void {
    for (const tab of this.tabs) tab.store.close();
  }
}

/** Whether an error is the tab's end, or a transaction's that it broke. */
export const isCrash = (error: unknown): boolean =>
  error instanceof Crash ||
  (error as { inner?: unknown } | null)?.inner instanceof Crash ||
  // The tab was killed by something else that went on in it meanwhile.
  (error as { name?: unknown } | null)?.name === 'DatabaseClosedError';
