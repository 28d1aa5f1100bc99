import type { Decision } from '../ideas/decision.ts';
import { pathOf } from '../ideas/path.ts';
import type { Stage } from '../ideas/stages.ts';
import { addWorkdays, type Day, isWorkday, swedishDay } from '../workdays.ts';
import { type Benefit, FOLLOW_UPS, type Months } from './benefit.ts';
import { standing } from './standing.ts';

/** Working days from the day a follow-up is asked for until it is late. */
export const FOLLOW_UP_DAYS = 10;

/**
 * How a follow-up stands. `missed`: nobody answered before the next one was asked for, so nobody is asked any more.
 */
export type FollowUpState = 'coming' | 'due' | 'overdue' | 'done' | 'unmeasurable' | 'missed';

/** One question of what came of an idea that was introduced. */
export interface FollowUp {
  readonly idea: string;
  readonly months: Months;
  /** The day it was decided to introduce it. */
  readonly introduced: Day;
  /** The first working day on which it is asked; later than planned where it was postponed. */
  readonly day: Day;
  /** The last working day on which an answer is in time. */
  readonly last: Day;
  readonly state: FollowUpState;
  /** Who is reminded, by opaque id: whoever the plan names, otherwise whoever decided to introduce it. */
  readonly responsible: string;
  /** What answered it. */
  readonly answer: Benefit | undefined;
  /** The postponement that stands. */
  readonly postponed: Benefit | undefined;
}

/** The same date so many months later, or the month's last day where it has no such date. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

const workdayFrom = (day: Day): Day => (isWorkday(day) ? day : addWorkdays(day, 1));

const isIntroduced = (stage: Stage): boolean => stage === 'infors' || stage === 'i-drift';

/**
 * The decision by which an idea that is in use, or on its way there, was introduced: the first that led there since
 * it last stood anywhere else. Undefined where it is not introduced.
 */
export function introductionOf(decisions: readonly Decision[]): Decision | undefined {
  if (!isIntroduced(pathOf(decisions).stage)) return undefined;
  const ordered = decisions
    .filter((each) => each.withdrawn === undefined)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a._id < b._id ? -1 : 1));
  let first: Decision | undefined;
  for (const each of ordered) {
    if (!isIntroduced(each.to)) first = undefined;
    else if (first === undefined) first = each;
  }
  return first ?? pathOf(decisions).current;
}

const lastOf = (benefits: readonly Benefit[]): Benefit | undefined => benefits[benefits.length - 1];

/**
 * The follow-ups of one idea, 3, 6 and 12 months after it was decided to introduce it; none where it is not
 * introduced.
 * @param decisions the idea's, withdrawn ones too
 * @param benefits all that is said of the idea's benefit
 * @param today in Sweden
 */
export function followUpsOf(
  decisions: readonly Decision[],
  benefits: readonly Benefit[],
  today: Day
): readonly FollowUp[] {
  const introduction = introductionOf(decisions);
  if (introduction === undefined) return [];
  const introduced = swedishDay(introduction.at);
  const said = standing(benefits);
  const plan = lastOf(said.filter((each) => each.state === 'planned' && each.responsible !== undefined));
  const responsible = plan === undefined ? introduction.by : plan.responsible!;
  const asked = FOLLOW_UPS.map((months) => {
    const own = said.filter((each) => each.followUp === months);
    const postponed = lastOf(own.filter((each) => each.state === 'postponed'));
    const planned = workdayFrom(addMonths(introduced, months));
    const day = postponed === undefined || postponed.on < planned ? planned : workdayFrom(postponed.on);
    const answer = lastOf(own.filter((each) => each.state === 'reached' || each.state === 'unmeasurable'));
    return { months, day, last: addWorkdays(day, FOLLOW_UP_DAYS), answer, postponed };
  });
  return asked.map((each, index): FollowUp => {
    const isPassed = asked.slice(index + 1).some((later) => later.answer !== undefined || later.day <= today);
    const state: FollowUpState =
      each.answer !== undefined
        ? each.answer.state === 'unmeasurable'
          ? 'unmeasurable'
          : 'done'
        : isPassed
          ? 'missed'
          : today < each.day
            ? 'coming'
            : today <= each.last
              ? 'due'
              : 'overdue';
    return { idea: introduction.idea, introduced, responsible, state, ...each };
  });
}

/** Whether somebody is asked now. */
export const isAsked = ({ state }: Pick<FollowUp, 'state'>): boolean => state === 'due' || state === 'overdue';
