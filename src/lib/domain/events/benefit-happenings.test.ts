import { describe, expect, it } from 'vitest';
import type { Benefit } from '../benefit/benefit.ts';
import type { Story } from '../benefit/story.ts';
import type { Decision } from '../ideas/decision.ts';
import type { Idea } from '../ideas/idea.ts';
import { happeningsOf, type Reader } from './happenings.ts';

const ME = '01JD0000000000000000000001';
const OTHER = '01JD0000000000000000000002';
const IDEA = 'idea:01JD0000000000000000000003';
const NOW = '2026-11-24T12:00:00.000Z';
const me: Reader = { ids: [ME], roles: ['uddevalla:member', 'uddevalla:manager'], space: 'uddevalla' };

const idea = (by = OTHER): Idea => ({
  _id: IDEA,
  v: 1,
  by,
  at: '2026-01-02T09:00:00.000Z',
  title: 'Sittbänk',
  need: '',
  proposal: ''
});

/** Decided on Thursday the 20th of August: three months later it is a Friday. */
const introduced = (by = ME): Decision => ({
  _id: 'decision:01JD0000000000000000000003:01JD0000000000000000000004',
  v: 1,
  idea: IDEA,
  by,
  at: '2026-08-20T09:00:00.000Z',
  from: 'testas',
  to: 'infors',
  reason: 'Den fungerar.',
  grants: 'skala-upp',
  follows: []
});

const benefit = (more: Partial<Benefit>): Benefit => ({
  _id: 'benefit:01JD0000000000000000000003:01JD0000000000000000000005',
  v: 1,
  idea: IDEA,
  by: ME,
  at: '2026-11-21T09:00:00.000Z',
  state: 'reached',
  quality: 'Fler orkar gå.',
  how: 'told',
  on: '2026-11-21',
  ...more
});

const told = (documents: Parameters<typeof happeningsOf>[0], now = NOW): readonly string[] =>
  happeningsOf(documents, me, now)
    .filter(({ type }) => type === 'followUpDue' || type === 'storyTold')
    .map(({ type, because }) => type + ' ' + because);

describe('a follow-up', () => {
  it('is asked of whoever decided to introduce the idea, from the morning of its day', () => {
    const found = happeningsOf([idea(), introduced()], me, NOW).filter(({ type }) => type === 'followUpDue');
    expect(found).toEqual([
      {
        id: `followUpDue ${IDEA} 3 2026-11-20`,
        type: 'followUpDue',
        at: '2026-11-20T05:00:00.000Z',
        idea: IDEA,
        subject: IDEA,
        because: 'assigned'
      }
    ]);
    expect(told([idea(), introduced()], '2026-11-19T12:00:00.000Z')).toEqual([]);
    expect(told([idea(), introduced(OTHER)])).toEqual([]);
  });

  it('is asked of whoever the plan names instead', () => {
    const plan = benefit({ state: 'planned', responsible: OTHER, at: '2026-08-21T09:00:00.000Z' });
    const { how: _how, ...planned } = plan;
    expect(told([idea(), introduced(), planned as Benefit])).toEqual([]);
    expect(told([idea(), introduced(OTHER), { ...planned, responsible: ME } as Benefit])).toEqual([
      'followUpDue assigned'
    ]);
  });

  it('is not asked any more when it is answered, and nobody is asked of an idea that was taken back', () => {
    expect(told([idea(), introduced(), benefit({ followUp: 3 })])).toEqual([]);
    expect(told([{ ...idea(), retracted: { by: OTHER, at: NOW } } as Idea, introduced()])).toEqual([]);
  });
});

describe('a story', () => {
  const story: Story = {
    _id: 'story:01JD0000000000000000000003:01JD0000000000000000000006',
    v: 1,
    idea: IDEA,
    by: OTHER,
    at: '2026-11-20T09:00:00.000Z',
    title: 'Bänken',
    text: 'Nu går fler till torget.'
  };

  it('is told to those around the idea, and not to its teller', () => {
    expect(told([idea(ME), story])).toEqual(['storyTold author']);
    expect(told([idea(ME), { ...story, by: ME } as Story])).toEqual([]);
    expect(told([idea(), story])).toEqual([]);
  });

  it('is gone when it is taken back', () => {
    expect(told([idea(ME), { ...story, retracted: { by: OTHER, at: NOW } } as Story])).toEqual([]);
  });
});
