import ical, { ICalCalendarMethod } from 'ical-generator';
import type { Day } from '../workdays.ts';

/** Something in a calendar: at a moment for some minutes, or on a day as a whole. */
export interface CalendarEntry {
  /** The same for the same thing, so that a calendar moves it and does not add another. */
  readonly uid: string;
  readonly at: { readonly start: string; readonly minutes: number } | { readonly day: Day };
  readonly title: string;
  readonly place?: string | undefined;
  readonly description?: string | undefined;
  /** Where it can be read. */
  readonly url?: string | undefined;
  /** When it was arranged, ISO: of two files about the same the later stands. */
  readonly changed: string;
}

const DAY_MS = 86_400_000;

/**
 * The text of an .ics file (RFC 5545).
 * @param feed what a calendar that subscribes to it calls it; it asks again every hour or so
 */
export function icsOf(entries: readonly CalendarEntry[], feed?: string): string {
  const calendar = ical({
    prodId: '//Ideslussen//Ideslussen//SV',
    method: ICalCalendarMethod.PUBLISH,
    ...(feed === undefined ? {} : { name: feed, ttl: 60 * 60 })
  });
  for (const { uid, at, title, place, description, url, changed } of entries) {
    const start = new Date('day' in at ? at.day + 'T00:00:00.000Z' : at.start);
    calendar.createEvent({
      id: uid,
      start,
      end: new Date(start.getTime() + ('day' in at ? DAY_MS : at.minutes * 60_000)),
      allDay: 'day' in at,
      summary: title,
      stamp: new Date(changed),
      sequence: Math.floor(Date.parse(changed) / 1000) % 2_000_000_000,
      ...(place ? { location: place } : {}),
      ...(description ? { description } : {}),
      ...(url ? { url } : {})
    });
  }
  return calendar.toString() + '\r\n';
}
