import { language } from './index.svelte.ts';

const locale = () => (language() === 'sv' ? 'sv-SE' : 'en-GB');
const cache = new Map<string, Intl.DateTimeFormat>();

function format(moment: string, name: string, options: Intl.DateTimeFormatOptions): string {
  const key = locale() + name;
  const formatter = cache.get(key) ?? new Intl.DateTimeFormat(locale(), options);
  cache.set(key, formatter);
  return formatter.format(new Date(moment));
}

/** `3 november 2026` */
export const day = (moment: string): string =>
  format(moment, 'day', { day: 'numeric', month: 'long', year: 'numeric' });

/** `torsdag 3 december`, of a calendar day (`2026-12-03`); the year is said where it is not this one. */
export function weekday(date: string): string {
  // Noon, so that it is the same day wherever the reader is.
  const moment = date + 'T12:00:00';
  return Number(date.slice(0, 4)) === new Date().getFullYear()
    ? format(moment, 'weekday', { weekday: 'long', day: 'numeric', month: 'long' })
    : format(moment, 'weekday-year', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** `tors 3 dec.` */
export const shortWeekday = (date: string): string =>
  format(date + 'T12:00:00', 'short-weekday', { weekday: 'short', day: 'numeric', month: 'short' });
/** `3 nov.` */
export const shortDay = (moment: string): string => format(moment, 'short', { day: 'numeric', month: 'short' });

/** `3 nov. 14:05`, with the year where it is not this one. */
export const dayAndTime = (moment: string): string =>
  new Date(moment).getFullYear() === new Date().getFullYear()
    ? format(moment, 'time', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
    : format(moment, 'time-year', {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit'
      });

/** `14:05` */
export const clock = (moment: string): string => format(moment, 'clock', { hour: '2-digit', minute: '2-digit' });

/** `tisdag 3 november 14:05` */
export const weekdayAndTime = (moment: string): string =>
  format(moment, 'weekday', { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });

/** `nov.` and `november`, of `2026-11`. */
export const monthNames = (month: string): { readonly short: string; readonly long: string } => ({
  short: format(month + '-15T12:00:00.000Z', 'month-short', { month: 'short' }),
  long: format(month + '-15T12:00:00.000Z', 'month', { month: 'long' })
});

const STEPS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60]
];

/** `i går`, `för 3 timmar sedan`, and after a week the day itself. */
export function ago(moment: string, now: number = Date.now()): string {
  const seconds = (Date.parse(moment) - now) / 1000;
  if (Math.abs(seconds) > 7 * 86_400) return day(moment);
  const relative = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' });
  for (const [unit, length] of STEPS) {
    if (Math.abs(seconds) >= length) return relative.format(Math.round(seconds / length), unit);
  }
  return language() === 'sv' ? 'nyss' : 'just now';
}
