import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pathOf, type Step } from '#lib/domain/ideas/path.ts';
import { Person } from '../contract/person.ts';
import { newPerson, type NewPerson } from './accounts.ts';
import { bringAxe, violations } from './axe.ts';
import { BrowserDevice, RunningServer } from './harness.ts';
import { decisionOn, documentsOf, put } from './ideas-made.ts';
import { faultsOfLargeText } from './large-text.ts';
import { allSent, unique } from './steps.ts';

const SPACE = 'uddevalla';
const STAGES = {
  ny: 'Ny',
  mottagen: 'Mottagen',
  bedoms: 'Bedöms',
  utvecklas: 'Utvecklas',
  testas: 'Testas',
  infors: 'Införs',
  'i-drift': 'I drift',
  komplettering: 'Behöver kompletteras',
  vilande: 'Vilande',
  avslutad: 'Avslutad',
  sammanslagen: 'Sammanslagen'
};

let server: RunningServer;
let coach: NewPerson;
let member: Person;
let desk: BrowserDevice;
let phone: BrowserDevice;
/** A unit of this test's own, so that its columns are short. */
let unit: { readonly id: string; readonly name: string };

beforeAll(async () => {
  server = await RunningServer.start();
  coach = await newPerson(server, SPACE + ':coach', 'Kim');
  member = await Person.signIn(server.origin, 'medarbetare.' + SPACE);
  const admin = await Person.signIn(server.origin, 'admin.' + SPACE);
  unit = { id: 'unit:' + ulid(), name: unique('Hemtjänst') };
  await put(admin, SPACE, { _id: unit.id, v: 1, name: unit.name });
  desk = await BrowserDevice.open(server.origin, { width: 1600, height: 900 });
  phone = await BrowserDevice.open(server.origin);
  for (const device of [desk, phone]) {
    await bringAxe(device.context);
    await device.signIn(coach.username, coach.password);
    await device.ready();
  }
});
afterAll(async () => {
  await desk.close();
  await phone.close();
  await server.close();
});

async function newIdea(words: string, daysAgo = 0): Promise<{ readonly id: string; readonly title: string }> {
  const title = unique(words);
  const at = new Date(Date.now() - daysAgo * 86_400_000 - 60_000).toISOString();
  const idea = member.idea({ title, at, unit: unit.id });
  await put(member, SPACE, idea);
  return { id: idea._id, title };
}

const column = ({ page }: BrowserDevice, name: string) =>
  page.locator('[data-stage]').filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) });
const cardIn = (device: BrowserDevice, stage: string, title: string) =>
  column(device, stage).getByRole('listitem').filter({ hasText: title });

async function openBoard(device: BrowserDevice): Promise<void> {
  await allSent(device);
  await device.goto('/tavla?enhet=' + unit.id);
  await device.page.getByRole('heading', { level: 1, name: 'Tavla' }).waitFor();
  await column(device, 'Ny').waitFor();
}

/** Drags a card by mouse to the middle of a column, and lets go there. */
async function dragTo(device: BrowserDevice, from: string, title: string, to: string, holding?: () => Promise<void>) {
  const { mouse } = device.page;
  await cardIn(device, from, title).scrollIntoViewIfNeeded();
  const card = (await cardIn(device, from, title).boundingBox())!;
  await mouse.move(card.x + 40, card.y + 12);
  await mouse.down();
  await mouse.move(card.x + 60, card.y + 30, { steps: 3 });
  const target = (await column(device, to).boundingBox())!;
  await mouse.move(target.x + target.width / 2, target.y + 60, { steps: 6 });
  await holding?.();
  await mouse.up();
}

describe('the board', () => {
  test('counts what the database holds, stage by stage, and says how long it has been there', async () => {
    const old = await newIdea('Gammal', 34);
    await newIdea('Nyare', 4);
    const reader = await Person.signIn(server.origin, coach.username, coach.password);
    await put(reader, SPACE, decisionOn(reader, (await newIdea('Vilande idé')).id, 'ny', 'vilande'));
    await openBoard(desk);
    await cardIn(desk, 'Ny', old.title).getByText('Här i 34 dagar').waitFor();
    await cardIn(desk, 'Ny', old.title).getByText('Svaret är försenat').waitFor();
    await column(desk, 'Ny').getByText('i snitt 19 dagar · äldst 34 dagar').waitFor();
    await desk.page.getByRole('button', { name: /^Visa även / }).click();

    // All of the municipality, against a count of the server's own documents.
    await desk.page.getByLabel('Enhet').selectOption({ label: 'Alla enheter' });
    const decisions = await documentsOf<Step & { idea: string }>(reader, SPACE, 'decision');
    const counts = new Map<string, number>();
    for (const { _id } of await documentsOf<{ _id: string }>(reader, SPACE, 'idea')) {
      const { stage } = pathOf(decisions.filter((each) => each.idea === _id));
      counts.set(stage, (counts.get(stage) ?? 0) + 1);
    }
    for (const [stage, name] of Object.entries(STAGES)) {
      const count = counts.get(stage) ?? 0;
      await column(desk, name)
        .getByText(count === 1 ? '1 idé' : `${count.toLocaleString('sv')} idéer`, { exact: true })
        .waitFor();
    }
    expect(await violations(desk.page)).toEqual([]);
  });

  test('a card is moved by mouse, with a reason and not without one, and moved back', async () => {
    const { title } = await newIdea('Dras med mus');
    await openBoard(desk);
    const { page } = desk;
    const dialog = page.getByRole('dialog');

    await dragTo(desk, 'Ny', title, 'Utvecklas', async () => {
      await column(desk, 'Utvecklas').getByText('Hit går det inte direkt från Ny').waitFor();
      await column(desk, 'Mottagen').getByText('Släpp här').waitFor();
    });
    await page.getByText(`”${title}” flyttades inte. Hit går det inte direkt från Ny.`).waitFor();
    expect(await dialog.count()).toBe(0);

    await dragTo(desk, 'Ny', title, 'Mottagen');
    await dialog.getByRole('heading', { name: `Flytta ”${title}” till Mottagen` }).waitFor();
    await dialog.getByRole('button', { name: 'Spara beslutet' }).click();
    await dialog.getByText('Skriv varför. En mening räcker.').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await cardIn(desk, 'Ny', title).waitFor();

    await dragTo(desk, 'Ny', title, 'Mottagen');
    await dialog.getByLabel('Varför?').fill('Tack! Vi läser.');
    await dialog.getByRole('button', { name: 'Spara beslutet' }).click();
    await page.getByText(`”${title}” är nu Mottagen. Beslutet är sparat på enheten.`).waitFor();
    await cardIn(desk, 'Mottagen', title).waitFor();
    // Time on an idea is not a coach's to give.
    await dragTo(desk, 'Mottagen', title, 'Utvecklas', async () => {
      await column(desk, 'Utvecklas').getByText('Beslut om tid fattas av chef eller ledning.').waitFor();
    });
    await cardIn(desk, 'Mottagen', title).waitFor();

    await dragTo(desk, 'Mottagen', title, 'Bedöms');
    await dialog.getByLabel('Varför?').fill('Vi bedömer.');
    await dialog.getByRole('button', { name: 'Spara beslutet' }).click();
    await cardIn(desk, 'Bedöms', title).waitFor();
    await page.getByRole('button', { name: 'Ångra', exact: true }).click();
    await cardIn(desk, 'Mottagen', title).waitFor();
    await page.getByText(`Ångrat. ”${title}” är åter Mottagen.`).waitFor();
  });

  test('a card is moved by keyboard alone, and the focus goes with it', async () => {
    const { id, title } = await newIdea('Flyttas med tangenter');
    await openBoard(desk);
    const { page } = desk;
    await cardIn(desk, 'Ny', title)
      .getByRole('button', { name: `Flytta ”${title}”` })
      .focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Mottagen' }).waitFor();
    expect(await page.getByRole('menuitem').allTextContents()).toEqual(
      ['Mottagen', 'Bedöms', 'Behöver kompletteras', 'Vilande', 'Avslutad', 'Slå ihop med en annan'].map((name) =>
        expect.stringContaining(name)
      )
    );
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Varför?').focus();
    await page.keyboard.type('Behovet är tydligt.');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const stage = await page.waitForFunction(
      (card) => document.querySelector(`[data-card="${card}"]`)?.closest('[data-stage]:not([data-stage=ny])'),
      id
    );
    expect(['mottagen', 'bedoms']).toContain(
      await stage
        .getProperty('dataset')
        .then((all) => all.getProperty('stage'))
        .then((value) => value.jsonValue())
    );
    await page.waitForFunction(
      (card) => document.activeElement === document.querySelector(`[data-card="${card}"] a`),
      id
    );
  });

  test('on a tablet a finger scrolls at once and takes a card after a moment', async () => {
    const { title } = await newIdea('Dras med finger');
    const tablet = await BrowserDevice.open(server.origin, { width: 1600, height: 900 });
    try {
      await tablet.signIn(coach.username, coach.password);
      await openBoard(tablet);
      const { page } = tablet;
      const wire = await tablet.context.newCDPSession(page);
      await wire.send('Emulation.setTouchEmulationEnabled', { enabled: true });
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) =>
        wire.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
      await cardIn(tablet, 'Ny', title).scrollIntoViewIfNeeded();
      const card = (await cardIn(tablet, 'Ny', title).boundingBox())!;
      const target = (await column(tablet, 'Mottagen').boundingBox())!;
      const [x, y] = [card.x + 40, card.y + 12];

      const board = page.locator('[data-board]');
      const scrolled = () => board.evaluate((element) => element.scrollLeft);
      await touch('touchStart', x + 180, y);
      for (const step of [20, 60, 100, 140]) await touch('touchMove', x + 180 - step, y);
      await touch('touchEnd');
      await expect.poll(scrolled).toBeGreaterThan(40);
      expect(await page.getByRole('dialog').count()).toBe(0);
      // What was flung scrolls on for a while; a board that is opened anew stands still.
      await openBoard(tablet);
      await cardIn(tablet, 'Ny', title).scrollIntoViewIfNeeded();
      expect(await scrolled()).toBe(0);

      await touch('touchStart', x, y);
      await page.waitForTimeout(500);
      await touch('touchMove', x + 40, y + 10);
      await touch('touchMove', target.x + 60, target.y + 60);
      await column(tablet, 'Mottagen').getByText('Släpp här').waitFor();
      await touch('touchEnd');
      await page
        .getByRole('dialog')
        .getByRole('heading', { name: `Flytta ”${title}” till Mottagen` })
        .waitFor();
    } finally {
      await tablet.close();
    }
  });

  test('on a phone one stage is shown at a time, and a card is moved by its menu', async () => {
    const { title } = await newIdea('Flyttas på telefon');
    await openBoard(phone);
    const { page } = phone;
    expect(await column(phone, 'Ny').isVisible()).toBe(true);
    expect(await column(phone, 'Mottagen').isVisible()).toBe(false);
    await cardIn(phone, 'Ny', title)
      .getByRole('button', { name: `Flytta ”${title}”` })
      .click();
    await page.getByRole('menuitem', { name: 'Vilande' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Varför?').fill('Vi väntar till hösten.');
    await dialog.getByRole('button', { name: 'Spara beslutet' }).click();
    await page.getByText(`”${title}” är nu Vilande.`, { exact: false }).waitFor();
    expect(await violations(page)).toEqual([]);
    const picker = page.getByLabel('Läge');
    await picker.selectOption('vilande');
    await cardIn(phone, 'Vilande', title).waitFor();
    expect(await faultsOfLargeText(page)).toEqual([]);
  });

  test('those who may not move ideas are told who does', async () => {
    const reader = await BrowserDevice.open(server.origin, { width: 820, height: 1180 });
    try {
      await reader.signIn('medarbetare.' + SPACE);
      await reader.goto('/ideer');
      await reader.page.getByRole('link', { name: 'Tavla' }).click();
      await reader.page.getByText('Idéer flyttas av idécoach, chef eller ledning.').waitFor();
      expect(await reader.page.getByRole('button', { name: /^Flytta/ }).count()).toBe(0);
      await reader.page.getByRole('main').getByRole('link', { name: 'Idéer', exact: true }).click();
      await reader.page.getByRole('heading', { level: 1, name: 'Idéer' }).waitFor();
    } finally {
      await reader.close();
    }
  });
});
