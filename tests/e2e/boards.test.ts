import type { CDPSession, Locator, Page } from 'playwright-core';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Person } from '../contract/person.ts';
import { newPerson, type NewPerson } from './accounts.ts';
import { bringAxe, violations } from './axe.ts';
import { BrowserDevice, pause, RunningServer } from './harness.ts';
import { put } from './ideas-made.ts';
import { faultsOfLargeText, settled } from './large-text.ts';
import { allSent, unique } from './steps.ts';

let server: RunningServer;
const devices: BrowserDevice[] = [];
const people: NewPerson[] = [];
let writer: Person;
const work = ulid();
/** The first sheet of each template. */
const sheets = new Map<string, string>();

beforeAll(async () => {
  server = await RunningServer.start();
  const given = ['Anna', 'Bo', 'Cia'];
  people.push(...(await Promise.all(given.map((name) => newPerson(server, 'uddevalla:member', name)))));
  writer = await Person.signIn(server.origin, people[0]!.username, people[0]!.password);
  const { id: by } = writer.me;
  const at = new Date().toISOString();
  await put(writer, 'uddevalla', { _id: 'case:' + work, v: 1, by, at, name: unique('Natten'), aim: '', members: [by] });
  const sizes = [
    [820, 1180],
    [1180, 820],
    [1280, 800]
  ] as const;
  await Promise.all(
    people.map(async ({ username, password }, index) => {
      const [width, height] = sizes[index]!;
      const device = await BrowserDevice.open(server.origin, { width, height });
      devices[index] = device;
      await bringAxe(device.context);
      await device.signIn(username, password);
      await device.ready();
    })
  );
});
afterAll(async () => {
  for (const device of devices) await device.close();
  await server.close();
});

/** A new sheet in the work, with cards in it: its path. */
async function sheetOf(template: string, slot = '', cards: readonly object[] = []) {
  const id = ulid();
  const { id: by } = writer.me;
  const at = new Date().toISOString();
  const sheet = 'worksheet:' + id;
  const made = cards.map((card, index) => ({
    _id: `entry:${id}:${ulid()}`,
    v: 1,
    worksheet: sheet,
    slot,
    by,
    at,
    ...card,
    place: { order: 'a' + index, at, ...(card as { place?: object }).place }
  }));
  const head = { _id: sheet, v: 1, case: 'case:' + work, by, at, template, name: unique('Blad') };
  await put(writer, 'uddevalla', head, ...made);
  const path = '/metod/blad/' + id;
  if (!sheets.has(template)) sheets.set(template, path);
  return path;
}

/** What axe finds when nothing moves any more: what fades in has too little contrast on its way. */
async function faults(page: Page): Promise<string[]> {
  await settled(page);
  return violations(page);
}

const card = ({ page }: BrowserDevice, words: string): Locator => page.locator('[data-entry]', { hasText: words });
const ring = ({ page }: BrowserDevice, name: string): Locator => page.getByRole('group', { name, exact: true });
const button = ({ page }: BrowserDevice, name: string): Locator => page.getByRole('button', { name, exact: true });

async function open(device: BrowserDevice, path: string): Promise<void> {
  await device.goto(path);
  await device.page.locator('.wall .board').waitFor();
}

async function add(device: BrowserDevice, label: string, place: string, words: string): Promise<void> {
  await device.page.getByRole('group', { name: 'Var ska kortet ligga?' }).getByRole('button', { name: place }).click();
  await device.page.getByLabel(label, { exact: true }).fill(words);
  await button(device, 'Lägg till').click();
  await card(device, words).waitFor();
}

async function choose(device: BrowserDevice, words: string, item: string): Promise<void> {
  await button(device, `Flytta eller märk: ${words}`).click();
  await device.page.getByRole('menuitem', { name: item, exact: true }).click();
}

/** Has both in sight, neither by an edge of the window, where the page scrolls under what is dragged. */
async function between(what: Locator, to: Locator): Promise<void> {
  const other = await to.elementHandle();
  await what.evaluate((element, there) => {
    const [one, two] = [element, there!].map((each) => each.getBoundingClientRect());
    scrollBy(0, (one!.top + one!.height / 2 + two!.top + two!.height / 2) / 2 - innerHeight / 2);
  }, other);
  await still(what);
}

/** Waits until nothing glides. */
const still = (what: Locator): Promise<unknown> =>
  what.evaluate(({ ownerDocument }) =>
    Promise.allSettled(
      ownerDocument
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
        .map(({ finished }) => finished)
    )
  );

/** Drags a card by its upper left corner to a little below the upper middle of something. */
async function drag({ page }: BrowserDevice, what: Locator, to: Locator, below = 20): Promise<void> {
  await between(what, to);
  const box = (await what.boundingBox())!;
  await page.mouse.move(box.x + 20, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + 40, box.y + 30, { steps: 3 });
  const there = (await to.boundingBox())!;
  await page.mouse.move(there.x + there.width / 2, there.y + below, { steps: 6 });
  await page.mouse.up();
}

describe('three devices on one actor map, two of them without contact', () => {
  const shared = unique('Nattpersonal');
  let path = '';

  test('each adds and moves, and afterwards everything is there once', async () => {
    const [anna, bo, cia] = devices as [BrowserDevice, BrowserDevice, BrowserDevice];
    path = await sheetOf('aktorskarta.1', 'karta', [{ values: { aktor: shared }, place: { zone: 'direkt' } }]);
    for (const device of devices) {
      await open(device, path);
      await card(device, shared).waitFor();
    }
    await bo.offline(true);
    await cia.offline(true);
    await add(anna, 'Lägg till en aktör', 'Användare', 'De som bor här');
    await add(bo, 'Lägg till en aktör', 'Direkt kontakt', 'Vaktmästaren');
    await add(cia, 'Lägg till en aktör', 'Indirekt', 'Larmleverantören');
    // The same card, by the menu here and by hand there.
    await choose(bo, shared, 'Användare');
    await bo.page.getByText(`${shared} ligger nu i Användare, som 1 av 1.`).waitFor();
    await drag(cia, card(cia, shared), ring(cia, 'Indirekt').getByRole('heading'));
    await ring(cia, 'Indirekt').locator('[data-entry]', { hasText: shared }).waitFor();
    await choose(bo, 'Vaktmästaren', 'Vi behöver involvera');
    await bo.page.getByText('Vaktmästaren: Involvera.').waitFor();
    for (const device of [bo, cia]) await device.offline(false);
    for (const device of devices) await allSent(device);
    await allSent(bo);
    const places: string[] = [];
    for (const device of devices) {
      await open(device, path);
      for (const words of ['De som bor här', 'Vaktmästaren', 'Larmleverantören', shared]) {
        await card(device, words).waitFor();
        expect(await card(device, words).count()).toBe(1);
      }
      await ring(device, 'Direkt kontakt').locator('[data-entry]', { hasText: 'Involvera' }).waitFor();
      for (const name of ['Användare', 'Direkt kontakt', 'Indirekt'])
        if ((await ring(device, name).locator('[data-entry]', { hasText: shared }).count()) === 1) places.push(name);
    }
    // Whoever moved it last has it; and all see it there.
    expect(places).toEqual(['Indirekt', 'Indirekt', 'Indirekt']);
  });

  test('by keyboard alone: written, opened, moved and let be, and the focus follows the card', async () => {
    const [anna] = devices as [BrowserDevice];
    const { page } = anna;
    const { keyboard } = page;
    const reach = async (name: RegExp, key = 'Tab'): Promise<void> => {
      for (let step = 0; step < 60; step++) {
        await keyboard.press(key);
        const said = await page.evaluate(() => {
          const here = document.activeElement!;
          const label = here.getAttribute('aria-label') ?? (here as HTMLInputElement).labels?.[0]?.textContent;
          return label ?? here.textContent;
        });
        if (name.test(said)) return;
      }
      throw new Error('never reached ' + String(name));
    };
    await page.reload();
    await card(anna, shared).waitFor();
    await reach(/Lägg till en aktör/);
    await keyboard.type('Enhetschef');
    await keyboard.press('Enter');
    await card(anna, 'Enhetschef').waitFor();
    await reach(/Flytta eller märk: Enhetschef/);
    await keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.type('Indirekt');
    await keyboard.press('Enter');
    await ring(anna, 'Indirekt').locator('[data-entry]:focus', { hasText: 'Enhetschef' }).waitFor();
    await page
      .getByRole('status')
      .getByText(/Enhetschef ligger nu i Indirekt/)
      .waitFor();
    await keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Enhetschef' });
    await dialog.waitFor();
    expect(await faults(page)).toEqual([]);
    await keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.locator('[data-entry]:focus', { hasText: 'Enhetschef' }).waitFor();
    await reach(/^\s*Stor tavla\s*$/, 'Shift+Tab');
    await keyboard.press('Enter');
    await button(anna, 'Tillbaka till bladet').waitFor();
    expect(await faults(page)).toEqual([]);
    await keyboard.press('Escape');
    await button(anna, 'Stor tavla').waitFor();
  });
});

describe('three devices on one journey, two of them without contact', () => {
  test('steps, feelings and places join', async () => {
    const [anna, bo, cia] = devices as [BrowserDevice, BrowserDevice, BrowserDevice];
    const shared = unique('Larmet ljuder');
    const path = await sheetOf('anvandarresa.1', 'resa', [{ values: { handelse: shared }, place: { zone: 'under' } }]);
    for (const device of devices) {
      await open(device, path);
      await card(device, shared).waitFor();
    }
    await bo.offline(true);
    await cia.offline(true);
    await add(anna, 'Lägg till ett steg', 'Före', 'Kvällste');
    await add(bo, 'Lägg till ett steg', 'Under', 'Någon tittar in');
    await add(cia, 'Lägg till ett steg', 'Efter', 'Trött vid frukosten');
    const feeling = bo.page.getByRole('slider', { name: `Känsla: ${shared}` });
    await feeling.focus();
    await bo.page.keyboard.press('ArrowDown');
    await expect.poll(() => feeling.getAttribute('aria-valuetext')).toBe('Dåligt, −1');
    await bo.page.keyboard.press('ArrowDown');
    await expect.poll(() => feeling.getAttribute('aria-valuetext')).toBe('Mycket dåligt, −2');
    // Drawn by hand, on the step that is Cia's own.
    const drawn = cia.page.getByRole('slider', { name: 'Känsla: Trött vid frukosten' });
    await drawn.scrollIntoViewIfNeeded();
    const box = (await drawn.boundingBox())!;
    await cia.page.mouse.move(box.x + 22, box.y + 22);
    await cia.page.mouse.down();
    await cia.page.mouse.move(box.x + 22, box.y - 40, { steps: 4 });
    await cia.page.mouse.up();
    await expect.poll(() => drawn.getAttribute('aria-valuenow')).not.toBe('0');
    await choose(cia, shared, 'Före');
    await ring(cia, 'Före').locator('[data-entry]', { hasText: shared }).waitFor();
    for (const device of [bo, cia]) await device.offline(false);
    for (const device of devices) await allSent(device);
    for (const device of devices) {
      await open(device, path);
      for (const words of ['Kvällste', 'Någon tittar in', 'Trött vid frukosten', shared]) {
        await card(device, words).waitFor();
        expect(await card(device, words).count()).toBe(1);
      }
      // Moved by one while another set its feeling: both hold.
      await ring(device, 'Före').locator('[data-entry]', { hasText: shared }).waitFor();
      const value = device.page.getByRole('slider', { name: `Känsla: ${shared}` });
      await expect.poll(() => value.getAttribute('aria-valuenow')).toBe('-2');
    }
    expect(await faults(anna.page)).toEqual([]);
  });
});

describe('the other boards', () => {
  test('a card is dragged over the axes, and stepped by the menu', async () => {
    const [, bo] = devices as [BrowserDevice, BrowserDevice];
    const path = await sheetOf('prioriteringsmatris.1', 'matris', [
      { values: { kort: 'Dämpad signal' }, place: { x: 250, y: 750 } }
    ]);
    await open(bo, path);
    const field = ring(bo, 'Stor påverkan, stor ansträngning');
    await drag(bo, card(bo, 'Dämpad signal'), field, 60);
    await field.locator('[data-entry]').waitFor();
    await choose(bo, 'Dämpad signal', 'Mindre ansträngning');
    await bo.page.getByText(/Dämpad signal: påverkan \d+ av 10, ansträngning \d av 10\./).waitFor();
    expect(await faults(bo.page)).toEqual([]);
  });

  test('dots are given by a press and by hand, and no more than there are', async () => {
    const [, bo] = devices as [BrowserDevice, BrowserDevice];
    const path = await sheetOf('tre-prickar.1', 'prickar', [
      { values: { ide: 'Mjuka hjul' } },
      { values: { ide: 'Nya lampor' } }
    ]);
    await open(bo, path);
    await button(bo, 'Ge en prick för Användarvärde till Mjuka hjul').click();
    await bo.page.getByText('En prick för Användarvärde till Mjuka hjul. 2 kvar.').waitFor();
    const [hand, lamps] = [bo.page.locator('.tray').first(), bo.page.locator('[data-card]', { hasText: 'Nya lampor' })];
    await between(hand, lamps);
    const tray = (await hand.boundingBox())!;
    const target = (await lamps.boundingBox())!;
    await bo.page.mouse.move(tray.x + 20, tray.y + 20);
    await bo.page.mouse.down();
    await bo.page.mouse.move(target.x + 60, target.y + 30, { steps: 5 });
    await bo.page.mouse.up();
    await bo.page.getByText('En prick för Användarvärde till Nya lampor. 1 kvar.').waitFor();
    await button(bo, 'Ge en prick för Användarvärde till Nya lampor').click();
    await bo.page.getByText('0 kvar.', { exact: false }).first().waitFor();
    await expect.poll(() => button(bo, 'Ge en prick för Användarvärde till Mjuka hjul').isDisabled()).toBe(true);
    expect(await faults(bo.page)).toEqual([]);
  });

  test('the next turn of a wheel begins with what the last came to', async () => {
    const [, bo] = devices as [BrowserDevice, BrowserDevice];
    const path = await sheetOf('pgsa.1');
    await bo.goto(path);
    await bo.page.getByLabel('Nästa varv', { exact: true }).fill('En vecka till');
    await button(bo, 'Börja nästa varv').click();
    await bo.page.getByRole('heading', { name: 'Varv 2' }).waitFor();
    await expect
      .poll(() => bo.page.getByLabel('Förändringsidé', { exact: true }).first().inputValue())
      .toBe('En vecka till');
    expect(await faults(bo.page)).toEqual([]);
  });

  test('two draw at once, and both strokes are on the paper', async () => {
    const [anna, bo] = devices as [BrowserDevice, BrowserDevice];
    const path = await sheetOf('idekort.1');
    const paper = ({ page }: BrowserDevice): Locator => page.locator('.sketch > svg');
    const strokes = (device: BrowserDevice): Promise<number> => paper(device).locator('path[d^=M]').count();
    for (const device of [anna, bo]) {
      await device.goto(path);
      await paper(device).waitFor();
      await device.offline(true);
    }
    for (const [device, down] of [
      [anna, 40],
      [bo, 120]
    ] as const) {
      await paper(device).scrollIntoViewIfNeeded();
      const { x, y } = (await paper(device).boundingBox())!;
      await device.page.mouse.move(x + 60, y + down);
      await device.page.mouse.down();
      await device.page.mouse.move(x + 260, y + down + 30, { steps: 8 });
      await device.page.mouse.up();
      await device.page.getByRole('img', { name: 'Teckning med 1 streck' }).waitFor();
    }
    for (const device of [anna, bo]) await device.offline(false);
    for (const device of [anna, bo]) await allSent(device);
    for (const device of [anna, bo]) {
      await device.goto(path);
      await device.page.getByRole('img', { name: 'Teckning med 2 streck' }).waitFor();
      await expect.poll(() => strokes(device)).toBe(2);
    }
    await button(bo, 'Ångra').click();
    await bo.page.getByRole('img', { name: 'Teckning med 1 streck' }).waitFor();
    await bo.page.getByLabel('Vad föreställer skissen?').fill('Ett larm med kudde');
    expect(await faults(bo.page)).toEqual([]);
    await button(bo, 'Gör om').click();
    await expect.poll(() => strokes(bo)).toBe(2);
  });
});

describe('by finger on a tablet', () => {
  let tablet: BrowserDevice;
  let touch: CDPSession;
  beforeAll(async () => {
    tablet = await BrowserDevice.open(server.origin, { width: 820, height: 1180, touch: true });
    devices.push(tablet);
    await bringAxe(tablet.context);
    await tablet.context.addInitScript(() => {
      // The real bell, and a count of its notes.
      const make = AudioContext.prototype.createOscillator;
      AudioContext.prototype.createOscillator = function (this: AudioContext) {
        document.documentElement.dataset['notes'] = String(Number(document.documentElement.dataset['notes'] ?? 0) + 1);
        return make.call(this);
      };
    });
    await tablet.signIn(people[0]!.username, people[0]!.password);
    await tablet.ready();
    touch = await tablet.context.newCDPSession(tablet.page);
  });

  type Point = { readonly x: number; readonly y: number };
  const finger = (type: 'touchStart' | 'touchMove' | 'touchEnd', point?: Point) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: point === undefined ? [] : [point] });
  /** A finger that goes down, stays so long and moves on. */
  async function swipe(from: Point, stay: number, to: () => Promise<Point>): Promise<void> {
    await finger('touchStart', from);
    await pause(stay);
    const end = await to();
    for (let step = 1; step <= 8; step++) {
      const part = step / 8;
      await finger('touchMove', { x: from.x + (end.x - from.x) * part, y: from.y + (end.y - from.y) * part });
      await pause(20);
    }
    await finger('touchEnd');
  }
  const middle = async (what: Locator, below?: number): Promise<Point> => {
    const box = (await what.boundingBox())!;
    return { x: box.x + box.width / 2, y: box.y + (below ?? box.height / 2) };
  };

  /** What a card of one ring says, and the card of another that lies nearest to any of them. */
  const neighbours = async (here: string, there: string): Promise<[string, string]> => {
    const all = (name: string) =>
      ring(tablet, name)
        .locator('[data-entry]')
        .evaluateAll((elements) =>
          elements.map((element) => {
            const { left, top } = element.getBoundingClientRect();
            return { words: element.querySelector('.words')!.textContent, left, top };
          })
        );
    const [some, others] = await Promise.all([all(here), all(there)]);
    const pairs = some.flatMap((one) =>
      others.map((other) => ({ one, other, far: Math.hypot(one.left - other.left, one.top - other.top) }))
    );
    const { one, other } = pairs.reduce((best, pair) => (pair.far < best.far ? pair : best));
    return [one.words, other.words];
  };

  test('two hundred cards: a swipe scrolls, a finger that stays lifts the card, and it lies where it is let go', async () => {
    const zones = ['anvandare', 'direkt', 'indirekt'];
    const cards = Array.from({ length: 200 }, (_, index) => ({
      values: { aktor: `Roll ${index}.` },
      place: { zone: zones[index % 3]!, order: 'a' + String(index).padStart(4, '0') }
    }));
    const path = await sheetOf('aktorskarta.1', 'karta', cards);
    await open(tablet, path);
    const { page } = tablet;
    await expect.poll(() => page.locator('[data-entry]').count()).toBe(200);
    const what = card(tablet, 'Roll 100.');
    await what.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await still(what);
    const before = await page.evaluate(() => scrollY);
    const from = await middle(what);
    await swipe(from, 0, () => Promise.resolve({ x: from.x, y: from.y - 220 }));
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 80);
    expect(await ring(tablet, 'Direkt kontakt').locator('[data-entry]', { hasText: 'Roll 100.' }).count()).toBe(1);
    // From the ring in the middle to the one around it.
    const [words, other] = await neighbours('Användare', 'Direkt kontakt');
    const [inner, goal] = [card(tablet, words), card(tablet, other)];
    await between(inner, goal);
    await pause(300);
    const stood = await page.evaluate(() => scrollY);
    await swipe(await middle(inner), 450, () => middle(goal));
    await ring(tablet, 'Direkt kontakt').locator('[data-entry]', { hasText: words }).waitFor();
    await page.getByText(`${words} ligger nu i Direkt kontakt`).waitFor();
    expect(Math.abs((await page.evaluate(() => scrollY)) - stood)).toBeLessThan(4);
    expect(await page.locator('[data-entry]').count()).toBe(200);
    // A press that ends where it began moves nothing, and a tap opens the card.
    await inner.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await still(inner);
    await swipe(await middle(inner), 450, () => middle(inner));
    await page.getByText(`${words} ligger kvar.`).waitFor();
    await inner.tap();
    await page.getByRole('dialog', { name: words }).waitFor();
    await button(tablet, 'Klar').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('the large board holds the same cards, moved there too', async () => {
    const { page } = tablet;
    await button(tablet, 'Stor tavla').click();
    const large = page.getByRole('dialog', { name: /Blad/ });
    await large.waitFor();
    expect(await large.locator('[data-entry]').count()).toBe(200);
    const [words, other] = await neighbours('Användare', 'Direkt kontakt');
    const [inner, goal] = [card(tablet, words), card(tablet, other)];
    await inner.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await still(inner);
    await swipe(await middle(inner), 450, () => middle(goal));
    await page.getByText(`${words} ligger nu i Direkt kontakt`).waitFor();
    await button(tablet, 'Tillbaka till bladet').click();
    await button(tablet, 'Stor tavla').waitFor();
    expect(await page.locator('main [data-entry]').count()).toBe(200);
  });

  test('an exercise is timed: it rests, goes on, outlives a reload, and its end is seen, heard and told', async () => {
    const { page } = tablet;
    const path = await sheetOf('aktorskarta.1');
    await open(tablet, path);
    const clock = page.getByRole('timer', { name: 'Tid kvar' });
    await page.locator('summary', { hasText: 'Ta tid' }).click();
    await button(tablet, '5 minuter').click();
    await expect.poll(() => clock.textContent()).toMatch(/^4:5/);
    await button(tablet, 'Pausa').click();
    const rested = await clock.textContent();
    await page.getByText(`Klockan står. ${rested!} kvar.`).waitFor({ state: 'attached' });
    await button(tablet, 'En minut till').click();
    await expect.poll(() => clock.textContent()).toMatch(/^5:5/);
    expect(await faults(page)).toEqual([]);
    await page.reload();
    await expect.poll(() => clock.textContent()).toMatch(/^5:5/);
    await button(tablet, 'Fortsätt').click();
    // It is the same one on the large board, and after a look at another page.
    await button(tablet, 'Stor tavla').click();
    await page.getByRole('dialog').getByRole('timer').waitFor();
    await button(tablet, 'Tillbaka till bladet').click();
    await page.getByRole('link', { name: /Natten/ }).click();
    await page.getByRole('heading', { level: 1, name: /Natten/ }).waitFor();
    await page.goBack();
    await expect.poll(() => clock.textContent()).toMatch(/^5:[345]/);
    // Nearly over: what a tab has put away of it, with a few seconds left.
    await page.evaluate(
      (key) => {
        const kept = JSON.parse(sessionStorage.getItem(key)!) as object;
        sessionStorage.setItem(key, JSON.stringify({ ...kept, endsAt: Date.now() + 5000 }));
      },
      'ideslussen.timer/worksheet:' + path.split('/').at(-1)!
    );
    await page.reload();
    await clock.waitFor();
    await page.getByRole('alert').getByText('Tiden är ute').waitFor();
    expect(await page.evaluate(() => Number(document.documentElement.dataset['notes']))).toBeGreaterThan(0);
    expect(await faults(page)).toEqual([]);
    await button(tablet, 'Stäng av').click();
    await page.locator('summary', { hasText: 'Ta tid' }).waitFor();
  });
});

test('nothing is cut off on a phone, in text twice the size', async () => {
  const [, bo] = devices as [BrowserDevice, BrowserDevice];
  const found: string[] = [];
  for (const [template, path] of sheets) {
    await bo.goto(path);
    await bo.page.locator('.wall section > div').first().waitFor();
    for (const line of await faultsOfLargeText(bo.page)) found.push(`${template}: ${line}`);
  }
  expect(found).toEqual([]);
});

test('no page complained', () => {
  expect(devices.flatMap(({ complaints }) => complaints)).toEqual([]);
});
