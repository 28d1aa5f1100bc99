import { type Day, swedishDay } from '../workdays.ts';
import { type Happening, HAPPENING_TYPES, type HappeningType } from './happening.ts';

/** What happened on one day in one place. */
export interface Line<H extends Happening = Happening> {
  /** Of this line, as long as the day and the place are the same. */
  readonly key: string;
  readonly day: Day;
  /** The idea it is about, or the document where it is about none; `answers`: ideas that wait for those who answer. */
  readonly place: string;
  /** The last first. */
  readonly happenings: readonly H[];
}

/** Ideas whose answers come near or are late are one matter to whoever answers them, not one each. */
export const ANSWERS = 'answers';

const placeOf = ({ because, idea, subject, type }: Happening): string =>
  because === 'coach' && (type === 'dueSoon' || type === 'overdue') ? ANSWERS + ' ' + type : (idea ?? subject);

/**
 * Happenings gathered by day and place, the last first, so that ten comments on an idea are one line.
 * @param now ISO; what says it happened later, by somebody's wrong clock, is put on this day
 */
export function linesOf<H extends Happening>(happenings: readonly H[], now: string): readonly Line<H>[] {
  const lines = new Map<string, H[]>();
  const days = new Map<string, Day>();
  const today = swedishDay(now);
  for (const happening of happenings) {
    let day = days.get(happening.at);
    if (day === undefined) {
      day = swedishDay(happening.at);
      days.set(happening.at, day);
    }
    const key = (day > today ? today : day) + ' ' + placeOf(happening);
    const line = lines.get(key);
    if (line === undefined) lines.set(key, [happening]);
    else line.push(happening);
  }
  // By day, then by the last of each, then by name, so that the order is the same every time.
  const order = ({ key, day, happenings: [last] }: Line): string => [day, last!.at, key].join(' ');
  return [...lines]
    .map(([key, list]) => ({ key, day: key.slice(0, 10), place: key.slice(11), happenings: list }))
    .sort((a, b) => (order(a) < order(b) ? 1 : -1));
}

/** How many of each type, in the order that types are shown in; none of what there is none of. */
export function countByType(happenings: readonly Happening[]): readonly (readonly [HappeningType, number])[] {
  return HAPPENING_TYPES.map((type) => [type, happenings.filter((each) => each.type === type).length] as const).filter(
    ([, count]) => count > 0
  );
}

/** A day, or a week from Monday to Sunday, both days in it. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

const DAY_MS = 86_400_000;
const move = (day: Day, days: number): Day =>
  new Date(Date.parse(day + 'T00:00:00.000Z') + days * DAY_MS).toISOString().slice(0, 10);

/** The day that lies so many days back. */
export const dayBack = (today: Day, back: number): Period => ({ from: move(today, -back), to: move(today, -back) });

/** The week that lies so many weeks back; 0 is the one that a day is in. */
export function weekBack(today: Day, back: number): Period {
  const weekday = (new Date(today + 'T00:00:00.000Z').getUTCDay() + 6) % 7;
  const from = move(today, -weekday - 7 * back);
  return { from, to: move(from, 6) };
}

/** What happened in a period. */
export const within = <H extends Happening>(happenings: readonly H[], { from, to }: Period): readonly H[] =>
  happenings.filter(({ at }) => {
    const day = swedishDay(at);
    return from <= day && day <= to;
  });
