import { err, type Result } from '#lib/core/result.ts';
import { identityFor } from '#lib/domain/actor.ts';
import { changeCoauthors, resolveVariant } from '#lib/domain/ideas/commands.ts';
import type { Comment } from '#lib/domain/ideas/comment.ts';
import {
  addComment,
  type CommentInput,
  editComment,
  followIdea,
  restoreComment,
  retractComment
} from '#lib/domain/ideas/conversation.ts';
import type { Variant } from '#lib/domain/variant.ts';
import type { IdeaView } from '#lib/store/idea-view.ts';
import { contextIn, type Failure, keep, keepOne } from './command.ts';
import { session } from './session.svelte.ts';

type Where = Pick<IdeaView, 'row'>;

/** Says something about the idea; under the alias where the idea is the person's own and hidden. */
export const say = ({ row }: Where, input: CommentInput) =>
  keepOne(row.space, addComment(row.document, input, contextIn(row.space)));

/** Whether what the person says here stands without their name. */
export const speaksHidden = ({ row }: Where): boolean =>
  identityFor(row.document.by, session.actor(row.space)) !== session.person?.id;

/**
 * Changes what the person has said, and keeps what it said before.
 * @param previous the version the person began from, which a later one is joined with
 */
export async function changeComment(
  { row }: Where,
  previous: Comment,
  input: CommentInput
): Promise<Result<void, Failure>> {
  const { comment, before } = editComment(previous, input, contextIn(row.space));
  if (!comment.ok) return comment;
  if (before?.ok === false) return before;
  return keep(row.space, [
    { document: comment.value, previous },
    ...(before === null ? [] : [{ document: before.value }])
  ]);
}

export const takeBackComment = ({ row }: Where, comment: Comment) =>
  keepOne(row.space, retractComment(comment, contextIn(row.space)), comment);

/** Undoes `takeBackComment`. */
export const standByComment = ({ row }: Where, comment: Comment) =>
  keepOne(row.space, restoreComment(comment, contextIn(row.space)), comment);

/**
 * Settles two versions of what the person said: the comment says `text`, and the other can still be read.
 * @param text null keeps what stands
 */
export async function settleComment(
  { row }: Where,
  comment: Comment,
  variant: Variant,
  text: string | null
): Promise<Result<void, Failure>> {
  const context = contextIn(row.space);
  const settled = resolveVariant(variant, context);
  if (!settled.ok) return settled;
  const documents = [{ document: settled.value, previous: variant }];
  if (text === null) return keep(row.space, documents);
  const { mentions = [], stance } = comment;
  const input = { text: comment.text, mentions, stance, [variant.field]: text } as CommentInput;
  const { comment: edited, before } = editComment(comment, input, context);
  if (!edited.ok) return err(edited.error);
  if (before?.ok === false) return err(before.error);
  return keep(row.space, [
    { document: edited.value, previous: comment },
    ...documents,
    ...(before === null ? [] : [{ document: before.value }])
  ]);
}

/** Why somebody hears what becomes of an idea without having asked for it. */
export type FollowReason = 'author' | 'coauthor' | 'supporter' | 'commenter';

/** Why the person follows the idea anyway, or undefined. */
export function followsAnyway({ row, supports, comments }: IdeaView): FollowReason | undefined {
  const isMe = (by: string): boolean => session.identities.includes(by);
  if (isMe(row.document.by)) return 'author';
  if (row.document.coauthors?.some(isMe)) return 'coauthor';
  if (supports.some((each) => each.state.given && isMe(each.by))) return 'supporter';
  return comments.some((each) => each.retracted === undefined && isMe(each.by)) ? 'commenter' : undefined;
}

// One for each idea: what was asked for of a merged one is not this one's to change.
const ownFollow = ({ row, follows }: IdeaView) =>
  follows.find((each) => each.idea === row.id && session.identities.includes(each.by));

/** Whether the person has asked to hear what becomes of the idea. */
export const isFollowing = (view: IdeaView): boolean => ownFollow(view)?.state.given === true;

export const setFollowing = (view: IdeaView, given: boolean) => {
  const previous = ownFollow(view);
  const { space, id } = view.row;
  return keepOne(space, followIdea(id, given, previous ?? null, contextIn(space)), previous);
};

/** Lets a colleague in to write with the author: the author's to do. */
export const addCoauthor = ({ row }: Where, person: string) =>
  keepOne(
    row.space,
    changeCoauthors(row.document, [...(row.document.coauthors ?? []), person], contextIn(row.space)),
    row.document
  );

/** Takes a co-author's name off the idea: the author's to do, and the co-author's own. */
export const removeCoauthor = ({ row }: Where, person: string) =>
  keepOne(
    row.space,
    changeCoauthors(
      row.document,
      (row.document.coauthors ?? []).filter((each) => each !== person),
      contextIn(row.space)
    ),
    row.document
  );
