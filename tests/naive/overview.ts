import type { Benefit } from '#lib/domain/benefit/benefit.ts';
import { answeringOf } from '#lib/domain/ideas/answering.ts';
import type { Comment } from '#lib/domain/ideas/comment.ts';
import type { Decision } from '#lib/domain/ideas/decision.ts';
import type { Idea } from '#lib/domain/ideas/idea.ts';
import type { Referral } from '#lib/domain/ideas/referral.ts';
import { isWorkday, swedishDay } from '#lib/domain/workdays.ts';

/** A space's documents as the server gives them. */
export interface Documents {
  readonly ideas: readonly Idea[];
  readonly decisions: readonly Decision[];
  readonly comments: readonly Comment[];
  readonly referrals: readonly Referral[];
  readonly benefits: readonly Benefit[];
}

export interface Wanted {
  readonly from: string;
  readonly to: string;
  readonly unit: string | undefined;
  /** ISO */
  readonly now: string;
  readonly answerDays: number;
}

interface Stay {
  readonly stage: string;
  readonly from: string;
  readonly to: string | undefined;
}

const ORDER = ['ny', 'mottagen', 'bedoms', 'utvecklas', 'testas', 'infors', 'i-drift'];
const STAYS = ['ny', 'komplettering', 'mottagen', 'bedoms', 'utvecklas', 'testas', 'infors'];

function workdays(from: string, to: string): number {
  let count = 0;
  for (let time = Date.parse(from) + 86_400_000; time <= Date.parse(to); time += 86_400_000)
    if (isWorkday(new Date(time).toISOString().slice(0, 10))) count += 1;
  return count;
}

/** Whether a decision was made in the knowledge of another, itself or through others. */
function knew(decision: Decision, other: Decision, all: readonly Decision[], seen: readonly string[] = []): boolean {
  if (seen.includes(decision._id)) return false;
  return (decision.follows ?? []).some((id) => {
    if (id === other._id) return true;
    const followed = all.find((each) => each._id === id);
    return followed !== undefined && knew(followed, other, all, [...seen, decision._id]);
  });
}

/** The decision that stands among some: none that stands knew of it, and it is the last such. */
function standingOf(among: readonly Decision[], all: readonly Decision[]): Decision | undefined {
  const standing = among.filter((each) => each.withdrawn === undefined);
  return standing
    .filter((each) => !standing.some((other) => other !== each && knew(other, each, all)))
    .sort((a, b) => (a.at + a._id < b.at + b._id ? 1 : -1))[0];
}

function staysOf(idea: Idea, decisions: readonly Decision[]): Stay[] {
  const made = decisions.filter((each) => each.idea === idea._id);
  const led: Decision[] = [];
  for (let last = standingOf(made, made); last !== undefined;) {
    led.unshift(last);
    const later = last;
    last = standingOf(
      made.filter((each) => each !== later && knew(later, each, made)),
      made
    );
  }
  const begun: { stage: string; from: string }[] = [{ stage: 'ny', from: swedishDay(idea.at) }];
  for (const { to, at } of led) {
    const before = begun.at(-1)!;
    const day = swedishDay(at);
    if (before.stage !== to) begun.push({ stage: to, from: day > before.from ? day : before.from });
  }
  return begun.map((stay, index) => ({ ...stay, to: begun[index + 1]?.from }));
}

function mergedIds(ideas: readonly Idea[], decisions: readonly Decision[]): ReadonlySet<string> {
  const into = new Map<string, string | undefined>(
    ideas.map(({ _id }) => {
      const made = decisions.filter((each) => each.idea === _id);
      return [_id, standingOf(made, made)?.into];
    })
  );
  return new Set(
    ideas.flatMap(({ _id }) => {
      const way = [_id];
      for (let next = into.get(_id); next !== undefined; next = into.get(next)) {
        if (way.includes(next)) return way.slice(way.indexOf(next)).sort()[0] === _id ? [] : [_id];
        way.push(next);
      }
      return way.length > 1 ? [_id] : [];
    })
  );
}

/** The last that was said of an idea's hours or kronor, a year or once, and still stands. */
function lastSaid(
  idea: string,
  benefits: readonly Benefit[],
  state: 'planned' | 'reached',
  of: 'hours' | 'kronor',
  isOnce: boolean
): number | undefined {
  const standing = benefits.filter((each) => each.idea === idea && each.withdrawn === undefined);
  const last = standing
    .filter((each) => each.state === state && !standing.some((other) => other.replaces === each._id))
    .filter((each) => each[of] !== undefined && (each[of].per === 'once') === isOnce)
    .sort((a, b) => (a.on + a.at + a._id < b.on + b.at + b._id ? 1 : -1))[0]?.[of];
  return last === undefined ? undefined : last.per === 'month' ? 12 * last.amount : last.amount;
}

/**
 * What the pictures should show, counted one question at a time straight from the documents: slow, and written without
 * looking at how the app counts.
 */
export function countedSlowly({ ideas, decisions, comments, referrals, benefits }: Documents, wanted: Wanted) {
  const { from, to, unit, now, answerDays } = wanted;
  const today = swedishDay(now);
  const merged = mergedIds(ideas, decisions);
  const within = (day: string | undefined): day is string => day !== undefined && day >= from && day <= to;
  const counted = ideas
    .filter((idea) => idea.retracted === undefined)
    .map((idea) => {
      const sent = referrals
        .filter((each) => each.idea === idea._id && each.withdrawn === undefined)
        .sort((a, b) => (a.at + a._id < b.at + b._id ? 1 : -1))[0];
      const answer = answeringOf(
        idea,
        decisions.filter((each) => each.idea === idea._id),
        comments.filter((each) => each.idea === idea._id),
        answerDays,
        now
      );
      return {
        id: idea._id,
        day: swedishDay(idea.at),
        unit: sent?.unit ?? idea.unit ?? '',
        due: answer.by,
        answered: answer.answeredAt === undefined ? undefined : swedishDay(answer.answeredAt),
        isWaiting: answer.answeredAt === undefined && !answer.isPaused && !merged.has(idea._id),
        stays: staysOf(idea, decisions)
      };
    })
    .filter((idea) => unit === undefined || idea.unit === unit);
  type Counted = (typeof counted)[number];

  const firstAt = (idea: Counted, stage: string): string | undefined =>
    idea.stays
      .filter((stay) => ORDER.indexOf(stay.stage) >= ORDER.indexOf(stage))
      .map((stay) => stay.from)
      .sort()[0];
  const months: string[] = [];
  for (let time = Date.parse(from); time <= Date.parse(to); time += 86_400_000) {
    const month = new Date(time).toISOString().slice(0, 7);
    if (!months.includes(month)) months.push(month);
  }
  const monthly = (dayOf: (idea: Counted) => readonly (string | undefined)[]) =>
    months.map((month) => ({
      month,
      count: counted.filter((idea) => dayOf(idea).some((day) => within(day) && day.startsWith(month))).length
    }));
  const waiting = counted.filter((idea) => idea.isWaiting);
  const sumOf = (state: 'planned' | 'reached', of: 'hours' | 'kronor', isOnce: boolean): number | undefined => {
    const known = counted.flatMap((idea) => lastSaid(idea.id, benefits, state, of, isOnce) ?? []);
    return known.length === 0 ? undefined : known.reduce((sum, amount) => sum + amount, 0);
  };
  const both = (of: 'hours' | 'kronor') => ({
    planned: { yearly: sumOf('planned', of, false), once: sumOf('planned', of, true) },
    reached: { yearly: sumOf('reached', of, false), once: sumOf('reached', of, true) }
  });

  return {
    months,
    now: {
      waiting: waiting.length,
      overdue: waiting.filter((idea) => idea.due < today).length,
      introducedThisYear: counted.filter((idea) => firstAt(idea, 'infors')?.startsWith(today.slice(0, 4)) === true)
        .length
    },
    funnel: ORDER.map((stage) => ({ stage, count: counted.filter((idea) => within(firstAt(idea, stage))).length })),
    times: STAYS.map((stage) => {
      const days = counted
        .flatMap((idea) => idea.stays)
        .filter((stay) => stay.stage === stage && within(stay.to))
        .map((stay) => workdays(stay.from, stay.to!))
        .sort((a, b) => a - b);
      const here = counted.map((idea) => idea.stays.at(-1)!).filter((stay) => stay.stage === stage);
      return {
        stage,
        count: days.length,
        median:
          days.length === 0
            ? undefined
            : (days[Math.floor((days.length - 1) / 2)]! + days[Math.ceil((days.length - 1) / 2)]!) / 2,
        // The shortest that nine of ten were done within.
        p90: days.find((most) => days.filter((each) => each <= most).length >= 0.9 * days.length),
        here: here.length,
        longest: here.length === 0 ? undefined : Math.max(...here.map((stay) => workdays(stay.from, today)))
      };
    }),
    answers: months.map((month) => {
      const promised = counted.filter(
        ({ due, answered, isWaiting }) =>
          within(due) && due.startsWith(month) && due < today && (answered !== undefined || isWaiting)
      );
      const inTime = promised.filter(({ answered, due }) => answered !== undefined && answered <= due).length;
      return { month, inTime, late: promised.length - inTime };
    }),
    units: [...new Set(counted.filter((idea) => within(idea.day)).map((idea) => idea.unit))].map((each) => {
      const counts = months.map(
        (month) => counted.filter((idea) => idea.unit === each && within(idea.day) && idea.day.startsWith(month)).length
      );
      return { unit: each, counts, total: counts.reduce((sum, count) => sum + count, 0) };
    }),
    forward: monthly((idea) => [firstAt(idea, 'utvecklas')]),
    introduced: monthly((idea) => [firstAt(idea, 'infors')]),
    closed: monthly((idea) => idea.stays.filter((stay) => stay.stage === 'avslutad').map((stay) => stay.from)),
    benefit: { hours: both('hours'), kronor: both('kronor') }
  };
}
