import { err, ok, type Result } from '#lib/core/result.ts';
import { municipalityOf, REGION, spaceType } from '#lib/domain/actor.ts';
import { mayTend, spreads, type Story } from '#lib/domain/benefit/story.ts';
import type { StoryPicture } from '#lib/domain/benefit/story-picture.ts';
import {
  addStoryPicture,
  editStory,
  isSpreadAsTold,
  nameOnStory,
  restoreStory,
  retractStory,
  shareStory,
  type StoryInput,
  tellStory
} from '#lib/domain/benefit/storytelling.ts';
import { resolveVariant } from '#lib/domain/ideas/commands.ts';
import { isSelf } from '#lib/domain/actor.ts';
import { check } from '#lib/domain/rules.ts';
import type { Variant } from '#lib/domain/variant.ts';
import type { Accepted, Batch } from '#lib/store/accept.ts';
import type { ListedIdea } from '#lib/store/ideas.ts';
import type { ListedStory } from '#lib/store/stories.ts';
import { contextIn, type Failure, keep, keepAll, keepOne } from './command.ts';
import type { PreparedPhoto } from './photos.ts';
import { session } from './session.svelte.ts';
import { syncing } from './sync.svelte.ts';

/** Why a story was not spread: its picture is not on this device. */
export type SpreadFailure = Failure | { readonly code: 'picture-missing'; readonly field?: undefined };

/** What a story's form holds beside its words. */
export interface StoryExtras {
  /** A picture instead of what there was. */
  readonly photo: PreparedPhoto | undefined;
  readonly description: string;
  /** The picture that shall no longer be shown. */
  readonly withoutPicture: string | undefined;
}

/** Whether the person may tell stories in a space. */
export const mayTellIn = (space: string): boolean => spaceType(space) === 'municipality';

/** Whether the person may change a story, or take it back. */
export const mayChangeStory = ({ space, document }: Pick<ListedStory, 'space' | 'document'>): boolean => {
  const actor = session.actor(space);
  return isSelf(actor, document.by) || mayTend(actor, document.from);
};

/** Whether the person may spread a story to the other municipalities. */
export const maySpread = ({ space }: Pick<ListedStory, 'space'>): boolean =>
  spaceType(space) === 'municipality' &&
  session.person?.spaces.includes(REGION) === true &&
  spreads(session.actor(REGION), municipalityOf(space));

/**
 * Saves a story with its picture: all of it, or nothing.
 * @param previous the version the person began from; null for a new one
 * @param draft the draft it came from
 */
export async function saveStory(
  { space, document }: Pick<ListedIdea, 'space'> & { readonly document: Pick<ListedIdea['document'], '_id' | 'by'> },
  previous: Story | null,
  input: StoryInput,
  { photo, description, withoutPicture }: StoryExtras,
  draft: string
): Promise<Result<Story, Failure>> {
  const context = contextIn(space);
  const story = previous === null ? tellStory(document, input, context) : editStory(previous, input, context);
  if (!story.ok) return story;
  const documents: Accepted[] = [{ document: story.value, previous: previous ?? undefined }];
  if (photo !== undefined) {
    const { width, height, original, thumbnail } = photo;
    const picture = addStoryPicture(story.value, { width, height, description }, context);
    if (!picture.ok) return picture;
    documents.push({ document: picture.value, blobs: { original, thumbnail } });
  }
  if (withoutPicture !== undefined) documents.push({ document: { _id: withoutPicture, _deleted: true } });
  const kept = await keep(space, documents, draft);
  return kept.ok ? ok(story.value) : kept;
}

/** Whether the person may erase a picture, by its document. */
export const mayErasePicture = (space: string, picture: StoryPicture): boolean =>
  check({ _id: picture._id, _deleted: true }, picture, session.actor(space)).ok;

const PICTURE_MS = 10_000;

/** A picture out of the store; one that is not here is asked for and waited for a while. */
async function blobOf(space: string, id: string, name: 'original' | 'thumbnail'): Promise<Blob | undefined> {
  const { store } = session;
  const here = await store.blob(space, id, name);
  if (here !== undefined) return here;
  await store.want(space, id, name);
  syncing.nudge();
  return new Promise((resolve) => {
    const subscription = store
      .observe(() => store.blob(space, id, name))
      .subscribe((blob) => {
        if (blob !== undefined) end(blob);
      });
    const timer = setTimeout(() => end(undefined), PICTURE_MS);
    const end = (blob: Blob | undefined): void => {
      clearTimeout(timer);
      subscription.unsubscribe();
      resolve(blob);
    };
  });
}

/**
 * Spreads a story to the other municipalities, or brings what is spread up to date: the words, and the picture where
 * it is another than before.
 * @param consent the one who is quoted has said yes to that too
 */
export async function spread(story: ListedStory, consent: boolean): Promise<Result<void, SpreadFailure>> {
  const { space, document, picture, spreadPicture } = story;
  const context = contextIn(REGION);
  const copy = shareStory(document, municipalityOf(space), story.spread ?? null, consent, context);
  if (!copy.ok) return copy;
  const documents: Accepted[] = [{ document: copy.value, previous: story.spread }];
  if (!isSamePicture(picture, spreadPicture)) {
    if (spreadPicture !== undefined) documents.push({ document: { _id: spreadPicture._id, _deleted: true } });
    if (picture !== undefined) {
      const [original, thumbnail] = await Promise.all([
        blobOf(space, picture._id, 'original'),
        blobOf(space, picture._id, 'thumbnail')
      ]);
      if (original === undefined || thumbnail === undefined) return err({ code: 'picture-missing' });
      const { width, height, description = '' } = picture;
      const made = addStoryPicture(copy.value, { width, height, description }, context);
      if (!made.ok) return made;
      documents.push({ document: made.value, blobs: { original, thumbnail } });
    }
  }
  return keep(REGION, documents);
}

// A copy is made after what it copies, with the same measures and the same words.
const isSamePicture = (own: StoryPicture | undefined, copy: StoryPicture | undefined): boolean =>
  own === undefined || copy === undefined
    ? own === copy
    : own.at <= copy.at &&
      own.width === copy.width &&
      own.height === copy.height &&
      own.description === copy.description;

/** Whether what is spread is what is told at home, picture and all. */
export const isSpreadNow = ({ document, spread: copy, picture, spreadPicture }: ListedStory): boolean =>
  copy !== undefined &&
  copy.retracted === undefined &&
  isSpreadAsTold(document, copy) &&
  isSamePicture(picture, spreadPicture);

/** Takes a story back, and what was spread of it where the person may. */
export async function takeStoryBack(story: ListedStory): Promise<Result<void, Failure>> {
  const { space, document } = story;
  const gone = retractStory(document, contextIn(space));
  if (!gone.ok) return gone;
  const batches: Batch[] = [{ space, documents: [{ document: gone.value, previous: document }] }];
  if (story.spread !== undefined && story.spread.retracted === undefined && maySpread(story)) {
    const copy = retractStory(story.spread, contextIn(REGION));
    if (!copy.ok) return copy;
    batches.push({ space: REGION, documents: [{ document: copy.value, previous: story.spread }] });
  }
  return keepAll(batches);
}

/** Takes back what was spread; at home it is told as before. */
export const unspread = (copy: Story) => keepOne(REGION, retractStory(copy, contextIn(REGION)), copy);

/** Undoes `takeStoryBack`, at home. */
export const tellAgain = ({ space, document }: Pick<ListedStory, 'space' | 'document'>) =>
  keepOne(space, restoreStory(document, contextIn(space)), document);

/** The author puts their name on the story, or takes it away: at home and where it is spread. */
export async function nameAuthor(story: ListedStory, shown: boolean): Promise<Result<void, Failure>> {
  const { space, document } = story;
  const named = nameOnStory(document, shown, contextIn(space));
  if (!named.ok) return named;
  const batches: Batch[] = [{ space, documents: [{ document: named.value, previous: document }] }];
  if (story.spread !== undefined) {
    const copy = nameOnStory(story.spread, shown, contextIn(REGION));
    if (!copy.ok) return copy;
    batches.push({ space: REGION, documents: [{ document: copy.value, previous: story.spread }] });
  }
  return keepAll(batches);
}

/** Settles two versions of a story's text. @param text what it shall say; null keeps what stands */
export async function settleStory(
  { space, document }: Pick<ListedStory, 'space' | 'document'>,
  variant: Variant,
  text: string | null
): Promise<Result<void, Failure>> {
  const context = contextIn(space);
  const settled = resolveVariant(variant, context);
  if (!settled.ok) return settled;
  const documents: Accepted[] = [{ document: settled.value, previous: variant }];
  if (text !== null) {
    const { title, text: words, quote = '', role = '' } = document;
    const input = { title, text: words, quote, role, consent: true, [variant.field]: text };
    const next = editStory(document, input, context);
    if (!next.ok) return next;
    documents.unshift({ document: next.value, previous: document });
  }
  return keep(space, documents);
}
