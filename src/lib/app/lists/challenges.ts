import { bare } from '#lib/core/ids.ts';
import { stateOf } from '#lib/domain/challenges/state.ts';
import type { Cell, Column } from '#lib/domain/export/table.ts';
import { swedishDay } from '#lib/domain/workdays.ts';
import { exportWords } from '#lib/messages/export.ts';
import type { ListedChallenge } from '#lib/store/challenges.ts';
import { exportList } from '../export-list.ts';
import { session } from '../session.svelte.ts';
import type { FileFormat } from '../table-file.ts';
import { placeName } from './ideas.ts';

/** Saves challenges as a file, as they stand in the list. */
export async function exportChallenges(challenges: readonly ListedChallenge[], format: FileFormat) {
  const names = await session.store.names();
  const words = exportWords();
  const today = swedishDay(new Date().toISOString());
  const { columns: headers } = words;
  const columns: Column[] = [
    { header: headers.title, type: 'text', width: 40 },
    { header: headers.text, type: 'text', width: 60 },
    { header: headers.criteria, type: 'text', width: 40 },
    { header: headers.state, type: 'text', width: 12 },
    { header: headers.opens, type: 'day', width: 12 },
    { header: headers.closes, type: 'day', width: 12 },
    { header: headers.ideas, type: 'number', width: 8 },
    { header: headers.result, type: 'text', width: 60 },
    { header: headers.asker, type: 'text', width: 22 },
    { header: headers.at, type: 'moment', width: 17 },
    { header: headers.place, type: 'text', width: 14 },
    { header: headers.link, type: 'text', width: 40 },
    { header: headers.id, type: 'text', width: 36 }
  ];
  const row = ({ id, space, document, count }: ListedChallenge): Cell[] => [
    document.title,
    document.text,
    document.criteria,
    words.states[stateOf(document, today)],
    document.opens,
    document.closes,
    count,
    document.result,
    names.get(document.by) ?? words.unknown,
    document.at,
    placeName(space),
    `${location.origin}/utmaningar/${bare(id)}`,
    id
  ];
  async function* rows() {
    if (challenges.length > 0) yield challenges.map(row);
  }
  return exportList({ name: words.lists.challenges, columns, rows }, format);
}
