import { randomBytes } from 'node:crypto';
import type { CouchBackend } from '../couch/couchdb/backend.ts';
import { CouchError } from '../couch/errors.ts';
import type { Account, AccountStore } from './accounts.ts';
import { DocumentAccounts } from './document-accounts.ts';

const PREFIX = 'org.couchdb.user:';
/** A user with a password nobody knows: what is asked about where there is no account. */
const DECOY = 'ideslussen-decoy';

/** Accounts in CouchDB's `_users`; CouchDB hashes the passwords and says whether one is right. */
export class CouchAccounts extends DocumentAccounts implements AccountStore {
  readonly #backend: CouchBackend;

  constructor(backend: CouchBackend) {
    super(backend.users, backend.own, {
      idOf: (id) => PREFIX + id,
      prefix: PREFIX,
      passwordFields: async (password) => ({ password }),
      fixedFields: ({ id }) => ({ type: 'user', name: id })
    });
    this.#backend = backend;
  }

  /** Makes the user that unknown names are held against. */
  async open(): Promise<void> {
    if ((await this.#backend.users.get(PREFIX + DECOY)) !== undefined) return;
    const password = randomBytes(24).toString('base64url');
    try {
      await this.#backend.users.put({ _id: PREFIX + DECOY, type: 'user', name: DECOY, roles: [], password });
    } catch (error) {
      if (!(error instanceof CouchError && error.status === 409)) throw error;
    }
  }

  async verify(account: Account | undefined, password: string): Promise<boolean> {
    const json = { name: account?.id ?? DECOY, password };
    const answer = await this.#backend.client.bare('/_session', { method: 'POST', json });
    await answer.arrayBuffer();
    // 403: CouchDB has counted too many wrong passwords itself. It says so no differently to whoever asks,
    // or it would tell which names there are.
    if (!answer.ok && answer.status !== 401 && answer.status !== 403)
      throw new CouchError(503, 'unavailable', 'the database does not answer');
    return answer.ok && account !== undefined;
  }
}
