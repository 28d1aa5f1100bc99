import { has, isSelf } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { instant, personId, ref, whole } from '../shapes.ts';
import { idOf } from '#lib/core/ids.ts';

/** Longest side of a photo after downscaling, pixels. */
export const PHOTO_MAX_SIDE = 1600;
/** Longest side of a thumbnail, pixels. */
export const THUMBNAIL_MAX_SIDE = 320;
export const PHOTO_MAX_BYTES = 400_000;
export const THUMBNAIL_MAX_BYTES = 40_000;

/** What a picture may be stored as. */
export const PICTURES = ['image/jpeg', 'image/webp'] as const;

/** `photo:<ulid>`: a picture and its thumbnail, apart from the idea so that neither waits for the other. */
export const photo = defineKind({
  name: 'photo',
  version: 1,
  spaces: ['municipality', 'region'],
  id: (_photo, last) => idOf('photo', last),
  shape: {
    idea: ref('idea'),
    by: personId,
    at: instant,
    width: whole(1, PHOTO_MAX_SIDE),
    height: whole(1, PHOTO_MAX_SIDE)
  },
  fixed: ['idea', 'by', 'at', 'width', 'height'],
  merge: {},
  mayWrite: (next, _previous, actor) => isSelf(actor, next.by),
  // A picture of somebody who should not be in it has to go for good, at once, by whoever took it.
  mayErase: (previous, actor) => isSelf(actor, previous.by) || has(actor, 'coach', 'admin'),
  attachments: {
    original: { types: PICTURES, maxBytes: PHOTO_MAX_BYTES },
    thumbnail: { types: PICTURES, maxBytes: THUMBNAIL_MAX_BYTES }
  },
  index: ['idea'],
  parent: 'idea'
});

export type Photo = DocumentOf<typeof photo>;
