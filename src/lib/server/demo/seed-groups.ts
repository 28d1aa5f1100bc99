import { REGION } from '#lib/domain/actor.ts';
import type { CommandResult, Context } from '#lib/domain/command.ts';
import {
  addTask,
  arrangeMeeting,
  changeLeaders,
  createGroup,
  decideInGroup,
  linkIdeas,
  noteMeeting,
  setMembership,
  setTaskDone,
  tellStanding
} from '#lib/domain/groups/commands.ts';
import { type GroupRecord, standingOf } from '#lib/domain/groups/standing.ts';
import { swedishDay } from '#lib/domain/workdays.ts';
import type { Backend } from '../couch/backend.ts';
import type { Account } from '../identity/accounts.ts';
import { actorIn, stored, writeAs } from '../people.ts';
import type { DemoGroup, DemoTask } from './groups.ts';

const DAY = 24 * 60 * 60 * 1000;

/** What a demo group is written with. */
export interface Scribe {
  readonly now: Date;
  ideaTitled(title: string): string;
  isAnswered(idea: string): boolean;
  /** A login's opaque id. */
  personOf(login: string): string;
  /** A moment so many days ago, ISO. */
  at(daysAgo: number): string;
  /** Runs a command as somebody at a moment, and keeps what it made. */
  write<D extends object>(login: string, daysAgo: number, command: (context: Context) => CommandResult<D>): D;
}

/** Says in the region how the municipality's groups stand, as its coach's device would. */
export async function tellRegion(
  backend: Backend,
  municipality: string,
  coach: Account | undefined,
  groups: readonly GroupRecord[],
  now: Date
): Promise<void> {
  const region = backend.space(REGION);
  if (region === undefined || coach === undefined) return;
  const standing = standingOf(groups, now.toISOString());
  const status = tellStanding(municipality, standing, null, { actor: actorIn(coach, REGION) });
  if (!status.ok) throw new Error('demo: ' + JSON.stringify(status.error));
  // Told already where only the municipality's own space was made anew.
  const before = await stored<typeof status.value>(region, status.value._id, coach);
  if (before === undefined) await writeAs(coach, region, status.value);
}

/** What a command made; throws at a refusal, since the demo's own must pass the rules. */
function taken<D>(result: CommandResult<D>): D {
  if (!result.ok) throw new Error('demo: ' + JSON.stringify(result.error));
  return result.value;
}

/** Writes a working group and all that belongs to it; gives what a device would count. */
export function writeGroup(demo: DemoGroup, scribe: Scribe): GroupRecord {
  const { by, daysAgo } = demo;
  const noonIn = (days: number): string =>
    swedishDay(new Date(scribe.now.getTime() + days * DAY).toISOString()) + 'T12:00:00.000Z';
  const ideas = demo.ideas.map((title) => scribe.ideaTitled(title));
  // Each document is written once, as it came to stand: what led there is not in its past.
  const group = scribe.write(by, daysAgo, (context) => {
    const made = taken(createGroup({ name: demo.name, task: demo.task }, context));
    const led = taken(changeLeaders(taken(linkIdeas(made, ideas, context)), [context.actor.id], context));
    return demo.next === undefined
      ? { ok: true, value: led }
      : arrangeMeeting(led, { when: noonIn(demo.next.inDays), place: demo.next.place }, context);
  });
  const memberships = demo.members.map((login, index) =>
    scribe.write(login, Math.max(0, daysAgo - index), (context) =>
      setMembership(group._id, context.actor.id, true, null, context)
    )
  );
  const meetings = demo.meetings.map((each) => {
    const meeting = scribe.write(each.by, each.daysAgo, (context) =>
      noteMeeting(
        group._id,
        {
          held: noonIn(-each.daysAgo),
          present: each.present.map((login) => scribe.personOf(login)),
          notes: each.notes
        },
        context
      )
    );
    for (const text of each.decisions)
      scribe.write(each.by, each.daysAgo, (context) => decideInGroup(group._id, text, meeting._id, context));
    return meeting;
  });
  const taskOf = (each: DemoTask) =>
    scribe.write(each.by, each.daysAgo, (context) => {
      const { title, dueIn, assignee, doneDaysAgo } = each;
      const due = dueIn === undefined ? undefined : noonIn(dueIn).slice(0, 10);
      const added = addTask(
        group._id,
        { title, due, assignee: assignee === undefined ? undefined : scribe.personOf(assignee) },
        context
      );
      return doneDaysAgo === undefined
        ? added
        : setTaskDone(taken(added), true, { ...context, now: scribe.at(doneDaysAgo) });
    });
  return {
    group,
    memberships,
    meetings,
    tasks: demo.tasks.map(taskOf),
    unanswered: ideas.filter((idea) => !scribe.isAnswered(idea)).length
  };
}
