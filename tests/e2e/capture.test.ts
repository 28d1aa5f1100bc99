import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BrowserDevice, RunningServer } from './harness.ts';
import { testPicture } from './pictures.ts';

let server: RunningServer;

beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.close());

describe('an idea captured without signal reaches the server and the next device', () => {
  test('capture offline, power cut, reopen offline, go online, confirmed, seen with its photo elsewhere', async () => {
    const phone = await BrowserDevice.open(server.origin);
    await phone.signIn('medarbetare.uddevalla');
    await phone.ready();

    await phone.offline(true);
    await phone.page.getByRole('link', { name: 'Ny idé' }).first().click();
    const { page } = phone;
    await page.getByLabel('Rubrik').fill('Nyckelskåp som går att öppna med vantar');
    await page.getByLabel('Behov').fill('På vintern tappar vi nycklarna i snön.');
    await page.locator('input[type=file]').first().setInputFiles(testPicture());
    await page.getByRole('img', { name: /Bild 1/ }).waitFor();
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByText('Sparad på enheten').first().waitFor();

    // Another idea, half written when the battery goes.
    await phone.goto('/ny');
    await phone.page.getByLabel('Rubrik').fill('Halvskriven tanke');
    await phone.remembersSignIn();
    await phone.kill();

    await phone.start();
    await phone.offline(true);
    await phone.goto('/ideer');
    await phone.page.getByText('Nyckelskåp som går att öppna med vantar').waitFor();
    await expect(phone.page.locator('main a[href^="/ideer/"]').first().innerText()).resolves.toContain('Nyckelskåp');
    await phone.goto('/ny');
    await phone.page.waitForFunction(() => document.querySelector('input')?.value === 'Halvskriven tanke');
    await phone.goto('/synk');
    await phone.page.getByText('Nyckelskåp som går att öppna med vantar').first().waitFor();

    await phone.offline(false);
    await phone.page.getByRole('button', { name: 'Synka nu' }).click();
    await phone.page.getByText('Allt är sparat hos kommunen').first().waitFor();

    const tablet = await BrowserDevice.open(server.origin, { width: 820, height: 1180 });
    await tablet.signIn('coach.uddevalla');
    await tablet.page.getByRole('link', { name: 'Idéer' }).first().click();
    await tablet.page.getByText('Nyckelskåp som går att öppna med vantar').click();
    await tablet.page.getByText('På vintern tappar vi nycklarna i snön.').waitFor();
    const picture = tablet.page.locator('main img').first();
    await picture.waitFor();
    expect(
      await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))
    ).toBeGreaterThan(50);

    expect([...phone.complaints, ...tablet.complaints]).toEqual([]);
    await phone.close();
    await tablet.close();
  });

  test('a picture leaves the device small, without its camera’s data, and with a thumbnail', async () => {
    const phone = await BrowserDevice.open(server.origin);
    await phone.signIn('medarbetare2.uddevalla');
    await phone.goto('/ny');
    await phone.page.getByLabel('Behov').fill('Bilden är tagen med en telefon som vet var den är');
    await phone.page
      .locator('input[type=file]')
      .first()
      .setInputFiles(testPicture({ width: 3000, height: 2000, exif: true }));
    await phone.page.getByRole('img', { name: /Bild 1/ }).waitFor();
    await phone.page.getByRole('button', { name: 'Spara' }).click();
    await phone.page.getByText('Sparad på enheten').first().waitFor();
    await phone.goto('/synk');
    await phone.page.getByRole('button', { name: 'Synka nu' }).click();
    await phone.page.getByText('Allt är sparat hos kommunen').first().waitFor();

    const { original, thumbnail, size } = await phone.page.evaluate(async () => {
      const { rows } = await (
        await fetch('/db/uddevalla/_all_docs?include_docs=true&startkey="photo:"&endkey="photo:~"')
      ).json();
      const photo = rows
        .map((row: { doc: { at: string } }) => row.doc)
        .sort((a: { at: string }, b: { at: string }) => (a.at < b.at ? 1 : -1))[0];
      const read = async (name: string) => [
        ...new Uint8Array(await (await fetch(`/db/uddevalla/${photo._id}/${name}`)).arrayBuffer())
      ];
      const bitmap = await createImageBitmap(await (await fetch(`/db/uddevalla/${photo._id}/original`)).blob());
      return {
        original: await read('original'),
        thumbnail: await read('thumbnail'),
        size: Math.max(bitmap.width, bitmap.height)
      };
    });
    expect(size).toBe(1600);
    expect(original.length).toBeLessThanOrEqual(400_000);
    expect(thumbnail.length).toBeLessThanOrEqual(40_000);
    expect(Buffer.from(original).includes('Exif')).toBe(false);
    await phone.close();
  });
});
