import { type Actor, aliasOf, has, type Role, spaceType } from '#lib/domain/actor.ts';

/** Who is signed in on this device, as the server last said it. Known without contact. */
export interface SignedIn {
  /** Opaque, 26 characters. */
  readonly id: string;
  /** What they type to sign in. */
  readonly username: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** The spaces they may read. */
  readonly spaces: readonly string[];
}

/** The person as a writer in a space. */
export const actorIn = ({ id, roles }: SignedIn, space: string): Actor => ({ id, roles, space });

/** Every id the person writes under: their own, and the alias that only they hold. */
export function identitiesOf(person: SignedIn): readonly string[] {
  const alias = aliasOf(person);
  return alias === undefined ? [person.id] : [person.id, alias];
}

/** Where the person's own ideas go: their municipality, or the region for those who have none. */
export const homeSpaceOf = ({ spaces }: SignedIn): string | undefined =>
  spaces.find((space) => spaceType(space) === 'municipality') ?? spaces.find((space) => spaceType(space) === 'region');

/** Whether the person has any of the roles in the space. */
export const hasRole = (person: SignedIn, space: string, ...roles: readonly Role[]): boolean =>
  has(actorIn(person, space), ...roles);
