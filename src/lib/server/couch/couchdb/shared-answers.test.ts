import { expect, test } from 'vitest';
import { SharedAnswers } from './shared-answers.ts';

/** A database that answers what stood in it when it was asked, but only when it is let. */
function database() {
  let stands = 0;
  const held: (() => void)[] = [];
  const shared = new SharedAnswers<number>();
  let asked = 0;
  return {
    asked: () => asked,
    write: () => (stands += 1),
    ask: (key = 'changes') =>
      shared.get(key, async () => {
        asked += 1;
        const answer = stands;
        await new Promise<void>((resolve) => held.push(resolve));
        if (answer < 0) throw new Error('no answer');
        return answer;
      }),
    fail: () => (stands = -100),
    letGo: async () => {
      for (const go of held.splice(0)) go();
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  };
}

test('a crowd is answered by two askings: the one under way, and one for all who came after it', async () => {
  const { ask, asked, letGo } = database();
  const crowd = Array.from({ length: 100 }, () => ask());
  await letGo();
  await letGo();
  await Promise.all(crowd);
  expect(asked()).toBe(2);
  const late = ask();
  await letGo();
  await late;
  expect(asked()).toBe(3);
});

test('whoever asks after a write sees it, though others asked before', async () => {
  const { ask, write, letGo } = database();
  const before = ask();
  write();
  const after = ask();
  await letGo();
  await letGo();
  expect([await before, await after]).toEqual([0, 1]);
});

test('different questions do not wait for each other', async () => {
  const { ask, asked, letGo } = database();
  const both = [ask('one'), ask('other')];
  expect(asked()).toBe(2);
  await letGo();
  await Promise.all(both);
});

test('a failure is told to those who asked, and the next are asked for anew', async () => {
  const { ask, fail, write, letGo } = database();
  fail();
  const [first, second] = [ask().catch(String), ask().catch(String)];
  for (let times = 0; times < 101; times++) write();
  await letGo();
  await letGo();
  expect([await first, await second]).toEqual(['Error: no answer', 1]);
});
