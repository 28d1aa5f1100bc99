import * as v from 'valibot';
import { sameContent } from '#lib/core/json.ts';
import { idOf } from '#lib/core/ids.ts';
import { type Actor, has, isSelf, REGION, type Role, roleIn } from '../actor.ts';
import { municipalitySlug } from '../ideas/referral.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { isSigned } from '../marks.ts';
import { filledText, instant, type Mark, mark, optional, personId, ref, text } from '../shapes.ts';

const SPREADING: readonly Role[] = ['coach', 'manager', 'leader'];

/** The id of a story. */
export const storyRef = v.pipe(
  v.string('wrong-type'),
  v.regex(/^story:[0-9A-HJKMNP-TV-Z]{26}:[0-9A-HJKMNP-TV-Z]{26}$/, 'wrong-type')
);

/** Whether the actor spreads a municipality's stories, at home and in the region: its coaches, managers and leaders. */
export const spreads = (actor: Actor, municipality: string): boolean =>
  SPREADING.some((role) => actor.roles.indexOf(roleIn(municipality, role)) >= 0);

/**
 * Whether the actor may tell a story, or add to one, where they write. In its municipality everybody may, in the
 * region those who spread that municipality's.
 * @param from the municipality that tells it to the region; undefined at home
 */
export const mayTell = (actor: Actor, from: string | undefined): boolean =>
  actor.space === REGION ? from !== undefined && spreads(actor, from) : from === undefined;

/** Whether the actor may change or take back what somebody else tells. */
export const mayTend = (actor: Actor, from: string | undefined): boolean =>
  from === undefined ? has(actor, ...SPREADING, 'admin') : spreads(actor, from) || has(actor, 'coordinator');

/** Fields that whoever changes them signs for. */
const WORDS = ['title', 'text', 'quote', 'role'] as const;

/**
 * `story:<idea>:<ulid>`: what an idea came to, told to be spread: with a quote by somebody who is called by their role
 * and never by name, and who has said yes. In the region it is a copy under the same id, by whoever spread it there.
 */
export const story = defineKind({
  name: 'story',
  version: 1,
  spaces: ['municipality', 'region'],
  id: (story, last) => idOf('story', story.idea, last),
  shape: {
    idea: ref('idea'),
    by: personId,
    at: instant,
    /** The municipality that tells it; in the region only. */
    from: optional(municipalitySlug),
    title: filledText(140),
    text: filledText(8000),
    quote: optional(text(1000)),
    /** What the one who is quoted does: "undersköterska, hemtjänsten". Never a name. */
    role: optional(text(100)),
    /** Who put down that the one who is quoted has said yes to it, and when. */
    consent: optional(mark),
    /** The idea's author, who alone may put or take away their name. */
    author: optional(personId),
    edited: optional(mark),
    retracted: optional(mark)
  },
  fixed: ['idea', 'by', 'at', 'from'],
  merge: {
    title: 'text',
    text: 'text',
    // Line by line would be something that nobody has said.
    quote: 'choice',
    role: 'choice',
    consent: 'signature',
    author: 'choice',
    edited: 'signature',
    retracted: 'latest'
  },
  invalid: (next) => {
    if (next.quote === undefined || next.quote.trim() === '') return null;
    return next.role === undefined || next.role.trim() === '' ? 'role' : next.consent === undefined ? 'consent' : null;
  },
  mayWrite: (next, previous, actor) => {
    const isOwn = isSelf(actor, next.by);
    if (previous === null) return isOwn && mayTell(actor, next.from) && isMarked(next, actor);
    const naming =
      next.author === previous.author ||
      ((next.author === undefined || next.author === actor.id) &&
        (previous.author === undefined || previous.author === actor.id));
    if (!naming) return false;
    const saysTheSame = WORDS.every((field) => next[field] === previous[field]);
    const isUntouched =
      saysTheSame &&
      (['consent', 'edited', 'retracted'] as const).every((field) => sameContent(next[field], previous[field]));
    if (isUntouched) return true;
    if (!isOwn && !mayTend(actor, next.from)) return false;
    // Other words are another thing to say yes to.
    const isAskedAnew =
      next.quote === previous.quote ||
      next.quote === undefined ||
      (next.consent !== undefined && isSelf(actor, next.consent.by) && !sameContent(next.consent, previous.consent));
    const signature = saysTheSame
      ? isSigned(next.edited, previous.edited, actor)
      : next.edited !== undefined && isSelf(actor, next.edited.by);
    return (
      isAskedAnew &&
      signature &&
      isSigned(next.consent, previous.consent, actor) &&
      // Told again: whoever may take it back may also stand by it.
      (next.retracted === undefined || isSigned(next.retracted, previous.retracted, actor))
    );
  },
  mayErase: (previous, actor) =>
    previous.from === undefined
      ? has(actor, 'admin')
      : has(actor, 'coordinator') || actor.roles.indexOf(roleIn(previous.from, 'admin')) >= 0,
  index: ['idea'],
  parent: 'idea'
});

interface Marks {
  readonly author?: string | undefined;
  readonly consent?: Mark | undefined;
  readonly edited?: Mark | undefined;
  readonly retracted?: Mark | undefined;
}

// A restored server is given back what it lost, marks and all; nobody's name but the actor's own.
const isMarked = (next: Marks, actor: Actor): boolean =>
  (next.author === undefined || next.author === actor.id) &&
  [next.consent, next.edited, next.retracted].every((each) => isSigned(each, undefined, actor));

export type Story = DocumentOf<typeof story>;
