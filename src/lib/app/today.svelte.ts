import { type Day, swedishDay } from '#lib/domain/workdays.ts';

const LOOKS_EVERY_MS = 60_000;

const now = (): Day => swedishDay(new Date().toISOString());

let current = $state<Day>(now());
let isFollowing = false;

/** Today in Sweden; what reads it is told when the day turns, also on a device that slept through midnight. */
export function today(): Day {
  if (!isFollowing && typeof document !== 'undefined') {
    isFollowing = true;
    const look = () => {
      const next = now();
      if (next !== current) current = next;
    };
    setInterval(look, LOOKS_EVERY_MS);
    document.addEventListener('visibilitychange', look);
  }
  return current;
}
