import { kindName } from '#lib/core/ids.ts';
import type { Idea } from '#lib/domain/ideas/idea.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import type { Variant } from '#lib/domain/variant.ts';
import { type Database, keyOf } from './database.ts';
import { ideaRowsByKey } from './packs.ts';

/** What an idea is called where there is room for one line. */
export const ideaTitle = (idea: Pick<Idea, 'title' | 'need'>): string =>
  idea.title.trim() === '' ? idea.need.trim().split('\n')[0]!.slice(0, 140) : idea.title;

/** Which idea a document belongs to, and what that is called; the empty string where it is about none. */
export async function titleOf(
  db: Database,
  space: string,
  document: Envelope
): Promise<{ idea: string; title: string }> {
  if (kindName(document._id) === 'idea') return { idea: document._id, title: ideaTitle(document as Idea) };
  const about = (document as { idea?: string }).idea ?? (document as Partial<Variant>).of ?? '';
  const row =
    kindName(about) === 'idea' ? (await ideaRowsByKey(db, [keyOf(space, about)])).get(keyOf(space, about)) : undefined;
  const name = (document as { name?: unknown }).name;
  const own = typeof name === 'string' ? name : '';
  return { idea: about, title: row === undefined ? own : ideaTitle(row.document) };
}
