import type { SignedIn } from './person.ts';

/**
 * What a device knows about who uses it, apart from that person's store: read at once, before
 * anything else is opened, so that the first screen never waits.
 */
const PERSON = 'ideslussen.person';
/** A person whose store is to be deleted; stands until it is, whatever happens in between. */
const LEAVING = 'ideslussen.leaving';
/** The server has not heard of a sign-out yet. */
const OWES_LOGOUT = 'ideslussen.owes-logout';

export function rememberedPerson(): SignedIn | null {
  const stored = localStorage.getItem(PERSON);
  if (stored === null) return null;
  const person = JSON.parse(stored) as SignedIn;
  return typeof person.id === 'string' && Array.isArray(person.roles) && Array.isArray(person.spaces) ? person : null;
}

export function rememberPerson(person: SignedIn | null): void {
  if (person === null) localStorage.removeItem(PERSON);
  else localStorage.setItem(PERSON, JSON.stringify(person));
}

/** Calls `changed` when another tab signs somebody in or out. */
export function onPersonElsewhere(changed: (person: SignedIn | null) => void): () => void {
  const listen = (event: StorageEvent): void => {
    if (event.key === PERSON || event.key === null) changed(rememberedPerson());
  };
  addEventListener('storage', listen);
  return () => removeEventListener('storage', listen);
}

export const leavingPerson = (): string | null => localStorage.getItem(LEAVING);

export function setLeavingPerson(id: string | null): void {
  if (id === null) localStorage.removeItem(LEAVING);
  else localStorage.setItem(LEAVING, id);
}

export const owesLogout = (): boolean => localStorage.getItem(OWES_LOGOUT) !== null;

export function setOwesLogout(owes: boolean): void {
  if (owes) localStorage.setItem(OWES_LOGOUT, '1');
  else localStorage.removeItem(OWES_LOGOUT);
}
