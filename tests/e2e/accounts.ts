import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { RunningServer } from './harness.ts';

const run = promisify(execFile);

/** What the IT department types: `npm run account -- …`, against the running server. */
export async function account(server: RunningServer, ...args: string[]): Promise<string> {
  const env = { ...process.env, DATA_DIR: server.dataDir };
  const { stdout } = await run(process.execPath, ['scripts/admin.mjs', ...args], { env });
  return stdout;
}

export interface NewPerson {
  readonly username: string;
  readonly password: string;
  readonly name: string;
}

let made = 0;

/** Somebody nobody else in the tests knows of. */
export async function newPerson(
  server: RunningServer,
  roles = 'uddevalla:member',
  given = 'Prova'
): Promise<NewPerson> {
  const mark = wordOfItsOwn();
  const person = { username: `prov${++made}.${mark}`, password: 'ett långt lösenord', name: `${given} ${mark}` };
  const { username, password, name } = person;
  await account(server, 'add', username, '--name', name, '--roles', roles, '--password', password);
  return person;
}

/** A word that stands nowhere else, also not in the database of an earlier run. */
export const wordOfItsOwn = (): string => Math.random().toString(36).slice(2, 8);
