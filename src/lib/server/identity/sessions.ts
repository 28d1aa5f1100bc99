import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Account, AccountStore } from './accounts.ts';

export const SESSION_COOKIE = 'AuthSession';
/** A session lasts this long after it was last renewed, seconds. */
const LIFETIME = 180 * 24 * 60 * 60;
/** A session older than this is renewed when it is used, seconds. */
const RENEW_AFTER = 24 * 60 * 60;
/** Sessions whose signature need not be reckoned anew at each use. */
const PROVEN_SESSIONS = 10_000;
/** How long what an account may do is believed without asking again, milliseconds. */
const BELIEVED = 3000;
const BELIEVED_ACCOUNTS = 10_000;

export interface Session {
  readonly account: Account;
  /** A new cookie value, where the old one has become old. */
  readonly renewed?: string;
}

/**
 * Signed sessions that the server does not store. They carry the account's stamp, and the account
 * is looked up at use: a changed password or a disabled account ends them within seconds.
 */
export class Sessions {
  readonly #secret: string;
  readonly #accounts: AccountStore;
  readonly #now: () => number;
  readonly #proven = new Set<string>();
  readonly #believed = new Map<string, { readonly account: Account | undefined; readonly until: number }>();

  constructor(secret: string, accounts: AccountStore, now: () => number = Date.now) {
    this.#secret = secret;
    this.#accounts = accounts;
    this.#now = now;
  }

  /** The cookie value of a session that starts now. */
  start(account: Account): string {
    this.#believed.delete(account.id);
    const body = [account.id, account.stamp, Math.floor(this.#now() / 1000).toString(36)].join('.');
    return body + '.' + this.#sign(body);
  }

  /** Whose session the value is; undefined where it is nobody's any longer, or never was. */
  async read(value: string | undefined): Promise<Session | undefined> {
    if (value === undefined || value.length > 200) return undefined;
    const end = value.lastIndexOf('.');
    const body = value.slice(0, Math.max(0, end));
    if (!this.#proven.has(value)) {
      if (!isSame(value.slice(end + 1), this.#sign(body))) return undefined;
      if (this.#proven.size >= PROVEN_SESSIONS) this.#proven.clear();
      this.#proven.add(value);
    }
    const [id, stamp, started] = body.split('.') as [string, string, string];
    const age = Math.floor(this.#now() / 1000) - Number.parseInt(started, 36);
    if (!(age > -300 && age < LIFETIME)) return undefined;
    const account = await this.#account(id);
    if (account === undefined || account.disabled || !isSame(stamp, account.stamp)) return undefined;
    return age > RENEW_AFTER ? { account, renewed: this.start(account) } : { account };
  }

  /** `Set-Cookie` for a value; the empty value ends the session. */
  cookie(value: string, isHttps: boolean): string {
    const age = value === '' ? 0 : LIFETIME;
    return `${SESSION_COOKIE}=${value}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Strict${isHttps ? '; Secure' : ''}`;
  }

  async #account(id: string): Promise<Account | undefined> {
    const believed = this.#believed.get(id);
    if (believed !== undefined && believed.until > this.#now()) return believed.account;
    const account = await this.#accounts.byId(id);
    if (this.#believed.size >= BELIEVED_ACCOUNTS) this.#believed.clear();
    this.#believed.set(id, { account, until: this.#now() + BELIEVED });
    return account;
  }

  #sign(body: string): string {
    return createHmac('sha256', this.#secret).update('session\n').update(body).digest('base64url');
  }
}

function isSame(a: string, b: string): boolean {
  const encoder = new TextEncoder();
  const [left, right] = [encoder.encode(a), encoder.encode(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The value of a cookie in a `Cookie` header. */
export function readCookie(header: string | null, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}
