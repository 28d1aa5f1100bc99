import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Person } from '../contract/person.ts';
import { BrowserDevice, RunningServer } from './harness.ts';

const SPACE = 'uddevalla';
const READER = 'medarbetare.' + SPACE;
const IDEAS = 50_000;
const MOST_ROWS = 60;

let server: RunningServer;
let phone: BrowserDevice;

beforeAll(async () => {
  server = await RunningServer.start();
  phone = await BrowserDevice.open(server.origin);
});
afterAll(async () => {
  await phone.close();
  await server.close();
});

async function fillScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../bench/pages/fill.ts', import.meta.url))],
    alias: { '#lib': fileURLToPath(new URL('../../src/lib', import.meta.url)) },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    define: { global: 'globalThis' }
  });
  return outputFiles[0]!.text;
}

/** Scrolls from the top to the bottom, by wheel and in leaps; the longest task of the page, ms. */
async function scrollThrough({ page }: BrowserDevice): Promise<number> {
  await page.evaluate(() => {
    scrollTo(0, 0);
    const tasks = { longest: 0 };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.longest = Math.max(tasks.longest, duration);
    }).observe({ type: 'longtask' });
    Object.assign(globalThis, { tasks });
  });
  const rows = page.locator('main [role=listitem]');
  const filled = () =>
    page.waitForFunction(() => {
      const shown = [...document.querySelectorAll('main [role=listitem]')].filter((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      });
      return shown.length > 0 && shown.every((row) => row.querySelector('a') !== null);
    });
  await page.mouse.move(180, 400);
  for (let turn = 0; turn < 40; turn++) {
    await page.mouse.wheel(0, 900);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    expect(await rows.count()).toBeLessThan(MOST_ROWS);
  }
  await filled();
  for (const place of [0.25, 0.5, 0.75, 1]) {
    await page.evaluate((part) => scrollTo(0, part * document.body.scrollHeight), place);
    await filled();
    expect(await rows.count()).toBeLessThan(MOST_ROWS);
  }
  return page.evaluate(() => (globalThis as unknown as { tasks: { longest: number } }).tasks.longest);
}

/** Presses `target` with a finger under which the list still moves a little. */
async function pressWhileScrolling({ page }: BrowserDevice, target: Locator): Promise<void> {
  const { x, y, width, height } = (await target.boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.evaluate(async () => {
    scrollBy(0, -2);
    await new Promise((resolve) => addEventListener('scroll', resolve, { once: true }));
    await new Promise((resolve) => requestAnimationFrame(resolve));
  });
  await page.mouse.up();
}

test('fifty thousand ideas are one list that scrolls to its end with few rows in the page, and hears a press while it moves', async () => {
  const { me } = await Person.signIn(server.origin, READER);
  await phone.signIn(READER);
  await phone.ready();
  await phone.goto('/manifest.webmanifest');
  await phone.page.evaluate(await fillScript());
  await phone.page.evaluate(
    ([person, space, count]) =>
      (globalThis as unknown as { fill(...all: unknown[]): Promise<void> }).fill(person, space, count),
    [me.id, SPACE, IDEAS] as const
  );
  // Without contact: what is measured is the list, and nobody compares these with the server.
  await phone.offline(true);
  await phone.goto('/ideer');
  const words = await phone.page
    .getByText(/idéer$/)
    .first()
    .innerText();
  const count = Number(words.replace(/\D/g, ''));
  expect(count).toBeGreaterThanOrEqual(IDEAS);

  console.log(`longest task while scrolling ${count} ideas: ${await scrollThrough(phone)} ms`);

  await pressWhileScrolling(phone, phone.page.locator(`main [role=listitem][aria-posinset="${count}"] a`));
  await phone.page.getByRole('heading', { name: 'Historik' }).waitFor();
  expect(phone.complaints).toEqual([]);
});
