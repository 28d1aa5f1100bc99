import { sameContent } from '#lib/core/json.ts';
import { type Actor, identityFor, isSelf } from './actor.ts';
import type { Envelope } from './kind.ts';
import type { Mark } from './shapes.ts';

/** Whether a mark stands as it stood, or is the actor's own: nobody signs for another. */
export const isSigned = (next: Mark | undefined, previous: Mark | undefined, actor: Actor): boolean =>
  sameContent(next, previous) || (next !== undefined && isSelf(actor, next.by));

const MARKS = ['edited', 'retracted', 'resolved', 'withdrawn', 'received', 'closed', 'resultAt', 'consent'] as const;

/**
 * The document with every mark the actor may not repeat made their own, as when they give back to a
 * restored server what others had signed.
 */
export function resigned<D extends Envelope>(document: D, actor: Actor): D {
  const next = { ...document } as unknown as Record<string, unknown>;
  const owner = typeof next['by'] === 'string' ? next['by'] : actor.id;
  for (const field of MARKS) {
    const mark = next[field] as Mark | true | undefined;
    // Some kinds are closed with a mark, others plainly.
    if (typeof mark === 'object' && !isSelf(actor, mark.by))
      next[field] = { by: identityFor(owner, actor), at: mark.at };
  }
  return next as unknown as D;
}

/** Whether the last edit of the document is the actor's. */
export const isEditedBy = (document: Envelope, actor: Actor): boolean => {
  const { edited } = document as Envelope & { readonly edited?: Mark };
  return edited !== undefined && isSelf(actor, edited.by);
};
