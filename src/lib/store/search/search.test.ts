import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, describe, expect, test } from 'vitest';
import type { Envelope } from '#lib/domain/kind.ts';
import { openStore, type Store } from '../store.ts';
import { IdeaSearch } from './idea-search.ts';
import { WordIndex } from './word-index.ts';
import { highlight, snippet } from '#lib/core/words.ts';

const LOOKING = { today: '2026-06-01' };

const found = (query: string, ...texts: string[]): string[] => {
  const index = new WordIndex();
  for (const text of texts) index.put(text, '', text);
  return texts.filter(index.find(query));
};

describe('which words a query means', () => {
  test('half a word finds the whole, in any case', () => {
    expect(found('nyck', 'Nyckelskåp i trapphuset', 'Digitala NYCKLAR', 'Lås')).toEqual([
      'Nyckelskåp i trapphuset',
      'Digitala NYCKLAR'
    ]);
  });

  test('an inflected word finds the others of its stem', () => {
    expect(found('besöken', 'Korta besök', 'Besökare i hallen', 'Besked')).toEqual([
      'Korta besök',
      'Besökare i hallen'
    ]);
  });

  test('å, ä and ö are letters of their own, and é is an e', () => {
    expect(found('larm', 'Larmet', 'Lärm')).toEqual(['Larmet']);
    expect(found('rad', 'Råd', 'Rad')).toEqual(['Rad']);
    expect(found('ide', 'En idé')).toEqual(['En idé']);
    expect(found('a\u030Asa', 'Åsa')).toEqual(['Åsa']);
  });

  test('every word must be there, in any order', () => {
    expect(found('larm natt', 'Larm på natten', 'Larm på dagen', 'Natten är lång')).toEqual(['Larm på natten']);
  });

  test('nothing but signs means nothing', () => {
    expect(found('  –?! ', 'Larm')).toEqual([]);
  });

  test('is the same with many words as with few', () => {
    const index = new WordIndex();
    for (let number = 0; number < 6_000; number++) index.put('k' + number, '', `ord${number} gemensamt`);
    expect(index.find('ord59')('k59')).toBe(true);
    expect(index.find('ord59')('k5999')).toBe(true);
    expect(index.find('ord59')('k60')).toBe(false);
    expect(Array.from({ length: 6_000 }, (_, number) => 'k' + number).every(index.find('gem'))).toBe(true);
  });

  test('a text that changes is found by its new words alone, one that is deleted by none', () => {
    const index = new WordIndex();
    index.put('a', '', 'larm');
    index.put('a', '', 'lås');
    index.put('b', '', 'lås');
    index.delete('b');
    expect(['a', 'b'].filter(index.find('larm'))).toEqual([]);
    expect(['a', 'b'].filter(index.find('lås'))).toEqual(['a']);
  });
});

describe('what is marked', () => {
  test('the words the query means, as they are written', () => {
    expect(highlight('Digitala lås, låsen strular', 'lås')).toEqual([
      { text: 'Digitala ', isHit: false },
      { text: 'lås', isHit: true },
      { text: ', ', isHit: false },
      { text: 'låsen', isHit: true },
      { text: ' strular', isHit: false }
    ]);
  });

  test('the first line in which it stands, from a little before it', () => {
    const long = 'Först en lång förklaring av hur det har varit i många år, '.repeat(3) + 'sedan larmet.';
    const parts = snippet(['Ingenting här', long], 'larm')!;
    expect(parts[0]!.text).toMatch(/^…/);
    expect(parts[0]!.text.length).toBeLessThan(70);
    expect(parts[1]).toEqual({ text: 'larmet', isHit: true });
    expect(snippet(['Ingenting'], 'larm')).toBeUndefined();
  });
});

describe('search over the ideas on a device', () => {
  let store: Store;
  afterEach(() => store.close());
  const idea = (number: number, fields: object = {}): Envelope =>
    ({
      _id: 'idea:' + String(number).padStart(26, '0'),
      _rev: '1-a',
      v: 1,
      by: 'P'.repeat(26),
      at: new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString(),
      title: 'Idé ' + number,
      need: '',
      proposal: '',
      ...fields
    }) as unknown as Envelope;
  const open = (): IdeaSearch => {
    store = openStore('P'.repeat(26), {
      sizes: { rowsAPack: 2, entriesAPage: 3 },
      indexedDB: new IDBFactory(),
      IDBKeyRange: IDBKeyRange as unknown as typeof globalThis.IDBKeyRange
    });
    return new IdeaSearch(store.db);
  };
  const numbers = (keys: readonly string[]): number[] => keys.map((key) => Number(key.slice(-26)));

  test('finds by title, need and proposal, newest first, and says how many there are in all', async () => {
    const search = open();
    await store.sync.apply('uddevalla', [
      idea(1, { title: 'Larm' }),
      idea(2, { need: 'Larmet hörs inte' }),
      idea(3),
      idea(4, { proposal: 'Ett larm till' })
    ]);
    const { keys, total } = await search.search('larm', {}, LOOKING, 2);
    expect(numbers(keys)).toEqual([4, 2]);
    expect(total).toBe(3);
  });

  test('follows what is captured, edited and erased', async () => {
    const search = open();
    await store.sync.apply('uddevalla', [idea(1, { title: 'Larm' }), idea(2, { title: 'Larm' }), idea(3), idea(5)]);
    expect((await search.search('larm', {}, LOOKING, 9)).total).toBe(2);
    await store.accept({ space: 'uddevalla', documents: [{ document: idea(4, { title: 'Nytt larm' }) }] });
    await store.sync.apply('uddevalla', [
      idea(1, { _rev: '2-b', title: 'Lås' }),
      { _id: idea(2)._id, _rev: '2-c', _deleted: true } as unknown as Envelope
    ]);
    expect(numbers((await search.search('larm', {}, LOOKING, 9)).keys)).toEqual([4]);
    expect(numbers((await search.search('lås', {}, LOOKING, 9)).keys)).toEqual([1]);
  });

  test('goes together with a unit and a stage', async () => {
    const search = open();
    await store.sync.apply('uddevalla', [idea(1, { title: 'Larm', unit: 'unit:a' }), idea(2, { title: 'Larm' })]);
    expect(numbers((await search.search('larm', { unit: 'unit:a' }, LOOKING, 9)).keys)).toEqual([1]);
    expect((await search.search('larm', { stage: 'testas' }, LOOKING, 9)).total).toBe(0);
  });
});
