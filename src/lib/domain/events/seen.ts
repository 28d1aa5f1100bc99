import { contentHash } from '#lib/core/ids.ts';
import type { Day } from '../workdays.ts';
import type { Happening } from './happening.ts';

/** Days after which nothing is told as new any more. Longer than a summer away. */
export const NEWS_DAYS = 60;

/** Happenings that are remembered one by one: 12 kB, and a person's own place on the server takes 16. */
const MOST_KEPT = 400;

/**
 * What a person has read of what happened. Each by itself and not up to a moment: what somebody wrote without contact
 * comes days after it was written, and would pass for read.
 */
export interface Seen {
  /** Everything that happened before this is read, ISO; the empty string where nothing is known. */
  readonly before: string;
  /** What was read of what happened since, by a short name, with the day it happened. */
  readonly read: Readonly<Record<string, Day>>;
}

export const NOTHING_SEEN: Seen = { before: '', read: {} };

const DAY_MS = 86_400_000;

/** The moment before which nothing is new. @param now ISO */
export const newsSince = ({ before }: Pick<Seen, 'before'>, now: string): string => {
  const earliest = new Date(Date.parse(now) - NEWS_DAYS * DAY_MS).toISOString();
  return before > earliest ? before : earliest;
};

const nameOf = ({ id }: Pick<Happening, 'id'>): string => contentHash(id);

/** Whether somebody has not read of something yet. */
export const isNew = (happening: Pick<Happening, 'id' | 'at'>, seen: Seen, now: string): boolean =>
  happening.at >= newsSince(seen, now) && seen.read[nameOf(happening)] === undefined;

/** What has been read where these are read too. */
export function withRead(seen: Seen, happenings: readonly Pick<Happening, 'id' | 'at'>[], now: string): Seen {
  const read = { ...seen.read };
  for (const each of happenings) read[nameOf(each)] = each.at.slice(0, 10);
  return bounded({ before: seen.before, read }, now);
}

/** What another device has read, as it comes from outside; nothing where it is not that. */
export function readSeen(value: unknown): Seen {
  const { before, read } = (value ?? {}) as { readonly before?: unknown; readonly read?: unknown };
  if (typeof before !== 'string' || !/^(\d{4}-\d\d-\d\dT[\d:.]+Z)?$/.test(before)) return NOTHING_SEEN;
  if (typeof read !== 'object' || read === null) return NOTHING_SEEN;
  const names = Object.entries(read).filter(
    ([name, day]) => /^[0-9a-f]{14}$/.test(name) && typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day)
  );
  return { before, read: Object.fromEntries(names) as Record<string, Day> };
}

/** What two devices have read, together. */
export const joinSeen = (a: Seen, b: Seen, now: string): Seen =>
  bounded({ before: a.before > b.before ? a.before : b.before, read: { ...a.read, ...b.read } }, now);

// What is older than news needs no name; of too many the oldest are known by their time alone.
function bounded({ before, read }: Seen, now: string): Seen {
  const since = newsSince({ before }, now);
  const kept = Object.entries(read)
    .filter(([, day]) => day >= since.slice(0, 10))
    .sort(([, a], [, b]) => (a < b ? 1 : -1));
  if (kept.length <= MOST_KEPT) return { before, read: Object.fromEntries(kept) };
  const dropped = kept[MOST_KEPT]![1] + 'T23:59:59.999Z';
  return {
    before: dropped > before ? dropped : before,
    read: Object.fromEntries(kept.slice(0, MOST_KEPT))
  };
}
