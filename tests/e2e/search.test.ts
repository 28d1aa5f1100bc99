import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Person } from '../contract/person.ts';
import { bringAxe, violations } from './axe.ts';
import { BrowserDevice, RunningServer } from './harness.ts';
import { wordOfItsOwn } from './accounts.ts';
import { capture } from './steps.ts';

const mark = wordOfItsOwn();
const long = 'Det har varit så i många år, och ingen vet längre varför. '.repeat(4);

let server: RunningServer;
let phone: BrowserDevice;

beforeAll(async () => {
  server = await RunningServer.start();
  const coach = await Person.signIn(server.origin, 'coach.uddevalla');
  const { body } = await coach.bulk('uddevalla', [
    coach.idea({ title: `Nyckelskåp ${mark}`, need: 'Nycklarna tappas i snön.', at: '2026-01-02T08:00:00.000Z' }),
    coach.idea({
      title: `Larm ${mark}`,
      need: long + `Då hörs inte klämtningen${mark}.`,
      at: '2026-01-03T08:00:00.000Z'
    })
  ]);
  expect(body).toMatchObject([{ ok: true }, { ok: true }]);
  phone = await BrowserDevice.open(server.origin);
  await bringAxe(phone.context);
  await phone.signIn('medarbetare.uddevalla');
  await phone.ready();
});
afterAll(async () => {
  await phone.close();
  await server.close();
});

const field = () => phone.page.getByRole('searchbox', { name: 'Sök i idéerna' });
const count = () => phone.page.locator('p.count');
const titles = () => phone.page.locator('main [role=listitem] a').allInnerTexts();

describe('searching among ideas', () => {
  test('finds as somebody types, newest first, and marks what was searched for', async () => {
    const { page } = phone;
    await phone.goto('/ideer');
    await count().waitFor();
    await page.keyboard.press('/');
    await expect(field().evaluate((element) => element === document.activeElement)).resolves.toBe(true);
    await page.keyboard.type(mark.slice(0, 5));
    await count().filter({ hasText: '2 idéer med' }).waitFor();
    await expect(titles()).resolves.toEqual([`Larm ${mark}`, `Nyckelskåp ${mark}`]);
    await page.keyboard.type(mark.slice(5) + ' nyckel');
    await count()
      .filter({ hasText: `1 idé med ”${mark} nyckel”` })
      .waitFor();
    await expect(page.locator('main [role=listitem] mark').allInnerTexts()).resolves.toEqual(['Nyckelskåp', mark]);
    await expect(violations(phone.page)).resolves.toEqual([]);
  });

  test('shows where in a long text it stands', async () => {
    await field().fill(`klämtningen${mark}`);
    await count().filter({ hasText: '1 idé med' }).waitFor();
    const excerpt = await phone.page.locator('main [role=listitem] .excerpt').innerText();
    expect(excerpt).toMatch(/^….*Då hörs inte klämtningen/);
  });

  test('keeps the search in the address, through a visit to an idea and back', async () => {
    const { page } = phone;
    await field().fill(mark);
    await page.waitForURL((url) => url.searchParams.get('q') === mark);
    await page.getByRole('link', { name: `Larm ${mark}` }).click();
    await page.getByRole('heading', { level: 1, name: `Larm ${mark}` }).waitFor();
    await page.goBack();
    await count().filter({ hasText: '2 idéer med' }).waitFor();
    await expect(field().inputValue()).resolves.toBe(mark);
  });

  test('goes together with a stage, and says when there is nothing', async () => {
    const { page } = phone;
    await page.getByLabel('Läge').selectOption({ label: 'Testas' });
    await page.getByText(`Inga idéer med ”${mark}”`).waitFor();
    await expect(violations(phone.page)).resolves.toEqual([]);
    await page.getByRole('button', { name: 'Rensa sökningen' }).click();
    await expect(field().inputValue()).resolves.toBe('');
    await page.getByLabel('Läge').selectOption({ label: 'Alla lägen' });
    await expect.poll(() => new URL(page.url()).search).toBe('');
  });

  test('works without contact, also for what was captured a moment ago', async () => {
    await phone.offline(true);
    await capture(phone, { title: `Ficklampa ${mark}` });
    await phone.goto('/ideer?q=' + mark);
    await count().filter({ hasText: '3 idéer med' }).waitFor();
    await expect(titles()).resolves.toContain(`Ficklampa ${mark}`);
    await phone.offline(false);
    expect(phone.complaints).toEqual([]);
  });
});
