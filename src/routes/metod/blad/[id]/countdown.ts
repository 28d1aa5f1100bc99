/** How long an exercise lasts: going, at rest, or over. Times are ms; whoever asks says what time it is. */
export type Countdown =
  | { readonly is: 'running'; readonly endsAt: number; readonly whole: number }
  | { readonly is: 'paused'; readonly left: number; readonly whole: number }
  | { readonly is: 'over'; readonly whole: number };

const MINUTE = 60_000;

export const begun = (minutes: number, now: number): Countdown => ({
  is: 'running',
  endsAt: now + minutes * MINUTE,
  whole: minutes * MINUTE
});

/** What is left of it, ms; never less than nothing. */
export function leftOf(countdown: Countdown, now: number): number {
  if (countdown.is === 'over') return 0;
  return Math.max(0, countdown.is === 'paused' ? countdown.left : countdown.endsAt - now);
}

/** As it is at a time: one whose end has passed is over. */
export const at = (countdown: Countdown, now: number): Countdown =>
  countdown.is === 'running' && countdown.endsAt <= now ? { is: 'over', whole: countdown.whole } : countdown;

export const paused = (countdown: Countdown, now: number): Countdown =>
  countdown.is === 'running' ? { is: 'paused', left: leftOf(countdown, now), whole: countdown.whole } : countdown;

export const resumed = (countdown: Countdown, now: number): Countdown =>
  countdown.is === 'paused' ? { is: 'running', endsAt: now + countdown.left, whole: countdown.whole } : countdown;

/** A minute more; one that is over goes on for that minute. */
export function prolonged(countdown: Countdown, now: number): Countdown {
  const whole = countdown.whole + MINUTE;
  if (countdown.is === 'paused') return { is: 'paused', left: countdown.left + MINUTE, whole };
  return { is: 'running', endsAt: now + leftOf(countdown, now) + MINUTE, whole };
}

/** Minutes and seconds as they are shown; the last second is one until it has passed. */
export function clockOf(left: number): string {
  const seconds = Math.ceil(left / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What was put away as text; undefined where it is none of ours. */
export function readCountdown(text: string | null): Countdown | undefined {
  try {
    const { is, endsAt, left, whole } = JSON.parse(text ?? '') as Record<string, unknown>;
    if (typeof whole !== 'number') return undefined;
    if (is === 'running' && typeof endsAt === 'number') return { is, endsAt, whole };
    if (is === 'paused' && typeof left === 'number') return { is, left, whole };
    return is === 'over' ? { is, whole } : undefined;
  } catch {
    return undefined;
  }
}
