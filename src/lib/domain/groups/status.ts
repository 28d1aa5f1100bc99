import * as v from 'valibot';
import { idOf } from '#lib/core/ids.ts';
import { type Actor, has, type Role, roleIn } from '../actor.ts';
import { municipalitySlug } from '../ideas/referral.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { municipalityNamed } from '../people/municipalities.ts';
import { day, instant, optional, whole } from '../shapes.ts';

const TELLERS: readonly Role[] = ['coach', 'manager', 'leader', 'admin'];

/** Whether the actor tells the region how a municipality's working groups stand. */
export const tellsOf = (municipality: string, actor: Pick<Actor, 'roles'>): boolean =>
  TELLERS.some((role) => actor.roles.indexOf(roleIn(municipality, role)) >= 0);

/** A municipality has one, whose id is its code after as many noughts as an id has room for. */
export const groupStatusId = (municipality: string): string =>
  idOf('groupstatus', (municipalityNamed(municipality)?.code ?? '').padStart(26, '0'));

/**
 * How a municipality's working groups stand, as the others in the region read it: numbers and days, and no names.
 * Told anew by the devices of those who see to the groups.
 */
export const groupStatus = defineKind({
  name: 'groupstatus',
  version: 1,
  spaces: ['region'],
  id: (status) => groupStatusId(status.municipality),
  shape: {
    municipality: municipalitySlug,
    /** One fact: a later count takes the place of an earlier as a whole. */
    standing: v.strictObject(
      {
        groups: whole(0, 1000),
        /** Different people in them. */
        members: whole(0, 100_000),
        lastMet: optional(day),
        nextMeeting: optional(day),
        /** What waits on the groups: tasks past their day, and their ideas that nobody has answered. */
        waiting: whole(0, 1_000_000),
        at: instant
      },
      'wrong-type'
    )
  },
  fixed: ['municipality'],
  merge: { standing: 'latest' },
  mayWrite: (next, _previous, actor) => tellsOf(next.municipality, actor),
  mayErase: (previous, actor) =>
    has(actor, 'coordinator') || actor.roles.indexOf(roleIn(previous.municipality, 'admin')) >= 0,
  returns: true,
  index: []
});

export type GroupStatus = DocumentOf<typeof groupStatus>;
