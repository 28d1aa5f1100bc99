/**
 * Whoever writes: the opaque person id the server vouches for, that person's roles, and the space
 * written to. The same three things CouchDB gives a validation function.
 */
export interface Actor {
  readonly id: string;
  /** `<municipality>:<role>` and `alias:<id>`; `_admin` for the database's own administrator. */
  readonly roles: readonly string[];
  /** The space's name, which is the CouchDB database's name. */
  readonly space: string;
}

/** What a person may be in a municipality (or, as municipality `fyrbodal`, in the region). */
export const ROLES = ['member', 'coach', 'manager', 'leader', 'admin', 'coordinator', 'partner'] as const;
export type Role = (typeof ROLES)[number];

export type SpaceType = 'municipality' | 'leadership' | 'region' | 'needs';

export const REGION = 'fyrbodal';
export const NEEDS = 'fyrbodal-behov';

/** What sort of space a name stands for. */
export function spaceType(space: string): SpaceType {
  if (space === REGION) return 'region';
  if (space === NEEDS) return 'needs';
  return /-ledning$/.test(space) ? 'leadership' : 'municipality';
}

/** The municipality a space belongs to: `uddevalla-ledning` gives `uddevalla`. */
export const municipalityOf = (space: string): string => space.split('-')[0]!;

/** The role as it stands in an account, a session and a database's members: `uddevalla:coach`. */
export const roleIn = (municipality: string, role: Role): string => municipality + ':' + role;

/** Whether the actor has any of `roles` where they write. */
export const has = (actor: Actor, ...roles: readonly Role[]): boolean =>
  roles.some((role) => actor.roles.indexOf(roleIn(municipalityOf(actor.space), role)) >= 0);

/** Whether `by` is the actor, under their own id or an alias that only they hold. */
export const isSelf = (actor: Actor, by: string): boolean => actor.id === by || actor.roles.indexOf('alias:' + by) >= 0;

/** The identity the actor has towards a document: their alias where it is written under it. */
export const identityFor = (owner: string, actor: Pick<Actor, 'id' | 'roles'>): string =>
  owner !== actor.id && actor.roles.indexOf('alias:' + owner) >= 0 ? owner : actor.id;

/** The actor's alias, under which they write without their name; undefined when they have none. */
export const aliasOf = (actor: Pick<Actor, 'roles'>): string | undefined => {
  const role = actor.roles.find((candidate) => candidate.indexOf('alias:') === 0);
  return role === undefined ? undefined : role.slice('alias:'.length);
};

/** Roles that admit a person to a space: whoever has one of them may read everything in it. */
export function membersOf(space: string): readonly string[] {
  const place = municipalityOf(space);
  const roles: Record<SpaceType, readonly Role[]> = {
    municipality: ['member', 'coach', 'manager', 'leader', 'admin'],
    leadership: ['coach', 'manager', 'leader', 'admin'],
    region: ['member', 'coordinator'],
    needs: ['member', 'coordinator', 'partner']
  };
  return roles[spaceType(space)].map((role) => roleIn(place, role));
}

/**
 * Whether those who hold the roles are called by name in a space from the beginning. Outsiders read the
 * needs, and what every employee in the region is called is not theirs to have.
 */
export const isNamedIn = (space: string, roles: readonly string[]): boolean =>
  spaceType(space) !== 'needs' ||
  (['partner', 'coordinator'] as const).some((role) => roles.indexOf(roleIn(municipalityOf(space), role)) >= 0);

/** Whether the actor is a member of the space they write to. */
export const isMember = (actor: Actor): boolean =>
  membersOf(actor.space).some((role) => actor.roles.indexOf(role) >= 0);
