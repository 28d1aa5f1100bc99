import { ulid } from 'ulid';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Benefit } from '#lib/domain/benefit/benefit.ts';
import { type FollowUp, followUpsOf } from '#lib/domain/benefit/follow-up.ts';
import type { Story } from '#lib/domain/benefit/story.ts';
import type { Decision } from '#lib/domain/ideas/decision.ts';
import { swedishDay } from '#lib/domain/workdays.ts';
import { Person } from '../contract/person.ts';
import { newPerson, type NewPerson } from './accounts.ts';
import { bringAxe, violations } from './axe.ts';
import { BrowserDevice, RunningServer } from './harness.ts';
import { documentsOf, put } from './ideas-made.ts';
import { faultsOfLargeText } from './large-text.ts';
import { testPicture } from './pictures.ts';
import { allSent, unique } from './steps.ts';

// An idea followed from introduction for a year, and a story told of it that other municipalities read.

const SPACE = 'uddevalla';

let server: RunningServer;
let author: Person;
let manager: Person;
let phone: BrowserDevice;
let chief: BrowserDevice;
let away: BrowserDevice;
let idea: { readonly id: string; readonly title: string };
let followUps: readonly FollowUp[];

const as = ({ username, password }: NewPerson) => Person.signIn(server.origin, username, password);
const button = ({ page }: BrowserDevice, name: string) => page.getByRole('button', { name, exact: true });
/** A choice whose own circle lies unseen over its words. */
const choose = (page: Page, name: string) => page.getByRole('radio', { name }).check({ force: true });
const heading = ({ page }: BrowserDevice, name: string) => page.getByRole('heading', { level: 1, name });

beforeAll(async () => {
  server = await RunningServer.start();
  const writer = await newPerson(server, SPACE + ':member', 'Robin');
  const leads = await newPerson(server, SPACE + ':manager', 'Alex');
  const other = await newPerson(server, 'trollhattan:member', 'Mika');
  [author, manager] = [await as(writer), await as(leads)];
  const title = unique('Mappen i hallen');
  const made = author.idea({ title, at: new Date().toISOString() });
  await put(author, SPACE, made);
  idea = { id: made._id, title };
  const decision = {
    _id: `decision:${made._id.slice(5)}:${ulid()}`,
    v: 1,
    idea: made._id,
    by: manager.me.id,
    at: new Date().toISOString(),
    reason: 'Därför.'
  };
  const developed = { ...decision, from: 'bedoms', to: 'utvecklas', grants: 'tid', hours: 4, follows: [] };
  const introduced = {
    ...decision,
    _id: `decision:${made._id.slice(5)}:${ulid()}`,
    from: 'utvecklas',
    to: 'infors',
    grants: 'skala-upp',
    follows: [developed._id]
  };
  await put(manager, SPACE, developed, introduced);
  followUps = followUpsOf([developed, introduced] as unknown as Decision[], [], swedishDay(decision.at));
  phone = await BrowserDevice.open(server.origin);
  chief = await BrowserDevice.open(server.origin, { width: 820, height: 1180 });
  away = await BrowserDevice.open(server.origin, { width: 1280, height: 800 });
  for (const [device, { username, password }] of [
    [phone, writer],
    [chief, leads],
    [away, other]
  ] as const) {
    await bringAxe(device.context);
    await device.signIn(username, password);
    await device.ready();
  }
});
afterAll(async () => {
  for (const device of [phone, chief, away]) await device.close();
  await server.close();
});

const said = async (): Promise<Benefit[]> =>
  (await documentsOf<Benefit>(manager, SPACE, 'benefit')).filter((each) => each.idea === idea.id);

/** Nothing that axe finds, and nothing cut off in text twice the size. */
async function looksRight({ page }: BrowserDevice): Promise<void> {
  expect(await violations(page)).toEqual([]);
  expect(await faultsOfLargeText(page)).toEqual([]);
}

/** The device's own clock shows a morning that day; the server's goes on as it does. */
const atDay = ({ page }: BrowserDevice, day: string) => page.clock.setFixedTime(new Date(day + 'T09:00:00.000Z'));

describe('an idea that was introduced', () => {
  test('is given a plan; what is wrong is said beside the field, and the words outlive a reload', async () => {
    const { page } = chief;
    await chief.goto('/ideer/' + idea.id.slice(5));
    await heading(chief, idea.title).waitFor();
    await page.getByText('Ingen har berättat vad idén gav än.').waitFor();
    await page.getByRole('link', { name: 'Se och berätta om nyttan' }).click();
    await button(chief, 'Planera nyttan').click();
    await button(chief, 'Spara').click();
    await page.getByText('Skriv timmar, kronor eller ord. Ett av dem räcker.').waitFor();
    await page.getByLabel('Arbetstid, hela timmar (valfritt)').fill('fyrtio');
    await page.getByLabel('Vad ska bli bättre, och för vem?').fill('Vikarier hittar, fråga 19121212-1212');
    await button(chief, 'Spara').click();
    await page.getByText('Skriv timmarna som ett helt tal, till exempel 40.').waitFor();
    await page.getByText('Utkastet är sparat på enheten').waitFor();
    await page.reload();
    const hours = page.getByLabel('Arbetstid, hela timmar (valfritt)');
    await expect.poll(() => hours.inputValue()).toBe('fyrtio');
    await hours.fill('40');
    await button(chief, 'Spara').click();
    await page.getByText('Här står något som ser ut som ett personnummer.').waitFor();
    await page.getByLabel('Vad ska bli bättre, och för vem?').fill('Vikarier hittar.');
    await page.getByLabel('Pengar, hela kronor (valfritt)').fill('18 000');
    await choose(page, 'Kostar');
    await page.getByLabel('Pengar, hela kronor: hur ofta?').selectOption('once');
    await choose(page, 'Klart bättre');
    await page.getByLabel('Vem ansvarar?').selectOption(manager.me.id);
    await button(chief, 'Spara').click();
    await page.getByText('Uppgiften är sparad på enheten.').waitFor();
    await page.getByText('480 tim').first().waitFor();
    await allSent(chief);
    const [plan] = await said();
    expect(plan).toMatchObject({
      state: 'planned',
      hours: { amount: 40, per: 'month' },
      kronor: { amount: -18_000, per: 'once' },
      scale: 4,
      responsible: manager.me.id
    });
  });

  test('is asked about after three months: later, with a reason, and then answered', async () => {
    const { page } = chief;
    const [first] = followUps as [FollowUp];
    await atDay(chief, first.day);
    await chief.goto('/');
    await page.getByRole('link', { name: `Vad gav ”${idea.title}”?` }).click();
    // The form stands open on the follow-up that is asked.
    await expect.poll(() => page.getByLabel('Svarar på en uppföljning?').inputValue()).toBe('3');
    await looksRight(chief);
    await button(chief, 'Avbryt').click();
    await button(chief, 'Fråga senare').click();
    await button(chief, 'Fråga senare').click();
    await looksRight(chief);
    await page.getByText('Skriv varför. En mening räcker.').waitFor();
    await page.getByLabel('Varför?').fill('Vi mäter när alla är tillbaka.');
    await button(chief, 'Fråga senare').click();
    await page.getByText('Sparat på enheten. Appen frågar igen den dagen.').waitFor();
    await page.getByText('Flyttad: Vi mäter när alla är tillbaka.').waitFor();
    await chief.goto('/');
    await page.getByRole('heading', { name: 'Mina idéer' }).waitFor();
    expect(await page.getByRole('link', { name: `Vad gav ”${idea.title}”?` }).count()).toBe(0);

    await allSent(chief);
    const [again] = followUpsOf(await decisions(), await said(), first.day);
    expect(again!.day > first.last).toBe(true);
    await atDay(chief, again!.last);
    await chief.goto(`/ideer/${idea.id.slice(5)}/nytta`);
    await button(chief, 'Berätta vad den gav efter 3 månader').click();
    await page.getByLabel('Arbetstid, hela timmar (valfritt)').fill('25');
    await button(chief, 'Spara').click();
    await page.getByText('Välj hur det kom fram.').waitFor();
    await choose(page, 'Mätt: någon räknade eller läste av');
    await button(chief, 'Spara').click();
    await page.getByText('Uppgiften är sparad på enheten.').waitFor();
    await page.locator('[data-months="3"]').getByText('Klar').waitFor();
  });

  test('and after a year: planned stands beside what was reached, as bars and as a table', async () => {
    const { page } = chief;
    const last = followUps[2]!;
    await atDay(chief, last.day);
    await chief.goto('/');
    await page.getByRole('link', { name: `Vad gav ”${idea.title}”?` }).click();
    await page.getByLabel('Arbetstid, hela timmar (valfritt)').fill('60');
    await choose(page, 'Mycket bättre');
    await choose(page, 'Uppskattat: någon som vet gjorde en bedömning');
    await button(chief, 'Spara').click();
    await page.getByText('Uppgiften är sparad på enheten.').waitFor();
    await page.locator('[data-months="6"]').getByText('Blev inte gjord').waitFor();
    const bars = page.getByRole('figure').filter({ hasText: 'Arbetstid om året' });
    const values = await bars.locator('.value').allInnerTexts();
    const plain = (texts: readonly string[]): string[] => texts.map((text) => text.replace(/\s/g, ' '));
    expect(plain(values)).toEqual(['480 tim', '300 tim', '720 tim']);
    await bars.getByText('Arbetstid om året som tabell').click();
    expect(plain(await bars.locator('tbody td.number').allInnerTexts())).toEqual(plain(values));

    // What was told wrong is corrected by a new entry; the old one can still be read.
    await page.getByRole('button', { name: /^Rätta: Nått .*12 månader efter/ }).click();
    await page.getByLabel('Arbetstid, hela timmar (valfritt)').fill('55');
    await button(chief, 'Spara').click();
    await page.getByText('Uppgiften är sparad på enheten.').waitFor();
    await expect
      .poll(async () => plain(await bars.locator('.value').allInnerTexts()))
      .toEqual(['480 tim', '300 tim', '660 tim']);
    await page.getByText('Tidigare uppgifter').click();
    await page.getByText('Rättad', { exact: true }).waitFor();
    await allSent(chief);
    const all = await said();
    expect(
      all
        .filter((each) => each.state === 'reached')
        .map((each) => each.hours?.amount)
        .sort()
    ).toEqual([25, 55, 60]);

    await chief.goto('/nytta');
    await page.getByText('Klara').click();
    await page.getByRole('link', { name: idea.title }).first().waitFor();
    await page.getByRole('row', { name: /^Alla/ }).waitFor();
    await looksRight(chief);
  });

  test('its author says in words how it became, and gives no numbers', async () => {
    const { page } = phone;
    await phone.goto(`/ideer/${idea.id.slice(5)}/nytta`);
    await button(phone, 'Berätta hur det blev').click();
    expect(await page.getByLabel('Arbetstid, hela timmar (valfritt)').count()).toBe(0);
    await page.getByLabel('Vad blev bättre, och för vem?').fill('Ingen ringer och frågar längre.');
    await choose(page, 'Mycket bättre');
    await button(phone, 'Spara').click();
    await page.getByText('Uppgiften är sparad på enheten.').waitFor();
    await allSent(phone);
    expect(await said()).toContainEqual(
      expect.objectContaining({ by: author.me.id, how: 'told', quality: 'Ingen ringer och frågar längre.' })
    );
  });
});

const decisions = async (): Promise<Decision[]> =>
  (await documentsOf<Decision>(manager, SPACE, 'decision')).filter((each) => each.idea === idea.id);

describe('a story', () => {
  const title = unique('Den röda mappen');
  const quote = 'Jag hittade allt direkt.';

  test('is told with a quote by a role, when whoever is quoted has said yes, and a picture', async () => {
    const { page } = chief;
    await chief.goto('/berattelser/ny?ide=' + idea.id.slice(5));
    await page.getByLabel('Rubrik').fill(title);
    await page.getByLabel('Berättelsen', { exact: true }).fill('Förr ringde alla. Nu finns en mapp.');
    await page.getByLabel('Citat (valfritt)').fill(quote);
    await button(chief, 'Spara berättelsen').click();
    await page.getByText('Skriv vem som säger det: roll och plats, inte namn.').waitFor();
    await page.getByLabel('Vem säger det?').fill('Undersköterska, hemtjänsten');
    await button(chief, 'Spara berättelsen').click();
    await page.getByText('Fråga den som citeras först').waitFor();
    await looksRight(chief);
    await page.locator('input[type=file]').setInputFiles(testPicture());
    await page.getByRole('img', { name: 'Bilden som visas nu' }).waitFor();
    await page.getByText('Utkastet är sparat på enheten').waitFor();
    await page.reload();
    await expect.poll(() => page.getByLabel('Rubrik').inputValue()).toBe(title);
    await page.getByRole('img', { name: 'Bilden som visas nu' }).waitFor();
    await page.getByLabel('Vad syns på bilden?').fill('En röd mapp på en krok.');
    await page.getByLabel('Den som citeras har sagt ja till att det står här').check();
    await button(chief, 'Spara berättelsen').click();
    await heading(chief, title).waitFor();
    await page.getByText(`”${quote}”`).waitFor();
    await allSent(chief);
    const story = (await documentsOf<Story>(manager, SPACE, 'story')).find((each) => each.title === title)!;
    expect(story).toMatchObject({ quote, role: 'Undersköterska, hemtjänsten', consent: { by: manager.me.id } });
  });

  test('is read by the idea’s author, who lets their name stand under it', async () => {
    const { page } = phone;
    await allSent(phone);
    await phone.goto('/berattelser');
    await page.getByRole('link', { name: title }).click();
    await heading(phone, title).waitFor();
    await page
      .getByRole('img', { name: 'En röd mapp på en krok.' })
      .and(page.locator(':not([data-missing])'))
      .waitFor();
    await looksRight(phone);
    await button(phone, 'Ja, visa mitt namn').click();
    await page.getByText(`Idén lämnades av ${author.me.name}.`).waitFor();
    await allSent(phone);
  });

  test('is spread to the other municipalities, picture and all, without the name', async () => {
    const { page } = chief;
    await allSent(chief);
    await chief.goto('/berattelser');
    await page.getByRole('link', { name: title }).click();
    await button(chief, 'Dela i Fyrbodal').click();
    await page.getByText('Fråga den som citeras först').waitFor();
    await page.getByLabel('Den som citeras har sagt ja till att det delas utanför kommunen').check();
    await button(chief, 'Dela i Fyrbodal').click();
    await page.getByText('Berättelsen är delad. Sparat på enheten.').waitFor();
    await allSent(chief);

    await allSent(away);
    await away.goto('/berattelser');
    await away.page.getByRole('link', { name: title }).click();
    await heading(away, title).waitFor();
    await away.page.getByText(`”${quote}”`).waitFor();
    await away.page.getByText('Från Uddevalla.').waitFor();
    await away.page
      .getByRole('img', { name: 'En röd mapp på en krok.' })
      .and(away.page.locator(':not([data-missing])'))
      .waitFor();
    expect(await away.page.getByText(author.me.name).count()).toBe(0);
  });

  test('is taken back, and then nobody reads it', async () => {
    await chief.goto('/berattelser');
    await chief.page.getByRole('link', { name: title }).click();
    await button(chief, 'Ta tillbaka').click();
    await chief.page.getByRole('dialog').getByRole('button', { name: 'Ta tillbaka' }).click();
    await chief.page.getByText('Berättelsen är tillbakatagen.', { exact: true }).waitFor();
    await allSent(chief);
    await allSent(away);
    await away.goto('/berattelser');
    await heading(away, 'Berättelser').waitFor();
    await expect.poll(() => away.page.getByRole('link', { name: title }).count()).toBe(0);
    for (const device of [phone, chief, away]) expect(device.complaints).toEqual([]);
  });
});
