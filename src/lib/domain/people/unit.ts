import { idOf } from '#lib/core/ids.ts';
import { has } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { filledText, flag, optional } from '../shapes.ts';

/** `unit:<ulid>`: a care unit, as people there call it. */
export const unit = defineKind({
  name: 'unit',
  version: 1,
  spaces: ['municipality'],
  id: (_unit, last) => idOf('unit', last),
  shape: { name: filledText(100), closed: optional(flag) },
  fixed: [],
  merge: { name: 'text', closed: 'choice' },
  mayWrite: (_next, _previous, actor) => has(actor, 'admin'),
  mayErase: (_previous, actor) => has(actor, 'admin'),
  index: []
});

export type Unit = DocumentOf<typeof unit>;
