import { idOf } from '#lib/core/ids.ts';
import { has } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { isSigned } from '../marks.ts';
import { day, filledText, instant, listOf, mark, optional, personId, ref } from '../shapes.ts';

/** Ideas and assessors that one round has room for. */
export const ROUND_IDEAS = 60;
export const ROUND_ASSESSORS = 40;

/** `round:<ulid>`: some ideas are assessed by some people, by one set of criteria. */
export const round = defineKind({
  name: 'round',
  version: 1,
  spaces: ['leadership'],
  id: (_round, last) => idOf('round', last),
  shape: {
    name: filledText(140),
    by: personId,
    at: instant,
    /** The criteria; absent for the built-in ones. */
    set: optional(ref('criteriaset')),
    ideas: listOf(ref('idea'), ROUND_IDEAS),
    assessors: listOf(personId, ROUND_ASSESSORS),
    /** The last day to answer. */
    closes: optional(day),
    edited: optional(mark),
    closed: optional(mark)
  },
  // What has been answered was an answer to these criteria.
  fixed: ['by', 'at', 'set'],
  merge: { name: 'text', ideas: 'set', assessors: 'set', closes: 'choice', edited: 'signature', closed: 'latest' },
  invalid: (next) => (next.ideas.length === 0 ? 'ideas' : next.assessors.length === 0 ? 'assessors' : null),
  mayWrite: (next, previous, actor) =>
    has(actor, 'coach', 'manager', 'leader') &&
    (previous !== null || actor.id === next.by) &&
    isSigned(next.edited, previous?.edited, actor) &&
    isSigned(next.closed, previous?.closed, actor),
  mayErase: (_previous, actor) => has(actor, 'admin'),
  index: []
});

export type Round = DocumentOf<typeof round>;
