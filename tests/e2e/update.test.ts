import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Person } from '../contract/person.ts';
import { BrowserDevice, RunningServer, temporaryFolder } from './harness.ts';
import { buildNext, NEXT } from './next-build.ts';
import { unique } from './steps.ts';

const next = temporaryFolder();
let server: RunningServer;
let phone: BrowserDevice;
/** Where somebody writes, and another tab beside it. */
let writing: Page;
let other: Page;

beforeAll(async () => {
  const built = buildNext(next);
  server = await RunningServer.start();
  phone = await BrowserDevice.open(server.origin);
  await phone.signIn('medarbetare.uddevalla');
  await phone.ready();
  writing = phone.page;
  other = await phone.context.newPage();
  await other.goto(server.origin + '/installningar');
  await version(other, '0.');
  for (const page of [writing, other]) await mark(page);
  await built;
});
afterAll(async () => {
  await phone.close();
  await server.close();
  rmSync(next, { recursive: true, force: true });
});

/** A page that is marked and not reloaded stays marked. */
const mark = (page: Page): Promise<void> =>
  page.evaluate(() => {
    Object.assign(globalThis, { isTheSamePage: true });
  });
const isReloaded = (page: Page): Promise<boolean> => page.evaluate(() => !('isTheSamePage' in globalThis));
const offer = (page: Page) => page.getByRole('button', { name: 'Ny version – ladda om' }).first();
const version = (page: Page, number: string): Promise<void> => page.getByText(`Version ${number}`).waitFor();

async function deploy(build: string): Promise<void> {
  await server.stop();
  server.build = build;
  await server.start();
}

describe('a new version', () => {
  const words = unique('Mitt i en mening');

  test('is offered in every tab, and reloads nothing by itself', async () => {
    await writing.getByRole('link', { name: 'Ny idé' }).first().click();
    await writing.getByLabel('Rubrik').fill(words);
    await deploy(join(next, 'build'));
    await other.getByRole('button', { name: 'Sök efter ny version' }).click();
    for (const page of [writing, other]) await offer(page).waitFor();
    await expect(Promise.all([writing, other].map(isReloaded))).resolves.toEqual([false, false]);
    await expect(writing.getByLabel('Rubrik').inputValue()).resolves.toBe(words);
  });

  test('can wait, and is offered again when the app is opened next', async () => {
    await writing.getByRole('button', { name: 'Senare' }).click();
    await offer(writing).waitFor({ state: 'hidden' });
    await writing.reload();
    await offer(writing).waitFor();
    await writing.waitForFunction((text) => document.querySelector('input')?.value === text, words);
    await mark(writing);
  });

  test('comes when somebody says yes, in that tab alone, with the words that stood there', async () => {
    await writing.getByLabel('Behov').fill('Skrivet alldeles innan.');
    await Promise.all([writing.waitForEvent('load'), offer(writing).click()]);
    await writing.waitForFunction((text) => document.querySelector('input')?.value === text, words);
    await expect(isReloaded(writing)).resolves.toBe(true);
    await expect(writing.getByLabel('Behov').inputValue()).resolves.toBe('Skrivet alldeles innan.');
    await expect(offer(writing).count()).resolves.toBe(0);
    await writing.getByRole('link', { name: 'Mer', exact: true }).click();
    await writing.getByRole('link', { name: 'Inställningar' }).click();
    await version(writing, NEXT);

    await expect(isReloaded(other)).resolves.toBe(false);
    await version(other, '0.');
    await offer(other).waitFor();
  });

  test('an old tab beside it goes on: opens pages it had not opened, captures, sends and receives', async () => {
    // What the browser's own cache still has of the old build is luck.
    const devtools = await phone.context.newCDPSession(other);
    await devtools.send('Network.clearBrowserCache');
    await other.evaluate(() => performance.clearResourceTimings());
    const title = unique('Skriven i den gamla fliken');
    await other.getByRole('link', { name: 'Ny idé' }).first().click();
    // The draft that the other tab is writing is its own.
    await other.getByLabel('Rubrik').fill(title);
    await other.getByRole('button', { name: 'Spara', exact: true }).click();
    await other.getByText('Kommunens server har tagit emot idén.').waitFor();
    await other.getByRole('link', { name: 'Visa idén' }).click();
    await other.getByRole('heading', { level: 1, name: title }).waitFor();

    const coach = await Person.signIn(server.origin, 'coach.uddevalla');
    const answer = coach.idea({ title: unique('Från en annan enhet'), at: new Date().toISOString() });
    await coach.bulk('uddevalla', [answer]);
    await other.getByRole('link', { name: 'Idéer' }).first().click();
    await other.getByRole('link', { name: String(answer['title']) }).waitFor();
    await other.getByRole('link', { name: title }).waitFor();

    // It was the old app: some of what it loaded just now is nowhere but on the device.
    const loaded = await other.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    const answers = await Promise.all(loaded.filter((url) => url.includes('/immutable/')).map((url) => fetch(url)));
    expect(answers.filter(({ status }) => status === 404).length).toBeGreaterThan(0);
    await expect(isReloaded(other)).resolves.toBe(false);

    await Promise.all([other.waitForEvent('load'), offer(other).click()]);
    await other.getByRole('link', { name: 'Mer', exact: true }).click();
    await other.getByRole('link', { name: 'Inställningar' }).click();
    await version(other, NEXT);
    expect(phone.complaints).toEqual([]);
  });
});
