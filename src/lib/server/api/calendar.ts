import { bare } from '#lib/core/ids.ts';
import { type Actor, membersOf, municipalityOf, type Role, roleIn, spaceType } from '#lib/domain/actor.ts';
import { type CalendarEntry, icsOf } from '#lib/domain/calendar/ics.ts';
import type { Group } from '#lib/domain/groups/group.ts';
import type { Membership } from '#lib/domain/groups/membership.ts';
import { isOpen } from '#lib/domain/groups/standing.ts';
import type { GroupTask } from '#lib/domain/groups/task.ts';
import type { Backend } from '../couch/backend.ts';
import type { Account } from '../identity/accounts.ts';
import { Documents } from './documents.ts';
import type { DaysOfIdeas, FollowUpDay, WaitingIdea } from './idea-days.ts';

/** Those whose inbox it is. */
const ANSWERING: readonly Role[] = ['coach', 'manager', 'leader', 'coordinator'];
const MEETING_MINUTES = 60;
/** Links in the words of one day, at most. */
const MOST_LINKS = 20;
const DAY_BEGAN = 'T00:00:00.000Z';

/**
 * A person's days, as their calendar subscribes to them. Calendars lie with others and light up on locked screens: so
 * it says that something is to be done and where it is read, and nothing of what it is about.
 * @param origin where the app is, `https://…`
 */
export async function personCalendar(
  backend: Backend,
  spaces: readonly string[],
  account: Account,
  days: DaysOfIdeas,
  origin: string
): Promise<string> {
  const entries: CalendarEntry[] = [];
  for (const name of spaces) {
    const space = backend.space(name);
    const isMine = membersOf(name).some((role) => account.roles.includes(role));
    if (space === undefined || !isMine || !['municipality', 'region'].includes(spaceType(name))) continue;
    const actor: Actor = { id: account.id, roles: account.roles, space: name };
    const from = new Documents(space, actor);
    const answers = ANSWERING.some((role) => account.roles.includes(roleIn(municipalityOf(name), role)));
    if (spaceType(name) === 'municipality') {
      const { waiting, followUps } = await days.in(from);
      if (answers) entries.push(...answerDays(name, waiting, origin));
      entries.push(...followUpDays(followUps, account.id, origin));
    }
    entries.push(...(await groupDays(from, account.id, origin)));
  }
  entries.sort((a, b) => (a.uid < b.uid ? -1 : 1));
  return icsOf(entries, 'Idéslussen');
}

/** One entry for each day on which ideas are to be answered at the latest: a row for each would be all one sees. */
function answerDays(space: string, ideas: readonly WaitingIdea[], origin: string): CalendarEntry[] {
  const byDay = new Map<string, WaitingIdea[]>();
  for (const idea of ideas) byDay.set(idea.by, [...(byDay.get(idea.by) ?? []), idea]);
  return [...byDay].map(([day, due]) => {
    const links = due.slice(0, MOST_LINKS).map(({ id }) => `${origin}/inkorg?ide=${bare(id)}`);
    return {
      uid: `svara-${space}-${day}@${new URL(origin).hostname}`,
      at: { day },
      title: due.length === 1 ? 'Svara på en idé' : `Svara på ${due.length} idéer`,
      ...(due.length === 1 ? {} : { description: links.join('\n') }),
      url: due.length === 1 ? links[0]! : origin + '/inkorg',
      // Calendars ask for one that does not differ while nothing does; a day's own beginning never does.
      changed: day + DAY_BEGAN
    };
  });
}

/** The last day on which to say what came of an idea, for whoever is asked. */
const followUpDays = (followUps: readonly FollowUpDay[], person: string, origin: string): CalendarEntry[] =>
  followUps
    .filter(({ responsible }) => responsible === person)
    .map(({ idea, last, months }) => ({
      uid: `${bare(idea)}-uppfoljning-${months}@${new URL(origin).hostname}`,
      at: { day: last },
      title: 'Följ upp en idé',
      url: `${origin}/ideer/${bare(idea)}/nytta`,
      changed: last + DAY_BEGAN
    }));

async function groupDays(from: Documents, person: string, origin: string): Promise<CalendarEntry[]> {
  const [groups, memberships, tasks] = await Promise.all([
    from.all<Group>('group'),
    from.all<Membership>('membership'),
    from.all<GroupTask>('grouptask')
  ]);
  const { hostname } = new URL(origin);
  const open = new Map(groups.filter(({ closed }) => closed === undefined).map((group) => [group._id, group]));
  const page = (group: string): string => `${origin}/samverkan/grupp/${bare(group)}`;
  const entries: CalendarEntry[] = [];
  for (const { group: id, person: member, state } of memberships) {
    const { nextMeeting } = open.get(id) ?? {};
    if (member !== person || !state.given || nextMeeting?.when === undefined) continue;
    entries.push({
      uid: `${bare(id)}-mote@${hostname}`,
      at: { start: nextMeeting.when, minutes: MEETING_MINUTES },
      title: 'Möte i en arbetsgrupp',
      url: page(id),
      changed: nextMeeting.at
    });
  }
  for (const task of tasks) {
    if (task.assignee !== person || task.due === undefined || !isOpen(task) || !open.has(task.group)) continue;
    entries.push({
      uid: `${bare(task._id)}-uppgift@${hostname}`,
      at: { day: task.due },
      title: 'Gör klart en uppgift',
      url: page(task.group),
      changed: task.edited?.at ?? task.at
    });
  }
  return entries;
}
