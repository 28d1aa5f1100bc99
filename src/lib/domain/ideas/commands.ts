import { idOf } from '#lib/core/ids.ts';
import { err } from '#lib/core/result.ts';
import { aliasOf, identityFor } from '../actor.ts';
import { checked, clean, type CommandResult, type Context } from '../command.ts';
import { type Variant, variantId } from '../variant.ts';
import { ANSWER_DAYS, answerBy } from './answering.ts';
import { cardIdeaId, type Idea } from './idea.ts';
import type { Photo } from './photo.ts';
import type { Recording } from './recording.ts';
import type { Support } from './support.ts';

export interface IdeaInput {
  readonly title: string;
  readonly need: string;
  readonly proposal: string;
  readonly unit?: string | undefined;
  /** One of `CATEGORIES`, or the municipality's own. */
  readonly category?: string | undefined;
  /** The challenge it answers; an edit that says nothing of it leaves it as it was. */
  readonly challenge?: string | undefined;
}

const ideaFields = (input: IdeaInput) => ({
  title: clean(input.title),
  need: clean(input.need),
  proposal: clean(input.proposal),
  ...(input.unit === undefined ? {} : { unit: input.unit }),
  ...(input.category === undefined ? {} : { category: input.category }),
  ...(input.challenge === undefined ? {} : { challenge: input.challenge })
});

/** What is said once, when an idea is captured. */
export interface CaptureInput extends IdeaInput {
  readonly hidden?: boolean;
  /** Working days within which the municipality answers. */
  readonly answerDays?: number | undefined;
  /** The idea it builds on. */
  readonly buildsOn?: string | undefined;
  /** The share it is received from. */
  readonly origin?: string | undefined;
  /** The card of a worksheet, or the worksheet, that it is made of. */
  readonly card?: string | undefined;
}

/**
 * A new idea, with the day by which it is answered. `hidden` writes it under the actor's alias, so that nothing ties it to them.
 * Refused: `invalid-field title` when neither title nor need says anything, `personal-number`, `too-long`.
 */
export function captureIdea(input: CaptureInput, { actor, now, newId }: Context): CommandResult<Idea> {
  const alias = input.hidden === true ? aliasOf(actor) : undefined;
  if (input.hidden === true && alias === undefined) return err({ code: 'not-allowed', field: 'hidden' });
  const next: Idea = {
    _id: input.card === undefined ? idOf('idea', newId()) : cardIdeaId(input.card),
    v: 1,
    by: alias ?? actor.id,
    at: now,
    ...ideaFields(input),
    answerBy: answerBy(now, input.answerDays ?? ANSWER_DAYS),
    ...(input.buildsOn === undefined ? {} : { buildsOn: input.buildsOn }),
    ...(input.origin === undefined ? {} : { origin: input.origin }),
    ...(input.card === undefined ? {} : { card: input.card }),
    ...(alias === undefined ? {} : { hidden: true as const })
  };
  return checked(next, null, actor);
}

/** Changes what an idea says. Allowed to its author and to coaches. */
export function editIdea(previous: Idea, input: IdeaInput, { actor, now }: Context): CommandResult<Idea> {
  const { unit: _unit, category: _category, ...kept } = previous;
  const next: Idea = { ...kept, ...ideaFields(input), edited: { by: identityFor(previous.by, actor), at: now } };
  return checked(next, previous, actor);
}

/** Lets somebody in to write with the author, or out again. Whoever was let in may go by themselves. */
export function changeCoauthors(
  previous: Idea,
  coauthors: readonly string[],
  { actor }: Pick<Context, 'actor'>
): CommandResult<Idea> {
  const { coauthors: _coauthors, ...kept } = previous;
  const list = [...new Set(coauthors)];
  return checked(list.length === 0 ? kept : { ...kept, coauthors: list }, previous, actor);
}

/** Takes the actor's own idea back. What others gave to it stays. */
export function retractIdea(previous: Idea, { actor, now }: Context): CommandResult<Idea> {
  return checked({ ...previous, retracted: { by: identityFor(previous.by, actor), at: now } }, previous, actor);
}

/** Gives or takes back the actor's support. `previous` is what the device knows of it. */
export function castSupport(
  idea: string,
  given: boolean,
  previous: Support | null,
  { actor, now }: Context
): CommandResult<Support> {
  const next: Support = {
    ...(previous ?? { _id: idOf('support', idea, actor.id), v: 1 as const, idea, by: actor.id }),
    state: { given, at: now }
  };
  return checked(next, previous, actor);
}

/** A photo's document; the pictures themselves are kept beside it. */
export function addPhoto(
  idea: Idea,
  size: { readonly width: number; readonly height: number },
  { actor, now, newId }: Context
): CommandResult<Photo> {
  return checked(
    { _id: idOf('photo', newId()), v: 1, idea: idea._id, by: identityFor(idea.by, actor), at: now, ...size },
    null,
    actor
  );
}

/** A spoken note's document; the sound itself is kept beside it. */
export function addRecording(idea: Idea, seconds: number, { actor, now, newId }: Context): CommandResult<Recording> {
  return checked(
    { _id: idOf('recording', newId()), v: 1, idea: idea._id, by: identityFor(idea.by, actor), at: now, seconds },
    null,
    actor
  );
}

/** Settles a variant: its text stays readable, but no longer asks for a choice. */
export function resolveVariant(previous: Variant, { actor, now }: Context): CommandResult<Variant> {
  const by =
    [previous.by, previous.owner].map((known) => identityFor(known, actor)).find((id) => id !== actor.id) ?? actor.id;
  return checked({ ...previous, resolved: { by, at: now } }, previous, actor);
}

/**
 * What `next` takes away from a field, as a version that asks for no choice: chosen against, and still readable.
 * Null where nothing is taken away.
 */
export function replacedVersion(
  previous: Idea,
  field: keyof IdeaInput,
  next: string,
  { actor, now }: Context
): CommandResult<Variant> | null {
  const text = previous[field] ?? '';
  if (text.trim() === '' || next.includes(text)) return null;
  const by = identityFor(previous.by, actor);
  const version: Variant = {
    _id: variantId(previous._id, field, text, now),
    v: 1,
    of: previous._id,
    field,
    text,
    by,
    at: now,
    owner: previous.by,
    resolved: { by, at: now }
  };
  return checked(version, null, actor);
}
