import { bare } from '#lib/core/ids.ts';
import { spaceType } from '#lib/domain/actor.ts';
import type { Comment } from '#lib/domain/ideas/comment.ts';
import type { Decision } from '#lib/domain/ideas/decision.ts';
import type { Follow } from '#lib/domain/ideas/follow.ts';
import { type Path, pathOf } from '#lib/domain/ideas/path.ts';
import type { Photo } from '#lib/domain/ideas/photo.ts';
import type { Recording } from '#lib/domain/ideas/recording.ts';
import type { Referral } from '#lib/domain/ideas/referral.ts';
import type { Support } from '#lib/domain/ideas/support.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import type { KindName } from '#lib/domain/registry.ts';
import type { Variant } from '#lib/domain/variant.ts';
import { type Database, keyOf, type OutboxEntry } from './database.ts';
import { listEntries } from './directory.ts';
import { ideaRows, type ListedIdea, withStatus } from './ideas.ts';
import { type ItemStatus, statusOf } from './outbox.ts';
import { ideaRowsByKey } from './packs.ts';
import { withMarks } from './sent.ts';
import { knownSpaces } from './pulled.ts';

/** Everything an idea's page shows. */
export interface IdeaView {
  readonly row: ListedIdea;
  /** The idea that lives on, where this one was merged into it and it is here. */
  readonly survivor: ListedIdea | undefined;
  /** Ideas that live on in this one; what was given to them is among what was given to it. */
  readonly merged: readonly ListedIdea[];
  /** The idea this one builds on, where it is here. */
  readonly buildsOn: ListedIdea | undefined;
  /** Ideas that build on this one. */
  readonly builtOnBy: readonly ListedIdea[];
  readonly comments: readonly Comment[];
  readonly supports: readonly Support[];
  readonly follows: readonly Follow[];
  /** This idea's own decisions, withdrawn ones too. */
  readonly decisions: readonly Decision[];
  readonly path: Path<Decision>;
  readonly referrals: readonly Referral[];
  readonly photos: readonly Photo[];
  readonly recordings: readonly Recording[];
  /** Texts of the idea that lost to another edit, settled ones too. */
  readonly variants: readonly Variant[];
  /** What comments said before they were changed. */
  readonly earlier: readonly Variant[];
  /** How each document that has not been confirmed stands, by id. */
  readonly statuses: Readonly<Record<string, ItemStatus>>;
  /** What the server refused of this idea, with the reasons. */
  readonly refused: readonly OutboxEntry[];
}

// Anybody may write an idea with the id of another into a space of theirs. The narrower space goes first,
// so that nobody outside a municipality puts words in the place of its own.
const inOrder = (spaces: ReadonlySet<string>, wanted: string | undefined): string[] => {
  const rank = (space: string): number => (space === wanted ? 0 : spaceType(space) === 'municipality' ? 1 : 2);
  return [...spaces].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
};

/**
 * An idea by its id (`idea:<ulid>` or the ulid alone, or either after `<space>/`) with all that belongs
 * to it, oldest first; undefined when it is not on this device.
 */
export async function ideaView(db: Database, id: string): Promise<IdeaView | undefined> {
  const wanted = id.includes('/') ? id.slice(0, id.indexOf('/')) : undefined;
  const ideaId = 'idea:' + bare(id.slice(id.indexOf('/') + 1));
  const own = await withMarks(db, await db.outbox.where('idea').equals(ideaId).toArray());
  const spaces = new Set([...(await knownSpaces(db)), ...own.map((entry) => entry.space)]);
  const keys = inOrder(spaces, wanted).map((space) => keyOf(space, ideaId));
  const here = await ideaRowsByKey(db, keys);
  const row = keys.map((key) => here.get(key)).find((each) => each !== undefined);
  if (row === undefined) return undefined;
  const { space } = row;
  const find = async <D extends Envelope>(
    kind: Exclude<KindName, 'idea'>,
    of: readonly string[],
    field = 'document.idea'
  ): Promise<D[]> =>
    (await db.rows<D>(kind).where(field).anyOf(of).toArray())
      .filter((each) => each.space === space)
      .map((each) => each.document)
      .sort((a, b) => (when(a) < when(b) ? -1 : 1));
  const all = [ideaId, ...(row.merged ?? [])];
  const rowsOfIdeas = async (ids: readonly string[]): Promise<ListedIdea[]> =>
    (
      await ideaRows(
        db,
        ids.map((each) => keyOf(space, each))
      )
    ).filter((each) => each !== undefined);
  const [comments, supports, follows, decisions, referrals, photos, recordings, variants, merged, survivors] =
    await Promise.all([
      find<Comment>('comment', all),
      find<Support>('support', all),
      find<Follow>('follow', all),
      find<Decision>('decision', [ideaId]),
      find<Referral>('referral', [ideaId]),
      find<Photo>('photo', all),
      find<Recording>('recording', all),
      find<Variant>('variant', [ideaId], 'document.of'),
      rowsOfIdeas(row.merged ?? []),
      rowsOfIdeas(row.into === undefined ? [] : [row.into])
    ]);
  const entries = await listEntries(db);
  const { buildsOn } = row.document;
  // It may build on an idea of another space, such as one that was shared.
  const bases = buildsOn === undefined ? [] : entries.filter((entry) => entry.key.endsWith('/' + buildsOn));
  const built = entries.filter((entry) => entry.buildsOn === ideaId);
  const neighbours = await ideaRows(
    db,
    [...bases, ...built].map((entry) => entry.key)
  );
  const near = neighbours.filter((each) => each !== undefined);
  const edited = comments.filter((comment) => comment.edited !== undefined).map((comment) => comment._id);
  return {
    row: withStatus([row], own)[0]!,
    survivor: survivors[0],
    merged,
    buildsOn: near.find((each) => each.id === buildsOn),
    builtOnBy: near.filter((each) => each.document.buildsOn === ideaId && each.document.retracted === undefined),
    comments,
    supports,
    follows,
    decisions,
    path: pathOf(decisions),
    referrals,
    photos,
    recordings,
    variants,
    earlier: edited.length === 0 ? [] : await find<Variant>('variant', edited, 'document.of'),
    statuses: Object.fromEntries(own.map((entry) => [entry.id, statusOf(entry)])),
    refused: own.filter((entry) => entry.state === 'rejected')
  };
}

const when = (document: Envelope): string => ((document as { at?: string }).at ?? '') + document._id;
