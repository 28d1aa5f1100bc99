import { HAPPENING_TYPES, type Happening, type HappeningType } from '#lib/domain/events/happening.ts';
import { linesOf } from '#lib/domain/events/lines.ts';
import { isNew, joinSeen, newsSince, NOTHING_SEEN, type Seen, withRead } from '#lib/domain/events/seen.ts';
import type { Database } from './database.ts';
import { happeningsSince, type Listener } from './happenings.ts';

const SEEN = 'setting:seen-happenings';
const MUTED = 'setting:muted-happenings';

/** What the person has read of what happened, as this device knows. */
export const seenHappenings = async (db: Database): Promise<Seen> =>
  ((await db.meta.get(SEEN))?.value as Seen | undefined) ?? NOTHING_SEEN;

/** Types that the person does not want to be told of in the app, on this device. */
export async function mutedTypes(db: Database): Promise<readonly HappeningType[]> {
  const muted = ((await db.meta.get(MUTED))?.value ?? []) as readonly string[];
  return HAPPENING_TYPES.filter((type) => muted.includes(type));
}

export async function muteTypes(db: Database, types: readonly HappeningType[]): Promise<void> {
  await db.meta.put({ name: MUTED, value: [...types] });
}

/** Two tabs that read at once lose nothing of each other's. @param now ISO */
const changeSeen = (db: Database, change: (seen: Seen) => Seen): Promise<void> =>
  db.transaction('rw', db.meta, async () => {
    await db.meta.put({ name: SEEN, value: change(await seenHappenings(db)) });
  });

export const readHappenings = (
  db: Database,
  happenings: readonly Pick<Happening, 'id' | 'at'>[],
  now: string
): Promise<void> => changeSeen(db, (seen) => withRead(seen, happenings, now));

/** Adds what the person has read on another device. @param now ISO */
export const joinSeenHappenings = (db: Database, other: Seen, now: string): Promise<void> =>
  changeSeen(db, (seen) => joinSeen(seen, other, now));

/** How many lines there are that the person has not read. */
export async function unreadLines(db: Database, who: Listener, now: string): Promise<number> {
  const [seen, muted] = [await seenHappenings(db), await mutedTypes(db)];
  const found = await happeningsSince(db, who, newsSince(seen, now), now);
  const unread = found.filter((each) => !muted.includes(each.type) && isNew(each, seen, now));
  return linesOf(unread, now).length;
}

/**
 * Reads little, and what changes whenever something may have happened: whoever observes it can wait a moment with
 * what reads more.
 */
export async function newsSignal(db: Database, ids: readonly string[]): Promise<void> {
  const own = [...ids];
  await Promise.all([
    db.meta.bulkGet(['head', SEEN, MUTED]),
    db.concerns.toCollection().primaryKeys(),
    db.rows('grouptask').where('document.assignee').anyOf(own).toArray(),
    db.rows('membership').where('document.person').anyOf(own).toArray(),
    db.rows('group').toArray(),
    db.rows('challenge').toArray(),
    db.rows('share').toArray()
  ]);
}
