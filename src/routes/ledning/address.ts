import { type Measure, MEASURES } from '#lib/domain/leadership/measures.ts';
import { daysOf, faultOfDays, type Period, PERIODS, type View } from '#lib/domain/leadership/view.ts';
import type { Day } from '#lib/domain/workdays.ts';

/** What an address of these pages asks for. Who opens a shared one sees the same. */
export interface Asked {
  readonly space: string;
  readonly period: Period;
  readonly view: View;
  /** The days as they were written, where they are the person's own. */
  readonly days: { readonly from: string; readonly to: string };
  /** What is wrong with them; then the first period is shown. */
  readonly fault: ReturnType<typeof faultOfDays>;
  /** Tables in the place of pictures. */
  readonly isTables: boolean;
}

/** Those that belong to no unit; no id is one sign. */
export const NO_UNIT = '-';

/** @param spaces those the person may look at; at least one */
export function askedIn(query: URLSearchParams, spaces: readonly string[], today: Day): Asked {
  const period = PERIODS.find((each) => each === query.get('period')) ?? PERIODS[0];
  const first = daysOf(PERIODS[0], today);
  const days = { from: query.get('fran') ?? first.from, to: query.get('till') ?? first.to };
  const fault = period === 'eget' ? faultOfDays(days.from, days.to) : undefined;
  const shown = period === 'eget' ? (fault === undefined ? days : first) : daysOf(period, today);
  const unit = query.get('enhet');
  return {
    space: spaces.find((each) => each === query.get('plats')) ?? spaces[0]!,
    period,
    view: { ...shown, unit: unit === NO_UNIT ? '' : (unit ?? undefined), today },
    days,
    fault,
    isTables: query.get('vy') === 'tabell'
  };
}

/** The address with something else asked for; what is the first choice anyway is not said. */
export function addressWith(
  url: URL,
  changes: Partial<Record<'period' | 'fran' | 'till' | 'enhet' | 'plats' | 'vy', string>>
): URL {
  const next = new URL(url);
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') next.searchParams.delete(name);
    else next.searchParams.set(name, value);
  }
  return next;
}

/** Where the ideas behind a number are listed, looked at in the same way. */
export function behindHref(url: URL, measure: Measure, point = ''): string {
  const query = new URLSearchParams(url.searchParams);
  query.delete('vy');
  query.set('tal', measure);
  if (point !== '') query.set('punkt', point);
  return '/ledning/ideer?' + query.toString();
}

/** The number whose ideas an address asks for; undefined where there is no such number. */
export function behindIn(query: URLSearchParams): { readonly measure: Measure; readonly point: string } | undefined {
  const measure = MEASURES.find((each) => each === query.get('tal'));
  return measure === undefined ? undefined : { measure, point: query.get('punkt') ?? '' };
}
