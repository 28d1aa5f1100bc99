import * as v from 'valibot';
import { filledText, flag, listOf, oneOf, optional, whole } from '../shapes.ts';
import { STEPS } from './steps.ts';

// The one format of worksheet templates: docs/templates.md says it in words. What must hold between the parts
// (that a choice has options, that a curve follows a number) is in template-check.ts.

/** How a section is filled in. */
export const FORMS = [
  'text',
  'rows',
  'cards',
  'rings',
  'journey',
  'matrix',
  'dots',
  'wheel',
  'chain',
  'calculation',
  'diary',
  'sketch'
] as const;
export type Form = (typeof FORMS)[number];

/** What a field takes: a line, several lines, a number, one of some options, a day, somebody's role, a picture. */
export const FIELD_TYPES = ['text', 'long', 'number', 'choice', 'date', 'role', 'photo'] as const;

/** How a computed field is made of others in the same section. */
export const OPERATIONS = ['sum', 'difference', 'product'] as const;

/** What a field, a section, a zone or an option is called inside a template. */
export const PART_ID = /^[a-z][a-z0-9-]{0,39}$/;

// A name that every object answers to would be taken for a value by whoever looks it up.
const partId = v.pipe(
  v.string('wrong-type'),
  v.regex(PART_ID, 'wrong-type'),
  v.check((name) => !(name in {}), 'wrong-type')
);

/** Words in one language, or in both. Chosen by what is given and not tried in turn, so that a fault is told as it is. */
const words = (max: number) => {
  const plain = filledText(max);
  const both = v.strictObject({ sv: plain, en: plain }, 'wrong-type');
  return v.lazy((given): typeof plain | typeof both => (typeof given === 'object' ? both : plain));
};
export type Words = v.InferOutput<ReturnType<typeof words>>;

const some = <const S extends v.GenericSchema>(item: S, max: number) =>
  v.pipe(v.array(item, 'wrong-type'), v.minLength(1, 'empty'), v.maxLength(max, 'too-long'));

const span = (min: number, max: number) => v.strictObject({ from: whole(min, max), to: whole(min, max) }, 'wrong-type');

const named = { id: partId, name: words(80) };

const formula = v.strictObject({ op: oneOf(OPERATIONS), of: listOf(partId, 12) }, 'wrong-type');

const bound = v.pipe(v.number('wrong-type'), v.minValue(-1e9, 'wrong-type'), v.maxValue(1e9, 'wrong-type'));

const field = v.strictObject(
  {
    ...named,
    type: oneOf(FIELD_TYPES),
    help: optional(words(400)),
    /** What a choice is made between. */
    options: optional(some(v.strictObject(named, 'wrong-type'), 12)),
    /** The least and the greatest a number may be. */
    min: optional(bound),
    max: optional(bound),
    /** What a number counts: kr, timmar. */
    unit: optional(words(20)),
    /** The part of a wheel it stands in. */
    zone: optional(partId),
    /** A number that is not written but made of others. */
    compute: optional(formula)
  },
  'wrong-type'
);
export type TemplateField = v.InferOutput<typeof field>;

const zone = v.strictObject({ ...named, help: optional(words(200)) }, 'wrong-type');

const axis = v.strictObject({ name: words(60), low: words(40), high: words(40) }, 'wrong-type');

const section = v.strictObject(
  {
    id: partId,
    form: oneOf(FORMS),
    name: optional(words(80)),
    help: optional(words(600)),
    /** What the button says that adds a row or a card. */
    add: optional(words(60)),
    /** What is asked: once in a text, a wheel's turn and a year of a calculation, otherwise of each row or card. */
    fields: optional(some(field, 16)),
    /** Rings from the middle out, columns from the left, the four fields of a matrix, the parts of a wheel. */
    zones: optional(some(zone, 8)),
    /** What a matrix measures. */
    axes: optional(v.strictObject({ x: axis, y: axis }, 'wrong-type')),
    /** The number a journey's curve follows. */
    curve: optional(partId),
    /** What dots are given for. One that is `fixed` keeps its name. */
    variables: optional(some(v.strictObject({ ...named, fixed: optional(flag) }, 'wrong-type'), 5)),
    /** Dots a person has for each variable. */
    dots: optional(whole(1, 10)),
    /** How many years a calculation spans. */
    years: optional(span(1, 10)),
    /** Cards can be given a colour. */
    colours: optional(flag),
    /** Entries can be spoken. */
    sound: optional(flag)
  },
  'wrong-type'
);
export type Section = v.InferOutput<typeof section>;

const guide = v.strictObject(
  {
    purpose: words(600),
    when: words(600),
    minutes: span(1, 600),
    group: span(1, 100),
    /** How it is done, one step a line. */
    how: some(words(400), 10)
  },
  'wrong-type'
);
export type Guide = v.InferOutput<typeof guide>;

/** A worksheet's template as it is stored, exported and imported. */
export const templateContent = v.strictObject(
  {
    format: v.literal(1, 'wrong-type'),
    name: words(80),
    step: oneOf(STEPS),
    guide,
    sections: some(section, 12)
  },
  'wrong-type'
);
export type TemplateContent = v.InferOutput<typeof templateContent>;

/** Words in the reader's language; those there are, where there is one alone. */
export const say = (given: Words, language: 'sv' | 'en'): string =>
  typeof given === 'string' ? given : given[language];
