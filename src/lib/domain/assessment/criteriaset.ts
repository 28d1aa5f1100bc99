import { idOf } from '#lib/core/ids.ts';
import { has } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { isSigned } from '../marks.ts';
import { filledText, mark, optional } from '../shapes.ts';

/** `criteriaset:<ulid>`: criteria that a municipality assesses by, under a name. Those it holds are documents of their own. */
export const criteriaset = defineKind({
  name: 'criteriaset',
  version: 1,
  spaces: ['leadership'],
  id: (_set, last) => idOf('criteriaset', last),
  shape: {
    name: filledText(100),
    edited: mark,
    /** No longer chosen for new rounds; those that have it keep it. */
    closed: optional(mark)
  },
  fixed: [],
  merge: { name: 'text', edited: 'signature', closed: 'latest' },
  mayWrite: (next, previous, actor) =>
    has(actor, 'coach', 'leader', 'admin') &&
    isSigned(next.edited, previous?.edited, actor) &&
    // Whoever may take it out of use may also take it back.
    (next.closed === undefined || isSigned(next.closed, previous?.closed, actor)),
  mayErase: (_previous, actor) => has(actor, 'admin'),
  index: []
});

export type CriteriaSet = DocumentOf<typeof criteriaset>;
