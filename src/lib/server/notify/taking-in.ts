import type { Happening } from '#lib/domain/events/happenings.ts';
import { type Device, type Mailbox, type Page, shortHash } from './book.ts';

const DAY_MS = 24 * 60 * 60_000;
/** What happened longer ago than this when the server hears of it stands in the app, and nobody is told. */
const OLDEST_DAYS = 45;
/** So long it is remembered that something was taken in: longer than it can come again. */
const REMEMBERED_DAYS = 60;
/** Things that wait for one device, or one summary; there are more than one wants to count then. */
const MOST_WAITING = 200;

/**
 * Puts what has happened on a person's page, where it waits for each device and for the next summary. What was taken
 * in before is not taken in again, whoever found it.
 * @param now milliseconds since 1970
 * @returns the page as it was where there is nothing new
 */
export function takenIn(page: Page, happenings: readonly Happening[], now: number): Page {
  const { choices, known } = page;
  const news = happenings.filter(
    ({ id, at }) => known[hashOf(id)] === undefined && now - Date.parse(at) < OLDEST_DAYS * DAY_MS
  );
  if (news.length === 0) return page;
  const toPush = news.filter(({ type }) => choices.push[type] === true);
  const told = toPush.map(({ idea }) => (idea === undefined ? '' : shortHash(idea, 4)));
  return {
    ...page,
    known: remembered(known, news, now),
    devices: page.devices.map((device): Device => ({ ...device, waiting: added(device.waiting, told) })),
    ...(page.mail === undefined ? {} : { mail: mailed(page.mail, page, news, now) })
  };
}

const hashOf = (id: string): string => shortHash(id, 8);

const added = <T>(waiting: readonly T[], more: readonly T[]): readonly T[] =>
  [...waiting, ...more].slice(0, MOST_WAITING);

function mailed(mail: Mailbox, { choices }: Page, news: readonly Happening[], now: number): Mailbox {
  if (mail.confirmedAt === undefined || choices.mail === 'none') return mail;
  const types = news.map(({ type }) => type);
  return { ...mail, waiting: added(mail.waiting, types), since: mail.since ?? now };
}

function remembered(known: Page['known'], news: readonly Happening[], now: number): Page['known'] {
  const day = (time: number): string => new Date(time).toISOString().slice(0, 10);
  const oldest = day(now - REMEMBERED_DAYS * DAY_MS);
  const kept = Object.entries(known).filter(([, since]) => since >= oldest);
  return Object.fromEntries([...kept, ...news.map(({ id }) => [hashOf(id), day(now)])]);
}
