import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { municipalityNamed } from '#lib/domain/people/municipalities.ts';
import { NEEDS, REGION, ROLES } from '#lib/domain/actor.ts';
import type { Config } from '../config.ts';
import type { Backend } from '../couch/backend.ts';
import { backUp } from '../couch/embedded/backup.ts';
import { EmbeddedBackend } from '../couch/embedded/backend.ts';
import {
  type Account,
  type AccountStore,
  createAccount,
  newStamp,
  normalLogin,
  PASSWORD_MIN
} from '../identity/accounts.ts';
import { everyoneIn, introduce, rename } from '../people.ts';
import { AdminError } from './admin-error.ts';
import { runTokens } from './tokens.ts';
import { runUnits } from './units.ts';

/** What the commands work on. */
export interface AdminContext {
  readonly config: Config;
  readonly backend: Backend;
  readonly accounts: AccountStore;
}

export const USAGE = `npm run account -- list
npm run account -- add <användarnamn> --name "<namn>" --roles <kommun>:<roll>[,…]
npm run account -- roles <användarnamn> --roles <kommun>:<roll>[,…]
npm run account -- name <användarnamn> --name "<namn>"
npm run account -- password <användarnamn>
npm run account -- disable <användarnamn>
npm run account -- enable <användarnamn>

Roller: ${ROLES.join(', ')}. Den som har en roll i en kommun blir också member där och i ${REGION}.
Ett nytt lösenord skrivs ut en gång. Vill du välja det själv: --password <minst ${PASSWORD_MIN} tecken>.`;

/**
 * Carries out one command of the IT department's.
 * @returns what to print
 * @throws AdminError
 */
export async function runCommand(context: AdminContext, args: readonly string[]): Promise<string> {
  const [command, target, ...more] = args;
  if (command === 'list') return list(context);
  if (command === 'backup') return backup(context, target);
  if (command === 'unit') return runUnits(context, args.slice(1));
  if (command === 'token') return runTokens(context, args.slice(1));
  if (target === undefined) throw new AdminError(USAGE);
  const { name, roles, password } = options(more);
  if (command === 'add') return add(context, target, name, roles, password);
  const account = await context.accounts.byLogin(normalLogin(target));
  if (account === undefined) throw new AdminError('Det finns inget konto som heter ' + target);
  const change = async (next: Account, secret?: string): Promise<string> => {
    await context.accounts.change(next, secret);
    await introduce(context.backend, context.config.municipalities, next);
    return 'Klart: ' + line(next);
  };
  switch (command) {
    case 'disable':
      return change({ ...account, disabled: true, stamp: newStamp() });
    case 'enable':
      return change({ ...account, disabled: false });
    case 'name': {
      if (name === undefined) throw new AdminError(USAGE);
      const renamed = { ...account, name };
      const told = await change(renamed);
      await rename(context.backend, context.config.municipalities, renamed);
      return told;
    }
    case 'roles': {
      const alias = account.roles.filter((role) => role.startsWith('alias:'));
      return change({ ...account, roles: [...readRoles(roles), ...alias] });
    }
    case 'password': {
      const secret = chosen(password);
      return (await change({ ...account, stamp: newStamp() }, secret)) + `\nNytt lösenord: ${secret}`;
    }
    default:
      throw new AdminError(USAGE);
  }
}

function options(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({ args: [...args], options: { name: text, roles: text, password: text } }).values;
  } catch (error) {
    throw new AdminError((error as Error).message + '\n\n' + USAGE);
  }
}

async function list({ accounts }: AdminContext): Promise<string> {
  const all = [...(await accounts.all())].sort((a, b) => a.login.localeCompare(b.login, 'sv'));
  return all.length === 0 ? 'Inga konton.' : all.map(line).join('\n');
}

const line = ({ login, name, roles, disabled }: Account): string =>
  [login, name, roles.filter((role) => !role.startsWith('alias:')).join(','), disabled ? 'avstängt' : '']
    .filter((part) => part !== '')
    .join('\t');

async function add(
  { accounts, backend, config }: AdminContext,
  login: string,
  name: string | undefined,
  roles: string | undefined,
  password: string | undefined
): Promise<string> {
  if (name === undefined) throw new AdminError('--name saknas.\n\n' + USAGE);
  const secret = chosen(password);
  const made = await createAccount(accounts, { login, name, roles: readRoles(roles), password: secret });
  if (!made.ok)
    throw new AdminError(made.error === 'taken' ? `Användarnamnet ${login} är upptaget.` : `Går inte: ${made.error}`);
  await introduce(backend, config.municipalities, made.value);
  return `Klart: ${line(made.value)}\nLösenord: ${secret}`;
}

function chosen(password: string | undefined): string {
  if (password === undefined) return randomBytes(12).toString('base64url');
  if (password.length < PASSWORD_MIN) throw new AdminError(`Lösenordet ska vara minst ${PASSWORD_MIN} tecken.`);
  return password;
}

function readRoles(text: string | undefined): readonly string[] {
  const roles = (text ?? '').split(',').map((role) => role.trim());
  for (const role of roles) {
    const [place, name] = role.split(':') as [string, string | undefined];
    const isPlace = municipalityNamed(place) !== undefined || place === REGION || place === NEEDS;
    if (!isPlace || !ROLES.some((known) => known === name))
      throw new AdminError(`"${role}" är ingen roll.\n\n${USAGE}`);
  }
  const places = roles.map((role) => role.split(':')[0]!).filter((place) => municipalityNamed(place) !== undefined);
  return [...new Set([...places.flatMap(everyoneIn), ...roles])];
}

async function backup({ backend }: AdminContext, file: string | undefined): Promise<string> {
  if (!(backend instanceof EmbeddedBackend))
    throw new AdminError('Data ligger i CouchDB. Säkerhetskopiera där, till exempel med replikering.');
  if (file === undefined) throw new AdminError('npm run backup -- <fil>');
  return `Klart: ${await backUp(backend.databases(), file)} dokument i ${file}`;
}
