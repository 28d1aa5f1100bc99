import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Envelope } from '#lib/domain/kind.ts';
import { deleteStore, openStore, type Store } from './store.ts';

const id = (tail: string): string => tail.padStart(26, '0');
const [ANNA, COACH] = [id('ANNA'), id('C0ACH')];
const AT = '2026-11-23T08:00:00.000Z';
const [HOME, LEADERSHIP] = ['uddevalla', 'uddevalla-ledning'];
const mark = { by: COACH, at: AT };
const set = (tail: string, name: string) => ({ _id: 'criteriaset:' + id(tail), _rev: '1-a', v: 1, name, edited: mark });
const criterion = (of: string, tail: string, order: number) => ({
  _id: `criterion:${id(of)}:${id(tail)}`,
  _rev: '1-a',
  v: 1,
  set: 'criteriaset:' + id(of),
  name: 'Kriterium ' + tail,
  explanation: '',
  weight: 3,
  axis: 'effect',
  order,
  edited: mark
});
const round = (tail: string, at: string) => ({
  _id: 'round:' + id(tail),
  _rev: '1-a',
  v: 1,
  name: 'Omgång ' + tail,
  by: COACH,
  at,
  ideas: ['idea:' + id('A')],
  assessors: [COACH]
});
const idea = (tail: string, fields: object = {}) => ({
  _id: 'idea:' + id(tail),
  _rev: '1-a',
  v: 1,
  by: ANNA,
  at: AT,
  title: 'Idé ' + tail,
  need: '',
  proposal: '',
  ...fields
});
const decided = (of: string, to: string) => ({
  _id: `decision:${id(of)}:${id('D' + of)}`,
  _rev: '1-a',
  v: 1,
  idea: 'idea:' + id(of),
  by: COACH,
  at: AT,
  from: 'ny',
  to,
  reason: 'x',
  follows: []
});

let store: Store;
const apply = (space: string, ...documents: object[]) => store.sync.apply(space, documents as Envelope[]);
beforeEach(() => {
  store = openStore(COACH, { now: () => AT });
});
afterEach(async () => {
  store.close();
  await deleteStore(COACH);
});

describe('what a leadership’s space holds about assessment', () => {
  test('is in order: rounds newest first, sets by name, criteria as they are asked', async () => {
    await apply(
      LEADERSHIP,
      set('2', 'Ö'),
      set('1', 'A'),
      criterion('1', '8', 2),
      criterion('1', '9', 1),
      round('5', AT),
      round('4', '2026-11-24T08:00:00.000Z'),
      { _id: 'person:' + COACH, _rev: '1-a', v: 1, name: 'Karin' }
    );
    await apply('trollhattan-ledning', set('3', 'Annans'), round('6', AT));
    const room = await store.assessmentRoom(LEADERSHIP);
    expect(room.rounds.map(({ name }) => name)).toEqual(['Omgång 4', 'Omgång 5']);
    expect(room.sets.map(({ document, criteria }) => [document.name, criteria.map(({ name }) => name)])).toEqual([
      ['A', ['Kriterium 9', 'Kriterium 8']],
      ['Ö', []]
    ]);
    expect(room.people).toEqual([{ id: COACH, name: 'Karin' }]);
    expect(room.statuses).toEqual({});
  });

  test('finds the ideas where they stand, which is in the municipality’s own space', async () => {
    await apply(
      HOME,
      idea('A'),
      idea('B'),
      idea('C'),
      idea('D', { retracted: { by: ANNA, at: AT } }),
      idea('E'),
      decided('B', 'bedoms'),
      decided('C', 'avslutad'),
      decided('E', 'mottagen')
    );
    const found = await store.assessedIdeas(LEADERSHIP, ['idea:' + id('A'), 'idea:' + id('Z')]);
    expect([...found.keys()]).toEqual(['idea:' + id('A')]);
    const assessable = await store.assessable(LEADERSHIP);
    expect(assessable.map(({ document }) => document.title)).toEqual(['Idé B', 'Idé E', 'Idé A']);
    expect(await store.assessable('trollhattan-ledning')).toEqual([]);
  });

  test('waits under the name of the idea it is about', async () => {
    await apply(HOME, idea('A'));
    const document = {
      _id: `assessment:${id('A')}:${COACH}`,
      v: 1,
      idea: 'idea:' + id('A'),
      by: COACH,
      scores: {},
      submitted: {}
    };
    await store.accept({ space: LEADERSHIP, documents: [{ document }] });
    expect((await store.outbox()).map(({ title, space }) => [title, space])).toEqual([['Idé A', LEADERSHIP]]);
    expect((await store.assessmentRoom(LEADERSHIP)).statuses).toEqual({ [document._id]: 'saved' });
  });
});
