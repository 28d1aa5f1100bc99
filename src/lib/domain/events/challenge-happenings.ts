import { has } from '../actor.ts';
import type { Challenge } from '../challenges/challenge.ts';
import type { Comment } from '../ideas/comment.ts';
import type { Idea } from '../ideas/idea.ts';
import { morningOf } from './due-happenings.ts';
import { type Because, type Happening, isReader, type Reader } from './happening.ts';
import type { Ties } from './ties.ts';

/** Why somebody hears what came of a challenge: what they have had to do with an idea that answers it. */
function partIn(
  challenge: string,
  { ideas, comments }: { readonly ideas: readonly Idea[]; readonly comments: readonly Comment[] },
  reader: Reader,
  ties: Ties,
  at: string
): Because | undefined {
  const answering = ideas.filter((idea) => idea.challenge === challenge).map((idea) => idea._id);
  const found = answering.map((idea) => ties.tieTo(idea, at));
  const nearest = (['author', 'coauthor', 'follower', 'supporter'] as const).find((tie) => found.indexOf(tie) >= 0);
  if (nearest !== undefined) return nearest;
  return comments.some(
    (each) => each.retracted === undefined && isReader(reader, each.by) && answering.indexOf(each.idea) >= 0
  )
    ? 'participant'
    : undefined;
}

/** That a challenge has opened, which all in the space hear, and what came of it, which those hear who took part. */
export function challengeHappenings(
  challenges: readonly Challenge[],
  around: { readonly ideas: readonly Idea[]; readonly comments: readonly Comment[] },
  reader: Reader,
  ties: Ties,
  now: string
): readonly Happening[] {
  const isMember = has({ id: '', roles: reader.roles, space: reader.space }, 'member');
  const found: Happening[] = [];
  for (const { _id: subject, by, at, opens, closed, resultAt } of challenges) {
    const opened = at > morningOf(opens) ? at : morningOf(opens);
    const wasOpened = opened <= now && (closed === undefined || closed.at > opened);
    if (isMember && wasOpened && !isReader(reader, by))
      found.push({
        id: ['challengeOpened', subject, opens].join(' '),
        type: 'challengeOpened',
        at: opened,
        subject,
        because: 'member',
        by
      });
    if (resultAt === undefined || isReader(reader, resultAt.by)) continue;
    const because = partIn(subject, around, reader, ties, resultAt.at);
    if (because === undefined) continue;
    // Told in other words it is told anew.
    found.push({
      id: ['challengeResult', subject, resultAt.at].join(' '),
      type: 'challengeResult',
      at: resultAt.at,
      subject,
      because,
      by: resultAt.by
    });
  }
  return found;
}
