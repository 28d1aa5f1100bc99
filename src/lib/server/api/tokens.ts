import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Day, swedishDay } from '#lib/domain/workdays.ts';
import type { PrivateDocument, PrivateDocuments } from '../couch/backend.ts';
import { CouchError } from '../couch/errors.ts';

/** A system that may read a municipality's ideas. Its secret is kept nowhere, only what it hashes to. */
export interface ApiToken {
  /** Names it in lists and in commands; the first part of the token. */
  readonly id: string;
  readonly municipality: string;
  /** Which system it is for, in words. */
  readonly name: string;
  /** ISO */
  readonly made: string;
  /** The person who made it, by opaque id; absent where it was made from the command line. */
  readonly by?: string;
  /** The last day it works. */
  readonly expires?: Day;
  /** When it was last used, ISO, to within some minutes. */
  readonly used?: string;
  /** When it was revoked, ISO. It stays in the list, so that whoever asks with it hears why. */
  readonly revoked?: string;
}

interface Stored extends ApiToken, PrivateDocument {
  readonly hash: string;
}

/** Why a token is not let in. */
export type TokenProblem = 'unknown' | 'revoked' | 'expired';

const PREFIX = 'api-token:';
const FORM = /^idsl_([0-9a-f]{12})_([\w-]{43})$/;
/** How exactly it is remembered when a token was last used, milliseconds. */
const USED_WITHIN = 10 * 60_000;

const hashOf = (secret: string): string => createHash('sha256').update('api-token\n').update(secret).digest('hex');

function isSame(a: string, b: string): boolean {
  const [left, right] = [new Uint8Array(Buffer.from(a, 'hex')), new Uint8Array(Buffer.from(b, 'hex'))];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The tokens of systems. A token is `idsl_<id>_<secret>`, with 256 random bits in the secret. */
export class ApiTokens {
  readonly #own: PrivateDocuments;
  readonly #now: () => string;

  constructor(own: PrivateDocuments, now: () => string = () => new Date().toISOString()) {
    this.#own = own;
    this.#now = now;
  }

  /** Makes a token. What it is as a text is told here and never again. */
  async make(
    input: Pick<ApiToken, 'municipality' | 'name' | 'by' | 'expires'>
  ): Promise<{ readonly token: ApiToken; readonly secret: string }> {
    const id = randomBytes(6).toString('hex');
    const secret = randomBytes(32).toString('base64url');
    const { municipality, name, by, expires } = input;
    const token: ApiToken = {
      id,
      municipality,
      name,
      made: this.#now(),
      ...(by === undefined ? {} : { by }),
      ...(expires === undefined ? {} : { expires })
    };
    await this.#own.put({ ...token, _id: PREFIX + id, hash: hashOf(secret) });
    return { token, secret: `idsl_${id}_${secret}` };
  }

  /** A municipality's tokens, or all of them, the newest first. */
  async all(municipality?: string): Promise<readonly ApiToken[]> {
    const documents = (await this.#own.all(PREFIX)) as readonly Stored[];
    return documents
      .map(told)
      .filter((token) => municipality === undefined || token.municipality === municipality)
      .sort((a, b) => (a.made < b.made ? 1 : -1));
  }

  /** The token of that id, or undefined. */
  async byId(id: string): Promise<ApiToken | undefined> {
    const stored = await this.#stored(id);
    return stored === undefined ? undefined : told(stored);
  }

  /** Ends a token, from its next use on. */
  async revoke(id: string): Promise<void> {
    for (;;) {
      const stored = await this.#stored(id);
      if (stored === undefined || stored.revoked !== undefined) return;
      // Its use may be noted in the same moment; a revocation is not lost to that.
      if (await this.#put({ ...stored, revoked: this.#now() })) return;
    }
  }

  /** Which system asks, or why it is not let in. @param text what stood in the request */
  async read(text: string): Promise<ApiToken | TokenProblem> {
    const [, id, secret] = FORM.exec(text) ?? [];
    if (id === undefined || secret === undefined) return 'unknown';
    const stored = await this.#stored(id);
    // Compared whether there is one or not: how long the answer takes says nothing of which ids exist.
    const isRight = isSame(hashOf(secret), stored?.hash ?? hashOf(''));
    if (stored === undefined || !isRight) return 'unknown';
    if (stored.revoked !== undefined) return 'revoked';
    const now = this.#now();
    if (stored.expires !== undefined && stored.expires < swedishDay(now)) return 'expired';
    if (stored.used === undefined || Date.parse(now) - Date.parse(stored.used) > USED_WITHIN)
      await this.#put({ ...stored, used: now });
    return told(stored);
  }

  async #stored(id: string): Promise<Stored | undefined> {
    if (!/^[0-9a-f]{12}$/.test(id)) return undefined;
    return (await this.#own.get(PREFIX + id)) as Stored | undefined;
  }

  /** @returns false where another was first */
  async #put(document: Stored): Promise<boolean> {
    try {
      await this.#own.put(document);
      return true;
    } catch (error) {
      if (error instanceof CouchError && error.status === 409) return false;
      throw error;
    }
  }
}

/** What may be told of a token. */
const told = ({ id, municipality, name, made, by, expires, used, revoked }: Stored): ApiToken => ({
  id,
  municipality,
  name,
  made,
  ...(by === undefined ? {} : { by }),
  ...(expires === undefined ? {} : { expires }),
  ...(used === undefined ? {} : { used }),
  ...(revoked === undefined ? {} : { revoked })
});
