import { setImmediate } from 'node:timers/promises';
import type { Benefit } from '#lib/domain/benefit/benefit.ts';
import { followUpsOf } from '#lib/domain/benefit/follow-up.ts';
import type { Decision } from '#lib/domain/ideas/decision.ts';
import type { Idea } from '#lib/domain/ideas/idea.ts';
import { type Day, swedishDay } from '#lib/domain/workdays.ts';
import type { Documents } from './documents.ts';
import { ideaRows } from './idea-rows.ts';

/** An idea that waits for its answer. */
export interface WaitingIdea {
  readonly id: string;
  readonly by: Day;
}

/** A day on which somebody is asked what came of an idea. */
export interface FollowUpDay {
  readonly idea: string;
  /** The last on which an answer is in time. */
  readonly last: Day;
  readonly months: number;
  /** Opaque. */
  readonly responsible: string;
}

/** The days that a space's ideas come with. */
export interface IdeaDays {
  readonly waiting: readonly WaitingIdea[];
  readonly followUps: readonly FollowUpDay[];
}

const INTRODUCED: readonly unknown[] = ['infors', 'i-drift'];
const PAGE = 500;
/** How long what waits is believed without looking again, milliseconds. Calendars ask once an hour or so. */
const BELIEVED = 5 * 60_000;

interface Believed {
  readonly until: number;
  readonly days: Promise<IdeaDays>;
}

/** The days of each space's ideas: counted once for everybody who asks within some minutes. */
export class DaysOfIdeas {
  readonly #believed = new Map<string, Believed>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  in(from: Documents): Promise<IdeaDays> {
    const { name } = from.space;
    const before = this.#believed.get(name);
    if (before !== undefined && before.until > this.#now()) return before.days;
    const days = daysIn(from, new Date(this.#now()).toISOString());
    this.#believed.set(name, { until: this.#now() + BELIEVED, days });
    // What failed is tried again by the next who asks.
    days.catch(() => this.#believed.delete(name));
    return days;
  }
}

async function daysIn(from: Documents, now: string): Promise<IdeaDays> {
  const waiting: WaitingIdea[] = [];
  const followUps: FollowUpDay[] = [];
  for (let after: string | undefined, isFirst = true; isFirst || after !== undefined; isFirst = false) {
    const { documents, last } = await from.page<Idea>('idea', after, PAGE);
    const rows = await ideaRows(documents, true, from, now);
    const introduced = rows.filter((row) => INTRODUCED.includes(row['stage'])).map((row) => String(row['id']));
    followUps.push(...(await followUpDays(from, introduced, swedishDay(now))));
    for (const row of rows) {
      const isOpen = row['answeredAt'] === null && row['mergedInto'] === null && row['retractedAt'] === null;
      if (isOpen && row['waitsForAuthor'] === false)
        waiting.push({ id: String(row['id']), by: String(row['answerBy']) });
    }
    after = last;
    // Others are answered between two pages.
    await setImmediate();
  }
  return { waiting, followUps };
}

async function followUpDays(from: Documents, introduced: readonly string[], today: Day): Promise<FollowUpDay[]> {
  const [decisions, benefits] = await Promise.all([
    from.around<Decision>('decision', introduced, false),
    from.around<Benefit>('benefit', introduced, false)
  ]);
  return introduced.flatMap((idea) =>
    followUpsOf(decisions.get(idea) ?? [], benefits.get(idea) ?? [], today)
      .filter(({ state }) => state === 'coming' || state === 'due' || state === 'overdue')
      .map(({ last, months, responsible }) => ({ idea, last, months, responsible }))
  );
}
