import { hash } from 'node:crypto';
import { membersOf } from '#lib/domain/actor.ts';
import type { Backend, SpaceMark } from './couch/backend.ts';
import { Waiters } from './couch/waiters.ts';
import type { Account } from './identity/accounts.ts';

/** Seconds a client may wait at most. */
const WAIT_MAX = 50;

export interface SyncState {
  /** Differs whenever anything else here does. */
  readonly version: string;
  readonly me: { readonly id: string; readonly roles: readonly string[] };
  readonly spaces: readonly ({ readonly name: string } & SpaceMark)[];
}

/** Names of the spaces a person may read. */
export const spacesFor = (names: readonly string[], roles: readonly string[]): readonly string[] =>
  names.filter((name) => membersOf(name).some((role) => roles.includes(role)));

/** What an idle device needs to know, in one small answer. */
export class SyncStates {
  readonly #backend: Backend;
  readonly #names: readonly string[];
  readonly #waiters: Waiters;

  /** @param closing ends every wait */
  constructor(backend: Backend, names: readonly string[], closing: AbortSignal) {
    this.#waiters = new Waiters(closing);
    this.#backend = backend;
    this.#names = names;
  }

  async state({ id, roles }: Account): Promise<SyncState> {
    const names = spacesFor(this.#names, roles);
    const spaces = await Promise.all(
      names.map(async (name) => ({ name, ...(await this.#backend.space(name)!.mark()) }))
    );
    const state = { me: { id, roles }, spaces };
    const version = hash('sha256', JSON.stringify(state), 'base64url').slice(0, 16);
    return { version, ...state };
  }

  /**
   * The state as soon as it differs from `known`, and otherwise when the time is out. Who the person
   * is and what they may is asked again each time, since a wait is long.
   * @returns undefined when the person may no longer be here
   */
  wait(
    seconds: number,
    known: string,
    signal: AbortSignal,
    account: Account,
    again: () => Promise<Account | undefined>
  ): Promise<SyncState | undefined> {
    const spaces = spacesFor(this.#names, account.roles).map((name) => this.#backend.space(name)!);
    return this.#waiters.until({
      person: account.id,
      milliseconds: Math.min(seconds, WAIT_MAX) * 1000,
      signal,
      onChange: (listener) => {
        const stops = spaces.map((space) => space.onChange(listener));
        return () => stops.forEach((stop) => stop());
      },
      look: async () => {
        const now = await again();
        return now === undefined ? undefined : this.state(now);
      },
      isNews: (state) => state?.version !== known
    });
  }
}
