import type { Day } from '../workdays.ts';
import type { Challenge } from './challenge.ts';

/** Not yet, now, or no longer answered. */
export type ChallengeState = 'coming' | 'open' | 'ended';

/** How a challenge stands on a day. */
export function stateOf(
  { opens, closes, closed }: Pick<Challenge, 'opens' | 'closes' | 'closed'>,
  today: Day
): ChallengeState {
  if (closed !== undefined || closes < today) return 'ended';
  return today < opens ? 'coming' : 'open';
}

/** Whole days from one day to another; negative when the other comes first. */
export const daysUntil = (day: Day, today: Day): number =>
  Math.round((Date.parse(day + 'T00:00:00.000Z') - Date.parse(today + 'T00:00:00.000Z')) / 86_400_000);
