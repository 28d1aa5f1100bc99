import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Person } from '../contract/person.ts';
import { newPerson, type NewPerson } from './accounts.ts';
import { bringAxe, violations } from './axe.ts';
import { bringKeys, isFocused, tabTo } from './focus.ts';
import { BrowserDevice, RunningServer } from './harness.ts';
import { settled } from './large-text.ts';
import { allSent, unique } from './steps.ts';

const STATUS = '/db/fyrbodal/groupstatus%3A' + '1488'.padStart(26, '0');

let server: RunningServer;
const devices: BrowserDevice[] = [];

beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(async () => {
  for (const device of devices) await device.close();
  await server.close();
});

async function device(person: NewPerson, width = 360, height = 740): Promise<BrowserDevice> {
  const made = await BrowserDevice.open(server.origin, { width, height });
  devices.push(made);
  await made.context.addInitScript(bringKeys);
  await bringAxe(made.context);
  await made.signIn(person.username, person.password);
  await made.ready();
  return made;
}

/** The day so many days from now, as a field of a form takes it. */
const dayIn = (days: number): string => {
  const at = new Date(Date.now() + days * 86_400_000);
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
};

const heading = ({ page }: BrowserDevice, name: string) => page.getByRole('heading', { level: 1, name });
const button = ({ page }: BrowserDevice, name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
const said = ({ page }: BrowserDevice, words: string) => page.getByRole('status').filter({ hasText: words }).waitFor();

async function openGroup(of: BrowserDevice, name: string): Promise<void> {
  await of.goto('/samverkan');
  await of.page.getByRole('link', { name }).click();
  await heading(of, name).waitFor();
}

/** Adds a task in the form that is open. */
async function addTask(of: BrowserDevice, title: string, assignee?: string, due?: string): Promise<void> {
  await of.page.getByLabel('Vad ska göras?').fill(title);
  if (assignee !== undefined) await of.page.getByLabel('Vem gör det?').selectOption({ label: assignee });
  if (due !== undefined) await of.page.getByLabel('Klart senast').fill(due);
  await button(of, 'Spara').click();
  await of.page.getByRole('checkbox', { name: title }).waitFor();
  await expect.poll(() => of.page.getByLabel('Vad ska göras?').inputValue()).toBe('');
}

const row = ({ page }: BrowserDevice, municipality: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: municipality }) });

describe('a working group’s first month', () => {
  const name = unique('Kvällsro');
  let coachPerson: NewPerson;
  let annaPerson: NewPerson;
  let boPerson: NewPerson;
  let coach: BrowserDevice;
  let anna: BrowserDevice;
  let bo: BrowserDevice;
  let other: BrowserDevice;
  let reader: Person;
  const told = async () => (await reader.get(STATUS)).body.standing as Record<string, unknown> | undefined;
  let waited = 0;

  beforeAll(async () => {
    coachPerson = await newPerson(server, 'trollhattan:coach', 'Coacha');
    annaPerson = await newPerson(server, 'trollhattan:member', 'Anna');
    boPerson = await newPerson(server, 'trollhattan:member', 'Bo');
    const otherPerson = await newPerson(server, 'vanersborg:member', 'Granne');
    reader = await Person.signIn(server.origin, otherPerson.username, otherPerson.password);
    waited = Number((await told())?.['waiting'] ?? 0);
    coach = await device(coachPerson, 1280, 800);
    anna = await device(annaPerson);
    bo = await device(boPerson, 820, 1180);
    other = await device(otherPerson);
  });

  test('a coach makes it; a personal number is refused beside its field, and the words are kept', async () => {
    await coach.goto('/samverkan');
    await coach.page.getByRole('link', { name: 'Ny arbetsgrupp' }).first().click();
    await coach.page.getByLabel('Gruppens namn').fill(name);
    await coach.page.getByLabel('Vad ska gruppen göra?').fill('Om 19900101-2385.');
    await button(coach, 'Skapa gruppen').click();
    await coach.page.getByText('Här står något som ser ut som ett personnummer.').waitFor();
    expect(await coach.page.getByLabel('Vad ska gruppen göra?').inputValue()).toBe('Om 19900101-2385.');
    // What is being written outlives a reload.
    await coach.page.getByLabel('Vad ska gruppen göra?').fill('Lugnare kvällar på Lönnen.');
    await coach.page.waitForTimeout(500);
    await coach.page.reload();
    await expect
      .poll(() => coach.page.getByLabel('Vad ska gruppen göra?').inputValue())
      .toBe('Lugnare kvällar på Lönnen.');
    await button(coach, 'Skapa gruppen').click();
    await heading(coach, name).waitFor();
    await button(coach, 'Gå med').click();
    await said(coach, 'Du är med i gruppen.');
    await allSent(coach);
  });

  test('three are in it: two join without contact, one of them as a coach adds her', async () => {
    for (const each of [anna, bo]) {
      await openGroup(each, name);
      await each.offline(true);
      await button(each, 'Gå med').click();
      await said(each, 'Du är med i gruppen.');
    }
    await openGroup(coach, name);
    await button(coach, 'Ändra medlemmar').click();
    await coach.page.getByLabel('Lägg till en person').fill(annaPerson.name);
    await button(coach, `Lägg till ${annaPerson.name}`).click();
    await said(coach, `${annaPerson.name} är tillagd.`);
    await button(coach, `Gör till sammankallande: ${annaPerson.name}`).click();
    await button(coach, 'Klar').click();
    await allSent(coach);
    for (const each of [anna, bo]) {
      await each.offline(false);
      await allSent(each);
    }
    for (const each of [coach, anna, bo]) {
      await openGroup(each, name);
      await each.page.getByRole('heading', { name: 'Medlemmar 3' }).waitFor();
    }
    await coach.page.locator('aside').getByText('sammankallande').waitFor();
  });

  test('a meeting is noted, and two write in different parts of it at once: both stand', async () => {
    await button(anna, 'Anteckna ett möte').click();
    const notes = (of: BrowserDevice) => of.page.getByLabel('Anteckningar');
    await expect.poll(() => anna.page.getByLabel('Dag', { exact: true }).inputValue()).toBe(dayIn(0));
    await anna.page.getByRole('checkbox', { name: 'Du', exact: true }).check();
    await anna.page.getByRole('checkbox', { name: boPerson.name }).check();
    await notes(anna).fill('Ljus: vi väntar.\n\nMusik: Brukaren 19900101-2385 valde.\n\nMat: klart.');
    await button(anna, 'Spara').click();
    await anna.page.getByText('Här står något som ser ut som ett personnummer.').waitFor();
    expect(await notes(anna).inputValue()).toContain('Musik: Brukaren 19900101-2385 valde.');
    await notes(anna).fill('Ljus: vi väntar.\n\nMusik: dragspel.\n\nMat: klart.');
    await said(anna, 'Utkastet är sparat på enheten.');
    await anna.page.waitForTimeout(500);
    await anna.page.reload();
    await expect.poll(() => notes(anna).inputValue()).toBe('Ljus: vi väntar.\n\nMusik: dragspel.\n\nMat: klart.');
    await button(anna, 'Spara').click();
    await said(anna, 'Mötet är sparat på enheten.');
    await allSent(anna);

    for (const each of [anna, coach]) {
      await openGroup(each, name);
      await each.page.getByText('Musik: dragspel.').waitFor();
      await button(each, /^Ändra eller skriv mer i mötet/).click();
    }
    await anna.offline(true);
    await notes(anna).fill('Ljus: lamporna är beställda.\n\nMusik: dragspel.\n\nMat: klart.');
    await button(anna, 'Spara').click();
    await said(anna, 'Mötet är sparat på enheten.');
    await notes(coach).fill('Ljus: vi väntar.\n\nMusik: dragspel.\n\nMat: klart, soppan vann.');
    await coach.page.getByRole('checkbox', { name: 'Du', exact: true }).check();
    await button(coach, 'Spara').click();
    await said(coach, 'Mötet är sparat på enheten.');
    await allSent(coach);
    await anna.offline(false);
    await allSent(anna);
    for (const each of [anna, coach, bo]) {
      await openGroup(each, name);
      const meeting = each.page.locator('[data-meeting]');
      await meeting.getByText('Ljus: lamporna är beställda.').waitFor();
      await meeting.getByText('Mat: klart, soppan vann.').waitFor();
      expect(await each.page.getByRole('heading', { name: 'Två versioner' }).count()).toBe(0);
      expect(await meeting.getByText(/^Närvarande:/).innerText()).toContain(each === coach ? 'Du' : coachPerson.name);
    }
  });

  test('the same line written by both: both are kept, and a person chooses', async () => {
    for (const each of [anna, coach]) await button(each, /^Ändra eller skriv mer i mötet/).click();
    await anna.offline(true);
    await anna.page.getByLabel('Anteckningar').fill('Det Anna menar.');
    await button(anna, 'Spara').click();
    await said(anna, 'Mötet är sparat på enheten.');
    await coach.page.getByLabel('Anteckningar').fill('Det coachen menar.');
    await button(coach, 'Spara').click();
    await said(coach, 'Mötet är sparat på enheten.');
    await allSent(coach);
    await anna.offline(false);
    await allSent(anna);
    await anna.goto('/');
    await anna.page.getByRole('link', { name: 'Två versioner i en arbetsgrupp' }).click();
    await heading(anna, name).waitFor();
    await anna.page.getByRole('heading', { name: 'Två versioner' }).waitFor();
    await button(anna, 'Använd den andra').click();
    await anna.page.getByRole('heading', { name: 'Två versioner' }).waitFor({ state: 'hidden' });
    await openGroup(coach, name);
    await coach.page.locator('[data-meeting]').getByText('Det Anna menar.').waitFor();
  });

  test('decisions and tasks with dates; one is done by whoever has it, on a phone; one is overdue', async () => {
    await openGroup(coach, name);
    await coach.page.getByLabel('Vad har gruppen beslutat?').fill('Vi provar i fyra veckor.');
    await button(coach, 'Anteckna beslutet').click();
    await said(coach, 'Beslutet är sparat på enheten.');
    await button(coach, 'Ny uppgift').click();
    await addTask(coach, 'Köp lampor', annaPerson.name, dayIn(7));
    await addTask(coach, 'Fråga köket', boPerson.name, dayIn(-3));
    await addTask(coach, 'Ring vaktmästaren');
    await button(coach, 'Klar').click();
    await allSent(coach);

    await anna.goto('/');
    await anna.page.getByRole('link', { name: 'Köp lampor' }).click();
    await heading(anna, name).waitFor();
    await anna.offline(true);
    await anna.page.getByRole('checkbox', { name: 'Köp lampor' }).check();
    await said(anna, '”Köp lampor” är klar.');
    expect(await anna.page.getByRole('checkbox', { name: 'Fråga köket' }).isDisabled()).toBe(true);
    await button(anna, 'Ta uppgiften Ring vaktmästaren').click();
    await said(anna, 'Uppgiften är din.');
    await anna.offline(false);
    await allSent(anna);

    await bo.goto('/');
    await bo.page.getByRole('link', { name: 'Fråga köket' }).getByText('skulle ha varit klar').waitFor();
    await openGroup(bo, name);
    const late = bo.page.locator('li', { has: bo.page.getByRole('checkbox', { name: 'Fråga köket' }) });
    await late.getByText('Försenad').waitFor();
    await bo.page.locator('summary', { hasText: 'Klara uppgifter' }).click();
    await expect.poll(() => bo.page.getByRole('checkbox', { name: 'Köp lampor' }).isChecked()).toBe(true);
    await bo.page.getByText('Vi provar i fyra veckor.').first().waitFor();
    const ringing = bo.page.locator('li', { has: bo.page.getByRole('checkbox', { name: 'Ring vaktmästaren' }) });
    await ringing.getByText(annaPerson.name).waitFor();
  });

  test('the next meeting is arranged, and put in a calendar', async () => {
    await openGroup(coach, name);
    await button(coach, 'Bestäm nästa möte').click();
    await button(coach, 'Spara').click();
    await coach.page.getByText('Välj både dag och tid.').waitFor();
    const day = dayIn(14);
    await coach.page.getByLabel('Dag', { exact: true }).fill(day);
    await coach.page.getByLabel('Tid', { exact: true }).fill('13:30');
    await coach.page.getByLabel('Plats').fill('Rum 3; Lönnen, plan 2');
    await button(coach, 'Spara').click();
    await said(coach, 'Mötet är sparat på enheten.');
    await allSent(coach);

    await bo.page.getByText('Rum 3; Lönnen, plan 2').waitFor();
    await bo.offline(true);
    const [download] = await Promise.all([bo.page.waitForEvent('download'), button(bo, 'Lägg i kalendern').click()]);
    await bo.offline(false);
    expect(download.suggestedFilename()).toMatch(/\.ics$/);
    const lines = readFileSync(await download.path(), 'utf8')
      .replace(/\r\n[ \t]/g, '')
      .trimEnd()
      .split('\r\n');
    const field = (key: string) => lines.find((line) => line.startsWith(key + ':'))?.slice(key.length + 1);
    const utc = (moment: Date) => moment.toISOString().slice(0, 19).replace(/[-:]/g, '') + 'Z';
    // The page's clock is this machine's.
    const start = new Date(`${day}T13:30`);
    expect([lines[0], lines.at(-1), field('VERSION')]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', '2.0']);
    expect(field('DTSTART')).toBe(utc(start));
    expect(field('DTEND')).toBe(utc(new Date(start.getTime() + 3_600_000)));
    expect(field('SUMMARY')).toBe(`Möte: ${name}`);
    expect(field('LOCATION')).toBe('Rum 3\\; Lönnen\\, plan 2');
    expect(field('UID')).toMatch(/^[0-9A-Z]{26}-mote@/);
    expect(field('DTSTAMP')).toMatch(/^\d{8}T\d{6}Z$/);
    await bo.goto('/');
    await bo.page.getByRole('link', { name: `Möte: ${name}` }).waitFor();
  });

  test('another municipality sees that there is a group, when it met and what waits, and no names', async () => {
    // The page that the last change was made on may have gone before the region was told.
    await coach.goto('/samverkan');
    await expect.poll(async () => (await told())?.['waiting'], { timeout: 20_000 }).toBe(waited + 1);
    await other.goto('/samverkan');
    const line = row(other, 'Trollhättan');
    await line.getByText('Träffades i dag').waitFor();
    await line.getByText(waited + 1 === 1 ? '1 sak väntar' : `${waited + 1} saker väntar`).waitFor();
    await line.getByText(/\d+ personer/).waitFor();
    expect(await line.getByRole('cell').count()).toBe(5);
    const stored = JSON.stringify((await reader.get(STATUS)).body);
    const all = (await other.page.getByRole('main').innerText()) + stored;
    for (const hidden of [name, coachPerson.name, annaPerson.name, boPerson.name]) expect(all).not.toContain(hidden);
    expect(stored).not.toMatch(/"by"/);

    expect(await row(other, 'Vänersborg').innerText()).toContain('Ingen arbetsgrupp än');
    expect(await row(other, 'Bengtsfors').innerText()).toContain('Ingen uppgift än');
    expect(await other.page.getByRole('rowheader').count()).toBe(14);
    await other.goto('/samverkan/ny-grupp');
    await other.page.getByText(/^Arbetsgrupper skapas av/).waitFor();
  });

  test('a task is added by keyboard alone', async () => {
    await openGroup(anna, name);
    const { page } = anna;
    const { keyboard } = page;
    await tabTo(page, button(anna, 'Ny uppgift'));
    await keyboard.press('Enter');
    const title = page.getByLabel('Vad ska göras?');
    await expect.poll(() => isFocused(title)).toBe(true);
    await keyboard.press('Enter');
    await page.getByText('Här behöver det stå något.').waitFor();
    await keyboard.type('Boka rummet');
    await keyboard.press('Tab');
    expect(await isFocused(page.getByLabel('Vem gör det?'))).toBe(true);
    await keyboard.press('ArrowDown');
    await keyboard.press('Tab');
    expect(await isFocused(page.getByLabel('Klart senast'))).toBe(true);
    await keyboard.press('ArrowUp');
    await keyboard.press('Tab');
    await keyboard.press('ArrowUp');
    await keyboard.press('Tab');
    await keyboard.press('ArrowUp');
    await tabTo(page, button(anna, 'Spara'));
    await keyboard.press('Enter');
    await said(anna, 'Uppgiften är sparad på enheten.');
    await expect.poll(() => isFocused(title)).toBe(true);
    await tabTo(page, button(anna, 'Klar'));
    await keyboard.press('Enter');
    await expect.poll(() => isFocused(button(anna, 'Ny uppgift'))).toBe(true);
    const box = page.getByRole('checkbox', { name: 'Boka rummet' });
    await tabTo(page, box, 'Shift+Tab');
    await keyboard.press('Space');
    await said(anna, '”Boka rummet” är klar.');
    await expect.poll(() => isFocused(page.getByRole('heading', { name: 'Uppgifter' }))).toBe(true);
    // Where a button goes away with what it did, the focus is still in its part.
    await tabTo(page, button(anna, 'Lämna gruppen'));
    await keyboard.press('Enter');
    await said(anna, 'Du har lämnat gruppen.');
    await expect.poll(() => isFocused(page.getByRole('heading', { name: /^Medlemmar/ }))).toBe(true);
    await tabTo(page, button(anna, 'Gå med'));
    await keyboard.press('Enter');
    await said(anna, 'Du är med i gruppen.');
  });

  test('axe finds nothing on the pages, with their forms open, at each width and in both schemes', async () => {
    const faults: string[] = [];
    const look = async (what: string) => {
      for (const [width, height] of [
        [360, 740],
        [820, 1180],
        [1280, 800]
      ] as const)
        for (const colorScheme of ['light', 'dark'] as const) {
          await coach.page.setViewportSize({ width, height });
          await coach.page.emulateMedia({ colorScheme });
          await settled(coach.page);
          for (const line of await violations(coach.page)) faults.push(`${what}, ${width}, ${colorScheme}: ${line}`);
          const wide = await coach.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          if (wide > 0) faults.push(`${what}, ${width}: ${wide} px too wide`);
        }
    };
    await coach.goto('/samverkan');
    await row(coach, 'Uddevalla').waitFor();
    await look('Samverkan');
    await openGroup(coach, name);
    await look('a group');
    await button(coach, 'Ny uppgift').click();
    await button(coach, 'Anteckna ett möte').click();
    await button(coach, 'Ändra medlemmar').click();
    await coach.page.getByLabel('Lägg till en person').fill('Er');
    await coach.page.getByRole('button', { name: /^Lägg till Erik/ }).waitFor();
    await button(coach, 'Koppla en idé').click();
    await coach.page
      .getByRole('button', { name: /^Koppla ./ })
      .first()
      .waitFor();
    await coach.page.getByRole('button', { name: 'Ändra', exact: true }).first().click();
    await look('a group with its forms open');
    expect(faults).toEqual([]);
    expect(devices.flatMap((each) => each.complaints)).toEqual([]);
  });
});
