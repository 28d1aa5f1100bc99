import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Person } from '../contract/person.ts';
import { BrowserDevice, RunningServer } from './harness.ts';
import { capture, chooseIn, comment, confirmed, openIdea, unique } from './steps.ts';

const SPACE = 'vanersborg';

let server: RunningServer;
let phone: BrowserDevice;
let tablet: BrowserDevice;
let member: Person;
let coach: Person;

beforeAll(async () => {
  server = await RunningServer.start();
  member = await Person.signIn(server.origin, 'medarbetare.' + SPACE);
  coach = await Person.signIn(server.origin, 'coach.' + SPACE);
  phone = await BrowserDevice.open(server.origin);
  await phone.signIn('medarbetare.' + SPACE);
  tablet = await BrowserDevice.open(server.origin, { width: 820, height: 1180 });
  await tablet.signIn('medarbetare2.' + SPACE);
});
afterAll(async () => {
  await phone.close();
  await tablet.close();
  await server.close();
});

const ago = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString();

async function put(person: Person, ...docs: object[]): Promise<void> {
  const { body } = await person.bulk(SPACE, docs);
  expect(body.map((row: { reason?: string }) => row.reason)).toEqual(docs.map(() => undefined));
}

const received = (idea: string, at: string) => ({
  _id: `decision:${idea.slice(5)}:${ulid()}`,
  v: 1,
  idea,
  by: coach.me.id,
  at,
  from: 'ny',
  to: 'mottagen',
  reason: 'Tack, vi tittar på det på torsdag.'
});

/** Waits until the list shows these of the ideas called `prefix`, in this order and no more. */
const listed = (device: BrowserDevice, prefix: string, titles: readonly string[]) =>
  device.page.waitForFunction(
    ([start, wanted]) => {
      const links = [...document.querySelectorAll('main [role=listitem] a')].map((link) => link.textContent);
      return JSON.stringify(links.filter((title) => title.startsWith(start))) === wanted;
    },
    [prefix, JSON.stringify(titles)] as const
  );

describe('the list', () => {
  test('has the newest activity first, and shows one unit, one stage, or both', async () => {
    const admin = await Person.signIn(server.origin, 'admin.' + SPACE);
    const [here, there] = [unique('Hemtjänst här'), unique('Hemtjänst där')];
    const units = [here, there].map((name) => ({ _id: 'unit:' + ulid(), v: 1, name }));
    await put(admin, ...units);
    const prefix = unique('Ordning');
    const [first, second, third] = ['ett', 'två', 'tre'].map((word) => `${prefix} ${word}`);
    const unit = units.map(({ _id }) => _id);
    const ideas = [
      member.idea({ title: first, at: ago(90), unit: unit[0] }),
      member.idea({ title: second, at: ago(80), unit: unit[0] }),
      member.idea({ title: third, at: ago(70), unit: unit[1] })
    ];
    await put(member, ...ideas);
    await phone.goto('/ideer');
    await listed(phone, prefix, [third!, second!, first!]);

    // Under the reader's eyes: a decision lifts one idea, a comment another.
    await put(coach, received(ideas[0]!._id, ago(60)));
    await listed(phone, prefix, [first!, third!, second!]);
    const said = { idea: ideas[1]!._id, by: coach.me.id, at: ago(50), text: 'Bra!' };
    await put(coach, { _id: `comment:${ideas[1]!._id.slice(5)}:${ulid()}`, v: 1, ...said });
    await listed(phone, prefix, [second!, first!, third!]);

    const { page } = phone;
    await chooseIn(phone, 'Enhet', here);
    await listed(phone, prefix, [second!, first!]);
    await page.getByText('2 idéer', { exact: true }).waitFor();
    await chooseIn(phone, 'Läge', 'Mottagen');
    await listed(phone, prefix, [first!]);
    await page.reload();
    await listed(phone, prefix, [first!]);
    await chooseIn(phone, 'Enhet', there);
    await page.getByText('Inga idéer i det här urvalet').waitFor();
    await page.getByRole('link', { name: 'Visa alla' }).click();
    await listed(phone, prefix, [second!, first!, third!]);
  });
});

describe('an idea', () => {
  test('is supported once by each, counted on every device, and support can be taken back', async () => {
    const title = unique('En vagn till tvätten');
    await capture(phone, { title });
    await confirmed(phone);
    for (const device of [phone, tablet]) await openIdea(device, title);
    const counted = async (words: string) => {
      for (const { page } of [phone, tablet]) await page.getByText(words).first().waitFor();
    };
    const support = (device: BrowserDevice) => device.page.getByRole('button', { name: 'Stöd idén' }).click();

    await counted('Ingen stöder idén än');
    await support(tablet);
    await counted('1 person stöder idén');
    await support(phone);
    await counted('2 personer stöder idén');
    await support(tablet);
    await counted('1 person stöder idén');
    await phone.page.getByText('Du stöder idén.').waitFor();
    await expect(tablet.page.getByText('Du stöder idén.').count()).resolves.toBe(0);
    await support(phone);
    await counted('Ingen stöder idén än');
  });

  test('is commented on, changed by its author alone, taken back, and tells its history', async () => {
    const title = unique('Mörkt i trapphuset');
    await capture(phone, { title, need: 'Lampan är trasig.' });
    await confirmed(phone);

    await openIdea(tablet, title);
    await expect(tablet.page.getByRole('link', { name: 'Ändra' }).count()).resolves.toBe(0);
    await expect(tablet.page.getByRole('button', { name: 'Ta tillbaka idén' }).count()).resolves.toBe(0);
    await comment(tablet, 'Även hos oss.');
    await comment(tablet, 'Fel idé, förlåt.');

    await openIdea(phone, title);
    const { page } = phone;
    await page.getByText('Fel idé, förlåt.').waitFor();
    await expect(page.getByRole('button', { name: /^Ta tillbaka din kommentar/ }).count()).resolves.toBe(0);
    await tablet.page
      .getByRole('button', { name: /^Ta tillbaka din kommentar/ })
      .last()
      .click();
    await page.getByText('Kommentaren är tillbakatagen').waitFor();
    await expect(page.getByText('Fel idé, förlåt.').count()).resolves.toBe(0);

    await page.getByRole('link', { name: 'Ändra' }).click();
    await page.getByLabel('Behov').fill('Lampan är trasig på plan två.');
    await page.getByRole('button', { name: 'Spara', exact: true }).click();
    await tablet.page.getByText('Lampan är trasig på plan två.').waitFor();

    await page.getByRole('button', { name: 'Ta tillbaka idén' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Ta tillbaka idén' }).click();
    await page.getByText(/^Idén togs tillbaka av Du/).waitFor();
    await tablet.page.getByText(/^Idén togs tillbaka av /).waitFor();
    await page.getByText('Även hos oss.').waitFor();

    const history = await page.locator('section', { has: page.getByRole('heading', { name: 'Historik' }) }).innerText();
    for (const event of ['Idén lämnades', 'Kommenterade', 'Texten ändrades senast', 'Idén togs tillbaka'])
      expect(history).toContain(event);
    await tablet.goto('/ideer');
    await tablet.page.getByRole('article').filter({ hasText: title }).getByText('Tillbakatagen').waitFor();
  });

  test('tells its author what was decided and why', async () => {
    const title = unique('Egna nycklar');
    const idea = member.idea({ title, at: ago(30) });
    await put(member, idea);
    await put(coach, received(idea._id, ago(20)));
    await openIdea(phone, title);
    await phone.page.getByText('Tack, vi tittar på det på torsdag.').first().waitFor();
    await phone.page.getByText('Från Ny till Mottagen').waitFor();
    await phone.page.getByText(coach.me.name).first().waitFor();
  });

  test('says Sparad på enheten, then Skickad, then Bekräftad', async () => {
    const { page } = phone;
    await phone.ready();
    await phone.offline(true);
    const title = unique('Från källaren');
    await capture(phone, { title });
    await page.getByRole('link', { name: 'Visa idén' }).click();
    const status = page.getByRole('main').locator('.status');
    await status.getByText('Sparad på enheten', { exact: true }).waitFor();

    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/_bulk_docs', async (route) => {
      await held;
      await route.continue();
    });
    await phone.offline(false);
    await status.getByText('Skickad', { exact: true }).waitFor();
    answer();
    await status.getByText('Bekräftad', { exact: true }).waitFor();
    await page.unroute('**/_bulk_docs');
    expect([...phone.complaints, ...tablet.complaints]).toEqual([]);
  });
});
