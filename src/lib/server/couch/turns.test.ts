import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Turns } from './turns.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** How many have had their turn after so many milliseconds. */
async function gone(count: number, ...after: readonly number[]): Promise<number[]> {
  const turns = new Turns();
  let went = 0;
  for (let index = 0; index < count; index++) void turns.take().then(() => (went += 1));
  const told: number[] = [];
  let now = 0;
  for (const at of after) {
    await vi.advanceTimersByTimeAsync(at - now);
    now = at;
    told.push(went);
  }
  return told;
}

test('a few go at once', async () => {
  expect(await gone(8, 0)).toEqual([8]);
});

test('many go in groups, soon after each other', async () => {
  expect(await gone(170, 0, 10, 20, 220)).toEqual([8, 16, 24, 170]);
});

test('however many there are, the last goes within half a second', async () => {
  const [first, last] = await gone(5000, 0, 500);
  expect(first).toBe(8);
  expect(last).toBe(5000);
});

test('who comes when the last have gone goes at once, and no timer is left', async () => {
  const turns = new Turns();
  for (let index = 0; index < 30; index++) void turns.take();
  await vi.advanceTimersByTimeAsync(100);
  expect(vi.getTimerCount()).toBe(0);
  let went = false;
  void turns.take().then(() => (went = true));
  await vi.advanceTimersByTimeAsync(0);
  expect(went).toBe(true);
});
