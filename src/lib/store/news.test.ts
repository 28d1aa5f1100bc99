import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Envelope } from '#lib/domain/kind.ts';
import { deleteStore, openStore, type Store } from './store.ts';

const id = (number: number): string => String(number).padStart(26, '0');
const [ME, OTHER] = [id(900), id(901)];
const NOW = '2026-11-24T12:00:00.000Z';
const who = { ids: [ME], roles: ['uddevalla:member'] };
const SINCE = '2026-10-01T00:00:00.000Z';

const doc = (fields: object): Envelope => ({ _rev: '1-a', v: 1, ...fields }) as unknown as Envelope;
const idea = (number: number) =>
  doc({
    _id: 'idea:' + id(number),
    by: ME,
    at: '2026-11-02T09:00:00.000Z',
    title: 'Idé',
    need: '',
    proposal: '',
    answerBy: '2026-12-20'
  });
const comment = (number: number, own: number, more: object = {}) =>
  doc({
    _id: ['comment', id(number), id(own)].join(':'),
    idea: 'idea:' + id(number),
    by: OTHER,
    at: '2026-11-20T09:00:00.000Z',
    text: 'Bra.',
    ...more
  });

let store: Store;
beforeEach(async () => {
  store = openStore(ME, { now: () => NOW });
  await pull(idea(1), idea(2), comment(1, 10), comment(1, 11), comment(2, 12));
});
afterEach(async () => {
  store.close();
  await deleteStore(ME);
});

const pull = (...documents: Envelope[]) =>
  store.sync.apply('uddevalla', documents, { epoch: 'e', reached: '1', compared: NOW });
const unread = () => store.unreadLines(who);

test('ten comments on an idea are one line, and what is read is none', async () => {
  expect(await unread()).toBe(2);
  const all = await store.happenings(who, SINCE);
  await store.readHappenings(all.filter((each) => each.idea === 'idea:' + id(1)));
  expect(await unread()).toBe(1);
  await store.readHappenings(all);
  expect(await unread()).toBe(0);
  await pull(comment(1, 13, { at: '2026-11-10T09:00:00.000Z' }));
  expect(await unread()).toBe(1);
});

test('two tabs that read at once lose nothing of each other’s, nor does another device', async () => {
  const all = await store.happenings(who, SINCE);
  await Promise.all(all.map((each) => store.readHappenings([each])));
  expect(await unread()).toBe(0);
  const elsewhere = await store.seenHappenings();
  const fresh = openStore(ME, { now: () => NOW, indexedDB: new IDBFactory() });
  await fresh.sync.apply('uddevalla', [idea(1), comment(1, 10), comment(1, 99)]);
  await fresh.joinSeenHappenings(elsewhere);
  expect((await fresh.happenings(who, SINCE)).length).toBe(2);
  expect(await fresh.unreadLines(who)).toBe(1);
  fresh.close();
});

test('types that somebody does not want to hear of are not counted', async () => {
  await store.muteTypes(['commented']);
  expect(await store.mutedTypes()).toEqual(['commented']);
  expect(await unread()).toBe(0);
  await store.muteTypes([]);
  expect(await unread()).toBe(2);
});

test('whoever observes the signal is told of comments, support taken back, what is read and what is muted', async () => {
  let told = 0;
  const subscription = store.observe(() => store.newsSignal([ME])).subscribe({ next: () => (told += 1) });
  const change = async (what: () => Promise<unknown>): Promise<void> => {
    const before = told;
    await what();
    await expect.poll(() => told).toBeGreaterThan(before);
  };
  await expect.poll(() => told).toBe(1);
  await change(() => pull(comment(2, 20)));
  const follow = (given: boolean, rev: string) =>
    doc({
      _id: ['follow', id(2), ME].join(':'),
      _rev: rev,
      idea: 'idea:' + id(2),
      by: ME,
      state: { given, at: NOW }
    });
  await change(() => pull(follow(true, '1-a')));
  await change(() => pull(follow(false, '2-b')));
  await change(async () => store.readHappenings(await store.happenings(who, SINCE)));
  await change(() => store.muteTypes(['commented']));
  subscription.unsubscribe();
});
