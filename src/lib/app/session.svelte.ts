import { err, ok, type Result } from '#lib/core/result.ts';
import type { Actor } from '#lib/domain/actor.ts';
import type * as code from '#lib/store/store.ts';
import { storedPersons } from '#lib/store/stored.ts';
import { logIn, logOut, type SignInError } from './account.ts';
import { actorIn, hasRole, homeSpaceOf, identitiesOf, type SignedIn } from './person.ts';
import { followStageLabels } from './stage-labels.ts';
import { leavingPerson, onPersonElsewhere, rememberedPerson, rememberPerson, setOwesLogout } from './registry.ts';

let loaded: typeof code | undefined;
// Nobody needs it to sign in, and on a first visit it is as much again as the page.
const loadStore = async (): Promise<typeof code> => (loaded ??= await import('#lib/store/store.ts'));

/** Opened beforehand, until the session takes it. */
let prepared: code.Store | undefined;

/**
 * Fetches what whoever is signed in here needs at once, and opens their store: it is found on the disk while the page
 * is still being made. Await before `session.resume`.
 */
export async function prepareSession(): Promise<void> {
  const person = rememberedPerson();
  if (person === null) return;
  const { openStore } = await loadStore();
  if (session.person !== null || prepared !== undefined) return;
  prepared = openStore(person.id);
  // Nobody waits for it: what the disk fails with is told by the page's own questions.
  prepared.warm().catch(() => undefined);
}

/** The store that was opened beforehand, if it is the person's. */
function takePrepared(id?: string): code.Store | undefined {
  const store = prepared;
  prepared = undefined;
  if (store === undefined || store.person === id) return store;
  store.close();
  return undefined;
}

const OPENED = 'opened';
/** The person as the store itself remembers them. */
const PERSON = 'person';

/**
 * Who is signed in on this device and the store that is theirs. Known at once and without contact:
 * a session that has ended on the server never stands in the way of reading or writing here.
 */
class Session {
  #person = $state.raw<SignedIn | null>(null);
  #store = $state.raw<code.Store | null>(null);
  /** The server asks for a new sign-in; everything but sending goes on. */
  needsSignIn = $state(false);
  /** Whether the dialog for signing in again is open. */
  isAsking = $state(false);
  /** Until it is known whether somebody is signed in here: a moment, and only where the registry is silent. */
  isResuming = $state(false);
  /** The browser has cleared what this person had here. */
  wasEvicted = $state(false);

  readonly #leaving = new Set<() => void>();

  /** Calls back once, when the person who is signed in here now no longer is. */
  whenLeaving(leave: () => void): void {
    this.#leaving.add(leave);
  }

  /** Nobody, when null. */
  get person(): SignedIn | null {
    return this.#person;
  }

  /** The person's store; throws when nobody is signed in. */
  get store(): code.Store {
    if (this.#store === null) throw new Error('no store: nobody is signed in on this device');
    return this.#store;
  }

  /** The person's own ids: what they write under. Empty when nobody is signed in. */
  get identities(): readonly string[] {
    return this.#person === null ? [] : identitiesOf(this.#person);
  }

  /** Where new ideas go; undefined for those who may not leave any. */
  get homeSpace(): string | undefined {
    return this.#person === null ? undefined : homeSpaceOf(this.#person);
  }

  /** Whether ideas wait for this person to answer them. */
  get isAnswering(): boolean {
    const { person, homeSpace } = this;
    return (
      person !== null &&
      homeSpace !== undefined &&
      hasRole(person, homeSpace, 'coach', 'manager', 'leader', 'coordinator')
    );
  }

  /** Whether the person may see the pictures of the whole: whoever answers, leads or administers. */
  get isLeading(): boolean {
    const { person } = this;
    return person !== null && person.roles.some((role) => /:(coach|manager|leader|admin|coordinator)$/.test(role));
  }

  /** The person as a writer in a space; throws when nobody is signed in. */
  actor(space: string): Actor {
    if (this.#person === null) throw new Error('no actor: nobody is signed in on this device');
    return actorIn(this.#person, space);
  }

  /** Takes up where this device was left. Call once, before anything is shown. */
  resume(): () => void {
    const person = rememberedPerson();
    if (person !== null) {
      this.#open(person);
      void this.#noticeEviction();
    } else {
      takePrepared();
      void this.#resumeFromStores();
    }
    return onPersonElsewhere((other) => {
      if (other?.id === this.#person?.id) this.#person = other;
      else this.#switch(other);
    });
  }

  /** The first sign-in on this device. */
  async signIn(username: string, password: string): Promise<Result<void, SignInError>> {
    const answer = await logIn(username.trim(), password);
    if (!answer.ok) return answer;
    setOwesLogout(false);
    const store = (await loadStore()).openStore(answer.value.id);
    await store.setSetting(OPENED, new Date().toISOString());
    await store.setSetting(PERSON, answer.value);
    store.close();
    rememberPerson(answer.value);
    this.#open(answer.value);
    this.needsSignIn = false;
    return ok(undefined);
  }

  /** Signs the same person in again, in place. Anybody else is turned away, and has no session afterwards. */
  async signInAgain(username: string, password: string): Promise<Result<void, SignInError>> {
    const person = this.#person;
    if (person === null) throw new Error('nobody to sign in again');
    const name = username.trim();
    if (name.toLowerCase() !== person.username.toLowerCase()) return err({ code: 'another-person' });
    const answer = await logIn(name, password);
    if (!answer.ok) return answer;
    if (answer.value.id !== person.id) {
      await logOut();
      return err({ code: 'another-person' });
    }
    this.refresh(answer.value);
    this.needsSignIn = false;
    this.isAsking = false;
    return ok(undefined);
  }

  /** What the server now says of this person: roles and spaces change under people's feet. */
  refresh(news: Partial<Omit<SignedIn, 'id'>>): void {
    if (this.#person === null) return;
    const next: SignedIn = { ...this.#person, ...news };
    if (JSON.stringify(next) === JSON.stringify(this.#person)) return;
    this.#person = next;
    rememberPerson(next);
    void this.store.setSetting(PERSON, next);
  }

  /** Leaves the person's store without touching it; the pages that showed it go away. */
  close(): void {
    this.#switch(null);
  }

  // Browsers write localStorage when they find the time: a battery that dies soon after the sign-in
  // takes it along. The store is on the disk, and says whose it is.
  async #resumeFromStores(): Promise<void> {
    const leaving = leavingPerson();
    this.isResuming = true;
    for (const id of await storedPersons()) {
      const store = (await loadStore()).openStore(id);
      const person = (await store.setting(PERSON)) as SignedIn | undefined;
      store.close();
      if (person === undefined || id === leaving || this.#person !== null) continue;
      rememberPerson(person);
      this.#open(person);
    }
    this.isResuming = false;
  }

  /** The store forgets whose it is: from here a sign-out is completed, whatever happens. */
  async forget(): Promise<void> {
    await this.store.setSetting(PERSON, undefined);
  }

  #open(person: SignedIn): void {
    if (loaded === undefined) throw new Error('the store’s code has not been fetched');
    this.#store = takePrepared(person.id) ?? loaded.openStore(person.id);
    this.#person = person;
    this.whenLeaving(followStageLabels(this.#store, homeSpaceOf(person)));
  }

  #switch(person: SignedIn | null): void {
    const store = this.#store;
    for (const leave of this.#leaving) leave();
    this.#leaving.clear();
    this.#person = null;
    this.#store = null;
    this.needsSignIn = false;
    this.isAsking = false;
    store?.close();
    if (person !== null) void this.#openLater(person);
  }

  // Somebody signed in in another tab, and this one may never have needed a store.
  async #openLater(person: SignedIn): Promise<void> {
    await loadStore();
    if (this.#person === null && rememberedPerson()?.id === person.id) this.#open(person);
  }

  // A store that somebody signed in to has this mark. Where it is missing the browser has cleared it.
  async #noticeEviction(): Promise<void> {
    const store = this.store;
    if ((await store.setting(OPENED)) !== undefined) return;
    this.wasEvicted = true;
    await store.setSetting(OPENED, new Date().toISOString());
  }
}

export const session = new Session();
