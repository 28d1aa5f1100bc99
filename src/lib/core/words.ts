import { stemmer } from '@orama/stemmers/swedish';

/** A stretch of a text, and whether it is what somebody searches for. */
export interface Part {
  readonly text: string;
  readonly isHit: boolean;
}

const WORD = /[\p{L}\p{N}]+/gu;

// é is an e with something on it; å, ä and ö are letters of their own.
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{ASCII}åäö]/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''));

/** The words of a text as they are compared: lower case, without other marks than those of å, ä and ö. */
export const wordsOf = (text: string): string[] => plain(text).match(WORD) ?? [];

/**
 * What words must begin with, each of a query, to be meant by it: the stem (Snowball's for Swedish), so that
 * "besöken" finds "besök" and "besökare", and so that half a word finds the whole.
 */
export const prefixesOf = (query: string): string[] => [
  ...new Set(wordsOf(query).map((word) => stemmer(word) || word))
];

/** The text in parts, those words marked that the query means. */
export function highlight(text: string, query: string): Part[] {
  const prefixes = prefixesOf(query);
  return markWords(text, (word) => prefixes.some((prefix) => word.startsWith(prefix)));
}

/** The text in parts, those words marked that are meant; they are asked about as `wordsOf` writes them. */
export function markWords(text: string, isMeant: (word: string) => boolean): Part[] {
  const parts: Part[] = [];
  const say = (said: string, isHit: boolean): void => {
    if (said !== '') parts.push({ text: said, isHit });
  };
  let at = 0;
  for (const match of text.matchAll(WORD)) {
    if (!isMeant(plain(match[0]))) continue;
    say(text.slice(at, match.index), false);
    say(match[0], true);
    at = match.index + match[0].length;
  }
  say(text.slice(at), false);
  return parts;
}

const AROUND = 60;

/** The first line of the texts in which the query is met, from a little before it; undefined when it is in none. */
export function snippet(texts: readonly string[], query: string): Part[] | undefined {
  for (const line of texts.flatMap((text) => text.split('\n'))) {
    const parts = highlight(line, query);
    const hit = parts.findIndex((part) => part.isHit);
    if (hit < 0) continue;
    const [before] = parts;
    if (hit === 0 || before === undefined || before.text.length <= AROUND) return parts;
    const cut = before.text.slice(-AROUND);
    return [{ text: '…' + cut.slice(cut.indexOf(' ') + 1), isHit: false }, ...parts.slice(1)];
  }
  return undefined;
}
