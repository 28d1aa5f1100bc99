import { CouchError } from '../couch/errors.ts';
import type { PrivateDocument, PrivateDocuments } from '../couch/backend.ts';
import { type Account, normalLogin } from './accounts.ts';

/** How an account's document is written, apart from where: its id, and the password's own fields. */
export interface AccountForm {
  idOf(accountId: string): string;
  readonly prefix: string;
  /** Fields that keep the password, hashed here or by the database. */
  passwordFields(password: string): Promise<Readonly<Record<string, unknown>>>;
  /** Fields the database itself demands. */
  fixedFields(account: Account): Readonly<Record<string, unknown>>;
}

const loginId = (login: string): string => 'login:' + normalLogin(login);

/**
 * Accounts as documents, with a document for each login name beside them: its id is what makes a
 * login name belong to one account only, also when two servers give it away at once.
 */
export class DocumentAccounts {
  readonly #accounts: PrivateDocuments;
  readonly #logins: PrivateDocuments;
  readonly #form: AccountForm;

  constructor(accounts: PrivateDocuments, logins: PrivateDocuments, form: AccountForm) {
    this.#accounts = accounts;
    this.#logins = logins;
    this.#form = form;
  }

  async document(id: string): Promise<PrivateDocument | undefined> {
    return this.#accounts.get(this.#form.idOf(id));
  }

  async byId(id: string): Promise<Account | undefined> {
    const document = await this.document(id);
    return document === undefined ? undefined : accountOf(document);
  }

  async byLogin(login: string): Promise<Account | undefined> {
    const pointer = await this.#logins.get(loginId(login));
    return typeof pointer?.['account'] === 'string' ? this.byId(pointer['account']) : undefined;
  }

  async all(): Promise<readonly Account[]> {
    const documents = await this.#accounts.all(this.#form.prefix);
    return documents.map(accountOf).filter((account) => account !== undefined);
  }

  async add(account: Account, password: string): Promise<boolean> {
    const pointer = await this.#logins.get(loginId(account.login));
    // A server that stopped between the two writes leaves a name that points nowhere: it is free.
    if (pointer !== undefined && (await this.byLogin(account.login)) !== undefined) return false;
    try {
      await this.#logins.put({ ...pointer, _id: loginId(account.login), account: account.id });
    } catch (error) {
      if (error instanceof CouchError && error.status === 409) return false;
      throw error;
    }
    await this.#accounts.put({ ...this.#fields(account), ...(await this.#form.passwordFields(password)) });
    return true;
  }

  async change(account: Account, password?: string): Promise<void> {
    const stored = await this.document(account.id);
    if (stored === undefined) throw new Error('no such account');
    await this.#accounts.put({
      ...stored,
      ...this.#fields(account),
      ...(password === undefined ? {} : await this.#form.passwordFields(password))
    });
  }

  #fields(account: Account): PrivateDocument {
    const { id, login, name, roles, disabled, stamp } = account;
    return {
      ...this.#form.fixedFields(account),
      _id: this.#form.idOf(id),
      account: { id, login, name, disabled, stamp },
      roles
    };
  }
}

/** Reads an account's document; undefined where it is somebody else's, as other users of a CouchDB are. */
function accountOf(document: PrivateDocument): Account | undefined {
  const kept = document['account'] as Omit<Account, 'roles'> | undefined;
  if (typeof kept !== 'object' || typeof kept.id !== 'string') return undefined;
  return { ...kept, roles: document['roles'] as readonly string[] };
}
