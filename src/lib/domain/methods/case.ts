import * as v from 'valibot';
import { idOf } from '#lib/core/ids.ts';
import { sameContent } from '#lib/core/json.ts';
import { has } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { isSigned } from '../marks.ts';
import { filledText, instant, listOf, mark, optional, personId, ref, text } from '../shapes.ts';

/** Fields that whoever changes them signs for. */
const SIGNED = ['name', 'aim', 'idea', 'challenge', 'members'] as const;

/**
 * `case:<ulid>`: a piece of development work (utvecklingsarbete), which gathers worksheets around an idea, a challenge
 * or nothing yet. Which step it is in follows from its `casestep:` documents. Anybody in the municipality takes part.
 */
export const developmentCase = defineKind({
  name: 'case',
  version: 1,
  spaces: ['municipality', 'region'],
  id: (_case, last) => idOf('case', last),
  shape: {
    by: personId,
    at: instant,
    name: filledText(140),
    /** What one wants to come to. */
    aim: text(2000),
    idea: optional(ref('idea')),
    challenge: optional(ref('challenge')),
    /** Those who work on it, who find it among their own. */
    members: optional(listOf(personId, 50)),
    edited: optional(mark),
    /** The last word on whether it is put away. */
    archived: optional(v.strictObject({ given: v.boolean('wrong-type'), at: instant }, 'wrong-type'))
  },
  fixed: ['by', 'at'],
  merge: {
    name: 'text',
    aim: 'text',
    idea: 'choice',
    challenge: 'choice',
    members: 'set',
    edited: 'signature',
    archived: 'latest'
  },
  mayWrite: (next, previous, actor) => {
    if (previous === null) return next.by === actor.id && isSigned(next.edited, undefined, actor);
    return SIGNED.every((field) => sameContent(next[field], previous[field]))
      ? isSigned(next.edited, previous.edited, actor)
      : next.edited !== undefined && next.edited.by === actor.id;
  },
  mayErase: (_previous, actor) => has(actor, 'admin', 'coordinator'),
  index: ['idea', 'challenge']
});

export type Case = DocumentOf<typeof developmentCase>;
