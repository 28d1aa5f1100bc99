import { idOf } from '#lib/core/ids.ts';
import { checked, type CommandResult, type Context } from '../command.ts';
import { spoken, type Voice } from './entry-commands.ts';
import type { SheetMedia } from './media.ts';
import type { Worksheet } from './worksheet.ts';

export interface MediaInput {
  /** The last part of the id of the card, row or field it belongs to. */
  readonly entry: string;
  readonly voice?: Voice;
  readonly size?: { readonly width: number; readonly height: number };
  readonly seconds?: number;
}

/** A picture, or a spoken note, in a sheet. Exactly one of `size` and `seconds` is given. */
export function addMedia(
  sheet: Pick<Worksheet, '_id'>,
  input: MediaInput,
  { actor, now, newId }: Context
): CommandResult<SheetMedia> {
  const { entry, voice, size, seconds } = input;
  const next: SheetMedia = {
    _id: idOf('sheetmedia', sheet._id, newId()),
    v: 1,
    worksheet: sheet._id,
    entry,
    by: actor.id,
    at: now,
    ...spoken(voice),
    ...(size ?? {}),
    ...(seconds === undefined ? {} : { seconds })
  };
  return checked(next, null, actor);
}

/** Takes a picture or a spoken note out of the sheet, or puts it back. */
export const setMediaRemoved = (
  previous: SheetMedia,
  given: boolean,
  { actor, now }: Context
): CommandResult<SheetMedia> => checked({ ...previous, removed: { given, at: now } }, previous, actor);
