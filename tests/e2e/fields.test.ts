import { afterAll, beforeAll, expect, test } from 'vitest';
import { newPerson, wordOfItsOwn } from './accounts.ts';
import { BrowserDevice, RunningServer } from './harness.ts';
import { allSent, openIdea, save, unique, write } from './steps.ts';

let server: RunningServer;
let desk: BrowserDevice;
let phone: BrowserDevice;

beforeAll(async () => {
  server = await RunningServer.start();
  const admin = await newPerson(server, 'trollhattan:member,trollhattan:admin');
  const carer = await newPerson(server, 'trollhattan:member');
  desk = await BrowserDevice.open(server.origin, { width: 1280, height: 800 });
  await desk.signIn(admin.username, admin.password);
  phone = await BrowserDevice.open(server.origin, { width: 360, height: 740 });
  await phone.signIn(carer.username, carer.password);
  await phone.ready();
});
afterAll(async () => {
  await desk.close();
  await phone.close();
  await server.close();
});

const button = ({ page }: BrowserDevice, name: string) => page.getByRole('button', { name, exact: true });
const said = ({ page }: BrowserDevice, words: string) => page.getByRole('status').getByText(words).waitFor();

/** How far the new idea's form reaches, and where Spara ends, pixels. */
async function form(): Promise<{ readonly reach: number; readonly save: number }> {
  await phone.goto('/ny');
  await phone.page.getByText(/^Enhet och område/).waitFor();
  const box = (await button(phone, 'Spara').boundingBox())!;
  return { reach: await phone.page.evaluate(() => document.documentElement.scrollHeight), save: box.y + box.height };
}

const mark = wordOfItsOwn();
const category = `Nattarbete ${mark}`;
const [often, when] = [`Hur ofta ${mark}?`, `När på dygnet ${mark}?`];
const title = unique('En lampa som märker rörelse');

test('an admin adds a category and questions, and moves one', async () => {
  const before = await form();
  expect(before.save).toBeLessThanOrEqual(740);
  await desk.goto('/installningar');
  await desk.page.getByRole('link', { name: 'Områden och frågor i idéformuläret' }).click();
  await button(desk, 'Lägg till område').click();
  await button(desk, 'Spara').click();
  await desk.page.getByText('Här behöver det stå något.').waitFor();
  await desk.page.getByLabel('Områdets namn').fill(category);
  await button(desk, 'Spara').click();
  await said(desk, 'Sparat på enheten.');

  await button(desk, 'Lägg till fråga').click();
  await desk.page.getByLabel('Frågan').fill(often);
  await desk.page.getByLabel('Svaret är').selectOption('number');
  await button(desk, 'Spara').click();
  await button(desk, `Ändra ${often}`).waitFor();
  await button(desk, 'Lägg till fråga').click();
  await desk.page.getByLabel('Frågan').fill(when);
  await desk.page.getByLabel('Svaret är').selectOption('choice');
  await desk.page.getByLabel('Val att välja mellan').fill('Dag');
  await button(desk, 'Spara').click();
  await desk.page.getByText('Skriv minst två val, ett på varje rad.').waitFor();
  await desk.page.getByLabel('Val att välja mellan').fill('Dag\nNatt');
  await button(desk, 'Spara').click();
  // By hand and by keyboard alike: a button for each step.
  await button(desk, `Flytta upp ${when}`).click();
  await said(desk, `${when} ligger nu på plats`);
  const preview = desk.page.getByRole('complementary');
  await preview.getByLabel(when).selectOption('Natt');
  await allSent(desk);

  await allSent(phone);
  const after = await form();
  expect(after.save).toBe(before.save);
  // In wide letters the fold's name takes another line; folded, the questions take no room themselves.
  expect(after.reach).toBeLessThanOrEqual(before.reach + 26);
});

test('they stand on another device’s form, and go with the idea', async () => {
  const { page } = phone;
  await form();
  await write(phone, { title, need: 'Det är mörkt i trappan.' });
  await page.getByText(/^Enhet och område, \d+ frågor/).click();
  const labels = await page.locator('details[open] label').allTextContents();
  expect(labels.indexOf(when)).toBeGreaterThan(-1);
  expect(labels.indexOf(when)).toBeLessThan(labels.indexOf(often));
  await page.getByLabel('Område').selectOption({ label: category });
  await page.getByLabel(when).selectOption('Natt');
  await page.getByLabel(often).fill('ganska ofta');
  await button(phone, 'Spara').click();
  await page.getByText('Skriv bara ett tal').waitFor();
  expect(await page.getByLabel(often).inputValue()).toBe('ganska ofta');
  // Words in the form come back with the draft, answers too.
  await page.getByLabel(often).fill('3');
  await page.getByText('Utkastet är sparat på enheten').waitFor();
  await page.reload();
  await page.getByText('Du fortsätter på ett utkast').waitFor();
  await page.getByText(/^Enhet och område, \d+ frågor/).click();
  expect(await page.getByLabel(often).inputValue()).toBe('3');
  expect(await page.getByLabel(when).inputValue()).toBe('Natt');
  await save(phone);
  await allSent(phone);

  await allSent(desk);
  await openIdea(desk, title);
  for (const words of [category, when, 'Natt', often, '3'])
    await desk.page.getByText(words, { exact: true }).first().waitFor();
  await desk.goto('/ideer');
  await desk.page.getByLabel('Område').selectOption({ label: category });
  await desk.page.getByText('1 idé', { exact: true }).waitFor();
  await desk.page.getByRole('link', { name: title }).waitFor();
});

test('closed they are asked no more, and what was answered is still read and changed', async () => {
  await desk.goto('/installningar/falt');
  for (const name of [category, often, when]) {
    await button(desk, `Stäng ${name}`).click();
    await button(desk, `Öppna ${name} igen`).waitFor();
  }
  await allSent(desk);
  await allSent(phone);
  const { page } = phone;
  await form();
  await page.getByText(/^Enhet och område/).click();
  expect(await page.getByLabel(when).count()).toBe(0);
  expect((await page.getByLabel('Område').locator('option').allTextContents()).includes(category)).toBe(false);

  await openIdea(phone, title);
  for (const words of [category, when, 'Natt', often, '3'])
    await page.getByText(words, { exact: true }).first().waitFor();
  await page.getByRole('link', { name: 'Ändra' }).click();
  await page.getByLabel(often).fill('4');
  await page.getByRole('button', { name: 'Spara' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByText('4', { exact: true }).waitFor();
  await page.getByText(category, { exact: true }).first().waitFor();
});
