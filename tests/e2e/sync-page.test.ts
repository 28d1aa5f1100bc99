import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Person } from '../contract/person.ts';
import { account, newPerson, wordOfItsOwn } from './accounts.ts';
import { BrowserDevice, RunningServer } from './harness.ts';
import { replaceInOutbox } from './older-app.ts';
import { testPicture } from './pictures.ts';
import { comment, section, status } from './screen.ts';
import { allSent, capture, openIdea } from './steps.ts';

let server: RunningServer;

beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.close());

const phoneOf = async ({ username, password }: { username: string; password: string }): Promise<BrowserDevice> => {
  const phone = await BrowserDevice.open(server.origin);
  await phone.signIn(username, password);
  return phone;
};

/** Gives a person other roles, and waits until the server goes by them: it believes what it knew for some seconds. */
async function giveRoles(device: BrowserDevice, { username }: { username: string }, roles: string): Promise<void> {
  await account(server, 'roles', username, '--roles', roles);
  await expect
    .poll(async () => ((await (await device.context.request.get(server.origin + '/auth/me')).json()) as Me).roles, {
      timeout: 10_000
    })
    .toSatisfy(
      (now: string[]) =>
        now.includes(roles) &&
        now
          .filter((role) => role.startsWith('uddevalla:') || role.startsWith('trollhattan:'))
          .every((role) => role === roles)
    );
}

interface Me {
  readonly roles: string[];
}

/** Saves what a press gives as a file, and says where it lies. */
async function download(device: BrowserDevice, press: () => Promise<void>): Promise<string> {
  const [file] = await Promise.all([device.page.waitForEvent('download'), press()]);
  expect(file.suggestedFilename()).toMatch(/^ideslussen-osant-.*\.json$/);
  return file.path();
}

describe('the sync page says what waits, what arrived and what was refused', () => {
  test('what waits stands by its title, and after Synka nu as confirmed with the hour', async () => {
    const mark = wordOfItsOwn();
    const phone = await phoneOf(await newPerson(server));
    const { page } = phone;
    await phone.ready();
    await phone.offline(true);
    await capture(phone, { title: `Hållare för nycklar ${mark}` });
    await page.getByRole('link', { name: 'Visa idén' }).click();
    await comment(page, 'Den kan sitta i hallen.');
    await capture(phone, { title: `Ett annat behov ${mark}` });

    await phone.goto('/synk');
    const waiting = section(page, 'Väntar här');
    await waiting.getByRole('link', { name: `Ett annat behov ${mark}` }).waitFor();
    await waiting.getByRole('link', { name: `Hållare för nycklar ${mark}` }).waitFor();
    expect(await waiting.getByText('Sparad på enheten').count()).toBe(3);
    expect(await waiting.innerText()).toContain('Kommentar');
    await page.getByText('Ingen kontakt med servern').first().waitFor();

    await phone.offline(false);
    await page.getByRole('button', { name: 'Synka nu' }).click();
    await page.locator('main').getByText('Allt är sparat hos kommunen').waitFor();
    await waiting.getByText('Inget väntar.').waitFor();
    const confirmed = await section(page, 'Bekräftat').getByRole('listitem').allInnerTexts();
    expect(confirmed).toHaveLength(3);
    expect(confirmed.filter((line) => line.includes(`Hållare för nycklar ${mark}`))).toHaveLength(2);
    for (const line of confirmed) expect(line).toMatch(/(Idé|Kommentar) · .*\d\d[:.]\d\d/);
    expect(phone.complaints).toEqual([]);
    await phone.close();
  });

  test('the small status on every page says how many wait', async () => {
    const phone = await phoneOf(await newPerson(server));
    const { page } = phone;
    await phone.ready();
    await status(page).getByText('Allt är sparat hos kommunen').waitFor();
    await phone.offline(true);
    await capture(phone, { title: `Väntar ${wordOfItsOwn()}` });
    for (const path of ['/', '/ideer', '/ny', '/synk', '/installningar', '/om', '/tillganglighet']) {
      await phone.goto(path);
      await status(page)
        .getByText(/1 väntar/)
        .waitFor();
    }
    await status(page).click();
    await page.getByRole('heading', { level: 1, name: 'Synk' }).waitFor();
    await phone.offline(false);
    await phone.goto('/ideer');
    await status(page).getByText('Allt är sparat hos kommunen').waitFor();
    await phone.close();
  });

  test('space used is said in numbers, and protection in words that follow the browser’s answer', async () => {
    const phone = await phoneOf(await newPerson(server));
    const { page, context } = phone;
    await phone.goto('/synk');
    const storage = section(page, 'På den här enheten');
    await storage.getByText(/^[\d ,.]+ (kB|MB|GB|kilobyte|megabyte|gigabyte) används av /).waitFor();
    await storage.getByRole('meter', { name: 'Använt utrymme' }).waitFor();
    await storage.getByText('Inte skyddat.').waitFor();
    await storage.getByRole('button', { name: 'Skydda det som ligger här' }).click();
    await storage.getByText('Webbläsaren sa nej den här gången.').waitFor();

    const browser = await context.newCDPSession(page);
    await browser.send('Browser.grantPermissions', { origin: server.origin, permissions: ['durableStorage'] });
    await storage.getByRole('button', { name: 'Skydda det som ligger här' }).click();
    await storage.getByText('Skyddat.', { exact: true }).waitFor();
    await phone.close();
  });
});

describe('what the server refuses is kept, explained and can be changed or taken out', () => {
  test('a change by somebody who is no longer a coach: the reason in words, exported, then taken away', async () => {
    const mark = wordOfItsOwn();
    const author = await newPerson(server).then(({ username, password }) =>
      Person.signIn(server.origin, username, password)
    );
    const idea = author.idea({ title: `Idén som någon annan ändrar ${mark}`, need: 'Så här skrev jag.' });
    await author.bulk('uddevalla', [{ ...idea, at: new Date().toISOString() }]);

    const person = await newPerson(server, 'uddevalla:coach');
    const phone = await phoneOf(person);
    const { page } = phone;
    await openIdea(phone, `Idén som någon annan ändrar ${mark}`);
    await phone.ready();
    await phone.offline(true);
    await page.getByRole('link', { name: 'Ändra' }).click();
    await page.getByLabel('Behov').fill(`Coachens ord ${mark}`);
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByText('Sparad på enheten').first().waitFor();

    await giveRoles(phone, person, 'uddevalla:member');
    await phone.goto('/synk');
    await phone.offline(false);
    await page.getByRole('button', { name: 'Synka nu' }).click();
    const refused = section(page, 'Behöver dig');
    await refused.getByText('Du har inte behörighet att göra det.').waitFor();
    await refused.getByRole('heading', { name: `Idén som någon annan ändrar ${mark}` }).waitFor();
    expect(await refused.innerText()).toContain(`Coachens ord ${mark}`);
    await status(page).getByText('Behöver dig').waitFor();

    const file = await download(phone, () => refused.getByRole('button', { name: 'Exportera' }).click());
    expect(readFileSync(file, 'utf8')).toContain(`Coachens ord ${mark}`);

    await refused.getByRole('button', { name: 'Ta bort' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ta bort' }).click();
    await status(page).getByText('Allt är sparat hos kommunen').waitFor();
    await openIdea(phone, `Idén som någon annan ändrar ${mark}`);
    await page.getByText('Så här skrev jag.').waitFor();
    expect(phone.complaints).toEqual([]);
    await phone.close();
  });

  test('somebody moved to another municipality: the words wait with the reason, and go when the place is given back', async () => {
    const mark = wordOfItsOwn();
    const person = await newPerson(server, 'uddevalla:member');
    const phone = await phoneOf(person);
    const { page } = phone;
    await phone.ready();
    await phone.offline(true);
    await capture(phone, { title: `Skriven före flytten ${mark}`, need: 'Orden får inte försvinna.' });
    await giveRoles(phone, person, 'trollhattan:member');

    await phone.goto('/synk');
    await phone.offline(false);
    await page.getByRole('button', { name: 'Synka nu' }).click();
    const refused = section(page, 'Behöver dig');
    await refused.getByText('Du har inte längre tillgång till den plats där det skulle sparas.').waitFor();
    expect(await refused.innerText()).toContain('Orden får inte försvinna.');
    // The idea has left the device with the place, so there is nothing here to change: only to take out.
    expect(await refused.getByRole('link').count()).toBe(0);
    const file = await download(phone, () => refused.getByRole('button', { name: 'Exportera' }).click());
    expect(readFileSync(file, 'utf8')).toContain('Orden får inte försvinna.');

    await giveRoles(phone, person, 'uddevalla:member');
    await page.getByRole('button', { name: 'Synka nu' }).click();
    await section(page, 'Bekräftat').getByText(`Skriven före flytten ${mark}`).waitFor();
    await openIdea(phone, `Skriven före flytten ${mark}`);
    await phone.close();
  });

  test('personal numbers that an older app let through: Ändra leads to the words, and the changed ones arrive', async () => {
    const mark = wordOfItsOwn();
    const phone = await phoneOf(await newPerson(server));
    const { page } = phone;
    await phone.ready();
    await phone.offline(true);
    await capture(phone, { title: `Listan på kylskåpet ${mark}`, need: 'Ring BYTUT innan besöket.' });
    await page.getByRole('link', { name: 'Visa idén' }).click();
    await comment(page, 'Gäller även BYTUT.');
    await phone.goto('/synk');
    await section(page, 'Väntar här').getByText('Kommentar').waitFor();
    // An app from before the guard would have left this on the device.
    await replaceInOutbox(phone, 'BYTUT', '19121212-1212');

    await phone.offline(false);
    await page.getByRole('button', { name: 'Synka nu' }).click();
    const refused = section(page, 'Behöver dig');
    await refused.getByText('Här står något som ser ut som ett personnummer').nth(1).waitFor();
    expect(await refused.innerText()).toMatch(/Idé · Behov/i);

    await refused.getByRole('link', { name: `Ändra Listan på kylskåpet ${mark}` }).click();
    expect(await page.getByLabel('Behov').inputValue()).toBe('Ring 19121212-1212 innan besöket.');
    await page.getByLabel('Behov').fill('Ring den anhöriga innan besöket.');
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByRole('heading', { level: 1, name: `Listan på kylskåpet ${mark}` }).waitFor();

    await phone.goto('/synk');
    await refused.getByRole('button', { name: /^Ändra/ }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByLabel('Kommentar').inputValue()).toBe('Gäller även 19121212-1212.');
    await dialog.getByRole('button', { name: 'Spara' }).click();
    await dialog.locator('[aria-invalid=true]').waitFor();
    await dialog.getByLabel('Kommentar').fill('Gäller även den andra.');
    await dialog.getByRole('button', { name: 'Spara' }).click();
    await page.locator('main').getByText('Allt är sparat hos kommunen').waitFor();

    const reader = await Person.signIn(server.origin, 'coach.uddevalla');
    const { rows } = (await reader.get('/db/uddevalla/_all_docs?include_docs=true')).body as {
      rows: { doc: { need?: string; text?: string; title?: string } }[];
    };
    const words = rows.map(({ doc }) => [doc.title, doc.need, doc.text].join(' ')).join('\n');
    expect(words).toContain(`Listan på kylskåpet ${mark} Ring den anhöriga innan besöket.`);
    expect(words).toContain('Gäller även den andra.');
    expect(words).not.toContain('19121212');
    await phone.close();
  });
});

describe('what is unsent can be carried in a file', () => {
  test('exported from one device that is then lost, imported on another, and seen by a third with its picture', async () => {
    const mark = wordOfItsOwn();
    const person = await newPerson(server);
    const lost = await phoneOf(person);
    await lost.ready();
    await lost.offline(true);
    await lost.goto('/ny');
    await lost.page.getByLabel('Rubrik').fill(`Räddad ur en trasig telefon ${mark}`);
    await lost.page.locator('input[type=file]').first().setInputFiles(testPicture());
    await lost.page.getByRole('img', { name: /Bild 1/ }).waitFor();
    await lost.page.getByRole('button', { name: 'Spara' }).click();
    await lost.page.getByRole('link', { name: 'Visa idén' }).click();
    await comment(lost.page, `Sagt samma dag ${mark}`);
    await lost.goto('/synk');
    const file = await download(lost, () => lost.page.getByRole('button', { name: 'Exportera osänt' }).click());
    await lost.page.getByText('Filen är sparad. Den innehåller 3 saker.').waitFor();
    const kept = { name: 'osant.json', mimeType: 'application/json', buffer: readFileSync(file) };
    await lost.close();

    const colleague = await phoneOf(await newPerson(server));
    await colleague.goto('/synk');
    const choose = (device: BrowserDevice, buffer: Buffer) =>
      device.page.locator('input[type=file]').setInputFiles({ ...kept, buffer });
    await choose(colleague, kept.buffer);
    await colleague.page.getByText('Filen hör till en annan person.').waitFor();
    await choose(colleague, Buffer.from('inte en export'));
    await colleague.page.getByText('Filen är inte en export från Idéslussen').waitFor();

    const tablet = await phoneOf(person);
    await tablet.goto('/synk');
    await choose(tablet, kept.buffer);
    await tablet.page.getByText('3 saker är importerade och skickas snart.').waitFor();
    await status(tablet.page).getByText('Allt är sparat hos kommunen').waitFor();
    // The same file twice adds nothing twice.
    await choose(tablet, kept.buffer);
    await tablet.page.getByText(/importerade|fanns redan/).waitFor();
    await allSent(tablet);

    await openIdea(colleague, `Räddad ur en trasig telefon ${mark}`);
    const { page } = colleague;
    await page.getByText(`Sagt samma dag ${mark}`).waitFor();
    expect(await page.getByText(`Sagt samma dag ${mark}`).count()).toBe(1);
    await page.getByRole('button', { name: 'Öppna bild 1' }).click();
    const picture = page.getByRole('dialog').getByRole('img');
    await picture.waitFor();
    expect(
      await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))
    ).toBeGreaterThan(300);
    await colleague.goto('/ideer');
    await page.getByRole('link', { name: `Räddad ur en trasig telefon ${mark}` }).waitFor();
    expect(await page.getByRole('link', { name: `Räddad ur en trasig telefon ${mark}` }).count()).toBe(1);
    expect([...colleague.complaints, ...tablet.complaints]).toEqual([]);
    await colleague.close();
    await tablet.close();
  });
});
