import * as v from 'valibot';
import { idOf } from '#lib/core/ids.ts';
import { has } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { instant, personId, ref } from '../shapes.ts';
import { organises } from './organisers.ts';

/**
 * `membership:<group>:<person>`: somebody is in a working group, or no longer is. Once for each person by its id.
 * Everybody joins and leaves by themselves; others are added by those who see to the groups. It gives no rights.
 */
export const membership = defineKind({
  name: 'membership',
  version: 1,
  spaces: ['municipality', 'region'],
  id: (membership) => idOf('membership', membership.group, membership.person),
  shape: {
    group: ref('group'),
    person: personId,
    /** Who put it down first: the person, or who added them. */
    by: personId,
    state: v.strictObject({ given: v.boolean('wrong-type'), at: instant }, 'wrong-type')
  },
  fixed: ['group', 'person', 'by'],
  merge: { state: 'latest' },
  mayWrite: (next, previous, actor) =>
    (actor.id === next.person || organises(actor)) && (previous !== null || actor.id === next.by),
  returns: true,
  mayErase: (_previous, actor) => has(actor, 'admin', 'coordinator'),
  index: ['group', 'person'],
  parent: 'group'
});

export type Membership = DocumentOf<typeof membership>;
