import type { Gain } from '../benefit/standing.ts';
import { type Totals, totalsOf } from '../benefit/totals.ts';
import type { Stage } from '../ideas/stages.ts';
import { type Day, workdaysBetween } from '../workdays.ts';
import { type IdeaFacts, PATH, type Visit } from './facts.ts';
import { type Month, monthOf, monthsOf, type View } from './view.ts';

/** Stages whose time is measured: those that an idea is to come on from. */
export const TIMED: readonly Stage[] = ['ny', 'komplettering', 'mottagen', 'bedoms', 'utvecklas', 'testas', 'infors'];

const stepOf = (stage: Stage): number => PATH.indexOf(stage);
const FORWARD = stepOf('utvecklas');
const INTRODUCED = stepOf('infors');

const isWithin = (day: Day, { from, to }: View): boolean => from <= day && day <= to;

const monthReached = ({ reached }: IdeaFacts, step: number, view: View): readonly Month[] => {
  const day = reached[step];
  return day !== undefined && isWithin(day, view) ? [monthOf(day)] : [];
};

const visitsThatEnded = ({ visits }: IdeaFacts, view: View): readonly Visit[] =>
  visits.filter(({ stage, to }) => to !== undefined && TIMED.includes(stage) && isWithin(to, view));

const gains = (gain: Gain | undefined): readonly string[] =>
  (['hours', 'kronor'] as const).flatMap((of) =>
    (['yearly', 'once'] as const).flatMap((sort) => (gain?.[of][sort] === undefined ? [] : [of + '|' + sort]))
  );

/**
 * Each measure says of an idea which of its points it is counted in. What a picture shows and the list behind it are
 * therefore the same ideas. Ideas of a unit are chosen before.
 */
const POINTS = {
  /** Those that wait for an answer today. */
  waiting: ({ waitsFor }) => (waitsFor === 'answer' ? [''] : []),
  /** Those that were promised an answer before today. */
  overdue: ({ waitsFor, due }, { today }) => (waitsFor === 'answer' && due < today ? [''] : []),
  /** Those that were first decided to be introduced in today's year. */
  introducedThisYear: ({ reached }, { today }) => (reached[INTRODUCED]?.slice(0, 4) === today.slice(0, 4) ? [''] : []),
  /** By unit and month: `unit:A|2026-11`. */
  received: ({ unit, day }, view) => (isWithin(day, view) ? [unit + '|' + monthOf(day)] : []),
  /** By stage: those that came there, or further, for the first time. */
  funnel: ({ reached }, view) => PATH.filter((_, step) => step < reached.length && isWithin(reached[step]!, view)),
  /** By stage: those that left it. */
  left: (facts, view) => [...new Set(visitsThatEnded(facts, view).map(({ stage }) => stage))],
  /** By stage: those that are in it today. */
  here: ({ visits }) => [visits[visits.length - 1]!.stage],
  /**
   * By month and outcome, `2026-11|inTime`, of those whose day has passed: the day itself is still time to answer. One
   * that waits for its author, or lives on unanswered in another, has not been late.
   */
  answers: ({ due, answered, waitsFor }, view) =>
    isWithin(due, view) && due < view.today && (answered !== undefined || waitsFor === 'answer')
      ? [monthOf(due) + (answered !== undefined && answered <= due ? '|inTime' : '|late')]
      : [],
  /** By month: those that were first given time, or came further at once. */
  forward: (facts, view) => monthReached(facts, FORWARD, view),
  /** By month: those that were first decided to be introduced. */
  introduced: (facts, view) => monthReached(facts, INTRODUCED, view),
  /** By month: those that were closed, which is always done with a reason. */
  closed: ({ visits }, view) => [
    ...new Set(
      visits.filter(({ stage, from }) => stage === 'avslutad' && isWithin(from, view)).map(({ from }) => monthOf(from))
    )
  ],
  /** By sort, `hours|yearly`: those that are meant to give something, as it stands today. */
  planned: ({ benefit }) => gains(benefit?.planned),
  /** By sort: those that have given something, as it stands today. */
  reached: ({ benefit }) => gains(benefit?.reached)
} satisfies Record<string, (facts: IdeaFacts, view: View) => readonly string[]>;

export type Measure = keyof typeof POINTS;
export const MEASURES = Object.keys(POINTS) as readonly Measure[];

const chosen = (facts: readonly IdeaFacts[], { unit }: View): readonly IdeaFacts[] =>
  unit === undefined ? facts : facts.filter((each) => each.unit === unit);

/**
 * The ideas behind a measure, the last left first.
 * @param matches which of its points; all where it is not said
 */
export function ideasBehind(
  facts: readonly IdeaFacts[],
  view: View,
  measure: Measure,
  matches: (point: string) => boolean = () => true
): readonly string[] {
  return chosen(facts, view)
    .filter((each) =>
      (POINTS[measure] as (facts: IdeaFacts, view: View) => readonly string[])(each, view).some(matches)
    )
    .sort((a, b) => (a.day !== b.day ? (a.day < b.day ? 1 : -1) : a.id < b.id ? 1 : -1))
    .map(({ id }) => id);
}

/** How long ideas were in a stage. Working days. */
export interface StageTime {
  readonly stage: Stage;
  /** How many times it was left within the period. */
  readonly count: number;
  /** Half of those took so long or shorter; undefined where there are none. */
  readonly median: number | undefined;
  /** Nine of ten took so long or shorter. */
  readonly p90: number | undefined;
  /** Ideas that are there today, and how long the one has been that came first. */
  readonly here: number;
  readonly longest: number | undefined;
}

export interface Answers {
  readonly month: Month;
  readonly inTime: number;
  readonly late: number;
}

export interface UnitMonths {
  /** The empty string is those that belong to no unit. */
  readonly unit: string;
  /** One for each of the months. */
  readonly counts: readonly number[];
  readonly total: number;
}

export interface MonthCount {
  readonly month: Month;
  readonly count: number;
}

/** Everything that is counted of ideas. */
export interface Overview {
  readonly view: View;
  readonly months: readonly Month[];
  readonly now: { readonly waiting: number; readonly overdue: number; readonly introducedThisYear: number };
  readonly funnel: readonly { readonly stage: Stage; readonly count: number }[];
  readonly times: readonly StageTime[];
  readonly answers: readonly Answers[];
  /** The unit that has left the most ideas first. */
  readonly units: readonly UnitMonths[];
  readonly forward: readonly MonthCount[];
  readonly introduced: readonly MonthCount[];
  readonly closed: readonly MonthCount[];
  /** As it stands today, whatever the period. */
  readonly benefit: Totals;
}

/** The middle of some numbers; of an even count the mean of the two in the middle. Undefined of none. */
export function medianOf(sorted: readonly number[]): number | undefined {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 || sorted.length === 0 ? sorted[middle] : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The least of some numbers that at least such a part of them is not above. Undefined of none. */
export const quantileOf = (sorted: readonly number[], part: number): number | undefined =>
  sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];

/** Counts all measures in one go through the ideas. */
export function overviewOf(all: readonly IdeaFacts[], view: View): Overview {
  const facts = chosen(all, view);
  const months = monthsOf(view);
  const counts = new Map<string, number>();
  const durations = new Map<Stage, number[]>();
  const longest = new Map<Stage, number>();
  const units = new Map<string, number[]>();
  for (const each of facts) {
    for (const measure of MEASURES)
      for (const point of (POINTS[measure] as (facts: IdeaFacts, view: View) => readonly string[])(each, view)) {
        const key = measure + '|' + point;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    for (const { stage, from, to } of visitsThatEnded(each, view)) {
      const days = durations.get(stage) ?? [];
      days.push(workdaysBetween(from, to!));
      durations.set(stage, days);
    }
    const { stage, from } = each.visits[each.visits.length - 1]!;
    if (TIMED.includes(stage)) longest.set(stage, Math.max(longest.get(stage) ?? 0, workdaysBetween(from, view.today)));
    if (isWithin(each.day, view)) {
      const perMonth = units.get(each.unit) ?? months.map(() => 0);
      perMonth[months.indexOf(monthOf(each.day))]! += 1;
      units.set(each.unit, perMonth);
    }
  }
  const countOf = (measure: Measure, point = ''): number => counts.get(measure + '|' + point) ?? 0;
  const perMonth = (measure: Measure): readonly MonthCount[] =>
    months.map((month) => ({ month, count: countOf(measure, month) }));
  return {
    view,
    months,
    now: {
      waiting: countOf('waiting'),
      overdue: countOf('overdue'),
      introducedThisYear: countOf('introducedThisYear')
    },
    funnel: PATH.map((stage) => ({ stage, count: countOf('funnel', stage) })),
    times: TIMED.map((stage) => {
      const sorted = (durations.get(stage) ?? []).sort((a, b) => a - b);
      return {
        stage,
        count: sorted.length,
        median: medianOf(sorted),
        p90: quantileOf(sorted, 0.9),
        here: countOf('here', stage),
        longest: longest.get(stage)
      };
    }),
    answers: months.map((month) => ({
      month,
      inTime: countOf('answers', month + '|inTime'),
      late: countOf('answers', month + '|late')
    })),
    units: [...units]
      .map(([unit, perMonth]) => ({ unit, counts: perMonth, total: perMonth.reduce((sum, count) => sum + count, 0) }))
      .sort((a, b) => b.total - a.total || (a.unit < b.unit ? -1 : 1)),
    forward: perMonth('forward'),
    introduced: perMonth('introduced'),
    closed: perMonth('closed'),
    benefit: totalsOf(facts.flatMap(({ benefit }) => benefit ?? []))
  };
}
