import { afterAll, beforeAll, expect, test } from 'vitest';
import { aliasOf } from '#lib/domain/actor.ts';
import { Person } from '../contract/person.ts';
import { newPerson, type NewPerson } from './accounts.ts';
import { bringAxe, violations } from './axe.ts';
import { BrowserDevice, RunningServer } from './harness.ts';
import { settled } from './large-text.ts';
import { allSent, capture, confirmed, unique } from './steps.ts';

let server: RunningServer;
let author: NewPerson;
let coach: NewPerson;
let receiver: NewPerson;
const devices: BrowserDevice[] = [];

beforeAll(async () => {
  server = await RunningServer.start();
  author = await newPerson(server, 'uddevalla:member', 'Fia Författare');
  coach = await newPerson(server, 'uddevalla:coach', 'Ulla Uddevalla');
  receiver = await newPerson(server, 'trollhattan:coach', 'Tore Trollhättan');
});
afterAll(async () => {
  for (const device of devices) await device.close();
  await server.close();
});

async function open({ username, password }: NewPerson, options?: object): Promise<BrowserDevice> {
  const device = await BrowserDevice.open(server.origin, options);
  devices.push(device);
  await bringAxe(device.context);
  await device.signIn(username, password);
  return device;
}

async function passOn({ page }: BrowserDevice, title: string): Promise<void> {
  await page.getByRole('button', { name: title }).click();
  await page.getByRole('button', { name: 'Skicka vidare', exact: true }).click();
  await page.getByRole('radio', { name: 'Annan kommun' }).check({ force: true });
  await page.getByLabel('Kommun', { exact: true }).selectOption('trollhattan');
  await page.getByLabel('Varför skickas den vidare?').fill('Vägen är Trollhättans.');
  await page.getByRole('button', { name: 'Spara och ta nästa' }).click();
  await page.getByText(`Skickad vidare: ${title}`).first().waitFor();
}

test('from Uddevalla to Trollhättan: the author is asked, named there only after a yes, and told when it is received', async () => {
  const phone = await open(author);
  const title = unique('Belysning vid bron');
  await capture(phone, { title, need: 'Bron är mörk på morgonen.' });
  await phone.page.getByText(/^Du får svar senast/).waitFor();
  await confirmed(phone);
  const secret = unique('Dold om bron');
  const me = await Person.signIn(server.origin, author.username, author.password);
  const alias = aliasOf(me.me)!;
  const hidden = me.idea({ title: secret, by: alias, hidden: true, at: new Date().toISOString() });
  const { body } = await me.bulk('uddevalla', [hidden]);
  expect(body[0].reason).toBeUndefined();

  const desk = await open(coach, { width: 1280, height: 800 });
  await desk.goto('/inkorg');
  await passOn(desk, title);
  await desk.page.getByRole('button', { name: title }).waitFor({ state: 'detached' });
  await passOn(desk, secret);
  await allSent(desk);

  // There it stands without a name, the hidden one with nothing that leads to anybody.
  const there = await open(receiver, { width: 820, height: 1180 });
  const row = (name: string) => there.page.getByRole('button', { name });
  const pane = there.page.locator('[data-pane]');
  await there.goto('/inkorg');
  await row(title).click();
  await pane.getByText('Författarens namn visas inte').waitFor();
  await pane.getByText('Vägen är Trollhättans.').waitFor();
  await settled(there.page);
  expect(await violations(there.page)).toEqual([]);
  const shares = await me.get('/db/fyrbodal/_changes?include_docs=true&limit=2000');
  const shared = JSON.stringify(shares.body.results.filter(({ id }: { id: string }) => id.startsWith('share:')));
  expect(shared).toContain(secret);
  expect(shared).not.toContain(me.me.id);
  expect(shared).not.toContain(alias);

  // The author is asked, and is answered.
  const { page } = phone;
  await phone.goto('/ideer/' + hidden._id.slice(5));
  await page.getByText('Ditt namn är dolt och följer inte med.').waitFor();
  await expect(page.getByRole('button', { name: 'Ja, visa mitt namn' }).count()).resolves.toBe(0);
  await phone.goto('/ideer');
  await page.getByRole('link', { name: title }).click();
  await page
    .getByText('Din idé är skickad till Trollhättan utan ditt namn. Vill du att ditt namn visas där?')
    .waitFor();
  await page.getByText(/^Svar har getts/).waitFor();
  await page.getByText('Ännu inte mottagen i Trollhättan').waitFor();
  await settled(page);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Nej, visa inte' }).click();
  await page.getByText('Ditt namn visas inte där.').waitFor();
  await page.reload();
  await page.getByText('Ditt namn visas inte där.').waitFor();
  await expect(pane.getByText('Lämnad av').count()).resolves.toBe(0);
  await page.getByRole('button', { name: 'Visa mitt namn' }).click();
  await page.getByText('Ditt namn visas där.').waitFor();
  await pane.getByText(`Lämnad av ${author.name}`).waitFor();

  // Received there, as an idea of its own, and both sides see it.
  await there.page.getByRole('button', { name: 'Ta emot', exact: true }).click();
  await there.page.getByText(`Mottagen: ${title}`).waitFor();
  await there.page
    .getByRole('region', { name: /^Att svara/ })
    .getByRole('button', { name: title })
    .click();
  await pane.getByRole('link', { name: 'Öppna idéns sida' }).click();
  await there.page.getByRole('heading', { level: 2, name: 'Kommer från Uddevalla' }).waitFor();
  await there.page.getByText(`Idén lämnades av ${author.name}.`).waitFor();
  await page.getByText(/^Mottagen i Trollhättan/).waitFor();
  await desk.goto('/ideer');
  await desk.page.getByRole('link', { name: title }).click();
  await desk.page.getByText(/^Mottagen i Trollhättan/).waitFor();
  await desk.page.getByText('Skickad vidare till Trollhättan', { exact: true }).first().waitFor();
  expect(devices.flatMap(({ complaints }) => complaints)).toEqual([]);
});
