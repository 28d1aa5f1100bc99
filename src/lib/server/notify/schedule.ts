import type { Choices } from '#lib/domain/events/choices.ts';
import { swedishDay } from '#lib/domain/workdays.ts';
import type { Device, Mailbox, Page } from './book.ts';
import { minuteInSweden, minuteOf, nextInSweden, weekdayOf } from './swedish-time.ts';

/** A device is told at most so often, milliseconds: what comes meanwhile is told together. */
const PUSH_GAP = 60_000;
/** When summaries go out, Swedish time; the weekly ones on Mondays. */
export const MAIL_AT = '07:00';
const MONDAY = 1;

/** The first wait before something is tried again, and the longest, milliseconds. */
const FIRST_RETRY = 30_000;
const LAST_RETRY = 6 * 60 * 60_000;
/** After so many tries, which is a day, it is let go. */
export const MOST_TRIES = 8;

/** How long to wait before it is tried again. */
export const retryAfter = (tries: number): number => Math.min(FIRST_RETRY * 4 ** tries, LAST_RETRY);

/** The moment itself, or the end of the quiet hours it falls in. */
export function afterQuiet(quiet: Choices['quiet'], time: number): number {
  if (quiet === null) return time;
  const [from, to, minute] = [minuteOf(quiet.from), minuteOf(quiet.to), minuteInSweden(time)];
  const isQuiet = from < to ? minute >= from && minute < to : minute >= from || minute < to;
  return isQuiet ? nextInSweden(to, time) : time;
}

/** When a device is to be told what waits for it; undefined where nothing does. */
export function pushAt(device: Device, { quiet }: Choices, now: number): number | undefined {
  if (device.waiting.length === 0) return undefined;
  return afterQuiet(quiet, Math.max(now, device.lease?.until ?? 0, (device.toldAt ?? 0) + PUSH_GAP));
}

/** When the next summary is to go; undefined where there is nothing in it, or nobody who wants it. */
export function mailAt(mail: Mailbox | undefined, { mail: digest }: Choices): number | undefined {
  if (mail?.confirmedAt === undefined || digest === 'none' || mail.since === undefined) return undefined;
  return Math.max(nextSummary(digest, mail.since), mail.lease?.until ?? 0);
}

/** The first hour for summaries after a moment. */
function nextSummary(digest: 'daily' | 'weekly', after: number): number {
  let next = nextInSweden(minuteOf(MAIL_AT), after);
  while (digest === 'weekly' && weekdayOf(swedishDay(new Date(next).toISOString())) !== MONDAY)
    next = nextInSweden(minuteOf(MAIL_AT), next);
  return next;
}

/** When something is next to be sent to this person; undefined where nothing waits. */
export function nextAt(page: Page, now: number): number | undefined {
  const times = [...page.devices.map((device) => pushAt(device, page.choices, now)), mailAt(page.mail, page.choices)];
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
