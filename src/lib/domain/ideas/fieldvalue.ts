import { idOf } from '#lib/core/ids.ts';
import { has, isSelf } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { instant, personId, ref, text } from '../shapes.ts';

/** `fieldvalue:<idea>:<field>`: what an idea answers to one question, by whoever first answered it. */
export const fieldvalue = defineKind({
  name: 'fieldvalue',
  version: 1,
  spaces: ['municipality', 'region'],
  id: (value) => idOf('fieldvalue', value.idea, value.field),
  shape: {
    idea: ref('idea'),
    field: ref('field'),
    by: personId,
    /** When it was last answered. */
    at: instant,
    /** The answer as it was written; empty when it was taken back. */
    value: text(2000)
  },
  fixed: ['idea', 'field', 'by'],
  merge: { at: 'latest', value: 'text' },
  mayWrite: (next, _previous, actor) => isSelf(actor, next.by),
  mayErase: (_previous, actor) => has(actor, 'admin', 'coordinator'),
  index: ['idea'],
  parent: 'idea'
});

export type FieldValue = DocumentOf<typeof fieldvalue>;
