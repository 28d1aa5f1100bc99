import { bare } from '#lib/core/ids.ts';
import type { CalendarEntry } from '#lib/domain/calendar/ics.ts';
import type { Group } from '#lib/domain/groups/group.ts';
import { download } from './download.ts';

/** How long a meeting is put down as. */
const MINUTES = 60;

/** Saves one thing among the device's downloads, as every calendar reads it. */
async function saveEntry(entry: CalendarEntry, name: string): Promise<void> {
  const { icsOf } = await import('#lib/domain/calendar/ics.ts');
  download(new Blob([icsOf([entry])], { type: 'text/calendar;charset=utf-8' }), name + '.ics');
}

/** Saves a group's next meeting as a calendar file. Nothing where none is arranged. */
export async function saveNextMeeting({ _id, name, task, nextMeeting }: Group, title: string): Promise<void> {
  if (nextMeeting?.when === undefined) return;
  const { when, place, at } = nextMeeting;
  await saveEntry(
    {
      uid: `${bare(_id)}-mote@${location.hostname}`,
      at: { start: when, minutes: MINUTES },
      title,
      place,
      description: task,
      url: `${location.origin}/samverkan/grupp/${bare(_id)}`,
      changed: at
    },
    `mote-${name}`
  );
}

/** A day by which something is to be done. */
export interface DueDay {
  /** The id of what it is about. */
  readonly id: string;
  readonly day: string;
  readonly title: string;
  /** The page it is read on, from the root. */
  readonly path: string;
  /** When it was said last, ISO. */
  readonly changed: string;
}

/** Saves a day by which something is to be done as a calendar file. */
export const saveDueDay = ({ id, day, title, path, changed }: DueDay): Promise<void> =>
  saveEntry(
    {
      uid: `${id.replaceAll(':', '-')}@${location.hostname}`,
      at: { day },
      title,
      url: location.origin + path,
      changed
    },
    `senast-${day}`
  );
