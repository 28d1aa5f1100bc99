import { has, isSelf } from '../actor.ts';
import { isSigned } from '../marks.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { flag, instant, mark, oneOf, optional, personId, ref, text } from '../shapes.ts';
import { idOf } from '#lib/core/ids.ts';
import { sameContent } from '#lib/core/json.ts';

/** What an idea is mostly about; the words on the screen are messages. */
export const CATEGORIES = [
  'vardag',
  'halsa',
  'delaktighet',
  'arbetsmiljo',
  'digitalt',
  'planering',
  'anhoriga',
  'miljo',
  'annat'
] as const;
export type Category = (typeof CATEGORIES)[number];

const WORDS = ['title', 'need', 'proposal', 'unit', 'category'] as const;

/** `idea:<ulid>`: a need in plain words, as its author wrote it. A title or a need is enough. */
export const idea = defineKind({
  name: 'idea',
  version: 1,
  spaces: ['municipality', 'region'],
  id: (_idea, last) => idOf('idea', last),
  shape: {
    by: personId,
    at: instant,
    title: text(140),
    need: text(8000),
    proposal: text(8000),
    unit: optional(ref('unit')),
    category: optional(oneOf(CATEGORIES)),
    /** The author is an alias: their name is hidden from colleagues. */
    hidden: optional(flag),
    edited: optional(mark),
    /** Taken back by its author; kept, since what others gave to it is theirs. */
    retracted: optional(mark)
  },
  fixed: ['by', 'at', 'hidden'],
  merge: {
    title: 'text',
    need: 'text',
    proposal: 'text',
    unit: 'choice',
    category: 'choice',
    edited: 'signature',
    retracted: 'latest'
  },
  invalid: (next) => (next.title.trim() === '' && next.need.trim() === '' ? 'title' : null),
  mayWrite: (next, previous, actor) => {
    if (previous === null) {
      // Hidden means written under an alias and the other way round, or the screen would lie.
      const hidden = next.by !== actor.id;
      // A restored server is given back what it lost, edits and all.
      const ownMarks = [next.edited, next.retracted].every((mark) => isSigned(mark, undefined, actor));
      return isSelf(actor, next.by) && hidden === (next.hidden === true) && ownMarks;
    }
    const author = isSelf(actor, previous.by);
    if (!author && !has(actor, 'coach', 'coordinator')) return false;
    const retraction = author
      ? isSigned(next.retracted, previous.retracted, actor)
      : sameContent(next.retracted, previous.retracted);
    // Whoever changes the words signs for them; nobody signs for another.
    const saysTheSame = WORDS.every((field) => next[field] === previous[field]);
    const signature = saysTheSame
      ? isSigned(next.edited, previous.edited, actor)
      : next.edited !== undefined && isSelf(actor, next.edited.by);
    return retraction && signature;
  },
  mayErase: (_previous, actor) => has(actor, 'admin'),
  index: []
});

export type Idea = DocumentOf<typeof idea>;
