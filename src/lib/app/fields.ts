import { ok, type Result } from '#lib/core/result.ts';
import type { Context } from '#lib/domain/command.ts';
import { CATEGORIES, type Idea } from '#lib/domain/ideas/idea.ts';
import type { OwnCategory } from '#lib/domain/ideas/category.ts';
import type { CustomField } from '#lib/domain/ideas/field.ts';
import {
  addCategory,
  addField,
  editField,
  answerField,
  moveField,
  renameCategory,
  setClosed
} from '#lib/domain/ideas/fields.ts';
import type { FieldValue } from '#lib/domain/ideas/fieldvalue.ts';
import type { Accepted } from '#lib/store/accept.ts';
import type { Placed } from '#lib/store/fields.ts';
import { m } from '#lib/messages/index.svelte.ts';
import type { QuestionForm } from './challenges.ts';
import { contextIn, type Failure, keep, keepOne } from './command.ts';

/** What somebody answers, by question. */
export type Answers = Readonly<Record<string, string>>;

/**
 * The questions beside an idea: the municipality's, then its challenge's. A closed one is asked where it has an
 * answer that is written on.
 */
export function questionsOf(
  fields: readonly Placed<CustomField>[],
  space: string | undefined,
  challenge: string | undefined,
  answers: Answers
): readonly CustomField[] {
  const asked = fields.filter(
    ({ space: where, document }) =>
      (document.challenge === undefined ? where === space : document.challenge === challenge) &&
      (document.closed !== true || (answers[document._id] ?? '') !== '')
  );
  return [
    ...asked.filter(({ document }) => document.challenge === undefined),
    ...asked.filter(({ document }) => document.challenge !== undefined)
  ].map(({ document }) => document);
}

/**
 * What answers come to beside an idea: those that are another than before.
 * @returns the first refusal, its field the question's id
 */
export function answerDocuments(
  idea: Pick<Idea, '_id' | 'by'>,
  questions: readonly CustomField[],
  answers: Answers,
  before: readonly FieldValue[],
  context: Context
): Result<readonly Accepted[], Failure> {
  const documents: Accepted[] = [];
  for (const question of questions) {
    const previous = before.find(({ field }) => field === question._id);
    const value = (answers[question._id] ?? '').trim();
    if (value === (previous?.value ?? '')) continue;
    const answer = answerField(idea, question, value, previous ?? null, context);
    if (!answer.ok) return { ok: false, error: { ...answer.error, field: question._id } };
    documents.push({ document: answer.value, previous });
  }
  return ok(documents);
}

/**
 * The categories that can be chosen in a space, everybody's before its own.
 * @param chosen what is chosen, which stays among them though it is closed
 */
export const categoryOptions = (
  categories: readonly Placed<OwnCategory>[],
  space: string | undefined,
  chosen: string
): readonly { readonly value: string; readonly label: string }[] => [
  ...CATEGORIES.map((category) => ({ value: category as string, label: m().ideas.categories[category] })),
  ...categories
    .filter(({ space: where, document }) => where === space && (document.closed !== true || document._id === chosen))
    .map(({ document }) => ({ value: document._id, label: document.name }))
];

/** Makes a category of the space's own, or calls it something else. */
export const saveCategory = (space: string, previous: OwnCategory | undefined, name: string) =>
  previous === undefined
    ? keepOne(space, addCategory(name, contextIn(space)))
    : keepOne(space, renameCategory(previous, name, contextIn(space)), previous);

/**
 * Makes a question of the municipality's, last among its own, or changes what one says.
 * @param others the municipality's questions
 */
export function saveQuestion(space: string, form: QuestionForm, others: readonly CustomField[]) {
  const context = contextIn(space);
  const { label, help, type, previous } = form;
  const input = { label, help, type, options: form.options.split('\n') };
  return previous === undefined
    ? keepOne(space, addField(input, others, undefined, context))
    : keepOne(space, editField(previous, input, context), previous);
}

/** Closes a question or a category, or opens it again. */
export const close = <D extends CustomField | OwnCategory>(space: string, previous: D, isClosed: boolean) =>
  keepOne(space, setClosed(previous, isClosed, contextIn(space)), previous);

/** Moves a question a step among its own. @param fields all of them in their order */
export const move = (space: string, fields: readonly CustomField[], id: string, step: -1 | 1) =>
  keep(
    space,
    moveField(fields, id, step).map(({ previous, next }) => ({ document: next, previous }))
  );
