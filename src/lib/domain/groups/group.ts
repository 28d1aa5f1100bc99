import * as v from 'valibot';
import { idOf } from '#lib/core/ids.ts';
import { sameContent } from '#lib/core/json.ts';
import { has } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { isSigned } from '../marks.ts';
import { filledText, instant, listOf, mark, optional, personId, ref, text } from '../shapes.ts';
import { organises } from './organisers.ts';

/** Fields that whoever changes them signs for. */
const SIGNED = ['name', 'task', 'unit', 'ideas', 'leaders', 'nextMeeting'] as const;

/**
 * `group:<ulid>`: a working group and what it is to do. Who is in it stands in documents of their own, one for each,
 * so that people join on many devices at once.
 */
export const group = defineKind({
  name: 'group',
  version: 1,
  spaces: ['municipality', 'region'],
  id: (_group, last) => idOf('group', last),
  shape: {
    by: personId,
    at: instant,
    name: filledText(100),
    /** What it is to do. */
    task: text(4000),
    unit: optional(ref('unit')),
    /** The ideas it works with. */
    ideas: optional(listOf(ref('idea'), 50)),
    /** Those who call it together. */
    leaders: optional(listOf(personId, 10)),
    /** The last word on when it meets next; without `when` no meeting is arranged. */
    nextMeeting: optional(
      v.strictObject({ when: optional(instant), place: optional(text(140)), at: instant }, 'wrong-type')
    ),
    edited: optional(mark),
    /** It has done its work. */
    closed: optional(mark)
  },
  fixed: ['by', 'at'],
  merge: {
    name: 'text',
    task: 'text',
    unit: 'choice',
    ideas: 'set',
    leaders: 'set',
    nextMeeting: 'latest',
    edited: 'signature',
    closed: 'latest'
  },
  mayWrite: (next, previous, actor) => {
    if (!organises(actor)) return false;
    const closing = isSigned(next.closed, previous?.closed, actor);
    if (previous === null) return closing && actor.id === next.by && isSigned(next.edited, undefined, actor);
    const saysTheSame = SIGNED.every((field) => sameContent(next[field], previous[field]));
    return (
      closing &&
      (saysTheSame
        ? isSigned(next.edited, previous.edited, actor)
        : next.edited !== undefined && next.edited.by === actor.id)
    );
  },
  mayErase: (_previous, actor) => has(actor, 'admin', 'coordinator'),
  index: []
});

export type Group = DocumentOf<typeof group>;
