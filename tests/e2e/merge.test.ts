import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Person } from '../contract/person.ts';
import { newPerson, type NewPerson, wordOfItsOwn } from './accounts.ts';
import { bringAxe, violations } from './axe.ts';
import { BrowserDevice, RunningServer } from './harness.ts';
import { commentOn, put, supportOf } from './ideas-made.ts';
import { faultsOfLargeText } from './large-text.ts';
import { allSent } from './steps.ts';

const SPACE = 'uddevalla';

let server: RunningServer;
let coach: NewPerson;
let manager: NewPerson;
let desk: BrowserDevice;
let phone: BrowserDevice;

beforeAll(async () => {
  server = await RunningServer.start();
  coach = await newPerson(server, SPACE + ':coach', 'Kim');
  manager = await newPerson(server, SPACE + ':manager', 'Alex');
  desk = await BrowserDevice.open(server.origin, { width: 1280, height: 800 });
  await bringAxe(desk.context);
  await desk.signIn(coach.username, coach.password);
  await desk.ready();
  phone = await BrowserDevice.open(server.origin);
  await bringAxe(phone.context);
});
afterAll(async () => {
  await desk.close();
  await phone.close();
  await server.close();
});

const as = ({ username, password }: NewPerson) => Person.signIn(server.origin, username, password);

async function open(device: BrowserDevice, id: string, title: string): Promise<void> {
  await device.goto('/ideer/' + id.slice(5));
  await device.page.getByRole('heading', { level: 1, name: title }).waitFor();
}

describe('two ideas about the same thing', () => {
  test('become one with the supporters, comments and authors of both, and two again', async () => {
    const [anna, bo, ci] = await Promise.all(
      ['Anna', 'Bo', 'Ci'].map((name) => newPerson(server, SPACE + ':member', name))
    );
    const [authorOfGoing, authorOfStaying, both] = await Promise.all([as(anna!), as(bo!), as(ci!)]);
    const word = wordOfItsOwn();
    const [going, staying] = [`Nyckelskåp ${word}`, `Digitala lås ${word}`];
    const goes = authorOfGoing.idea({ title: going, at: new Date().toISOString() });
    const stays = authorOfStaying.idea({ title: staying, at: new Date().toISOString() });
    await put(authorOfGoing, SPACE, goes, supportOf(authorOfGoing, stays._id));
    await put(authorOfStaying, SPACE, stays, supportOf(authorOfStaying, goes._id));
    await put(both, SPACE, supportOf(both, goes._id), supportOf(both, stays._id));
    await put(both, SPACE, commentOn(both, goes._id, 'Vi tappar nycklar varje vecka.'));
    await put(both, SPACE, commentOn(both, stays._id, 'Lås med kod finns i Mölndal.'));

    // The one who reads the merged idea's page had begun to say something there.
    await phone.signIn(ci!.username, ci!.password);
    await phone.ready();
    await open(phone, goes._id, going);
    await phone.page.getByLabel('Skriv en kommentar').fill('Nästan färdigt');
    await phone.page.waitForTimeout(300);

    await open(desk, goes._id, going);
    await desk.offline(true);
    const { page } = desk;
    await page.getByRole('link', { name: 'Slå ihop med en annan' }).click();
    await page.getByLabel('Sök den idé som ska leva vidare').fill(word);
    await page.getByText('1 idé att välja').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: `Välj ”${staying}”` }).click();
    await page.getByText('Tillsammans har de stöd av 3 personer. Var och en räknas en gång.').waitFor();
    await page.getByRole('button', { name: 'Slå ihop', exact: true }).click();
    await page.getByText('Skriv varför. En mening räcker.').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await faultsOfLargeText(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.evaluate(() => (document.documentElement.style.fontSize = ''));
    await page.getByLabel('Varför hör de ihop?').fill('Båda handlar om nycklar.');
    await page.getByRole('button', { name: 'Slå ihop', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: staying }).waitFor();
    await page.getByRole('heading', { name: 'Sammanslagen från' }).waitFor();
    await desk.offline(false);
    await allSent(desk);

    // Under the eyes of another: what they had begun goes along. An old link still leads there, and says where it lives on.
    const reader = phone.page;
    await reader.getByRole('heading', { name: 'Idén lever vidare tillsammans med en annan' }).waitFor();
    await reader.getByText('Kommentaren du hade börjat på finns kvar.', { exact: false }).waitFor();
    await open(phone, goes._id, going);
    await reader.getByRole('heading', { name: 'Idén lever vidare tillsammans med en annan' }).waitFor();
    expect(await reader.getByRole('button', { name: 'Stöd idén' }).count()).toBe(0);
    expect(await violations(reader)).toEqual([]);
    await reader.getByRole('link', { name: staying }).click();
    await reader.getByRole('heading', { level: 1, name: staying }).waitFor();
    await expect.poll(() => reader.getByLabel('Skriv en kommentar').inputValue()).toBe('Nästan färdigt');
    await reader.getByText('3 personer stöder idén').waitFor();
    for (const { name } of [anna!, bo!]) await reader.locator('.byline').getByText(name).waitFor();
    await reader.getByText('Vi tappar nycklar varje vecka.').waitFor();
    await reader.getByText('Lås med kod finns i Mölndal.').waitFor();
    expect(await reader.getByText(`Från ”${going}”`).count()).toBe(1);
    await reader.goto(server.origin + '/ideer');
    await reader.getByRole('link', { name: staying }).waitFor();
    expect(await reader.getByRole('link', { name: going }).count()).toBe(0);

    // Support that was given to both is taken back from both, and given anew to the one.
    await open(phone, stays._id, staying);
    await reader.getByRole('button', { name: 'Stöd idén' }).click();
    await reader.getByText('2 personer stöder idén').waitFor();
    await reader.getByRole('button', { name: 'Stöd idén' }).click();
    await reader.getByText('3 personer stöder idén').waitFor();
    await allSent(phone);

    // Undone by somebody else, who says why, from the page of the one that was merged.
    const chief = await BrowserDevice.open(server.origin, { width: 820, height: 1180 });
    try {
      await chief.signIn(manager.username, manager.password);
      await open(chief, goes._id, going);
      await chief.page.getByRole('button', { name: `Ångra sammanslagningen med ”${going}”` }).click();
      const dialog = chief.page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Ångra sammanslagningen' }).click();
      await dialog.getByText('Skriv varför. En mening räcker.').waitFor();
      await dialog.getByLabel('Varför ska de skiljas åt?').fill('Det ena är skåp, det andra är dörrar.');
      await dialog.getByRole('button', { name: 'Ångra sammanslagningen' }).click();
      await chief.page.getByText('Det ena är skåp, det andra är dörrar.').first().waitFor();
      await allSent(chief);
    } finally {
      await chief.close();
    }
    await open(phone, goes._id, going);
    await reader.getByText('1 person stöder idén').waitFor();
    await reader.getByText('Vi tappar nycklar varje vecka.').waitFor();
    await open(phone, stays._id, staying);
    await reader.getByText('2 personer stöder idén').waitFor();
    expect(await reader.getByRole('heading', { name: 'Sammanslagen från' }).count()).toBe(0);
  });

  test('are taken apart from the page of the one that lives on, by whoever merged them', async () => {
    const word = wordOfItsOwn();
    const author = await as(coach);
    const [going, staying] = [`Bord ${word}`, `Stolar ${word}`];
    const goes = author.idea({ title: going, at: new Date().toISOString() });
    const stays = author.idea({ title: staying, at: new Date().toISOString() });
    await put(author, SPACE, goes, stays);
    await open(desk, goes._id, going);
    await desk.goto(`/ideer/${goes._id.slice(5)}/sla-ihop?med=${stays._id.slice(5)}`);
    const { page } = desk;
    await page.getByLabel('Varför hör de ihop?').fill('Möbler.');
    await page.getByRole('button', { name: 'Slå ihop', exact: true }).click();
    await page.getByRole('heading', { name: 'Sammanslagen från' }).waitFor();
    await page.getByRole('button', { name: `Ångra sammanslagningen med ”${going}”` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ångra sammanslagningen' }).click();
    await page.getByText('Idéerna är isär igen. Det är sparat på enheten.').waitFor();
    await page.getByRole('heading', { name: 'Sammanslagen från' }).waitFor({ state: 'detached' });
    await open(desk, goes._id, going);
    await page.getByRole('button', { name: 'Fatta beslut' }).waitFor();
  });
});
