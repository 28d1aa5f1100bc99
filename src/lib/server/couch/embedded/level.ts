import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import leveldown, { type LevelDown } from 'leveldown';
import PouchDB from 'pouchdb';

type Done = (error: Error | undefined) => void;

/**
 * LevelDB whose every write is on the disk before it is acknowledged, and which writes nothing more
 * after a write that failed, as on a full disk: its log then ends in the middle of a record, and
 * whatever it wrote behind that it would not find again. Opening it anew cuts the log clean.
 *
 * PouchDB passes no options to its store, and LevelDB's own default leaves the last writes to the
 * operating system.
 */
function syncedLevel(location: string, onBroken: (error: Error) => void): LevelDown {
  const level = leveldown(location);
  let broken: Error | undefined;
  const write = (done: Done, start: (done: Done) => void): void => {
    if (broken !== undefined) {
      const { message } = broken;
      process.nextTick(() => done(new Error('closed for writing: ' + message)));
      return;
    }
    start((error) => {
      if (error instanceof Error && broken === undefined) {
        broken = error;
        onBroken(error);
      }
      done(error);
    });
  };
  const [put, del, batch] = [level._put, level._del, level._batch];
  level._put = (key, value, options, done) =>
    write(done, (written) => put.call(level, key, value, { ...options, sync: true }, written));
  level._del = (key, options, done) =>
    write(done, (written) => del.call(level, key, { ...options, sync: true }, written));
  level._batch = (operations, options, done) =>
    write(done, (written) => batch.call(level, operations, { ...options, sync: true }, written));
  return level;
}

/**
 * Opens (or makes) one of the embedded databases.
 * @param onBroken hears of the first write that fails; none is taken after it
 * @param keepsOld whether what a document said before stays on the disk
 */
export function openLevel(
  dataDir: string,
  name: string,
  onBroken: (error: Error) => void = () => undefined,
  keepsOld = true
): PouchDB.Database {
  const folder = join(dataDir, 'databases');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return new PouchDB(join(folder, name), {
    adapter: 'leveldb',
    db: (location: string) => syncedLevel(location, onBroken),
    revs_limit: 100,
    auto_compaction: !keepsOld
  } as unknown as PouchDB.Configuration.LocalDatabaseConfiguration);
}
