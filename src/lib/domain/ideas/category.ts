import { idOf } from '#lib/core/ids.ts';
import { has } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { filledText, flag, optional } from '../shapes.ts';

/** `category:<ulid>`: something that the municipality's ideas are about, beside what everybody's are about. */
export const category = defineKind({
  name: 'category',
  version: 1,
  spaces: ['municipality', 'region'],
  id: (_category, last) => idOf('category', last),
  shape: {
    name: filledText(60),
    /** No longer chosen; what has it keeps it. */
    closed: optional(flag)
  },
  fixed: [],
  merge: { name: 'text', closed: 'choice' },
  mayWrite: (_next, _previous, actor) => has(actor, 'admin', 'coordinator'),
  mayErase: (_previous, actor) => has(actor, 'admin', 'coordinator'),
  index: []
});

export type OwnCategory = DocumentOf<typeof category>;
