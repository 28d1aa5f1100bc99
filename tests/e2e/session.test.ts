import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FaultProxy } from '../chaos/proxy.ts';
import { Person } from '../contract/person.ts';
import { Random } from '../simulation/random.ts';
import { account, newPerson, type NewPerson, wordOfItsOwn } from './accounts.ts';
import { BrowserDevice, RunningServer } from './harness.ts';
import { testPicture } from './pictures.ts';
import { section, status } from './screen.ts';
import { capture, openIdea, write } from './steps.ts';

let server: RunningServer;

beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.close());

async function phoneOf({ username, password }: NewPerson, origin = server.origin): Promise<BrowserDevice> {
  const phone = await BrowserDevice.open(origin);
  await phone.signIn(username, password);
  await phone.ready();
  return phone;
}

interface ServerDocument {
  readonly _id: string;
  readonly title?: string;
  readonly by?: string;
  readonly idea?: string;
  readonly _attachments?: Readonly<Record<string, unknown>>;
}

/** What the server holds in Uddevalla. */
async function onServer(): Promise<readonly ServerDocument[]> {
  const reader = await Person.signIn(server.origin, 'coach.uddevalla');
  const { body } = await reader.get('/db/uddevalla/_all_docs?include_docs=true');
  return (body as { rows: { doc: ServerDocument }[] }).rows.map(({ doc }) => doc);
}

const called = async (title: string): Promise<readonly ServerDocument[]> =>
  (await onServer()).filter((document) => document.title === title);

async function captureWithPicture(device: BrowserDevice, title: string): Promise<void> {
  await device.goto('/ny');
  await write(device, { title });
  await device.page.locator('input[type=file]').first().setInputFiles(testPicture());
  await device.page.getByRole('img', { name: /Bild 1/ }).waitFor();
  await device.page.getByRole('button', { name: 'Spara' }).click();
  await device.page.getByRole('heading', { level: 1, name: 'Sparad på enheten' }).waitFor();
}

async function signInAgain(page: Page, password: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Logga in igen' });
  await dialog.getByLabel('Lösenord').fill(password);
  await dialog.getByRole('button', { name: 'Logga in' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Waits until the server goes by what it was told: it believes what it knew for some seconds. */
const sessionIsOver = (device: BrowserDevice): Promise<void> =>
  expect
    .poll(async () => (await device.context.request.get(server.origin + '/auth/me')).status(), { timeout: 10_000 })
    .toBe(401);

describe('a session that ends', () => {
  test('while offline: reading and capturing go on; the same person signs in again where they are, and the queue goes', async () => {
    const mark = wordOfItsOwn();
    const person = await newPerson(server);
    const phone = await phoneOf(person);
    const { page } = phone;
    await phone.offline(true);
    await capture(phone, { title: `Före ${mark}`, need: 'Skriven innan lösenordet byttes.' });
    await account(server, 'password', person.username, '--password', 'ett nytt långt lösenord');
    await sessionIsOver(phone);
    await openIdea(phone, `Före ${mark}`);
    await phone.offline(false);
    await status(page).getByText('Logga in igen').waitFor({ timeout: 30_000 });

    await capture(phone, { title: `Efter ${mark}` });
    await openIdea(phone, `Före ${mark}`);
    await page.getByText('Skriven innan lösenordet byttes.').waitFor();
    await page.getByLabel('Skriv en kommentar').fill('Halvskriven kommentar');
    const place = page.url();

    await status(page).click();
    const dialog = page.getByRole('dialog', { name: 'Logga in igen' });
    await dialog.getByText(`Inloggningen för ${person.name} har gått ut.`).waitFor();
    await dialog.getByLabel('Användarnamn').fill('medarbetare2.uddevalla');
    await dialog.getByLabel('Lösenord').fill('demo');
    await dialog.getByRole('button', { name: 'Logga in' }).click();
    await dialog.getByText(`På den här enheten är ${person.name} inloggad.`).waitFor();
    // The other person has no session here afterwards either.
    expect((await phone.context.request.get(server.origin + '/auth/me')).status()).toBe(401);
    await dialog.getByLabel('Användarnamn').fill(person.username);
    await dialog.getByLabel('Lösenord').fill(person.password);
    await dialog.getByRole('button', { name: 'Logga in' }).click();
    await dialog.getByText('Användarnamnet och lösenordet hör inte ihop.').waitFor();
    await signInAgain(page, 'ett nytt långt lösenord');

    expect(page.url()).toBe(place);
    expect(await page.getByLabel('Skriv en kommentar').inputValue()).toBe('Halvskriven kommentar');
    await status(page).getByText('Allt är sparat hos kommunen').waitFor();
    for (const title of [`Före ${mark}`, `Efter ${mark}`]) expect(await called(title)).toHaveLength(1);
    expect(phone.complaints).toEqual([]);
    await phone.close();
  });

  test('in the middle of a sync: what was not answered stays, and arrives once', async () => {
    const mark = wordOfItsOwn();
    const person = await newPerson(server);
    const line = await FaultProxy.open(server.port, new Random(1));
    const phone = await phoneOf(person, line.origin);
    const { page, context } = phone;
    line.line = { isCut: true };
    await captureWithPicture(phone, `Mitt i ${mark}`);
    await phone.goto('/synk');
    // The words have gone, and before the picture goes the session is over.
    line.onAnswered = async ({ path }) => {
      if (path.includes('/_bulk_docs')) await context.clearCookies();
    };
    line.line = {};
    await page.getByRole('button', { name: 'Synka nu' }).click();
    await status(page).getByText('Logga in igen').waitFor();
    await section(page, 'Väntar här').getByText('Bild').waitFor();
    expect(await called(`Mitt i ${mark}`)).toHaveLength(1);
    line.onAnswered = async () => undefined;

    await page.getByRole('main').getByRole('button', { name: 'Logga in' }).click();
    await signInAgain(page, person.password);
    await status(page).getByText('Allt är sparat hos kommunen').waitFor();
    const [idea, ...more] = await called(`Mitt i ${mark}`);
    expect(more).toEqual([]);
    const pictures = (await onServer()).filter((document) => document.idea === idea!._id);
    expect(pictures.map(({ _attachments }) => Object.keys(_attachments!).sort())).toEqual([['original', 'thumbnail']]);
    await phone.close();
    await line.close();
  });

  test('because somebody else signed in beside the app: nothing goes in their name', async () => {
    const mark = wordOfItsOwn();
    const person = await newPerson(server);
    const phone = await phoneOf(person);
    const { page } = phone;
    await phone.offline(true);
    await capture(phone, { title: `Under eget namn ${mark}` });
    const me = await Person.signIn(server.origin, person.username, person.password);
    const data = { username: 'medarbetare2.uddevalla', password: 'demo' };
    expect((await phone.context.request.post(server.origin + '/auth/login', { data })).status()).toBe(200);
    await phone.offline(false);
    await phone.goto('/synk');
    await page.getByRole('button', { name: 'Synka nu' }).click();
    await status(page).getByText('Logga in igen').waitFor();
    expect(await called(`Under eget namn ${mark}`)).toEqual([]);

    await status(page).click();
    await signInAgain(page, person.password);
    await status(page).getByText('Allt är sparat hos kommunen').waitFor();
    expect((await called(`Under eget namn ${mark}`)).map(({ by }) => by)).toEqual([me.me.id]);
    await phone.close();
  });
});

describe('two tabs at once', () => {
  test('both capture, one syncs, both show both as confirmed', async () => {
    const mark = wordOfItsOwn();
    const phone = await phoneOf(await newPerson(server));
    const first = phone.page;
    const second = await phone.context.newPage();
    await second.goto(server.origin + '/ny');
    await first.goto(server.origin + '/ny');
    await phone.offline(true);
    for (const [page, title] of [
      [first, `Första fliken ${mark}`],
      [second, `Andra fliken ${mark}`]
    ] as const) {
      await page.bringToFront();
      await page.getByLabel('Rubrik').fill(title);
    }
    await Promise.all([first, second].map((page) => page.getByRole('button', { name: 'Spara' }).click()));
    for (const page of [first, second]) {
      await page.getByRole('heading', { level: 1, name: 'Sparad på enheten' }).waitFor();
      await page.goto(server.origin + '/synk');
      for (const tab of ['Första', 'Andra'])
        await section(page, 'Väntar här').getByText(`${tab} fliken ${mark}`).waitFor();
    }

    await phone.offline(false);
    await first.bringToFront();
    await first.getByRole('button', { name: 'Synka nu' }).click();
    for (const page of [first, second]) {
      const confirmed = section(page, 'Bekräftat');
      for (const tab of ['Första', 'Andra']) await confirmed.getByText(`${tab} fliken ${mark}`).waitFor();
      await status(page).getByText('Allt är sparat hos kommunen').waitFor();
    }
    for (const tab of ['Första', 'Andra']) expect(await called(`${tab} fliken ${mark}`)).toHaveLength(1);
    expect(phone.complaints).toEqual([]);
    await phone.close();
  });
});

/** Ends when the server has been killed, a moment after the `nth` request with documents has reached it. */
const powerGoesAt = (nth: number, line: FaultProxy): Promise<void> =>
  new Promise((resolve, reject) => {
    let requests = 0;
    line.onSent = ({ path }) => {
      if (!path.includes('/_bulk_docs') || ++requests !== nth) return;
      // Far enough for the server to have read it, and perhaps to have written it.
      setTimeout(() => void server.stop('SIGKILL').then(resolve, reject), 10 * nth);
    };
  });

describe('the server’s power goes in the middle of a sync', () => {
  test('when it is back everything arrives, and nothing twice', async () => {
    const mark = wordOfItsOwn();
    const line = await FaultProxy.open(server.port, new Random(1));
    const phone = await phoneOf(await newPerson(server), line.origin);
    const { page } = phone;
    line.line = { isCut: true };
    const titles = ['Ett', 'Två', 'Tre'].map((word) => `${word} ${mark}`);
    for (const title of titles) await captureWithPicture(phone, title);
    await phone.goto('/synk');

    line.line = {};
    // First with the words under way; then, after the restart, with the pictures.
    for (const nth of [1, 2]) {
      const death = powerGoesAt(nth, line);
      await page.getByRole('button', { name: 'Synka nu' }).click();
      await death;
      await status(page).getByText('Ingen kontakt').waitFor();
      await server.start();
    }
    await page.getByRole('button', { name: 'Synka nu' }).click();
    await status(page).getByText('Allt är sparat hos kommunen').waitFor({ timeout: 60_000 });

    const everything = await onServer();
    for (const title of titles) {
      const ideas = everything.filter((document) => document.title === title);
      expect(ideas).toHaveLength(1);
      expect(everything.filter((document) => document.idea === ideas[0]!._id)).toHaveLength(1);
    }
    for (const title of titles) {
      await openIdea(phone, title);
      await page.getByRole('button', { name: 'Öppna bild 1' }).waitFor();
    }
    expect(phone.complaints).toEqual([]);
    await phone.close();
    await line.close();
  });
});
