import { NEEDS, REGION } from '#lib/domain/actor.ts';
import { municipalityNamed } from '#lib/domain/people/municipalities.ts';

/** What the environment says, read once at start. */
export interface Config {
  /** Where the embedded database, the secrets and the administration socket lie. */
  readonly dataDir: string;
  readonly municipalities: readonly string[];
  /** Where CouchDB is; the embedded database serves when it is absent. */
  readonly couch?: { readonly url: string; readonly proxySecret: string };
  /** Whether this server can be reached from other machines, straight or through a proxy. */
  readonly exposed: boolean;
  /** Whether the demo accounts and ideas exist. */
  readonly demo: boolean;
  /** Whether somebody asked for the demo in plain words, or it is only this machine's default. */
  readonly demoAsked: boolean;
  /** The first administrator, made at start where there is none. */
  readonly admin?: { readonly username: string; readonly password: string };
  /** The public address, where a proxy hides it. */
  readonly origin?: string;
  /** The header in which a proxy says `https`. */
  readonly protocolHeader?: string;
  /** Signs sessions; shared by several app servers. Made and kept in `dataDir` when absent. */
  readonly sessionSecret?: string;
  readonly logLevel: LogLevel;
  /** Requests a person may make to the database in a minute. */
  readonly requestsPerMinute: number;
  /** Requests a system may make to the read API in a minute. */
  readonly apiRequestsPerMinute: number;
  /** Address to print at start, and to write in mail. */
  readonly address: string;
  readonly notify: NotifyConfig;
}

/** How people are told of what happened while the app is closed. */
export interface NotifyConfig {
  /** The keys that push services know this server by; made and kept in the database when absent. */
  readonly vapid?: { readonly publicKey: string; readonly privateKey: string };
  /** Whom a push service turns to when something is wrong: `mailto:` or `https:`. */
  readonly vapidSubject: string;
  /** Whether push may go to addresses within one's own network: for tests, with a push service on this machine. */
  readonly privatePush: boolean;
  /** Where mail goes out; none is sent when absent. */
  readonly mail?: { readonly url: string; readonly from: string };
}

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A setting that cannot be right; the message says what to change, and is printed as it is. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Environment = Readonly<Record<string, string | undefined>>;

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);

/** Whether a `Host` header, with or without port, names this machine itself. */
export const isLoopbackHost = (host: string): boolean => isLoopback(host.replace(/:\d+$/, ''));

const filled = (text: string | undefined): string | undefined => (text === undefined || text === '' ? undefined : text);

/** Reads the environment. Throws ConfigError where a value makes no sense. */
export function readConfig(environment: Environment): Config {
  const env = (name: string) => filled(environment[name]);
  const host = env('HOST');
  const origin = env('ORIGIN');
  // A loopback address behind a proxy is on the net all the same.
  const proxied =
    env('ADDRESS_HEADER') !== undefined ||
    env('PROTOCOL_HEADER') !== undefined ||
    env('HOST_HEADER') !== undefined ||
    (origin !== undefined && !isLoopbackHost(hostOf(origin)));
  const exposed = host === undefined || !isLoopback(host) || proxied || env('SOCKET_PATH') !== undefined;

  const demoWord = env('DEMO');
  if (demoWord !== undefined && demoWord !== '0' && demoWord !== '1') throw new ConfigError('DEMO ska vara 1 eller 0.');
  const couch = readCouch(env('COUCHDB_URL'), env('COUCHDB_PROXY_SECRET'));
  const sessionSecret = env('SESSION_SECRET');
  if (sessionSecret !== undefined && sessionSecret.length < 32)
    throw new ConfigError('SESSION_SECRET ska vara minst 32 tecken.');
  const username = env('ADMIN_USERNAME');
  const password = env('ADMIN_PASSWORD');
  const protocolHeader = env('PROTOCOL_HEADER');
  // Whoever tries it in a terminal wants to go on seeing the address and the accounts.
  const logLevel = env('LOG_LEVEL') ?? (exposed ? 'info' : 'warn');
  if (LOG_LEVELS.indexOf(logLevel as LogLevel) < 0)
    throw new ConfigError('LOG_LEVEL ska vara något av ' + LOG_LEVELS.join(', ') + '.');

  return {
    dataDir: env('DATA_DIR') ?? 'data',
    municipalities: readMunicipalities(env('MUNICIPALITIES') ?? 'uddevalla,trollhattan,vanersborg'),
    exposed,
    demo: demoWord === '1' || (demoWord === undefined && !exposed && couch === undefined),
    demoAsked: demoWord === '1',
    logLevel: logLevel as LogLevel,
    requestsPerMinute: positive('REQUESTS_PER_MINUTE', env('REQUESTS_PER_MINUTE') ?? '3000'),
    apiRequestsPerMinute: positive('API_REQUESTS_PER_MINUTE', env('API_REQUESTS_PER_MINUTE') ?? '120'),
    address: origin ?? `http://${host ?? 'localhost'}:${env('PORT') ?? '3000'}`,
    notify: readNotify(env, origin, exposed),
    ...(couch === undefined ? {} : { couch }),
    ...(username === undefined || password === undefined ? {} : { admin: { username, password } }),
    ...(origin === undefined ? {} : { origin }),
    ...(protocolHeader === undefined ? {} : { protocolHeader: protocolHeader.toLowerCase() }),
    ...(sessionSecret === undefined ? {} : { sessionSecret })
  };
}

function hostOf(origin: string): string {
  try {
    return new URL(origin).host;
  } catch {
    throw new ConfigError('ORIGIN ska vara en adress, till exempel https://ideer.uddevalla.se.');
  }
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new ConfigError(name + ' ska vara ett positivt heltal.');
  return number;
}

function readCouch(url: string | undefined, proxySecret: string | undefined): Config['couch'] {
  if (url === undefined) return undefined;
  if (proxySecret === undefined)
    throw new ConfigError('COUCHDB_URL är satt men inte COUCHDB_PROXY_SECRET. Sätt samma hemlighet här och i CouchDB.');
  if (!URL.canParse(url))
    throw new ConfigError('COUCHDB_URL ska vara en adress, till exempel http://admin:…@couchdb:5984.');
  return { url, proxySecret };
}

/** A key as VAPID writes it, base64url: 65 bytes of a point on the curve, or 32 of a number. */
const isKey = (text: string, bytes: number): boolean =>
  /^[\w-]+$/.test(text) && Buffer.from(text, 'base64url').length === bytes;

function readNotify(
  env: (name: string) => string | undefined,
  origin: string | undefined,
  exposed: boolean
): NotifyConfig {
  const publicKey = env('VAPID_PUBLIC_KEY');
  const privateKey = env('VAPID_PRIVATE_KEY');
  if ((publicKey === undefined) !== (privateKey === undefined))
    throw new ConfigError('Sätt både VAPID_PUBLIC_KEY och VAPID_PRIVATE_KEY, eller ingen av dem.');
  if (publicKey !== undefined && !(isKey(publicKey, 65) && isKey(privateKey!, 32)))
    throw new ConfigError('VAPID_PUBLIC_KEY och VAPID_PRIVATE_KEY ska komma från: npx web-push generate-vapid-keys');
  const url = env('SMTP_URL');
  const from = env('MAIL_FROM');
  if ((url === undefined) !== (from === undefined))
    throw new ConfigError('Sätt både SMTP_URL och MAIL_FROM, eller ingen av dem.');
  if (url !== undefined && !(URL.canParse(url) && /^smtps?:$/.test(new URL(url).protocol)))
    throw new ConfigError('SMTP_URL ska vara en adress, till exempel smtp://namn:lösenord@smtp.kommunen.se:587.');
  if (from !== undefined && !/^[^\r\n]*[^\s<>@]+@[^\s<>@]+>?$/.test(from))
    throw new ConfigError('MAIL_FROM ska vara en adress, till exempel Idéslussen <ideer@kommunen.se>.');
  if (url !== undefined && exposed && origin === undefined)
    throw new ConfigError('SMTP_URL behöver ORIGIN: mejlen har länkar hit.');
  const subject =
    env('VAPID_SUBJECT') ?? (origin?.startsWith('https:') === true ? origin : 'mailto:' + addressIn(from));
  if (!/^(mailto:|https:)/.test(subject)) throw new ConfigError('VAPID_SUBJECT ska börja med mailto: eller https:.');
  return {
    vapidSubject: subject,
    privatePush: env('PUSH_PRIVATE_ADDRESSES') === '1',
    ...(publicKey === undefined || privateKey === undefined ? {} : { vapid: { publicKey, privateKey } }),
    ...(url === undefined || from === undefined ? {} : { mail: { url, from } })
  };
}

const addressIn = (from: string | undefined): string => /[^\s<>]+@[^\s<>]+/.exec(from ?? '')?.[0] ?? 'ideer@localhost';

function readMunicipalities(list: string): readonly string[] {
  const slugs = [...new Set(list.split(',').map((slug) => slug.trim()))].filter((slug) => slug !== '');
  for (const slug of slugs)
    if (municipalityNamed(slug) === undefined)
      throw new ConfigError(`MUNICIPALITIES: "${slug}" är ingen av Fyrbodals kommuner.`);
  if (slugs.length === 0) throw new ConfigError('MUNICIPALITIES ska nämna minst en kommun.');
  return slugs;
}

/** Every space there is: two for each municipality, and the region's two. */
export const spacesOf = (municipalities: readonly string[]): readonly string[] => [
  ...municipalities.flatMap((slug) => [slug, slug + '-ledning']),
  REGION,
  NEEDS
];
