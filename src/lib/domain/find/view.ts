import { idOf } from '#lib/core/ids.ts';
import { type Actor, has } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { isSigned } from '../marks.ts';
import { filledText, flag, instant, mark, optional, personId } from '../shapes.ts';
import { filterShape } from './filter.ts';

/** Whether the actor gives views to everybody where they write, and takes such away. */
export const sharesViews = (actor: Actor): boolean => has(actor, 'coach', 'manager', 'leader', 'admin', 'coordinator');

/**
 * `view:<ulid>`: a filter somebody has given a name. Their own follows them to every device; one that is shared is
 * for everybody in the space. It never changes, so that no two edits meet: other words are another view.
 */
export const view = defineKind({
  name: 'view',
  version: 1,
  spaces: ['municipality', 'region'],
  id: (_view, last) => idOf('view', last),
  shape: {
    by: personId,
    at: instant,
    name: filledText(60),
    filter: filterShape,
    /** For everybody in the space; otherwise only its writer is shown it. */
    shared: optional(flag),
    /** Nobody wants it any more. */
    withdrawn: optional(mark)
  },
  fixed: ['by', 'at', 'name', 'filter', 'shared'],
  merge: { withdrawn: 'latest' },
  mayWrite: (next, previous, actor) => {
    const withdrawal =
      next.withdrawn === undefined ||
      isSigned(next.withdrawn, previous === null ? undefined : previous.withdrawn, actor);
    const isShared = next.shared === true;
    if (previous === null) return withdrawal && next.by === actor.id && (!isShared || sharesViews(actor));
    return withdrawal && (next.by === actor.id || (isShared && sharesViews(actor)));
  },
  mayErase: (_previous, actor) => has(actor, 'admin', 'coordinator'),
  index: []
});

export type View = DocumentOf<typeof view>;
