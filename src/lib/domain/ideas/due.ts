import { type Day, workdaysBetween } from '../workdays.ts';

/** How near the day of an answer is. */
export type Urgency = 'overdue' | 'today' | 'week' | 'later';

const DAY_MS = 86_400_000;

/** The Sunday that ends the week a day is in. */
export function endOfWeek(day: Day): Day {
  const time = Date.parse(day + 'T00:00:00.000Z');
  const weekday = new Date(time).getUTCDay();
  return new Date(time + ((7 - weekday) % 7) * DAY_MS).toISOString().slice(0, 10);
}

/** How near the day of an answer is, seen from a day. `week`: later in the same week, Monday to Sunday. */
export const urgencyOf = (due: Day, today: Day): Urgency =>
  due < today ? 'overdue' : due === today ? 'today' : due <= endOfWeek(today) ? 'week' : 'later';

/**
 * Working days an answer is late by: at least one as soon as its day has passed, since over a weekend it is late
 * too. 0 while it is not late.
 */
export const daysLate = (due: Day, today: Day): number => (due < today ? Math.max(1, workdaysBetween(due, today)) : 0);

/** How many answers are late, are promised today, and later in the week. */
export interface DueCounts {
  readonly overdue: number;
  readonly today: number;
  readonly week: number;
}

export function countDue(dues: readonly (Day | undefined)[], today: Day): DueCounts {
  const counts = { overdue: 0, today: 0, week: 0, later: 0 };
  for (const due of dues) if (due !== undefined) counts[urgencyOf(due, today)] += 1;
  return { overdue: counts.overdue, today: counts.today, week: counts.week };
}
