import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ShownIdea } from './ideas.ts';
import { deleteStore, openStore, type Store } from './store.ts';

const ANNA = '0'.repeat(22) + 'ANNA';
const at = (minute: number): string => `2026-11-23T12:${String(minute).padStart(2, '0')}:00.000Z`;
const idea = (number: number, more: object = {}) => ({
  ...{ _id: 'idea:' + String(number).padStart(26, '0'), v: 1, by: ANNA, at: at(number) },
  ...{ title: 'Idé ' + number, need: '', proposal: '', ...more }
});

let store: Store;
let follow: { unsubscribe(): void }[];
beforeEach(() => {
  store = openStore(ANNA, { now: () => at(30) });
  follow = [];
});
afterEach(async () => {
  for (const each of follow) each.unsubscribe();
  store.close();
  await deleteStore(ANNA);
});

const accept = (...documents: object[]) =>
  store.accept({ space: 'uddevalla', documents: documents.map((document) => ({ document: document as never })) });

/** What a list has shown, each time as `title status`. */
async function shownBy(query: (of: Store) => Promise<ShownIdea[]>, of = store): Promise<string[][]> {
  const shown: string[][] = [];
  const subscription = of
    .observe(() => query(of))
    .subscribe((rows) => shown.push(rows.map((row) => `${row.document.title} ${row.status}`)));
  follow.push(subscription);
  await vi.waitFor(() => expect(shown).toHaveLength(1));
  return shown;
}

const quiet = () => new Promise((resolve) => setTimeout(resolve, 50));

test('a new idea is in the list at once, and is said to be saved when it is on the disk', async () => {
  await accept(idea(2));
  const lists = [await shownBy((of) => of.ideaPage({}, 2)), await shownBy((of) => of.myIdeas())];
  let isSaved = false;
  const saving = accept(idea(3)).then(() => (isSaved = true));
  for (const shown of lists) await vi.waitFor(() => expect(shown).toHaveLength(2), { interval: 1 });
  expect(isSaved).toBe(false);
  for (const shown of lists) expect(shown.at(-1)).toEqual(['Idé 3 saving', 'Idé 2 saved']);
  await saving;
  await quiet();
  for (const shown of lists) {
    expect(shown.at(-1)).toEqual(['Idé 3 saved', 'Idé 2 saved']);
    // It never went away in between.
    expect(shown.slice(1).every(([first]) => first!.startsWith('Idé 3'))).toBe(true);
  }
});

test('it stands where it belongs, and where it does not belong it does not stand', async () => {
  await accept(idea(1), idea(5));
  const page = await shownBy((of) => of.ideaPage({}, 2));
  const unit = await shownBy((of) => of.ideaPage({ unit: 'unit:1' }, 2));
  await accept(idea(3));
  await quiet();
  expect(page[1]).toEqual(['Idé 5 saved', 'Idé 3 saving']);
  expect(page.at(-1)).toEqual(['Idé 5 saved', 'Idé 3 saved']);
  expect(unit.flat()).toEqual([]);
  await accept(idea(4, { unit: 'unit:1' }));
  await quiet();
  expect(unit.slice(-2)).toEqual([['Idé 4 saving'], ['Idé 4 saved']]);
});

test('an idea that the disk refuses goes from the list again, and whoever asks anew never had it', async () => {
  await accept(idea(1));
  const shown = await shownBy((of) => of.ideaPage({}, 2));
  const { put } = store.db.outbox;
  store.db.outbox.put = () => {
    throw new DOMException('the disk is full', 'QuotaExceededError');
  };
  const failing = accept(idea(2));
  await expect(failing).rejects.toThrow('the disk is full');
  store.db.outbox.put = put;
  await quiet();
  expect(shown.slice(1, 2)).toEqual([['Idé 2 saving', 'Idé 1 saved']]);
  expect(shown.at(-1)).toEqual(['Idé 1 saved']);
  expect(await store.ideaPage({}, 2)).toHaveLength(1);
});

test('another tab sees it when it is on the disk', async () => {
  const tab = openStore(ANNA, { now: () => at(30) });
  const shown = await shownBy((of) => of.ideaPage({}, 2), tab);
  await accept(idea(1));
  await vi.waitFor(() => expect(shown.at(-1)).toEqual(['Idé 1 saved']));
  expect(shown.flat()).not.toContain('Idé 1 saving');
  for (const each of follow.splice(0)) each.unsubscribe();
  tab.close();
});

test('a screen that fails is nothing that saving fails of', async () => {
  const failed = new Promise((resolve) => process.once('uncaughtException', resolve));
  let count = 0;
  follow.push(
    store
      .observe(() => store.ideaPage({}, 2))
      .subscribe((rows) => {
        count += 1;
        if (rows.some(({ status }) => status === 'saving')) throw new Error('a screen');
      })
  );
  await vi.waitFor(() => expect(count).toBe(1));
  await accept(idea(1));
  expect(await store.ideaPage({}, 2)).toMatchObject([{ status: 'saved' }]);
  await failed;
});
