import { bare } from '#lib/core/ids.ts';
import { REGION } from '#lib/domain/actor.ts';
import type { Story } from '#lib/domain/benefit/story.ts';
import type { StoryPicture } from '#lib/domain/benefit/story-picture.ts';
import type { Variant } from '#lib/domain/variant.ts';
import { type Database, keyOf, type OutboxEntry, type Row } from './database.ts';
import { type ItemStatus, statusOf } from './outbox.ts';
import { withMarks } from './sent.ts';

/** A story as it is read: where it is told, its picture, and the copy that other municipalities read. */
export interface ListedStory {
  /** Its ulid. */
  readonly id: string;
  readonly space: string;
  readonly document: Story;
  /** The picture that was put to it last. */
  readonly picture: StoryPicture | undefined;
  /** The copy in the region, where there is one. */
  readonly spread: Story | undefined;
  readonly spreadPicture: StoryPicture | undefined;
}

/** Everything a story's page shows. */
export interface StoryView extends ListedStory {
  /** How it stands itself: confirmed where nothing of it waits here. */
  readonly status: ItemStatus;
  /** Texts of it that lost to another edit and wait for a choice. */
  readonly variants: readonly Variant[];
  /** What the server refused of it, with the reasons. */
  readonly refused: readonly OutboxEntry[];
}

async function list(db: Database, rows: readonly Row<Story>[]): Promise<ListedStory[]> {
  const pictures = new Map<string, StoryPicture>();
  const stored = await db.rows<StoryPicture>('storypicture').toArray();
  for (const { space, document } of stored.sort((a, b) => (a.document.at + a.key < b.document.at + b.key ? -1 : 1)))
    pictures.set(keyOf(space, document.story), document);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const homes = new Set(rows.filter(({ space }) => space !== REGION).map(({ document }) => document._id));
  return (
    rows
      // At home the region's copy is the same story.
      .filter(({ space, document }) => space !== REGION || !homes.has(document._id))
      .map(({ space, key, document }) => {
        const copy = keyOf(REGION, document._id);
        return {
          id: bare(document._id),
          space,
          document,
          picture: pictures.get(key),
          spread: byKey.get(copy)?.document,
          spreadPicture: pictures.get(copy)
        };
      })
      .sort((a, b) => (a.document.at + a.id > b.document.at + b.id ? -1 : 1))
  );
}

/** Every story here that is told, the newest first. */
export async function allStories(db: Database): Promise<ListedStory[]> {
  return (await list(db, await db.rows<Story>('story').toArray())).filter(
    ({ document }) => document.retracted === undefined
  );
}

/** The stories of an idea, those that were taken back too, the newest first. @param idea its id */
export async function storiesOf(db: Database, idea: string): Promise<ListedStory[]> {
  return list(db, await db.rows<Story>('story').where('document.idea').equals(idea).toArray());
}

/** A story by its ulid; undefined when it is not on this device. */
export async function storyView(db: Database, id: string): Promise<StoryView | undefined> {
  const rows = (await db.rows<Story>('story').toArray()).filter(({ document }) => bare(document._id) === id);
  const [listed] = await list(db, rows);
  if (listed === undefined) return undefined;
  const { _id } = listed.document;
  const [variants, entries] = await Promise.all([
    db.rows<Variant>('variant').where('document.of').equals(_id).toArray(),
    db.outbox.toArray()
  ]);
  const own = (await withMarks(db, entries)).filter(
    ({ id: of, document }) => of === _id || (document as { story?: string }).story === _id
  );
  const waiting =
    own.find((entry) => entry.state === 'rejected') ?? own.find((entry) => entry.key === keyOf(listed.space, _id));
  return {
    ...listed,
    status: waiting === undefined ? 'confirmed' : statusOf(waiting),
    variants: variants
      .filter((row) => row.space === listed.space && row.document.resolved === undefined)
      .map((row) => row.document),
    refused: own.filter((entry) => entry.state === 'rejected')
  };
}
