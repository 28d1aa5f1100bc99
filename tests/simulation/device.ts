import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { DBCore } from 'dexie';
import type { Actor } from '#lib/domain/actor.ts';
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
}

/** A phone or tablet: a store on a disk that survives, an engine that may stop at any moment. */
export class Device {
  readonly disk = new IDBFactory();
  store!: Store;
  engine!: Engine;
  /** Set by the weather: the device stops in mid-transaction when it has written so many times more. */
  writesLeft = Infinity;
  /** How far its clock is off, milliseconds. */
  clockSkew = 0;

  constructor(
    readonly name: string,
    readonly person: SimulatedPerson,
    private readonly hub: Hub,
    private readonly clock: () => number,
    private readonly mutation: Mutation = {}
  ) {
    this.open();
  }

  /** Starts the app on what the disk holds. */
  open(): void {
    const store = openStore(this.person.id, {
      now: () => this.now(),
      sizes: { rowsAPack: 2, entriesAPage: 3 },
      indexedDB: this.disk as unknown as IDBFactory,
      IDBKeyRange: IDBKeyRange as unknown as typeof globalThis.IDBKeyRange
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
    this.store = this.mutation.store?.(store) ?? store;
    const hub = this.mutation.hub?.(this.hub) ?? this.hub;
    this.engine = createEngine({ hub, store: this.store, now: () => this.now() });
  }

  now(): string {
    return new Date(this.clock() + this.clockSkew).toISOString();
  }

  actor(space: string): Actor {
    return { id: this.person.id, roles: this.person.roles, space };
  }

  /** One round; undefined when the device stopped in the middle of it and was started again. */
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

/** Whether an error is the device's stop, or a transaction's that it broke. */
export const isCrash = (error: unknown): boolean =>
  error instanceof Crash || (error as { inner?: unknown } | null)?.inner instanceof Crash;
