import { has, isSelf } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { instant, personId, ref, whole } from '../shapes.ts';
import { idOf } from '#lib/core/ids.ts';

/** A spoken note is at most this long, seconds. */
export const RECORDING_MAX_SECONDS = 180;
export const RECORDING_MAX_BYTES = 1_000_000;

/** What a spoken note may be stored as. */
export const SOUNDS = ['audio/webm', 'audio/mp4', 'audio/ogg'] as const;

/** `recording:<ulid>`: a spoken note to an idea. */
export const recording = defineKind({
  name: 'recording',
  version: 1,
  spaces: ['municipality', 'region'],
  id: (_recording, last) => idOf('recording', last),
  shape: { idea: ref('idea'), by: personId, at: instant, seconds: whole(0, RECORDING_MAX_SECONDS) },
  fixed: ['idea', 'by', 'at', 'seconds'],
  merge: {},
  mayWrite: (next, _previous, actor) => isSelf(actor, next.by),
  mayErase: (previous, actor) => isSelf(actor, previous.by) || has(actor, 'coach', 'admin'),
  attachments: { sound: { types: SOUNDS, maxBytes: RECORDING_MAX_BYTES } },
  index: ['idea'],
  parent: 'idea'
});

export type Recording = DocumentOf<typeof recording>;
