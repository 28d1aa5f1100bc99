import CalendarCheck from '@lucide/svelte/icons/calendar-check';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import Flag from '@lucide/svelte/icons/flag';
import Gavel from '@lucide/svelte/icons/gavel';
import ListTodo from '@lucide/svelte/icons/list-todo';
import PencilLine from '@lucide/svelte/icons/pencil-line';
import UserMinus from '@lucide/svelte/icons/user-minus';
import UserPlus from '@lucide/svelte/icons/user-plus';
import Users from '@lucide/svelte/icons/users';
import { day } from '#lib/messages/dates.svelte.ts';
import { groupWords } from '#lib/messages/groups.ts';
import type { GroupView } from '#lib/store/groups.ts';
import type { Happening } from '#lib/ui/idea/happening.ts';

/** What has happened in a group, the latest first. */
export function groupHistory(view: GroupView, nameOf: (person: string) => string): readonly Happening[] {
  const { group, memberships, meetings, decisions, tasks } = view;
  const words = groupWords().events;
  const marked = (
    key: string,
    mark: { readonly by: string; readonly at: string } | undefined,
    rest: Pick<Happening, 'what' | 'icon'> & Partial<Happening>
  ): Happening[] => (mark === undefined ? [] : [{ key, at: mark.at, who: nameOf(mark.by), ...rest }]);
  const happenings: Happening[] = [
    ...marked('made', group, { what: words.made, icon: Users, isMajor: true }),
    ...marked('edited', group.edited, { what: words.edited, icon: PencilLine }),
    ...marked('closed', group.closed, { what: words.closed, icon: Flag, isMajor: true }),
    ...memberships.map((each) => ({
      key: each._id,
      at: each.state.at,
      who: nameOf(each.person),
      what: each.state.given ? words.joined : words.left,
      icon: each.state.given ? UserPlus : UserMinus
    })),
    ...meetings
      .filter((each) => each.withdrawn === undefined)
      .flatMap((each) =>
        marked(each._id, each, { what: words.met(day(each.held)), icon: CalendarCheck, isMajor: true })
      ),
    ...decisions
      .filter((each) => each.withdrawn === undefined)
      .flatMap((each) => marked(each._id, each, { what: words.decided, words: each.text, icon: Gavel })),
    ...tasks
      .filter((each) => each.withdrawn === undefined)
      .flatMap((each) => [
        ...marked(each._id, each, { what: words.task, words: each.title, icon: ListTodo }),
        ...(each.done?.given === true
          ? [{ key: each._id + 'done', at: each.done.at, what: words.done, words: each.title, icon: CircleCheck }]
          : [])
      ])
  ];
  return happenings.sort((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : a.key < b.key ? -1 : 1));
}
