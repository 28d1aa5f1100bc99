import { idOf } from '#lib/core/ids.ts';
import { has } from '../actor.ts';
import { PHOTO_MAX_BYTES, PHOTO_MAX_SIDE, PICTURES, THUMBNAIL_MAX_BYTES } from '../ideas/photo.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { instant, personId, ref, whole } from '../shapes.ts';
import { asks } from './challenge.ts';

/** `picture:<ulid>`: a challenge's picture and its thumbnail. Another picture is another document. */
export const picture = defineKind({
  name: 'picture',
  version: 1,
  spaces: ['municipality', 'region'],
  id: (_picture, last) => idOf('picture', last),
  shape: {
    challenge: ref('challenge'),
    by: personId,
    at: instant,
    width: whole(1, PHOTO_MAX_SIDE),
    height: whole(1, PHOTO_MAX_SIDE)
  },
  fixed: ['challenge', 'by', 'at', 'width', 'height'],
  merge: {},
  mayWrite: (next, _previous, actor) => actor.id === next.by && asks(actor),
  // As with an idea's: somebody who should not be in it has to go at once.
  mayErase: (_previous, actor) => asks(actor) || has(actor, 'admin'),
  attachments: {
    original: { types: PICTURES, maxBytes: PHOTO_MAX_BYTES },
    thumbnail: { types: PICTURES, maxBytes: THUMBNAIL_MAX_BYTES }
  },
  index: ['challenge'],
  parent: 'challenge'
});

export type Picture = DocumentOf<typeof picture>;
