import { idOf } from '#lib/core/ids.ts';
import { has, isSelf } from '../actor.ts';
import { PHOTO_MAX_BYTES, PHOTO_MAX_SIDE, PICTURES, THUMBNAIL_MAX_BYTES } from '../ideas/photo.ts';
import { municipalitySlug } from '../ideas/referral.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { instant, optional, personId, ref, text, whole } from '../shapes.ts';
import { mayTell, mayTend, storyRef } from './story.ts';

/** `storypicture:<ulid>`: a story's picture and its thumbnail. Another picture is another document. */
export const storyPicture = defineKind({
  name: 'storypicture',
  version: 1,
  spaces: ['municipality', 'region'],
  id: (_picture, last) => idOf('storypicture', last),
  shape: {
    story: storyRef,
    idea: ref('idea'),
    /** The municipality that tells the story; in the region only. */
    from: optional(municipalitySlug),
    by: personId,
    at: instant,
    width: whole(1, PHOTO_MAX_SIDE),
    height: whole(1, PHOTO_MAX_SIDE),
    /** What is seen in it, for those who do not see it. */
    description: optional(text(300))
  },
  fixed: ['story', 'idea', 'from', 'by', 'at', 'width', 'height', 'description'],
  merge: {},
  mayWrite: (next, _previous, actor) => isSelf(actor, next.by) && mayTell(actor, next.from),
  // Somebody who should not be in it has to go at once.
  mayErase: (previous, actor) =>
    isSelf(actor, previous.by) || mayTend(actor, previous.from) || has(actor, 'admin', 'coordinator'),
  attachments: {
    original: { types: PICTURES, maxBytes: PHOTO_MAX_BYTES },
    thumbnail: { types: PICTURES, maxBytes: THUMBNAIL_MAX_BYTES }
  },
  index: ['story'],
  parent: 'idea'
});

export type StoryPicture = DocumentOf<typeof storyPicture>;
