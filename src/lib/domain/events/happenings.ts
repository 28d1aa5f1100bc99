import { kindName } from '#lib/core/ids.ts';
import { has } from '../actor.ts';
import type { Benefit } from '../benefit/benefit.ts';
import type { Story } from '../benefit/story.ts';
import type { Challenge } from '../challenges/challenge.ts';
import type { Group } from '../groups/group.ts';
import type { Membership } from '../groups/membership.ts';
import type { GroupTask } from '../groups/task.ts';
import { ANSWER_DAYS, answeringOf } from '../ideas/answering.ts';
import type { Comment } from '../ideas/comment.ts';
import type { Decision } from '../ideas/decision.ts';
import type { Follow } from '../ideas/follow.ts';
import type { Idea } from '../ideas/idea.ts';
import { mentionParts } from '../ideas/mention.ts';
import type { Referral } from '../ideas/referral.ts';
import type { Share } from '../ideas/share.ts';
import type { Support } from '../ideas/support.ts';
import type { Envelope } from '../kind.ts';
import type { Settings } from '../people/settings.ts';
import type { Variant } from '../variant.ts';
import { benefitHappenings } from './benefit-happenings.ts';
import { challengeHappenings } from './challenge-happenings.ts';
import { dueHappening } from './due-happenings.ts';
import { groupHappenings } from './group-happenings.ts';
import { type Because, type Happening, isReader, latestFirst, type Reader } from './happening.ts';
import { type Ties, tiesOf } from './ties.ts';

export type { Because, Happening, Reader } from './happening.ts';

const of = <D extends Envelope>(documents: readonly Envelope[], kind: string): readonly D[] =>
  documents.filter((each) => each._deleted !== true && kindName(each._id) === kind) as unknown as readonly D[];

/**
 * What has happened that concerns a reader, the last first. What they did themselves is never among it. What is
 * taken back, withdrawn or erased has not happened.
 * @param documents of one space: ideas and all that is around them (those that they are merged with too), working
 *   groups and what belongs to them, challenges with the ideas that answer them. Several ideas at once are as good
 *   as one at a time.
 * @param now ISO: days come near and pass
 */
export function happeningsOf(documents: readonly Envelope[], reader: Reader, now: string): readonly Happening[] {
  const ideas = of<Idea>(documents, 'idea');
  const decisions = of<Decision>(documents, 'decision');
  const comments = of<Comment>(documents, 'comment');
  const follows = of<Follow>(documents, 'follow');
  const supports = of<Support>(documents, 'support');
  const ties = tiesOf({ ideas, decisions, follows, supports }, reader);
  const days = of<Settings>(documents, 'settings')[0]?.answerDays ?? ANSWER_DAYS;
  const found = [
    ...decided(decisions, reader, ties),
    ...said(ideas, comments, decisions, of<Variant>(documents, 'variant'), reader, ties),
    ...passedOn(of<Referral>(documents, 'referral'), of<Share>(documents, 'share'), reader, ties),
    ...due(ideas, decisions, comments, days, reader, ties, now),
    ...benefitHappenings(
      { ideas, decisions, benefits: of<Benefit>(documents, 'benefit'), stories: of<Story>(documents, 'story') },
      reader,
      ties,
      now
    ),
    ...groupHappenings(
      of<Group>(documents, 'group'),
      of<Membership>(documents, 'membership'),
      of<GroupTask>(documents, 'grouptask'),
      reader,
      now
    ),
    ...challengeHappenings(of<Challenge>(documents, 'challenge'), { ideas, comments }, reader, ties, now)
  ];
  return found.sort(latestFirst);
}

function decided(decisions: readonly Decision[], reader: Reader, ties: Ties): readonly Happening[] {
  const found: Happening[] = [];
  for (const decision of decisions) {
    const { _id: subject, idea, by, at, to, into } = decision;
    if (decision.withdrawn !== undefined || isReader(reader, by)) continue;
    const own = ties.tieTo(idea, at);
    // That another idea has come into theirs is news to those who stand for it, and not to all who support it.
    const other = into === undefined ? undefined : ties.tieTo(into, at);
    const because = own ?? (other === 'supporter' ? undefined : other);
    if (because === undefined) continue;
    const isAsked = to === 'komplettering' && (because === 'author' || because === 'coauthor');
    const type = into !== undefined ? 'merged' : isAsked ? 'asked' : 'decided';
    found.push({ id: type + ' ' + subject, type, at, idea: ties.survivorOf(idea), subject, because, by });
  }
  return found;
}

/** When a comment first spoke to the reader; undefined when it does not. */
function mentionedAt(comment: Comment, versions: readonly Variant[], reader: Reader): string | undefined {
  const { mentions = [] } = comment;
  if (!mentions.some((each) => isReader(reader, each))) return undefined;
  const isMarked = (text: string): boolean =>
    mentionParts({ text, mentions }).some((part) => 'person' in part && isReader(reader, part.person));
  let since = comment.at;
  for (const { text, at } of versions) {
    if (isMarked(text)) return since;
    since = at;
  }
  return since;
}

function said(
  ideas: readonly Idea[],
  comments: readonly Comment[],
  decisions: readonly Decision[],
  variants: readonly Variant[],
  reader: Reader,
  ties: Ties
): readonly Happening[] {
  const writers = new Map(ideas.map((idea) => [idea._id, [idea.by, ...(idea.coauthors ?? [])]]));
  const found: Happening[] = [];
  for (const comment of comments) {
    const { _id: subject, idea, by, at, answer } = comment;
    if (comment.retracted !== undefined || isReader(reader, by)) continue;
    const add = (type: 'mentioned' | 'answered' | 'commented', when: string, because: Because): void => {
      found.push({ id: type + ' ' + subject, type, at: when, idea: ties.survivorOf(idea), subject, because, by });
    };
    const versions = variants
      .filter((each) => each.of === subject && each.field === 'text' && each.resolved !== undefined)
      .sort((a, b) => (a.at < b.at ? -1 : 1));
    const spokenTo = mentionedAt(comment, versions, reader);
    const tie = ties.tieTo(idea, at);
    if (answer === true && tie !== undefined) add('answered', at, tie);
    else if (spokenTo !== undefined) add('mentioned', spokenTo, 'mentioned');
    else if (answer === true) continue;
    else if (tie !== undefined && tie !== 'supporter') add('commented', at, tie);
    // Whoever has taken an idea in hand hears what its author says after that.
    else if (
      (writers.get(idea) ?? []).indexOf(by) >= 0 &&
      decisions.some((each) => each.idea === idea && each.at <= at && isReader(reader, each.by))
    )
      add('commented', at, 'coach');
  }
  return found;
}

function passedOn(
  referrals: readonly Referral[],
  shares: readonly Share[],
  reader: Reader,
  ties: Ties
): readonly Happening[] {
  const found: Happening[] = [];
  for (const { _id: subject, idea, by, at, withdrawn } of referrals) {
    const because = ties.tieTo(idea, at);
    if (withdrawn !== undefined || isReader(reader, by) || because === undefined) continue;
    found.push({
      id: 'passedOn ' + subject,
      type: 'passedOn',
      at,
      idea: ties.survivorOf(idea),
      subject,
      because,
      by
    });
  }
  // The idea itself is in another municipality, and not the reader's to read.
  for (const { _id: subject, to, by, at, withdrawn, received } of shares) {
    const isTheirs = has({ id: '', roles: reader.roles, space: to }, 'coach');
    if (withdrawn !== undefined || received !== undefined || isReader(reader, by) || !isTheirs) continue;
    found.push({ id: 'passedOn ' + subject, type: 'passedOn', at, subject, because: 'coach', by });
  }
  return found;
}

/** Why somebody is told that an answer is due: they wrote the idea, or they are among those who answer. */
export const dueBecause = (tie: Because | undefined, reader: Reader): Because | undefined =>
  tie === 'author' || tie === 'coauthor'
    ? tie
    : has({ id: '', roles: reader.roles, space: reader.space }, 'coach', 'coordinator')
      ? 'coach'
      : undefined;

function due(
  ideas: readonly Idea[],
  decisions: readonly Decision[],
  comments: readonly Comment[],
  days: number,
  reader: Reader,
  ties: Ties,
  now: string
): readonly Happening[] {
  const found: Happening[] = [];
  for (const idea of ideas) {
    const { _id: id } = idea;
    if (idea.retracted !== undefined || ties.survivorOf(id) !== id) continue;
    const because = dueBecause(ties.tieTo(id, now), reader);
    if (because === undefined) continue;
    const isOf = (each: { readonly idea: string }): boolean => each.idea === id;
    const answering = answeringOf(idea, decisions.filter(isOf), comments.filter(isOf), days, now);
    if (answering.answeredAt !== undefined || answering.isPaused) continue;
    const happening = dueHappening({ subject: id, idea: id, due: answering.by, because }, now);
    if (happening !== null) found.push(happening);
  }
  return found;
}
