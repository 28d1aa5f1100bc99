import { weighedIn } from '#lib/app/assessments.ts';
import { bare } from '#lib/core/ids.ts';
import { isBuiltIn, type Weighed } from '#lib/domain/assessment/criteria.ts';
import { assessmentSetupWords } from '#lib/messages/assessment-setup.ts';
import { assessmentWords } from '#lib/messages/assessment.ts';
import type { ListedSet } from '#lib/store/assessments.ts';

/** A criterion with the words that are shown for it. */
export interface ShownCriterion extends Weighed {
  readonly name: string;
  readonly explanation: string;
  /** What 1 means, and what 5 means. */
  readonly low: string;
  readonly high: string;
}

/** The criteria of a set (the built-in ones where there is none) in the reader's language where they have one. */
export function shownCriteria(set: string | undefined, sets: readonly ListedSet[]): readonly ShownCriterion[] {
  const words = assessmentWords();
  const documents = new Map(
    sets.flatMap(({ criteria }) => criteria).map((document) => [bare(document._id), document] as const)
  );
  return weighedIn(set, sets).map((weighed) => {
    if (isBuiltIn(weighed.key)) return { ...weighed, ...assessmentSetupWords().builtIn[weighed.key] };
    const { name = '', explanation = '' } = documents.get(weighed.key) ?? {};
    return { ...weighed, name, explanation, ...words.ends[weighed.axis] };
  });
}
