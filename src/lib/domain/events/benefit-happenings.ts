import { type FollowUp, followUpsOf, isAsked } from '../benefit/follow-up.ts';
import type { Benefit } from '../benefit/benefit.ts';
import type { Story } from '../benefit/story.ts';
import type { Decision } from '../ideas/decision.ts';
import type { Idea } from '../ideas/idea.ts';
import { swedishDay } from '../workdays.ts';
import { morningOf } from './due-happenings.ts';
import { type Happening, isReader, type Reader } from './happening.ts';
import type { Ties } from './ties.ts';

/** That it is time to say what an idea gave, which whoever answers for that hears, and that its story is told. */
export function benefitHappenings(
  around: {
    readonly ideas: readonly Idea[];
    readonly decisions: readonly Decision[];
    readonly benefits: readonly Benefit[];
    readonly stories: readonly Story[];
  },
  reader: Reader,
  ties: Ties,
  now: string
): readonly Happening[] {
  const found: Happening[] = [];
  for (const { _id: idea, retracted } of around.ideas) {
    if (retracted !== undefined) continue;
    const isOf = (each: { readonly idea: string }): boolean => each.idea === idea;
    const own = around.decisions.filter(isOf);
    if (own.length === 0) continue;
    for (const each of followUpsOf(own, around.benefits.filter(isOf), swedishDay(now)))
      if (isAsked(each) && isReader(reader, each.responsible)) found.push(asked(each, ties));
  }
  for (const { _id: subject, idea, by, at, retracted } of around.stories) {
    const because = ties.tieTo(idea, at);
    if (retracted !== undefined || isReader(reader, by) || because === undefined) continue;
    found.push({
      id: 'storyTold ' + subject,
      type: 'storyTold',
      at,
      idea: ties.survivorOf(idea),
      subject,
      because,
      by
    });
  }
  return found;
}

// A follow-up that is postponed is asked anew.
const asked = ({ idea, months, day }: FollowUp, ties: Ties): Happening => ({
  id: ['followUpDue', idea, months, day].join(' '),
  type: 'followUpDue',
  at: morningOf(day),
  idea: ties.survivorOf(idea),
  subject: idea,
  because: 'assigned'
});
