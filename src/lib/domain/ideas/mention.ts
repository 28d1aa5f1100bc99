import type { Comment } from './comment.ts';

/** Somebody who can be spoken to. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A stretch of a comment: words, or somebody who is spoken to. */
export type MentionPart = { readonly text: string } | { readonly person: string };

const MARK = /@([0-9A-HJKMNP-TV-Z]{6})(?![0-9A-Za-z])/g;

/** What stands in a comment's text for somebody who is mentioned: never a name, which may change or be erased. */
const markOf = (id: string): string => '@' + id.slice(-6);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * What somebody wrote, as a comment keeps it: `@Anna Ek` becomes a mark, and Anna is among the mentioned. Of two with
 * the same name the first that was chosen is the one who is named first.
 * @param chosen whom the writer has chosen, in that order; those whose names no longer stand in the text are left out
 */
export function writeMentions(text: string, chosen: readonly Named[]): Pick<Comment, 'text'> & { mentions: string[] } {
  const mentions: string[] = [];
  const waiting = new Map<string, string[]>();
  for (const { id, name } of chosen) {
    const ids = waiting.get(name) ?? [];
    if (!ids.includes(id)) waiting.set(name, [...ids, id]);
  }
  // The longest first, so that Anna does not take the place of Anna Ek.
  const names = [...waiting.keys()].sort((a, b) => b.length - a.length);
  if (names.length === 0) return { text, mentions };
  const pattern = new RegExp(`@(${names.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  const written = text.replace(pattern, (_whole, name: string) => {
    const ids = waiting.get(name)!;
    const id = ids.length > 1 ? ids.shift()! : ids[0]!;
    if (!mentions.includes(id)) mentions.push(id);
    return markOf(id);
  });
  return { text: written, mentions };
}

/** A comment's text in parts, the marks of those who are mentioned apart from the words. */
export function mentionParts({ text, mentions = [] }: Pick<Comment, 'text' | 'mentions'>): readonly MentionPart[] {
  const parts: MentionPart[] = [];
  let at = 0;
  for (const match of text.matchAll(MARK)) {
    const person = mentions.find((id) => markOf(id) === match[0]);
    if (person === undefined) continue;
    if (match.index > at) parts.push({ text: text.slice(at, match.index) });
    parts.push({ person });
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push({ text: text.slice(at) });
  return parts;
}

/** A comment's text as its writer wrote it, with names. */
export const readMentions = (comment: Pick<Comment, 'text' | 'mentions'>, nameOf: (person: string) => string): string =>
  mentionParts(comment)
    .map((part) => ('person' in part ? '@' + nameOf(part.person) : part.text))
    .join('');
