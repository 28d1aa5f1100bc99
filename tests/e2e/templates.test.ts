import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newPerson } from './accounts.ts';
import { bringAxe, violations } from './axe.ts';
import { bringKeys, operable, tabThrough } from './focus.ts';
import { BrowserDevice, RunningServer } from './harness.ts';
import { faultsOfLargeText, settled } from './large-text.ts';
import { allSent, unique } from './steps.ts';

let server: RunningServer;
const devices: BrowserDevice[] = [];

beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(async () => {
  for (const device of devices) await device.close();
  await server.close();
});

async function device(roles: string, given: string, width = 820, height = 1180): Promise<BrowserDevice> {
  const person = await newPerson(server, roles, given);
  const made = await BrowserDevice.open(server.origin, { width, height });
  devices.push(made);
  await bringAxe(made.context);
  await made.context.addInitScript(bringKeys);
  await made.signIn(person.username, person.password);
  await made.ready();
  return made;
}

/** What axe has found on the way. */
const faults: string[] = [];
async function look({ page }: BrowserDevice): Promise<void> {
  // What fades in has its colours when it stands.
  await settled(page);
  faults.push(...(await violations(page)));
}

const heading = ({ page }: BrowserDevice, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const button = ({ page }: BrowserDevice, name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
const link = ({ page }: BrowserDevice, name: string) => page.getByRole('link', { name, exact: true });
const field = ({ page }: BrowserDevice, name: string) => page.getByLabel(name, { exact: true });
const fold = ({ page }: BrowserDevice, name: string) => page.locator('summary', { hasText: name });

/** Presses with the keyboard what has been come to with it. */
async function press({ page }: BrowserDevice, what: Locator): Promise<void> {
  await what.focus();
  await page.keyboard.press('Enter');
}

/** The bytes of what a press saves among the downloads. */
async function saved(of: BrowserDevice, name: string): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([of.page.waitForEvent('download'), button(of, name).click()]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

const give = ({ page }: BrowserDevice, text: string) =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name: 'mall.json', mimeType: 'application/json', buffer: Buffer.from(text) });

const published = ({ page }: BrowserDevice, version: number): Promise<void> =>
  page.getByText(`Version ${version} är publicerad.`).waitFor();

/** Waits until the draft has been put on the disk, which is done as somebody types. */
const drafted = ({ page }: BrowserDevice): Promise<void> => page.waitForTimeout(300);

/** Begins a sheet with the template whose guide is open, in new work. */
async function beginSheet(of: BrowserDevice, template: string, work: string): Promise<void> {
  await of.goto('/metod');
  await link(of, template).click();
  await heading(of, template);
  const choice = field(of, 'I vilket arbete?');
  await of.page
    .getByLabel(/^(I vilket arbete|Vad ska arbetet heta)/)
    .first()
    .waitFor();
  await of.page.waitForTimeout(300);
  if (await choice.isVisible()) await choice.selectOption({ label: 'I ett nytt utvecklingsarbete' });
  await field(of, 'Vad ska arbetet heta?').fill(work);
  await button(of, 'Börja på bladet').click();
  await of.page.waitForURL('**/metod/blad/*');
  await heading(of, template);
}

const name = unique('Kvällsrond');
const step = 'Undersöka';
let anna: BrowserDevice;
let bo: BrowserDevice;
let page = '';
let sheet = '';

describe('a municipality makes a template of its own', () => {
  test('from nothing, by keyboard, and is told what is missing beside it', async () => {
    anna = await device('uddevalla:coach', 'Anna');
    await anna.goto('/metod');
    await press(anna, link(anna, 'Mallar'));
    await heading(anna, 'Mallar');
    await look(anna);
    await press(anna, link(anna, 'Ny mall'));
    await heading(anna, 'Ny mall');
    await look(anna);
    await press(anna, button(anna, 'Börja tomt'));
    await heading(anna, 'Mall utan namn');
    await field(anna, 'Bladets namn').fill(name);
    await field(anna, 'Steg i metoden').selectOption({ label: step });
    await press(anna, button(anna, 'Lägg till en del'));
    await anna.page.getByRole('dialog').waitFor();
    await look(anna);
    await press(anna, button(anna, /^Rader/));
    await field(anna, 'Fråga 1').fill('Vad hände?');
    await press(anna, button(anna, 'Lägg till en fråga'));
    await anna.page.keyboard.type('Var?');
    await press(anna, button(anna, 'Lägg till en fråga'));
    // It is as it was after a reload: nothing has been pressed to save it.
    await drafted(anna);
    await anna.page.reload();
    await heading(anna, name);
    expect(await field(anna, 'Fråga 2').inputValue()).toBe('Var?');
    await press(anna, button(anna, 'Publicera'));
    const summary = anna.page.getByRole('group', { name: /behöver rättas innan/ });
    await summary.waitFor();
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await summary.getByRole('button').allTextContents()).toEqual(
      [
        'Vägledningen, Syftet: Här behöver det stå något.',
        'Vägledningen, ”När passar det?”: Här behöver det stå något.',
        'Vägledningen, ”Så gör ni”: Här behöver det stå något.',
        'Del 1, fråga 3, Namnet: Här behöver det stå något.'
      ].map((sentence) => expect.stringContaining(sentence))
    );
    await look(anna);
    // The same on a phone in the dark, and with text twice the size.
    const size = anna.page.viewportSize()!;
    faults.push(...(await faultsOfLargeText(anna.page)));
    await anna.page.emulateMedia({ colorScheme: 'dark' });
    await look(anna);
    await anna.page.emulateMedia({ colorScheme: 'light' });
    await anna.page.setViewportSize(size);
    await press(anna, summary.getByRole('button', { name: /fråga 3/ }));
    expect(await field(anna, 'Fråga 3').evaluate((element) => element === document.activeElement)).toBe(true);
    await anna.page.keyboard.type('Hur ofta?');
    // Its kind of answer, and its place among the others.
    await field(anna, 'Svaret är').nth(2).selectOption({ label: 'Ett val' });
    await field(anna, 'Alternativ 1').fill('Varje kväll');
    await field(anna, 'Alternativ 2').fill('Ibland');
    await press(anna, button(anna, 'Flytta upp Hur ofta?'));
    await anna.page.getByText('Hur ofta?: plats 2 av 3').waitFor();
    const moving = button(anna, 'Flytta upp Hur ofta?');
    expect(await moving.evaluate((element) => element === document.activeElement)).toBe(true);
    await field(anna, 'Syfte').fill('Att se vad som händer på kvällen.');
    await field(anna, 'När passar det?').fill('När kvällarna är oroliga.');
    await field(anna, 'Steg 1').fill('Skriv en rad för varje händelse.');
  });

  test('tries it on a sheet that keeps nothing, and publishes it', async () => {
    await field(anna, 'Prova bladet').check({ force: true });
    await button(anna, 'Lägg till en rad').click();
    await field(anna, 'Vad hände?').fill('Ett prov');
    await button(anna, 'Ibland').click();
    await button(anna, 'Klar').click();
    await button(anna, /Ett prov/).waitFor();
    await look(anna);
    await field(anna, 'Ändra').check({ force: true });
    const { stops, reached } = await tabThrough(anna.page);
    expect(stops.flatMap((stop) => stop.faults)).toEqual([]);
    expect((await operable(anna.page)).filter((key) => !reached.has(key))).toEqual([]);
    await press(anna, button(anna, 'Publicera'));
    await published(anna, 1);
    page = new URL(anna.page.url()).pathname;
    await look(anna);
    await anna.goto('/');
    // Neither the draft nor what was tried is left.
    await anna.page.getByText('Allt är sparat').first().waitFor();
    expect(await anna.page.getByText('Ett prov').count()).toBe(0);
    expect(await anna.page.getByText(name).count()).toBe(0);
  });

  test('and everybody there can look at it, but not change it', async () => {
    await allSent(anna);
    bo = await device('uddevalla:member', 'Bo', 1180, 820);
    await bo.goto(page);
    await heading(bo, name);
    await button(bo, 'Spara som fil').waitFor();
    expect(await button(bo, 'Ändra mallen').count()).toBe(0);
    expect(await button(bo, 'Erbjud inte').count()).toBe(0);
    await bo.goto('/metod/mallar/ny');
    await bo.page.getByText('Du har inte behörighet att göra mallar.').waitFor();
    expect(await button(bo, 'Börja tomt').count()).toBe(0);
  });
});

describe('a new version while a sheet is being filled in on another device', () => {
  test('leaves the open sheet as it is, and what is written on it', async () => {
    await beginSheet(bo, name, unique('Lugna kvällar'));
    sheet = bo.page.url();
    await button(bo, 'Lägg till en rad').click();
    await field(bo, 'Vad hände?').fill('Larmet gick');
    await button(bo, 'Varje kväll').click();
    await field(bo, 'Var?').fill('Korridoren');

    await anna.goto(page);
    await button(anna, 'Ändra mallen').click();
    await field(anna, 'Fråga 1').fill('Vad såg du?');
    await press(anna, button(anna, 'Ta bort Hur ofta?'));
    await button(anna, 'Ångra').waitFor();
    await press(anna, button(anna, 'Ta bort Var?'));
    await press(anna, button(anna, 'Lägg till en fråga'));
    await anna.page.keyboard.type('Vem var med?');
    await button(anna, 'Publicera').click();
    await published(anna, 2);
    await anna.page.getByText('Gäller nu').waitFor();
    await link(anna, 'Visa version 1').waitFor();
    await allSent(anna);

    // The new version has come to the device, and the sheet has not moved under anybody's hands.
    await bo.page.waitForTimeout(1500);
    await field(bo, 'Var?').fill('Korridoren, plan 2');
    await button(bo, 'Klar').click();
    await button(bo, /Vad hände\?\s*Larmet gick[^]*Varje kväll[^]*Korridoren, plan 2/).waitFor();
    await bo.page.reload();
    await button(bo, /Vad hände\?\s*Larmet gick[^]*Varje kväll[^]*Korridoren, plan 2/).waitFor();
    expect(await bo.page.getByText('Vad såg du?').count()).toBe(0);
    await allSent(bo);
    await bo.page.goto(sheet);
    await button(bo, /Korridoren, plan 2/).waitFor();
  });

  test('and is what new sheets begin with', async () => {
    await beginSheet(bo, name, unique('Nya kvällar'));
    await button(bo, 'Lägg till en rad').click();
    await field(bo, 'Vad såg du?').fill('Det var lugnt');
    await field(bo, 'Vem var med?').waitFor();
    expect(await field(bo, 'Var?').count()).toBe(0);
  });

  test('and is offered no longer when somebody says so, and again', async () => {
    await anna.goto(page);
    await anna.page.getByText('Det här är en äldre version.').waitFor();
    await link(anna, 'Till versionen som gäller').click();
    await button(anna, 'Erbjud inte').click();
    await anna.page.getByText('Mallen erbjuds inte längre för nya blad.').waitFor();
    await anna.goto('/metod');
    await heading(anna, 'Metod');
    await link(anna, 'Persona').waitFor();
    expect(await link(anna, name).count()).toBe(0);
    await anna.goto('/metod/mallar');
    await link(anna, name).click();
    await button(anna, 'Erbjud igen').click();
    await anna.page.getByText('Mallen erbjuds när någon börjar ett nytt blad.').waitFor();
  });
});

describe('a template as a file', () => {
  test('reads in as it was saved, in words and bytes', async () => {
    await anna.goto('/metod/mallar');
    await link(anna, name).click();
    const file = await saved(anna, 'Spara som fil');
    expect(file.name).toMatch(/^mall-Kvällsrond.*\.json$/);
    const copied = file.text.replace(`"name": "${name}"`, `"name": "${name} igen"`);
    expect(copied).not.toBe(file.text);
    await anna.goto('/metod/mallar/ny');
    await give(anna, copied);
    await heading(anna, `${name} igen`);
    await button(anna, 'Publicera').click();
    await published(anna, 1);
    expect((await saved(anna, 'Spara som fil')).text).toBe(copied);
  });

  test('of one of the app’s own keeps both languages', async () => {
    await anna.goto('/metod/mallar/pgsa.1');
    const file = await saved(anna, 'Spara som fil');
    await anna.goto('/metod/mallar/ny');
    await give(anna, file.text);
    await heading(anna, 'PGSA-hjul');
    await fold(anna, 'Utkastet som fil').click();
    expect((await saved(anna, 'Spara utkastet som fil')).text).toBe(file.text);
    // One that is broken changes nothing of what is being written.
    await field(anna, 'Bladets namn').fill('Hjul i veckan');
    const broken = JSON.parse(file.text) as { sections: { fields: Record<string, unknown>[] }[] };
    broken.sections[0]!.fields[4]!['zone'] = 'planerat';
    await give(anna, JSON.stringify(broken));
    await anna.page.getByText('Del 1, fråga 5 ”Vem”, Platsen: Platsen finns inte längre. Välj en annan.').waitFor();
    await anna.page.getByText('Inget har ändrats. Rätta filen och välj den igen.').waitFor();
    expect(await field(anna, 'Bladets namn').inputValue()).toBe('Hjul i veckan');
    await drafted(anna);
    await anna.page.reload();
    await heading(anna, 'Hjul i veckan');
    await button(anna, 'Kasta utkastet').click();
    await anna.page.getByRole('dialog').getByRole('button', { name: 'Kasta utkastet' }).click();
    await heading(anna, 'Mallar');
  });

  test('that is broken is refused in words', async () => {
    await anna.goto('/metod/mallar/ny');
    const alert = anna.page.getByRole('alert').filter({ hasText: 'Filen går inte att läsa in' });
    await give(anna, '{\n  "format": 1,\n  "name": "Persona",\n}');
    await alert.getByText('Filen är skadad på rad 4.').waitFor();
    await give(anna, '{ "format": 1, "name": "Om 19900101-2385", "step": "nej", "sections": [] }');
    await alert.getByText('Namnet: Här står något som ser ut som ett personnummer.').waitFor();
    await alert.getByText('Steget: Det saknas eller har fel form.').waitFor();
    await alert.getByText('Vägledningen: Det saknas eller har fel form.').waitFor();
    await alert.getByText('Delarna: Här behöver det stå något.').waitFor();
    await look(anna);
  });
});

describe('a template of the region’s', () => {
  const regional = unique('Gemensam rond');
  let tova: BrowserDevice;

  test('is published by the coordinator, from one that comes with the app', async () => {
    const coordinator = await device('fyrbodal:coordinator,fyrbodal:member', 'Rut');
    await coordinator.goto('/metod/mallar/ny');
    await field(coordinator, 'Sök bland mallarna').fill('observ');
    await button(coordinator, 'Utgå från Observation').click();
    await heading(coordinator, 'Observation (egen)');
    await field(coordinator, 'Bladets namn').fill(regional);
    await button(coordinator, 'Publicera').click();
    await published(coordinator, 1);
    await allSent(coordinator);
  });

  test('reaches another municipality, which can use it and make it its own', async () => {
    tova = await device('trollhattan:coach', 'Tova', 1180, 820);
    await beginSheet(tova, regional, unique('Ronder'));
    await button(tova, 'Lägg till en observation').click();
    await field(tova, 'Vem').fill('Undersköterska');
    await button(tova, 'Klar').click();
    await button(tova, /Undersköterska/).waitFor();

    await tova.goto('/metod/mallar');
    await link(tova, regional).click();
    expect(await button(tova, 'Ändra mallen').count()).toBe(0);
    await button(tova, 'Gör en egen version för Trollhättan').click();
    await field(tova, 'Fråga 1').fill('Vilken roll');
    await button(tova, 'Publicera').click();
    await published(tova, 1);
    await link(tova, `Bygger på ${regional}`).waitFor();
    await beginSheet(tova, regional, unique('Egna ronder'));
    await button(tova, 'Lägg till en observation').click();
    await field(tova, 'Vilken roll').waitFor();
    await allSent(tova);
  });

  test('and stays as it is in the others', async () => {
    await allSent(anna);
    await anna.goto('/metod/mallar');
    await link(anna, regional).click();
    await heading(anna, regional);
    expect(await anna.page.getByText('Vilken roll').count()).toBe(0);
    await button(anna, 'Gör en egen version för Uddevalla').waitFor();
  });

  test('no page complained, and axe found nothing on the way', () => {
    expect(faults).toEqual([]);
    expect(devices.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
