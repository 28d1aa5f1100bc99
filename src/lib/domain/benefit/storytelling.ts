import { idOf } from '#lib/core/ids.ts';
import { identityFor, municipalityOf } from '../actor.ts';
import { checked, clean, type CommandResult, type Context } from '../command.ts';
import type { Idea } from '../ideas/idea.ts';
import { spreads, type Story } from './story.ts';
import type { StoryPicture } from './story-picture.ts';

export interface StoryInput {
  readonly title: string;
  readonly text: string;
  /** Empty where nobody is quoted. */
  readonly quote: string;
  /** What the one who is quoted does, never their name. */
  readonly role: string;
  /** The one who is quoted has said yes. */
  readonly consent: boolean;
}

const filled = (field: string, text: string) => (clean(text) === '' ? {} : { [field]: clean(text) });

const wordsOf = ({ title, text, quote, role }: StoryInput) => ({
  title: clean(title),
  text: clean(text),
  ...filled('quote', quote),
  ...filled('role', role)
});

/**
 * Tells what an idea came to, to the municipality.
 * Refused: `empty title|text`, `invalid-field role` where somebody is quoted and nothing says who they are,
 * `invalid-field consent` where nobody has asked them, `personal-number`.
 */
export function tellStory(
  idea: Pick<Idea, '_id' | 'by'>,
  input: StoryInput,
  { actor, now, newId }: Context
): CommandResult<Story> {
  const by = spreads(actor, municipalityOf(actor.space)) ? actor.id : identityFor(idea.by, actor);
  const next = {
    _id: idOf('story', idea._id, newId()),
    v: 1,
    idea: idea._id,
    by,
    at: now,
    ...wordsOf(input),
    ...(input.consent && clean(input.quote) !== '' ? { consent: { by, at: now } } : {})
  } as Story;
  return checked(next, null, actor);
}

/**
 * Changes what a story says. Another quote asks for the consent anew, and so does a consent that was taken away.
 * @param input its consent as it is ticked now
 */
export function editStory(previous: Story, input: StoryInput, { actor, now }: Context): CommandResult<Story> {
  const { quote: _quote, role: _role, consent, ...kept } = previous;
  const words = wordsOf(input) as Pick<Story, 'title' | 'text' | 'quote' | 'role'>;
  const by = identityFor(previous.by, actor);
  const isSame = words.quote === previous.quote && consent !== undefined;
  const given = input.consent ? (isSame ? consent : { by, at: now }) : undefined;
  const next = {
    ...kept,
    ...words,
    // Once given it stays where the quote goes: what was said yes to is no longer told.
    ...(words.quote === undefined
      ? consent === undefined
        ? {}
        : { consent }
      : given === undefined
        ? {}
        : { consent: given }),
    edited: { by, at: now }
  } as Story;
  return checked(next, previous, actor);
}

/**
 * The story as the other municipalities read it: the same words under the same id, without the author's name.
 * @param previous the copy there is, whose words become these
 * @param consent the one who is quoted has said yes to that it is spread outside the municipality
 * @param context in the region's space
 */
export function shareStory(
  own: Story,
  from: string,
  previous: Story | null,
  consent: boolean,
  { actor, now }: Context
): CommandResult<Story> {
  const { title, text, quote = '', role = '' } = own;
  const words = wordsOf({ title, text, quote, role, consent });
  const mark = { by: actor.id, at: now };
  const said = consent && clean(quote) !== '' ? { consent: mark } : {};
  if (previous === null) {
    const next = { _id: own._id, v: 1, idea: own.idea, by: actor.id, at: now, from, ...words, ...said } as Story;
    return checked(next, null, actor);
  }
  const { quote: _quote, role: _role, retracted: _retracted, ...kept } = previous;
  return checked({ ...kept, ...words, ...said, edited: mark } as Story, previous, actor);
}

/** Whether a copy in the region says what the story says. */
export const isSpreadAsTold = (own: Story, copy: Story): boolean =>
  (['title', 'text', 'quote', 'role'] as const).every((field) => (own[field] ?? '') === (copy[field] ?? ''));

/** Takes a story back: it stays readable to those who tend it, and is listed nowhere. */
export const retractStory = (previous: Story, { actor, now }: Context): CommandResult<Story> =>
  checked({ ...previous, retracted: { by: identityFor(previous.by, actor), at: now } }, previous, actor);

/** Undoes `retractStory`. */
export function restoreStory(previous: Story, { actor }: Pick<Context, 'actor'>): CommandResult<Story> {
  const { retracted: _retracted, ...next } = previous;
  return checked(next, previous, actor);
}

/** The author puts their name on a story, or takes it away. */
export function nameOnStory(previous: Story, named: boolean, { actor }: Pick<Context, 'actor'>): CommandResult<Story> {
  const { author: _author, ...kept } = previous;
  return checked(named ? { ...kept, author: actor.id } : kept, previous, actor);
}

/** A picture's document; the pictures themselves are kept beside it. */
export function addStoryPicture(
  story: Pick<Story, '_id' | 'idea' | 'from' | 'by'>,
  { width, height, description }: { readonly width: number; readonly height: number; readonly description: string },
  { actor, now, newId }: Context
): CommandResult<StoryPicture> {
  const next = {
    _id: idOf('storypicture', newId()),
    v: 1,
    story: story._id,
    idea: story.idea,
    ...(story.from === undefined ? {} : { from: story.from }),
    by: identityFor(story.by, actor),
    at: now,
    width,
    height,
    ...filled('description', description)
  } as StoryPicture;
  return checked(next, null, actor);
}
