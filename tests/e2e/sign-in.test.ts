import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Person } from '../contract/person.ts';
import { BrowserDevice, RunningServer } from './harness.ts';
import { capture, confirmed, unique } from './steps.ts';

let server: RunningServer;
const devices: BrowserDevice[] = [];

const open = async (): Promise<BrowserDevice> => {
  const device = await BrowserDevice.open(server.origin);
  devices.push(device);
  return device;
};

beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(async () => {
  for (const device of devices) await device.close();
  await server.close();
});

describe('signing in', () => {
  test('a wrong password is told in words; the right one leads where one was going', async () => {
    const { page } = await open();
    await page.goto(server.origin + '/ideer?lage=ny');
    await page.getByLabel('Användarnamn').fill('medarbetare.uddevalla');
    await page.getByLabel('Lösenord').fill('demokrati');
    await page.getByRole('button', { name: 'Logga in' }).click();
    await page.getByText('Användarnamnet och lösenordet hör inte ihop. Försök igen.').waitFor();
    await expect(page.getByLabel('Användarnamn').inputValue()).resolves.toBe('medarbetare.uddevalla');

    await page.getByLabel('Lösenord').fill('demo');
    await page.getByRole('button', { name: 'Logga in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Idéer' }).waitFor();
    expect(new URL(page.url()).search).toBe('?lage=ny');
  });

  test('Hem shows my ideas with their status, what I was writing, and Ny idé', async () => {
    const phone = await open();
    const { page } = phone;
    await phone.signIn('medarbetare.trollhattan');
    await phone.ready();
    const sent = unique('Handskar i rätt storlek');
    await capture(phone, { title: sent, need: 'De tar slut varje helg.' });
    await confirmed(phone);
    await phone.offline(true);
    const waiting = unique('En lampa vid soprummet');
    await capture(phone, { title: waiting });
    await page.getByRole('button', { name: 'Skriv en till' }).click();
    const halfWritten = unique('Halvskrivet');
    await page.getByLabel('Rubrik').fill(halfWritten);
    await page.getByText('Utkastet är sparat på enheten').waitFor();

    await page.getByRole('link', { name: 'Hem' }).click();
    const mine = page.getByRole('region', { name: 'Mina idéer' });
    await mine.getByRole('article').filter({ hasText: sent }).getByText('Bekräftad').waitFor();
    await mine.getByRole('article').filter({ hasText: waiting }).getByText('Sparad på enheten').waitFor();
    await page.getByRole('region', { name: 'Fortsätt skriva' }).getByText(halfWritten).waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Ny idé' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ny idé' }).waitFor();
  });

  test('Hem tells a coach which ideas wait for an answer', async () => {
    const author = await Person.signIn(server.origin, 'medarbetare2.trollhattan');
    const title = unique('En idé som ingen svarat på');
    await author.bulk('trollhattan', [author.idea({ title, at: new Date().toISOString() })]);
    const tablet = await open();
    await tablet.signIn('coach.trollhattan');
    await tablet.page
      .getByRole('region', { name: 'Väntar på dig' })
      .getByRole('link', { name: 'Att svara på' })
      .click();
    await tablet.page.getByRole('heading', { level: 1, name: 'Inkorg' }).waitFor();
    await tablet.page.getByRole('button', { name: title }).waitFor();
  });
});

interface Icon {
  readonly src: string;
  readonly sizes: string;
  readonly type: string;
  readonly purpose?: string;
}

describe('the app on the device', () => {
  test('can be installed: real icons, a maskable one, screenshots, and a shortcut to Ny idé', async () => {
    const phone = await open();
    const { page } = phone;
    await phone.signIn('medarbetare.uddevalla');
    await phone.ready();

    const address = await page.locator('link[rel=manifest]').getAttribute('href');
    const manifest = (await (await page.request.get(server.origin + address!)).json()) as {
      name: string;
      display: string;
      start_url: string;
      icons: Icon[];
      screenshots: Icon[];
      shortcuts: { name: string; url: string; icons: Icon[] }[];
    };
    expect(manifest).toMatchObject({ name: 'Idéslussen', display: 'standalone', start_url: '/' });
    expect(manifest.icons.some(({ purpose, sizes }) => purpose === 'maskable' && sizes === '512x512')).toBe(true);
    for (const sizes of ['192x192', '512x512'])
      expect(manifest.icons.some((icon) => icon.purpose === 'any' && icon.sizes === sizes)).toBe(true);

    const [shortcut] = manifest.shortcuts;
    const pictures = [...manifest.icons, ...manifest.screenshots, ...shortcut!.icons];
    for (const { src, sizes, type } of pictures) {
      const size = await page.evaluate(async (url) => {
        const image = new Image();
        image.src = url;
        await image.decode();
        return `${image.naturalWidth}x${image.naturalHeight}`;
      }, src);
      if (sizes !== 'any') expect([src, size]).toEqual([src, sizes]);
      expect((await page.request.get(server.origin + src)).headers()['content-type']).toBe(type);
    }
    expect(manifest.screenshots.length).toBeGreaterThan(0);

    const devtools = await phone.context.newCDPSession(page);
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    expect(installabilityErrors).toEqual([]);

    expect(shortcut!.name).toBe('Ny idé');
    await phone.goto(shortcut!.url);
    await page.getByRole('heading', { level: 1, name: 'Ny idé' }).waitFor();
    await page.keyboard.type('Direkt från ikonen');
    await expect(page.getByLabel('Rubrik').inputValue()).resolves.toBe('Direkt från ikonen');
    expect(phone.complaints).toEqual([]);
  });

  test('everything closed, no network: any address opens, signed in, also those never visited', async () => {
    const author = await Person.signIn(server.origin, 'medarbetare2.uddevalla');
    const id = ulid();
    const title = unique('En idé från en annan enhet');
    await author.bulk('uddevalla', [author.idea({ _id: 'idea:' + id, title, at: new Date().toISOString() })]);

    const phone = await open();
    await phone.signIn('medarbetare2.uddevalla');
    await phone.ready();
    await phone.page.getByRole('link', { name: title }).first().waitFor();
    await phone.context.close();
    await server.stop();

    await phone.start();
    await phone.offline(true);
    const { page } = phone;
    const places: [string, string][] = [
      [`/ideer/${id}`, title],
      [`/ideer/${id}/andra`, 'Ändra idén'],
      ['/ideer?lage=ny', 'Idéer'],
      ['/synk', 'Synk'],
      ['/installningar', 'Inställningar'],
      ['/om', 'Vad som sparas och hur'],
      ['/tillganglighet', 'Tillgänglighet'],
      [`/ideer/${ulid()}`, 'Idén finns inte på den här enheten'],
      ['/', 'Hem'],
      ['/ny', 'Ny idé']
    ];
    for (const [path, heading] of places) {
      await phone.goto(path);
      await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
      expect([path, await page.getByLabel('Lösenord').count()]).toEqual([path, 0]);
    }
    // Signed in: it is this person who writes, and the words go when there is contact.
    await page.getByLabel('Rubrik').fill(unique('Skriven helt utan kontakt'));
    await page.getByRole('button', { name: 'Spara', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Sparad på enheten' }).waitFor();
    await server.start();
    await phone.offline(false);
    await confirmed(phone);
    expect(phone.complaints).toEqual([]);
  });
});
