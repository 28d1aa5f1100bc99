import type { OwnCategory } from '#lib/domain/ideas/category.ts';
import type { CustomField } from '#lib/domain/ideas/field.ts';
import type { FieldValue } from '#lib/domain/ideas/fieldvalue.ts';
import type { Variant } from '#lib/domain/variant.ts';
import { type Database, type IdeaRow, keyOf } from './database.ts';

/** A document with the space it lives in. */
export interface Placed<D> {
  readonly space: string;
  readonly document: D;
}

/** Every question of every space here, those of challenges too, in their order. */
export async function allFields(db: Database): Promise<Placed<CustomField>[]> {
  const rows = await db.rows<CustomField>('field').toArray();
  return rows
    .map(({ space, document }) => ({ space, document }))
    .sort((a, b) => a.document.order - b.document.order || (a.document._id < b.document._id ? -1 : 1));
}

/** The own categories of every space here, by name. */
export async function allCategories(db: Database): Promise<Placed<OwnCategory>[]> {
  const rows = await db.rows<OwnCategory>('category').toArray();
  return rows
    .map(({ space, document }) => ({ space, document }))
    .sort((a, b) => a.document.name.localeCompare(b.document.name, 'sv'));
}

/** An answer, with what else its writer has said to the same on another device and not chosen between yet. */
export interface Answer extends FieldValue {
  readonly versions: readonly Variant[];
}

/** What an idea answers to questions, answers that were taken back too. */
export async function answersOf(db: Database, space: string, idea: string): Promise<Answer[]> {
  const rows = await db.rows<FieldValue>('fieldvalue').where('document.idea').equals(idea).toArray();
  const answers = rows.filter((row) => row.space === space).map((row) => row.document);
  const variants = await db
    .rows<Variant>('variant')
    .where('document.of')
    .anyOf(answers.map((answer) => answer._id))
    .toArray();
  const open = variants.filter((row) => row.space === space && row.document.resolved === undefined);
  return answers.map((answer) => ({
    ...answer,
    versions: open.map((row) => row.document).filter(({ of }) => of === answer._id)
  }));
}

/** What many ideas answer to questions: by the row's key and then by the question's id. */
export async function answersTo(
  db: Database,
  rows: readonly Pick<IdeaRow, 'id'>[]
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const ids = [...new Set(rows.map(({ id }) => id))];
  const found = await db.rows<FieldValue>('fieldvalue').where('document.idea').anyOf(ids).toArray();
  const answers = new Map<string, Map<string, string>>();
  for (const { space, document } of found) {
    const key = keyOf(space, document.idea);
    const ofIdea = answers.get(key) ?? new Map<string, string>();
    answers.set(key, ofIdea.set(document.field, document.value));
  }
  return answers;
}
