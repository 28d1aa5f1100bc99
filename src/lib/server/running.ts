import { listenForCommands } from './admin/socket.ts';
import { ProxyAuthenticationError } from './couch/couchdb/setup.ts';
import { ConfigError, readConfig } from './config.ts';
import { guardEveryAnswer } from './http/static-headers.ts';
import { faultOf } from './log.ts';
import { greeting, openServer } from './open.ts';
import type { Server } from './server.ts';

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
    running = await openServer(config);
    const server = running;
    const commands = config.couch === undefined ? await listenForCommands(server) : undefined;
    guardEveryAnswer((header) => server.saysHttps(header));
    process.stdout.write(greeting(config));
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.stopWaiting());
    process.once('sveltekit:shutdown', () => {
      commands?.close();
      void server.backend.close();
    });
  } catch (error) {
    process.stderr.write('\n' + explain(error) + '\n\n');
    process.exit(1);
  }
}

function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof ProxyAuthenticationError) return error.message;
  const text = error instanceof Error ? error.message : '';
  if (/lock/i.test(text)) return 'Databasen används av en annan process. Stäng den först. (' + text + ')';
  return 'Servern kunde inte starta: ' + text + '\n' + faultOf(error);
}
