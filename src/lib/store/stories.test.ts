import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deleteStore, openStore, type Store } from './store.ts';

const id = (tail: string): string => tail.padStart(26, '0');
const [ANNA, COACH] = [id('ANNA'), id('C0ACH')];
const AT = '2026-11-23T08:00:00.000Z';
const LATER = '2026-11-24T08:00:00.000Z';
const IDEA = 'idea:' + id('1');
const idOf = (tail: string): string => `story:${id('1')}:${id(tail)}`;
const document = (fields: object) => ({ _rev: '1-a', v: 1, at: AT, by: COACH, idea: IDEA, ...fields }) as never;
const story = (tail: string, fields: object = {}) =>
  document({ _id: idOf(tail), title: 'Berättelse ' + tail, text: 'Det gick.', ...fields });
const picture = (tail: string, of: string, fields: object = {}) =>
  document({ _id: 'storypicture:' + id(tail), story: idOf(of), width: 4, height: 3, ...fields });

let store: Store;

beforeEach(() => {
  store = openStore(ANNA, { now: () => LATER });
});
afterEach(async () => {
  store.close();
  await deleteStore(ANNA);
});

test('stories are told once, the newest first, with the copy others read; those that were taken back are not', async () => {
  await store.sync.apply('uddevalla', [
    story('A1'),
    story('A2', { at: LATER }),
    story('A3', { retracted: { by: COACH, at: LATER } }),
    picture('F1', 'A1'),
    picture('F2', 'A1', { at: LATER })
  ]);
  await store.sync.apply('fyrbodal', [
    story('A1', { from: 'uddevalla', title: 'Spridd' }),
    picture('F3', 'A1', { from: 'uddevalla' }),
    story('A9', { from: 'trollhattan' })
  ]);
  const all = await store.stories();
  expect(all.map(({ id: of, space }) => [of.slice(-2), space])).toEqual([
    ['A2', 'uddevalla'],
    ['A9', 'fyrbodal'],
    ['A1', 'uddevalla']
  ]);
  expect(all[2]).toMatchObject({
    document: { title: 'Berättelse A1' },
    picture: { _id: 'storypicture:' + id('F2') },
    spread: { title: 'Spridd' },
    spreadPicture: { _id: 'storypicture:' + id('F3') }
  });
  expect(all[0]!.spread).toBeUndefined();
  expect((await store.storiesOf(IDEA)).map((each) => each.id.slice(-2))).toContain('A3');
});

test('a story’s page knows what waits of it', async () => {
  await store.sync.apply('uddevalla', [story('A1')]);
  const view = (await store.storyView(id('A1')))!;
  expect(view).toMatchObject({ status: 'confirmed', variants: [], refused: [] });
  const next = { ...view.document, title: 'Annat', edited: { by: ANNA, at: LATER } };
  await store.accept({ space: 'uddevalla', documents: [{ document: next, previous: view.document }] });
  expect(await store.storyView(id('A1'))).toMatchObject({ status: 'saved', document: { title: 'Annat' } });
  expect(await store.storyView(id('A8'))).toBeUndefined();
});
