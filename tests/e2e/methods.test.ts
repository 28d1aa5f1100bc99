import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newPerson, type NewPerson } from './accounts.ts';
import { bringAxe, violations } from './axe.ts';
import { BrowserDevice, RunningServer } from './harness.ts';
import { allSent, capture, confirmed, unique } from './steps.ts';

let server: RunningServer;
const devices: BrowserDevice[] = [];

beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(async () => {
  for (const device of devices) await device.close();
  await server.close();
});

async function device(person: NewPerson, width = 820, height = 1180): Promise<BrowserDevice> {
  const made = await BrowserDevice.open(server.origin, { width, height });
  devices.push(made);
  await bringAxe(made.context);
  await made.signIn(person.username, person.password);
  await made.ready();
  return made;
}

const heading = ({ page }: BrowserDevice, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const button = ({ page }: BrowserDevice, name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
const link = ({ page }: BrowserDevice, name: string | RegExp) => page.getByRole('link', { name });
/** What is folded together until somebody opens it. */
const fold = ({ page }: BrowserDevice, name: string) => page.locator('summary', { hasText: name });
const field = ({ page }: BrowserDevice, name: string) => page.getByLabel(name, { exact: true });

/** Begins a worksheet from the page of a piece of work. */
async function beginSheet(of: BrowserDevice, name: string): Promise<void> {
  await button(of, 'Lägg till ett arbetsblad').click();
  const choice = button(of, `Börja på ${name}`);
  await of.page.getByRole('dialog').waitFor();
  if (!(await choice.isVisible())) await fold(of, 'I andra steg').click();
  await choice.click();
  await heading(of, name);
}

describe('a case around an idea, on two devices', () => {
  const idea = unique('Lugnare nätter');
  const seen = unique('Larmet hördes inte');
  let anna: BrowserDevice;
  let bo: BrowserDevice;
  let work = '';
  let boPerson: NewPerson;

  beforeAll(async () => {
    anna = await device(await newPerson(server, 'uddevalla:member', 'Anna'));
    boPerson = await newPerson(server, 'uddevalla:member', 'Bo');
  });

  test('begins at the idea, with its name', async () => {
    await capture(anna, { title: idea, need: 'Många väcks i onödan.' });
    await confirmed(anna);
    await anna.goto('/ideer');
    await link(anna, idea).first().click();
    await link(anna, 'Arbeta vidare med metod').click();
    await heading(anna, 'Nytt utvecklingsarbete');
    await expect.poll(() => field(anna, 'Namn').inputValue()).toBe(idea);
    await field(anna, 'Vad vill ni komma fram till?').fill('Färre väcks.');
    await button(anna, 'Börja').click();
    await heading(anna, idea);
    work = new URL(anna.page.url()).pathname;
    await link(anna, idea).waitFor();
    expect(await violations(anna.page)).toEqual([]);
  });

  test('two sheets are filled in without contact, and stand there after a reload', async () => {
    await anna.offline(true);
    await beginSheet(anna, 'Hitta utmaningen');
    await field(anna, 'Jag vill …').fill('att natten ska vara lugn');
    await field(anna, 'För vem?').fill('De som bor här');
    await field(anna, 'Göra vad?').fill('Sova hela natten');
    await field(anna, 'Hur?').fill('Tystare larm');
    // Nothing is pressed: the page may go away under one's hands.
    await anna.page.reload();
    await expect.poll(() => field(anna, 'Jag vill …').inputValue()).toBe('att natten ska vara lugn');
    expect(await field(anna, 'Hur?').inputValue()).toBe('Tystare larm');
    expect(await violations(anna.page)).toEqual([]);
    await link(anna, idea).click();
    await heading(anna, idea);
    await anna.page.getByText('4 av 4 fält ifyllda').waitFor();
    await beginSheet(anna, 'Observation');
    await button(anna, 'Lägg till en observation').click();
    await field(anna, 'Vem').fill('Undersköterska, natt');
    await field(anna, 'Vad').fill(seen);
    await field(anna, 'Insikt').fill('Ljudet når inte korridoren');
    expect(await violations(anna.page)).toEqual([]);
    await button(anna, 'Klar').click();
    await button(anna, new RegExp(seen)).waitFor();
    // A personal number is stopped beside the words, which stay.
    await button(anna, 'Lägg till en observation').click();
    await field(anna, 'Situation').fill('Om 19900101-2385');
    await button(anna, 'Klar').click();
    await anna.page.getByText('Här står något som ser ut som ett personnummer.').first().waitFor();
    await anna.page.reload();
    await expect.poll(() => field(anna, 'Situation').inputValue()).toBe('Om 19900101-2385');
    await field(anna, 'Situation').fill('Klockan tre');
    await button(anna, 'Klar').click();
    await button(anna, /Klockan tre/).waitFor();
  });

  test('another device joins, and everything is there', async () => {
    await anna.offline(false);
    await allSent(anna);
    bo = await device(boPerson, 1180, 820);
    await bo.goto(work);
    await heading(bo, idea);
    await link(bo, /^Hitta utmaningen/).click();
    await expect.poll(() => field(bo, 'Göra vad?').inputValue()).toBe('Sova hela natten');
    await bo.goto(work);
    await link(bo, /^Observation/).click();
    await button(bo, new RegExp(seen)).waitFor();
    await bo.page.getByText('Ljudet når inte korridoren').waitFor();
  });

  test('what another writes is there within moments, with a quiet word; the same field twice keeps both', async () => {
    await anna.goto(work);
    await link(anna, /^Observation/).click();
    await button(anna, new RegExp(seen)).waitFor();
    const fromBo = unique('Dörren kärvade');
    await button(bo, 'Lägg till en observation').click();
    await field(bo, 'Vad').fill(fromBo);
    await button(bo, 'Klar').click();
    await anna.page.getByText(`Nytt från ${boPerson.name}`).waitFor();
    await button(anna, new RegExp(fromBo)).waitFor();
    // Both write in one field while they are apart.
    await anna.offline(true);
    await bo.offline(true);
    for (const [who, words] of [
      [anna, 'Annas insikt'],
      [bo, 'Bos insikt']
    ] as const) {
      await button(who, new RegExp(fromBo)).click();
      await field(who, 'Insikt').fill(words);
      await button(who, 'Klar').click();
      await button(who, new RegExp(words)).waitFor();
    }
    await bo.offline(false);
    const sheet = bo.page.url();
    await allSent(bo);
    await anna.offline(false);
    await anna.page.getByText('Två versioner.').waitFor();
    await anna.page.getByText('Bos insikt').first().waitFor();
    await anna.page.getByText('Annas insikt').waitFor();
    await button(anna, 'Ta med båda').click();
    await anna.page.getByText('Två versioner.').waitFor({ state: 'detached' });
    await allSent(anna);
    await bo.page.goto(sheet);
    await bo.page.getByText('Annas insikt').waitFor();
    await bo.page.getByText('Bos insikt').waitFor();
  });

  test('a row is removed and brought back, and an earlier version too', async () => {
    await button(bo, new RegExp(seen)).click();
    await field(bo, 'Insikt').fill('Något annat');
    await button(bo, 'Klar').click();
    await field(bo, 'Visa vem som skrev').check();
    await bo.page
      .getByRole('listitem')
      .filter({ hasText: seen })
      .getByRole('button', { name: 'Tidigare versioner: Insikt' })
      .click();
    await bo.page.getByRole('dialog').getByText('Ljudet når inte korridoren').waitFor();
    await bo.page.getByRole('dialog').getByRole('button', { name: 'Ta tillbaka' }).click();
    const row = button(bo, new RegExp(`${seen}[^]*Ljudet når inte korridoren`));
    await row.waitFor();
    await row.click();
    await button(bo, /^Ta bort/).click();
    await row.waitFor({ state: 'detached' });
    await fold(bo, 'Borttaget (1)').click();
    await button(bo, /^Ta tillbaka/).click();
    await row.waitFor();
  });

  test('the work goes on, and back a step, and tells its way', async () => {
    await bo.goto(work);
    await button(bo, 'Gå vidare till Undersöka').click();
    await field(bo, 'Vad har ni lärt er? Varför går ni dit?').fill('Vi vet för lite om natten.');
    await button(bo, 'Gå dit').click();
    await bo.page.getByText('Arbetet är nu i steget Undersöka.').waitFor();
    await button(bo, 'Gå tillbaka till Ringa in').click();
    await button(bo, 'Gå dit').click();
    await bo.page.getByText('Arbetet är nu i steget Ringa in.').waitFor();
    await bo.page.reload();
    await bo.page.locator('[aria-current=step]').getByText('Ringa in').waitFor();
    await bo.page.getByText('Vi vet för lite om natten.').waitFor();
    await bo.goto('/metod');
    await fold(bo, 'Andras arbeten').click();
    await link(bo, new RegExp(idea)).waitFor();
  });

  test('a new row is saved while one writes on in it: the caret stays where it is', async () => {
    await anna.goto(work);
    await beginSheet(anna, 'Nyttorealiseringsplan');
    await button(anna, 'Lägg till en nytta').click();
    await field(anna, 'Identifiera').pressSequentially('Färre larm');
    await field(anna, 'Specificera').click();
    await anna.page.keyboard.type('Räkna larmen varje natt i en månad', { delay: 60 });
    expect(await field(anna, 'Specificera').inputValue()).toBe('Räkna larmen varje natt i en månad');
    expect(await field(anna, 'Identifiera').inputValue()).toBe('Färre larm');
    await button(anna, 'Klar').click();
    await button(anna, /Räkna larmen varje natt i en månad/).waitFor();
  });

  test('a day that is changed in a diary stays under one’s hands until it is closed', async () => {
    await anna.goto(work);
    await beginSheet(anna, 'Dagbok');
    await button(anna, 'Skriv i dagboken').click();
    const day = anna.page.locator('input[type=date]');
    await day.fill('2026-11-02');
    await button(anna, 'Klar').waitFor();
    await anna.page.waitForTimeout(1_500);
    expect(await day.evaluate((input) => input === document.activeElement)).toBe(true);
    await button(anna, 'Klar').click();
    await anna.page.getByRole('heading', { name: /2 november/ }).waitFor();
  });

  test('the idea tells of the work', async () => {
    await anna.goto('/ideer');
    await link(anna, idea).first().click();
    await anna.page.locator(`a[href="${work}"]`).waitFor();
  });

  test('no page complained', () => {
    expect(devices.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
