import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { swedishDay } from '#lib/domain/workdays.ts';
import { Person } from '../contract/person.ts';
import { newPerson, type NewPerson } from './accounts.ts';
import { bringAxe, violations } from './axe.ts';
import { BrowserDevice, RunningServer } from './harness.ts';
import { commentOn, decisionOn, put, supportOf } from './ideas-made.ts';
import { unique } from './steps.ts';

const SPACE = 'uddevalla';
const DAY_MS = 86_400_000;

let server: RunningServer;
let anna: BrowserDevice;
let bo: BrowserDevice;
let people: Record<'anna' | 'bo' | 'coach', NewPerson>;
let as: Record<'anna' | 'bo' | 'coach', Person>;

const signIn = ({ username, password }: NewPerson): Promise<Person> => Person.signIn(server.origin, username, password);

beforeAll(async () => {
  server = await RunningServer.start();
  people = {
    anna: await newPerson(server, 'uddevalla:member', 'Anna'),
    bo: await newPerson(server, 'uddevalla:member', 'Bo'),
    coach: await newPerson(server, 'uddevalla:member,uddevalla:coach', 'Cilla')
  };
  as = { anna: await signIn(people.anna), bo: await signIn(people.bo), coach: await signIn(people.coach) };
  const open = async ({ username, password }: NewPerson) => {
    const device = await BrowserDevice.open(server.origin);
    await bringAxe(device.context);
    await device.signIn(username, password);
    await device.ready();
    return device;
  };
  [anna, bo] = [await open(people.anna), await open(people.bo)];
});
afterAll(async () => {
  for (const device of [anna, bo]) await device.close();
  await server.close();
});

const now = (): string => new Date().toISOString();
const dayFromNow = (days: number): string => swedishDay(new Date(Date.now() + days * DAY_MS).toISOString());
const line = ({ page }: BrowserDevice, words: string | RegExp) =>
  page.locator('main').getByRole('listitem').filter({ hasText: words });
const filter = ({ page }: BrowserDevice) => page.getByLabel('Visa', { exact: true });
const markAll = ({ page }: BrowserDevice) => page.getByRole('button', { name: 'Markera alla som lästa' });

async function idea(by: Person, title: string, more: object = {}): Promise<string> {
  const made = by.idea({ title, at: new Date(Date.now() - 60_000).toISOString(), answerBy: dayFromNow(40), ...more });
  await put(by, SPACE, made);
  return made._id;
}

describe('the author of an idea', () => {
  const title = unique('Sittbänk vid torget');
  const late = unique('Larm som tystnar');
  const merged = unique('Bänk i backen');
  let id: string;

  test('sees that it was answered, decided, commented on, merged and is due soon, and is spoken to', async () => {
    id = await idea(as.anna, title);
    await idea(as.anna, late, { answerBy: dayFromNow(0) });
    const other = await idea(as.anna, merged);
    await put(as.bo, SPACE, commentOn(as.bo, id, 'Vi har också lång väg.'));
    await put(
      as.coach,
      SPACE,
      { ...commentOn(as.coach, id, 'Vi provar en bänk i maj.'), answer: true },
      decisionOn(as.coach, id, 'ny', 'bedoms'),
      decisionOn(as.coach, other, 'ny', 'sammanslagen', { into: id })
    );
    const spoken = unique('Någon annans');
    const others = await idea(as.bo, spoken);
    const me = as.anna.me.id;
    await put(as.bo, SPACE, { ...commentOn(as.bo, others, `Vad säger @${me.slice(-6)}?`), mentions: [me] });

    await anna.goto('/handelser');
    // All about the one idea is one line, with the merged one's at the one that lives on.
    const about = line(anna, title);
    await about.filter({ hasText: '1 svar · 1 beslut · 1 kommentar · 1 sammanslagning' }).waitFor();
    expect(await about.count()).toBe(1);
    await line(anna, late).filter({ hasText: 'Svar är lovat senast' }).waitFor();
    const mention = line(anna, spoken);
    await mention.filter({ hasText: `${people.bo.name} nämnde dig` }).waitFor();
    await mention.filter({ hasText: 'Vad säger @Du?' }).waitFor();
    expect(await violations(anna.page)).toEqual([]);
  });

  test('chooses a kind, and reads the day in short', async () => {
    await filter(anna).selectOption({ label: 'Kommentarer' });
    await line(anna, title)
      .filter({ hasText: `${people.bo.name} kommenterade` })
      .filter({ hasText: 'Vi har också lång väg.' })
      .waitFor();
    expect(await line(anna, late).count()).toBe(0);
    await filter(anna).selectOption({ label: 'Alla slag' });
    await anna.page.getByRole('radio', { name: 'Sammanfattning' }).check({ force: true });
    const today = anna.page.getByRole('region', { name: 'I dag' });
    await today.getByText('1 svar, 1 beslut, 1 omnämnande, 1 kommentar, 1 sammanslagning').waitFor();
    await anna.page.getByRole('radio', { name: 'Vecka för vecka' }).check({ force: true });
    await anna.page.getByRole('region', { name: 'Den här veckan' }).waitFor();
    expect(await violations(anna.page)).toEqual([]);
    await anna.page.getByRole('radio', { name: 'Allt', exact: true }).check({ force: true });
  });

  test('goes to the idea with the keyboard, and it is read from then on', async () => {
    const link = line(anna, title).getByRole('link');
    await link.getByText('Nytt', { exact: true }).waitFor();
    await link.focus();
    await anna.page.keyboard.press('Enter');
    await anna.page.getByRole('heading', { level: 1, name: title }).waitFor();
    await anna.goto('/handelser');
    await line(anna, title).getByText('Nytt', { exact: true }).waitFor({ state: 'detached' });
    await line(anna, late).getByText('Nytt', { exact: true }).waitFor();
  });

  test('marks everything as read without contact, and finds it read when the page is opened again', async () => {
    await anna.offline(true);
    await markAll(anna).click();
    await anna.page.getByText('Allt är läst.').waitFor({ state: 'attached' });
    await markAll(anna).waitFor({ state: 'detached' });
    await anna.goto('/handelser');
    await line(anna, late).waitFor();
    expect(await anna.page.getByText('Nytt', { exact: true }).count()).toBe(0);
    await filter(anna).selectOption({ label: 'Bara olästa' });
    await anna.page.getByRole('heading', { name: 'Du har läst allt' }).waitFor();
    await anna.offline(false);
  });

  test('finds it read on another device of hers, and nobody else can see what she has read', async () => {
    const tablet = await BrowserDevice.open(server.origin, { width: 820, height: 1180 });
    try {
      const place = `/db/${SPACE}/_local/seen-happenings`;
      const told = async () => Object.keys((await as.anna.get(place)).body.read ?? {}).length;
      await expect.poll(told, { timeout: 15_000 }).toBeGreaterThan(5);
      expect((await as.coach.get(place)).status).toBe(404);
      await tablet.signIn(people.anna.username, people.anna.password);
      await tablet.goto('/handelser');
      await line(tablet, late).waitFor();
      await tablet.page.getByText('Nytt', { exact: true }).first().waitFor({ state: 'detached' });
    } finally {
      await tablet.close();
    }
  });

  test('is told at once of what comes next, also when it was written days ago without contact', async () => {
    await filter(anna).selectOption({ label: 'Alla slag' });
    const days = new Date(Date.now() - 5 * DAY_MS).toISOString();
    const old = await idea(as.anna, unique('En äldre idé'), { at: new Date(Date.now() - 9 * DAY_MS).toISOString() });
    await put(as.bo, SPACE, { ...commentOn(as.bo, old, 'Skrivet i en källare.'), at: days });
    await line(anna, 'Skrivet i en källare.').getByText('Nytt', { exact: true }).waitFor();
    await markAll(anna).click();
    await markAll(anna).waitFor({ state: 'detached' });
  });

  test('hears no more of what was taken back', async () => {
    const words = unique('Det här ångrar jag');
    const said = commentOn(as.bo, id, words);
    await put(as.bo, SPACE, said);
    await line(anna, title).getByText('Nytt', { exact: true }).waitFor();
    const { body } = await as.bo.get(`/db/${SPACE}/${encodeURIComponent(said._id)}`);
    await put(as.bo, SPACE, { ...body, retracted: { by: as.bo.me.id, at: now() } });
    await line(anna, title).getByText('Nytt', { exact: true }).waitFor({ state: 'detached' });
  });
});

describe('whoever supports an idea', () => {
  test('hears what becomes of it, not every comment, and nothing of what they did themselves', async () => {
    const title = unique('Nattlampor');
    const id = await idea(as.anna, title);
    const own = unique('Egen');
    const ownId = await idea(as.bo, own);
    await put(as.bo, SPACE, supportOf(as.bo, id), commentOn(as.bo, ownId, 'Jag lägger till något.'));
    await put(as.anna, SPACE, commentOn(as.anna, id, 'En vanlig kommentar.'));
    await put(as.coach, SPACE, {
      ...decisionOn(as.coach, id, 'ny', 'vilande', { reason: 'Vi väntar till hösten.' }),
      _id: `decision:${id.slice(5)}:${ulid()}`
    });
    await bo.goto('/handelser');
    const about = line(bo, title);
    await about.filter({ hasText: `${people.coach.name} beslutade: Vilande` }).waitFor();
    await about.filter({ hasText: 'Vi väntar till hösten.' }).waitFor();
    await about.filter({ hasText: 'Du stöder idén' }).waitFor();
    expect(await bo.page.getByText('En vanlig kommentar.').count()).toBe(0);
    expect(await line(bo, own).count()).toBe(0);
    await put(as.anna, SPACE, commentOn(as.anna, ownId, 'Heja!'));
    await line(bo, own).filter({ hasText: 'Heja!' }).waitFor();
  });

  test('chooses not to hear of decisions in the app', async () => {
    await bo.page.getByRole('link', { name: 'Välj vad du vill höra om' }).click();
    await bo.page.getByText('Välj slag').first().click();
    await bo.page.getByRole('checkbox', { name: 'Beslut' }).first().uncheck();
    await bo.page.getByText('Sparat på enheten.').waitFor();
    expect(await violations(bo.page)).toEqual([]);
    await bo.goto('/handelser');
    await line(bo, 'Heja!').waitFor();
    expect(await bo.page.getByText('Vi väntar till hösten.').count()).toBe(0);
  });
});

describe('what is sent to the phone and by mail', () => {
  test('is kept on the device without contact, said not to be on the server, and sent with contact', async () => {
    await bo.goto('/installningar/aviseringar');
    await bo.page.getByRole('heading', { name: 'Tyst tid' }).waitFor();
    await bo.offline(true);
    await bo.page.getByLabel('Från').fill('20:15');
    await bo.page.getByRole('button', { name: 'Spara' }).click();
    await bo.page.getByText('Sparat på enheten, men inte på servern än.').waitFor();
    await bo.page.reload();
    await bo.page.getByText('Det du har valt finns bara på enheten än.').waitFor();
    expect(await bo.page.getByLabel('Från').inputValue()).toBe('20:15');
    await bo.offline(false);
    await bo.page.getByText('Nu har servern det du valde.').waitFor();
    expect((await as.bo.get('/notify/choices')).body).toMatchObject({ quiet: { from: '20:15', to: '07:00' } });
  });

  test('is refused where the night has no length, beside the field, and the words stay', async () => {
    await bo.page.getByLabel('Från').fill('07:00');
    await bo.page.getByRole('button', { name: 'Spara' }).click();
    await bo.page.getByText('Skriv två klockslag som inte är lika').waitFor();
    expect(await bo.page.getByLabel('Från').getAttribute('aria-invalid')).toBe('true');
    expect(await bo.page.getByLabel('Från').inputValue()).toBe('07:00');
    expect((await as.bo.get('/notify/choices')).body).toMatchObject({ quiet: { from: '20:15' } });
  });
});
