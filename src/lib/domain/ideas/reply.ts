import { idOf } from '#lib/core/ids.ts';
import { has } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { filledText, flag, oneOf, optional } from '../shapes.ts';

/** What a template's words are used for. */
export const REPLY_USES = ['receive', 'answer', 'clarify', 'park', 'close', 'merge', 'refer'] as const;
export type ReplyUse = (typeof REPLY_USES)[number];

/** `reply:<ulid>`: words that the municipality's coaches begin an answer with. */
export const reply = defineKind({
  name: 'reply',
  version: 1,
  spaces: ['municipality'],
  id: (_reply, last) => idOf('reply', last),
  shape: { use: oneOf(REPLY_USES), name: filledText(100), text: filledText(4000), closed: optional(flag) },
  fixed: [],
  merge: { use: 'choice', name: 'text', text: 'text', closed: 'choice' },
  mayWrite: (_next, _previous, actor) => has(actor, 'coach', 'admin'),
  mayErase: (_previous, actor) => has(actor, 'admin'),
  index: []
});

export type Reply = DocumentOf<typeof reply>;
