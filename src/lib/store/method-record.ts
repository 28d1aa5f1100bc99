import { idOf, kindName } from '#lib/core/ids.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import type { Template } from '#lib/domain/methods/template.ts';
import type { Worksheet } from '#lib/domain/methods/worksheet.ts';
import { KIND_NAMES, kindNamed, type KindName } from '#lib/domain/registry.ts';
import type { Database } from './database.ts';
import * as methods from './methods.ts';
import { asWritten, attachmentsOf, type RecordedAttachment, spokenOf } from './record.ts';
import { isTabled, rowsOf } from './rows.ts';

/** Everything this device has of a worksheet, or of a piece of work, as it is stored. */
export interface MethodRecord {
  readonly space: string;
  /** The whole id of what it is a record of. */
  readonly of: string;
  /**
   * The work first, then its way and its sheets, then what is in them; texts that lost to others; then templates that
   * somebody here has made, and those whom the documents speak of.
   */
  readonly documents: readonly Envelope[];
  /** The templates of the sheets, by what the sheets call them; the app's own are not among them. */
  readonly templates: readonly Template[];
  readonly attachments: readonly RecordedAttachment[];
}

/** Whatever belongs to documents by its kind, and to that in turn, so that a kind that is added comes along. */
async function belonging(db: Database, space: string, roots: readonly Envelope[]): Promise<Envelope[]> {
  const found: Envelope[] = [];
  for (const parent of new Set(roots.map(({ _id }) => kindName(_id)))) {
    const ids = roots.filter(({ _id }) => kindName(_id) === parent).map(({ _id }) => _id);
    const children = KIND_NAMES.filter(isTabled).filter((name: KindName) => {
      const kind = kindNamed(name)!;
      return kind.parent === parent && kind.index.includes(parent);
    });
    for (const name of children) {
      const rows = await db.rows(name).where(`document.${parent}`).anyOf(ids).toArray();
      found.push(...rows.filter((row) => row.space === space).map((row) => row.document));
    }
  }
  return found.length === 0 ? [] : [...found, ...(await belonging(db, space, found))];
}

async function record(
  db: Database,
  space: string,
  of: string,
  roots: readonly Envelope[],
  above: readonly Envelope[] = []
): Promise<MethodRecord> {
  const own = [...roots, ...(await belonging(db, space, roots))];
  const variants = await db
    .rows('variant')
    .where('document.of')
    .anyOf(own.map(({ _id }) => _id))
    .toArray();
  const whole = [...above, ...own, ...variants.filter((row) => row.space === space).map((row) => row.document)];
  const named = new Set(
    whole.filter(({ _id }) => kindName(_id) === 'worksheet').map((sheet) => (sheet as Worksheet).template)
  );
  const templates = (await methods.allTemplates(db))
    .map(({ template }) => template)
    .filter(({ _id }) => named.has(_id));
  const spoken = await rowsOf(db, space, spokenOf([...whole, ...templates]));
  const documents = [...whole, ...templates, ...[...spoken.values()].map((row) => row.document)];
  return {
    space,
    of,
    documents: documents.map(asWritten),
    templates,
    attachments: await attachmentsOf(db, space, own)
  };
}

/** Everything of one worksheet, and the head of the work it belongs to. @param ulid as `sheetView` takes it */
export async function sheetRecord(db: Database, ulid: string): Promise<MethodRecord | undefined> {
  const view = await methods.sheetView(db, ulid);
  if (view === undefined) return undefined;
  const { space, sheet } = view;
  return record(db, space, sheet._id, [sheet], view.case === undefined ? [] : [view.case]);
}

/** Everything of a piece of work, with all its sheets. @param ulid as `caseView` takes it */
export async function caseRecord(db: Database, ulid: string): Promise<MethodRecord | undefined> {
  const view = await methods.caseView(db, ulid);
  return view === undefined ? undefined : record(db, view.space, idOf('case', ulid), [view.case]);
}
