import { randomBytes } from 'node:crypto';
import { opaqueId } from '#lib/core/ids.ts';
import { err, ok, type Result } from '#lib/core/result.ts';

/** Somebody who may sign in. */
export interface Account {
  /** Opaque; the name CouchDB knows the person by. */
  readonly id: string;
  /** What one types to sign in, lower case. */
  readonly login: string;
  readonly name: string;
  /** `<place>:<role>`, and the person's `alias:<id>`. */
  readonly roles: readonly string[];
  readonly disabled: boolean;
  /** Another one whenever the password changes: sessions carry it, and end with it. */
  readonly stamp: string;
}

/** Where accounts and their passwords are kept. */
export interface AccountStore {
  byId(id: string): Promise<Account | undefined>;
  /** @param login in any case */
  byLogin(login: string): Promise<Account | undefined>;
  all(): Promise<readonly Account[]>;
  /** Writes a new account; false where the login name is taken. */
  add(account: Account, password: string): Promise<boolean>;
  /** Changes everything but id and login; a password also where one is given. */
  change(account: Account, password?: string): Promise<void>;
  /** Whether the password is the account's; takes as long when there is no account. */
  verify(account: Account | undefined, password: string): Promise<boolean>;
}

const LOGIN = /^[a-z0-9åäöéü][a-z0-9åäöéü._@-]{1,63}$/;
const ROLE = /^[a-z]+:[a-z]+$/;

export type AccountProblem = 'login' | 'name' | 'roles' | 'password' | 'taken';

/** Login names are compared without regard to case. */
export const normalLogin = (login: string): string => login.trim().normalize('NFC').toLowerCase();

export const newOpaqueId = (): string => opaqueId(new Uint8Array(randomBytes(26)));
export const newStamp = (): string => randomBytes(12).toString('base64url');

/** A password chosen by a person is at least this long. */
export const PASSWORD_MIN = 10;

export interface NewAccount {
  readonly login: string;
  readonly name: string;
  /** Without the alias, which is made here. */
  readonly roles: readonly string[];
  readonly password: string;
}

/** Makes an account with new ids for the person and their alias. */
export async function createAccount(store: AccountStore, input: NewAccount): Promise<Result<Account, AccountProblem>> {
  const login = normalLogin(input.login);
  if (!LOGIN.test(login)) return err('login');
  if (input.name.trim() === '' || input.name.length > 100) return err('name');
  if (input.roles.length === 0 || !input.roles.every((role) => ROLE.test(role))) return err('roles');
  const account: Account = {
    id: newOpaqueId(),
    login,
    name: input.name.trim(),
    roles: [...input.roles, 'alias:' + newOpaqueId()],
    disabled: false,
    stamp: newStamp()
  };
  return (await store.add(account, input.password)) ? ok(account) : err('taken');
}
