import type { Idea } from '#lib/domain/ideas/idea.ts';
import { conversation } from '#lib/messages/conversation.ts';
import { m } from '#lib/messages/index.svelte.ts';

/**
 * What to call whoever wrote something around an idea.
 * @param identities the reader's own ids
 */
export function nameOf(
  by: string,
  idea: Pick<Idea, 'by' | 'hidden'>,
  names: ReadonlyMap<string, string>,
  identities: readonly string[]
): string {
  const words = m().ideas;
  const isHidden = idea.hidden === true && by === idea.by;
  if (identities.includes(by)) return isHidden ? words.hiddenYou : words.you;
  return isHidden ? words.hiddenName : (names.get(by) ?? words.unknownName);
}

/** Everybody who writes the idea, as one line. */
export function authorsOf(
  { by, coauthors = [] }: Pick<Idea, 'by' | 'coauthors'>,
  name: (by: string) => string
): string {
  const others = coauthors.map(name).join(', ');
  return others === '' ? name(by) : `${name(by)}, ${conversation().authors.with(others)}`;
}
