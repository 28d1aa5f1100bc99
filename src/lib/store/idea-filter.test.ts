import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Filter } from '#lib/domain/find/filter.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { firstMinuteOf } from './idea-filter.ts';
import { renewDirectory } from './renewal.ts';
import { openStore, type Store } from './store.ts';

const ME = 'P'.repeat(26);
const OTHER = 'Q'.repeat(26);
const SPACE = 'uddevalla';
const AT = '2026-03-10T08:00:00.000Z';
const id = (tail: string): string => tail.padStart(26, '0');

let store: Store;
let opened: { indexedDB: IDBFactory; IDBKeyRange: typeof globalThis.IDBKeyRange };
beforeEach(() => {
  opened = {
    indexedDB: new IDBFactory(),
    IDBKeyRange: IDBKeyRange as unknown as typeof globalThis.IDBKeyRange
  };
  const sizes = { rowsAPack: 2, entriesAPage: 3 };
  store = openStore(ME, { now: () => '2026-06-01T08:00:00.000Z', sizes, ...opened });
});
afterEach(() => store.close());

const put = (...documents: object[]): Promise<unknown> =>
  store.sync.apply(
    SPACE,
    documents.map((each) => ({ _rev: '1-a', v: 1, by: OTHER, at: AT, ...each })) as unknown as Envelope[]
  );
const idea = (tail: string, fields: object = {}) => ({
  _id: 'idea:' + id(tail),
  title: tail,
  need: '',
  proposal: '',
  ...fields
});
const about = (kind: string, of: string, last: string, fields: object) => ({
  _id: `${kind}:${id(of)}:${last.length === 26 ? last : id(last)}`,
  idea: 'idea:' + id(of),
  ...fields
});
const decided = (of: string, from: string, to: string, more: object = {}) =>
  about('decision', of, 'D' + of, { from, to, reason: 'Därför.', ...more });

async function left(filter: Filter, answersIn?: string): Promise<string> {
  const { keys, closed } = await store.filteredIdeas(filter, { today: '2026-06-01', answersIn });
  return (
    keys
      .map((key) => key.slice(-1))
      .sort()
      .join('') + (closed === 0 ? '' : ` (${closed})`)
  );
}

describe('a filter leaves', () => {
  test('out what is closed or merged, says how many are closed, and gives them to whoever asks', async () => {
    await put(idea('1'), idea('2'), idea('3'), idea('4'));
    await put(decided('2', 'ny', 'avslutad'), decided('3', 'ny', 'sammanslagen', { into: 'idea:' + id('1') }));
    expect(await left({})).toBe('14 (1)');
    expect(await left({ all: true })).toBe('1234');
    expect(await left({ stage: 'avslutad' })).toBe('2');
    expect(await left({ stage: 'sammanslagen' })).toBe('3');
    // Two who decided apart: somebody has to choose.
    await put(
      decided('4', 'ny', 'avslutad', { follows: [] }),
      about('decision', '4', 'E', {
        from: 'ny',
        to: 'bedoms',
        reason: 'Nej.',
        at: '2026-03-09T08:00:00.000Z',
        follows: []
      })
    );
    expect(await left({})).toBe('14 (1)');
    expect(await left({ waits: true }, SPACE)).toBe('14');
  });

  test('what is of a unit, a category, a challenge, with a picture, all at once', async () => {
    const unit = 'unit:' + id('7');
    const challenge = 'challenge:' + id('8');
    await put(idea('1', { unit, category: 'digitalt', challenge }), idea('2', { unit }), idea('3', { challenge }));
    await put({ _id: 'photo:' + id('9'), idea: 'idea:' + id('2'), width: 10, height: 10 });
    expect(await left({ unit })).toBe('12');
    expect(await left({ challenge })).toBe('13');
    expect(await left({ picture: true })).toBe('2');
    expect(await left({ unit, category: 'digitalt', challenge })).toBe('1');
    expect(await left({ unit, picture: true, category: 'digitalt' })).toBe('');
  });

  test('one’s own, what one supports and what one follows, where it lives on too', async () => {
    await put(idea('1', { by: ME }), idea('2'), idea('3'), idea('4'), idea('5'));
    const given = (state: boolean) => ({ by: ME, state: { given: state, at: AT } });
    await put(
      about('support', '2', ME, given(true)),
      about('support', '3', ME, given(false)),
      about('support', '4', OTHER, { by: OTHER, state: { given: true, at: AT } }),
      about('follow', '2', ME, given(true)),
      about('follow', '4', ME, given(true))
    );
    expect(await left({ me: ['author'] })).toBe('1');
    expect(await left({ me: ['supported'] })).toBe('2');
    expect(await left({ me: ['followed'] })).toBe('24');
    expect(await left({ me: ['supported', 'followed'] })).toBe('2');
    await put(decided('2', 'ny', 'sammanslagen', { into: 'idea:' + id('5') }));
    expect(await left({ me: ['supported'] })).toBe('5');
  });

  test('what waits on whoever looks, and what is overdue', async () => {
    await put(
      idea('1', { answerBy: '2026-05-01' }),
      idea('2', { answerBy: '2026-07-01' }),
      idea('3', { by: ME }),
      idea('4')
    );
    await put(decided('3', 'ny', 'komplettering'), decided('4', 'ny', 'vilande'));
    expect(await left({ waits: true })).toBe('3');
    expect(await left({ waits: true }, SPACE)).toBe('123');
    expect(await left({ waits: true }, 'trollhattan')).toBe('3');
    expect(await left({ overdue: true })).toBe('1');
    expect(await left({ overdue: true, waits: true }, SPACE)).toBe('1');
  });

  test('what was left in a period, by Swedish days', async () => {
    await put(
      idea('1', { at: '2026-03-31T21:59:00.000Z' }),
      idea('2', { at: '2026-03-31T22:00:00.000Z' }),
      idea('3', { at: '2026-12-31T22:59:00.000Z' }),
      idea('4', { at: '2026-12-31T23:00:00.000Z' })
    );
    expect(await left({ from: '2026-04-01' })).toBe('234');
    expect(await left({ to: '2026-03-31' })).toBe('1');
    expect(await left({ from: '2026-04-01', to: '2026-12-31' })).toBe('23');
    expect(firstMinuteOf('1970-01-02')).toBe(23 * 60);
  });
});

test('entries that an older app made tell it too, once they are renewed', async () => {
  await put(...['1', '2', '3'].map((tail) => idea(tail)));
  await put({ _id: 'photo:' + id('9'), idea: 'idea:' + id('2'), width: 10, height: 10 });
  await store.db.directory.toCollection().modify((page: { json: string }) => {
    page.json = page.json.replace(/,"(photo|left)":[^,]+(?=,)/g, '');
  });
  const older = openStore(ME, { sizes: { rowsAPack: 2, entriesAPage: 3 }, ...opened });
  const seen = async () => [
    (await older.filteredIdeas({ picture: true }, { today: '2026-06-01' })).keys.length,
    (await older.filteredIdeas({ from: '2026-03-10' }, { today: '2026-06-01' })).keys.length
  ];
  expect(await seen()).toEqual([0, 0]);
  await older.db.transaction('rw', older.db.tables, async (transaction) => renewDirectory(transaction));
  older.close();
  store = openStore(ME, { sizes: { rowsAPack: 2, entriesAPage: 3 }, ...opened });
  expect(await left({ picture: true })).toBe('2');
  expect(await left({ from: '2026-03-10', to: '2026-03-10' })).toBe('123');
});

test('views are one’s own and everybody’s, by name, without those that are withdrawn', async () => {
  const view = (tail: string, fields: object) => ({ _id: 'view:' + id(tail), filter: {}, ...fields });
  await put(
    view('1', { name: 'Å', by: ME }),
    view('2', { name: 'Annans', by: OTHER }),
    view('3', { name: 'Allas', by: OTHER, shared: true }),
    view('4', { name: 'Borta', by: ME, withdrawn: { by: ME, at: AT } })
  );
  expect((await store.views()).map(({ document }) => document.name)).toEqual(['Allas', 'Å']);
});
