import type { Envelope } from '#lib/domain/kind.ts';
import { type Happening, happeningsOf, type Reader } from '#lib/domain/events/happenings.ts';

/** Somebody who may be told, as a reader of any space. */
export interface Listener extends Omit<Reader, 'space'> {
  /** The account's id. */
  readonly person: string;
}

const ID = /[0-9A-HJKMNP-TV-Z]{26}/g;

/**
 * What has happened, by person. Whoever is nowhere among the documents is concerned by their roles alone, and for all
 * who have the same ones that is reckoned once: there can be thousands of listeners to a handful of documents.
 */
export function concerned(
  documents: readonly Envelope[],
  listeners: readonly Listener[],
  space: string,
  now: string
): ReadonlyMap<string, readonly Happening[]> {
  const spokenOf = new Set(JSON.stringify(documents).match(ID) ?? []);
  const byRoles = new Map<string, readonly Happening[]>();
  const found = new Map<string, readonly Happening[]>();
  for (const { person, ids, roles } of listeners) {
    let happenings: readonly Happening[] | undefined;
    if (ids.some((id) => spokenOf.has(id))) happenings = happeningsOf(documents, { ids, roles, space }, now);
    else {
      // An alias is a role too, and nobody shares it.
      const shared = roles.filter((role) => !role.startsWith('alias:'));
      const key = [...shared].sort().join(' ');
      happenings = byRoles.get(key) ?? happeningsOf(documents, { ids: [], roles: shared, space }, now);
      byRoles.set(key, happenings);
    }
    if (happenings.length > 0) found.set(person, happenings);
  }
  return found;
}
