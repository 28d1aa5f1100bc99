import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { listenForCommands } from './admin/socket.ts';
import { ProxyAuthenticationError } from './couch/couchdb/setup.ts';
import { ConfigError, readConfig } from './config.ts';
import { guardEveryAnswer } from './http/static-headers.ts';
import { faultOf, Log } from './log.ts';
import { greeting, openServer } from './open.ts';
import type { Server } from './server.ts';

/** How often a disk that was full is tried, milliseconds. */
const RETRY_MS = 2_000;
/** What must fit on it before the databases are opened anew, bytes: LevelDB begins new files then. */
const ROOM = 8 * 1024 * 1024;

let running: Server | undefined;

/** The server of this process. */
export function theServer(): Server {
  if (running === undefined) throw new Error('the server has not been started');
  return running;
}

/** Starts the server of this process by its environment, or ends the process and says why. */
export async function startServer(): Promise<void> {
  try {
    const config = readConfig(process.env);
    const open = async (): Promise<void> => {
      const server = await openServer(config, log, () => void openAnew());
      const commands = config.couch === undefined ? await listenForCommands(server) : undefined;
      running = server;
      server.notices.start();
      close = async () => {
        server.stopWaiting();
        commands?.close();
        await server.notices.stop();
        await server.backend.close();
      };
    };
    const log = new Log(config.logLevel);
    let close: () => Promise<void> = () => Promise.resolve();
    // After a write that failed, as on a full disk. Until there is room again everything can still be read.
    let isOpening = false;
    const openAnew = async (): Promise<void> => {
      // Each database tells of its own trouble, and once is enough.
      if (isOpening) return;
      isOpening = true;
      await untilItWorks(() => Promise.resolve(tryDisk(config.dataDir)));
      await close();
      await untilItWorks(open);
      isOpening = false;
      log.info('database-opened-anew');
    };
    await open();
    guardEveryAnswer((header) => theServer().saysHttps(header));
    process.stdout.write(greeting(config));
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => theServer().stopWaiting());
    process.once('sveltekit:shutdown', () => void close());
  } catch (error) {
    process.stderr.write('\n' + explain(error) + '\n\n');
    process.exit(1);
  }
}

/** Tries now and then; each failure is the same trouble again, which has been logged. */
async function untilItWorks(work: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await work();
    } catch {
      await setTimeout(RETRY_MS);
    }
  }
}

/** Throws when the disk has no room. */
function tryDisk(dataDir: string): void {
  const file = join(dataDir, 'room.tmp');
  try {
    writeFileSync(file, new Uint8Array(ROOM), { flush: true });
  } finally {
    rmSync(file, { force: true });
  }
}

function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof ProxyAuthenticationError) return error.message;
  const text = error instanceof Error ? error.message : '';
  if (/lock/i.test(text)) return 'Databasen används av en annan process. Stäng den först. (' + text + ')';
  return 'Servern kunde inte starta: ' + text + '\n' + faultOf(error);
}
