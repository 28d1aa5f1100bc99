import { bare } from '#lib/core/ids.ts';
import { municipalityOf, REGION } from '#lib/domain/actor.ts';
import type { Cell, Column } from '#lib/domain/export/table.ts';
import { CATEGORIES } from '#lib/domain/ideas/idea.ts';
import type { Share } from '#lib/domain/ideas/share.ts';
import { STAGES } from '#lib/domain/ideas/stages.ts';
import { municipalityNamed } from '#lib/domain/people/municipalities.ts';
import { exportWords } from '#lib/messages/export.ts';
import { inboxWords } from '#lib/messages/inbox.ts';
import { m } from '#lib/messages/index.svelte.ts';
import { stageNames } from '#lib/messages/stages.svelte.ts';
import type { IdeaFilter, ListedIdea } from '#lib/store/ideas.ts';
import type { Inbox } from '#lib/store/inbox.ts';
import { exportList, type ListSource } from '../export-list.ts';
import { session } from '../session.svelte.ts';
import type { FileFormat } from '../table-file.ts';
import { IDEA_COLUMNS, type IdeaColumn, type IdeaNames } from './idea-columns.ts';

/** Rows read between two looks at what somebody presses. */
const STRETCH = 100;

/** What a municipality is called, or the region. */
export const placeName = (space: string): string =>
  space === REGION ? 'Fyrbodal' : (municipalityNamed(municipalityOf(space))?.name ?? space);

async function namesHere(): Promise<IdeaNames> {
  const { store } = session;
  const [names, units, categories, challenges] = await Promise.all([
    store.names(),
    store.units(),
    store.categories(),
    store.challenges()
  ]);
  const words = exportWords();
  const unitNames = new Map(units.map(({ id, name }) => [id, name]));
  const categoryNames = new Map<string, string>([
    ...CATEGORIES.map((name) => [name, m().ideas.categories[name]] as const),
    ...categories.map(({ document }) => [document._id, document.name] as const)
  ]);
  const titles = new Map(challenges.map(({ id, document }) => [id, document.title]));
  const stages = stageNames();
  const person = (id: string): string => names.get(id) ?? words.unknown;
  return {
    // Nobody is called "you" in a file that goes on to others, and whoever hides is hidden in their own file too.
    author: ({ document: { by, hidden } }) => (hidden === true ? words.hidden : person(by)),
    person,
    unit: (id) => unitNames.get(id),
    category: (id) => categoryNames.get(id),
    challenge: (id) => titles.get(id),
    stage: (stage) => stages[stage],
    place: placeName,
    link: ({ id, space }) =>
      `${location.origin}/ideer/${bare(id)}${space === session.homeSpace ? '' : '?plats=' + space}`
  };
}

/** A list of ideas. @param parts keys in the order of the list, with what its part of the list is called, if it has parts */
async function ideaSource(
  name: string,
  parts: readonly { readonly section?: string; readonly keys: readonly string[] }[]
): Promise<ListSource> {
  const { store } = session;
  const words = exportWords();
  const [names, fields] = await Promise.all([namesHere(), store.fields()]);
  // The municipality's own questions stand last; a number is a number there too.
  const questions = fields.map(({ document }) => document);
  const hasParts = parts.some(({ section }) => section !== undefined);
  const columns: Column[] = [
    ...(hasParts ? [{ header: words.columns.section, type: 'text' as const, width: 22 }] : []),
    ...IDEA_COLUMNS.map(({ header, type, width }) => ({ header: words.columns[header], type, width })),
    ...questions.map(({ label, type }) => ({
      header: label,
      type: type === 'number' ? ('number' as const) : ('text' as const),
      width: 24
    }))
  ];
  const answer = (value: string | undefined, type: string): Cell => {
    if (value === undefined || value === '') return undefined;
    if (type === 'yesno') return value === 'ja' ? words.yes : words.no;
    return type === 'number' ? (numberOf(value) ?? value) : value;
  };
  async function* rows(): AsyncGenerator<readonly (readonly Cell[])[]> {
    for (const { section, keys } of parts)
      for (let start = 0; start < keys.length; start += STRETCH) {
        const here = (await store.ideaRows(keys.slice(start, start + STRETCH))).filter((row) => row !== undefined);
        const answers = questions.length === 0 ? new Map<string, never>() : await store.answersTo(here);
        yield here.map((row) => [
          ...(hasParts ? [section] : []),
          ...IDEA_COLUMNS.map(({ cell }) => cell(row, names)),
          ...questions.map(({ _id, type }) => answer(answers.get(row.key)?.get(_id), type))
        ]);
      }
  }
  return { name, columns, rows };
}

/** `2 500,5` as a number; undefined where it is none. */
function numberOf(text: string): number | undefined {
  const number = Number(
    text
      .replace(/[\s\u00a0]/g, '')
      .replace('\u2212', '-')
      .replace(',', '.')
  );
  return Number.isFinite(number) ? number : undefined;
}

/** Saves ideas as a file. @param keys the list as it stands, filtered and searched */
export const exportIdeas = async (keys: readonly string[], format: FileFormat) =>
  exportList(await ideaSource(exportWords().lists.ideas, [{ keys }]), format);

/** Saves the board as a file: every stage in turn, those aside too, and in each the longest there first. */
export async function exportBoard(space: string, filter: Pick<IdeaFilter, 'unit'>, format: FileFormat) {
  const stages = await session.store.boardKeys(space, filter);
  const keys = STAGES.flatMap((stage) => stages.get(stage) ?? []);
  return exportList(await ideaSource(exportWords().lists.board, [{ keys }]), format);
}

/** Saves the inbox as a file, in its parts. */
export async function exportInbox({ waiting, asked, disputed, passedOn }: Inbox, format: FileFormat) {
  const { lists } = exportWords();
  const { sections } = inboxWords();
  // As on the page: an idea with two decisions stands there and not twice.
  const torn = new Set(disputed.map(({ key }) => key));
  const keysOf = (rows: readonly ListedIdea[]): string[] => rows.map(({ key }) => key);
  const source = await ideaSource(lists.inbox, [
    { section: sections.waiting, keys: keysOf(waiting).filter((key) => !torn.has(key)) },
    { section: sections.asked, keys: keysOf(asked).filter((key) => !torn.has(key)) },
    { section: sections.disputed, keys: keysOf(disputed) }
  ]);
  async function* rows(): AsyncGenerator<readonly (readonly Cell[])[]> {
    yield* source.rows();
    if (passedOn.length > 0) yield passedOn.map((share) => [sections.shares, ...shareCells(share)]);
  }
  return exportList({ ...source, rows }, format);
}

/** An idea that another municipality has passed on, in the columns of ideas: it is none here yet. */
function shareCells({ _id, title, need, proposal, at, from }: Share): Cell[] {
  const said: Readonly<Partial<Record<IdeaColumn['header'], Cell>>> = {
    title,
    need,
    proposal,
    at,
    place: placeName(from),
    id: _id
  };
  return IDEA_COLUMNS.map(({ header }) => said[header]);
}
