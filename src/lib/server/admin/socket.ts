import { chmodSync, rmSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { join } from 'node:path';
import { AdminError } from './admin-error.ts';
import { type AdminContext, runCommand } from './commands.ts';

const pathIn = (dataDir: string): string => join(dataDir, 'admin.sock');

/**
 * Lets the commands reach the running server, which alone may hold the database open. Who may open
 * the socket is a matter of the file system: the one who runs the server.
 */
export async function listenForCommands(context: AdminContext): Promise<Server> {
  const path = pathIn(context.config.dataDir);
  rmSync(path, { force: true });
  const server = createServer((incoming, outgoing) => {
    const parts: string[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part.toString()));
    incoming.on('end', () => {
      void (async () => {
        try {
          outgoing.end(await runCommand(context, JSON.parse(parts.join('')) as string[]));
        } catch (error) {
          outgoing.writeHead(error instanceof AdminError ? 400 : 500).end((error as Error).message);
        }
      })();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(path, resolve);
  });
  chmodSync(path, 0o600);
  return server.unref();
}

/** Hands a command to the running server; undefined where none runs. */
export function sendCommand(
  dataDir: string,
  args: readonly string[]
): Promise<{ ok: boolean; text: string } | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request({ socketPath: pathIn(dataDir), method: 'POST' }, (answer) => {
      const parts: string[] = [];
      answer.on('data', (part: Buffer) => parts.push(part.toString()));
      answer.on('end', () => resolve({ ok: answer.statusCode === 200, text: parts.join('') }));
    });
    asked.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' || error.code === 'ECONNREFUSED' ? resolve(undefined) : reject(error)
    );
    asked.end(JSON.stringify(args));
  });
}
