import PouchDB from 'pouchdb-core';
import HttpAdapter from 'pouchdb-adapter-http';
import type { Hub, HubState } from './hub.ts';
import { SyncProblem } from './problems.ts';

PouchDB.plugin(HttpAdapter);

/** Says for whom a request is made, so that it is never done in the name of whoever signed in meanwhile. */
export const PERSON_HEADER = 'x-ideslussen-person';

const REQUEST_SECONDS = 60;

/**
 * The real server over HTTP.
 * @param origin where it is, without a path
 * @param person whose store this is
 */
export function httpHub(origin: string, person: string): Hub {
  const request = async (url: string | Request, options: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(options.headers);
    headers.set(PERSON_HEADER, person);
    const timeout = AbortSignal.timeout(REQUEST_SECONDS * 1000);
    const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
    let response: Response;
    let body: ArrayBuffer;
    try {
      response = await fetch(url, { ...options, headers, signal, credentials: 'same-origin', cache: 'no-store' });
      body = await response.arrayBuffer();
    } catch (error) {
      throw new SyncProblem('offline', { cause: error });
    }
    // A login page in a café answers everything with 200 and HTML.
    if (response.ok && (response.headers.get('content-type') ?? '').startsWith('text/html'))
      throw new SyncProblem('offline');
    const { status, statusText } = response;
    return new Response(status === 204 || status === 304 ? null : body, {
      status,
      statusText,
      headers: response.headers
    });
  };
  const databases = new Map<string, PouchDB.Database>();
  return {
    state: async (wait) => {
      const query = wait === undefined ? '' : `?wait=${wait.seconds}&known=${encodeURIComponent(wait.known)}`;
      const response = await request(origin + '/sync' + query, wait === undefined ? {} : { signal: wait.signal });
      if (!response.ok) {
        const body = (await response.json().catch(() => ({}))) as { error?: string };
        throw Object.assign(new Error('state'), { status: response.status, reason: body.error ?? '' });
      }
      const state = (await response.json()) as HubState;
      if (typeof state.version !== 'string' || !Array.isArray(state.spaces)) throw new SyncProblem('offline');
      return state;
    },
    space: (name) => {
      let database = databases.get(name);
      if (database === undefined) {
        // skip_setup: a device does not create databases, and need not ask whether one exists.
        database = new PouchDB(`${origin}/db/${name}`, {
          adapter: 'http',
          skip_setup: true,
          fetch: request
        } as PouchDB.Configuration.RemoteDatabaseConfiguration);
        databases.set(name, database);
      }
      return database;
    }
  };
}
