import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BrowserDevice, RunningServer } from './harness.ts';
import { allSent, capture, confirmed, openIdea, unique } from './steps.ts';

let server: RunningServer;
let author: BrowserDevice;
let coach: BrowserDevice;

beforeAll(async () => {
  server = await RunningServer.start();
  author = await BrowserDevice.open(server.origin);
  await author.signIn('medarbetare.uddevalla');
  await author.ready();
  coach = await BrowserDevice.open(server.origin, { width: 820, height: 1180 });
  await coach.signIn('coach.uddevalla');
  await coach.ready();
});
afterAll(async () => {
  await author.close();
  await coach.close();
  await server.close();
});

/** An idea that both have, when both have lost contact. */
async function sharedIdea(title: string, need: string): Promise<void> {
  await author.offline(false);
  await coach.offline(false);
  await capture(author, { title, need });
  await confirmed(author);
  await openIdea(coach, title);
  await author.offline(true);
  await coach.offline(true);
}

async function change(device: BrowserDevice, title: string, label: string, text: string): Promise<void> {
  await openIdea(device, title);
  await device.page.getByRole('link', { name: 'Ändra' }).click();
  await device.page.getByLabel(label, { exact: true }).fill(text);
  await device.page.getByRole('button', { name: 'Spara', exact: true }).click();
  await device.page.getByText(text).first().waitFor();
}

async function online(device: BrowserDevice): Promise<void> {
  await device.offline(false);
  await allSent(device);
}

/** The author and the coach write different needs without contact; the author's reaches the server first. */
async function disagree(title: string): Promise<void> {
  await sharedIdea(title, 'Det vi skrev först.');
  await change(author, title, 'Behov', 'Det författaren menar.');
  await change(coach, title, 'Behov', 'Det coachen menar.');
  await online(author);
  await online(coach);
  for (const device of [author, coach]) {
    await openIdea(device, title);
    await device.page.getByRole('heading', { name: 'Två versioner' }).waitFor();
    await device.page.getByText('Det författaren menar.').first().waitFor();
    await device.page.getByText('Det coachen menar.').first().waitFor();
  }
}

const need = ({ page }: BrowserDevice) =>
  page.locator('section', { has: page.getByRole('heading', { level: 2, name: 'Behov' }) });

/** Chooses between the two versions; the choice is on the disk when nobody is asked any more. */
async function choose({ page }: BrowserDevice, button: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('heading', { name: 'Två versioner' }).waitFor({ state: 'hidden' });
}

/** Waits on both devices until the need says `text` and nobody is asked any more; both first texts can be read. */
async function settled(title: string, text: string): Promise<void> {
  for (const device of [author, coach]) {
    await openIdea(device, title);
    await need(device).getByText(text).waitFor();
    await device.page.getByRole('heading', { name: 'Två versioner' }).waitFor({ state: 'hidden' });
    const all = await device.page.getByRole('main').innerText();
    expect(all).toContain('Det författaren menar.');
    expect(all).toContain('Det coachen menar.');
  }
}

describe('two people change the same idea without contact', () => {
  test('different fields: both changes stand, and nobody is asked', async () => {
    const title = unique('Olika fält');
    await sharedIdea(title, 'Det vi skrev först.');
    await change(author, title, 'Behov', 'Författarens behov.');
    await change(coach, title, 'Förslag', 'Coachens förslag.');
    await online(author);
    await online(coach);
    for (const device of [author, coach]) {
      await openIdea(device, title);
      await device.page.getByText('Coachens förslag.').waitFor();
      await device.page.getByText('Författarens behov.').waitFor();
      await expect(device.page.getByRole('heading', { name: 'Två versioner' }).count()).resolves.toBe(0);
    }
  });

  test('the same field: both texts are readable; the author keeps what stands', async () => {
    const title = unique('Den som gäller');
    await disagree(title);
    await author.goto('/');
    await author.page
      .getByRole('region', { name: 'Väntar på dig' })
      .getByRole('link', { name: 'Två versioner' })
      .first()
      .waitFor();
    await openIdea(author, title);
    await choose(author, 'Behåll den som gäller');
    await settled(title, 'Det författaren menar.');
  });

  test('the same field: the author takes the other one', async () => {
    const title = unique('Den andra');
    await disagree(title);
    await openIdea(author, title);
    await choose(author, 'Använd den andra');
    await settled(title, 'Det coachen menar.');
  });

  test('the same field: the coach takes their own', async () => {
    const title = unique('Min egen');
    await disagree(title);
    await choose(coach, 'Använd din');
    await settled(title, 'Det coachen menar.');
  });

  test('the same field: the coach joins both, without contact, and not with a personal number', async () => {
    const title = unique('Båda två');
    await disagree(title);
    await coach.offline(true);
    await openIdea(coach, title);
    await coach.page.getByRole('button', { name: 'Foga ihop dem' }).click();
    const joined = coach.page.getByLabel('Så här ska det stå');
    await expect(joined.inputValue()).resolves.toBe('Det författaren menar.\nDet coachen menar.');
    await joined.fill('Fråga 900101-2385.');
    await coach.page.getByRole('button', { name: 'Spara', exact: true }).click();
    await coach.page.getByText('Här står något som ser ut som ett personnummer.').waitFor();
    await joined.fill('Det författaren menar. Det coachen menar. Det båda menar.');
    await coach.page.getByRole('button', { name: 'Spara', exact: true }).click();
    await coach.page.getByRole('heading', { name: 'Två versioner' }).waitFor({ state: 'hidden' });
    await online(coach);
    await settled(title, 'Det båda menar.');
    expect([...author.complaints, ...coach.complaints]).toEqual([]);
  });
});
