import { addWorkdays, type Day, swedishDay, workdaysBetween } from '../workdays.ts';
import type { Comment } from './comment.ts';
import type { Decision } from './decision.ts';
import type { Idea } from './idea.ts';
import { isAnswer } from './stages.ts';

/** Working days within which an author is promised an answer, where the municipality has not said otherwise. */
export const ANSWER_DAYS = 10;

const MOST_KEPT = 5_000;
const promised = new Map<string, Day>();

/** The day by which something captured now is answered. */
export function answerBy(now: string, count: number): Day {
  // Thousands of ideas come at once on a first sync, and a day in Sweden begins on the hour.
  const hour = now.slice(0, 13) + ' ' + count;
  const known = promised.get(hour);
  if (known !== undefined) return known;
  if (promised.size >= MOST_KEPT) promised.clear();
  const day = addWorkdays(swedishDay(now), count);
  promised.set(hour, day);
  return day;
}

/** How it stands with an idea's answer. */
export interface Answering {
  /** The day it is promised by, moved on by the time the author was waited for. */
  readonly by: Day;
  /** When it was answered, ISO; undefined while it is not. */
  readonly answeredAt: string | undefined;
  /** The author has been asked for more and has not said anything since: the clock stands still. */
  readonly isPaused: boolean;
}

/**
 * Whether and when an idea was answered. An answer is a comment given as one, or a decision on what becomes of the
 * idea; that somebody has received it is none. While the author is asked for more the clock stands still, until
 * they say something or somebody decides.
 * @param days the municipality's, for ideas that were captured before they carried their day
 * @param now ISO
 */
export function answeringOf(
  idea: Pick<Idea, 'by' | 'at' | 'answerBy' | 'coauthors' | 'edited'>,
  decisions: readonly Decision[],
  comments: readonly Comment[],
  days: number,
  now: string
): Answering {
  const writers = [idea.by, ...(idea.coauthors ?? [])];
  const standing = decisions
    .filter((decision) => decision.withdrawn === undefined)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a._id < b._id ? -1 : 1));
  const said = comments.filter((comment) => comment.retracted === undefined);
  const answers = [
    ...said.filter((comment) => comment.answer === true).map((comment) => comment.at),
    ...standing.filter((decision) => isAnswer(decision.to)).map((decision) => decision.at)
  ].sort();
  const ownWords = [
    ...said.filter((comment) => writers.indexOf(comment.by) >= 0).map((comment) => comment.at),
    ...(idea.edited !== undefined && writers.indexOf(idea.edited.by) >= 0 ? [idea.edited.at] : [])
  ];
  let waited = 0;
  let isPaused = false;
  standing.forEach((decision, index) => {
    if (decision.to !== 'komplettering') return;
    const ends = [standing[index + 1]?.at, ...ownWords.filter((at) => at > decision.at)].filter(
      (at) => at !== undefined
    );
    const end = ends.sort()[0];
    if (end === undefined) isPaused = true;
    waited += Math.max(0, workdaysBetween(swedishDay(decision.at), swedishDay(end ?? now)));
  });
  const first = idea.answerBy ?? answerBy(idea.at, days);
  return { by: waited === 0 ? first : addWorkdays(first, waited), answeredAt: answers[0], isPaused };
}
