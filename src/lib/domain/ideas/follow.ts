import * as v from 'valibot';
import { idOf } from '#lib/core/ids.ts';
import { has } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { instant, personId, ref } from '../shapes.ts';

/** `follow:<idea>:<person>`: somebody wants to hear what becomes of an idea, or no longer does. */
export const follow = defineKind({
  name: 'follow',
  version: 1,
  spaces: ['municipality', 'region'],
  id: (follow) => idOf('follow', follow.idea, follow.by),
  shape: {
    idea: ref('idea'),
    by: personId,
    state: v.strictObject({ given: v.boolean('wrong-type'), at: instant }, 'wrong-type')
  },
  fixed: ['idea', 'by'],
  merge: { state: 'latest' },
  mayWrite: (next, _previous, actor) => actor.id === next.by,
  returns: true,
  mayErase: (_previous, actor) => has(actor, 'admin'),
  index: ['idea'],
  parent: 'idea'
});

export type Follow = DocumentOf<typeof follow>;
