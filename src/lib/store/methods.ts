import { idOf } from '#lib/core/ids.ts';
import { spaceType } from '#lib/domain/actor.ts';
import { cardIdeaId } from '#lib/domain/ideas/idea.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { type CaseStep, currentStep, wayOf } from '#lib/domain/methods/case-step.ts';
import type { Case } from '#lib/domain/methods/case.ts';
import type { Dots } from '#lib/domain/methods/dots.ts';
import type { Entry } from '#lib/domain/methods/entry.ts';
import type { SheetMedia } from '#lib/domain/methods/media.ts';
import type { Step } from '#lib/domain/methods/steps.ts';
import type { PlacedTemplate } from '#lib/domain/methods/template-chains.ts';
import type { Template } from '#lib/domain/methods/template.ts';
import type { Worksheet } from '#lib/domain/methods/worksheet.ts';
import type { KindName } from '#lib/domain/registry.ts';
import type { Variant } from '#lib/domain/variant.ts';
import { type Database, keyOf, type OutboxEntry, type Row } from './database.ts';
import { ideaRowsByKey } from './packs.ts';
import { type ItemStatus, statusOf } from './outbox.ts';
import { ideaTitle } from './titles.ts';

type Tabled = Exclude<KindName, 'idea'>;

const inSpace = <D extends Envelope>(rows: readonly Row<D>[], space: string): D[] =>
  rows.filter((row) => row.space === space).map((row) => row.document);

const partsOf = async <D extends Envelope>(
  db: Database,
  space: string,
  kind: Tabled,
  field: 'case' | 'worksheet',
  of: string
): Promise<D[]> => inSpace(await db.rows<D>(kind).where(`document.${field}`).equals(of).toArray(), space);

/** The row of a document by its id alone, the municipality's own before another's in the region. */
async function found<D extends Envelope>(db: Database, kind: Tabled, id: string): Promise<Row<D> | undefined> {
  const keys = ((await db.rows<D>(kind).toCollection().primaryKeys()) as string[]).filter((key) =>
    key.endsWith('/' + id)
  );
  const rank = (key: string): number => (spaceType(key.slice(0, key.indexOf('/'))) === 'municipality' ? 0 : 1);
  const [key] = keys.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return key === undefined ? undefined : db.rows<D>(kind).get(key);
}

/** A piece of work as lists show it. */
export interface ListedCase {
  readonly space: string;
  readonly case: Case;
  readonly step: Step;
  /** Sheets in it that are not put away. */
  readonly sheets: number;
  /** Those sheets, oldest first. */
  readonly heads: readonly Worksheet[];
  /** When something last happened to it or to its sheets' heads, ISO. */
  readonly activity: string;
}

async function listed(db: Database, rows: readonly Row<Case>[]): Promise<ListedCase[]> {
  const ids = rows.map((row) => row.document._id);
  const [steps, sheets] = await Promise.all([
    db.rows<CaseStep>('casestep').where('document.case').anyOf(ids).toArray(),
    db.rows<Worksheet>('worksheet').where('document.case').anyOf(ids).toArray()
  ]);
  return rows
    .map(({ space, document }) => {
      const of = <D extends Envelope & { readonly case: string }>(all: readonly Row<D>[]): D[] =>
        all.filter((row) => row.space === space && row.document.case === document._id).map((row) => row.document);
      const own = of(sheets);
      const heads = own
        .filter(({ archived }) => archived?.given !== true)
        .sort((a, b) => (a.at + a._id < b.at + b._id ? -1 : 1));
      const way = of(steps);
      const moments = [document.at, document.edited?.at, ...own.map(({ at }) => at), ...way.map(({ at }) => at)];
      return {
        space,
        case: document,
        step: currentStep(way),
        sheets: heads.length,
        heads,
        activity: moments.reduce<string>((last, each) => (each !== undefined && each > last ? each : last), '')
      };
    })
    .sort((a, b) => (a.activity < b.activity ? 1 : -1));
}

/** All development work that this person may read, what last moved first. */
export const allCases = async (db: Database): Promise<ListedCase[]> =>
  listed(db, await db.rows<Case>('case').toArray());

/** Development work around an idea. @param idea its whole id */
export const casesAbout = async (db: Database, field: 'idea' | 'challenge', id: string): Promise<ListedCase[]> =>
  listed(db, await db.rows<Case>('case').where(`document.${field}`).equals(id).toArray());

/** Everything that a piece of work's page shows. */
export interface CaseView {
  readonly space: string;
  readonly case: Case;
  readonly step: Step;
  /** In order. */
  readonly way: readonly CaseStep[];
  /** Those put away too, oldest first, each with what is in it. */
  readonly sheets: readonly { readonly sheet: Worksheet; readonly entries: readonly Entry[] }[];
  /** What the idea and the challenge are called, where they are on this device. */
  readonly ideaTitle: string | undefined;
  readonly challengeTitle: string | undefined;
  readonly templates: readonly PlacedTemplate[];
  /** Texts that lost to another edit of its name or aim, settled ones too. */
  readonly variants: readonly Variant[];
  readonly refused: readonly OutboxEntry[];
}

/** A piece of development work by its ulid; undefined when it is not on this device. */
export async function caseView(db: Database, ulid: string): Promise<CaseView | undefined> {
  const id = idOf('case', ulid);
  const row = await found<Case>(db, 'case', id);
  if (row === undefined) return undefined;
  const { space, document } = row;
  const [steps, sheets, variants, templates] = await Promise.all([
    partsOf<CaseStep>(db, space, 'casestep', 'case', id),
    partsOf<Worksheet>(db, space, 'worksheet', 'case', id),
    db.rows<Variant>('variant').where('document.of').equals(id).toArray(),
    allTemplates(db)
  ]);
  const [entries, idea, challenge, refused] = await Promise.all([
    db
      .rows<Entry>('entry')
      .where('document.worksheet')
      .anyOf(sheets.map((sheet) => sheet._id))
      .toArray(),
    document.idea === undefined ? undefined : ideaRowsByKey(db, [keyOf(space, document.idea)]),
    document.challenge === undefined
      ? undefined
      : db.rows<Envelope & { title: string }>('challenge').get(keyOf(space, document.challenge)),
    db.outbox
      .where('key')
      .anyOf([keyOf(space, id)])
      .toArray()
  ]);
  const ideaRow = document.idea === undefined ? undefined : idea?.get(keyOf(space, document.idea));
  return {
    space,
    case: document,
    step: currentStep(steps),
    way: wayOf(steps),
    sheets: sheets
      .sort((a, b) => (a.at + a._id < b.at + b._id ? -1 : 1))
      .map((sheet) => ({
        sheet,
        entries: inSpace(entries, space).filter((entry) => entry.worksheet === sheet._id)
      })),
    ideaTitle: ideaRow === undefined ? undefined : ideaTitle(ideaRow.document),
    challengeTitle: challenge?.document.title,
    templates,
    variants: inSpace(variants, space),
    refused: refused.filter((entry) => entry.state === 'rejected')
  };
}

/** The templates made here and in the region, every version, each with where it stands. */
export const allTemplates = async (db: Database): Promise<PlacedTemplate[]> =>
  (await db.rows<Template>('template').toArray()).map(({ space, document }) => ({ space, template: document }));

/** Everything that a worksheet's page shows. */
export interface SheetView {
  readonly space: string;
  readonly sheet: Worksheet;
  /** The work it belongs to; undefined while that is not on this device. */
  readonly case: Case | undefined;
  /** The version it was begun with, where that is a document that is here. */
  readonly template: Template | undefined;
  /** In no order; those taken away too. */
  readonly entries: readonly Entry[];
  readonly dots: readonly Dots[];
  readonly media: readonly SheetMedia[];
  /** Texts of the sheet's name and of its entries that lost to another edit or were replaced; settled ones too. */
  readonly variants: readonly Variant[];
  /** How each document that has not been confirmed stands, by id. */
  readonly statuses: Readonly<Record<string, ItemStatus>>;
  /** What the server refused of it, with the reasons. */
  readonly refused: readonly OutboxEntry[];
}

/** A worksheet by its ulid; undefined when it is not on this device. */
export async function sheetView(db: Database, ulid: string): Promise<SheetView | undefined> {
  const id = idOf('worksheet', ulid);
  const row = await found<Worksheet>(db, 'worksheet', id);
  if (row === undefined) return undefined;
  const { space, document } = row;
  const isMade = document.template.startsWith('template:');
  const own = ['entry', 'dots', 'sheetmedia'].map((kind) => keyOf(space, idOf(kind, id) + ':'));
  const [work, templates, entries, dots, media, variants, waiting, head] = await Promise.all([
    db.rows<Case>('case').get(keyOf(space, document.case)),
    isMade ? db.rows<Template>('template').toArray() : [],
    partsOf<Entry>(db, space, 'entry', 'worksheet', id),
    partsOf<Dots>(db, space, 'dots', 'worksheet', id),
    partsOf<SheetMedia>(db, space, 'sheetmedia', 'worksheet', id),
    db
      .rows<Variant>('variant')
      .where('document.of')
      .startsWith(idOf('entry', id) + ':')
      .or('document.of')
      .equals(id)
      .toArray(),
    db.outbox.where('key').startsWithAnyOf(own).toArray(),
    db.outbox.where('key').equals(keyOf(space, id)).toArray()
  ]);
  const outbox = [...head, ...waiting];
  return {
    space,
    sheet: document,
    case: work?.document,
    // The region's may be used in any municipality.
    template: templates.find((each) => each.document._id === document.template)?.document,
    entries,
    dots,
    media,
    variants: inSpace(variants, space),
    statuses: Object.fromEntries(outbox.map((entry) => [entry.id, statusOf(entry)])),
    refused: outbox.filter((entry) => entry.state === 'rejected')
  };
}

/** An idea that a card, or a whole sheet, has become. */
export interface CardIdea {
  /** `idea:<ulid>` */
  readonly id: string;
  readonly title: string;
}

/** The ideas that a sheet and its cards have become, by the id of the card or the sheet. @param sheet its whole id */
export async function cardIdeas(db: Database, space: string, sheet: string): Promise<ReadonlyMap<string, CardIdea>> {
  const keys = (await db.rows<Entry>('entry').where('document.worksheet').equals(sheet).primaryKeys()) as string[];
  const own = keys.filter((key) => key.startsWith(space + '/')).map((key) => key.slice(space.length + 1));
  const cards = new Map([sheet, ...own].map((card) => [keyOf(space, cardIdeaId(card)), card]));
  const rows = await ideaRowsByKey(db, [...cards.keys()]);
  return new Map(
    [...rows].map(([key, { id, document }]): [string, CardIdea] => [
      cards.get(key)!,
      { id, title: ideaTitle(document) }
    ])
  );
}

/** Where an idea came from: the sheet whose card it was, and the work that belongs to; undefined where it is not here. */
interface SheetOrigin {
  readonly sheet: Worksheet;
  readonly case: Case | undefined;
}

/** @param card the id of the card, or of the whole sheet */
export async function sheetOrigin(db: Database, space: string, card: string): Promise<SheetOrigin | undefined> {
  const id = idOf('worksheet', card.split(':')[1]!);
  const row = await db.rows<Worksheet>('worksheet').get(keyOf(space, id));
  if (row === undefined) return undefined;
  const work = await db.rows<Case>('case').get(keyOf(space, row.document.case));
  return { sheet: row.document, case: work?.document };
}
