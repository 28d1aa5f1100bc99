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
