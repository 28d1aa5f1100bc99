import { ok, type Result } from '#lib/core/result.ts';
import { spaceType } from '#lib/domain/actor.ts';
import { asks, type Challenge } from '#lib/domain/challenges/challenge.ts';
import {
  addPicture,
  type ChallengeInput,
  editChallenge,
  endChallenge,
  openChallenge,
  takeUpIdea
} from '#lib/domain/challenges/commands.ts';
import type { CustomField, FieldType } from '#lib/domain/ideas/field.ts';
import { addField, editField, setClosed } from '#lib/domain/ideas/fields.ts';
import { resolveVariant } from '#lib/domain/ideas/commands.ts';
import type { Variant } from '#lib/domain/variant.ts';
import { type Day, swedishDay } from '#lib/domain/workdays.ts';
import type { Accepted } from '#lib/store/accept.ts';
import type { ChallengeView, ToldResult } from '#lib/store/challenges.ts';
import type { Store } from '#lib/store/store.ts';
import { contextIn, type Failure, keep, keepOne } from './command.ts';
import { hasRole } from './person.ts';
import type { PreparedPhoto } from './photos.ts';
import { session } from './session.svelte.ts';

/** Today, in Sweden. */
export const today = (): Day => swedishDay(new Date().toISOString());

/** Spaces in which the person may ask for ideas, the municipality before the region. */
export const askingSpaces = (): readonly string[] =>
  (session.person?.spaces ?? [])
    .filter((space) => ['municipality', 'region'].includes(spaceType(space)) && asks(session.actor(space)))
    .sort((a, b) => (spaceType(a) < spaceType(b) ? -1 : 1));

/** Whether the person may change what a challenge says, and tell what came of it. */
export const mayAskIn = (space: string): boolean => askingSpaces().includes(space);

/** A question as it stands in a form. */
export interface QuestionForm {
  /** Of this form. */
  readonly key: string;
  /** What it was; absent for a new one. */
  readonly previous?: CustomField | undefined;
  label: string;
  help: string;
  type: FieldType;
  /** One alternative a line. */
  options: string;
  closed: boolean;
}

/** A question in a form of its own. */
export const questionForm = (key: string, previous?: CustomField): QuestionForm => ({
  key,
  previous,
  label: previous?.label ?? '',
  help: previous?.help ?? '',
  type: previous?.type ?? 'text',
  options: (previous?.options ?? []).join('\n'),
  closed: previous?.closed === true
});

const linesOf = (text: string): string[] => text.split('\n');

/**
 * What a form's questions come to, in the form's order.
 * @returns the first refusal, its field `<key>/<field>`
 */
export function questionDocuments(
  space: string,
  challenge: string | undefined,
  questions: readonly QuestionForm[]
): Result<readonly Accepted[], Failure> {
  const context = contextIn(space);
  const documents: Accepted[] = [];
  const before: CustomField[] = [];
  for (const { key, previous, ...form } of questions) {
    const input = { label: form.label, help: form.help, type: form.type, options: linesOf(form.options) };
    const made =
      previous === undefined ? addField(input, before, challenge, context) : editField(previous, input, context);
    const closed =
      made.ok && form.closed !== (made.value.closed === true) ? setClosed(made.value, form.closed, context) : made;
    if (!closed.ok) return { ok: false, error: { ...closed.error, field: `${key}/${closed.error.field ?? ''}` } };
    const last = before.at(-1)?.order ?? 0;
    const next = closed.value.order > last ? closed.value : { ...closed.value, order: last + 10 };
    before.push(next);
    if (previous === undefined || JSON.stringify(previous) !== JSON.stringify(next))
      documents.push({ document: next, previous });
  }
  return ok(documents);
}

/** What a form for a challenge holds beside its words. */
export interface ChallengeExtras {
  readonly questions: readonly QuestionForm[];
  /** A picture instead of what there was. */
  readonly photo: PreparedPhoto | undefined;
  /** The picture that shall no longer be shown. */
  readonly withoutPicture: string | undefined;
}

/**
 * Saves a challenge with its questions and its picture: all of it, or nothing.
 * @param previous the version the person began from; null for a new one
 * @param draft the draft it came from
 */
export async function saveChallenge(
  space: string,
  previous: Challenge | null,
  input: ChallengeInput,
  { questions, photo, withoutPicture }: ChallengeExtras,
  draft: string
): Promise<Result<Challenge, Failure>> {
  const context = contextIn(space);
  const challenge = previous === null ? openChallenge(input, context) : editChallenge(previous, input, context);
  if (!challenge.ok) return challenge;
  const asked = questionDocuments(space, challenge.value._id, questions);
  if (!asked.ok) return asked;
  const documents: Accepted[] = [{ document: challenge.value, previous: previous ?? undefined }, ...asked.value];
  if (photo !== undefined) {
    const { width, height, original, thumbnail } = photo;
    const picture = addPicture(challenge.value, { width, height }, context);
    if (!picture.ok) return picture;
    documents.push({ document: picture.value, blobs: { original, thumbnail } });
  }
  if (withoutPicture !== undefined) documents.push({ document: { _id: withoutPicture, _deleted: true } });
  const kept = await keep(space, documents, draft);
  return kept.ok ? ok(challenge.value) : kept;
}

/** Ends a challenge and tells everyone who took part what came of it. */
export const tellResult = ({ space, document }: Pick<ChallengeView, 'space' | 'document'>, result: string) =>
  keepOne(space, endChallenge(document, result, contextIn(space)), document);

/**
 * Takes a parked idea up because it answers a challenge.
 * @param key the idea's, as lists have it
 */
export async function takeUp(
  challenge: Pick<Challenge, '_id'>,
  key: string,
  reason: string
): Promise<Result<void, Failure>> {
  const view = await session.store.ideaView(key);
  if (view === undefined) return { ok: false, error: { code: 'erased' } };
  const { space, document } = view.row;
  const taken = takeUpIdea(document, view.decisions, challenge, reason, contextIn(space));
  if (!taken.ok) return taken;
  return keep(space, [{ document: taken.value.decision }, { document: taken.value.idea, previous: document }]);
}

/** Whether the person may take parked ideas up in a space. */
export const mayTakeUpIn = (space: string): boolean =>
  session.person !== null && hasRole(session.person, space, 'coach', 'coordinator');

/** Settles two versions of a challenge's text. @param text what it shall say; null keeps what stands */
export async function settleChallenge(
  { space, document }: Pick<ChallengeView, 'space' | 'document'>,
  variant: Variant,
  text: string | null
): Promise<Result<void, Failure>> {
  const context = contextIn(space);
  const settled = resolveVariant(variant, context);
  if (!settled.ok) return settled;
  const documents: Accepted[] = [{ document: settled.value, previous: variant }];
  if (text !== null) {
    const { title, text: words, opens, closes, criteria = '' } = document;
    const next =
      variant.field === 'result'
        ? endChallenge(document, text, context)
        : editChallenge(document, { title, text: words, opens, closes, criteria, [variant.field]: text }, context);
    if (!next.ok) return next;
    documents.unshift({ document: next.value, previous: document });
  }
  return keep(space, documents);
}

const SEEN = 'seen-results';

const markOf = ({ id, at }: Pick<ToldResult, 'id' | 'at'>): string => id + ' ' + at;

/** What has come of the person's challenges, and they have not put away on this device. */
export async function unseenResults(store: Store): Promise<readonly ToldResult[]> {
  const seen = ((await store.setting(SEEN)) ?? []) as readonly string[];
  return (await store.challengeResults()).filter((each) => !seen.includes(markOf(each)));
}

/** Puts what came of a challenge away, on this device. */
export async function putAway(result: Pick<ToldResult, 'id' | 'at'>): Promise<void> {
  const { store } = session;
  const seen = ((await store.setting(SEEN)) ?? []) as readonly string[];
  await store.setSetting(SEEN, [...seen.filter((each) => each !== markOf(result)), markOf(result)]);
}
