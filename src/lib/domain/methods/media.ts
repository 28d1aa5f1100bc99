import { idOf } from '#lib/core/ids.ts';
import { has } from '../actor.ts';
import { PHOTO_MAX_BYTES, PHOTO_MAX_SIDE, PICTURES, THUMBNAIL_MAX_BYTES } from '../ideas/photo.ts';
import { RECORDING_MAX_BYTES, RECORDING_MAX_SECONDS, SOUNDS } from '../ideas/recording.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { instant, optional, personId, ref, text, whole } from '../shapes.ts';
import * as v from 'valibot';

/** What a picture or a sound belongs to: a card, a row or a field, by the last part of its id. */
const entryKey = personId;

/**
 * `sheetmedia:<worksheet>:<ulid>`: a picture or a spoken note in a sheet, apart from the words so that neither waits
 * for the other.
 */
export const sheetMedia = defineKind({
  name: 'sheetmedia',
  version: 1,
  spaces: ['municipality', 'region'],
  id: (media, last) => idOf('sheetmedia', media.worksheet, last),
  shape: {
    worksheet: ref('worksheet'),
    entry: entryKey,
    by: personId,
    at: instant,
    voice: optional(personId),
    /** A picture's size, pixels. */
    width: optional(whole(1, PHOTO_MAX_SIDE)),
    height: optional(whole(1, PHOTO_MAX_SIDE)),
    /** A spoken note's length. */
    seconds: optional(whole(0, RECORDING_MAX_SECONDS)),
    /** What it shows, for those who do not see it. */
    caption: optional(text(400)),
    /** It no longer belongs here. */
    removed: optional(v.strictObject({ given: v.boolean('wrong-type'), at: instant }, 'wrong-type'))
  },
  fixed: ['worksheet', 'entry', 'by', 'at', 'voice', 'width', 'height', 'seconds'],
  merge: { caption: 'text', removed: 'latest' },
  // A picture has a size and a sound a length; nothing is both or neither.
  invalid: (next) =>
    (next.width === undefined) !== (next.height === undefined) ||
    (next.width === undefined) === (next.seconds === undefined)
      ? 'width'
      : null,
  mayWrite: (next, previous, actor) => previous !== null || next.by === actor.id,
  // A picture of somebody who should not be in it has to go for good, at once, by whoever took it.
  mayErase: (previous, actor) => previous.by === actor.id || has(actor, 'coach', 'admin', 'coordinator'),
  attachments: {
    original: { types: PICTURES, maxBytes: PHOTO_MAX_BYTES },
    thumbnail: { types: PICTURES, maxBytes: THUMBNAIL_MAX_BYTES },
    sound: { types: SOUNDS, maxBytes: RECORDING_MAX_BYTES }
  },
  index: ['worksheet'],
  parent: 'worksheet'
});

export type SheetMedia = DocumentOf<typeof sheetMedia>;
