import * as v from 'valibot';
import { has } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { instant, personId, ref } from '../shapes.ts';
import { idOf } from '#lib/core/ids.ts';

/** `support:<idea>:<person>`: one per person is a property of the id. Taking it back is a new state. */
export const support = defineKind({
  name: 'support',
  version: 1,
  spaces: ['municipality', 'region'],
  id: (support) => idOf('support', support.idea, support.by),
  shape: {
    idea: ref('idea'),
    by: personId,
    state: v.strictObject({ given: v.boolean('wrong-type'), at: instant }, 'wrong-type')
  },
  fixed: ['idea', 'by'],
  merge: { state: 'latest' },
  // Not under an alias: nobody counts twice.
  mayWrite: (next, _previous, actor) => actor.id === next.by,
  returns: true,
  mayErase: (_previous, actor) => has(actor, 'admin'),
  index: ['idea'],
  parent: 'idea'
});

export type Support = DocumentOf<typeof support>;
