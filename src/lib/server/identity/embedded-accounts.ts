import argon2 from 'argon2';
import { randomBytes } from 'node:crypto';
import type { PrivateDocuments } from '../couch/backend.ts';
import type { Account, AccountStore } from './accounts.ts';
import { DocumentAccounts } from './document-accounts.ts';

/** OWASP's recommendation for argon2id. */
const COST = { type: argon2.argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Accounts in the embedded database, passwords by argon2id. */
export class EmbeddedAccounts extends DocumentAccounts implements AccountStore {
  /** What a password is held against where there is no account, so that both take as long. */
  readonly #decoy = argon2.hash(randomBytes(16), COST);

  constructor(documents: PrivateDocuments) {
    super(documents, documents, {
      idOf: (id) => 'account:' + id,
      prefix: 'account:',
      passwordFields: async (password) => ({ hash: await argon2.hash(password, COST) }),
      fixedFields: () => ({})
    });
  }

  async verify(account: Account | undefined, password: string): Promise<boolean> {
    const document = account === undefined ? undefined : await this.document(account.id);
    const hash = document?.['hash'];
    const isRight = await argon2.verify(typeof hash === 'string' ? hash : await this.#decoy, password);
    return isRight && typeof hash === 'string';
  }
}
