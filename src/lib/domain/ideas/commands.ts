import { idOf } from '#lib/core/ids.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import { type Actor, aliasOf, identityFor } from '../actor.ts';
import type { Envelope } from '../kind.ts';
import { findPersonalNumbers, type Span } from '../personal-number.ts';
import { check, type Refusal } from '../rules.ts';
import { type Variant, variantId } from '../variant.ts';
import type { Comment } from './comment.ts';
import type { Category, Idea } from './idea.ts';
import type { Photo } from './photo.ts';
import type { Recording } from './recording.ts';
import type { Support } from './support.ts';

/** What a command needs from outside: who, when, and a source of new ids. */
export interface Context {
  readonly actor: Actor;
  /** As `Date.prototype.toISOString`. */
  readonly now: string;
  readonly newId: () => string;
}

/** A refusal, with the places in the text that caused it where it is about personal numbers. */
export interface CommandRefusal extends Refusal {
  readonly spans?: readonly Span[];
}

export type CommandResult<D> = Result<D, CommandRefusal>;

/** Checks a document as the server will, and says where a personal number stands. */
function checked<D extends Envelope>(next: D, previous: D | null, actor: Actor): CommandResult<D> {
  const result = check(next, previous, actor);
  if (result.ok) return ok(next);
  const value = (next as Record<string, unknown>)[result.error.field ?? ''];
  return result.error.code === 'personal-number' && typeof value === 'string'
    ? err({ ...result.error, spans: findPersonalNumbers(value) })
    : result;
}

/** What people type and paste, without what cannot be seen and cannot be stored. */
const clean = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex -- these are what is taken away
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (found) => (found.length === 2 ? found : '\ufffd'))
    .trim();

export interface IdeaInput {
  readonly title: string;
  readonly need: string;
  readonly proposal: string;
  readonly unit?: string | undefined;
  readonly category?: Category | undefined;
}

const ideaFields = (input: IdeaInput) => ({
  title: clean(input.title),
  need: clean(input.need),
  proposal: clean(input.proposal),
  ...(input.unit === undefined ? {} : { unit: input.unit }),
  ...(input.category === undefined ? {} : { category: input.category })
});

/**
 * A new idea. `hidden` writes it under the actor's alias, so that nothing ties it to them.
 * Refused: `invalid-field title` when neither title nor need says anything, `personal-number`, `too-long`.
 */
export function captureIdea(
  input: IdeaInput & { readonly hidden?: boolean },
  { actor, now, newId }: Context
): CommandResult<Idea> {
  const alias = input.hidden === true ? aliasOf(actor) : undefined;
  if (input.hidden === true && alias === undefined) return err({ code: 'not-allowed', field: 'hidden' });
  const next: Idea = {
    _id: idOf('idea', newId()),
    v: 1,
    by: alias ?? actor.id,
    at: now,
    ...ideaFields(input),
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

/** Takes the actor's own idea back. What others gave to it stays. */
export function retractIdea(previous: Idea, { actor, now }: Context): CommandResult<Idea> {
  return checked({ ...previous, retracted: { by: identityFor(previous.by, actor), at: now } }, previous, actor);
}

/** A comment on an idea; the author of a hidden idea answers under the same alias. */
export function addComment(idea: Idea, text: string, { actor, now, newId }: Context): CommandResult<Comment> {
  const next: Comment = {
    _id: idOf('comment', idea._id, newId()),
    v: 1,
    idea: idea._id,
    by: identityFor(idea.by, actor),
    at: now,
    text: clean(text)
  };
  return checked(next, null, actor);
}

/** Takes the actor's own comment back. */
export function retractComment(previous: Comment, { actor, now }: Context): CommandResult<Comment> {
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
