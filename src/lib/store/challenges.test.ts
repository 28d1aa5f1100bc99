import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deleteStore, openStore, type Store } from './store.ts';

const id = (tail: string): string => tail.padStart(26, '0');
const [ANNA, ALIAS, COACH] = [id('ANNA'), id('A11AS'), id('C0ACH')];
const AT = '2026-11-23T08:00:00.000Z';
const LATER = '2026-11-24T08:00:00.000Z';
const CHALLENGE = 'challenge:' + id('CA1');
const OTHER = 'challenge:' + id('CA2');
const document = (fields: object) => ({ _rev: '1-a', v: 1, at: AT, by: COACH, ...fields }) as never;
const challenge = (fields: object = {}) =>
  document({ _id: CHALLENGE, title: 'Nätter', text: 'Hur?', opens: '2026-11-23', closes: '2026-12-18', ...fields });
const idea = (tail: string, fields: object = {}) =>
  document({ _id: 'idea:' + id(tail), title: 'Idé ' + tail, need: '', proposal: '', challenge: CHALLENGE, ...fields });
const mark = { by: COACH, at: LATER };
const TOLD = { result: 'Vi provar två.', resultAt: mark, closed: mark };

let store: Store;
const has = (...documents: never[]) => store.sync.apply('uddevalla', documents);

beforeEach(() => {
  store = openStore(ANNA, { now: () => LATER });
});
afterEach(async () => {
  store.close();
  await deleteStore(ANNA);
});

describe('a challenge', () => {
  test('has its ideas, its own questions in their order, its last picture and what waits of it', async () => {
    await has(
      challenge(),
      challenge({ _id: OTHER, closes: '2026-12-01' }),
      idea('1'),
      idea('2', { challenge: OTHER }),
      idea('3', { challenge: undefined }),
      document({ _id: 'picture:' + id('P1'), challenge: CHALLENGE, width: 4, height: 3 }),
      document({ _id: 'picture:' + id('P2'), challenge: CHALLENGE, width: 4, height: 3, at: LATER }),
      document({ _id: 'field:' + id('F1'), label: 'Sist', type: 'text', order: 20, challenge: CHALLENGE }),
      document({ _id: 'field:' + id('F2'), label: 'Först', type: 'text', order: 10, challenge: CHALLENGE }),
      document({ _id: 'field:' + id('F3'), label: 'Allas', type: 'text', order: 5 })
    );
    expect((await store.challenges()).map((each) => [each.id, each.count])).toEqual([
      [OTHER, 1],
      [CHALLENGE, 1]
    ]);
    const view = (await store.challengeView(id('CA1')))!;
    expect(view.ideas.map((row) => row.document.title)).toEqual(['Idé 1']);
    expect(view.fields.map((field) => field.label)).toEqual(['Först', 'Sist']);
    expect(view.picture?._id).toBe('picture:' + id('P2'));
    expect(view.status).toBe('confirmed');
    expect(await store.challengeView(id('CA9'))).toBeUndefined();

    const next = { ...view.document, title: 'Lugna nätter', edited: { by: ANNA, at: LATER } };
    await store.accept({ space: 'uddevalla', documents: [{ document: next, previous: view.document }] });
    expect(await store.challengeView(CHALLENGE)).toMatchObject({
      status: 'saved',
      document: { title: 'Lugna nätter' }
    });
    expect((await store.outbox()).map((entry) => entry.title)).toEqual(['Lugna nätter']);
  });

  test('an idea that is tied to it later is found under it, and one that is let go is not', async () => {
    await has(challenge(), idea('1', { challenge: undefined }), idea('2'));
    await has(idea('1', { _rev: '2-b' }), idea('2', { _rev: '2-b', challenge: undefined }));
    const view = (await store.challengeView(CHALLENGE))!;
    expect(view.ideas.map((row) => row.id)).toEqual(['idea:' + id('1')]);
  });

  test('is told of to authors, under an alias too, co-authors, supporters and those who said something, and to no others', async () => {
    const results = async () => (await store.challengeResults()).map((each) => each.id);
    const support = (of: string, given: boolean) =>
      document({
        _id: `support:${id(of)}:${ANNA}`,
        idea: 'idea:' + id(of),
        by: ANNA,
        state: { given, at: AT },
        at: undefined
      });
    const comment = (of: string, fields: object = {}) =>
      document({ _id: `comment:${id(of)}:${id('K')}`, idea: 'idea:' + id(of), by: ANNA, text: 'Bra', ...fields });
    const of = (tail: string) => 'challenge:' + id(tail);
    await has(
      ...['CB1', 'CB2', 'CB3', 'CB4', 'CB5', 'CB6', 'CB7', 'CB8'].map((tail, index) =>
        challenge({ _id: of(tail), ...TOLD, resultAt: { by: COACH, at: `2026-11-2${index}T08:00:00.000Z` } })
      ),
      challenge({ _id: of('CB9') }),
      idea('1', { challenge: of('CB1'), by: ANNA }),
      idea('2', { challenge: of('CB2'), by: ALIAS, hidden: true }),
      idea('3', { challenge: of('CB3'), coauthors: [ANNA] }),
      idea('4', { challenge: of('CB4') }),
      support('4', true),
      idea('5', { challenge: of('CB5') }),
      support('5', false),
      idea('6', { challenge: of('CB6') }),
      comment('6'),
      idea('7', { challenge: of('CB7') }),
      comment('7', { retracted: mark }),
      idea('8', { challenge: of('CB8') }),
      idea('9', { challenge: of('CB9'), by: ANNA })
    );
    expect(await results()).toEqual(['CB6', 'CB4', 'CB3', 'CB1'].map(of));
    await store.sync.knowIdentities([ALIAS]);
    // Which rows are one's own is known as they come; this one comes again.
    await has(
      idea('2', { challenge: of('CB2'), by: ALIAS, hidden: true, _rev: '2-b', edited: { by: ALIAS, at: LATER } })
    );
    expect(await results()).toContain(of('CB2'));
  });
});

test('answers are an idea’s own, in its space', async () => {
  const answer = (of: string, value: string) =>
    document({ _id: `fieldvalue:${id(of)}:${id('F1')}`, idea: 'idea:' + id(of), field: 'field:' + id('F1'), value });
  await has(answer('1', 'Varje dag'), answer('2', 'Aldrig'));
  await store.sync.apply('fyrbodal', [answer('1', 'Någon annanstans')]);
  expect((await store.answers('uddevalla', 'idea:' + id('1'))).map(({ value }) => value)).toEqual(['Varje dag']);
  // Two devices of one person's: what lost stands beside, until it is settled.
  const of = `fieldvalue:${id('1')}:${id('F1')}`;
  const lost = { of, field: 'value', text: 'Varje natt', by: ANNA, owner: ANNA };
  await has(
    document({ ...lost, _id: `variant:${of}:a` }),
    document({ ...lost, _id: `variant:${of}:b`, resolved: mark })
  );
  const [answered] = await store.answers('uddevalla', 'idea:' + id('1'));
  expect(answered!.versions.map(({ _id }) => _id)).toEqual([`variant:${of}:a`]);
});

test('a list shows one category', async () => {
  const own = 'category:' + id('CAT');
  await has(idea('1', { category: own }), idea('2', { category: 'halsa' }), idea('3'));
  expect(await store.ideaIds({ category: own })).toEqual(['uddevalla/idea:' + id('1')]);
  expect(await store.ideaIds({})).toHaveLength(3);
  await has(document({ _id: own, name: 'Natt', at: undefined, by: undefined }));
  expect((await store.categories()).map((each) => [each.space, each.document.name])).toEqual([['uddevalla', 'Natt']]);
});
