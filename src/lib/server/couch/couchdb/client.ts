import { createHmac } from 'node:crypto';
import type { Actor } from '#lib/domain/actor.ts';
import { CouchError } from '../errors.ts';

type Who = Pick<Actor, 'id' | 'roles'>;

export interface Ask {
  readonly method?: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  readonly bytes?: Uint8Array;
  readonly contentType?: string;
  readonly signal?: AbortSignal;
}

/** An admin session is renewed after this long, milliseconds: CouchDB's own last ten minutes. */
const ADMIN_SESSION = 4 * 60_000;
const ANSWER_WITHIN = 120_000;

/** HTTP to CouchDB, as its administrator or as a person. */
export class CouchClient {
  readonly #base: string;
  readonly #name: string;
  readonly #password: string;
  readonly #secret: string;
  #session: { cookie: string; until: number } | undefined;

  /** @param url with the administrator's name and password in it */
  constructor(url: string, proxySecret: string) {
    const { origin, pathname, username, password } = new URL(url);
    this.#base = origin + pathname.replace(/\/$/, '');
    this.#name = decodeURIComponent(username);
    this.#password = decodeURIComponent(password);
    this.#secret = proxySecret;
  }

  /** Asks as the administrator that the URL names. Throws CouchError where the answer is no success. */
  async admin(path: string, ask: Ask = {}): Promise<Response> {
    const first = await this.#send(path, ask, { cookie: await this.#adminCookie() });
    // The session can end early: CouchDB started again with another secret, or a shorter time.
    if (first.status !== 401) return succeeded(first);
    await first.body?.cancel();
    this.#session = undefined;
    return succeeded(await this.#send(path, ask, { cookie: await this.#adminCookie() }));
  }

  /** Asks as a person, by proxy authentication. Throws CouchError where the answer is no success. */
  async as(who: Who, path: string, ask: Ask = {}): Promise<Response> {
    return succeeded(await this.#send(path, ask, this.proxyHeaders(who)));
  }

  /** Asks as nobody, with headers of the caller's; any answer is an answer. */
  bare(path: string, ask: Ask = {}, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.#send(path, ask, headers);
  }

  /** What makes CouchDB take a request as a person's: it trusts whoever can sign the name. */
  proxyHeaders({ id, roles }: Who): Record<string, string> {
    return {
      'x-auth-couchdb-username': id,
      'x-auth-couchdb-roles': roles.join(','),
      'x-auth-couchdb-token': createHmac('sha256', this.#secret).update(id).digest('hex')
    };
  }

  // A session, since a name and password on every request is hashed anew on every request.
  async #adminCookie(): Promise<string> {
    if (this.#session !== undefined && this.#session.until > Date.now()) return this.#session.cookie;
    const answer = await this.#send(
      '/_session',
      { method: 'POST', json: { name: this.#name, password: this.#password } },
      {}
    );
    if (answer.status === 401) throw new CouchError(503, 'unavailable', 'COUCHDB_URL: name or password is wrong');
    await (await succeeded(answer)).arrayBuffer();
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    this.#session = { cookie, until: Date.now() + ADMIN_SESSION };
    return cookie;
  }

  async #send(path: string, ask: Ask, headers: Readonly<Record<string, string>>): Promise<Response> {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(ask.query ?? {}))
      if (value !== undefined) query.set(name, String(value));
    const type = ask.json === undefined ? ask.contentType : 'application/json';
    const timeout = AbortSignal.timeout(ANSWER_WITHIN);
    try {
      return await fetch(this.#base + path + (query.size === 0 ? '' : '?' + query.toString()), {
        method: ask.method ?? 'GET',
        headers: { accept: 'application/json', ...(type === undefined ? {} : { 'content-type': type }), ...headers },
        signal: ask.signal === undefined ? timeout : AbortSignal.any([ask.signal, timeout]),
        redirect: 'error',
        ...(ask.json === undefined ? {} : { body: JSON.stringify(ask.json) }),
        ...(ask.bytes === undefined ? {} : { body: ask.bytes as BodyInit })
      });
    } catch (error) {
      throw Object.assign(new CouchError(503, 'unavailable', 'the database does not answer'), { cause: error });
    }
  }
}

async function succeeded(response: Response): Promise<Response> {
  if (response.ok || response.status === 304) return response;
  const text = await response.text();
  let answer: { error?: unknown; reason?: unknown } = {};
  try {
    answer = JSON.parse(text) as typeof answer;
  } catch {
    // Not CouchDB's own words: a proxy between us and it.
  }
  // To a client, that CouchDB does not let this server in is the server's fault.
  if (response.status === 401 || response.status >= 500)
    throw new CouchError(503, 'unavailable', `the database answered ${response.status}`);
  throw new CouchError(response.status, String(answer.error ?? 'error'), String(answer.reason ?? ''));
}
