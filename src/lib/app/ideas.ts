import { err, type Result } from '#lib/core/result.ts';
import { identityFor } from '#lib/domain/actor.ts';
import {
  addComment,
  castSupport,
  editIdea,
  type IdeaInput,
  replacedVersion,
  resolveVariant,
  retractComment,
  retractIdea
} from '#lib/domain/ideas/commands.ts';
import type { Comment } from '#lib/domain/ideas/comment.ts';
import type { Idea } from '#lib/domain/ideas/idea.ts';
import type { Photo } from '#lib/domain/ideas/photo.ts';
import { check } from '#lib/domain/rules.ts';
import type { Variant } from '#lib/domain/variant.ts';
import type { IdeaView } from '#lib/store/ideas.ts';
import { contextIn, type Failure, keep, keepOne } from './command.ts';
import { session } from './session.svelte.ts';

type Where = Pick<IdeaView, 'row'>;

/** The person's own support of the idea, if they have ever given it. */
export const ownSupport = (view: IdeaView) => view.supports.find((each) => session.identities.includes(each.by));

/** Gives the person's support, or takes it back. */
export const setSupport = (view: IdeaView, given: boolean) => {
  const previous = ownSupport(view);
  return keepOne(
    view.row.space,
    castSupport(view.row.id, given, previous ?? null, contextIn(view.row.space)),
    previous
  );
};

/** Says something about the idea; under the alias where the idea is the person's own and hidden. */
export const say = ({ row }: Where, text: string) =>
  keepOne(row.space, addComment(row.document, text, contextIn(row.space)));

/** Whether what the person says here stands without their name. */
export const speaksHidden = ({ row }: Where): boolean =>
  identityFor(row.document.by, session.actor(row.space)) !== session.person?.id;

export const takeBackComment = ({ row }: Where, comment: Comment) =>
  keepOne(row.space, retractComment(comment, contextIn(row.space)), comment);

/**
 * Changes what the idea says.
 * @param previous the version the person began from, which a later one is joined with
 */
export const change = ({ row }: Where, previous: Idea, input: IdeaInput) =>
  keepOne(row.space, editIdea(previous, input, contextIn(row.space)), previous);

export const takeBackIdea = ({ row }: Where) =>
  keepOne(row.space, retractIdea(row.document, contextIn(row.space)), row.document);

/** Erases a photo for everybody: somebody may be in it who should not be. */
export async function erasePhoto({ row }: Where, photo: Photo): Promise<Result<void, Failure>> {
  const document = { _id: photo._id, _deleted: true as const };
  const allowed = check(document, photo, session.actor(row.space));
  return allowed.ok ? keep(row.space, [{ document }]) : allowed;
}

/**
 * Settles two versions of a field in one transaction: the idea says `text`, the variant no longer asks, and what
 * stood until now can still be read.
 * @param text what the field shall say; null keeps what stands
 */
export async function settle({ row }: Where, variant: Variant, text: string | null): Promise<Result<void, Failure>> {
  const context = contextIn(row.space);
  const settled = resolveVariant(variant, context);
  if (!settled.ok) return settled;
  const documents = [{ document: settled.value, previous: variant }];
  if (text === null) return keep(row.space, documents);
  const { title, need, proposal, unit, category } = row.document;
  const input = { title, need, proposal, unit, category, [variant.field]: text } as IdeaInput;
  const edited = editIdea(row.document, input, context);
  if (!edited.ok) return err(edited.error);
  const replaced = replacedVersion(row.document, variant.field as keyof IdeaInput, text, context);
  if (replaced?.ok === false) return err(replaced.error);
  return keep(row.space, [
    { document: edited.value, previous: row.document },
    ...documents,
    ...(replaced === null ? [] : [{ document: replaced.value }])
  ]);
}

/** Whether the person may change the idea's text. */
export const mayChange = ({ row }: Where): boolean => editIdea(row.document, row.document, contextIn(row.space)).ok;

/** Whether the idea is the person's own. */
export const isOwn = ({ row }: Where): boolean => session.identities.includes(row.document.by);

/** Whether the person may settle a variant. */
export const maySettle = ({ row }: Where, variant: Variant): boolean =>
  resolveVariant(variant, contextIn(row.space)).ok;

/** Whether the person may erase a photo. */
export const mayErasePhoto = ({ row }: Where, photo: Photo): boolean =>
  check({ _id: photo._id, _deleted: true }, photo, session.actor(row.space)).ok;
