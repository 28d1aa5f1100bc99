import { idOf } from '#lib/core/ids.ts';
import { type Actor, has } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { isSigned } from '../marks.ts';
import { day, filledText, instant, mark, optional, personId, text } from '../shapes.ts';

/** Whether the actor asks for ideas where they write: coaches, managers and leaders, and in the region its coordinator. */
export const asks = (actor: Actor): boolean => has(actor, 'coach', 'manager', 'leader', 'coordinator');

/** Fields that whoever changes them signs for. */
const WORDS = ['title', 'text', 'criteria', 'opens', 'closes'] as const;

/** `challenge:<ulid>`: somebody who leads asks for ideas about something, from one day to another. */
export const challenge = defineKind({
  name: 'challenge',
  version: 1,
  spaces: ['municipality', 'region'],
  id: (_challenge, last) => idOf('challenge', last),
  shape: {
    by: personId,
    at: instant,
    title: filledText(140),
    text: filledText(8000),
    /** The first day on which it is answered. */
    opens: day,
    /** The last. */
    closes: day,
    /** What its ideas are judged by, in plain words. */
    criteria: optional(text(4000)),
    edited: optional(mark),
    /** Ended by hand, before its last day or after it. */
    closed: optional(mark),
    /** What came of it, told to everyone who took part. */
    result: optional(filledText(8000)),
    resultAt: optional(mark)
  },
  fixed: ['by', 'at'],
  merge: {
    title: 'text',
    text: 'text',
    opens: 'choice',
    closes: 'choice',
    criteria: 'text',
    edited: 'signature',
    closed: 'latest',
    result: 'text',
    resultAt: 'signature'
  },
  invalid: (next) =>
    next.closes < next.opens
      ? 'closes'
      : (next.result === undefined) !== (next.resultAt === undefined)
        ? 'result'
        : null,
  mayWrite: (next, previous, actor) => {
    if (!asks(actor)) return false;
    if (previous === null && next.by !== actor.id) return false;
    // Whoever changes the words signs for them, and whoever tells what came of it; nobody signs for another.
    const wordsAreSigned =
      previous === null || WORDS.every((field) => next[field] === previous[field])
        ? isSigned(next.edited, previous === null ? undefined : previous.edited, actor)
        : next.edited !== undefined && next.edited.by === actor.id;
    const resultIsSigned =
      previous === null || next.result === previous.result
        ? isSigned(next.resultAt, previous === null ? undefined : previous.resultAt, actor)
        : next.resultAt !== undefined && next.resultAt.by === actor.id;
    return (
      wordsAreSigned && resultIsSigned && isSigned(next.closed, previous === null ? undefined : previous.closed, actor)
    );
  },
  mayErase: (_previous, actor) => has(actor, 'admin', 'coordinator'),
  index: []
});

export type Challenge = DocumentOf<typeof challenge>;
