import * as v from 'valibot';
import { idOf } from '#lib/core/ids.ts';
import { has } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { isSigned } from '../marks.ts';
import { filledText, instant, mark, optional, personId, ref } from '../shapes.ts';
import { templateRef } from './template.ts';

/**
 * `worksheet:<ulid>`: the head of a filled-in worksheet. What is in it stands in `entry:` documents. It keeps the
 * template's version it was begun with.
 */
export const worksheet = defineKind({
  name: 'worksheet',
  version: 1,
  spaces: ['municipality', 'region'],
  id: (_sheet, last) => idOf('worksheet', last),
  shape: {
    case: ref('case'),
    by: personId,
    at: instant,
    template: templateRef,
    name: filledText(140),
    /** The sheet it was made as a copy of. */
    copyOf: optional(ref('worksheet')),
    edited: optional(mark),
    /** The last word on whether it is put away. */
    archived: optional(v.strictObject({ given: v.boolean('wrong-type'), at: instant }, 'wrong-type'))
  },
  fixed: ['case', 'by', 'at', 'template', 'copyOf'],
  merge: { name: 'text', edited: 'signature', archived: 'latest' },
  mayWrite: (next, previous, actor) => {
    if (previous === null) return next.by === actor.id && isSigned(next.edited, undefined, actor);
    return next.name === previous.name
      ? isSigned(next.edited, previous.edited, actor)
      : next.edited !== undefined && next.edited.by === actor.id;
  },
  mayErase: (_previous, actor) => has(actor, 'admin', 'coordinator'),
  index: ['case'],
  parent: 'case'
});

export type Worksheet = DocumentOf<typeof worksheet>;
