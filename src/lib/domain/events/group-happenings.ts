import type { Group } from '../groups/group.ts';
import type { Membership } from '../groups/membership.ts';
import { isOpen } from '../groups/standing.ts';
import type { GroupTask } from '../groups/task.ts';
import { dueHappening } from './due-happenings.ts';
import { type Happening, isReader, lastMark, type Reader } from './happening.ts';

/** What has happened in working groups that concerns a reader: tasks they were given, and meetings they are called to. */
export function groupHappenings(
  groups: readonly Group[],
  memberships: readonly Membership[],
  tasks: readonly GroupTask[],
  reader: Reader,
  now: string
): readonly Happening[] {
  const found: Happening[] = [];
  for (const task of tasks) {
    if (!isReader(reader, task.assignee) || task.withdrawn !== undefined) continue;
    const { _id: subject, due, idea } = task;
    const about = idea === undefined ? {} : { idea };
    const { by, at } = lastMark(task);
    // Whoever takes a task, or changes one that is theirs, knows of it.
    if (!isReader(reader, by))
      found.push({ id: 'taskGiven ' + subject, type: 'taskGiven', at, ...about, subject, because: 'assigned', by });
    const near =
      due !== undefined && isOpen(task) ? dueHappening({ subject, idea, due, because: 'assigned' }, now) : null;
    if (near !== null) found.push(near);
  }
  for (const group of groups) {
    const { _id: subject, nextMeeting, closed } = group;
    if (closed !== undefined || nextMeeting?.when === undefined) continue;
    const member = memberships.find((each) => each.group === subject && isReader(reader, each.person));
    if (member?.state.given !== true) continue;
    const { when, at } = nextMeeting;
    const called = group.edited?.at === at ? group.edited.by : undefined;
    if (isReader(reader, called)) continue;
    // A meeting that is moved is called anew.
    found.push({
      id: ['meetingCalled', subject, when].join(' '),
      type: 'meetingCalled',
      at,
      subject,
      because: 'member',
      ...(called === undefined ? {} : { by: called })
    });
  }
  return found;
}
