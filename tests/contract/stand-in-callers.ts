import { createHmac, randomBytes } from 'node:crypto';
import type { StandInDatabase } from './stand-in-database.ts';

export class StandInError extends Error {
  constructor(
    readonly status: number,
    readonly error: string,
    reason: string
  ) {
    super(reason);
  }
}

/** CouchDB's userCtx. */
export interface Caller {
  readonly name: string | null;
  readonly roles: readonly string[];
  readonly isAdmin: boolean;
}

const NOBODY: Caller = { name: null, roles: [], isAdmin: false };

/** Who asks: by cookie or by proxy headers, as CouchDB's handlers in that order. */
export class Callers {
  readonly #sessions = new Map<string, Caller>();
  readonly #failures = new Map<string, number>();

  constructor(
    readonly proxySecret: string,
    readonly proxyUseSecret: boolean | undefined,
    readonly users: () => StandInDatabase | undefined
  ) {}

  async of(request: Request): Promise<Caller> {
    const cookie = /AuthSession=([^;]+)/.exec(request.headers.get('cookie') ?? '')?.[1];
    if (cookie !== undefined) {
      const caller = this.#sessions.get(cookie);
      if (caller !== undefined) return caller;
    }
    const name = request.headers.get('x-auth-couchdb-username');
    if (name === null || this.proxyUseSecret === undefined) return NOBODY;
    const token = request.headers.get('x-auth-couchdb-token');
    const accepted = ['sha256', 'sha1'].map((hash) => createHmac(hash, this.proxySecret).update(name).digest('hex'));
    if (this.proxyUseSecret && !accepted.includes(token ?? '')) return NOBODY;
    const roles = (request.headers.get('x-auth-couchdb-roles') ?? '').split(/\s*,\s*/).filter((role) => role !== '');
    return { name, roles, isAdmin: roles.includes('_admin') };
  }

  async session(request: Request, caller: Caller): Promise<Response> {
    const headers = { 'content-type': 'application/json' };
    if (request.method === 'GET') {
      const { name, roles } = caller;
      return new Response(JSON.stringify({ ok: true, userCtx: { name, roles }, info: {} }), { headers });
    }
    const { name, password } = (await request.json()) as { name: string; password: string };
    // As `[chttpd_auth_lockout] mode = enforce`, which is how CouchDB comes since 3.4.
    if ((this.#failures.get(name) ?? 0) >= 5) {
      const reason = 'Account is temporarily locked due to multiple authentication failures';
      return new Response(JSON.stringify({ error: 'forbidden', reason }), { status: 403, headers });
    }
    const found = await this.#signIn(name, password);
    if (found === undefined) {
      this.#failures.set(name, (this.#failures.get(name) ?? 0) + 1);
      const body = { error: 'unauthorized', reason: 'Name or password is incorrect.' };
      return new Response(JSON.stringify(body), { status: 401, headers });
    }
    const value = randomBytes(16).toString('hex');
    this.#sessions.set(value, found);
    const cookie = `AuthSession=${value}; Version=1; Path=/; HttpOnly`;
    return new Response(JSON.stringify({ ok: true, name, roles: found.roles }), {
      headers: { ...headers, 'set-cookie': cookie }
    });
  }

  /** Forgets every session, as CouchDB does when its secret changes. */
  forget(): void {
    this.#sessions.clear();
  }

  async #signIn(name: string, password: string): Promise<Caller | undefined> {
    if (name === 'admin') return password === 'hemligt' ? { name, roles: ['_admin'], isAdmin: true } : undefined;
    const user = await this.users()?.user(name);
    if (user === undefined || user.derived_key !== hashed(password, user.salt)) return undefined;
    return { name, roles: user.roles, isAdmin: false };
  }
}

/** Not how CouchDB hashes; only that it does, and that the password itself is gone. */
export const hashed = (password: string, salt: string): string =>
  createHmac('sha256', salt).update(password).digest('hex');
