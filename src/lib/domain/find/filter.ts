import * as v from 'valibot';
import { CATEGORIES, isCategory } from '../ideas/idea.ts';
import { STAGES, type Stage } from '../ideas/stages.ts';
import { day, flag, listOf, oneOf, optional, ref, text } from '../shapes.ts';
import type { Day } from '../workdays.ts';

/** What somebody may be to an idea: its author, one who supports it, one who follows it. */
export const BONDS = ['author', 'supported', 'followed'] as const;
export type Bond = (typeof BONDS)[number];

/** Which ideas somebody wants to see. What is absent leaves nothing out; what stands must all be so. */
export interface Filter {
  /** `unit:<ulid>`, or one that is no longer here. */
  readonly unit?: string | undefined;
  readonly stage?: Stage | undefined;
  readonly category?: string | undefined;
  readonly challenge?: string | undefined;
  /** What whoever looks is to the idea: in a shared view another for each. */
  readonly me?: readonly Bond[] | undefined;
  /** It waits on whoever looks: for an answer, or for more words. */
  readonly waits?: true | undefined;
  /** The day by which it was to be answered has gone by. */
  readonly overdue?: true | undefined;
  readonly picture?: true | undefined;
  /** Left on that day or later. */
  readonly from?: Day | undefined;
  /** Left on that day or earlier. */
  readonly to?: Day | undefined;
  /** Closed and merged ideas too, which are otherwise left out. */
  readonly all?: true | undefined;
  /** Words that it has. */
  readonly query?: string | undefined;
}

/** The longest search that is kept with a view. */
export const QUERY_MAX = 140;

/** A filter as a document holds it. */
export const filterShape = v.strictObject(
  {
    unit: optional(ref('unit')),
    stage: optional(oneOf(STAGES)),
    category: optional(v.pipe(v.string('wrong-type'), v.check(isCategory, 'wrong-type'))),
    challenge: optional(ref('challenge')),
    me: optional(listOf(oneOf(BONDS), BONDS.length)),
    waits: optional(flag),
    overdue: optional(flag),
    picture: optional(flag),
    from: optional(day),
    to: optional(day),
    all: optional(flag),
    query: optional(text(QUERY_MAX))
  },
  'wrong-type'
);

/** What an address calls each part of a filter. */
const NAMES = {
  unit: 'enhet',
  stage: 'lage',
  category: 'omrade',
  challenge: 'utmaning',
  me: 'jag',
  waits: 'vantar',
  overdue: 'forsenad',
  picture: 'bild',
  from: 'fran',
  to: 'till',
  all: 'alla',
  query: 'q'
} as const satisfies Readonly<Record<keyof Filter, string>>;

const BOND_NAMES: Readonly<Record<Bond, string>> = { author: 'skrev', supported: 'stoder', followed: 'foljer' };

const PARTS = Object.keys(NAMES) as (keyof Filter)[];
const FLAGS = ['waits', 'overdue', 'picture', 'all'] as const;

/** Reads a filter from an address's parameters. Those it does not know, and values that cannot be, are ignored. */
export function filterFrom(parameters: Pick<URLSearchParams, 'get'>): Filter {
  const said = (part: keyof Filter): string => (parameters.get(NAMES[part]) ?? '').trim();
  const dayIn = (part: 'from' | 'to'): Day | undefined => (v.is(day, said(part)) ? said(part) : undefined);
  const stage = STAGES.find((name) => name === said('stage'));
  const me = BONDS.filter((bond) => said('me').split(',').includes(BOND_NAMES[bond]));
  const [unit, challenge, category] = [said('unit'), said('challenge'), said('category')];
  const query = said('query');
  const filter: Record<string, unknown> = {
    // A unit that is not here is said on the page, so it is kept whatever it is.
    unit: unit === '' ? undefined : unit,
    stage,
    category: isCategory(category) ? category : undefined,
    challenge: challenge === '' ? undefined : challenge,
    me: me.length === 0 ? undefined : me,
    from: dayIn('from'),
    to: dayIn('to'),
    query: query === '' ? undefined : query
  };
  for (const part of FLAGS) filter[part] = said(part) === '1' ? true : undefined;
  return trimmed(filter);
}

/** The address's parameters for a filter, always in the same order. */
export function parametersOf(filter: Filter): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const part of PARTS) {
    const value = filter[part];
    if (value === undefined) continue;
    const said =
      value === true ? '1' : typeof value === 'string' ? value : value.map((bond) => BOND_NAMES[bond]).join(',');
    parameters.set(NAMES[part], said);
  }
  return parameters;
}

/** The same filter without what says nothing. */
export const trimmed = (filter: Filter | Readonly<Record<string, unknown>>): Filter =>
  Object.fromEntries(
    PARTS.map((part) => [part, (filter as Record<string, unknown>)[part]]).filter(
      ([, value]) => value !== undefined && value !== ''
    )
  ) as Filter;

/** How many things a filter asks for, words apart. */
export const countOf = ({ query: _query, me = [], ...filter }: Filter): number =>
  Object.keys(trimmed(filter)).length + me.length;

/** Whether the two leave the same ideas. */
export const isSameFilter = (a: Filter, b: Filter): boolean =>
  parametersOf(a).toString() === parametersOf(b).toString();

/** Whether a category is one of those that everybody has. */
export const isCommonCategory = (value: string): value is (typeof CATEGORIES)[number] =>
  (CATEGORIES as readonly string[]).includes(value);
