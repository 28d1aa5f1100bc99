import type { Cell, ColumnType } from '#lib/domain/export/table.ts';
import type { idea } from '#lib/domain/ideas/idea.ts';
import type { Stage } from '#lib/domain/ideas/stages.ts';
import type { IdeaRow } from '#lib/store/database.ts';
import type { ExportWords } from '#lib/messages/export.ts';

/** What turns ids and words of the machine into what people read. */
export interface IdeaNames {
  /** Whoever wrote it; of a hidden author nothing but that they are hidden. */
  author(row: IdeaRow): string;
  person(id: string): string;
  unit(id: string): string | undefined;
  category(id: string): string | undefined;
  challenge(id: string): string | undefined;
  stage(stage: Stage): string;
  place(space: string): string;
  link(row: IdeaRow): string;
}

type IdeaField = keyof (typeof idea)['shape'];

/** A column of a list of ideas. */
export interface IdeaColumn {
  readonly header: keyof ExportWords['columns'];
  readonly type: ColumnType;
  readonly width: number;
  cell(row: IdeaRow, names: IdeaNames): Cell;
}

/**
 * The column that says each field of the kind; null where others say it. A field that the kind gets does not compile
 * before somebody has decided.
 */
const OF_FIELD: Readonly<Record<IdeaField, IdeaColumn | null>> = {
  title: { header: 'title', type: 'text', width: 40, cell: ({ document }) => document.title },
  need: { header: 'need', type: 'text', width: 60, cell: ({ document }) => document.need },
  proposal: { header: 'proposal', type: 'text', width: 60, cell: ({ document }) => document.proposal },
  unit: { header: 'unit', type: 'text', width: 24, cell: ({ unit }, names) => names.unit(unit) },
  category: {
    header: 'category',
    type: 'text',
    width: 22,
    cell: ({ document }, names) => (document.category === undefined ? undefined : names.category(document.category))
  },
  challenge: {
    header: 'challenge',
    type: 'text',
    width: 30,
    cell: ({ document }, names) => (document.challenge === undefined ? undefined : names.challenge(document.challenge))
  },
  by: { header: 'author', type: 'text', width: 22, cell: (row, names) => names.author(row) },
  coauthors: {
    header: 'coauthors',
    type: 'text',
    width: 22,
    cell: ({ document }, names) => document.coauthors?.map((id) => names.person(id)).join(', ')
  },
  at: { header: 'at', type: 'moment', width: 17, cell: ({ document }) => document.at },
  answerBy: { header: 'answerBy', type: 'day', width: 12, cell: ({ due, document }) => due ?? document.answerBy },
  edited: { header: 'edited', type: 'moment', width: 17, cell: ({ document }) => document.edited?.at },
  retracted: { header: 'retracted', type: 'moment', width: 17, cell: ({ document }) => document.retracted?.at },
  buildsOn: { header: 'buildsOn', type: 'text', width: 32, cell: ({ document }) => document.buildsOn },
  // The author's column says it.
  hidden: null,
  // Where it was received from is told by the share, and its place by the column of places.
  origin: null,
  // The worksheet it was made of is on its page, and in a list it would be an id.
  card: null
};

const STAGE: IdeaColumn = { header: 'stage', type: 'text', width: 18, cell: ({ stage }, names) => names.stage(stage) };

/** What the row knows beside the document. */
const OF_ROW: readonly IdeaColumn[] = [
  { header: 'since', type: 'moment', width: 17, cell: ({ since }) => since },
  { header: 'answeredAt', type: 'moment', width: 17, cell: ({ answeredAt }) => answeredAt },
  {
    header: 'handler',
    type: 'text',
    width: 22,
    cell: ({ handler }, names) => (handler === undefined ? undefined : names.person(handler))
  },
  { header: 'supports', type: 'number', width: 8, cell: ({ supports }) => supports },
  { header: 'comments', type: 'number', width: 12, cell: ({ comments }) => comments },
  { header: 'activity', type: 'moment', width: 17, cell: ({ activity }) => activity },
  {
    header: 'passedTo',
    type: 'text',
    width: 18,
    cell: ({ passedTo }, names) => (passedTo === undefined ? undefined : names.place(passedTo))
  },
  { header: 'place', type: 'text', width: 14, cell: ({ space }, names) => names.place(space) },
  { header: 'link', type: 'text', width: 40, cell: (row, names) => names.link(row) },
  { header: 'id', type: 'text', width: 32, cell: ({ id }) => id }
];

const said = Object.values(OF_FIELD).filter((column) => column !== null);

/** The columns of a list of ideas, what says most first. */
export const IDEA_COLUMNS: readonly IdeaColumn[] = [said[0]!, STAGE, ...said.slice(1), ...OF_ROW];
