import { markWords, type Part, wordsOf } from '#lib/core/words.ts';
import type { Place } from './full-text.ts';
import { NEAR, type Likes } from './vocabulary.ts';

/** A stretch of a text in which what was searched for stands. */
export interface Passage {
  readonly place: Place;
  /** Of which field. */
  readonly field: string;
  /** The document it stands in. */
  readonly id: string;
  readonly parts: readonly Part[];
}

/** A text that may hold what was searched for. */
export interface Candidate {
  readonly place: Place;
  readonly field: string;
  readonly id: string;
  readonly text: string;
}

/** The most passages that are shown of one thing. */
const MOST = 2;
/** Letters before and after the first word that was meant. */
const BEFORE = 50;
const AFTER = 130;

/** What words of a query mean what is marked; what only looks like one where nothing else was found. */
export function marker(meant: readonly Likes[], isNear: boolean): (word: string) => boolean {
  return (word) => meant.some((likes) => (likes.get(word) ?? 0) >= (isNear ? 0.1 : NEAR));
}

/**
 * Where in the texts it stands: the text that has the most of it, and another one where that has what the first lacks.
 * @param titled words of the query that the title has already said
 */
export function passagesOf(
  texts: readonly Candidate[],
  meant: readonly Likes[],
  isNear: boolean,
  title: string
): Passage[] {
  const gains = (text: string): readonly number[] => {
    const words = new Set(wordsOf(text));
    return meant.map((likes) => {
      let best = 0;
      for (const word of words) best = Math.max(best, likes.get(word) ?? 0);
      return best;
    });
  };
  const inTitle = gains(title);
  const found = texts
    .map((text) => ({ text, gains: gains(text.text) }))
    .filter((each) => each.gains.some((gain) => gain > 0));
  const passages: Passage[] = [];
  // What the title says is said; a text that says it again says little.
  const said = inTitle.map((gain) => gain * 0.8);
  while (passages.length < MOST && found.length > 0) {
    const worth = (each: (typeof found)[number]): number =>
      each.gains.reduce((sum, gain, at) => sum + Math.max(0, gain - said[at]!), 0);
    const best = found.reduce((a, b) => (worth(b) > worth(a) ? b : a));
    if (passages.length > 0 && worth(best) < 0.2) break;
    found.splice(found.indexOf(best), 1);
    best.gains.forEach((gain, at) => (said[at] = Math.max(said[at]!, gain)));
    const { place, field, id, text } = best.text;
    const parts = cut(markWords(text, marker(meant, isNear)));
    if (parts.some((part) => part.isHit)) passages.push({ place, field, id, parts });
  }
  return passages;
}

/** The parts around the first that is marked, with marks of what was left out. */
function cut(parts: readonly Part[]): readonly Part[] {
  const hit = parts.findIndex((part) => part.isHit);
  if (hit < 0) return parts;
  const kept: Part[] = [];
  const before = parts[hit - 1]?.text.replace(/\s+/g, ' ') ?? '';
  if (before !== '') {
    const start = before.length - BEFORE;
    const from = start <= 0 ? 0 : before.indexOf(' ', start) + 1;
    kept.push({ text: (from > 0 ? '… ' : '') + before.slice(from), isHit: false });
  }
  let left = AFTER;
  for (const { text, isHit } of parts.slice(hit)) {
    const said = text.replace(/\s+/g, ' ');
    if (!isHit && said.length > left) {
      const end = said.lastIndexOf(' ', left);
      kept.push({ text: said.slice(0, Math.max(0, end)) + ' …', isHit });
      break;
    }
    kept.push({ text: said, isHit });
    left -= said.length;
    if (left <= 0) break;
  }
  return kept;
}
