import type { Day } from '#lib/domain/workdays.ts';

const DAY_MINUTES = 24 * 60;
const MINUTE_MS = 60_000;

const inSweden = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23'
});

/** Minutes since midnight on a clock in Sweden. */
export function minuteInSweden(time: number): number {
  const [hour, minute] = inSweden.format(time).split(':').map(Number) as [number, number];
  return hour * 60 + minute;
}

/** `07:30` as minutes since midnight. */
export function minuteOf(clock: string): number {
  const [hour, minute] = clock.split(':').map(Number) as [number, number];
  return hour * 60 + minute;
}

/**
 * The next moment, after `time`, at which a clock in Sweden shows so many minutes since midnight. A time that does not
 * exist on the night when summer time begins is an hour later.
 */
export function nextInSweden(minute: number, time: number): number {
  const start = Math.floor(time / MINUTE_MS) * MINUTE_MS;
  const ahead = (minute - minuteInSweden(start) + DAY_MINUTES) % DAY_MINUTES || DAY_MINUTES;
  const guess = start + ahead * MINUTE_MS;
  // Where the clocks were changed in between, the guess shows another time than it should.
  const wrong = ((minute - minuteInSweden(guess) + DAY_MINUTES + DAY_MINUTES / 2) % DAY_MINUTES) - DAY_MINUTES / 2;
  const moved = guess + wrong * MINUTE_MS;
  return minuteInSweden(moved) === minute && moved > time ? moved : guess;
}

/** The last moment, at or before `time`, at which a clock in Sweden showed so many minutes since midnight. */
export function lastInSweden(minute: number, time: number): number {
  const dayBefore = nextInSweden(minute, time - 26 * 60 * MINUTE_MS);
  const next = nextInSweden(minute, dayBefore);
  return next <= time ? next : dayBefore;
}

/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => new Date(day + 'T00:00:00.000Z').getUTCDay();
