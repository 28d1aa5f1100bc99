// Whoever follows a query is told by way of the browser's own database alone.
import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import type { Filter } from '#lib/domain/find/filter.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { deleteStore, openStore, type Store } from './store.ts';

const ME = 'P'.repeat(26);
const AT = '2026-03-10T08:00:00.000Z';
const id = (tail: string): string => tail.padStart(26, '0');

let store: Store;
afterEach(async () => {
  store.close();
  await deleteStore(ME);
});

const put = (document: object): Promise<unknown> =>
  store.sync.apply('uddevalla', [{ _rev: '1-a', v: 1, by: ME, ...document }] as unknown as Envelope[]);

test.each<Filter>([{}, { me: ['author'] }, { me: ['supported'] }, { me: ['author', 'supported', 'followed'] }])(
  'whoever follows the list of %o is told when it changes',
  async (filter) => {
    store = openStore(ME);
    const seen: number[] = [];
    const watching = store
      .observe(() => store.filteredIdeas(filter, { today: '2026-06-01' }))
      .subscribe(({ keys }) => seen.push(keys.length));
    await expect.poll(() => seen).toEqual([0]);
    for (const tail of ['1', '2']) {
      await put({ _id: 'idea:' + id(tail), at: AT, title: tail, need: '', proposal: '' });
      for (const kind of ['support', 'follow']) {
        const state = { given: true, at: AT };
        await put({ _id: `${kind}:${id(tail)}:${ME}`, idea: 'idea:' + id(tail), state });
      }
      await expect.poll(() => seen.at(-1)).toBe(Number(tail));
    }
    watching.unsubscribe();
  }
);
