import { idOf } from '#lib/core/ids.ts';
import { has } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { filledText, flag, listOf, oneOf, optional, ref, text, whole } from '../shapes.ts';

/** How a question is answered. */
export const FIELD_TYPES = ['text', 'choice', 'number', 'yesno'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** The most alternatives a question has. */
export const MOST_OPTIONS = 20;

/**
 * `field:<ulid>`: a question that the municipality, or one challenge, asks beside every idea. Nobody has to answer.
 * It never goes away while answers to it are read: it is closed.
 */
export const field = defineKind({
  name: 'field',
  version: 1,
  spaces: ['municipality', 'region'],
  id: (_field, last) => idOf('field', last),
  shape: {
    label: filledText(100),
    help: optional(text(300)),
    type: oneOf(FIELD_TYPES),
    /** What may be answered; of a choice only. */
    options: optional(listOf(filledText(100), MOST_OPTIONS)),
    /** Its place among the others, the least first. */
    order: whole(0, 1_000_000),
    /** The challenge that asks it; the municipality asks what has none. */
    challenge: optional(ref('challenge')),
    closed: optional(flag)
  },
  fixed: ['type', 'challenge'],
  merge: { label: 'text', help: 'text', options: 'set', order: 'choice', closed: 'choice' },
  invalid: (next) => ((next.type === 'choice') === (next.options !== undefined) ? null : 'options'),
  // Whoever may ask for ideas may also ask something more about them.
  mayWrite: (next, _previous, actor) =>
    has(actor, 'coach', 'admin', 'coordinator') || (next.challenge !== undefined && has(actor, 'manager', 'leader')),
  mayErase: (_previous, actor) => has(actor, 'admin', 'coordinator'),
  index: ['challenge']
});

export type CustomField = DocumentOf<typeof field>;
