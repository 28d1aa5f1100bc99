import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequest, setResponse } from '@sveltejs/kit/node';
import { StandInDatabase } from './stand-in-database.ts';
import { type Caller, Callers, StandInError } from './stand-in-callers.ts';

export interface StandIn {
  /** With the administrator's name and password. */
  readonly url: string;
  readonly proxySecret: string;
  readonly database: (name: string) => StandInDatabase | undefined;
  close(): Promise<void>;
}

export interface StandInOptions {
  /** As `[chttpd_auth] proxy_use_secret`; without proxy authentication at all when undefined. */
  readonly proxyUseSecret?: boolean | undefined;
}

const json = (status: number, value: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(value) + '\n', { status, headers: { 'content-type': 'application/json', ...headers } });

/**
 * As much of CouchDB 3.5 as the server uses, over PouchDB in memory: proxy tokens, sessions, `_users`,
 * `_security`, and `_design/rules` run on every write. Not a substitute for running against CouchDB.
 */
export async function startStandIn({ proxyUseSecret }: StandInOptions = { proxyUseSecret: true }): Promise<StandIn> {
  const proxySecret = 'a-secret-for-the-stand-in';
  const databases = new Map<string, StandInDatabase>();
  const callers = new Callers(proxySecret, proxyUseSecret, () => databases.get('_users'));

  const respond = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    const path = url.pathname.split('/').slice(1).map(decodeURIComponent);
    const [name = '', ...rest] = path;
    const caller = await callers.of(request);
    if (name === '')
      return json(200, { couchdb: 'Welcome', version: '3.5.0', uuid: 'stand-in', vendor: { name: 'stand-in' } });
    if (name === '_up') return json(200, { status: 'ok' });
    if (name === '_session') return callers.session(request, caller);
    if (!/^(_users|[a-z][a-z0-9_$()+/-]*)$/.test(name)) throw new StandInError(400, 'illegal_database_name', name);
    if (rest.length === 0 && request.method === 'PUT') return create(name, caller);
    const database = databases.get(name);
    if (database === undefined) throw new StandInError(404, 'not_found', 'Database does not exist.');
    return json200(await database.respond(request, rest, url.searchParams, caller));
  };

  const create = async (name: string, caller: Caller): Promise<Response> => {
    if (!caller.isAdmin) throw new StandInError(401, 'unauthorized', 'You are not a server admin.');
    if (databases.has(name))
      throw new StandInError(412, 'file_exists', 'The database could not be created, the file already exists.');
    databases.set(name, new StandInDatabase(name));
    return json(201, { ok: true });
  };

  const http = createServer((incoming, outgoing) => {
    void (async () => {
      const request = await getRequest({ request: incoming, base: 'http://localhost' });
      const response = await respond(request).catch((error: unknown) => {
        if (error instanceof StandInError) return json(error.status, { error: error.error, reason: error.message });
        return json(500, { error: 'unknown_error', reason: String(error) });
      });
      await setResponse(outgoing, response);
    })();
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://admin:hemligt@127.0.0.1:${(http.address() as AddressInfo).port}`,
    proxySecret,
    database: (name) => databases.get(name),
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      })
  };
}

const json200 = (value: unknown): Response =>
  value instanceof Response ? value : json(200, value, { server: 'CouchDB/3.5.0 (stand-in)' });
