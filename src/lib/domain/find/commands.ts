import { idOf } from '#lib/core/ids.ts';
import { checked, clean, type CommandResult, type Context } from '../command.ts';
import { type Filter, trimmed } from './filter.ts';
import type { View } from './view.ts';

/**
 * Gives a filter a name.
 * Refused: `empty name`, `too-long name`, `personal-number name|filter`, `wrong-type filter` where it asks for
 * something that cannot be kept, and `not-allowed` for whoever may not share.
 */
export function saveView(
  { name, filter, shared }: { readonly name: string; readonly filter: Filter; readonly shared: boolean },
  { actor, now, newId }: Context
): CommandResult<View> {
  const next: View = {
    _id: idOf('view', newId()),
    v: 1,
    by: actor.id,
    at: now,
    name: clean(name).replace(/\s+/g, ' '),
    filter: trimmed(filter) as View['filter'],
    ...(shared ? { shared: true as const } : {})
  };
  return checked(next, null, actor);
}

/** Takes a view away, or back again. */
export function withdrawView(previous: View, isWithdrawn: boolean, { actor, now }: Context): CommandResult<View> {
  const { withdrawn: _withdrawn, ...kept } = previous;
  const next: View = isWithdrawn ? { ...kept, withdrawn: { by: actor.id, at: now } } : kept;
  return checked(next, previous, actor);
}
