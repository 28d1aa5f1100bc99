import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Person } from '../contract/person.ts';
import { newPerson, type NewPerson } from './accounts.ts';
import { bringAxe, violations } from './axe.ts';
import { BrowserDevice, RunningServer } from './harness.ts';
import { decisionOn, documentsOf, put } from './ideas-made.ts';
import { faultsOfLargeText } from './large-text.ts';
import { allSent, unique } from './steps.ts';

const SPACE = 'uddevalla';

let server: RunningServer;
let member: Person;
let one: NewPerson;
let other: NewPerson;
let manager: NewPerson;
let phone: BrowserDevice;
let desk: BrowserDevice;
let chief: BrowserDevice;

beforeAll(async () => {
  server = await RunningServer.start();
  member = await Person.signIn(server.origin, 'medarbetare.' + SPACE);
  one = await newPerson(server, SPACE + ':coach', 'Kim');
  other = await newPerson(server, SPACE + ':coach', 'Lo');
  manager = await newPerson(server, SPACE + ':manager', 'Alex');
  phone = await BrowserDevice.open(server.origin);
  desk = await BrowserDevice.open(server.origin, { width: 1280, height: 800 });
  chief = await BrowserDevice.open(server.origin, { width: 820, height: 1180 });
  for (const [device, { username, password }] of [
    [phone, one],
    [desk, other],
    [chief, manager]
  ] as const) {
    await bringAxe(device.context);
    await device.signIn(username, password);
    await device.ready();
  }
});
afterAll(async () => {
  await phone.close();
  await desk.close();
  await chief.close();
  await server.close();
});

const as = ({ username, password }: NewPerson) => Person.signIn(server.origin, username, password);

async function newIdea(words: string): Promise<{ readonly id: string; readonly title: string }> {
  const title = unique(words);
  const idea = member.idea({ title, at: new Date().toISOString() });
  await put(member, SPACE, idea);
  return { id: idea._id, title };
}

async function open(device: BrowserDevice, { id, title }: { id: string; title: string }): Promise<void> {
  await device.goto('/ideer/' + id.slice(5));
  await device.page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Opens the form, chooses, says why, saves. */
async function decide({ page }: BrowserDevice, step: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: 'Fatta beslut' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: step, exact: true }).check();
  await dialog.getByLabel('Varför?').fill(reason);
  await dialog.getByRole('button', { name: 'Spara beslutet' }).click();
  await page.getByText('Beslutet är sparat på enheten.').waitFor();
}

const stageOf = ({ page }: BrowserDevice): Promise<string | null> => page.locator('aside .meter .word').textContent();
const becomes = (device: BrowserDevice, stage: string): Promise<void> =>
  device.page.locator('aside .meter .word').getByText(stage, { exact: true }).waitFor();

describe('two coaches who decide at once, each offline', () => {
  test('both decisions are kept, both devices show the same stage, and a person settles it', async () => {
    const idea = await newIdea('Larm i duschen');
    for (const device of [phone, desk]) {
      await open(device, idea);
      await device.offline(true);
    }
    await decide(phone, 'Bedöms', 'Behovet är stort.');
    await decide(desk, 'Avslutad', 'Det finns redan ett larm.');
    await becomes(phone, 'Bedöms');
    await becomes(desk, 'Avslutad');
    for (const device of [phone, desk]) await device.offline(false);
    for (const device of [phone, desk]) await allSent(device);
    for (const device of [phone, desk]) {
      await open(device, idea);
      await device.page.getByRole('heading', { name: 'Två beslut' }).waitFor();
      for (const reason of ['Behovet är stort.', 'Det finns redan ett larm.'])
        await device.page.locator('.two').getByText(reason).waitFor();
    }
    // The later by its own clock stands for now, on both.
    expect([await stageOf(phone), await stageOf(desk)]).toEqual(['Avslutad', 'Avslutad']);
    const kept = await documentsOf<{ idea: string }>(await as(one), SPACE, 'decision');
    expect(kept.filter((each) => each.idea === idea.id)).toHaveLength(2);
    expect(await violations(phone.page)).toEqual([]);
    expect(await faultsOfLargeText(phone.page)).toEqual([]);
    await phone.page.reload();

    await phone.page.getByRole('button', { name: 'Låt ”Bedöms” gälla' }).click();
    const dialog = phone.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Spara beslutet' }).click();
    await dialog.getByText('Skriv varför. En mening räcker.').waitFor();
    await dialog.getByLabel('Varför?').fill('Larmet når inte dit.');
    await dialog.getByRole('button', { name: 'Spara beslutet' }).click();
    await phone.page.getByText('Beslutet är sparat på enheten.').waitFor();
    for (const device of [phone, desk]) {
      await device.page.getByRole('heading', { name: 'Två beslut' }).waitFor({ state: 'detached' });
      await becomes(device, 'Bedöms');
      await device.page.getByText(/^Avgjorde mellan ”Avslutad” \(.+\) och ”Bedöms” \(.+\)$/).waitFor();
    }
  });
});

describe('who may decide', () => {
  test('those who may not are told who does, and the server refuses a forged decision', async () => {
    const idea = await newIdea('Belysning på cykeln');
    await open(phone, idea);
    await decide(phone, 'Bedöms', 'Vi tittar på det.');
    await allSent(phone);
    await open(phone, idea);
    await phone.page.getByRole('button', { name: 'Fatta beslut' }).click();
    const dialog = phone.page.getByRole('dialog');
    await dialog.getByText('Beslut om tid fattas av chef eller ledning.').waitFor();
    expect(await dialog.getByRole('radio', { name: 'Utvecklas' }).count()).toBe(0);
    await dialog.getByRole('button', { name: 'Spara beslutet' }).click();
    await dialog.getByText('Välj vad som händer med idén.').waitFor();
    expect(await violations(phone.page)).toEqual([]);
    expect(await faultsOfLargeText(phone.page)).toEqual([]);
    await phone.page.reload();

    const coach = await as(one);
    const forged = decisionOn(coach, idea.id, 'bedoms', 'utvecklas', { grants: 'tid', hours: 8 });
    expect((await coach.bulk(SPACE, [forged])).body).toMatchObject([{ error: 'forbidden', reason: 'not-allowed' }]);
    const chef = await as(manager);
    const inAnothersName = { ...forged, by: chef.me.id };
    expect((await coach.bulk(SPACE, [inAnothersName])).body).toMatchObject([{ error: 'forbidden' }]);

    const reader = await BrowserDevice.open(server.origin);
    try {
      await reader.signIn('medarbetare.' + SPACE);
      await open(reader, idea);
      await reader.page.getByText('Nästa steg beslutas av idécoach, chef eller ledning.').waitFor();
      expect(await reader.page.getByRole('button', { name: 'Fatta beslut' }).count()).toBe(0);
    } finally {
      await reader.close();
    }
  });

  test('a decision on time says how much, its words outlive a reload, and it can be undone', async () => {
    const idea = await newIdea('En app för schemat');
    await put(await as(one), SPACE, decisionOn(await as(one), idea.id, 'ny', 'bedoms'));
    await open(chief, idea);
    await becomes(chief, 'Bedöms');
    const { page } = chief;
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Fatta beslut' }).click();
    await dialog.getByRole('radio', { name: 'Utvecklas', exact: true }).check();
    await dialog.getByLabel('Varför?').fill('Anna får tid på torsdagar.');
    await dialog.getByRole('button', { name: 'Spara beslutet' }).click();
    await dialog.getByText('Skriv hur många timmar som avsätts. Ett ungefärligt tal räcker.').waitFor();
    await dialog.getByLabel('Timmar som avsätts').fill('ganska många');
    await dialog.getByRole('button', { name: 'Spara beslutet' }).click();
    await dialog.getByText('Skriv antalet timmar som ett helt tal, till exempel 40.').waitFor();
    await dialog.getByLabel('Timmar som avsätts').fill('1 040');
    await page.waitForTimeout(300);
    await page.reload();
    await page.getByRole('button', { name: 'Fortsätt på beslutet' }).click();
    expect(await dialog.getByLabel('Varför?').inputValue()).toBe('Anna får tid på torsdagar.');
    expect(await dialog.getByLabel('Timmar som avsätts').inputValue()).toBe('1 040');
    await dialog.getByRole('button', { name: 'Spara beslutet' }).click();
    await becomes(chief, 'Utvecklas');
    await page.getByText(/Från Bedöms till Utvecklas\. Beslut om tid, 1\s040\stimmar/).waitFor();

    await page.getByRole('button', { name: 'Ångra beslutet' }).click();
    await dialog.getByText('Idén går tillbaka till Bedöms.', { exact: false }).waitFor();
    await dialog.getByRole('button', { name: 'Ångra beslutet' }).click();
    await becomes(chief, 'Bedöms');
    await page.getByText('Ångrade beslutet ”Utvecklas”').waitFor();
    await allSent(chief);
    await open(desk, idea);
    await becomes(desk, 'Bedöms');
    await desk.page.getByText(/^Ångrat beslut: Från Bedöms till Utvecklas/).waitFor();
    expect(await desk.page.getByRole('button', { name: 'Ångra beslutet' }).count()).toBe(0);
  });
});
