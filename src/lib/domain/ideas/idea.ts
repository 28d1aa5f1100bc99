import * as v from 'valibot';
import { has, isSelf } from '../actor.ts';
import { isSigned } from '../marks.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { day, flag, instant, listOf, mark, optional, personId, ref, text } from '../shapes.ts';
import { derivedKey, idOf, isDerived } from '#lib/core/ids.ts';
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

/** Whether it is one of the categories that everybody has, or the id of a municipality's own. */
export const isCategory = (value: string): boolean =>
  (CATEGORIES as readonly string[]).indexOf(value) >= 0 || /^category:[0-9A-HJKMNP-TV-Z]{26}$/.test(value);

const category = v.pipe(v.string('wrong-type'), v.check(isCategory, 'wrong-type'));

/** A row, a card or a field of a worksheet; or the whole of the sheet, where that describes one idea. */
const cardRef = v.pipe(
  v.string('wrong-type'),
  v.regex(/^(worksheet|entry:[0-9A-HJKMNP-TV-Z]{26}):[0-9A-HJKMNP-TV-Z]{26}$/, 'wrong-type')
);

/** The id of the idea that a card becomes: two who make it one apart meet in one idea. */
export const cardIdeaId = (card: string): string => idOf('idea', derivedKey(card));

/** Fields that whoever changes them signs for. */
const WORDS = ['title', 'need', 'proposal', 'unit', 'category', 'challenge'] as const;

const NOBODY: readonly string[] = [];

/** `idea:<ulid>`: a need in plain words, as its author wrote it. A title or a need is enough. */
export const idea = defineKind({
  name: 'idea',
  version: 1,
  spaces: ['municipality', 'region'],
  id: (idea, last) => (idea.card !== undefined ? cardIdeaId(idea.card) : isDerived(last) ? '' : idOf('idea', last)),
  shape: {
    by: personId,
    at: instant,
    title: text(140),
    need: text(8000),
    proposal: text(8000),
    unit: optional(ref('unit')),
    category: optional(category),
    /** The challenge it answers. */
    challenge: optional(ref('challenge')),
    /** The day by which its author was promised an answer. */
    answerBy: optional(day),
    /** Those its author has let in to write with them. */
    coauthors: optional(listOf(personId, 20)),
    /** The idea it builds on. */
    buildsOn: optional(ref('idea')),
    /** The share it was received from, where another municipality passed it on. */
    origin: optional(ref('share')),
    /** The card, or the worksheet, that it was made of. */
    card: optional(cardRef),
    /** The author is an alias: their name is hidden from colleagues. */
    hidden: optional(flag),
    edited: optional(mark),
    /** Taken back by its author; kept, since what others gave to it is theirs. */
    retracted: optional(mark)
  },
  fixed: ['by', 'at', 'hidden', 'answerBy', 'buildsOn', 'origin', 'card'],
  merge: {
    title: 'text',
    need: 'text',
    proposal: 'text',
    unit: 'choice',
    category: 'choice',
    challenge: 'choice',
    coauthors: 'set',
    edited: 'signature',
    retracted: 'latest'
  },
  firstStands: (idea) => idea.card !== undefined,
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
    const coauthors = next.coauthors ?? NOBODY;
    const before = previous.coauthors ?? NOBODY;
    if (!author && before.indexOf(actor.id) < 0 && !has(actor, 'coach', 'coordinator')) return false;
    // Nobody but the author lets anybody in; whoever was let in may go.
    const stays = before.filter((each) => each !== actor.id);
    if (!author && !sameContent(coauthors, before) && !sameContent(coauthors, stays)) return false;
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
