import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Waiters } from './waiters.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Something that changes, and those who wait for it. */
function place() {
  const listeners = new Set<() => void>();
  const closing = new AbortController();
  const waiters = new Waiters(closing.signal);
  let now = 0;
  const answers: number[] = [];
  return {
    answers,
    listeners,
    closing,
    change: () => {
      now += 1;
      for (const listener of listeners) listener();
    },
    wait: (person: string, signal = new AbortController().signal) =>
      void waiters
        .until({
          person,
          milliseconds: 20_000,
          signal,
          onChange: (listener) => {
            listeners.add(listener);
            return () => listeners.delete(listener);
          },
          look: () => Promise.resolve(now),
          isNews: (seen) => seen > 0
        })
        .then((seen) => answers.push(seen))
  };
}

test('all who wait hear of a change within half a second, and none of them is kept', async () => {
  const { wait, change, answers, listeners } = place();
  for (let index = 0; index < 500; index++) wait('person' + index);
  await vi.advanceTimersByTimeAsync(1000);
  expect(answers).toEqual([]);
  change();
  await vi.advanceTimersByTimeAsync(500);
  expect(answers).toHaveLength(500);
  await vi.advanceTimersByTimeAsync(100);
  expect([listeners.size, vi.getTimerCount()]).toEqual([0, 0]);
});

test('a change that comes while one waits for a turn is in the answer', async () => {
  const { wait, change, answers } = place();
  for (let index = 0; index < 100; index++) wait('person' + index);
  await vi.advanceTimersByTimeAsync(0);
  change();
  await vi.advanceTimersByTimeAsync(0);
  change();
  await vi.advanceTimersByTimeAsync(500);
  expect(answers.filter((seen) => seen === 1)).toHaveLength(8);
  expect(answers.filter((seen) => seen === 2)).toHaveLength(92);
});

test('a person with more polls open than are woken is answered in a while, and never at once', async () => {
  const { wait, change, answers } = place();
  for (let index = 0; index < 40; index++) wait('anna');
  await vi.advanceTimersByTimeAsync(1000);
  expect(answers).toEqual([]);
  await vi.advanceTimersByTimeAsync(1100);
  expect(answers).toHaveLength(28);
  change();
  await vi.advanceTimersByTimeAsync(100);
  expect(answers).toHaveLength(40);
});

test('of a person with many polls some are woken at once, also when all have been answered and have asked again', async () => {
  const { wait, change, answers, listeners } = place();
  const gone = new AbortController();
  for (let index = 0; index < 12; index++) wait('anna', gone.signal);
  await vi.advanceTimersByTimeAsync(0);
  for (let index = 0; index < 28; index++) wait('anna');
  gone.abort();
  await vi.advanceTimersByTimeAsync(0);
  expect(answers).toHaveLength(12);
  for (let index = 0; index < 12; index++) wait('anna');
  await vi.advanceTimersByTimeAsync(0);
  expect(listeners.size).toBe(12);
  change();
  await vi.advanceTimersByTimeAsync(20);
  expect(answers).toHaveLength(24);
});

test('whoever goes away, and whoever waits when the server stops, is let go', async () => {
  const { wait, answers, closing, listeners } = place();
  const gone = new AbortController();
  wait('anna', gone.signal);
  wait('bo');
  await vi.advanceTimersByTimeAsync(100);
  gone.abort();
  await vi.advanceTimersByTimeAsync(0);
  expect(answers).toHaveLength(1);
  closing.abort();
  await vi.advanceTimersByTimeAsync(0);
  expect(answers).toHaveLength(2);
  expect(listeners.size).toBe(0);
});
