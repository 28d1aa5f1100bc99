import { has, isSelf } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { isSigned } from '../marks.ts';
import { filledText, instant, mark, optional, personId, ref } from '../shapes.ts';
import { idOf } from '#lib/core/ids.ts';

/** `comment:<idea>:<ulid>`: something said about an idea. Said is said; it can be taken back. */
export const comment = defineKind({
  name: 'comment',
  version: 1,
  spaces: ['municipality', 'region'],
  id: (comment, last) => idOf('comment', comment.idea, last),
  shape: { idea: ref('idea'), by: personId, at: instant, text: filledText(4000), retracted: optional(mark) },
  fixed: ['idea', 'by', 'at', 'text'],
  merge: { retracted: 'latest' },
  mayWrite: (next, previous, actor) => isSelf(actor, next.by) && isSigned(next.retracted, previous?.retracted, actor),
  mayErase: (_previous, actor) => has(actor, 'admin'),
  index: ['idea'],
  parent: 'idea'
});

export type Comment = DocumentOf<typeof comment>;
