import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { swedishDay } from '#lib/domain/workdays.ts';
import { Person } from '../contract/person.ts';
import { newPerson, type NewPerson, wordOfItsOwn } from './accounts.ts';
import { bringAxe, violations } from './axe.ts';
import { exampleChallenge } from './examples.ts';
import { BrowserDevice, pause, RunningServer } from './harness.ts';
import { faultsOfLargeText, settled } from './large-text.ts';
import { testPicture } from './pictures.ts';
import { allSent, openIdea, save, unique, write } from './steps.ts';

const SPACE = 'uddevalla';
const PERSONAL_NUMBER = '19121212-1212';
const DAY = 24 * 60 * 60 * 1000;

let server: RunningServer;
/** The leader's, by the desk. */
let tablet: BrowserDevice;
/** A carer's, between visits. */
let phone: BrowserDevice;
/** A colleague's, who supports what others write. */
let colleague: BrowserDevice;
let coach: BrowserDevice;
let people: Record<'leader' | 'carer' | 'colleague' | 'coach', NewPerson>;

beforeAll(async () => {
  server = await RunningServer.start();
  people = {
    leader: await newPerson(server, 'uddevalla:member,uddevalla:leader'),
    carer: await newPerson(server),
    colleague: await newPerson(server),
    coach: await newPerson(server, 'uddevalla:member,uddevalla:coach')
  };
  const open = async ({ username, password }: NewPerson, size: { width?: number; height?: number } = {}) => {
    const device = await BrowserDevice.open(server.origin, size);
    await device.signIn(username, password);
    await device.ready();
    return device;
  };
  tablet = await open(people.leader, { width: 820, height: 1180 });
  phone = await open(people.carer);
  colleague = await open(people.colleague);
  coach = await open(people.coach, { width: 820, height: 1180 });
  await bringAxe(coach.context);
});
afterAll(async () => {
  for (const device of [tablet, phone, colleague, coach]) await device.close();
  await server.close();
});

const as = ({ username, password }: NewPerson): Promise<Person> => Person.signIn(server.origin, username, password);
const dayFromNow = (days: number): string => swedishDay(new Date(Date.now() + days * DAY).toISOString());
const now = (): string => new Date().toISOString();
const button = ({ page }: BrowserDevice, name: string | RegExp) => page.getByRole('button', { name });
const heading = ({ page }: BrowserDevice, name: string) => page.getByRole('heading', { name });

async function put(person: Person, ...docs: readonly object[]): Promise<void> {
  const { body } = await person.bulk(SPACE, docs);
  expect(body.map((row: { reason?: string }) => row.reason)).toEqual(docs.map(() => undefined));
}

/** A challenge that is open, as its leader's device would have sent it. */
async function challenge(title: string, text: string): Promise<string> {
  const leader = await as(people.leader);
  const id = ulid();
  await put(leader, {
    _id: 'challenge:' + id,
    v: 1,
    by: leader.me.id,
    at: now(),
    title,
    text,
    opens: dayFromNow(-1),
    closes: dayFromNow(20)
  });
  return id;
}

async function openChallenge(device: BrowserDevice, id: string, title: string): Promise<void> {
  await allSent(device);
  await device.goto('/utmaningar/' + id);
  await device.page.getByRole('heading', { level: 1, name: title }).waitFor();
}

describe('a challenge', () => {
  const title = unique('Hur blir nätterna lugnare?');
  const question = unique('Hur ofta händer det?');
  const answer = unique('Idén om nattljus');

  test('is asked by a leader with a picture and a question of its own', async () => {
    const { page } = tablet;
    await tablet.goto('/utmaningar');
    await page.getByRole('link', { name: 'Ny utmaning' }).click();
    await page.getByLabel('Sista dag').fill(dayFromNow(-3));
    await button(tablet, 'Spara utmaningen').click();
    await page.getByText('Här behöver det stå något.').first().waitFor();
    await page.getByLabel('Rubrik').fill(title);
    await page.getByLabel('Vad gäller det?').fill('Många vaknar av ljud och ljus om natten. Vad skulle hjälpa?');
    await button(tablet, 'Spara utmaningen').click();
    await page.getByText('Sista dagen kommer före den första.').waitFor();
    await page.getByLabel('Sista dag').fill(dayFromNow(9));
    await page.locator('input[type=file]').setInputFiles(testPicture());
    await page.getByRole('img', { name: 'Bilden som visas nu' }).waitFor();
    await button(tablet, 'Lägg till fråga').click();
    await page.getByLabel('Frågan').fill(question);
    await page.getByText('Utkastet är sparat på enheten').waitFor();
    await pause(500);
    // The battery is changed in the middle of it all: picture and question stand.
    await tablet.goto('/utmaningar/ny');
    await page.getByRole('img', { name: 'Bilden som visas nu' }).waitFor();
    await expect.poll(() => page.getByLabel('Frågan').inputValue()).toBe(question);
    await button(tablet, 'Spara utmaningen').click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByText('9 dagar kvar').waitFor();
    await page.getByText(question).waitFor();
    await allSent(tablet);
  });

  test('is answered by a carer without contact, question and all', async () => {
    const { page } = phone;
    await allSent(phone);
    await phone.goto('/utmaningar');
    await page.getByRole('link', { name: title }).click();
    await page.locator('article img:not([data-missing])').waitFor();
    await phone.offline(true);
    await page.getByRole('link', { name: 'Svara med en idé' }).click();
    await page.getByText('Svar på utmaningen').waitFor();
    await page.getByRole('link', { name: title }).waitFor();
    await write(phone, { title: answer, need: 'Lampan i korridoren väcker alla.' });
    await page.getByText(/^Enhet och område, \d+ fråg/).click();
    await page.getByLabel(question).fill(`Ring ${PERSONAL_NUMBER} först`);
    await button(phone, 'Spara').click();
    // Refused beside the field, with every word kept.
    await page.locator('input[aria-invalid=true]').waitFor();
    expect(await page.getByLabel(question).inputValue()).toBe(`Ring ${PERSONAL_NUMBER} först`);
    await page.getByText('Här står något som ser ut som ett personnummer.').waitFor();
    expect(await page.getByLabel('Rubrik').inputValue()).toBe(answer);
    await page.getByLabel(question).fill('Nästan varje natt');
    await save(phone);
    await phone.offline(false);
    await allSent(phone);
    await openIdea(phone, answer);
    await page.getByText('Nästan varje natt').waitFor();

    await allSent(tablet);
    await tablet.goto('/utmaningar');
    await tablet.page.getByRole('link', { name: title }).click();
    await tablet.page.getByRole('link', { name: answer }).click();
    await tablet.page.getByText('Nästan varje natt').waitFor();
    await tablet.page.getByRole('link', { name: title }).waitFor();
  });

  test('a personal number in an answer is turned away by the server too', async () => {
    const carer = await as(people.carer);
    const idea = carer.idea({ at: now() });
    const field = 'field:' + ulid();
    const forged = {
      _id: `fieldvalue:${idea._id.slice(5)}:${field.slice(6)}`,
      v: 1,
      idea: idea._id,
      field,
      by: carer.me.id,
      at: now(),
      value: `Det gäller ${PERSONAL_NUMBER}`
    };
    const { body } = await carer.bulk(SPACE, [idea, forged]);
    expect(body[0].ok).toBe(true);
    expect(body[1]).toMatchObject({ error: 'forbidden', reason: 'personal-number value' });
  });
});

test('a parked idea is found by a new challenge and taken up, and its author reads why', async () => {
  const word = wordOfItsOwn();
  const title = unique('Gungstol vid fönstret');
  const about = `Var kan någon sitta lugnt vid ett fönster, ${word}?`;
  const author = await as(people.carer);
  const idea = author.idea({ title, need: 'Den som sitter i en gungstol vid fönstret blir lugn.', at: now() });
  const parking = await as(people.coach);
  await put(author, idea);
  await put(parking, {
    _id: `decision:${idea._id.slice(5)}:${ulid()}`,
    v: 1,
    idea: idea._id,
    by: parking.me.id,
    at: now(),
    from: 'ny',
    to: 'vilande',
    reason: 'Rätt idé, men inga pengar i år.'
  });
  const id = await challenge(about, 'En gungstol vid fönstret, en bänk eller något annat: vad gör någon lugn?');

  await openChallenge(coach, id, about);
  await button(coach, `Ta med ${title}`).click();
  const reason = coach.page.getByLabel('Skäl, så att författaren förstår');
  await expect.poll(() => reason.inputValue()).toContain(word);
  await reason.fill('');
  await button(coach, 'Ta med idén').click();
  await coach.page.getByText('Här behöver det stå något.').waitFor();
  await reason.fill(`Nu finns pengar till sådant, ${word}. Vi tar upp den igen.`);
  await button(coach, 'Ta med idén').click();
  await coach.page.getByText(`”${title}” är med i utmaningen.`).waitFor();
  await button(coach, `Ta med ${title}`).waitFor({ state: 'detached' });
  await coach.page.getByRole('link', { name: title }).waitFor();
  await allSent(coach);

  await allSent(phone);
  await openIdea(phone, title);
  await phone.page.getByRole('link', { name: about }).waitFor();
  await phone.page.getByText(`Nu finns pengar till sådant, ${word}.`).first().waitFor();
  await phone.page.getByText('Från Vilande till Mottagen').waitFor();
});

test('what came of it is told to whoever wrote and whoever supported, each on their own device', async () => {
  const about = unique('Hur minskar vi spring?');
  const title = unique('En korg vid varje dörr');
  const result = unique('Vi köper in tolv korgar och provar till påsk.');
  const id = await challenge(about, 'Vi går många steg i onödan.');
  const author = await as(people.carer);
  await put(author, author.idea({ title, challenge: 'challenge:' + id, at: now() }));
  await allSent(colleague);
  await openIdea(colleague, title);
  await button(colleague, 'Stöd idén').click();
  await colleague.page.getByText('Du stöder idén.').waitFor();
  await allSent(colleague);

  await openChallenge(tablet, id, about);
  await button(tablet, 'Avsluta och berätta resultatet').click();
  await button(tablet, 'Avsluta och berätta').last().click();
  await tablet.page.getByText('Här behöver det stå något.').waitFor();
  await tablet.page.getByLabel('Så gick det').fill(result);
  await button(tablet, 'Avsluta och berätta').last().click();
  await tablet.page.getByText('Resultatet är sparat på enheten.').waitFor();
  await allSent(tablet);

  const told = `Så gick det med utmaningen ”${about}”`;
  for (const device of [phone, colleague]) {
    await allSent(device);
    await device.goto('/');
    await heading(device, told).waitFor();
    await device.page.getByText(result).waitFor();
  }
  // Put away on one device it is put away for good there, and stands on the other.
  await button(phone, `Har läst hur det gick med ${about}`).click();
  await heading(phone, told).waitFor({ state: 'detached' });
  await phone.page.reload();
  await phone.page.getByRole('heading', { name: 'Mina idéer' }).waitFor();
  await phone.page.getByRole('link', { name: title }).first().waitFor();
  expect(await heading(phone, told).count()).toBe(0);
  await colleague.page.reload();
  await heading(colleague, told).waitFor();
  // It stands on the idea for anybody to read; who had no part in it is not told.
  await openIdea(phone, title);
  await phone.page.getByText(result).waitFor();
  await tablet.goto('/');
  await tablet.page.getByRole('heading', { level: 1, name: 'Hem' }).waitFor();
  await tablet.page.getByRole('link', { name: title }).first().waitFor();
  expect(await heading(tablet, told).count()).toBe(0);
});

test('a member asks for no ideas', async () => {
  await phone.goto('/utmaningar');
  await phone.page.getByRole('heading', { level: 1, name: 'Utmaningar' }).waitFor();
  await phone.page.getByRole('heading', { name: 'Öppna nu' }).waitFor();
  expect(await phone.page.getByRole('link', { name: 'Ny utmaning' }).count()).toBe(0);
  await phone.goto('/utmaningar/ny');
  await phone.page.getByText('Utmaningar ställs av coacher, chefer och ledning.').waitFor();
});

test('whoever asks for ideas can do it with any eyes and any hands', async () => {
  const { page } = coach;
  const faults: string[] = [];
  const look = async (name: string): Promise<void> => {
    for (const [width, colorScheme] of [
      [360, 'light'],
      [1280, 'dark']
    ] as const) {
      await page.setViewportSize({ width, height: 740 });
      await page.emulateMedia({ colorScheme });
      await settled(page);
      for (const line of await violations(page)) faults.push(`${name}, ${width} px: ${line}`);
    }
    for (const line of await faultsOfLargeText(page)) faults.push(`${name}, 200 %: ${line}`);
  };
  const id = await exampleChallenge(server.origin);
  await allSent(coach);
  await coach.goto('/utmaningar/' + id);
  await heading(coach, 'Vilande idéer som passar').waitFor();
  await look('a challenge');
  await button(coach, 'Avsluta och berätta resultatet').click();
  await page.getByRole('dialog').waitFor();
  await look('telling the result');
  await coach.goto(`/utmaningar/${id}/andra`);
  await button(coach, 'Lägg till fråga').click();
  await page.getByLabel('Svaret är').selectOption('choice');
  await button(coach, 'Spara utmaningen').click();
  await page.locator('[aria-invalid=true]').first().waitFor();
  await look('a challenge’s form with something missing');
  await button(coach, 'Avbryt').click();
  await heading(coach, 'Utmaningen frågar också').waitFor();
  await coach.goto('/installningar/falt');
  await button(coach, 'Lägg till fråga').click();
  await button(coach, 'Spara').click();
  await page.locator('[aria-invalid=true]').first().waitFor();
  await look('a question with something missing');
  expect(faults).toEqual([]);
});
