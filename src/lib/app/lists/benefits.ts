import { bare } from '#lib/core/ids.ts';
import { isAsked } from '#lib/domain/benefit/follow-up.ts';
import type { Yield } from '#lib/domain/benefit/standing.ts';
import type { Cell, Column } from '#lib/domain/export/table.ts';
import { exportWords } from '#lib/messages/export.ts';
import { stageNames } from '#lib/messages/stages.svelte.ts';
import type { IdeaBenefit } from '#lib/store/benefits.ts';
import { ideaTitle } from '#lib/store/titles.ts';
import { exportList } from '../export-list.ts';
import { session } from '../session.svelte.ts';
import type { FileFormat } from '../table-file.ts';

/** Ideas whose rows are read between two looks at what somebody presses. */
const STRETCH = 100;

/** Saves what ideas are meant to give and give as a file: a row for each, and nothing unknown as zero. */
export async function exportBenefits(benefits: readonly IdeaBenefit[], format: FileFormat) {
  const { store } = session;
  const words = exportWords();
  const { columns: headers, gains } = words;
  const units = new Map((await store.units()).map(({ id, name }) => [id, name]));
  const stages = stageNames();
  const number = (header: string): Column => ({ header, type: 'number', width: 16 });
  const columns: Column[] = [
    { header: headers.title, type: 'text', width: 40 },
    { header: headers.stage, type: 'text', width: 14 },
    { header: headers.unit, type: 'text', width: 24 },
    { header: headers.introduced, type: 'day', width: 12 },
    ...[gains.planned, gains.reached].flatMap((name) => [
      number(`${name}: ${gains.hoursYearly}`),
      number(`${name}: ${gains.hoursOnce}`),
      number(`${name}: ${gains.kronorYearly}`),
      number(`${name}: ${gains.kronorOnce}`),
      number(`${name}: ${gains.scale}`)
    ]),
    { header: headers.followUp, type: 'day', width: 14 },
    { header: headers.link, type: 'text', width: 40 }
  ];
  const of = ({ yearly, once }: Yield): Cell[] => [yearly, once];
  async function* rows() {
    for (let start = 0; start < benefits.length; start += STRETCH) {
      const part = benefits.slice(start, start + STRETCH);
      const ideas = await store.ideaRows(part.map(({ key }) => key));
      yield part.map((each, index): Cell[] => {
        const document = ideas[index]?.document;
        return [
          document === undefined ? undefined : ideaTitle(document),
          stages[each.stage],
          units.get(each.unit),
          each.introduced,
          ...[each.planned, each.reached].flatMap(({ hours, kronor, scale }) => [...of(hours), ...of(kronor), scale]),
          each.followUps.find(isAsked)?.last,
          `${location.origin}/ideer/${bare(each.idea)}/nytta`
        ];
      });
    }
  }
  return exportList({ name: words.lists.benefits, columns, rows }, format);
}
