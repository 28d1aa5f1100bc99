import * as v from 'valibot';
import { ID_PATTERN } from '#lib/core/ids.ts';
import { findPersonalNumbers } from './personal-number.ts';

/** Codes a shape gives when it says no; everything else is `wrong-type`. */
export type ShapeCode = 'personal-number' | 'too-long' | 'malformed-text' | 'wrong-type' | 'empty';

// Lone surrogates, control characters other than tab and newline, and those that turn the direction of
// the text that follows: CouchDB refuses the first for a whole batch at once, none can be typed, and the
// last make a name or a title look like another.
const MALFORMED =
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?:^|[^\ud800-\udbff])[\udc00-\udfff]/;
const isWellFormed = (text: string): boolean => !MALFORMED.test(text);

/** What a person wrote, at most `max` UTF-16 units. Every such field is guarded against personal identity numbers. */
export const text = (max: number) =>
  v.pipe(
    v.string('wrong-type'),
    v.maxLength(max, 'too-long'),
    v.check(isWellFormed, 'malformed-text'),
    v.check((value) => findPersonalNumbers(value).length === 0, 'personal-number')
  );

/** Like `text`, and not blank. */
export const filledText = (max: number) =>
  v.pipe(
    text(max),
    v.check((value) => value.trim() !== '', 'empty')
  );

// The pattern keeps the century; the calendar then says whether the day exists. A moment that is none
// would stop every device that tries to show it.
const isMoment = (text: string): boolean => {
  const time = Date.parse(text);
  return !isNaN(time) && new Date(time).toISOString() === text;
};

/** A moment in this century, as `Date.prototype.toISOString` writes it: UTC with milliseconds. */
export const instant = v.pipe(
  v.string('wrong-type'),
  v.regex(/^20\d\d-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d\.\d{3}Z$/, 'wrong-type'),
  v.check(isMoment, 'wrong-type')
);

/** A person's opaque id, or one of their aliases; nothing in it tells which. */
export const personId = v.pipe(v.string('wrong-type'), v.regex(ID_PATTERN, 'wrong-type'));

/** The id of another document, of one given kind. */
export const ref = (kind: string) =>
  v.pipe(v.string('wrong-type'), v.regex(new RegExp('^' + kind + ':[0-9A-HJKMNP-TV-Z]{26}$'), 'wrong-type'));

/** The id of a document of any kind whose ids hold nothing but opaque parts. */
export const anyRef = v.pipe(v.string('wrong-type'), v.regex(/^[a-z]+(:[0-9A-HJKMNP-TV-Z]{26}){1,2}$/, 'wrong-type'));

/** One of a fixed list of words. */
export const oneOf = <const T extends readonly string[]>(words: T) => v.picklist(words, 'wrong-type');

/** A whole number within bounds, both included. */
export const whole = (min: number, max: number) =>
  v.pipe(v.number('wrong-type'), v.integer('wrong-type'), v.minValue(min, 'wrong-type'), v.maxValue(max, 'wrong-type'));

/** At most `max` of something, none of them twice. */
export const listOf = <const S extends v.GenericSchema<string, string>>(item: S, max: number) =>
  v.pipe(
    v.array(item, 'wrong-type'),
    v.maxLength(max, 'too-long'),
    v.check((list) => list.every((each, index) => list.indexOf(each) === index), 'wrong-type')
  );

/**
 * Values by name: `names` says what a name may be, and there are at most `max`.
 * A name that every object answers to is none.
 */
export const recordOf = <const S extends v.GenericSchema>(names: RegExp, value: S, max: number) =>
  v.pipe(
    v.custom<Record<string, v.InferInput<S>>>((given) => {
      if (typeof given !== 'object' || given === null || Array.isArray(given)) return false;
      const keys = Object.keys(given);
      return keys.length <= max && keys.every((key) => names.test(key) && !(key in {}));
    }, 'wrong-type'),
    v.record(v.string(), value)
  );

/** A day in this century, `YYYY-MM-DD`. */
export const day = v.pipe(
  v.string('wrong-type'),
  v.regex(/^20\d\d-[01]\d-[0-3]\d$/, 'wrong-type'),
  v.check((value) => isMoment(value + 'T00:00:00.000Z'), 'wrong-type')
);

/** Yes, or nothing at all. */
export const flag = v.literal(true, 'wrong-type');

export const optional = v.optional;

/** Who did something, and when. */
export const mark = v.strictObject({ by: personId, at: instant }, 'wrong-type');
export type Mark = v.InferOutput<typeof mark>;
