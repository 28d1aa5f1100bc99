import { type Actor, has, type Role } from '../actor.ts';

/** Those who see to it that there are working groups. To be in a group, or to lead it, gives nobody a right. */
export const ORGANISERS: readonly Role[] = ['coach', 'manager', 'leader', 'admin', 'coordinator'];

/** Whether the actor sees to the working groups where they write. */
export const organises = (actor: Actor): boolean => has(actor, ...ORGANISERS);
