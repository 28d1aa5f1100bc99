import personnummer from 'personnummer';

/** Where in a text something that looks like a personal identity number stands: [start, end). */
export type Span = readonly [start: number, end: number];

// ASCII, and the digits of the scripts that keyboards in Swedish care also write: Arabic, Persian,
// Devanagari, Bengali, Thai, full-width and "mathematical" ones.
const DIGIT =
  '(?:[0-9\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f\\u09e6-\\u09ef\\u0e50-\\u0e59\\uff10-\\uff19]|\\ud835[\\udfce-\\udfff])';

// What people put between the digits: blanks of every sort, dashes of every sort, plus (over a
// hundred years), dots and slashes, and characters that do not show (directions, variation
// selectors, key caps, combining marks, tags).
const GAP =
  '(?:[\\s\\u0080-\\u009f\\u00ad\\u00b7\\u0300-\\u036f\\u061c\\u115f\\u1160\\u180e\\u200b-\\u200f\\u2010-\\u2015\\u2022\\u202a-\\u202e' +
  '\\u2043\\u2044\\u2060-\\u206f\\u207a\\u207b\\u20e3\\u2212\\u2215\\u3164\\ufe00-\\ufe0f\\ufe58\\ufe63\\ufeff\\uff0b\\uff0d-\\uff0f\\-+./_]' +
  '|\\udb40[\\udc00-\\udfff])';

// Between a whole date and the last four, any punctuation joins: `(900101) 2385`, `900101:2385`.
const WIDE_GAP = `(?:${GAP}|[!-,:-@\\[-\`{-~\\u00a0-\\u00bf\\u2016-\\u2029\\u2030-\\u205e])`;

/* eslint-disable no-misleading-character-class -- combining marks stand in the class as what hides between digits */
const RUN = new RegExp(`${DIGIT}(?:${WIDE_GAP}{0,8}${DIGIT})*`, 'g');
const GROUP = new RegExp(`${DIGIT}+`, 'g');
const NARROW = new RegExp(`^${GAP}*$`);
/* eslint-enable no-misleading-character-class */

// Our own ids, as they stand in a pasted link. Nobody writes a personal number inside one.
const IDENTIFIER = /(^|[^0-9A-Za-z])([0-9A-HJKMNP-TV-Z]{26})(?![0-9A-Za-z])/g;

/** The ASCII digits of `text`, which holds nothing but digits of some script. */
function plain(text: string): string {
  let digits = '';
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 0xd835) continue;
    if (unit >= 0xff10) digits += unit - 0xff10;
    else if (unit >= 0xdfce) digits += (unit - 0xdfce) % 10;
    else if (unit >= 0x0e50) digits += unit - 0x0e50;
    else if (unit >= 0x09e6) digits += unit - 0x09e6;
    else if (unit >= 0x0966) digits += unit - 0x0966;
    else if (unit >= 0x06f0) digits += unit - 0x06f0;
    else if (unit >= 0x0660) digits += unit - 0x0660;
    else digits += text.charAt(index);
  }
  return digits;
}

// Cheap, and says no to nearly everything, so that a page of digits costs no more than it should.
const DATE_LIKE = /^(18|19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12678]\d|3[01]|9[01])\d{4}$/;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

// The library says no by throwing, which is dear where somebody has written a page of near misses; so
// what it would say no to is seen first. It has the last word on the rest.
function mayBeValid(candidate: string): boolean {
  const [year, month, day] = [candidate.slice(0, 4), candidate.slice(4, 6), candidate.slice(6, 8)].map(Number);
  const isLeap = year! % 4 === 0 && (year! % 100 !== 0 || year! % 400 === 0);
  const days = DAYS[month! - 1]! + (month === 2 && isLeap ? 1 : 0);
  let sum = 0;
  for (let index = 2; index < 12; index++) {
    const weighted = (candidate.charCodeAt(index) - 48) * (index % 2 === 0 ? 2 : 1);
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return (day! > 60 ? day! - 60 : day!) <= days && sum % 10 === 0;
}

function isValid(digits: string): boolean {
  // Ten digits leave the century open. All are tried, so that the answer never depends on today.
  const candidates = digits.length === 12 ? [digits] : ['19' + digits, '20' + digits, '18' + digits];
  return candidates.some(
    (candidate) => DATE_LIKE.test(candidate) && mayBeValid(candidate) && personnummer.valid(candidate)
  );
}

/**
 * Every place in `text` that looks like a personnummer or samordningsnummer: ten or twelve digits,
 * with or without separators or blanks, whose date exists (day + 60 for samordningsnummer) and
 * whose check digit is right. A date-like string of digits passes the check one time in ten.
 *
 * Digits count only in whole groups, so a longer number (a bar code, an account) is not cut up;
 * of a ten-digit and a twelve-digit reading from the same place, the longer one is given.
 * Source: Skatteverket, SKV 704; check digit after the Luhn algorithm, through `personnummer`.
 */
export function findPersonalNumbers(text: string): Span[] {
  const found: Span[] = [];
  const masked = text.replace(IDENTIFIER, (_whole, before: string, id: string) => before + id.replace(/\d/g, 'X'));
  for (const run of matches(RUN, masked)) {
    const groups = matches(GROUP, run.text);
    for (let first = 0; first < groups.length; first++) {
      const last = lastOfNumber(run.text, groups, first);
      if (last === null) continue;
      found.push([run.start + groups[first]!.start, run.start + endOf(groups[last]!)]);
      first = last;
    }
  }
  return found;
}

interface Match {
  readonly start: number;
  readonly text: string;
}

const endOf = (match: Match): number => match.start + match.text.length;

/** The index of the group that ends the number beginning with group `first`; null where none does. */
function lastOfNumber(run: string, groups: readonly Match[], first: number): number | null {
  let digits = '';
  let found: number | null = null;
  for (let index = first; index < groups.length && digits.length < 12; index++) {
    const group = groups[index]!;
    const next = plain(group.text);
    if (index > first && !NARROW.test(run.slice(endOf(groups[index - 1]!), group.start))) {
      const wholeDate = index === first + 1 && (digits.length === 6 || digits.length === 8);
      if (!wholeDate || next.length !== 4) break;
    }
    digits += next;
    if ((digits.length === 10 || digits.length === 12) && isValid(digits)) found = index;
  }
  return found;
}

// String.prototype.matchAll is missing in one of CouchDB's engines.
function matches(pattern: RegExp, text: string): Match[] {
  const all: Match[] = [];
  const scanner = new RegExp(pattern.source, 'g');
  for (let match = scanner.exec(text); match !== null; match = scanner.exec(text)) {
    all.push({ start: match.index, text: match[0] });
  }
  return all;
}
