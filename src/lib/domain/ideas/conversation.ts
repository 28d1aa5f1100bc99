import { idOf } from '#lib/core/ids.ts';
import { identityFor } from '../actor.ts';
import { checked, clean, type CommandResult, type Context } from '../command.ts';
import { type Variant, variantId } from '../variant.ts';
import type { Comment, Stance } from './comment.ts';
import type { Follow } from './follow.ts';
import type { Idea } from './idea.ts';

export interface CommentInput {
  readonly text: string;
  /** Those who are spoken to, by opaque id. */
  readonly mentions?: readonly string[];
  readonly stance?: Stance | undefined;
}

const commentFields = ({ text, mentions = [], stance }: CommentInput) => ({
  text: clean(text),
  ...(mentions.length === 0 ? {} : { mentions: [...new Set(mentions)] }),
  ...(stance === undefined ? {} : { stance })
});

/** A comment on an idea; the author of a hidden idea answers under the same alias. */
export function addComment(
  idea: Pick<Idea, '_id' | 'by'>,
  input: CommentInput,
  { actor, now, newId }: Context
): CommandResult<Comment> {
  const next: Comment = {
    _id: idOf('comment', idea._id, newId()),
    v: 1,
    idea: idea._id,
    by: identityFor(idea.by, actor),
    at: now,
    ...commentFields(input)
  };
  return checked(next, null, actor);
}

/** The municipality's answer to the author. Allowed to those who run the process. */
export function answerIdea(
  idea: Pick<Idea, '_id'>,
  text: string,
  { actor, now, newId }: Context
): CommandResult<Comment> {
  const next: Comment = {
    _id: idOf('comment', idea._id, newId()),
    v: 1,
    idea: idea._id,
    by: actor.id,
    at: now,
    text: clean(text),
    answer: true
  };
  return checked(next, null, actor);
}

/**
 * Changes what the actor has said.
 * @returns the comment, and what it said before as a settled variant; no variant where the words are the same
 */
export function editComment(
  previous: Comment,
  input: CommentInput,
  { actor, now }: Context
): { readonly comment: CommandResult<Comment>; readonly before: CommandResult<Variant> | null } {
  const { mentions: _mentions, stance: _stance, ...kept } = previous;
  const by = identityFor(previous.by, actor);
  const comment = checked({ ...kept, ...commentFields(input), edited: { by, at: now } }, previous, actor);
  if (clean(input.text) === previous.text) return { comment, before: null };
  const { _id: of, text } = previous;
  const before: Variant = {
    _id: variantId(of, 'text', text, now),
    v: 1,
    of,
    field: 'text',
    text,
    by,
    at: now,
    owner: previous.by,
    resolved: { by, at: now }
  };
  return { comment, before: checked(before, null, actor) };
}

/** Takes the actor's own comment back. */
export function retractComment(previous: Comment, { actor, now }: Context): CommandResult<Comment> {
  return checked({ ...previous, retracted: { by: identityFor(previous.by, actor), at: now } }, previous, actor);
}

/** Stands by what the actor had taken back. */
export function restoreComment(previous: Comment, { actor }: Pick<Context, 'actor'>): CommandResult<Comment> {
  const { retracted: _retracted, ...kept } = previous;
  return checked(kept, previous, actor);
}

/** Begins or ends the actor's following of an idea. `previous` is what the device knows of it. */
export function followIdea(
  idea: string,
  given: boolean,
  previous: Follow | null,
  { actor, now }: Context
): CommandResult<Follow> {
  const next: Follow = {
    ...(previous ?? { _id: idOf('follow', idea, actor.id), v: 1 as const, idea, by: actor.id }),
    state: { given, at: now }
  };
  return checked(next, previous, actor);
}
