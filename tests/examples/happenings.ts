import type { Comment } from '#lib/domain/ideas/comment.ts';
import type { Decision } from '#lib/domain/ideas/decision.ts';
import type { Follow } from '#lib/domain/ideas/follow.ts';
import type { Idea } from '#lib/domain/ideas/idea.ts';
import type { Referral } from '#lib/domain/ideas/referral.ts';
import type { Support } from '#lib/domain/ideas/support.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { type Happening, happeningsOf, type Reader } from '#lib/domain/events/happenings.ts';

// One person, some ideas around them, and what they hear of it.

export const id = (name: string): string =>
  name
    .toUpperCase()
    .replace(/[ILOU]/g, 'X')
    .padEnd(26, '0');
export const [ME, ALIAS, COACH, OTHER] = [id('ME'), id('AXIAS'), id('COACH'), id('SOMEBODY')];
export const A = 'idea:' + id('A');
export const B = 'idea:' + id('B');
/** A Tuesday. */
export const NOW = '2026-11-24T12:00:00.000Z';
export const at = (day: number, hour = 9): string => new Date(Date.UTC(2026, 10, day, hour)).toISOString();

export const me: Reader = { ids: [ME, ALIAS], roles: ['uddevalla:member', 'alias:' + ALIAS], space: 'uddevalla' };

export const idea = (more: Partial<Idea> = {}): Idea => ({
  _id: A,
  v: 1,
  by: ME,
  at: at(2),
  title: 'Sittbänk',
  need: 'Det är långt.',
  proposal: '',
  answerBy: '2026-12-16',
  ...more
});

let made = 0;
const next = (): string => id('N' + String(made++));

export const comment = (more: Partial<Comment> = {}): Comment => {
  const { idea: of = A } = more;
  return {
    _id: ['comment', of.slice(5), next()].join(':'),
    v: 1,
    idea: of,
    by: OTHER,
    at: at(20),
    text: 'Bra.',
    ...more
  };
};

export const decision = (more: Partial<Decision> = {}): Decision => {
  const { idea: of = A } = more;
  return {
    _id: ['decision', of.slice(5), next()].join(':'),
    v: 1,
    idea: of,
    by: COACH,
    at: at(19),
    from: 'ny',
    to: 'bedoms',
    reason: 'Vi tittar.',
    follows: [],
    ...more
  };
};

export const support = (by = ME, since = at(3), of = A, given = true): Support => ({
  _id: ['support', of.slice(5), by].join(':'),
  v: 1,
  idea: of,
  by,
  state: { given, at: since }
});

export const follow = (by = ME, since = at(3), of = A, given = true): Follow => ({
  _id: ['follow', of.slice(5), by].join(':'),
  v: 1,
  idea: of,
  by,
  state: { given, at: since }
});

export const referral = (more: Partial<Referral> = {}): Referral => ({
  _id: ['referral', A.slice(5), next()].join(':'),
  v: 1,
  idea: A,
  by: COACH,
  at: at(18),
  municipality: 'trollhattan',
  reason: 'De kan mer.',
  ...more
});

export const hear = (documents: readonly Envelope[], reader: Reader = me, now = NOW): readonly Happening[] =>
  happeningsOf(documents, reader, now);
export const told = (documents: readonly Envelope[], reader: Reader = me, now = NOW): readonly string[] =>
  hear(documents, reader, now).map(({ type, because }) => type + ' ' + because);

/** The idea as one that somebody else wrote. */
export const others = idea({ by: OTHER });
