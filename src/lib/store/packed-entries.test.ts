import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import type { ListEntry } from './directory.ts';
import { EntriesByKey, newerFirst, packEntries } from './packed-entries.ts';
import { openStore } from './store.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 0, 1) + minute * 60_000).toISOString();

const entry = (number: number, more: Partial<ListEntry> = {}): ListEntry => ({
  key: 'uddevalla/idea:' + number,
  unit: 'unit:' + (number % 3),
  stage: 'ny',
  activity: at(number),
  since: at(number - (number % 2)),
  mine: number % 5 === 0,
  stamp: number + 2 ** 50,
  ...more
});

test('packed entries say what they said', () => {
  const entries = [
    entry(1),
    entry(2, { pack: 0, category: 'digitalt', due: '2026-01-12' }),
    entry(3, { pack: 7, merged: true, stage: 'sammanslagen', challenge: 'challenge:å', buildsOn: 'idea:1' }),
    entry(4, { key: 'uddevalla/idea:Łódź', paused: true, disputed: true, photo: true, left: 29_000_000 })
  ];
  const packed = packEntries(entries);
  expect(JSON.parse(JSON.stringify(packed))).toEqual(entries);
  for (const [index, each] of entries.entries())
    for (const [field, value] of Object.entries(each))
      expect(packed[index]![field as keyof ListEntry], field).toEqual(value);
  expect(packed[0]!.pack).toBeUndefined();
  expect(packed[0]!.due).toBeUndefined();
});

test('a moment that is written another way is kept as it is written', () => {
  const odd = entry(1, { activity: '2026-01-01', since: '' });
  const packed = packEntries([entry(0), odd, entry(2)]);
  expect(packed[1]).toBe(odd);
  expect(packed.map(({ key }) => key)).toEqual([0, 1, 2].map((number) => 'uddevalla/idea:' + number));
});

test('packed or not, the order is the same', () => {
  const entries = Array.from({ length: 60 }, (_, number) => entry(number, { activity: at((number * 7) % 20) }));
  const ordered = entries.toSorted(newerFirst).map(({ key }) => key);
  const some = packEntries(entries).map((each, index) => (index % 3 === 0 ? entries[index]! : each));
  expect(some.toSorted(newerFirst).map(({ key }) => key)).toEqual(ordered);
});

test('entries are found by key as in a map, whatever came and went', () => {
  const [found, known] = [new EntriesByKey(), new Map<string, ListEntry>()];
  let number = 1;
  for (let turn = 0; turn < 40_000; turn++) {
    number = (number * 48_271) % 2_147_483_647;
    const each = entry(number % 3_000);
    if (turn % 3 === 0) {
      found.delete(each.key);
      known.delete(each.key);
    } else {
      found.set(each.key, each);
      known.set(each.key, each);
    }
  }
  expect(found.size).toBe(known.size);
  expect(new Set(found.values())).toEqual(new Set(known.values()));
  for (let each = 0; each < 3_000; each++)
    expect(found.get('uddevalla/idea:' + each)).toBe(known.get('uddevalla/idea:' + each));
});

test('thousands that come at once are listed, changed and taken away as few are', async () => {
  const indexedDB = new IDBFactory();
  const open = () => openStore('person:anna', { indexedDB, IDBKeyRange, now: () => at(100_000) });
  const store = open();
  const MANY = 5_000;
  const idea = (number: number) => ({
    _id: 'idea:' + String(number).padStart(6, '0'),
    _rev: '1-a',
    v: 1,
    by: 'bo',
    at: at(number),
    title: 'Idé ' + number,
    need: '',
    proposal: ''
  });
  const all = Array.from({ length: MANY }, (_, number) => idea(number));
  for (let start = 0; start < MANY; start += 1_000)
    await store.sync.apply('uddevalla', all.slice(start, start + 1_000));
  // Nothing is in order yet.
  const page = await store.ideaPage({}, 3);
  expect(page.map(({ document }) => document.title)).toEqual(['Idé 4999', 'Idé 4998', 'Idé 4997']);
  await store.sync.apply('uddevalla', [
    { ...idea(10), _rev: '2-b', edited: { by: 'bo', at: at(MANY) } } as never,
    { _id: idea(4_998)._id, _rev: '2-c', _deleted: true }
  ]);
  const expected = [10, 4_999, ...Array.from({ length: MANY - 2 }, (_, index) => MANY - 3 - index)]
    .filter((number, place) => number !== 10 || place === 0)
    .map((number) => 'uddevalla/' + idea(number)._id);
  expect((await store.ideaPage({}, 3)).map(({ key }) => key)).toEqual(expected.slice(0, 3));
  expect(await store.ideaIds({})).toEqual(expected);
  store.close();
  const again = open();
  expect(await again.ideaIds({})).toEqual(expected);
  again.close();
});
