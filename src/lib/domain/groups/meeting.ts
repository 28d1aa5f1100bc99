import { idOf } from '#lib/core/ids.ts';
import { sameContent } from '#lib/core/json.ts';
import { has } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { isSigned } from '../marks.ts';
import { instant, listOf, mark, optional, personId, ref, text } from '../shapes.ts';

/** Fields that whoever changes them signs for. */
const SIGNED = ['held', 'present', 'notes'] as const;

/**
 * `meeting:<group>:<ulid>`: that a working group met, who was there and what was said. Its writer and a coach may
 * write in it, also both at once.
 */
export const meeting = defineKind({
  name: 'meeting',
  version: 1,
  spaces: ['municipality', 'region'],
  id: (meeting, last) => idOf('meeting', meeting.group, last),
  shape: {
    group: ref('group'),
    by: personId,
    at: instant,
    /** When it was held. */
    held: instant,
    present: optional(listOf(personId, 100)),
    notes: text(8000),
    edited: optional(mark),
    /** It was put down by mistake. */
    withdrawn: optional(mark)
  },
  fixed: ['group', 'by', 'at'],
  merge: { held: 'choice', present: 'set', notes: 'text', edited: 'signature', withdrawn: 'latest' },
  mayWrite: (next, previous, actor) => {
    const withdrawal = isSigned(next.withdrawn, previous?.withdrawn, actor);
    // A rule cannot see who is in the group, so whoever is in the space may put a meeting down.
    if (previous === null) return withdrawal && actor.id === next.by && isSigned(next.edited, undefined, actor);
    if (actor.id !== previous.by && !has(actor, 'coach', 'coordinator')) return false;
    const saysTheSame = SIGNED.every((field) => sameContent(next[field], previous[field]));
    return (
      withdrawal &&
      (saysTheSame
        ? isSigned(next.edited, previous.edited, actor)
        : next.edited !== undefined && next.edited.by === actor.id)
    );
  },
  mayErase: (_previous, actor) => has(actor, 'admin', 'coordinator'),
  index: ['group'],
  parent: 'group'
});

export type Meeting = DocumentOf<typeof meeting>;
