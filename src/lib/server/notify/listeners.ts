import { aliasOf } from '#lib/domain/actor.ts';
import type { AccountStore } from '../identity/accounts.ts';
import { spacesFor } from '../sync-state.ts';
import type { NoticeBook, Page } from './book.ts';
import type { Listener } from './concerned.ts';

/** How long it is believed who is to be told, milliseconds: another app server may have been told otherwise. */
const BELIEVED = 30_000;

/** Whether anything is to be sent to this person at all. */
export const isListening = ({ devices, mail, choices }: Page): boolean =>
  (devices.length > 0 && Object.values(choices.push).includes(true)) ||
  (mail?.confirmedAt !== undefined && choices.mail !== 'none');

/** Who is to be told of anything. Everybody else costs nothing. */
export class Listeners {
  readonly #book: NoticeBook;
  readonly #accounts: AccountStore;
  readonly #now: () => number;
  #known: Promise<readonly Listener[]> | undefined;
  #until = 0;

  constructor(book: NoticeBook, accounts: AccountStore, now: () => number) {
    this.#book = book;
    this.#accounts = accounts;
    this.#now = now;
  }

  /** Those who may read a space, as their accounts say now. */
  async of(space: string): Promise<readonly Listener[]> {
    return (await this.#all()).filter(({ roles }) => spacesFor([space], roles).length > 0);
  }

  /** Somebody has begun to listen, or ended it. */
  forget(): void {
    this.#known = undefined;
  }

  #all(): Promise<readonly Listener[]> {
    if (this.#known === undefined || this.#until < this.#now()) {
      this.#until = this.#now() + BELIEVED;
      const looking = this.#look();
      // What failed is not believed.
      looking.catch(() => (this.#known = undefined));
      this.#known = looking;
    }
    return this.#known;
  }

  async #look(): Promise<readonly Listener[]> {
    const pages = [...(await this.#book.all())].filter(([, page]) => isListening(page)).map(([person]) => person);
    if (pages.length === 0) return [];
    const accounts = new Map((await this.#accounts.all()).map((account) => [account.id, account]));
    return pages.flatMap((person) => {
      const account = accounts.get(person);
      if (account === undefined || account.disabled) return [];
      const alias = aliasOf(account);
      return [{ person, ids: alias === undefined ? [person] : [person, alias], roles: account.roles }];
    });
  }
}
