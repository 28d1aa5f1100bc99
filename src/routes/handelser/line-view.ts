import { bare, kindName } from '#lib/core/ids.ts';
import type { Challenge } from '#lib/domain/challenges/challenge.ts';
import { countByType, type Line } from '#lib/domain/events/lines.ts';
import type { HappeningType } from '#lib/domain/events/happening.ts';
import type { Group } from '#lib/domain/groups/group.ts';
import type { GroupTask } from '#lib/domain/groups/task.ts';
import type { Comment } from '#lib/domain/ideas/comment.ts';
import type { Decision } from '#lib/domain/ideas/decision.ts';
import type { Idea } from '#lib/domain/ideas/idea.ts';
import { readMentions } from '#lib/domain/ideas/mention.ts';
import type { Share } from '#lib/domain/ideas/share.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { municipalityNamed } from '#lib/domain/people/municipalities.ts';
import { swedishDay } from '#lib/domain/workdays.ts';
import type { ToldHappening } from '#lib/store/happenings.ts';
import { weekday, weekdayAndTime } from '#lib/messages/dates.svelte.ts';
import type { HappeningWords } from '#lib/messages/happenings.ts';
import { stageName } from '#lib/messages/stages.svelte.ts';
import { headline } from '#lib/ui/idea/excerpt.ts';
import { nameOf } from '#lib/ui/idea/who.ts';

export type ToldLine = Line<ToldHappening>;

/** What a line says. */
export interface LineView {
  readonly title: string;
  readonly href: string;
  readonly text: string;
  /** The words of the last of it, where somebody said something. */
  readonly quote: string;
  readonly why: string;
  /** When the last of it was done, ISO; absent where nobody did anything and a day came. */
  readonly time?: string;
  /** What the line is mostly about. */
  readonly type: HappeningType;
}

/** What the words are made of. */
export interface Facts {
  readonly documents: ReadonlyMap<string, Envelope>;
  readonly names: ReadonlyMap<string, string>;
  readonly identities: readonly string[];
  readonly words: HappeningWords;
}

const QUOTE_MAX = 160;
const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > QUOTE_MAX ? line.slice(0, QUOTE_MAX - 1) + '…' : line;
};

/** What has to be read to say a line. */
export const wantedOf = (line: ToldLine): readonly { readonly space: string; readonly id: string }[] =>
  isAnswers(line)
    ? []
    : line.happenings.slice(0, 1).flatMap(({ space, subject }) => [line.place, subject].map((id) => ({ space, id })));

const isAnswers = ({ place }: ToldLine): boolean => place.startsWith('answers ');

/** A line in words, with the place it leads to. */
export function viewOf(line: ToldLine, facts: Facts): LineView {
  const { words, documents } = facts;
  const [last] = line.happenings as [ToldHappening];
  const { type } = last;
  if (isAnswers(line)) {
    const said = type === 'overdue' ? words.answersLate : words.answersSoon;
    const text = said.text(line.happenings.length);
    return { title: said.title, href: '/inkorg', text, quote: '', why: words.why.coach, type };
  }
  const document = (id: string): Envelope | undefined => documents.get(last.space + '/' + id);
  const subject = document(last.subject);
  const place = document(line.place);
  const counts = countByType(line.happenings);
  return {
    title: titleOf(place, words),
    href: hrefOf(last, line.place),
    text:
      line.happenings.length === 1
        ? saidOf(last, subject, place, facts)
        : counts.map(([each, count]) => words.counts[each](count)).join(' · '),
    quote: quoteOf(subject, place, facts),
    why: words.why[last.because],
    ...(last.by === undefined ? {} : { time: last.at }),
    type: counts.length === 1 ? type : counts[0]![0]
  };
}

function titleOf(place: Envelope | undefined, words: HappeningWords): string {
  switch (kindName(place?._id ?? '')) {
    case 'idea':
    case 'share':
      return headline(place as unknown as Idea).title;
    case 'grouptask':
    case 'challenge':
      return (place as unknown as GroupTask | Challenge).title;
    case 'group':
      return (place as unknown as Group).name;
    default:
      return words.gone;
  }
}

function hrefOf({ subject }: ToldHappening, place: string): string {
  if (kindName(subject) === 'grouptask') return '/samverkan/grupp/' + subject.split(':')[1]!;
  switch (kindName(place)) {
    case 'idea':
      return '/ideer/' + bare(place);
    case 'challenge':
      return '/utmaningar/' + bare(place);
    case 'group':
      return '/samverkan/grupp/' + bare(place);
    default:
      return '/inkorg';
  }
}

function who({ by }: ToldHappening, place: Envelope | undefined, { names, identities, words }: Facts): string {
  if (by === undefined) return words.somebody;
  return place !== undefined && kindName(place._id) === 'idea'
    ? nameOf(by, place as Idea, names, identities)
    : (names.get(by) ?? words.somebody);
}

/** What happened, on one line. */
function saidOf(
  happening: ToldHappening,
  subject: Envelope | undefined,
  place: Envelope | undefined,
  facts: Facts
): string {
  const { lines } = facts.words;
  const by = who(happening, place, facts);
  // The day that is near, or has passed, stands last in the id.
  const due = happening.id.slice(happening.id.lastIndexOf(' ') + 1);
  switch (happening.type) {
    case 'decided':
      return lines.decided(by, subject === undefined ? '' : stageName((subject as Decision).to));
    case 'passedOn':
      return subject !== undefined && kindName(subject._id) === 'share'
        ? lines.passedHere(municipalityNamed((subject as Share).from)?.name ?? '')
        : lines.passedOn(by);
    case 'dueSoon':
      return kindName(happening.subject) === 'grouptask' ? lines.taskSoon(weekday(due)) : lines.dueSoon(weekday(due));
    case 'overdue':
      return kindName(happening.subject) === 'grouptask' ? lines.taskLate(weekday(due)) : lines.overdue(weekday(due));
    case 'meetingCalled':
      return lines.meetingCalled(weekdayAndTime(due));
    case 'challengeOpened':
      return lines.challengeOpened(weekday((subject as Challenge | undefined)?.closes ?? swedishDay(happening.at)));
    case 'merged':
    case 'followUpDue':
    case 'challengeResult':
    case 'storyTold':
      return lines[happening.type];
    default:
      return lines[happening.type](by);
  }
}

function quoteOf(
  subject: Envelope | undefined,
  place: Envelope | undefined,
  { names, identities, words }: Facts
): string {
  if (subject === undefined) return '';
  const kind = kindName(subject._id);
  if (kind === 'comment') {
    const name = (id: string): string =>
      place !== undefined && kindName(place._id) === 'idea'
        ? nameOf(id, place as Idea, names, identities)
        : (names.get(id) ?? words.somebody);
    return short(readMentions(subject as Comment, name));
  }
  if (kind === 'grouptask' && place?._id !== subject._id) return short((subject as GroupTask).title);
  const { reason } = subject as { readonly reason?: string };
  return (kind === 'decision' || kind === 'referral') && reason !== undefined ? short(reason) : '';
}
