import { type Day, isWorkday, swedishDay } from '../workdays.ts';
import type { Because, Happening } from './happening.ts';

/** Working days before a day from which it is said to be near. */
const SOON_WORKDAYS = 2;

const DAY_MS = 86_400_000;
const move = (day: Day, days: number): Day =>
  new Date(Date.parse(day + 'T00:00:00.000Z') + days * DAY_MS).toISOString().slice(0, 10);

/** The morning of a day in Sweden: six o'clock, in summer seven. */
export const morningOf = (day: Day): string => day + 'T05:00:00.000Z';

function soonFrom(due: Day): Day {
  let day = due;
  for (let left = SOON_WORKDAYS; left > 0;) {
    day = move(day, -1);
    if (isWorkday(day)) left -= 1;
  }
  return day;
}

/** What has a last day. */
export interface Due {
  /** The document that has the day. */
  readonly subject: string;
  readonly idea?: string | undefined;
  readonly due: Day;
  readonly because: Because;
}

/**
 * That a day is near, or has passed; null while neither. It is one or the other: what is late is no longer soon.
 * @param now ISO
 */
export function dueHappening({ subject, idea, due, because }: Due, now: string): Happening | null {
  const isLate = due < swedishDay(now);
  const at = morningOf(isLate ? move(due, 1) : soonFrom(due));
  if (at > now) return null;
  const type = isLate ? ('overdue' as const) : ('dueSoon' as const);
  return {
    id: [type, subject, due].join(' '),
    type,
    at,
    ...(idea === undefined ? {} : { idea }),
    subject,
    because
  };
}
