import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Stage } from '#lib/domain/ideas/stages.ts';
import { SETTINGS_ID } from '#lib/domain/people/settings.ts';
import { deleteStore, openStore, type Store } from './store.ts';

const id = (tail: string): string => tail.padStart(26, '0');
const [ANNA, COACH] = [id('ANNA'), id('C0ACH')];
const NOW = '2026-11-23T12:00:00.000Z';
const at = (day: number, hour = 8): string => new Date(Date.UTC(2026, 10, day, hour)).toISOString();
const idea = (tail: string, fields: object = {}) =>
  ({
    _id: 'idea:' + id(tail),
    _rev: '1-a',
    v: 1,
    by: ANNA,
    at: at(20),
    title: 'Idé ' + tail,
    need: '',
    proposal: '',
    ...fields
  }) as never;
let count = 0;
const decision = (of: string, to: Stage, when: string, fields: object = {}) =>
  ({
    _id: `decision:${id(of)}:${id(String(++count))}`,
    _rev: '1-a',
    v: 1,
    idea: 'idea:' + id(of),
    by: COACH,
    at: when,
    from: 'ny',
    to,
    reason: 'x',
    follows: [],
    ...fields
  }) as never;
const merge = (of: string, into: string, when: string, fields: object = {}) =>
  decision(of, 'sammanslagen', when, { into: 'idea:' + id(into), ...fields });
const support = (of: string, by: string) =>
  ({
    _id: `support:${id(of)}:${id(by)}`,
    _rev: '1-a',
    v: 1,
    idea: 'idea:' + id(of),
    by: id(by),
    state: { given: true, at: at(21) }
  }) as never;
const comment = (of: string, by: string, fields: object = {}) =>
  ({
    _id: `comment:${id(of)}:${id(String(++count))}`,
    _rev: '1-a',
    v: 1,
    idea: 'idea:' + id(of),
    by,
    at: at(21),
    text: 'Hej',
    ...fields
  }) as never;

let store: Store;
beforeEach(() => (store = openStore(ANNA, { now: () => NOW })));
afterEach(async () => {
  store.close();
  await deleteStore(ANNA);
});
const apply = (...documents: never[]) =>
  store.sync.apply('uddevalla', documents, { epoch: 'e', reached: '1', compared: NOW });
const row = async (tail: string) => (await store.ideaView(id(tail)))!.row;

describe('what waits for an answer', () => {
  test('stands in the order it was promised, without what is answered, taken back or asked about', async () => {
    await apply(
      idea('1', { answerBy: '2026-12-04' }),
      idea('2', { answerBy: '2026-12-01' }),
      idea('3'),
      idea('4', { retracted: { by: ANNA, at: at(21) } }),
      idea('5'),
      decision('3', 'bedoms', at(21)),
      decision('5', 'komplettering', at(21)),
      comment('2', ANNA)
    );
    const { waiting, asked, disputed } = await store.inbox('uddevalla');
    expect(waiting.map((each) => each.document.title)).toEqual(['Idé 2', 'Idé 1']);
    expect(asked.map((each) => each.document.title)).toEqual(['Idé 5']);
    expect(disputed).toEqual([]);
    expect(await row('3')).toMatchObject({ answeredAt: at(21), handler: COACH });
    expect(await store.waitingCount('uddevalla', '2026-12-02')).toEqual({ waiting: 2, overdue: 1 });
  });

  test('an answer takes it out, and taking the answer back puts it there again', async () => {
    const answer = comment('1', COACH, { answer: true }) as { _id: string };
    await apply(idea('1'), answer as never);
    expect((await store.inbox('uddevalla')).waiting).toEqual([]);
    await apply({ ...answer, _rev: '2-b', retracted: { by: COACH, at: at(22) } } as never);
    expect((await store.inbox('uddevalla')).waiting).toHaveLength(1);
  });

  test('an idea that carries no day follows the municipality’s own number of days', async () => {
    await apply({ _id: SETTINGS_ID, _rev: '1-a', v: 1, answerDays: 2 } as never, idea('1'), comment('1', ANNA));
    expect((await row('1')).due).toBe('2026-11-24');
  });

  test('two decisions that knew nothing of each other ask for a person, until one follows both', async () => {
    const [one, other] = [decision('1', 'bedoms', at(21)), decision('1', 'avslutad', at(22))] as { _id: string }[];
    await apply(idea('1'), one as never, other as never);
    expect((await store.inbox('uddevalla')).disputed).toHaveLength(1);
    expect(await row('1')).toMatchObject({ stage: 'avslutad', disputed: true });
    await apply(decision('1', 'bedoms', at(20), { follows: [one!._id, other!._id] }));
    expect(await row('1')).toMatchObject({ stage: 'bedoms' });
    expect((await store.inbox('uddevalla')).disputed).toEqual([]);
  });

  test('a referral moves it to another unit until it is withdrawn', async () => {
    const referral = {
      _id: `referral:${id('1')}:${id('8')}`,
      _rev: '1-a',
      v: 1,
      idea: 'idea:' + id('1'),
      by: COACH,
      at: at(21),
      unit: 'unit:' + id('9'),
      reason: 'x'
    };
    await apply(idea('1'), referral as never);
    expect((await row('1')).unit).toBe('unit:' + id('9'));
    await apply({ ...referral, _rev: '2-b', withdrawn: { by: COACH, at: at(22) } } as never);
    expect((await row('1')).unit).toBe('');
  });
});

describe('ideas that are merged', () => {
  test('the one that lives on has the supporters and comments of both, each person once', async () => {
    await apply(
      idea('1'),
      idea('2'),
      support('1', 'A'),
      support('1', 'B'),
      support('2', 'B'),
      support('2', 'C'),
      comment('1', ANNA)
    );
    await apply(merge('1', '2', at(22)));
    expect(await row('2')).toMatchObject({ supports: 3, comments: 1, merged: ['idea:' + id('1')] });
    expect(await row('1')).toMatchObject({ stage: 'sammanslagen', into: 'idea:' + id('2') });
    const view = (await store.ideaView(id('2')))!;
    expect([view.supports.length, view.comments.length, view.merged.map((each) => each.id)]).toEqual([
      4,
      1,
      ['idea:' + id('1')]
    ]);
    expect((await store.ideaIds({})).length).toBe(1);
    expect((await store.ideaIds({ stage: 'sammanslagen' })).length).toBe(1);
  });

  test('what is given to a merged one later counts where it lives on, through as many merges as there are', async () => {
    await apply(idea('1'), idea('2'), idea('3'), merge('1', '2', at(21)), merge('2', '3', at(22)));
    await apply(support('1', 'A'));
    expect((await row('3')).supports).toBe(1);
    expect((await store.ideaView(id('1')))?.survivor?.id).toBe('idea:' + id('3'));
  });

  test('undone, both stand as they stood', async () => {
    const merged = merge('1', '2', at(22)) as { _id: string };
    await apply(idea('1'), idea('2'), support('1', 'A'), merged as never);
    await apply({ ...merged, _rev: '2-b', withdrawn: { by: COACH, at: at(23) } } as never);
    expect(await row('1')).toMatchObject({ stage: 'ny', supports: 1 });
    expect((await row('1')).into).toBeUndefined();
    expect(await row('2')).toMatchObject({ supports: 0 });
    expect((await row('2')).merged).toBeUndefined();
  });

  test('the one that lives on may come last of all', async () => {
    await apply(idea('1'), merge('1', '2', at(21)), support('1', 'A'));
    await apply(idea('2'));
    expect((await row('2')).supports).toBe(1);
  });

  test('two merged into each other at once leave one, and a merge that comes before its ideas waits for them', async () => {
    await apply(merge('2', '1', at(22)), merge('1', '2', at(21)), support('2', 'A'));
    await apply(idea('1'), idea('2'));
    expect((await store.ideaIds({})).map((key) => key.slice(-1))).toEqual(['1']);
    expect((await row('1')).supports).toBe(1);
  });
});

test('two names of a unit that meet are kept, the losing one in its writer’s name', async () => {
  const unit = { _id: 'unit:' + id('7'), v: 1, name: 'Centrum' };
  await apply({ ...unit, _rev: '1-a' } as never);
  const previous = { ...unit, _rev: '1-a' };
  await store.accept({
    space: 'uddevalla',
    documents: [{ document: { ...previous, name: 'Mitt' } as never, previous }]
  });
  await apply({ ...unit, _rev: '2-b', name: 'Norra' } as never);
  const kept = (await store.outbox()).map((entry) => entry.document);
  expect(kept).toMatchObject([{ of: unit._id, text: 'Mitt', by: ANNA }]);
});

describe('the board', () => {
  test('has a column for each stage with its count and ages, longest there first', async () => {
    await apply(idea('1', { at: at(19) }), idea('2'), idea('3'), decision('3', 'vilande', at(21)));
    const columns = await store.board('uddevalla', {}, 10);
    expect(columns.find((column) => column.stage === 'ny')).toMatchObject({
      count: 2,
      since: { first: at(19), mean: at(19, 20) },
      rows: [{ id: 'idea:' + id('1') }, { id: 'idea:' + id('2') }]
    });
    expect(columns.find((column) => column.stage === 'vilande')).toMatchObject({ count: 1, since: { first: at(21) } });
    expect(columns.find((column) => column.stage === 'testas')).toEqual({
      stage: 'testas',
      count: 0,
      since: undefined,
      rows: []
    });
  });

  test('shows those that have waited longest, whatever was said about the others last', async () => {
    await apply(idea('1', { at: at(19) }), idea('2', { at: at(20) }), idea('3', { at: at(18) }), comment('2', ANNA));
    const [fresh] = await store.board('uddevalla', {}, 2);
    expect(fresh).toMatchObject({ count: 3, rows: [{ id: 'idea:' + id('3') }, { id: 'idea:' + id('1') }] });
  });

  test('has those that were merged among the merged, and shows one unit', async () => {
    const unit = 'unit:' + id('9');
    await apply(idea('1'), idea('2', { unit }), merge('1', '2', at(22)));
    const counts = async (filter: { unit?: string }) =>
      (await store.board('uddevalla', filter, 10)).filter((each) => each.count > 0).map((each) => each.stage);
    expect(await counts({})).toEqual(['ny', 'sammanslagen']);
    expect(await counts({ unit })).toEqual(['ny']);
  });
});
