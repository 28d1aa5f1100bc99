import { idOf } from '#lib/core/ids.ts';
import { err } from '#lib/core/result.ts';
import { identityFor } from '../actor.ts';
import { checked, clean, type CommandResult, type Context } from '../command.ts';
import type { OwnCategory } from './category.ts';
import type { CustomField, FieldType } from './field.ts';
import type { FieldValue } from './fieldvalue.ts';
import type { Idea } from './idea.ts';

export interface FieldInput {
  readonly label: string;
  readonly help: string;
  readonly type: FieldType;
  /** Of a choice only; empty ones and those said twice are left out. */
  readonly options: readonly string[];
}

const ORDER_STEP = 10;

const optionsOf = (options: readonly string[]): string[] => [
  ...new Set(options.map(clean).filter((each) => each !== ''))
];

function fieldWords({ label, help, type, options }: FieldInput) {
  const helping = clean(help);
  return {
    label: clean(label),
    ...(helping === '' ? {} : { help: helping }),
    ...(type === 'choice' ? { options: optionsOf(options) } : {})
  };
}

/**
 * A new question, last among the others.
 * Refused: `empty label`, `empty options` where there is nothing to choose between.
 * @param others the questions it stands among
 * @param challenge the challenge that asks it; the municipality where none does
 */
export function addField(
  input: FieldInput,
  others: readonly Pick<CustomField, 'order'>[],
  challenge: string | undefined,
  { actor, newId }: Context
): CommandResult<CustomField> {
  if (input.type === 'choice' && optionsOf(input.options).length < 2) return err({ code: 'empty', field: 'options' });
  const next: CustomField = {
    _id: idOf('field', newId()),
    v: 1,
    ...fieldWords(input),
    type: input.type,
    order: others.reduce((last, { order }) => Math.max(last, order), 0) + ORDER_STEP,
    ...(challenge === undefined ? {} : { challenge })
  };
  return checked(next, null, actor);
}

/** Changes what a question says. What kind of answer it takes stays: there may be answers already. */
export function editField(
  previous: CustomField,
  input: Omit<FieldInput, 'type'>,
  { actor }: Pick<Context, 'actor'>
): CommandResult<CustomField> {
  const { help: _help, options: _options, ...kept } = previous;
  const words = fieldWords({ ...input, type: previous.type });
  if (words.options !== undefined && words.options.length < 2) return err({ code: 'empty', field: 'options' });
  return checked({ ...kept, ...words }, previous, actor);
}

/** Closes a question or an own category, or opens it again. What has been answered or chosen stays readable. */
export function setClosed<D extends CustomField | OwnCategory>(
  previous: D,
  isClosed: boolean,
  { actor }: Pick<Context, 'actor'>
): CommandResult<D> {
  const { closed: _closed, ...kept } = previous;
  const next = (isClosed ? { ...kept, closed: true as const } : kept) as D;
  return checked(next, previous, actor);
}

/**
 * Moves a question one step among its own.
 * @param fields all of them in their order
 * @returns those whose place is another than before, each with what it was
 */
export function moveField(
  fields: readonly CustomField[],
  id: string,
  step: -1 | 1
): readonly { readonly previous: CustomField; readonly next: CustomField }[] {
  const from = fields.findIndex((each) => each._id === id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= fields.length) return [];
  const moved = [...fields];
  moved.splice(to, 0, ...moved.splice(from, 1));
  return moved.flatMap((previous, index) => {
    const order = (index + 1) * ORDER_STEP;
    return previous.order === order ? [] : [{ previous, next: { ...previous, order } }];
  });
}

const NUMBER = /^[+\-\u2212]?\d[\d \u00a0]*(?:[.,]\d+)?$/;

/** Whether an answer is one that the question takes. An empty one always is: nobody has to answer. */
export function isAnswerTo({ type, options = [] }: Pick<CustomField, 'type' | 'options'>, value: string): boolean {
  const said = clean(value);
  if (said === '') return true;
  if (type === 'number') return NUMBER.test(said);
  if (type === 'yesno') return said === 'ja' || said === 'nej';
  return type === 'text' || options.indexOf(said) >= 0;
}

/**
 * Answers a question about an idea, under the name the idea has.
 * Refused: `wrong-type value` where it is not the kind of answer the question takes, `personal-number value`,
 * `too-long value`, `not-allowed` where somebody else has answered.
 * @param previous the answer there is; null where there is none
 */
export function answerField(
  idea: Pick<Idea, '_id' | 'by'>,
  field: CustomField,
  value: string,
  previous: FieldValue | null,
  { actor, now }: Pick<Context, 'actor' | 'now'>
): CommandResult<FieldValue> {
  // What was chosen once may stand, though it is no longer among what can be chosen.
  if (value !== previous?.value && !isAnswerTo(field, value)) return err({ code: 'wrong-type', field: 'value' });
  const next: FieldValue = {
    ...(previous ?? {
      _id: idOf('fieldvalue', idea._id, field._id),
      v: 1,
      idea: idea._id,
      field: field._id,
      by: identityFor(idea.by, actor)
    }),
    at: now,
    value: clean(value)
  };
  return checked(next, previous, actor);
}

/** A category of the municipality's own. */
export function addCategory(name: string, { actor, newId }: Context): CommandResult<OwnCategory> {
  return checked({ _id: idOf('category', newId()), v: 1, name: clean(name) }, null, actor);
}

/** Calls a category something else. */
export function renameCategory(
  previous: OwnCategory,
  name: string,
  { actor }: Pick<Context, 'actor'>
): CommandResult<OwnCategory> {
  return checked({ ...previous, name: clean(name) }, previous, actor);
}
