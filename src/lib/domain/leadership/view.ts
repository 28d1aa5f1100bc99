import type { Day } from '../workdays.ts';

/** What is looked at: a stretch of days, both counted in, and one unit or all. */
export interface View {
  readonly from: Day;
  readonly to: Day;
  /** The empty string is those that belong to no unit; undefined is all. */
  readonly unit: string | undefined;
  readonly today: Day;
}

/** `2026-11` */
export type Month = string;

export const monthOf = (day: Day): Month => day.slice(0, 7);

/** The month that lies so many months after another, or before it. */
export function addMonths(month: Month, count: number): Month {
  const date = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1 + count, 1));
  return date.toISOString().slice(0, 7);
}

/** The months that a stretch of days touches, in order. */
export function monthsOf({ from, to }: Pick<View, 'from' | 'to'>): readonly Month[] {
  const months: Month[] = [];
  for (let month = monthOf(from); month <= monthOf(to); month = addMonths(month, 1)) months.push(month);
  return months;
}

export const PERIODS = ['12-manader', '3-manader', 'i-ar', 'forra-aret', 'eget'] as const;
/** A stretch of days by name; the first where nothing is said. */
export type Period = (typeof PERIODS)[number];

/** As many months as a picture has room for. */
export const MOST_MONTHS = 24;

/** The days of a period that has a name. With months the present one is counted in, from its first day. */
export function daysOf(period: Exclude<Period, 'eget'>, today: Day): Pick<View, 'from' | 'to'> {
  const year = Number(today.slice(0, 4));
  switch (period) {
    case '12-manader':
      return { from: addMonths(monthOf(today), -11) + '-01', to: today };
    case '3-manader':
      return { from: addMonths(monthOf(today), -2) + '-01', to: today };
    case 'i-ar':
      return { from: `${year}-01-01`, to: today };
    case 'forra-aret':
      return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
  }
}

const isDay = (text: string): boolean => {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(text + 'T00:00:00.000Z');
  return !isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
};

/** What is wrong with two days that somebody has chosen; undefined where they can be counted over. */
export function faultOfDays(from: string, to: string): 'from' | 'to' | 'order' | 'long' | undefined {
  if (!isDay(from)) return 'from';
  if (!isDay(to)) return 'to';
  if (to < from) return 'order';
  return monthsOf({ from, to }).length > MOST_MONTHS ? 'long' : undefined;
}
