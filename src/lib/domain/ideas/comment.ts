import { has, isSelf } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { isSigned } from '../marks.ts';
import { filledText, flag, instant, listOf, mark, oneOf, optional, personId, ref } from '../shapes.ts';
import { idOf } from '#lib/core/ids.ts';

/** A comment may be an argument for the idea or against it. */
export const STANCES = ['for', 'against'] as const;
export type Stance = (typeof STANCES)[number];

/**
 * `comment:<idea>:<ulid>`: something said about an idea. Its writer may change it, and what it said before is kept
 * as a settled variant; it can be taken back. One marked `answer` is the municipality's answer to the author.
 */
export const comment = defineKind({
  name: 'comment',
  version: 1,
  spaces: ['municipality', 'region'],
  id: (comment, last) => idOf('comment', comment.idea, last),
  shape: {
    idea: ref('idea'),
    by: personId,
    at: instant,
    text: filledText(4000),
    /** Those who are spoken to. */
    mentions: optional(listOf(personId, 20)),
    stance: optional(oneOf(STANCES)),
    answer: optional(flag),
    edited: optional(mark),
    retracted: optional(mark)
  },
  fixed: ['idea', 'by', 'at', 'answer'],
  merge: { text: 'text', mentions: 'set', stance: 'choice', edited: 'signature', retracted: 'latest' },
  mayWrite: (next, previous, actor) =>
    isSelf(actor, next.by) &&
    (next.answer === undefined || (actor.id === next.by && has(actor, 'coach', 'manager', 'leader', 'coordinator'))) &&
    isSigned(next.edited, previous?.edited, actor) &&
    // Nobody but its writer takes it back, so its writer may stand by it again.
    (next.retracted === undefined || isSigned(next.retracted, previous?.retracted, actor)) &&
    // Changed words say that they were.
    (previous === null || next.text === previous.text || next.edited !== undefined),
  mayErase: (_previous, actor) => has(actor, 'admin'),
  index: ['idea'],
  parent: 'idea'
});

export type Comment = DocumentOf<typeof comment>;
