import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Person } from '../contract/person.ts';
import { newPerson, wordOfItsOwn } from './accounts.ts';
import { BrowserDevice, RunningServer } from './harness.ts';
import { testPicture } from './pictures.ts';
import { comment, section, status } from './screen.ts';
import { capture, openIdea } from './steps.ts';

let server: RunningServer;

beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.close());

async function pressSignOut(device: BrowserDevice): Promise<void> {
  await device.goto('/installningar');
  await device.page.getByRole('button', { name: 'Logga ut' }).click();
}

const signInPage = (page: Page) => page.getByRole('heading', { level: 1, name: 'Logga in' });

describe('signing out', () => {
  test('sends what waits first, and only then forgets it', async () => {
    const mark = wordOfItsOwn();
    const person = await newPerson(server);
    const phone = await BrowserDevice.open(server.origin);
    await phone.signIn(person.username, person.password);
    await phone.ready();
    await phone.offline(true);
    await capture(phone, { title: `Skriven i sista stund ${mark}` });
    await phone.goto('/installningar');
    await phone.offline(false);
    await phone.page.getByRole('button', { name: 'Logga ut' }).click();
    await signInPage(phone.page).waitFor();

    const reader = await Person.signIn(server.origin, 'coach.uddevalla');
    const { body } = await reader.get('/db/uddevalla/_all_docs?include_docs=true');
    expect(JSON.stringify(body)).toContain(`Skriven i sista stund ${mark}`);
    expect(phone.complaints).toEqual([]);
    await phone.close();
  });

  test('with something unsent and no contact: says so, exports it, and cancelling keeps everything', async () => {
    const mark = wordOfItsOwn();
    const person = await newPerson(server);
    const phone = await BrowserDevice.open(server.origin);
    const { page } = phone;
    await phone.signIn(person.username, person.password);
    await phone.ready();
    await phone.offline(true);
    await capture(phone, { title: `Osänd ${mark}`, need: 'Finns bara här.' });
    await phone.goto('/ny');
    await page.getByLabel('Rubrik').fill(`Halvskriven ${mark}`);
    await page.getByText('Utkastet är sparat på enheten').waitFor();

    await pressSignOut(phone);
    const dialog = page.getByRole('dialog', { name: 'Logga ut' });
    await dialog.getByText('En sak är inte skickad').waitFor();
    await dialog.getByText('Du har ett utkast').waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Exportera osänt' }).click()
    ]);
    expect(readFileSync(await file.path(), 'utf8')).toContain(`Osänd ${mark}`);
    await dialog.getByText('Filen är sparad').waitFor();

    await dialog.getByRole('button', { name: 'Avbryt' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await phone.goto('/synk');
    await section(page, 'Väntar här').getByText(`Osänd ${mark}`).waitFor();
    await openIdea(phone, `Osänd ${mark}`);
    await page.getByText('Finns bara här.').waitFor();
    await phone.goto('/ny');
    await expect.poll(() => page.getByLabel('Rubrik').inputValue()).toBe(`Halvskriven ${mark}`);
    await phone.offline(false);
    await status(page).getByText('Allt är sparat hos kommunen').waitFor();

    // A draft alone is asked about too.
    await pressSignOut(phone);
    await dialog.getByText('Du har ett utkast').waitFor();
    await dialog.getByRole('button', { name: 'Logga ut' }).click();
    await signInPage(page).waitFor();
    await phone.close();
  });

  test('in one tab takes the other along', async () => {
    const person = await newPerson(server);
    const phone = await BrowserDevice.open(server.origin);
    await phone.signIn(person.username, person.password);
    const second = await phone.context.newPage();
    await second.goto(server.origin + '/ideer');
    await second.getByRole('heading', { level: 1, name: 'Idéer' }).waitFor();
    await pressSignOut(phone);
    await signInPage(phone.page).waitFor();
    await signInPage(second).waitFor();
    expect(await second.getByRole('link', { name: 'Idéer' }).count()).toBe(0);
    await phone.close();
  });
});

describe('the next person on the same browser', () => {
  test('sees nothing of the first: not in databases, caches, cookies, storage, or the history of pages', async () => {
    const mark = wordOfItsOwn();
    const secret = `Hemlighet${mark}`;
    const first = await newPerson(server, 'trollhattan:member', 'Första');
    const tablet = await BrowserDevice.open(server.origin, { width: 820, height: 1180 });
    const { page, context } = tablet;
    await tablet.signIn(first.username, first.password);
    await tablet.ready();
    const { id, roles } = await rememberedPerson(page);
    const alias = roles.find((role) => role.startsWith('alias:'))!.slice('alias:'.length);
    await tablet.goto('/ny');
    await page.getByLabel('Rubrik').fill(`Sparad ${secret}`);
    await page.locator('input[type=file]').first().setInputFiles(testPicture());
    await page.getByRole('img', { name: /Bild 1/ }).waitFor();
    await page.getByRole('button', { name: 'Spara', exact: true }).click();
    await page.getByRole('link', { name: 'Visa idén' }).click();
    await comment(page, `Sagt ${secret}`);
    const idea = new URL(page.url()).pathname;
    await tablet.offline(true);
    await capture(tablet, { title: `Osänd ${secret}` });
    await tablet.goto('/ny');
    await page.getByLabel('Rubrik').fill(`Utkast ${secret}`);
    await page.getByText('Utkastet är sparat på enheten').waitFor();

    // Without contact, so that the server cannot be told until later.
    await pressSignOut(tablet);
    await page.getByRole('dialog').getByRole('button', { name: 'Logga ut och ta bort det osända' }).click();
    await signInPage(page).waitFor();
    await tablet.offline(false);
    await page.reload();
    await expect
      .poll(async () => (await context.cookies()).map(({ name }) => name), { timeout: 10_000 })
      .not.toContain('AuthSession');
    const traces = [secret, id, alias, first.username, first.name, idea.split('/').pop()!];
    expect(foundIn(await everythingKept(page), traces)).toEqual([]);
    // Back leads to the pages they had open, and those let nobody in.
    for (let back = 0; back < 3; back++) {
      await page.goBack();
      await signInPage(page).waitFor();
      await expectNothingOf(page, traces);
    }

    const second = await newPerson(server, 'uddevalla:member', 'Andra');
    await tablet.signIn(second.username, second.password);
    await status(page).getByText('Allt är sparat hos kommunen').waitFor();
    // What everybody in Fyrbodal is called lies in the region's space, for everybody.
    const theirs = traces.filter((trace) => trace !== id && trace !== first.name);
    expect(foundIn(await everythingKept(page), theirs)).toEqual([]);
    expect((await context.cookies()).filter(({ value }) => value.includes(id))).toEqual([]);

    // Deep links and the back button give the second person's own view, or nothing.
    await tablet.goto(idea);
    await page.getByRole('heading', { level: 1, name: 'Idén finns inte på den här enheten' }).waitFor();
    for (const path of ['/', '/ideer', '/ny', '/synk', '/installningar']) {
      await tablet.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await status(page).getByText('Allt är sparat hos kommunen').waitFor();
      await expectNothingOf(page, traces);
    }
    await goBackThroughAll(tablet, () => expectNothingOf(page, theirs));
    expect(tablet.complaints).toEqual([]);
    await tablet.close();
  });
});

const foundIn = (text: string, traces: readonly string[]): string[] => traces.filter((trace) => text.includes(trace));

const rememberedPerson = (page: Page): Promise<{ id: string; roles: string[] }> =>
  page.evaluate(async () => (await fetch('/auth/me')).json());

/** Presses back until the history is at its beginning. */
async function goBackThroughAll({ page, origin }: BrowserDevice, look: () => Promise<void>): Promise<void> {
  const length = await page.evaluate(() => history.length);
  for (let back = 1; back < length && page.url().startsWith(origin); back++) {
    await page.goBack();
    if (!page.url().startsWith(origin)) return;
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await look();
  }
}

async function expectNothingOf(page: Page, traces: readonly string[]): Promise<void> {
  expect(foundIn((await page.locator('body').innerHTML()) + (await formValues(page)), traces)).toEqual([]);
}

const formValues = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map((field) => field.value).join('\n')
  );

/** Every database, cache and store that pages of this origin can read, as one text. */
const everythingKept = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const texts = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie];
    for (const { name } of await indexedDB.databases()) {
      texts.push(name!);
      const request = indexedDB.open(name!);
      await new Promise((resolve) => (request.onsuccess = resolve));
      for (const table of request.result.objectStoreNames) {
        const all = request.result.transaction(table).objectStore(table).getAll();
        await new Promise((resolve) => (all.onsuccess = resolve));
        texts.push(JSON.stringify(all.result));
      }
      request.result.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const kept of await cache.keys()) {
        const { pathname } = new URL(kept.url);
        texts.push(kept.url);
        if (/^\/(auth|db|sync)/.test(pathname)) throw new Error('an answer of the server is kept: ' + kept.url);
        if (!/\.(png|svg|woff2)$/.test(pathname)) texts.push(await (await cache.match(kept))!.text());
      }
    }
    return texts.join('\n');
  });
