import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deleteStore, openStore, type Store } from './store.ts';

const id = (tail: string): string => tail.padStart(26, '0');
const [ANNA, MANAGER, COACH] = [id('ANNA'), id('D1'), id('C0ACH')];
const TODAY = '2026-11-24';
const ago = (days: number): string => new Date(Date.parse(TODAY + 'T09:00:00.000Z') - days * 86_400_000).toISOString();
const UNIT = 'unit:' + id('NNN');
let made = 0;
const document = (fields: object) => ({ _rev: '1-a', v: 1, at: ago(200), by: COACH, ...fields }) as never;
const idea = (tail: string, fields: object = {}) =>
  document({ _id: 'idea:' + id(tail), title: 'Idé ' + tail, need: '', proposal: '', unit: UNIT, ...fields });
const decided = (tail: string, to: string, days: number, fields: object = {}) =>
  document({
    _id: `decision:${id(tail)}:${id('E' + String(++made).padStart(3, '0'))}`,
    idea: 'idea:' + id(tail),
    by: MANAGER,
    at: ago(days),
    from: 'testas',
    to,
    reason: 'Ja.',
    ...fields
  });
const said = (tail: string, fields: object = {}) =>
  document({
    _id: `benefit:${id(tail)}:${id('B' + String(++made).padStart(3, '0'))}`,
    idea: 'idea:' + id(tail),
    state: 'reached',
    on: TODAY,
    how: 'measured',
    ...fields
  });

let store: Store;
const has = (...documents: never[]) => store.sync.apply('uddevalla', documents);

beforeEach(() => {
  store = openStore(ANNA, { now: () => ago(0) });
});
afterEach(async () => {
  store.close();
  await deleteStore(ANNA);
});

describe('the benefit of a municipality’s ideas', () => {
  test('is told of those that are introduced, and those that something is said of', async () => {
    await has(
      idea('1'),
      decided('1', 'infors', 100),
      said('1', { hours: { amount: 10, per: 'month' } }),
      idea('2'),
      said('2', { state: 'planned', how: undefined, hours: { amount: 5, per: 'year' } }),
      idea('3'),
      idea('4'),
      decided('4', 'i-drift', 20)
    );
    await store.sync.apply('fyrbodal', [idea('5'), said('5', { scale: 3 })]);
    const all = await store.benefits('uddevalla', TODAY);
    expect(all.map(({ idea: of, introduced, unit }) => [of.slice(-1), introduced, unit]).sort()).toEqual([
      ['1', '2026-08-16', UNIT],
      ['2', undefined, UNIT],
      ['4', '2026-11-04', UNIT]
    ]);
    const first = all.find((each) => each.idea.endsWith('1'))!;
    expect(first.reached.hours.yearly).toBe(120);
    expect(first.followUps.map(({ state }) => state)).toEqual(['due', 'coming', 'coming']);
  });

  test('is the same where decisions are read all at once', async () => {
    const many = Array.from({ length: 401 }, (_, index) => 'M' + index);
    await has(...many.flatMap((tail) => [idea(tail), decided(tail, 'infors', 100)]));
    const all = await store.benefits('uddevalla', TODAY);
    expect(all).toHaveLength(401);
    expect(all.every(({ introduced }) => introduced === '2026-08-16')).toBe(true);
  });
});

describe('who is reminded', () => {
  const introduced = () => [idea('1'), decided('1', 'infors', 100)] as const;
  const work = (person: string, answers: boolean) =>
    store.followUpWork(person, answers ? 'uddevalla' : undefined, TODAY);
  const asked = async (person: string, answers: boolean) =>
    (await work(person, answers)).asked.map(({ row, followUp }) => [row.id.slice(-1), followUp.months]);

  test('whoever introduced it, while it is asked', async () => {
    await has(...introduced(), idea('2'), decided('2', 'infors', 20));
    expect(await asked(MANAGER, true)).toEqual([['1', 3]]);
    expect(await asked(COACH, true)).toEqual([]);
    expect(await asked(MANAGER, false)).toEqual([]);
    await has(said('1', { followUp: 3, scale: 4 }));
    expect(await asked(MANAGER, true)).toEqual([]);
  });

  test('whoever the plan names, until they have told', async () => {
    await has(...introduced(), said('1', { state: 'planned', how: undefined, scale: 4, responsible: ANNA }));
    expect(await asked(MANAGER, true)).toEqual([]);
    expect(await asked(ANNA, false)).toEqual([['1', 3]]);
    await has(said('1', { by: ANNA, how: 'told', scale: 4 }));
    expect(await asked(ANNA, false)).toEqual([]);
    // Those who answer with numbers are asked for one.
    expect(await asked(ANNA, true)).toEqual([['1', 3]]);
  });

  test('the latest first and not all of it; what of others’ is late is counted', async () => {
    const days = [95, 98, 101, 104, 120, 125, 130];
    await has(...days.flatMap((ago, index) => [idea('K' + index), decided('K' + index, 'infors', ago)]));
    const { asked: first, more, late } = await work(MANAGER, true);
    expect(first.map(({ row }) => row.id.slice(-2))).toEqual(['K6', 'K5', 'K4', 'K3', 'K2']);
    expect([more, late]).toEqual([2, 0]);
    expect(await work(COACH, true)).toEqual({ asked: [], more: 0, late: 3 });
  });
});

test('an idea’s page has all that was said, and what waits of it', async () => {
  await has(idea('1'), decided('1', 'infors', 100), said('1', { scale: 2 }));
  const [before] = (await store.benefitView('uddevalla', 'idea:' + id('1'), TODAY)).benefits;
  const next = { ...(said('1', { scale: 4, at: ago(0), replaces: before!._id }) as object), _rev: undefined };
  const { _rev, ...fresh } = next;
  await store.accept({ space: 'uddevalla', documents: [{ document: fresh as never }] });
  const view = await store.benefitView('uddevalla', 'idea:' + id('1'), TODAY);
  expect(view.benefits.map(({ scale }) => scale)).toEqual([2, 4]);
  expect(view.standing.reached.scale).toBe(4);
  expect(Object.values(view.statuses)).toEqual(['saved']);
  expect(view.followUps).toHaveLength(3);
  expect((await store.outbox()).map(({ title }) => title)).toEqual(['Idé 1']);
});
