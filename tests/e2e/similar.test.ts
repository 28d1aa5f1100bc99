import { afterAll, beforeAll, expect, test } from 'vitest';
import { newPerson, type NewPerson, wordOfItsOwn } from './accounts.ts';
import { bringAxe, violations } from './axe.ts';
import { bringKeys, tabTo } from './focus.ts';
import { BrowserDevice, RunningServer } from './harness.ts';
import { allSent, capture, confirmed, openIdea, save } from './steps.ts';

let server: RunningServer;
let author: NewPerson;
let reader: NewPerson;
let phone: BrowserDevice;

// A word that no other idea has, so that the test says the same against any server.
const word = wordOfItsOwn().replace(/\d/g, 'a') + 'skåp';
const title = `Värme i ${word}et på vintern`;

beforeAll(async () => {
  server = await RunningServer.start();
  author = await newPerson(server, 'uddevalla:member', 'Anna');
  reader = await newPerson(server, 'uddevalla:member', 'Bo');
  const first = await BrowserDevice.open(server.origin);
  await first.signIn(author.username, author.password);
  await capture(first, { title, need: 'Det fryser.' });
  await confirmed(first);
  await first.close();
  phone = await BrowserDevice.open(server.origin);
  await phone.context.addInitScript(bringKeys);
  await bringAxe(phone.context);
  await phone.signIn(reader.username, reader.password);
  await phone.ready();
  await openIdea(phone, title);
  // Flight mode from here on, unless a test says otherwise.
  await phone.offline(true);
});
afterAll(async () => {
  await phone.close();
  await server.close();
});

const similar = () => phone.page.getByRole('region', { name: 'Liknar något av de här det du tänker på?' });

async function begin(): Promise<void> {
  await phone.goto('/ny');
  await phone.page.getByRole('heading', { level: 1, name: 'Ny idé' }).waitFor();
}

async function discard(): Promise<void> {
  await phone.page.getByRole('dialog').getByRole('button', { name: 'Kasta utkastet' }).click();
  await phone.page.getByRole('dialog').waitFor({ state: 'hidden' });
}

test('what is unlike anything shows nothing', async () => {
  await begin();
  await phone.page.getByLabel('Rubrik').fill('Xylofonorkester qqzvx');
  await phone.page.getByText('Utkastet är sparat på enheten').waitFor();
  await phone.page.waitForTimeout(1500);
  expect(await similar().count()).toBe(0);
  await phone.goto('/ny');
  await phone.page.getByRole('button', { name: 'Kasta utkastet' }).click();
  await discard();
});

test('by keyboard, without contact: similar ideas are shown while typing, and one is supported instead', async () => {
  const { page } = phone;
  await begin();
  await page.getByLabel('Rubrik').focus();
  await page.keyboard.type(`Våra ${word} är kalla`);
  await similar().getByRole('link', { name: title }).waitFor();
  await similar().getByText('Ny', { exact: true }).waitFor();
  expect(await page.getByText('liknande idé', { exact: false }).first().textContent()).toContain('visas under fälten');
  // Nothing that is shown is wider than the screen.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await violations(page)).toEqual([]);
  await tabTo(page, similar().getByRole('button', { name: `Stöd den i stället: ${title}` }));
  await page.keyboard.press('Enter');
  await page.getByText(`Du stöder nu ”${title}”.`).waitFor();
  await page.getByText('Dina ord finns kvar här som utkast.').waitFor();
  expect(await page.getByLabel('Rubrik').inputValue()).toBe(`Våra ${word} är kalla`);
  await tabTo(page, page.getByRole('button', { name: 'Kasta utkastet' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Kasta utkastet' }));
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await page.getByLabel('Rubrik').inputValue()).toBe('');
  await openIdea(phone, title);
  await page.getByText('1 person stöder idén. Du stöder idén.').waitFor();
});

test('building on one keeps the words and shows the way both ways; a personal number is refused with the words kept', async () => {
  const { page } = phone;
  const mine = `Fler ${word}`;
  await begin();
  await page.getByLabel('Rubrik').fill(mine);
  await similar().waitFor();
  await tabTo(page, similar().getByRole('button', { name: `Bygg vidare på ${title}` }));
  await page.keyboard.press('Enter');
  await page.getByText(`Bygger på ”${title}”`).waitFor();
  await similar().getByRole('link', { name: title }).waitFor({ state: 'hidden' });
  expect(await page.getByLabel('Rubrik').inputValue()).toBe(mine);
  await page.getByLabel('Behov').fill('Fråga 900101-2385.');
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  await page.getByText('Här står något som ser ut som ett personnummer.').waitFor();
  expect(await page.getByLabel('Behov').inputValue()).toBe('Fråga 900101-2385.');
  // As a draft too: after a reload it still builds on the other.
  await page.getByLabel('Behov').fill('Fråga vaktmästaren.');
  await page.waitForTimeout(400);
  await page.reload();
  await page.getByText(`Bygger på ”${title}”`).waitFor();
  await save(phone);
  await page.getByRole('link', { name: 'Visa idén' }).click();
  await page.getByText('Bygger på:').getByRole('link', { name: title }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByRole('list', { name: 'Det bygger vidare' }).getByRole('link', { name: mine }).click();
  await page.getByRole('heading', { level: 1, name: mine }).waitFor();
  await phone.offline(false);
  await allSent(phone);
  expect(phone.complaints).toEqual([]);
});

test('from the idea’s own page one builds on it, and can change one’s mind', async () => {
  const { page } = phone;
  await openIdea(phone, title);
  await page.getByRole('link', { name: 'Bygg vidare på idén' }).click();
  await page.getByText(`Bygger på ”${title}”`).waitFor();
  await page.getByRole('button', { name: 'Ta bort kopplingen' }).click();
  await page.getByText(`Bygger på ”${title}”`).waitFor({ state: 'hidden' });
});
