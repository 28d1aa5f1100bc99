import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Person } from '../contract/person.ts';
import { BrowserDevice, RunningServer } from './harness.ts';
import { testPicture } from './pictures.ts';
import { allSent, confirmed, openIdea, save, unique, write } from './steps.ts';

let server: RunningServer;
let phone: BrowserDevice;
let tablet: BrowserDevice;

beforeAll(async () => {
  server = await RunningServer.start();
  phone = await BrowserDevice.open(server.origin);
  await phone.signIn('medarbetare.uddevalla');
  tablet = await BrowserDevice.open(server.origin, { width: 820, height: 1180 });
  await tablet.signIn('coach.uddevalla');
});
afterAll(async () => {
  await phone.close();
  await tablet.close();
  await server.close();
});

/** How many ideas the server has with these words. */
async function storedWith(words: string): Promise<number> {
  const coach = await Person.signIn(server.origin, 'coach.uddevalla');
  const { body } = await coach.get('/db/uddevalla/_all_docs?include_docs=true&startkey="idea:"&endkey="idea:~"');
  return body.rows.filter(({ doc }: { doc: object }) => JSON.stringify(doc).includes(words)).length;
}

const savePressed = (): Promise<void> => phone.page.getByRole('button', { name: 'Spara', exact: true }).click();

describe('writing an idea', () => {
  test('a title is enough, a need is enough, and neither is refused with words', async () => {
    const { page } = phone;
    await phone.goto('/ny');
    await write(phone, { proposal: 'Bara ett förslag' });
    await savePressed();
    await page.getByText('Skriv en rubrik eller ett behov. Det räcker med det ena.').waitFor();
    await expect(page.getByLabel('Förslag').inputValue()).resolves.toBe('Bara ett förslag');

    const title = unique('Bara en rubrik');
    await write(phone, { title, proposal: '' });
    await save(phone);
    const need = unique('Bara ett behov');
    await page.getByRole('button', { name: 'Skriv en till' }).click();
    await write(phone, { need });
    await save(phone);
    await phone.goto('/ideer');
    for (const name of [title, need]) await page.getByRole('link', { name }).waitFor();
  });

  test('a spoken note is recorded, saved, and played on another device', async () => {
    const { page } = phone;
    const title = unique('Så här låter larmet');
    await phone.goto('/ny');
    await write(phone, { title });
    await page.getByRole('button', { name: 'Spela in' }).click();
    await page.getByText('0:02 av 3:00').waitFor();
    await page.getByRole('button', { name: 'Stoppa inspelningen' }).click();
    await page.getByLabel('Lyssna på inspelningen').waitFor();
    await save(phone);
    await confirmed(phone);

    await openIdea(tablet, title);
    await tablet.page.getByRole('heading', { name: 'Röstanteckningar' }).waitFor();
    const heard = await tablet.page.locator('main audio[src]').evaluate(async (audio: HTMLAudioElement) => {
      await audio.play();
      await new Promise((resolve) => audio.addEventListener('ended', resolve));
      return audio.currentTime;
    });
    expect(heard).toBeGreaterThan(1);
  });

  test('of several photos one is taken away, and the others arrive', async () => {
    const { page } = phone;
    const title = unique('Tre bilder, och en för mycket');
    await phone.goto('/ny');
    await write(phone, { title });
    await page
      .locator('input[type=file][multiple]')
      .setInputFiles([testPicture(), testPicture({ width: 480, height: 640 }), testPicture(), testPicture()]);
    await page.getByRole('img', { name: 'Bild 4 till idén' }).waitFor();
    await page.getByRole('button', { name: 'Ta bort bild 4' }).click();
    await page.getByText('Bilden är borttagen').waitFor();
    await save(phone);
    await confirmed(phone);

    await openIdea(tablet, title);
    await tablet.page.getByRole('button', { name: 'Öppna bild 3 i full storlek' }).waitFor();
    await tablet.page.waitForFunction(
      () =>
        [...document.querySelectorAll<HTMLImageElement>('main li img')].filter((image) => image.naturalWidth > 0)
          .length === 3
    );
    await tablet.page.getByRole('button', { name: 'Öppna bild 1 i full storlek' }).click();
    const original = tablet.page.getByRole('dialog').getByRole('img', { name: 'Bild 1' });
    await tablet.page.waitForFunction(
      () => (document.querySelector<HTMLImageElement>('[role=dialog] img')?.naturalWidth ?? 0) >= 480
    );
    await original.waitFor();
    await tablet.page.keyboard.press('Escape');
  });

  test('a double tap on Spara leaves one idea', async () => {
    const title = unique('Tummen var snabb');
    await phone.goto('/ny');
    await write(phone, { title });
    await phone.page.getByRole('button', { name: 'Spara', exact: true }).dblclick();
    await phone.page.getByText(title).first().waitFor();

    const other = unique('Tummen var ännu snabbare');
    await phone.goto('/ny');
    await write(phone, { title: other });
    await phone.page.getByRole('button', { name: 'Spara', exact: true }).evaluate((button: HTMLButtonElement) => {
      for (let tap = 0; tap < 5; tap++) button.click();
    });
    await phone.page.getByRole('heading', { level: 1, name: 'Sparad på enheten' }).waitFor();

    await phone.goto('/ideer');
    for (const name of [title, other]) {
      await phone.page.getByRole('link', { name }).first().waitFor();
      await expect(phone.page.getByRole('link', { name }).count()).resolves.toBe(1);
    }
    await allSent(phone);
    await expect(Promise.all([storedWith(title), storedWith(other)])).resolves.toEqual([1, 1]);
  });

  test('a full device says so, keeps the words, and saves them when there is room again', async () => {
    // Chromium remembers for half a minute how much room there is; a new one asks anew.
    await phone.context.close();
    await phone.start();
    const { page } = phone;
    const devtools = await phone.context.newCDPSession(page);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: server.origin, quotaSize: 1 });

    const title = unique('När enheten är full');
    await phone.goto('/ny');
    await write(phone, { title, need: 'Orden får inte försvinna.' });
    await page.getByText('Utkastet kan inte sparas på enheten just nu.').waitFor();
    await savePressed();
    await page.getByText('Enheten har inte plats för mer, så det är inte sparat än.').waitFor();
    await expect(page.getByLabel('Rubrik').inputValue()).resolves.toBe(title);
    await expect(page.getByLabel('Behov').inputValue()).resolves.toBe('Orden får inte försvinna.');
    await expect(storedWith(title)).resolves.toBe(0);

    await devtools.send('Storage.overrideQuotaForOrigin', { origin: server.origin });
    await save(phone);
    await confirmed(phone);
    await expect(storedWith(title)).resolves.toBe(1);
    expect([...phone.complaints, ...tablet.complaints]).toEqual([]);
  });
});
