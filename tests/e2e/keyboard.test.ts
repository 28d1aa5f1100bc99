import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Person } from '../contract/person.ts';
import { newPerson, type NewPerson, wordOfItsOwn } from './accounts.ts';
import { bringKeys, isFocused, operable, tabThrough, tabTo } from './focus.ts';
import { exampleChallenge, exampleGroup, exampleStory, exampleWork } from './examples.ts';
import { BrowserDevice, RunningServer } from './harness.ts';
import { addressOf, pageRoutes, PUBLIC } from './pages.ts';
import { testPicture } from './pictures.ts';
import { status } from './screen.ts';
import { capture, save, write } from './steps.ts';

let server: RunningServer;
let person: NewPerson;
let device: BrowserDevice;

beforeAll(async () => {
  server = await RunningServer.start();
});
beforeEach(async () => {
  person = await newPerson(server);
  device = await BrowserDevice.open(server.origin);
  await device.context.addInitScript(bringKeys);
});
afterEach(() => device.close());
afterAll(() => server.close());

const heading = () => device.page.getByRole('heading', { level: 1 });

async function signIn(): Promise<void> {
  await device.signIn(person.username, person.password);
  await device.ready();
  await status(device.page).getByText('Allt är sparat hos kommunen').waitFor();
}

/** Every thing on the page is reached by Tab, in its order, seen, and left again. */
async function walk(name: string): Promise<string[]> {
  const { stops, reached } = await tabThrough(device.page);
  const missed = (await operable(device.page)).filter((key) => !reached.has(key));
  return [
    ...missed.map((key) => `${name}: Tab never reaches ${key}`),
    ...stops.slice(1).flatMap(({ key, isAfterLast }) => (isAfterLast ? [] : [`${name}: out of order: ${key}`])),
    ...stops.flatMap(({ faults }) => faults.map((fault) => `${name}: ${fault}`))
  ];
}

describe('by keyboard only', () => {
  test('every page: all of it is reached in order, with the focus in sight, and nothing holds it', async () => {
    const me = await Person.signIn(server.origin, person.username, person.password);
    const idea = me.idea({ title: 'Egen idé', at: new Date().toISOString() });
    await me.bulk('uddevalla', [idea]);
    await exampleGroup(server, idea._id.slice('idea:'.length));
    await exampleWork(server, idea._id.slice('idea:'.length));
    await signIn();
    const faults: string[] = [];
    const challenge = await exampleChallenge(server.origin);
    const story = await exampleStory(me, idea._id);
    for (const route of pageRoutes()) {
      if (route === '/logga-in') continue;
      const example = { id: idea._id.slice('idea:'.length), challenge, story, template: 'observation.1' };
      await device.goto(addressOf(route, example));
      await heading().waitFor();
      await status(device.page).getByText('Allt är sparat hos kommunen').waitFor();
      faults.push(...(await walk(route)));
    }
    await device.page.setViewportSize({ width: 1280, height: 800 });
    for (const path of ['/', '/ideer', '/ny', '/synk']) {
      await device.goto(path);
      await heading().waitFor();
      await status(device.page).getByText('Allt är sparat hos kommunen').waitFor();
      faults.push(...(await walk(path + ' on a desk')));
    }
    expect(faults).toEqual([]);
  });

  test('the pages before a sign-in, and the sign-in itself', async () => {
    const { page } = device;
    const faults: string[] = [];
    for (const path of PUBLIC) {
      await device.goto(path);
      await heading().waitFor();
      faults.push(...(await walk(path)));
    }
    expect(faults).toEqual([]);
    await device.goto('/logga-in');
    await tabTo(page, page.getByLabel('Användarnamn'));
    await page.keyboard.type(person.username);
    await page.keyboard.press('Enter');
    await expect.poll(() => isFocused(page.getByLabel('Lösenord'))).toBe(true);
    await page.keyboard.type(person.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Hem' }).waitFor();
  });

  test('the long list of ideas: every idea in it has its turn', async () => {
    await signIn();
    const { page } = device;
    await device.goto('/ideer');
    await page.getByRole('listitem').first().waitFor();
    const size = Number(await page.locator('main').getByRole('listitem').first().getAttribute('aria-setsize'));
    const { stops } = await tabThrough(page, size + 60, 1);
    const reached = new Set(stops.map(({ key }) => key.split('|')[1]!).filter((href) => /^\/ideer\/./.test(href)));
    expect(reached.size).toBe(size);
  });

  test('the first press leads past the menu', async () => {
    await signIn();
    const { page } = device;
    await device.goto('/installningar');
    await heading().waitFor();
    await page.keyboard.press('Tab');
    expect(await isFocused(page.getByRole('link', { name: 'Hoppa till innehållet' }))).toBe(true);
    expect(await page.getByRole('link', { name: 'Hoppa till innehållet' }).boundingBox()).toMatchObject({ x: 8, y: 8 });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement!.closest('main') !== null)).toBe(true);
    expect(await page.evaluate(() => document.activeElement!.closest('nav') === null)).toBe(true);
  });

  test('an idea is written with unit and area, supported, commented and sent', async () => {
    const mark = wordOfItsOwn();
    await signIn();
    const { page } = device;
    const { keyboard } = page;
    await device.goto('/');
    await heading().waitFor();
    await tabTo(page, page.getByRole('link', { name: 'Ny idé' }));
    await keyboard.press('Enter');
    await expect.poll(() => isFocused(page.getByLabel('Rubrik'))).toBe(true);
    await keyboard.type(`Skriven utan mus ${mark}`);
    await keyboard.press('Enter');
    expect(await isFocused(page.getByLabel('Behov'))).toBe(true);
    await keyboard.type('Händerna är upptagna.');
    await tabTo(page, page.locator('summary', { hasText: 'Enhet och område' }));
    await keyboard.press('Enter');
    await tabTo(page, page.getByLabel('Område'));
    await keyboard.press('ArrowDown');
    await tabTo(page, page.getByRole('checkbox', { name: 'Visa inte mitt namn för kollegor' }));
    await keyboard.press('Space');
    await keyboard.press('Space');
    await tabTo(page, page.getByRole('button', { name: 'Spara' }));
    await keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Sparad på enheten' }).waitFor();
    await expect.poll(() => isFocused(heading())).toBe(true);
    await tabTo(page, page.getByRole('link', { name: 'Visa idén' }));
    await keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: `Skriven utan mus ${mark}` }).waitFor();
    await expect.poll(() => isFocused(heading())).toBe(true);

    await tabTo(page, page.getByRole('button', { name: 'Stöd idén' }));
    await keyboard.press('Space');
    await page.getByText('1 person stöder idén').waitFor();
    expect(await isFocused(page.getByRole('button', { name: 'Stöd idén' }))).toBe(true);
    await tabTo(page, page.getByLabel('Skriv en kommentar'));
    await keyboard.type('Sagt utan mus.');
    await tabTo(page, page.getByRole('button', { name: 'Kommentera' }));
    await keyboard.press('Enter');
    await page.getByText('Kommentaren är sparad på enheten').waitFor();
    await page.getByText('Sagt utan mus.').waitFor();
    expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);

    await tabTo(page, page.getByRole('link', { name: 'Synk', exact: true }));
    await keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Synk' }).waitFor();
    await tabTo(page, page.getByRole('button', { name: 'Synka nu' }));
    await keyboard.press('Enter');
    await page.locator('main').getByText('Allt är sparat hos kommunen').waitFor();
    expect(await isFocused(page.getByRole('button', { name: 'Synka nu' }))).toBe(true);
    expect(device.complaints).toEqual([]);
  });
});

describe('a dialog', () => {
  /** Opens by Enter, goes round inside, and closes by Escape with the focus where it was. */
  async function goRound(opener: ReturnType<BrowserDevice['page']['getByRole']>): Promise<string[]> {
    const { page } = device;
    const dialog = page.getByRole('dialog');
    await tabTo(page, opener);
    await page.keyboard.press('Enter');
    await dialog.waitFor();
    const inside = () => dialog.evaluate((element) => element.contains(document.activeElement));
    const faults: string[] = [];
    if (
      !(await expect
        .poll(inside)
        .toBe(true)
        .then(
          () => true,
          () => false
        ))
    )
      faults.push('the focus stays outside');
    const wanted = await operable(page, '[role=dialog]');
    const reached = new Set<string>();
    for (let press = 0; press < wanted.length + 2; press++) {
      await page.keyboard.press('Tab');
      if (!(await inside())) faults.push('Tab leads out of it');
      reached.add(
        await page.evaluate(() =>
          (window as unknown as { keyOf: (element: Element) => string }).keyOf(document.activeElement!)
        )
      );
    }
    faults.push(...wanted.filter((key) => !reached.has(key)).map((key) => `Tab never reaches ${key}`));
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    const isBack = await expect
      .poll(() => isFocused(opener))
      .toBe(true)
      .then(
        () => true,
        () => false
      );
    if (!isBack) faults.push('the focus does not come back');
    return faults.map((fault) => `${String(opener)}: ${fault}`);
  }

  test('takes the focus, keeps it, and gives it back', async () => {
    await signIn();
    const { page } = device;
    await device.goto('/ny');
    await write(device, { title: 'Idén med bild' });
    await page.locator('input[type=file]').first().setInputFiles(testPicture());
    await page.getByRole('img', { name: /Bild 1/ }).waitFor();
    await page.getByText('Utkastet är sparat på enheten').waitFor();
    await device.goto('/ny');
    const faults = await goRound(page.getByRole('button', { name: 'Kasta utkastet' }));
    await save(device);
    await page.getByRole('link', { name: 'Visa idén' }).click();
    await heading().getByText('Idén med bild').waitFor();
    faults.push(...(await goRound(page.getByRole('button', { name: 'Öppna bild 1' }))));
    faults.push(...(await goRound(page.getByRole('button', { name: 'Ta tillbaka idén' }))));

    await device.offline(true);
    await capture(device, { title: 'Väntar' });
    await device.goto('/installningar');
    await heading().waitFor();
    faults.push(...(await goRound(page.getByRole('button', { name: 'Logga ut' }))));
    await device.context.clearCookies();
    await device.offline(false);
    await device.goto('/');
    await status(page).getByText('Logga in igen').waitFor();
    faults.push(...(await goRound(status(page))));
    expect(faults).toEqual([]);

    // When what opened it is gone, the focus is still somewhere.
    await tabTo(page, status(page));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await tabTo(page, dialog.getByLabel('Lösenord'));
    await page.keyboard.type(person.password);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await status(page).getByText('Allt är sparat hos kommunen').waitFor();
    expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  });
});
