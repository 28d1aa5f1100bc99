import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Benefit } from '#lib/domain/benefit/benefit.ts';
import type { Comment } from '#lib/domain/ideas/comment.ts';
import type { Decision } from '#lib/domain/ideas/decision.ts';
import type { Idea } from '#lib/domain/ideas/idea.ts';
import type { Referral } from '#lib/domain/ideas/referral.ts';
import type { Stage } from '#lib/domain/ideas/stages.ts';
import { overviewOf } from '#lib/domain/leadership/measures.ts';
import { countedSlowly } from '../../../tests/naive/overview.ts';
import { ideaFacts, overviewMark, storedFacts, storeFacts } from './overview.ts';
import { deleteStore, openStore, type Store } from './store.ts';

const SPACE = 'uddevalla';
const NOW = '2026-11-24T12:00:00.000Z';
const VIEW = { from: '2026-10-01', to: '2026-11-24', unit: undefined, today: '2026-11-24' };
const id = (tail: string): string => tail.padStart(26, '0');
const [ANNA, COACH] = [id('ANNA'), id('C0ACH')];
const at = (month: number, day: number): string => new Date(Date.UTC(2026, month - 1, day, 8)).toISOString();

let count = 0;
const idea = (tail: string, when: string, fields: object = {}) =>
  ({
    _id: 'idea:' + id(tail),
    _rev: '1-a',
    v: 1,
    by: ANNA,
    at: when,
    title: 'Idé ' + tail,
    need: '',
    proposal: '',
    ...fields
  }) as Idea;
const around = <D>(kind: string, of: string, when: string, fields: object): D =>
  ({
    _id: `${kind}:${id(of)}:${id(String(++count))}`,
    _rev: '1-a',
    v: 1,
    idea: 'idea:' + id(of),
    by: COACH,
    at: when,
    ...fields
  }) as D;
const decision = (of: string, to: Stage, when: string, fields: object = {}) =>
  around<Decision>('decision', of, when, { from: 'ny', to, reason: 'x', follows: [], ...fields });
const comment = (of: string, when: string, fields: object = {}) =>
  around<Comment>('comment', of, when, { text: 'Hej', ...fields });

let store: Store;
beforeEach(() => {
  store = openStore(ANNA, { now: () => NOW, sizes: { rowsAPack: 2, entriesAPage: 3 } });
});
afterEach(async () => {
  store.close();
  await deleteStore(ANNA);
});

describe('what is counted of the ideas on a device', () => {
  const unit = 'unit:' + id('A');
  const first = decision('7', 'bedoms', at(11, 2));
  const planned = around<Benefit>('benefit', '7', at(11, 7), {
    state: 'planned',
    hours: { amount: 100, per: 'year' },
    on: '2027-01-01'
  });
  const documents = {
    ideas: [
      idea('1', at(10, 1)),
      idea('2', at(10, 2), { unit, answerBy: '2026-10-09' }),
      idea('3', at(10, 3), { answerBy: '2026-10-14' }),
      idea('4', at(10, 5), { answerBy: '2026-10-14' }),
      idea('5', at(10, 6), { retracted: { by: ANNA, at: at(10, 7) } }),
      idea('6', at(10, 8)),
      idea('7', at(10, 9)),
      idea('8', at(10, 10), { unit })
    ],
    decisions: [
      // The clock stands still until the author has said something.
      decision('3', 'komplettering', at(10, 7)),
      decision('4', 'komplettering', at(10, 7)),
      decision('5', 'avslutad', at(10, 8)),
      decision('6', 'sammanslagen', at(10, 12), { into: 'idea:' + id('1') }),
      first,
      decision('7', 'infors', at(11, 5), { follows: [first._id] }),
      decision('7', 'avslutad', at(11, 6), { follows: [first._id], withdrawn: { by: COACH, at: at(11, 7) } })
    ],
    comments: [
      comment('2', at(10, 8), { answer: true }),
      comment('3', at(10, 20), { by: ANNA }),
      comment('1', at(11, 1), { answer: true, retracted: { by: COACH, at: at(11, 2) } })
    ],
    referrals: [around<Referral>('referral', '8', at(10, 11), { unit: 'unit:' + id('B'), reason: 'x' })],
    benefits: [
      planned,
      around<Benefit>('benefit', '7', at(11, 8), {
        state: 'planned',
        hours: { amount: 60, per: 'year' },
        on: '2027-01-01',
        replaces: planned._id
      }),
      around<Benefit>('benefit', '7', at(11, 20), {
        state: 'reached',
        hours: { amount: 4, per: 'month' },
        kronor: { amount: 3000, per: 'once' },
        how: 'measured',
        on: '2026-11-20'
      })
    ]
  };

  test('is what a slow count finds in the documents, whatever they came in', async () => {
    await store.sync.apply(SPACE, [...documents.decisions, ...documents.comments]);
    await store.sync.apply(SPACE, [...documents.ideas, ...documents.referrals, ...documents.benefits]);
    await store.sync.apply('trollhattan', [idea('9', at(10, 1))]);
    const {
      view: _view,
      benefit,
      ...counted
    } = overviewOf(await ideaFacts(store.db, await storedFacts(store.db, SPACE)), VIEW);
    const { benefit: slowBenefit, ...slow } = countedSlowly(documents, { ...VIEW, now: NOW, answerDays: 10 });
    expect({ ...counted, units: new Set(counted.units) }).toEqual({ ...slow, units: new Set(slow.units) });
    expect(benefit).toMatchObject(slowBenefit);
    expect(benefit.hours).toMatchObject({ planned: { yearly: 60 }, reached: { yearly: 48 } });
    expect(counted.now).toEqual({ waiting: 3, overdue: 3, introducedThisYear: 1 });
  });

  test('is kept on the device where it is much, brought up to date by what changed, and gone with the space', async () => {
    const tail = (number: number): string => 'M' + String(number).padStart(6, '0');
    const ideas = Array.from({ length: 450 }, (_, number) => idea(tail(number), at(10, 1 + (number % 20))));
    // Each stands alone, as one does that has changed since it came.
    const decisions = ideas.map((_, number) => decision(tail(number), 'mottagen', at(10, 25)));
    await store.sync.apply(SPACE, [...ideas, ...decisions]);
    const first = await storedFacts(store.db, SPACE);
    const fresh = await ideaFacts(store.db, first);
    expect(fresh.filter((each) => each.visits.length === 2)).toHaveLength(450);
    await storeFacts(store.db, first);

    const later = decision(tail(7), 'bedoms', at(11, 2), { follows: [decisions[7]!._id] });
    const taken = { ...ideas[8]!, _rev: '2-a', retracted: { by: ANNA, at: at(11, 3) } } as Idea;
    await store.sync.apply(SPACE, [later, taken]);
    const kept = await storedFacts(store.db, SPACE);
    expect(kept.byKey.size).toBe(450);
    const now = await ideaFacts(store.db, kept);
    // What was kept was used: two were read.
    expect(kept.news).toBe(2);
    const anew = await ideaFacts(store.db, { space: SPACE, days: undefined, byKey: new Map(), news: 0 });
    const sorted = (facts: typeof now) => [...facts].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(sorted(now)).toEqual(sorted(anew));
    expect(now).toHaveLength(449);
    expect(now.find((each) => each.id === ideas[7]!._id)?.visits).toHaveLength(3);

    await store.sync.leave(SPACE);
    expect((await storedFacts(store.db, SPACE)).byKey.size).toBe(0);
  });

  test('has another mark when an idea, or anything about it, has changed', async () => {
    await store.sync.apply(SPACE, documents.ideas);
    const before = await overviewMark(store.db, SPACE);
    expect(await overviewMark(store.db, SPACE)).toBe(before);
    await store.sync.apply(SPACE, [first]);
    const decided = await overviewMark(store.db, SPACE);
    expect(decided).not.toBe(before);
    await store.sync.apply(SPACE, [planned]);
    const planning = await overviewMark(store.db, SPACE);
    expect(planning).not.toBe(decided);
    const withdrawn: Benefit = { ...planned, _rev: '2-a', withdrawn: { by: COACH, at: NOW } };
    await store.sync.apply(SPACE, [withdrawn]);
    expect(await overviewMark(store.db, SPACE)).not.toBe(planning);
  });
});
