import { sameContent } from '#lib/core/json.ts';
import { type Actor, identityFor } from '#lib/domain/actor.ts';
import type { Envelope, MergeStrategy } from '#lib/domain/kind.ts';
import { resigned } from '#lib/domain/marks.ts';
import { type Lost, mergeDocuments } from '#lib/domain/merge.ts';
import { kindOfId } from '#lib/domain/registry.ts';
import { check } from '#lib/domain/rules.ts';
import { variantsOf } from '#lib/store/accept.ts';
import type { Store } from '#lib/store/store.ts';
import { problemOf } from './problems.ts';

type Revisions = Envelope & { readonly _revisions: { readonly start: number; readonly ids: readonly string[] } };

/** Another leaf of a document, and what is needed to join it. */
interface Leaf {
  readonly rev: string;
  readonly leaf: Envelope;
  readonly winner: Envelope;
  readonly base: Envelope | null;
}

/** Fetches the leaves of documents that have several, but for those this device has joined before. */
export async function fetchLeaves(
  store: Store,
  remote: PouchDB.Database,
  documents: readonly Envelope[]
): Promise<readonly Leaf[]> {
  const found: Leaf[] = [];
  const split = documents.filter((document) => '_conflicts' in document && kindOfId(document._id) !== undefined);
  if (split.length === 0) return found;
  const joined = await joinedBefore(store);
  for (const document of split) {
    for (const rev of (document as { _conflicts?: readonly string[] })._conflicts ?? []) {
      if (joined.includes(nameOf(document, rev))) continue;
      const leaf = (await remote.get(document._id, { rev, revs: true })) as unknown as Revisions;
      const winner = (await remote.get(document._id, { revs: true })) as unknown as Revisions;
      found.push({ rev, leaf: bare(leaf), winner: bare(winner), base: await commonAncestor(remote, leaf, winner) });
    }
  }
  return found;
}

/**
 * A server that was split for a while keeps both of two writes, and calls one the winner. The other
 * is joined into it where this person may write it, and what cannot be joined is kept as variants,
 * whose ids every device arrives at alone. The leaf itself stays on the server: taking it away would
 * be an erasure, which is not an ordinary member's to make.
 */
export async function joinLeaves(store: Store, actor: Actor, leaves: readonly Leaf[]): Promise<void> {
  for (const { leaf, winner, base } of leaves) await joinLeaf(store, actor, leaf, winner, base);
  const names = leaves.map(({ leaf, rev }) => nameOf(leaf, rev));
  if (names.length > 0) await store.sync.note('leaves', [...(await joinedBefore(store)), ...names]);
}

const nameOf = (document: Envelope, rev: string): string => document._id + ' ' + rev;

const joinedBefore = async (store: Store): Promise<readonly string[]> =>
  ((await store.sync.noted('leaves')) as readonly string[] | undefined) ?? [];

async function joinLeaf(
  store: Store,
  actor: Actor,
  leaf: Envelope,
  winner: Envelope,
  base: Envelope | null
): Promise<void> {
  const merged = mergeDocuments(base, leaf, winner);
  const joined = resigned(merged.document, actor);
  const gained = gainedBy(merged.document, winner);
  const mayJoin = gained.length > 0 && check(joined, winner, actor).ok;
  const lost: readonly Lost[] = mayJoin ? merged.lost : [...merged.lost, ...gained.flatMap(textsOf)];
  const variants: { document: Envelope }[] = [];
  // The author of something hidden keeps its words under the alias too.
  const { by = actor.id } = winner as { by?: string };
  for (const document of variantsOf(leaf, lost, actor.id, identityFor(by, actor)))
    if (!(await store.sync.isKept(actor.space, document))) variants.push({ document });
  const edits = mayJoin ? [{ document: joined, previous: winner }] : [];
  if (edits.length + variants.length > 0)
    await store.accept({ space: actor.space, documents: [...edits, ...variants] });
}

/** What the join took from the leaf: a field with its value here and in the winner. */
interface Gain {
  readonly field: string;
  readonly strategy: MergeStrategy;
  readonly value: unknown;
  readonly before: unknown;
}

/** Fields that the join took from the leaf. A signature says nothing of its own. */
function gainedBy(document: Envelope, winner: Envelope): Gain[] {
  const strategies = kindOfId(document._id)!.merge as Readonly<Record<string, MergeStrategy>>;
  const read = (of: Envelope, field: string): unknown => (of as unknown as Record<string, unknown>)[field];
  return Object.entries(strategies)
    .filter(([, strategy]) => strategy !== 'signature')
    .map(([field, strategy]) => ({ field, strategy, value: read(document, field), before: read(winner, field) }))
    .filter(({ value, before }) => !sameContent(value, before));
}

/** What was gained as texts, where it is texts: one, or several by name. */
function textsOf({ field, strategy, value, before }: Gain): Lost[] {
  if (typeof value === 'string') return value === '' ? [] : [{ field, text: value }];
  if (strategy !== 'texts') return [];
  const names = Object.entries(value as Readonly<Record<string, unknown>>);
  const had = (before ?? {}) as Readonly<Record<string, unknown>>;
  return names
    .filter(([name, text]) => !sameContent(text, had[name]) && text !== '')
    .map(([name, text]) => ({ field: field + '.' + name, text: String(text) }));
}

/** The version both leaves grew from, if the server still has its words; null after compaction. */
async function commonAncestor(remote: PouchDB.Database, leaf: Revisions, winner: Revisions): Promise<Envelope | null> {
  const revsOf = ({ _revisions: { start, ids } }: Revisions) => ids.map((id, index) => `${start - index}-${id}`);
  const known = new Set(revsOf(winner));
  const rev = revsOf(leaf).find((each) => known.has(each));
  if (rev === undefined) return null;
  try {
    return (await remote.get(leaf._id, { rev })) as unknown as Envelope;
  } catch (error) {
    if (problemOf(error).code === 'not-member') return null;
    throw error;
  }
}

function bare(document: Revisions): Envelope {
  const { _revisions, ...rest } = document;
  return rest;
}
