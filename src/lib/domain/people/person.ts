import { idOf } from '#lib/core/ids.ts';
import { has } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { filledText, optional, ref } from '../shapes.ts';

/**
 * `person:<id>`: what to call the person with that opaque id. A new name is one edit; erasing a
 * person by law is erasing this one document. An alias never has one.
 */
export const person = defineKind({
  name: 'person',
  version: 1,
  spaces: ['municipality', 'leadership', 'region', 'needs'],
  id: (_person, last) => idOf('person', last),
  shape: { name: filledText(100), unit: optional(ref('unit')) },
  fixed: [],
  merge: { name: 'text', unit: 'choice' },
  mayWrite: (_next, _previous, actor, id) => id === idOf('person', actor.id) || has(actor, 'admin', 'coordinator'),
  // Somebody who was erased and comes back is the same person.
  returns: true,
  mayErase: (_previous, actor) => has(actor, 'admin', 'coordinator'),
  index: []
});

export type Person = DocumentOf<typeof person>;
