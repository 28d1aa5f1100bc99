import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import leveldown, { type LevelDown } from 'leveldown';
import PouchDB from 'pouchdb';

/**
 * LevelDB whose every write is on the disk before it is acknowledged. PouchDB passes no options to
 * its store, and LevelDB's own default leaves the last writes to the operating system.
 */
function syncedLevel(location: string): LevelDown {
  const level = leveldown(location);
  const [put, del, batch] = [level._put, level._del, level._batch];
  level._put = (key, value, options, done) => put.call(level, key, value, { ...options, sync: true }, done);
  level._del = (key, options, done) => del.call(level, key, { ...options, sync: true }, done);
  level._batch = (operations, options, done) => batch.call(level, operations, { ...options, sync: true }, done);
  return level;
}

/** Opens (or makes) one of the embedded databases. */
export function openLevel(dataDir: string, name: string): PouchDB.Database {
  const folder = join(dataDir, 'databases');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return new PouchDB(join(folder, name), {
    adapter: 'leveldb',
    db: syncedLevel,
    revs_limit: 100
  } as unknown as PouchDB.Configuration.LocalDatabaseConfiguration);
}
