import { afterAll, beforeAll, test } from 'vitest';
import { Person } from '../contract/person.ts';
import { BrowserDevice, RunningServer } from '../e2e/harness.ts';
import { pageScript } from './place.ts';
import { median, ms, record } from './report.ts';

const IDEAS = 10_000;
const TIMES = 7;

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
}, 120_000);
afterAll(() => server.close());

test(`the pictures of ${IDEAS} ideas`, { timeout: 300_000 }, async () => {
  const username = 'ledning.vanersborg';
  const { me } = await Person.signIn(server.origin, username);
  const desk = await BrowserDevice.open(server.origin, { width: 1280, height: 800 });
  await desk.signIn(username);
  await desk.ready();
  await desk.goto('/manifest.webmanifest');
  await desk.page.evaluate(await pageScript('decided'));
  await desk.page.evaluate(
    ([person, count]) =>
      (globalThis as unknown as { decided(...all: unknown[]): Promise<void> }).decided(person, 'vanersborg', count),
    [me.id, IDEAS] as const
  );
  // Without contact: nobody compares these with the server.
  await desk.offline(true);
  const opened: number[] = [];
  const longest: number[] = [];
  for (let turn = 0; turn < TIMES; turn++) {
    // A page of its own each time, so that nothing is kept from the time before.
    await desk.goto('/');
    await desk.page.getByRole('heading', { level: 1, name: 'Hem' }).waitFor();
    await desk.page.waitForTimeout(1500);
    const taken = await desk.page.evaluate(async () => {
      let most = 0;
      const watching = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) most = Math.max(most, duration);
      });
      watching.observe({ type: 'longtask' });
      const link = document.createElement('a');
      link.href = '/ledning';
      document.querySelector('main')!.append(link);
      const started = performance.now();
      const shown = new Promise<void>((resolve) => {
        const look = () => {
          if (document.querySelector('.figure .drawing svg') === null) requestAnimationFrame(look);
          else resolve();
        };
        look();
      });
      link.click();
      await shown;
      const end = performance.now() - started;
      await new Promise((resolve) => setTimeout(resolve, 300));
      watching.disconnect();
      return { end, most };
    });
    opened.push(taken.end);
    longest.push(taken.most);
  }
  const [first] = opened.splice(0, 1);
  record({
    measure: 'The pictures of the whole',
    where: `${IDEAS} ideas, 25,000 decisions`,
    budget: '≤ 500 ms',
    reached: median(opened) <= 500,
    value: `p50 ${ms(median(opened))}, the first time ${ms(first!)}, longest task ${ms(median(longest))}`,
    numbers: { p50: median(opened), 'first time': first!, 'longest task': median(longest) },
    note: 'From the press to the first picture, in an app that was started anew. Counted beside the page; the first time every idea and decision is read, after that what has changed.'
  });

  // The list of all ideas as a file, made while the page answers to presses.
  await desk.goto('/ideer');
  const { page } = desk;
  await page.locator('p.count').waitFor();
  await page.getByText('Spara listan som fil', { exact: true }).click();
  for (const format of ['CSV', 'Excel']) {
    await page.evaluate(() => {
      const seen = { longest: 0 };
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
      }).observe({ type: 'longtask' });
      Object.assign(globalThis, { seen });
    });
    const started = performance.now();
    const [file] = await Promise.all([
      page.waitForEvent('download', { timeout: 120_000 }),
      page.getByRole('button', { name: format, exact: true }).click()
    ]);
    const taken = performance.now() - started;
    await file.delete();
    await page.waitForTimeout(300);
    const most = await page.evaluate(() => (globalThis as unknown as { seen: { longest: number } }).seen.longest);
    record({
      measure: 'A list as a file, ' + format,
      where: `${IDEAS} ideas with all columns`,
      budget: 'main thread never blocked > 50 ms',
      reached: most <= 50,
      value: `longest task ${ms(most)}; the file stood after ${ms(taken)}`,
      numbers: { 'longest task': most, made: taken },
      note: 'From the press to the download. Read a stretch at a time, put together beside the page.'
    });
  }
  await desk.close();
});
