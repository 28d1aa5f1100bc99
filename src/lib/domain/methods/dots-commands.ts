import { idOf } from '#lib/core/ids.ts';
import { checked, type CommandResult, type Context } from '../command.ts';
import type { Dots } from './dots.ts';
import type { Entry } from './entry.ts';

/**
 * Gives a card a person's dots for one variable.
 * @param previous what the device knows of that person's dots on the card
 */
export function giveDots(
  entry: Pick<Entry, '_id' | 'worksheet'>,
  person: string,
  variable: string,
  count: number,
  previous: Dots | null,
  { actor, now }: Context
): CommandResult<Dots> {
  const { _id, worksheet } = entry;
  const fresh = {
    _id: idOf('dots', worksheet, _id, person),
    v: 1,
    worksheet,
    entry: _id,
    person,
    by: actor.id,
    given: {}
  };
  const before: Dots = previous ?? fresh;
  const next: Dots = {
    ...before,
    given: { ...before.given, [variable]: { count, at: now } },
    // Signed from the start: the person may put dots on another device too, and then the two are joined.
    edited: { by: actor.id, at: now }
  };
  return checked(next, previous, actor);
}
