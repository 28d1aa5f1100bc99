import { err, type Result } from '#lib/core/result.ts';
import {
  castSupport,
  editIdea,
  type IdeaInput,
  replacedVersion,
  resolveVariant,
  retractIdea
} from '#lib/domain/ideas/commands.ts';
import type { Idea } from '#lib/domain/ideas/idea.ts';
import type { CustomField } from '#lib/domain/ideas/field.ts';
import type { FieldValue } from '#lib/domain/ideas/fieldvalue.ts';
import type { Photo } from '#lib/domain/ideas/photo.ts';
import { check } from '#lib/domain/rules.ts';
import type { Variant } from '#lib/domain/variant.ts';
import type { Accepted } from '#lib/store/accept.ts';
import type { IdeaView } from '#lib/store/idea-view.ts';
import { type Answers, answerDocuments } from './fields.ts';
import { contextIn, type Failure, keep, keepOne } from './command.ts';
import { session } from './session.svelte.ts';

type Where = Pick<IdeaView, 'row'>;

/** The person's own support, of the idea and of those that live on in it. */
const ownSupports = (view: IdeaView) => view.supports.filter((each) => session.identities.includes(each.by));

/** Whether the person supports the idea, or one that lives on in it: they are one now. */
export const isSupporting = (view: IdeaView): boolean => ownSupports(view).some((each) => each.state.given);

/** Gives the person's support, or takes back all they have given to what is one idea now. */
export async function setSupport(view: IdeaView, given: boolean): Promise<Result<void, Failure>> {
  const { id, space } = view.row;
  const own = ownSupports(view);
  const changed = given ? [own.find((each) => each.idea === id) ?? null] : own.filter((each) => each.state.given);
  const documents: Accepted[] = [];
  for (const previous of changed) {
    const made = castSupport(previous?.idea ?? id, given, previous, contextIn(space));
    if (!made.ok) return made;
    documents.push({ document: made.value, previous: previous ?? undefined });
  }
  return keep(space, documents);
}

/**
 * Changes what the idea says, and what it answers beside it.
 * @param previous the version the person began from, which a later one is joined with
 * @param beside the questions that are asked, the answers, and those there were
 * @returns a refused answer's field is its question's id
 */
export async function change(
  { row }: Where,
  previous: Idea,
  input: IdeaInput,
  beside: {
    readonly questions: readonly CustomField[];
    readonly answers: Answers;
    readonly before: readonly FieldValue[];
  }
): Promise<Result<void, Failure>> {
  const context = contextIn(row.space);
  const edited = editIdea(previous, input, context);
  if (!edited.ok) return edited;
  const answered = answerDocuments(previous, beside.questions, beside.answers, beside.before, context);
  if (!answered.ok) return answered;
  return keep(row.space, [{ document: edited.value, previous }, ...answered.value]);
}

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

/** Whether the person writes the idea, alone or with others. */
export const isAuthor = ({ row }: Where): boolean =>
  [row.document.by, ...(row.document.coauthors ?? [])].some((each) => session.identities.includes(each));

/** Whether the person may settle a variant. */
export const maySettle = ({ row }: Where, variant: Variant): boolean =>
  resolveVariant(variant, contextIn(row.space)).ok;

/** Whether the person may erase a photo. */
export const mayErasePhoto = ({ row }: Where, photo: Photo): boolean =>
  check({ _id: photo._id, _deleted: true }, photo, session.actor(row.space)).ok;
