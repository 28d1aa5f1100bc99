import { REGION } from '#lib/domain/actor.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { KIND_NAMES, kindNamed, type KindName } from '#lib/domain/registry.ts';
import type { Share } from '#lib/domain/ideas/share.ts';
import type { Database } from './database.ts';
import { ideaView } from './idea-view.ts';
import { asWritten, attachmentsOf, type RecordedAttachment, spokenOf } from './record.ts';
import { isTabled, rowsOf } from './rows.ts';

/** Everything this device has of one idea, as it is stored. */
export interface IdeaRecord {
  readonly space: string;
  readonly idea: string;
  /** The idea first, then what belongs to it by kind, then what they speak of: people, units, questions. */
  readonly documents: readonly Envelope[];
  readonly attachments: readonly RecordedAttachment[];
}

type TabledKind = Exclude<KindName, 'idea'>;

/**
 * Everything of one idea, and of those that live on in it: whatever belongs to it by its kind, so that a kind that is
 * added comes along. What stands in other spaces does not, but for what was passed on to another municipality.
 * @param id as `ideaView` takes it
 */
export async function ideaRecord(db: Database, id: string): Promise<IdeaRecord | undefined> {
  const view = await ideaView(db, id);
  if (view === undefined) return undefined;
  const { space, id: idea, document } = view.row;
  const ideas = [document, ...view.merged.map((row) => row.document)];
  const ids = ideas.map(({ _id }) => _id);
  const around: Envelope[] = [];
  const gather = async (name: TabledKind, field: string, of: readonly string[]): Promise<void> => {
    const rows = await db
      .rows(name)
      .where('document.' + field)
      .anyOf(of)
      .toArray();
    around.push(...rows.filter((row) => row.space === space).map((row) => row.document));
  };
  const belonging = KIND_NAMES.filter(isTabled).filter((name) => kindNamed(name)!.parent === 'idea');
  const byIdea = (name: KindName): boolean => kindNamed(name)!.index.includes('idea');
  for (const name of belonging.filter(byIdea)) await gather(name, 'idea', ids);
  // What is found by what belongs to the idea, as a story's picture is by its story.
  const found = around.map(({ _id }) => _id);
  for (const name of belonging.filter((each) => !byIdea(each))) await gather(name, kindNamed(name)!.index[0]!, found);
  const whole = [...ids, ...around.map(({ _id }) => _id)];
  const variants = await db.rows('variant').where('document.of').anyOf(whole).toArray();
  around.push(...variants.filter((row) => row.space === space).map((row) => row.document));
  const shares = await db.rows<Share>('share').where('document.idea').anyOf(ids).toArray();
  const shared = shares.filter((row) => row.space === REGION).map((row) => row.document);
  const own = [...ideas, ...around, ...shared];
  const spoken = await rowsOf(db, space, spokenOf(own));
  const documents = [...own, ...[...spoken.values()].map((row) => row.document)];
  return { space, idea, documents: documents.map(asWritten), attachments: await attachmentsOf(db, space, around) };
}
