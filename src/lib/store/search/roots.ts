import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as swedish } from '@orama/stemmers/swedish';

const NEUTER = /([^aeiouyåäö])et$/;
/** "nyckeln", "förskolan". */
const DEFINITE = /(el|or|[aeiouyåäö].*[^aeiouyåäö](?=an$))(?:n|an)$/;
/** "nyckel", "nycklar". */
const VOWEL_LOST = /([aeiouyåäö].*[^aeiouyåäö])e([lr])$/;
/** "fönster", "fönstret". */
const LAST_R = /([aeiouyåäö].*[fkpt])r$/;

/** "nummer", "numren". */
const LOST_M = /([aeiouyåäö])mr$/;

/** Endings that make one word of another; alone they are no part of a compound. */
const DERIVING =
  /^(ning|ningar|ring|ling|ingen|skap|heten|ande|ende|else|elser|liga|full|bart|aren|arna|erna|orna|skar|skarna)$/;

/**
 * What a Swedish word comes down to. Snowball leaves the definite neuter and the words that drop a vowel:
 * "larmet" beside "larm", "nyckel" beside "nycklar" and "nyckeln".
 */
function swedishRoot(word: string): string {
  let root = swedish(word) || word;
  // "larmet"; twice, since "paketet" holds "paket".
  for (let turn = 0; turn < 2 && root.length >= 5; turn++) root = root.replace(NEUTER, '$1');
  return root.replace(DEFINITE, '$1').replace(VOWEL_LOST, '$1$2').replace(LAST_R, '$1').replace(LOST_M, '$1mm');
}

/**
 * What a word comes down to, one root for each language it may be in. Ideas are written in both, often within
 * one text, and a word alone does not tell which.
 */
export function rootsOf(word: string): readonly string[] {
  const first = swedishRoot(word);
  if (/[åäö\d]/.test(word)) return [first];
  const second = english(word) || word;
  return first === second ? [first] : [first, second];
}

/** The shortest part a compound is known by. */
const SHORTEST = 4;

const isPart = (part: string): boolean => part.length >= SHORTEST && !DERIVING.test(part);

/** Whether it is no word but an ending that makes one word of another. */
export const isDeriving = (part: string): boolean => DERIVING.test(part);

/** What stands between the parts of a compound: "trygghetslarm", "kvinnoboende", "barnavård", "gatubelysning". */
export const BETWEEN = /[soeau]$/;

/**
 * The words that a word may be put together of: "hemtjänsttaxi" of "hemtjänst" and "taxi", "frukostsällskap"
 * of "frukost". Only those that `isKnown`.
 */
export function partsOf(word: string, isKnown: (part: string) => boolean): readonly string[] {
  const parts: string[] = [];
  for (let place = SHORTEST; place <= word.length - 3; place++) {
    const rest = word.slice(place);
    const first = word.slice(0, place);
    if (isPart(first) && isPart(rest) && isKnown(first)) parts.push(first);
    // Between the two may stand an s: "trygghetslarm".
    if (isPart(rest) && isKnown(rest)) parts.push(rest);
  }
  return parts;
}

/** Whether `word` is put together of `part` and something more. */
export const isCompoundOf = (word: string, part: string): boolean =>
  part.length >= SHORTEST &&
  word.length >= part.length + 3 &&
  ((word.startsWith(part) && isPart(word.slice(part.length))) || (word.endsWith(part) && isPart(part)));
