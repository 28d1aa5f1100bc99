import { resolve } from 'node:path';
import { ConfigError, readConfig } from '../config.ts';
import { restore } from '../couch/embedded/backup.ts';
import { Log } from '../log.ts';
import { openDatabases } from '../open.ts';
import { AdminError } from './admin-error.ts';
import { runCommand } from './commands.ts';
import { sendCommand } from './socket.ts';

/**
 * One command from the terminal: through the running server where there is one, otherwise upon the
 * database itself.
 */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const config = readConfig(process.env);
    const [command, file] = args;
    const whole = command === 'backup' && file !== undefined ? [command, resolve(file)] : args;
    if (command === 'restore') return print(await restoreFrom(config.dataDir, file, config.couch !== undefined));
    const told = config.couch === undefined ? await sendCommand(config.dataDir, whole) : undefined;
    if (told !== undefined) return print(told.text, told.ok ? 0 : 1);
    const { backend, accounts } = await openDatabases(config, new Log('error'));
    try {
      return print(await runCommand({ config, backend, accounts }, whole));
    } finally {
      await backend.close();
    }
  } catch (error) {
    if (error instanceof AdminError || error instanceof ConfigError) return print(error.message, 1);
    throw error;
  }
}

async function restoreFrom(dataDir: string, file: string | undefined, isCouch: boolean): Promise<string> {
  if (isCouch)
    throw new AdminError(
      'Data ligger i CouchDB. Återställ där, och ta sedan bort _local/epoch i varje databas och starta om servern.'
    );
  if (file === undefined) throw new AdminError('npm run restore -- <fil>');
  if ((await sendCommand(dataDir, ['list'])) !== undefined) throw new AdminError('Stäng servern först.');
  const { count, old } = await restore(dataDir, resolve(file));
  return `Klart: ${count} dokument.` + (old === undefined ? '' : `\nDet som fanns ligger kvar i ${old}`);
}

function print(text: string, code = 0): number {
  (code === 0 ? process.stdout : process.stderr).write(text + '\n');
  return code;
}
