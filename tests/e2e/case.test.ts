import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Person } from '../contract/person.ts';
import { newPerson, type NewPerson } from './accounts.ts';
import { bringAxe, violations } from './axe.ts';
import { exampleChallenge } from './examples.ts';
import { bringKeys, isFocused, tabTo } from './focus.ts';
import { BrowserDevice, RunningServer } from './harness.ts';
import { documentsOf } from './ideas-made.ts';
import { beginSheet, beginWork, goToStep } from './sheets.ts';
import { allSent, capture, confirmed, openIdea, unique } from './steps.ts';

let server: RunningServer;
const people: NewPerson[] = [];
const devices: BrowserDevice[] = [];

beforeAll(async () => {
  server = await RunningServer.start();
  for (const given of ['Anna', 'Bo']) people.push(await newPerson(server, 'uddevalla:member', given));
  for (const [index, { username, password }] of people.entries()) {
    const [width, height] = index === 0 ? ([820, 1180] as const) : ([1180, 820] as const);
    const device = await BrowserDevice.open(server.origin, { width, height });
    devices.push(device);
    await bringAxe(device.context);
    await device.context.addInitScript(bringKeys);
    await device.signIn(username, password);
    await device.ready();
  }
});
afterAll(async () => {
  for (const device of devices) await device.close();
  await server.close();
});

const heading = ({ page }: BrowserDevice, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const button = ({ page }: BrowserDevice, name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
const link = ({ page }: BrowserDevice, name: string | RegExp) => page.getByRole('link', { name });
const field = ({ page }: BrowserDevice, name: string) => page.getByLabel(name, { exact: true });
const anna = (): BrowserDevice => devices[0]!;
const bo = (): BrowserDevice => devices[1]!;

describe('a piece of work on a challenge, from the first step to the last', () => {
  const name = unique('Lugna nätter');
  const question = unique('Hur kan vi larma utan ljud?');
  const idea = unique('Tyst larm');
  let work = '';
  let insights = '';
  const faults: string[] = [];
  const look = async (what: string): Promise<void> => {
    faults.push(...(await violations(anna().page)).map((fault) => `${what}: ${fault}`));
  };

  test('begins at the challenge', async () => {
    const challenge = await exampleChallenge(server.origin);
    await allSent(anna());
    await anna().goto('/utmaningar/' + challenge);
    await link(anna(), 'Börja arbeta med metod').click();
    await heading(anna(), 'Nytt utvecklingsarbete');
    work = await beginWork(anna(), name);
    await anna().page.locator(`a[href="/utmaningar/${challenge}"]`).waitFor();
    await anna().goto('/utmaningar/' + challenge);
    await link(anna(), name).waitFor();
    await look('the challenge');
    await link(anna(), name).click();
    await heading(anna(), name);
  });

  test('has a sheet in each step, and goes back a step and on', async () => {
    const { page } = anna();
    const back = async (): Promise<void> => {
      await link(anna(), name).click();
      await heading(anna(), name);
    };
    await beginSheet(anna(), 'Hitta utmaningen');
    await field(anna(), 'Jag vill …').fill('att natten är lugn');
    await look('Hitta utmaningen');
    await back();

    await goToStep(anna(), 'Gå vidare till Undersöka', 'Undersöka');
    await beginSheet(anna(), 'Observation');
    await button(anna(), 'Lägg till en observation').click();
    await field(anna(), 'Vad').fill('Larmet väcker alla');
    await button(anna(), 'Klar').click();
    await back();

    await goToStep(anna(), 'Gå vidare till Fokusera', 'Fokusera');
    insights = await beginSheet(anna(), 'Insikt till möjlighet');
    await button(anna(), 'Lägg till en insikt').click();
    await field(anna(), 'Insikt').fill('Ljudet når alla utom den som ska höra');
    await field(anna(), 'Möjlighet').fill('Larm som känns');
    await field(anna(), 'Hur kan vi …?').fill(question);
    await button(anna(), 'Klar').click();
    await back();

    // They find that they know too little, and go back.
    await goToStep(anna(), 'Gå tillbaka till Undersöka', 'Undersöka');
    await page.locator('[aria-current=step]').getByText('Undersöka').waitFor();
    await goToStep(anna(), 'Gå vidare till Fokusera', 'Fokusera');
    await goToStep(anna(), 'Gå vidare till Ta fram idéer', 'Ta fram idéer');
    await beginSheet(anna(), 'Idékort');
    await field(anna(), 'Namn').fill(idea);
    await field(anna(), 'Beskrivning').fill('Ett armband som vibrerar');
    await field(anna(), 'För vem?').fill('Nattpersonal');
    await look('Idékort');
    await back();

    await goToStep(anna(), 'Gå vidare till Testa idéer', 'Testa idéer');
    await beginSheet(anna(), 'Testplan');
    await field(anna(), 'Vad').fill('Två armband i en vecka');
    await back();

    await goToStep(anna(), 'Gå vidare till Förverkliga', 'Förverkliga');
    await beginSheet(anna(), 'Införandeplan');
    await button(anna(), 'Lägg till en rad').click();
    await field(anna(), 'Mål').fill('Alla nattpersonal har armband');
    await button(anna(), 'Klar').click();
    await back();
    await page.reload();
    await page.locator('[aria-current=step]').getByText('Förverkliga').waitFor();
    await page.getByText('1 av 5 fält ifyllda').first().waitFor();
    await look('the work');
  });

  test('an insight becomes an idea with one press, which answers the challenge and leads back', async () => {
    await anna().goto(insights);
    await button(anna(), new RegExp(question.replace('?', '\\?'))).click();
    await button(anna(), /^Gör till idé/).click();
    await anna().page.getByText('Idén är sparad på enheten').waitFor();
    const made = link(anna(), `Idé: ${question}`);
    await expect.poll(() => isFocused(made)).toBe(true);
    expect(await button(anna(), /^Gör till idé/).count()).toBe(0);
    await look('an insight that is an idea');
    await button(anna(), 'Klar').click();
    await made.click();
    await heading(anna(), question);
    await anna().page.getByText('Ljudet når alla utom den som ska höra').waitFor();
    await anna().page.getByText('Larm som känns').waitFor();
    await link(anna(), 'Hur får alla en lugn natt?').waitFor();
    await look('the idea of an insight');
    const from = link(anna(), 'Insikt till möjlighet');
    expect(await from.getAttribute('href')).toBe(insights);
    await from.click();
    await heading(anna(), 'Insikt till möjlighet');
    await anna().page.reload();
    await link(anna(), `Idé: ${question}`).waitFor();
  });

  test('an idea card becomes an idea as a whole', async () => {
    await anna().goto(work);
    await link(anna(), /^Idékort/).click();
    await button(anna(), 'Gör till idé').click();
    await link(anna(), `Idé: ${idea}`).click();
    await heading(anna(), idea);
    await anna().page.getByText('Ett armband som vibrerar').waitFor();
    await anna().page.getByText('För vem? Nattpersonal').waitFor();
    await link(anna(), 'Idékort').waitFor();
  });

  test('no page was wrong', () => {
    expect(faults).toEqual([]);
  });
});

describe('a piece of work from an idea', () => {
  const idea = unique('Kortare överlämning');
  const name = unique('Överlämning');
  let brainwriting = '';

  test('stands on the idea’s page with its worksheets', async () => {
    await capture(anna(), { title: idea, need: 'Det glöms saker.' });
    await confirmed(anna());
    await openIdea(anna(), idea);
    await link(anna(), 'Arbeta vidare med metod').click();
    const work = await beginWork(anna(), name);
    brainwriting = await beginSheet(anna(), 'Brainwriting och perspektivkort');
    await anna().goto(work);
    await heading(anna(), name);
    await link(anna(), /^Brainwriting/).waitFor();
    await openIdea(anna(), idea);
    await anna().page.locator(`a[href="${work}"]`).waitFor();
    const sheets = anna().page.getByRole('list', { name: `Arbetsblad i ${name}` });
    await sheets.getByRole('link', { name: 'Brainwriting och perspektivkort' }).click();
    await heading(anna(), 'Brainwriting och perspektivkort');
    expect(new URL(anna().page.url()).pathname).toBe(brainwriting);
  });

  test('one card that two make an idea of, apart, is one idea', async () => {
    const words = unique('Tavla vid dörren');
    await field(anna(), 'Lägg till en idé').fill(words);
    await button(anna(), 'Lägg till').click();
    await button(anna(), words).waitFor();
    await allSent(anna());
    await allSent(bo());
    for (const who of [anna(), bo()]) {
      await who.goto(brainwriting);
      await button(who, words).click();
      await who.offline(true);
    }
    for (const who of [anna(), bo()]) {
      await button(who, `Gör till idé: ${words}`).click();
      await link(who, `Idé: ${words}`).waitFor();
      await button(who, 'Klar').click();
    }
    await anna().offline(false);
    await allSent(anna());
    await bo().offline(false);
    await allSent(bo());
    const { username, password } = people[0]!;
    const me = await Person.signIn(server.origin, username, password);
    const made = (await documentsOf<{ title: string; by: string; buildsOn?: string }>(me, 'uddevalla', 'idea')).filter(
      ({ title }) => title === words
    );
    expect(made).toHaveLength(1);
    expect(made[0]!.buildsOn).toMatch(/^idea:/);
    for (const who of [anna(), bo()]) {
      await who.goto(brainwriting);
      await link(who, `Idé: ${words}`).click();
      await heading(who, words);
    }
  });
});

describe('by keyboard alone', () => {
  test('a sheet is begun, a card is written and made an idea, and the ways lead there and back', async () => {
    const who = anna();
    const { page } = who;
    const { keyboard } = page;
    const name = unique('Utan mus');
    const words = unique('Lapp på kylskåpet');
    const press = async (target: ReturnType<typeof button>): Promise<void> => {
      await target.first().waitFor();
      await tabTo(page, target);
      await keyboard.press('Enter');
    };
    await who.goto('/metod');
    await press(link(who, 'Nytt utvecklingsarbete'));
    await heading(who, 'Nytt utvecklingsarbete');
    await field(who, 'Namn').waitFor();
    await tabTo(page, field(who, 'Namn'));
    await keyboard.type(name);
    await press(button(who, 'Börja'));
    await heading(who, name);
    await press(button(who, 'Gå till Ta fram idéer'));
    await press(button(who, 'Gå dit'));
    await page.getByText('Arbetet är nu i steget Ta fram idéer.').waitFor();
    await press(button(who, 'Lägg till ett arbetsblad'));
    await press(button(who, 'Börja på Brainwriting och perspektivkort'));
    await heading(who, 'Brainwriting och perspektivkort');
    await field(who, 'Lägg till en idé').waitFor();
    await tabTo(page, field(who, 'Lägg till en idé'));
    await keyboard.type(words);
    await keyboard.press('Enter');
    await press(button(who, words));
    await press(button(who, `Gör till idé: ${words}`));
    await expect.poll(() => isFocused(link(who, `Idé: ${words}`))).toBe(true);
    await keyboard.press('Enter');
    await heading(who, words);
    await press(link(who, 'Brainwriting och perspektivkort'));
    await heading(who, 'Brainwriting och perspektivkort');
    await press(link(who, name));
    await heading(who, name);
    await press(button(who, 'Gå vidare till Testa idéer'));
    await press(button(who, 'Gå dit'));
    await page.getByText('Arbetet är nu i steget Testa idéer.').waitFor();
  });

  test('no page complained', () => {
    expect(devices.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
