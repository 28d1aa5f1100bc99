// The whole of PouchDB has the core's types; it only brings its adapters along.
declare module 'pouchdb' {
  import type PouchDB from 'pouchdb-core';
  const Whole: typeof PouchDB & {
    replicate(source: PouchDB.Database, target: PouchDB.Database, options?: object): Promise<unknown>;
  };
  export default Whole;
}

declare module 'pouchdb-adapter-memory' {
  const plugin: PouchDB.Plugin;
  export default plugin;
}

// The part of abstract-leveldown's private interface where write options can be added.
declare module 'leveldown' {
  type Done = (error?: Error) => void;
  export interface LevelDown {
    _put(key: unknown, value: unknown, options: object, done: Done): void;
    _del(key: unknown, options: object, done: Done): void;
    _batch(operations: unknown, options: object, done: Done): void;
  }
  const leveldown: { (location: string): LevelDown; readonly prototype: LevelDown };
  export default leveldown;
}
