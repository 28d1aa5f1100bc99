import { describe, expect, it } from 'vitest';
import {
  A,
  ALIAS,
  at,
  B,
  COACH,
  comment,
  decision,
  follow,
  hear,
  idea,
  ME,
  me,
  OTHER,
  others,
  referral,
  support,
  told
} from '../../../../tests/examples/happenings.ts';
import type { Variant } from '../variant.ts';

describe('what an author hears', () => {
  it('of answers, decisions, comments and that it is passed on, the last first, and who did it', () => {
    const answer = comment({ by: COACH, at: at(23), answer: true });
    const decided = decision();
    const found = hear([referral(), comment(), decided, answer, idea()]);
    expect(found.map(({ type }) => type)).toEqual(['answered', 'commented', 'decided', 'passedOn']);
    expect(found[0]).toEqual({
      id: 'answered ' + answer._id,
      type: 'answered',
      at: at(23),
      idea: A,
      subject: answer._id,
      because: 'author',
      by: COACH
    });
  });

  it('that more is asked of them, which to a follower is a decision like others', () => {
    const asked = decision({ to: 'komplettering' });
    expect(told([idea(), asked])).toEqual(['asked author']);
    expect(told([idea({ by: OTHER, coauthors: [ME] }), asked])).toEqual(['asked coauthor']);
    expect(told([others, follow(), asked])).toEqual(['decided follower']);
  });

  it('under their alias as under their own name', () => {
    expect(told([idea({ by: ALIAS, hidden: true }), comment()])).toEqual(['commented author']);
    expect(told([idea({ by: ALIAS, hidden: true }), comment()], { ...me, ids: [ME] })).toEqual([]);
  });

  it('nothing of their own acts, whichever name they did them under', () => {
    const own = [
      comment({ by: ME }),
      comment({ by: ALIAS }),
      decision({ by: ME }),
      referral({ by: ME }),
      comment({ by: ME, mentions: [ME], text: '@' + ME.slice(-6) })
    ];
    expect(told([idea(), support(), follow(), ...own])).toEqual([]);
  });

  it('nothing of what was taken back, withdrawn or erased', () => {
    const mark = { by: COACH, at: at(21) };
    expect(
      told([
        idea(),
        comment({ retracted: mark }),
        comment({ by: COACH, answer: true, retracted: mark }),
        decision({ withdrawn: mark }),
        referral({ withdrawn: mark }),
        { _id: comment()._id, _deleted: true }
      ])
    ).toEqual([]);
  });
});

describe('what coauthors, followers and supporters hear', () => {
  const news = [decision(), comment({ by: COACH, answer: true }), comment(), referral()];

  it('coauthors and followers hear all of it', () => {
    const all = (tie: string): string[] =>
      ['answered', 'commented', 'decided', 'passedOn'].map((type) => `${type} ${tie}`);
    expect([...told([idea({ by: OTHER, coauthors: [ME] }), ...news])].sort()).toEqual(all('coauthor'));
    expect([...told([others, follow(), ...news])].sort()).toEqual(all('follower'));
  });

  it('a supporter hears what becomes of it, and is not told of every comment', () => {
    expect([...told([others, support(), ...news])].sort()).toEqual([
      'answered supporter',
      'decided supporter',
      'passedOn supporter'
    ]);
  });

  it('nobody else hears anything', () => {
    expect(told([others, support(COACH), follow(COACH), ...news])).toEqual([]);
  });

  it('support that was taken back is none, and what happened before it was given is no news', () => {
    expect(told([others, support(ME, at(3), A, false), decision()])).toEqual([]);
    expect(told([others, support(ME, at(20)), decision({ at: at(19) }), decision({ at: at(21) })])).toHaveLength(1);
    expect(told([others, follow(ME, at(3), A, false), comment()])).toEqual([]);
  });

  it('of several ties the nearest is named, and nothing is told twice', () => {
    expect(told([idea(), support(), follow(), decision()])).toEqual(['decided author']);
    expect(told([others, support(), follow(), decision()])).toEqual(['decided follower']);
  });
});

describe('mentions', () => {
  const mark = '@' + ME.slice(-6);

  it('reach whoever is spoken to, also about an idea they have nothing to do with', () => {
    expect(told([others, comment({ text: 'Vad tror du ' + mark + '?', mentions: [ME] })])).toEqual([
      'mentioned mentioned'
    ]);
    expect(told([comment({ text: mark, mentions: [ME] })])).toEqual(['mentioned mentioned']);
    expect(told([others, comment({ text: 'Hej @' + OTHER.slice(-6), mentions: [OTHER] })])).toEqual([]);
  });

  it('an author who is spoken to is told once, as spoken to', () => {
    expect(told([idea(), comment({ text: mark, mentions: [ME] })])).toEqual(['mentioned mentioned']);
  });

  it('an answer that speaks to its author is an answer', () => {
    expect(told([idea(), comment({ by: COACH, answer: true, text: mark, mentions: [ME] })])).toEqual([
      'answered author'
    ]);
  });

  it('that came with a later edit are dated by the edit, those that were there before are not', () => {
    const edited = { by: OTHER, at: at(22) };
    const now = comment({ text: 'Nu: ' + mark, mentions: [ME], edited });
    let texts = 0;
    const version = (text: string, replaced = at(22)): Variant => ({
      _id: 'variant:' + now._id + ':' + String(texts++).padStart(14, '0'),
      v: 1,
      of: now._id,
      field: 'text',
      text,
      by: OTHER,
      at: replaced,
      owner: OTHER,
      resolved: edited
    });
    expect(hear([others, now, version('Nu.')])[0]!.at).toBe(at(22));
    expect(hear([others, now, version('Nu ' + mark)])[0]!.at).toBe(now.at);
    expect(hear([others, now, version('Ett.', at(21)), version('Nu ' + mark)])[0]!.at).toBe(at(21));
    // What a version said is not here, or the words are the same: it is dated as it was written.
    expect(hear([others, now])[0]!.at).toBe(now.at);
  });

  it('leave with the edit that takes them away', () => {
    expect(told([others, comment({ text: 'Nu.', edited: { by: OTHER, at: at(22) } })])).toEqual([]);
  });
});

describe('merged ideas', () => {
  const survivor = idea({ _id: B, by: COACH });
  const merge = decision({ by: COACH, to: 'sammanslagen', into: B, at: at(10) });

  it('those around the merged idea hear of it, at the idea that lives on', () => {
    const [found] = hear([others, survivor, support(), merge]);
    expect(found).toMatchObject({ type: 'merged', idea: B, subject: merge._id, because: 'supporter' });
    expect(told([idea(), survivor, merge])).toEqual(['merged author']);
  });

  it('supporters, followers and authors of the merged one hear what becomes of the other from then on', () => {
    const before = decision({ idea: B, by: OTHER, at: at(9) });
    const after = decision({ idea: B, by: OTHER, at: at(11), follows: [before._id] });
    const [supporter, ...more] = hear([others, survivor, support(), merge, before, after]);
    expect(supporter).toMatchObject({ type: 'decided', idea: B, subject: after._id, because: 'supporter' });
    expect(more.map(({ type }) => type)).toEqual(['merged']);
    expect(told([idea(), survivor, merge, comment({ idea: B, at: at(12) })])).toContain('commented author');
  });

  it('the author of the one that lives on hears that another has come into it, its supporters do not', () => {
    expect(told([others, idea({ _id: B }), merge])).toEqual(['merged author']);
    expect(told([others, survivor, support(ME, at(3), B), merge])).toEqual([]);
  });

  it('of a merge that was undone only what still stands is told, at each its own idea', () => {
    const withdrawn = { ...merge, withdrawn: { by: COACH, at: at(11) } };
    const later = decision({ idea: B, at: at(12) });
    expect(told([others, survivor, support(), withdrawn, later])).toEqual([]);
  });

  it('an idea that lives on in one that is not here is its own place', () => {
    expect(hear([idea(), merge])[0]).toMatchObject({ type: 'merged', idea: A });
  });
});

it('tells the same of many ideas at once as of each alone', () => {
  const first = [idea(), comment(), decision()];
  const second = [idea({ _id: B, by: OTHER }), follow(ME, at(3), B), comment({ idea: B, at: at(21) })];
  expect([...hear(first), ...hear(second)].map((each) => each.id).sort()).toEqual(
    hear([...first, ...second])
      .map((each) => each.id)
      .sort()
  );
});
