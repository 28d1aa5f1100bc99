import { idOf } from '#lib/core/ids.ts';
import { has } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { isSigned } from '../marks.ts';
import { filledText, mark, oneOf, optional, ref, text, whole } from '../shapes.ts';

/** What a criterion says something of. A high score on `effort` means little effort, so that high is good everywhere. */
export const AXES = ['effect', 'effort'] as const;
export type Axis = (typeof AXES)[number];

export const WEIGHT_MAX = 10;

/** `criterion:<set>:<ulid>`: one thing to assess by. A document of its own, so that two who edit a set never meet. */
export const criterion = defineKind({
  name: 'criterion',
  version: 1,
  spaces: ['leadership'],
  id: (criterion, last) => idOf('criterion', criterion.set, last),
  shape: {
    set: ref('criteriaset'),
    name: filledText(100),
    explanation: text(1000),
    /** How much it counts beside the others. */
    weight: whole(1, WEIGHT_MAX),
    axis: oneOf(AXES),
    /** Where it stands among the others; the lowest first. */
    order: whole(0, 1_000_000),
    edited: mark,
    /** No longer asked for; what was answered is kept. */
    closed: optional(mark)
  },
  fixed: ['set'],
  merge: {
    name: 'text',
    explanation: 'text',
    weight: 'choice',
    axis: 'choice',
    order: 'choice',
    edited: 'signature',
    closed: 'latest'
  },
  mayWrite: (next, previous, actor) =>
    has(actor, 'coach', 'leader', 'admin') &&
    isSigned(next.edited, previous?.edited, actor) &&
    // Whoever may take it out of use may also take it back.
    (next.closed === undefined || isSigned(next.closed, previous?.closed, actor)),
  mayErase: (_previous, actor) => has(actor, 'admin'),
  index: ['set']
});

export type Criterion = DocumentOf<typeof criterion>;
