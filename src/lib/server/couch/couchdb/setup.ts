import rules from 'virtual:couch-rules';
import { membersOf } from '#lib/domain/actor.ts';
import { CouchError } from '../errors.ts';
import type { CouchClient } from './client.ts';

/** The database of login names: only the server's administrator reads it. */
export const LOGINS = 'ideslussen-logins';

/** Proxy authentication is not as it must be; the message says what to write in CouchDB's configuration. */
export class ProxyAuthenticationError extends Error {
  override readonly name = 'ProxyAuthenticationError';
}

const LINES = `Lägg till det här i CouchDB:s local.ini på varje nod, och starta om CouchDB:

[chttpd]
authentication_handlers = {chttpd_auth, cookie_authentication_handler}, {chttpd_auth, proxy_authentication_handler}, {chttpd_auth, default_authentication_handler}

[chttpd_auth]
proxy_use_secret = true
secret = <samma värde som COUCHDB_PROXY_SECRET>

[chttpd_auth_lockout]
; rekommenderas: servern räknar själv, och för CouchDB kommer allas försök från den
mode = off

[couchdb]
; rekommenderas: reglerna går dubbelt så fort
js_engine = quickjs`;

/**
 * Whether CouchDB takes people's requests from this server, and from nobody else.
 * @throws ProxyAuthenticationError with the lines to add
 */
export async function proveProxyAuthentication(client: CouchClient): Promise<void> {
  const headers = client.proxyHeaders({ id: 'ideslussen-check', roles: ['check:check'] });
  if ((await nameSeen(client, headers)) !== 'ideslussen-check')
    throw new ProxyAuthenticationError('CouchDB godtar inte serverns proxyautentisering.\n' + LINES);
  const forged = { ...headers, 'x-auth-couchdb-token': '0'.repeat(64) };
  if ((await nameSeen(client, forged)) !== null)
    throw new ProxyAuthenticationError(
      'CouchDB godtar vem som helst som proxy: proxy_use_secret är inte på.\n' + LINES
    );
}

async function nameSeen(client: CouchClient, headers: Record<string, string>): Promise<string | null> {
  const answer = await client.bare('/_session', {}, headers);
  if (!answer.ok) return null;
  return ((await answer.json()) as { userCtx?: { name?: string | null } }).userCtx?.name ?? null;
}

/** Makes the databases that are missing, says who may read each, and puts the rules in force. */
export async function prepareDatabases(client: CouchClient, spaces: readonly string[]): Promise<void> {
  for (const database of ['_users', LOGINS, ...spaces]) await create(client, database);
  await secure(client, LOGINS, ['_admin']);
  for (const space of spaces) {
    // Rules before readers: nobody may write while there are none.
    await putRules(client, space);
    await secure(client, space, membersOf(space));
  }
}

async function create(client: CouchClient, database: string): Promise<void> {
  try {
    // One shard: a space is small, and its sequence stays short.
    const query = database.startsWith('_') ? {} : { q: 1 };
    await (await client.admin('/' + database, { method: 'PUT', query })).arrayBuffer();
  } catch (error) {
    // It is there already.
    if (!(error instanceof CouchError && error.status === 412)) throw error;
  }
}

async function secure(client: CouchClient, database: string, roles: readonly string[]): Promise<void> {
  const json = { admins: { names: [], roles: ['_admin'] }, members: { names: [], roles } };
  await (await client.admin('/' + database + '/_security', { method: 'PUT', json })).arrayBuffer();
}

async function putRules(client: CouchClient, space: string): Promise<void> {
  const path = '/' + space + '/_design/rules';
  let stored: { _rev?: string; validate_doc_update?: string } = {};
  try {
    stored = (await (await client.admin(path)).json()) as typeof stored;
  } catch (error) {
    if (!(error instanceof CouchError && error.status === 404)) throw error;
  }
  if (stored.validate_doc_update === rules) return;
  const json = { ...stored, language: 'javascript', validate_doc_update: rules };
  try {
    await (await client.admin(path, { method: 'PUT', json })).arrayBuffer();
  } catch (error) {
    // Another app server was first, with the same rules or about to be replaced like this one.
    if (!(error instanceof CouchError && error.status === 409)) throw error;
  }
}
