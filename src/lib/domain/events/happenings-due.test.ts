import { describe, expect, it } from 'vitest';
import {
  A,
  at,
  B,
  COACH,
  comment,
  decision,
  follow,
  hear,
  id,
  idea,
  ME,
  me,
  OTHER,
  others,
  support,
  told
} from '../../../../tests/examples/happenings.ts';
import type { Envelope } from '../kind.ts';
import { type Reader } from './happenings.ts';

describe('an answer that is due', () => {
  const coach: Reader = { ids: [COACH], roles: ['uddevalla:member', 'uddevalla:coach'], space: 'uddevalla' };

  it('is soon two working days before, for its author and for coaches', () => {
    const soon = idea({ answerBy: '2026-11-26' });
    expect(told([soon])).toEqual(['dueSoon author']);
    expect(told([soon], coach)).toEqual(['dueSoon coach']);
    expect(hear([soon])[0]).toMatchObject({ at: '2026-11-24T05:00:00.000Z', subject: A, idea: A });
    expect(hear([soon])[0]).not.toHaveProperty('by');
    expect(told([idea({ answerBy: '2026-11-27' })])).toEqual([]);
    // Monday's is soon from Thursday.
    expect(told([idea({ answerBy: '2026-11-30' })], me, '2026-11-26T12:00:00.000Z')).toEqual(['dueSoon author']);
  });

  it('is late from the morning after, and then no longer soon', () => {
    const late = idea({ answerBy: '2026-11-23' });
    expect(told([late])).toEqual(['overdue author']);
    expect(hear([late])[0]!.at).toBe('2026-11-24T05:00:00.000Z');
    expect(told([late], me, '2026-11-24T04:59:00.000Z')).toEqual([]);
  });

  it('is not due when it is answered, when more is asked for, when it is taken back or merged', () => {
    const late = idea({ answerBy: '2026-11-10', by: OTHER });
    for (const documents of [
      [late, comment({ by: COACH, answer: true })],
      [late, decision({ by: COACH, to: 'komplettering' })],
      [{ ...late, retracted: { by: OTHER, at: at(5) } }],
      [late, idea({ _id: B, by: OTHER, answerBy: '2026-12-20' }), decision({ by: COACH, to: 'sammanslagen', into: B })]
    ])
      expect(told(documents, coach)).toEqual([]);
  });

  it('is nobody else’s matter, nor a coach’s in another municipality', () => {
    const late = idea({ answerBy: '2026-11-10', by: OTHER });
    expect(told([late, support(), follow()])).toEqual([]);
    expect(told([late], { ...coach, roles: ['trollhattan:coach'] })).toEqual([]);
  });

  it('goes by the municipality’s own days where the idea carries none', () => {
    const { answerBy: _day, ...without } = idea({ at: at(20) });
    const settings = { _id: 'settings:' + '0'.repeat(26), v: 1, answerDays: 1 };
    expect(told([without])).toEqual([]);
    expect(told([without, settings])).toEqual(['overdue author']);
  });
});

describe('those who answer', () => {
  const coach: Reader = { ids: [COACH], roles: ['uddevalla:member', 'uddevalla:coach'], space: 'uddevalla' };

  it('hear what the author says of an idea they have taken in hand', () => {
    const asked = decision({ by: COACH, to: 'komplettering', at: at(10) });
    expect(told([others, asked, comment({ by: OTHER, at: at(11) })], coach)).toEqual(['commented coach']);
    expect(told([others, asked, comment({ by: ME, at: at(11) })], coach)).toEqual([]);
    expect(told([others, asked, comment({ by: OTHER, at: at(9) })], coach)).toEqual([]);
  });

  it('hear what another municipality has passed on, until it is received', () => {
    const share = {
      _id: 'share:' + id('S'),
      v: 1,
      idea: A,
      from: 'trollhattan',
      to: 'uddevalla',
      by: OTHER,
      at: at(20),
      title: 'Sittbänk',
      need: 'Långt.',
      proposal: '',
      reason: 'Er väg.'
    };
    const region = { ...coach, space: 'fyrbodal' };
    expect(hear([share], region)).toMatchObject([{ type: 'passedOn', because: 'coach', subject: share._id }]);
    expect(hear([share], region)[0]).not.toHaveProperty('idea');
    expect(told([{ ...share, received: { by: COACH, at: at(21), idea: B } } as Envelope], region)).toEqual([]);
    expect(told([share], { ...me, space: 'fyrbodal' })).toEqual([]);
  });
});
