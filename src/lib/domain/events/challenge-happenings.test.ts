import { describe, expect, it } from 'vitest';
import type { Challenge } from '../challenges/challenge.ts';
import type { Comment } from '../ideas/comment.ts';
import type { Idea } from '../ideas/idea.ts';
import type { Support } from '../ideas/support.ts';
import { happeningsOf, type Reader } from './happenings.ts';

const ME = '01JD0000000000000000000001';
const LEADER = '01JD0000000000000000000002';
const IDEA = 'idea:01JD0000000000000000000003';
const CHALLENGE = 'challenge:01JD0000000000000000000004';
const NOW = '2026-11-24T12:00:00.000Z';
const me: Reader = { ids: [ME], roles: ['uddevalla:member'], space: 'uddevalla' };

const challenge = (more: Partial<Challenge> = {}): Challenge => ({
  _id: CHALLENGE,
  v: 1,
  by: LEADER,
  at: '2026-11-10T09:00:00.000Z',
  title: 'Tryggare nätter',
  text: 'Hur?',
  opens: '2026-11-16',
  closes: '2026-12-20',
  ...more
});

const idea = (by = ME): Idea => ({
  _id: IDEA,
  v: 1,
  by,
  at: '2026-11-17T09:00:00.000Z',
  title: 'Lampor',
  need: '',
  proposal: '',
  challenge: CHALLENGE,
  answerBy: '2026-12-20'
});

const result = { result: 'Två provas.', resultAt: { by: LEADER, at: '2026-11-23T09:00:00.000Z' } };

const told = (documents: Parameters<typeof happeningsOf>[0], reader = me): readonly string[] =>
  happeningsOf(documents, reader, NOW).map(({ type, because }) => type + ' ' + because);

describe('a challenge that opens', () => {
  it('is news to the space’s members from the morning it opens', () => {
    expect(happeningsOf([challenge()], me, NOW)).toMatchObject([
      { type: 'challengeOpened', because: 'member', at: '2026-11-16T05:00:00.000Z', subject: CHALLENGE }
    ]);
    expect(told([challenge({ opens: '2026-11-25' })])).toEqual([]);
    expect(told([challenge()], { ...me, roles: ['fyrbodal:partner'] })).toEqual([]);
  });

  it('that was asked after its first day is news from when it was asked', () => {
    const late = challenge({ at: '2026-11-18T09:00:00.000Z' });
    expect(happeningsOf([late], me, NOW)[0]!.at).toBe('2026-11-18T09:00:00.000Z');
  });

  it('is none to whoever asks, nor where it was ended before it began', () => {
    expect(told([challenge({ by: ME })])).toEqual([]);
    expect(told([challenge({ closed: { by: LEADER, at: '2026-11-12T09:00:00.000Z' } })])).toEqual([]);
  });
});

describe('what came of a challenge', () => {
  const ended = challenge({ ...result, by: ME });
  const support: Support = {
    _id: 'support:01JD0000000000000000000003:' + ME,
    v: 1,
    idea: IDEA,
    by: ME,
    state: { given: true, at: '2026-11-18T09:00:00.000Z' }
  };
  const comment: Comment = {
    _id: 'comment:01JD0000000000000000000003:01JD0000000000000000000005',
    v: 1,
    idea: IDEA,
    by: ME,
    at: '2026-11-18T09:00:00.000Z',
    text: 'Bra.'
  };

  it('is told to those who took part, and to nobody else', () => {
    expect(told([ended, idea()])).toEqual(['challengeResult author']);
    expect(told([ended, idea(LEADER), support])).toEqual(['challengeResult supporter']);
    expect(told([ended, idea(LEADER), comment])).toEqual(['challengeResult participant']);
    expect(told([ended, idea(LEADER), { ...comment, retracted: { by: ME, at: NOW } } as Comment])).toEqual([]);
    expect(told([ended, idea(LEADER)])).toEqual([]);
    expect(told([ended, { ...idea(), challenge: CHALLENGE.replace('4', '8') } as Idea])).toEqual([]);
  });

  it('is told anew in other words, and not to whoever told it', () => {
    const again = { ...ended, resultAt: { by: LEADER, at: NOW } };
    const [first, second] = [ended, again].map((each) => happeningsOf([each, idea()], me, NOW)[0]!.id);
    expect(first).not.toBe(second);
    expect(told([{ ...ended, resultAt: { by: ME, at: NOW } } as Challenge, idea()])).toEqual([]);
  });
});
