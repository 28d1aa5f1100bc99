import { bare } from '#lib/core/ids.ts';
import type { Cell, Column } from '#lib/domain/export/table.ts';
import type { GroupRecord } from '#lib/domain/groups/standing.ts';
import { openTasks } from '#lib/domain/groups/standing.ts';
import type { GroupTask } from '#lib/domain/groups/task.ts';
import { exportWords } from '#lib/messages/export.ts';
import { exportList } from '../export-list.ts';
import { session } from '../session.svelte.ts';
import type { FileFormat } from '../table-file.ts';
import { placeName } from './ideas.ts';

/** Saves the tasks of working groups as a file: those left to do first, and nothing of what was taken away. */
export async function exportTasks(
  places: readonly { readonly space: string; readonly records: readonly GroupRecord[] }[],
  format: FileFormat
) {
  const names = await session.store.names();
  const words = exportWords();
  const { columns: headers } = words;
  const columns: Column[] = [
    { header: headers.task, type: 'text', width: 44 },
    { header: headers.group, type: 'text', width: 28 },
    { header: headers.assignee, type: 'text', width: 22 },
    { header: headers.due, type: 'day', width: 12 },
    { header: headers.state, type: 'text', width: 12 },
    { header: headers.done, type: 'moment', width: 17 },
    { header: headers.place, type: 'text', width: 14 },
    { header: headers.link, type: 'text', width: 44 }
  ];
  const isDone = (task: GroupTask): boolean => task.done?.given === true;
  const row = (space: string, { group }: GroupRecord, task: GroupTask): Cell[] => [
    task.title,
    group.name,
    task.assignee === undefined ? undefined : (names.get(task.assignee) ?? words.unknown),
    task.due,
    isDone(task) ? words.stances.done : words.stances.open,
    isDone(task) ? task.done!.at : undefined,
    placeName(space),
    `${location.origin}/samverkan/grupp/${bare(group._id)}`
  ];
  async function* rows() {
    for (const { space, records } of places)
      for (const record of records) {
        const done = record.tasks.filter((task) => isDone(task) && task.withdrawn === undefined);
        const tasks = [...openTasks(record.tasks), ...done];
        if (tasks.length > 0) yield tasks.map((task) => row(space, record, task));
      }
  }
  return exportList({ name: words.lists.tasks, columns, rows }, format);
}
