import { join } from 'node:path';
import { type Config, ConfigError, spacesOf } from './config.ts';
import type { Backend } from './couch/backend.ts';
import { CouchBackend } from './couch/couchdb/backend.ts';
import { EmbeddedBackend } from './couch/embedded/backend.ts';
import { DEMO_PASSWORD, demoAccounts } from './demo/accounts.ts';
import { closeDemoAccounts, seedDemo } from './demo/seed.ts';
import { type AccountStore, createAccount, normalLogin, PASSWORD_MIN } from './identity/accounts.ts';
import { CouchAccounts } from './identity/couch-accounts.ts';
import { EmbeddedAccounts } from './identity/embedded-accounts.ts';
import { faultOf, Log } from './log.ts';
import { everyoneIn, introduce } from './people.ts';
import { Notices } from './notify/notices.ts';
import { keptSecret } from './secrets.ts';
import { Server } from './server.ts';
import { roleIn } from '#lib/domain/actor.ts';

/**
 * The databases and accounts that the configuration names.
 * @param onBroken a write of the embedded database failed: it must be closed and opened anew
 */
export async function openDatabases(
  config: Config,
  log: Log,
  onBroken: () => void = () => undefined
): Promise<{ backend: Backend; accounts: AccountStore }> {
  const names = spacesOf(config.municipalities);
  if (config.couch !== undefined) {
    const couch = await CouchBackend.open(config.couch.url, config.couch.proxySecret, names, (error) =>
      log.warn('database-not-followed', { fault: faultOf(error) })
    );
    const users = new CouchAccounts(couch);
    await users.open();
    return { backend: couch, accounts: users };
  }
  const backend = await EmbeddedBackend.open(config.dataDir, names, {
    onFault: (error) => log.error('sequences-not-kept', { fault: faultOf(error) }),
    onBroken: (error) => {
      log.error('database-broken', { fault: faultOf(error) });
      onBroken();
    }
  });
  return { backend, accounts: new EmbeddedAccounts(backend.own) };
}

/**
 * Opens everything and makes what must be there.
 * @param onBroken as for `openDatabases`
 * @throws ConfigError with what to set, where the server must not start
 */
export async function openServer(
  config: Config,
  log = new Log(config.logLevel),
  onBroken?: () => void
): Promise<Server> {
  const { backend, accounts } = await openDatabases(config, log, onBroken);
  try {
    if (config.demo) await seedDemo(backend, accounts, config.municipalities);
    else await closeDemoAccounts(accounts);
    if (config.admin !== undefined) await ensureAdmin(config, config.admin, backend, accounts);
    if (config.exposed && !config.demo && !(await hasAdmin(accounts))) throw new ConfigError(NO_ADMIN);
    const notices = await Notices.open(backend, accounts, config, log);
    const secret = config.sessionSecret ?? keptSecret(config.dataDir, 'session-secret');
    return new Server(config, backend, accounts, secret, notices, log);
  } catch (error) {
    await backend.close();
    throw error;
  }
}

const NO_ADMIN = `Servern kan nås från andra datorer men har ingen administratör, så den startar inte.
Sätt ADMIN_USERNAME och ADMIN_PASSWORD (minst ${PASSWORD_MIN} tecken) och starta igen,
eller lägg till ett konto först: npm run account -- add <användarnamn> --name "<namn>" --roles <kommun>:admin
Vill du bara prova: HOST=127.0.0.1 utan ORIGIN (bara den här datorn), eller DEMO=1 (öppet för alla, med lösenordet "${DEMO_PASSWORD}").`;

const isAdmin = (role: string): boolean => role.endsWith(':admin');

async function hasAdmin(accounts: AccountStore): Promise<boolean> {
  return (await accounts.all()).some((account) => !account.disabled && account.roles.some(isAdmin));
}

/** The first administrator, for all municipalities. An account that exists keeps its password. */
async function ensureAdmin(
  config: Config,
  { username, password }: NonNullable<Config['admin']>,
  backend: Backend,
  accounts: AccountStore
): Promise<void> {
  const found = await accounts.byLogin(normalLogin(username));
  if (found !== undefined) return introduce(backend, config.municipalities, found);
  if (password.length < PASSWORD_MIN) throw new ConfigError(`ADMIN_PASSWORD ska vara minst ${PASSWORD_MIN} tecken.`);
  const roles = [...new Set(config.municipalities.flatMap((slug) => [...everyoneIn(slug), roleIn(slug, 'admin')]))];
  const made = await createAccount(accounts, { login: username, name: username, roles, password });
  if (!made.ok) throw new ConfigError('ADMIN_USERNAME kan inte användas: ' + made.error);
  await introduce(backend, config.municipalities, made.value);
}

/** What is told at start, for the person at the terminal. */
export function greeting(config: Config): string {
  const lines = ['', 'Idéslussen: ' + config.address];
  if (config.couch === undefined) lines.push('Data: ' + join(config.dataDir, '') + ' (inbyggd databas)');
  else lines.push('Data: CouchDB');
  if (config.demo) {
    lines.push('', `Demokonton, lösenord "${DEMO_PASSWORD}":`);
    for (const account of demoAccounts(config.municipalities))
      lines.push(`  ${account.login.padEnd(28)}${account.name}`);
    if (config.exposed) lines.push('', 'OBS: DEMO=1 på en adress som andra når. Vem som helst kan logga in.');
  }
  lines.push('', 'Avsluta med Ctrl-C.');
  return lines.join('\n') + '\n';
}
