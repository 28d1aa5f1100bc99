import { isCategory } from '#lib/domain/ideas/idea.ts';
import type { DraftContent } from '#lib/store/drafts.ts';
import type { PreparedPhoto } from './photos.ts';
import type { Spoken } from './recorder.svelte.ts';

/** A picture in the form, with a key of its own. */
export interface KeyedPhoto extends PreparedPhoto {
  readonly key: string;
}

/** Everything somebody has put into the form for a new idea. */
export interface CaptureContent {
  readonly title: string;
  readonly need: string;
  readonly proposal: string;
  /** A unit's id, or the empty string. */
  readonly unit: string;
  /** A category's word or id, or the empty string. */
  readonly category: string;
  /** The id of the challenge it answers, or the empty string. */
  readonly challenge: string;
  /** What is answered beside it, by question. */
  readonly answers: Readonly<Record<string, string>>;
  readonly hidden: boolean;
  /** The idea it builds on, by id, or the empty string. */
  readonly buildsOn: string;
  readonly photos: readonly KeyedPhoto[];
  readonly spoken: Spoken | undefined;
}

/** Whether the person has given nothing of their own: a remembered unit is nothing. */
export const isBlank = ({ title, need, proposal, photos, spoken, answers }: CaptureContent): boolean =>
  (title + need + proposal + Object.values(answers).join('')).trim() === '' &&
  photos.length === 0 &&
  spoken === undefined;

const SOUND = 'sound';

/** The form as it is kept on the disk. */
export const toDraft = ({ photos, spoken, ...words }: CaptureContent): DraftContent => ({
  fields: {
    ...words,
    photos: photos.map(({ key, width, height }) => ({ key, width, height })),
    ...(spoken === undefined ? {} : { seconds: spoken.seconds })
  },
  blobs: [
    ...photos.flatMap(({ key, original, thumbnail }) => [
      { name: key + '/original', blob: original },
      { name: key + '/thumbnail', blob: thumbnail }
    ]),
    ...(spoken === undefined ? [] : [{ name: SOUND, blob: spoken.blob }])
  ]
});

const words = (value: unknown): string => (typeof value === 'string' ? value : '');

const wordsByName = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(typeof value === 'object' && value !== null ? value : {}).map(([name, each]) => [name, words(each)])
  );

/** Reads a form back. What a draft of another version does not have is left empty. */
export function fromDraft({ fields, blobs }: DraftContent): CaptureContent {
  const blobOf = (name: string) => blobs.find((each) => each.name === name)?.blob;
  const listed = (fields['photos'] ?? []) as readonly { key: string; width: number; height: number }[];
  const photos = listed.flatMap(({ key, width, height }) => {
    const original = blobOf(key + '/original');
    const thumbnail = blobOf(key + '/thumbnail');
    return original === undefined || thumbnail === undefined ? [] : [{ key, width, height, original, thumbnail }];
  });
  const sound = blobOf(SOUND);
  return {
    title: words(fields['title']),
    need: words(fields['need']),
    proposal: words(fields['proposal']),
    unit: words(fields['unit']),
    category: isCategory(words(fields['category'])) ? words(fields['category']) : '',
    challenge: words(fields['challenge']),
    answers: wordsByName(fields['answers']),
    hidden: fields['hidden'] === true,
    buildsOn: words(fields['buildsOn']),
    photos,
    spoken: sound === undefined ? undefined : { blob: sound, seconds: Number(fields['seconds'] ?? 0) }
  };
}
