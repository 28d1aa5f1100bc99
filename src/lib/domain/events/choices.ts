import * as v from 'valibot';
import { err, ok, type Result } from '#lib/core/result.ts';
import { HAPPENING_TYPES, type HappeningType } from './happening.ts';

/** How often a summary comes by mail. */
export const DIGESTS = ['none', 'daily', 'weekly'] as const;
export type Digest = (typeof DIGESTS)[number];

type PerType = Record<HappeningType, v.OptionalSchema<v.BooleanSchema<'wrong-type'>, undefined>>;

const perType = Object.fromEntries(
  HAPPENING_TYPES.map((type) => [type, v.optional(v.boolean('wrong-type'))])
) as PerType;

// "24:00" is no time of a day.
const clock = v.pipe(v.string('wrong-type'), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'wrong-type'));

const quietShape = v.pipe(
  v.strictObject({ from: clock, to: clock }, 'wrong-type'),
  // A night that begins when it ends is none, or all day: nobody could tell which.
  v.check(({ from, to }) => from !== to, 'empty')
);

const addressShape = v.pipe(
  v.string('wrong-type'),
  v.maxLength(254, 'too-long'),
  v.check((value) => value === '' || v.is(v.pipe(v.string(), v.email()), value), 'wrong-type')
);

const shape = v.pipe(
  v.strictObject(
    {
      /** By type: whether the phone says that something of it has happened. A type that is missing is off. */
      push: v.strictObject(perType, 'wrong-type'),
      mail: v.picklist(DIGESTS, 'wrong-type'),
      /** Where the summary goes; the empty string or absent: nowhere. */
      address: v.optional(addressShape),
      /** Hours in which the phone is left alone, Swedish time; `from` may be later than `to`: over midnight. */
      quiet: v.nullable(quietShape),
      language: v.picklist(['sv', 'en'], 'wrong-type')
    },
    'wrong-type'
  ),
  v.forward(
    v.check(({ mail, address = '' }) => mail === 'none' || address !== '', 'empty'),
    ['address']
  )
);

/** What somebody wants to hear of where, as the server keeps it. */
export type Choices = v.InferOutput<typeof shape>;

/** Why choices are not kept, and which field is wrong. */
export interface ChoicesRefusal {
  readonly code: 'wrong-type' | 'too-long' | 'empty';
  readonly field?: keyof Choices;
}

const FIELDS: readonly (keyof Choices)[] = ['push', 'mail', 'address', 'quiet', 'language'];

/** What holds until somebody has chosen: nothing is pushed and nothing is mailed. */
export const NO_CHOICES: Choices = { push: {}, mail: 'none', quiet: { from: '19:00', to: '07:00' }, language: 'sv' };

/**
 * Reads choices that come from outside.
 * Refused: `empty address` where a summary is wanted and there is nowhere to send it, `wrong-type address`,
 * `wrong-type quiet` for what is no time of day, `empty quiet` for a night that ends when it begins.
 */
export function readChoices(value: unknown): Result<Choices, ChoicesRefusal> {
  const result = v.safeParse(shape, value, { abortPipeEarly: true });
  if (result.success) return ok(result.output);
  const issue = result.issues[0];
  const field = issue.path?.[0]?.key;
  return err({
    code: issue.message as ChoicesRefusal['code'],
    ...(FIELDS.some((each) => each === field) ? { field: field as keyof Choices } : {})
  });
}
