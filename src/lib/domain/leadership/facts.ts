import type { Benefit } from '../benefit/benefit.ts';
import { type Standing, standingOf } from '../benefit/standing.ts';
import type { Answering } from '../ideas/answering.ts';
import type { Decision } from '../ideas/decision.ts';
import type { Idea } from '../ideas/idea.ts';
import { trailOf } from '../ideas/path.ts';
import type { Stage } from '../ideas/stages.ts';
import { type Day, swedishDay } from '../workdays.ts';

/** The stages of the path in order; the four aside are not on it. */
export const PATH: readonly Stage[] = ['ny', 'mottagen', 'bedoms', 'utvecklas', 'testas', 'infors', 'i-drift'];

/** An idea's time in a stage. */
export interface Visit {
  readonly stage: Stage;
  readonly from: Day;
  /** The day it left; undefined while it is there. */
  readonly to: Day | undefined;
}

/** What is counted of an idea: nothing of who wrote it, and nothing of what it says. */
export interface IdeaFacts {
  readonly id: string;
  /** Where it belongs now; the empty string where it belongs to no unit. */
  readonly unit: string;
  /** The day it was left. */
  readonly day: Day;
  /** The day its author was promised an answer by, moved on by the time the author was waited for. */
  readonly due: Day;
  readonly answered: Day | undefined;
  /** Who is waited for before it has its answer; undefined where it has one, or needs none of its own. */
  readonly waitsFor: 'answer' | 'author' | undefined;
  /** Its stages in order, the one it is in last. */
  readonly visits: readonly Visit[];
  /** The day it first came to each step of the path or further; as long as it has come. */
  readonly reached: readonly Day[];
  /** What it is meant to give, and gives; undefined where nobody has said anything of it. */
  readonly benefit: Standing | undefined;
}

/**
 * An idea's stages in order, by the decisions that have led it to where it stands (`trailOf`). A decision that leaves
 * it in its stage ends nothing. Where clocks disagree no stage begins before the one it came after.
 */
export function visitsOf(given: Day, decisions: readonly Decision[]): readonly Visit[] {
  const visits: { stage: Stage; from: Day; to: Day | undefined }[] = [{ stage: 'ny', from: given, to: undefined }];
  for (const { to, at } of trailOf(decisions)) {
    const last = visits[visits.length - 1]!;
    if (to === last.stage) continue;
    const day = swedishDay(at);
    last.to = day < last.from ? last.from : day;
    visits.push({ stage: to, from: last.to, to: undefined });
  }
  return visits;
}

function reachedOf(visits: readonly Visit[]): readonly Day[] {
  const days: Day[] = [];
  for (const { stage, from } of visits) {
    const step = PATH.indexOf(stage);
    while (days.length <= step) days.push(from);
  }
  return days;
}

/**
 * @param place the unit it belongs to now, and whether it lives on in another idea, whose answer is its answer
 * @param answering how it stands with its answer (`answeringOf`)
 * @param benefits all that is said of what it gives
 */
export function factsOf(
  idea: Pick<Idea, '_id' | 'at'>,
  decisions: readonly Decision[],
  answering: Answering,
  place: { readonly unit: string; readonly isMerged: boolean },
  benefits: readonly Benefit[] = []
): IdeaFacts {
  const day = swedishDay(idea.at);
  const { answeredAt, isPaused, by } = answering;
  const visits = visitsOf(day, decisions);
  return {
    id: idea._id,
    unit: place.unit,
    day,
    due: by,
    answered: answeredAt === undefined ? undefined : swedishDay(answeredAt),
    waitsFor: answeredAt !== undefined || place.isMerged ? undefined : isPaused ? 'author' : 'answer',
    visits,
    reached: reachedOf(visits),
    benefit: benefits.length === 0 ? undefined : standingOf(benefits)
  };
}
