import type { Locator, Page } from 'playwright-core';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addWorkdays, swedishDay } from '#lib/domain/workdays.ts';
import { Person } from '../contract/person.ts';
import { newPerson, type NewPerson, wordOfItsOwn } from './accounts.ts';
import { bringAxe, violations } from './axe.ts';
import { isFocused, tabTo } from './focus.ts';
import { BrowserDevice, RunningServer } from './harness.ts';
import { faultsOfLargeText, settled } from './large-text.ts';
import { status } from './screen.ts';
import { allSent, comment, openIdea } from './steps.ts';

// A municipality where the demo has left nothing.
const SPACE = 'orust';
const DAY_MS = 86_400_000;

let server: RunningServer;
let coachAccount: NewPerson;
let coach: Person;
let authorAccount: NewPerson;
let authors: Person[];
let unit: string;
const mark = wordOfItsOwn();

beforeAll(async () => {
  server = await RunningServer.start({ MUNICIPALITIES: 'uddevalla,trollhattan,vanersborg,' + SPACE });
  const signIn = ({ username, password }: NewPerson) => Person.signIn(server.origin, username, password);
  coachAccount = await newPerson(server, SPACE + ':coach', 'Kim Coach');
  authorAccount = await newPerson(server, SPACE + ':member', 'Alva Första');
  coach = await signIn(coachAccount);
  authors = [
    await signIn(authorAccount),
    await signIn(await newPerson(server, SPACE + ':member', 'Bo Andra')),
    await signIn(await newPerson(server, SPACE + ':member', 'Cia Tredje'))
  ];
  unit = 'unit:' + ulid();
  const admin = await signIn(await newPerson(server, SPACE + ':admin', 'Ada Admin'));
  await put(admin, { _id: unit, v: 1, name: 'Hemtjänst ' + mark });
  for (const [use, name, text] of [
    ['receive', 'A läst', 'Tack, jag har läst.'],
    ['answer', 'A ja', 'Tack, det gör vi.'],
    ['clarify', 'A mer', 'Hur ofta händer det?'],
    ['park', 'A sen', 'Vi väntar till våren.'],
    ['close', 'A nej', 'Vi går inte vidare.'],
    ['close', 'A finns', 'Det finns redan hos oss.'],
    ['merge', 'A samma', 'Det är samma behov.'],
    ['refer', 'A rätt plats', 'De kan avgöra det.']
  ] as const)
    await put(coach, { _id: 'reply:' + ulid(), v: 1, use, name, text });
});
afterAll(() => server.close());

/** An idea in the list; what was done to it has buttons with its name too. */
const row = (page: Page, title: string): Locator => page.locator('[data-key]', { hasText: title });

async function put(person: Person, ...docs: object[]): Promise<void> {
  const { body } = await person.bulk(SPACE, docs);
  expect(body.map((row: { reason?: string }) => row.reason)).toEqual(docs.map(() => undefined));
}

/** Leaves ideas by turns in the authors' names, whose answers were promised by days from `first` to `last` from now. */
async function leave(titles: readonly string[], first = -10, last = 20): Promise<string[]> {
  const now = Date.now();
  const ids: string[] = [];
  for (const [index, title] of titles.entries()) {
    const person = authors[index % authors.length]!;
    const due = first + Math.round((index / Math.max(1, titles.length - 1)) * (last - first));
    const idea = person.idea({
      title,
      need: 'Det här behovet finns hos oss. ' + 'Det händer varje dag. '.repeat(4),
      at: new Date(now - 20 * DAY_MS + index * 1000).toISOString(),
      answerBy: swedishDay(new Date(now + due * DAY_MS).toISOString())
    });
    await put(person, idea);
    ids.push(idea._id);
  }
  return ids;
}

interface Seen {
  readonly _id: string;
  readonly idea?: string;
  readonly withdrawn?: object;
  readonly retracted?: object;
}

/** What the server has of a kind about an idea. */
async function onServer(kind: string, idea: string, space = SPACE): Promise<Seen[]> {
  const { body } = await coach.get(`/db/${space}/_changes?include_docs=true&limit=2000`);
  return body.results
    .map(({ doc }: { doc: Seen }) => doc)
    .filter((doc: Seen) => doc._id.startsWith(kind + ':') && doc.idea === idea);
}

const said = ({ page }: BrowserDevice) => page.locator('.news [role=status]');
const waiting = ({ page }: BrowserDevice) => page.getByRole('heading', { level: 2, name: /^Att svara/ });
const numberWaiting = async (device: BrowserDevice): Promise<number> =>
  Number(/\d+/.exec(await waiting(device).innerText())![0]);

async function open(account: NewPerson, options: Parameters<typeof BrowserDevice.open>[1]): Promise<BrowserDevice> {
  const device = await BrowserDevice.open(server.origin, options);
  await bringAxe(device.context);
  await device.signIn(account.username, account.password);
  await device.ready();
  await status(device.page).getByText('Allt är sparat hos kommunen').waitFor();
  return device;
}

describe('a Monday with forty ideas', () => {
  test('by keyboard only and without contact, until the inbox is empty; then its authors see it', async () => {
    const titles = Array.from({ length: 40 }, (_, index) => `Måndag ${mark} ${String(index + 1).padStart(2, '0')}`);
    const ids = await leave(titles);
    const survivor = `Stommen ${mark}`;
    const kept = authors[1]!.idea({ title: survivor, at: new Date().toISOString() });
    await put(authors[1]!, kept);
    await put(coach, {
      _id: `comment:${kept._id.slice(5)}:${ulid()}`,
      ...{ v: 1, idea: kept._id, by: coach.me.id, at: new Date().toISOString(), text: 'Ja!', answer: true }
    });

    const desk = await open(coachAccount, { width: 1280, height: 800 });
    const { page } = desk;
    const { keyboard } = page;
    await desk.goto('/inkorg');
    await expect.poll(() => numberWaiting(desk)).toBeGreaterThanOrEqual(40);
    await page
      .getByText(/^Försenad \d+ dag/)
      .first()
      .waitFor();
    await page.getByRole('list', { name: 'Så står det till' }).getByText('försenade').waitFor();
    await settled(page);
    expect(await violations(page)).toEqual([]);
    await desk.offline(true);

    // From the top of the page to the list, and down and up it again.
    const current = page.locator('[data-key][aria-current=true]');
    await tabTo(page, current);
    const first = await current.innerText();
    await keyboard.press('ArrowDown');
    await expect.poll(() => isFocused(current)).toBe(true);
    expect(await current.innerText()).not.toBe(first);
    await keyboard.press('k');
    await expect.poll(() => current.innerText()).toBe(first);

    const reason = page.locator('textarea');
    const send = async (word: string, title: string) => {
      await keyboard.press('Control+Enter');
      await said(desk).getByText(`${word}: ${title}`).waitFor();
      await reason.waitFor({ state: 'detached' });
    };
    const titleNow = () => page.locator('[data-pane] h2').innerText();
    const ways: ((title: string) => Promise<void>)[] = [
      async (title) => {
        await keyboard.press('a');
        await expect.poll(() => reason.inputValue()).toBe('Det finns redan hos oss.');
        await send('Avslutad', title);
      },
      async (title) => {
        await keyboard.press('s');
        await expect.poll(() => reason.inputValue()).toBe('Tack, det gör vi.');
        // Letters are words while somebody writes.
        await keyboard.type(' Kul, tack så väldigt mycket!');
        expect(await reason.inputValue()).toBe('Tack, det gör vi. Kul, tack så väldigt mycket!');
        await send('Besvarad', title);
      },
      async (title) => {
        await keyboard.press('l');
        await expect.poll(() => isFocused(reason)).toBe(true);
        await send('Vilande', title);
      },
      async (title) => {
        await keyboard.press('b');
        await expect.poll(() => isFocused(reason)).toBe(true);
        await send('Frågad', title);
      },
      async (title) => {
        await keyboard.press('v');
        const kind = page.getByRole('radio', { name: 'Enhet i kommunen' });
        await expect.poll(() => isFocused(kind)).toBe(true);
        await tabTo(page, page.getByLabel('Enhet', { exact: true }));
        await keyboard.type('Hemtjänst');
        await tabTo(page, page.getByRole('checkbox', { name: 'Det här är också svaret till författaren' }));
        await keyboard.press('Space');
        await send('Skickad vidare', title);
      },
      async (title) => {
        await keyboard.press('v');
        await expect.poll(() => isFocused(page.getByRole('radio', { name: 'Enhet i kommunen' }))).toBe(true);
        await keyboard.press('ArrowRight');
        await tabTo(page, page.getByLabel('Kommun', { exact: true }));
        await keyboard.type('Trollh');
        await send('Skickad vidare', title);
      },
      async (title) => {
        await keyboard.press('i');
        const search = page.getByRole('searchbox', { name: 'Vilken idé ska den ingå i?' });
        await expect.poll(() => isFocused(search)).toBe(true);
        await keyboard.type(survivor);
        const found = page.getByRole('radio', { name: survivor });
        await found.waitFor();
        await tabTo(page, found);
        await keyboard.press('Space');
        await send('Sammanslagen', title);
      }
    ];

    // One is taken first: it stays until it is answered.
    const taken = await titleNow();
    await keyboard.press('t');
    await expect.poll(() => reason.inputValue()).toBe('Tack, jag har läst.');
    await send('Mottagen', taken);
    await expect.poll(titleNow).not.toBe(taken);

    const done: string[] = [];
    for (let left = await numberWaiting(desk); left > 0; left--) {
      const title = await titleNow();
      await ways[done.length % ways.length]!(title);
      done.push(title);
      if (left > 1) {
        await expect.poll(() => numberWaiting(desk)).toBe(left - 1);
        await expect.poll(titleNow).not.toBe(title);
        // Nothing is lost between two ideas: the focus is where reading begins.
        await expect.poll(() => isFocused(page.locator('[data-pane] h2'))).toBe(true);
      }
    }
    await page.getByText('Ingen idé väntar på svar.').waitFor();
    expect(new Set(done).size).toBe(done.length);
    expect(done).toEqual(expect.arrayContaining(titles));
    expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);

    await desk.offline(false);
    await allSent(desk);
    for (const id of ids) {
      const all = await Promise.all(['decision', 'comment', 'referral'].map((kind) => onServer(kind, id)));
      expect(all.flat().length, id).toBeGreaterThan(0);
    }

    const phone = await open(authorAccount, {});
    const mine = titles.filter((_, index) => index % authors.length === 0);
    const asked = mine.find((title) => done.indexOf(title) % ways.length === 3)!;
    const closed = mine.find((title) => done.indexOf(title) % ways.length === 0)!;
    await phone.goto('/ideer/' + ids[titles.indexOf(closed)]!.slice(5));
    await phone.page.getByText(/^Svar har getts/).waitFor();
    await phone.page.getByText('Det finns redan hos oss.').first().waitFor();

    // The clock stands still until the author says more, and then the coach has it back.
    await phone.goto('/');
    await phone.page.getByRole('link', { name: `Vi behöver veta mer om ”${asked}”` }).click();
    await phone.page.waitForURL(/\/ideer\//);
    await phone.page.getByText('Klockan står still: vi väntar på ditt svar').waitFor();
    await phone.page.getByText('Hur ofta händer det?').first().waitFor();
    await comment(phone, 'Tre gånger i veckan.');
    await phone.page.getByText('Klockan står still').waitFor({ state: 'detached' });
    await desk.goto('/inkorg');
    const back = row(page, asked);
    await back.getByText('Författaren har svarat').waitFor();
    await back.click();
    await page.locator('[data-pane]').getByText('Tre gånger i veckan.').waitFor();
    expect([...desk.complaints, ...phone.complaints]).toEqual([]);
    await phone.close();
    await desk.close();
  }, 240_000);
});

describe('what was done', () => {
  test('is undone, each kind of it, and the idea is back; single letters can be turned off', async () => {
    const titles = ['avslut', 'svar', 'enhet', 'kommun'].map((word) => `Ångra ${word} ${mark}`);
    const ids = await leave(titles);
    const desk = await open(coachAccount, { width: 1280, height: 800 });
    const { page } = desk;
    await desk.goto('/inkorg');
    const undone = async (title: string) => {
      await page.keyboard.press('u');
      await said(desk).getByText(`Ångrat. ”${title}” är som förut.`).waitFor();
      await row(page, title).waitFor();
    };
    const done = (word: string, title: string) => said(desk).getByText(`${word}: ${title}`).waitFor();
    const [closed, answered, moved, sent] = titles as [string, string, string, string];
    const save = page.getByRole('button', { name: 'Spara och ta nästa' });

    await row(page, closed).click();
    await page.getByRole('button', { name: 'Avsluta', exact: true }).click();
    // Another template takes the first one's place, and never the person's own words.
    await page.getByLabel('Mallar').selectOption({ label: 'A nej' });
    await expect.poll(() => page.getByLabel('Skäl').inputValue()).toBe('Vi går inte vidare.');
    await page.getByLabel('Skäl').fill('Mina egna ord.');
    await page.getByLabel('Mallar').selectOption({ label: 'A finns' });
    expect(await page.getByLabel('Skäl').inputValue()).toBe('Mina egna ord.\n\nDet finns redan hos oss.');
    await page.getByLabel('Skäl').fill('Ring 19121212-1212.');
    await save.click();
    await page.locator('textarea[aria-invalid=true]').waitFor();
    expect(await page.getByLabel('Skäl').inputValue()).toBe('Ring 19121212-1212.');
    await page.getByLabel('Skäl').fill('Vi går inte vidare.');
    await save.click();
    await done('Avslutad', closed);
    await undone(closed);

    await row(page, answered).click();
    await page.getByRole('button', { name: 'Svara', exact: true }).click();
    await page.getByLabel('Läge').selectOption('bedoms');
    await save.click();
    await done('Besvarad', answered);
    await undone(answered);

    await row(page, moved).click();
    await page.getByRole('button', { name: 'Skicka vidare', exact: true }).click();
    await save.click();
    await page.getByText('Välj vart idén ska.').waitFor();
    await page.getByLabel('Enhet', { exact: true }).selectOption(unit);
    await save.click();
    await done('Skickad vidare', moved);
    await row(page, moved)
      .getByText('Hemtjänst ' + mark)
      .waitFor();
    await undone(moved);

    await row(page, sent).click();
    await page.getByRole('button', { name: 'Skicka vidare', exact: true }).click();
    await page.getByRole('radio', { name: 'Annan kommun' }).check({ force: true });
    await page.getByLabel('Kommun', { exact: true }).selectOption('vanersborg');
    await save.click();
    await done('Skickad vidare', sent);
    await row(page, sent).waitFor({ state: 'detached' });
    // From the list of the day, this time.
    await page.getByText(/^Gjort i dag/).click();
    await page.getByRole('button', { name: `Ångra Skickad vidare: ${sent}` }).click();
    await said(desk).getByText(`Ångrat. ”${sent}” är som förut.`).waitFor();
    await row(page, sent).waitFor();

    await allSent(desk);
    const [first, second, third, fourth] = ids as [string, string, string, string];
    expect(await onServer('decision', first)).toMatchObject([{ withdrawn: { by: coach.me.id } }]);
    expect(await onServer('decision', second)).toMatchObject([{ withdrawn: { by: coach.me.id } }]);
    expect(await onServer('comment', second)).toMatchObject([{ retracted: { by: coach.me.id } }]);
    expect(await onServer('referral', third)).toMatchObject([{ withdrawn: { by: coach.me.id } }]);
    expect(await onServer('referral', fourth)).toMatchObject([{ withdrawn: { by: coach.me.id } }]);
    expect(await onServer('comment', fourth)).toMatchObject([{ retracted: { by: coach.me.id } }]);
    expect(await onServer('share', fourth, 'fyrbodal')).toMatchObject([{ withdrawn: { by: coach.me.id } }]);

    await desk.goto('/inkorg');
    await waiting(desk).waitFor();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Kortkommandon' });
    await dialog.waitFor();
    await settled(page);
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await row(page, closed).focus();
    await page.keyboard.press('a');
    await page.keyboard.press('?');
    expect(await page.locator('textarea').count()).toBe(0);
    expect(await dialog.count()).toBe(0);
    // What is half written is there after a reload.
    await row(page, closed).click();
    await page.getByRole('button', { name: 'Avsluta', exact: true }).click();
    await page.getByLabel('Skäl').fill('Halvt skrivet');
    await page.keyboard.press('Escape');
    await page.getByText('Du har börjat skriva om den här idén.').waitFor();
    await page.reload();
    await row(page, closed).click();
    await page.getByRole('button', { name: 'Fortsätt skriva' }).click();
    await expect.poll(() => page.getByLabel('Skäl').inputValue()).toBe('Halvt skrivet');
    // Somebody else answers meanwhile: the words are still the person's.
    const answer = { idea: first, by: coach.me.id, at: new Date().toISOString(), text: 'Svarat.', answer: true };
    await put(coach, { _id: `comment:${first.slice(5)}:${ulid()}`, v: 1, ...answer });
    await row(page, closed).waitFor({ state: 'detached' });
    await desk.goto('/inkorg?ide=' + first.slice(5));
    await page.getByText('Idén väntar inte längre på svar.').waitFor();
    await page.getByText('Halvt skrivet').waitFor();
    await page.getByRole('button', { name: 'Kasta det' }).click();
    await page.getByText('Halvt skrivet').waitFor({ state: 'detached' });
    expect(desk.complaints).toEqual([]);
    await desk.close();
  }, 180_000);

  test('by thumb on a small screen: one idea at a time, and the way back', async () => {
    const titles = ['ett', 'två', 'tre', 'fyra'].map((word) => `Tumme ${word} ${mark}`);
    // Before everything else, so that one follows the other.
    await leave(titles, -15, -12);
    const phone = await open(coachAccount, { width: 360, height: 740, touch: true });
    const { page } = phone;
    await phone.goto('/inkorg');
    const tap = (name: string) => page.getByRole('button', { name, exact: true }).tap();
    const save = () => page.getByRole('button', { name: 'Spara och ta nästa' }).tap();
    await page.getByRole('button', { name: titles[0]! }).waitFor();
    await settled(page);
    expect([...(await violations(page)), ...(await faultsOfLargeText(page))]).toEqual([]);

    await page.getByRole('button', { name: titles[0]! }).tap();
    await page.getByRole('heading', { level: 2, name: titles[0]! }).waitFor();
    await expect(page.getByRole('heading', { name: /^Att svara/ }).isVisible()).resolves.toBe(false);
    const size = (await page.getByRole('button', { name: 'Svara', exact: true }).boundingBox())!;
    expect(size.height).toBeGreaterThanOrEqual(44);
    expect(size.y + size.height).toBeLessThanOrEqual(740);
    await settled(page);
    expect([...(await violations(page)), ...(await faultsOfLargeText(page))]).toEqual([]);

    await tap('Ta emot');
    await save();
    await said(phone).getByText(`Mottagen: ${titles[0]!}`).waitFor();
    await page.getByRole('heading', { level: 2, name: titles[1]! }).waitFor();
    await tap('Svara');
    await settled(page);
    expect(await violations(page)).toEqual([]);
    await save();
    await said(phone).getByText(`Besvarad: ${titles[1]!}`).waitFor();
    await page.getByRole('heading', { level: 2, name: titles[2]! }).waitFor();
    await tap('Fler val');
    await tap('Låt vila');
    await save();
    await said(phone).getByText(`Vilande: ${titles[2]!}`).waitFor();
    await page.getByRole('heading', { level: 2, name: titles[3]! }).waitFor();
    await page.getByRole('button', { name: 'Ångra', exact: true }).tap();
    await page.getByRole('heading', { level: 2, name: titles[2]! }).waitFor();
    await tap('Nästa idé');
    await page.getByRole('heading', { level: 2, name: titles[3]! }).waitFor();

    await tap('Till listan');
    await page.getByRole('heading', { name: /^Att svara/ }).waitFor();
    // The list stands a moment before it has the focus.
    await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-key'))).toBe(true);
    await expect(page.getByRole('button', { name: titles[1]! }).count()).resolves.toBe(0);
    await page.getByRole('button', { name: titles[0]! }).getByText('Mottagen').waitFor();
    await allSent(phone);
    expect(phone.complaints).toEqual([]);
    await phone.close();
  });
});

test('the municipality sets its days, its words and its templates, and everybody sees them', async () => {
  const adminAccount = await newPerson(server, SPACE + ':admin', 'Ada Admin');
  const desk = await open(adminAccount, { width: 820, height: 1180 });
  const { page } = desk;
  await desk.goto('/installningar');
  await page.getByRole('link', { name: 'Svarstid, lägen och svarsmallar' }).click();
  await page.getByLabel('Arbetsdagar till svar').fill('noll');
  await page.getByRole('button', { name: 'Spara inställningar' }).click();
  await page.getByText('Skriv ett antal arbetsdagar, från 1 till 60.').waitFor();
  expect(await page.getByLabel('Arbetsdagar till svar').inputValue()).toBe('noll');
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Arbetsdagar till svar').fill('3');
  await page.getByText('Vad lägena heter').click();
  await page.getByLabel('Bedöms', { exact: true }).fill('Ny');
  await page.getByRole('button', { name: 'Spara inställningar' }).click();
  await page.getByText('Två lägen kan inte heta likadant.').waitFor();
  await page.getByLabel('Bedöms', { exact: true }).fill('Vägs samman ' + mark);
  await page.getByRole('button', { name: 'Spara inställningar' }).click();
  await page.getByText('Sparat på enheten.').waitFor();

  await page.getByRole('button', { name: 'Ny mall' }).click();
  await page.getByRole('button', { name: 'Spara mallen' }).click();
  await page.getByLabel('Mallens namn').and(page.locator('[aria-invalid=true]')).waitFor();
  await page.getByLabel('Mallens namn').fill('Hälsning ' + mark);
  await page.getByLabel('Text', { exact: true }).fill('Hej och tack.');
  await page.getByRole('button', { name: 'Spara mallen' }).click();
  await page.getByText(`Mallen ”Hälsning ${mark}” är sparad på enheten.`).waitFor();
  await page.getByRole('button', { name: `Stäng mallen Hälsning ${mark}` }).click();
  await page.getByText(/stängda? mall/).click();
  await page.getByRole('button', { name: `Använd mallen Hälsning ${mark} igen` }).click();
  // The demo has put all the suggestions in; one that is called something else is suggested again.
  await page.getByRole('button', { name: 'Ändra mallen Finns redan' }).click();
  await page.getByLabel('Mallens namn').fill('Finns här ' + mark);
  await page.getByRole('button', { name: 'Spara mallen' }).click();
  await page.getByRole('button', { name: 'Lägg in förslag (1 mall)' }).click();
  await page.getByText('Förslagen är inlagda.').waitFor();
  await settled(page);
  expect([...(await violations(page)), ...(await faultsOfLargeText(page))]).toEqual([]);
  await allSent(desk);

  const phone = await open(authorAccount, {});
  await phone.goto('/ny');
  const title = 'Med tre dagar ' + mark;
  await phone.page.getByLabel('Rubrik').fill(title);
  await phone.page.getByRole('button', { name: 'Spara', exact: true }).click();
  const by = addWorkdays(swedishDay(new Date().toISOString()), 3);
  const weekday = new Intl.DateTimeFormat('sv-SE', { weekday: 'long', day: 'numeric', month: 'long' });
  await phone.page.getByText(`Du får svar senast ${weekday.format(new Date(by + 'T12:00:00'))}`).waitFor();
  await phone.goto('/ideer');
  await phone.page.getByRole('button', { name: 'Filter' }).click();
  await expect.poll(() => phone.page.getByLabel('Läge').innerText()).toContain('Vägs samman ' + mark);
  await openIdea(phone, title);
  await phone.page.getByText(/^Du får svar senast/).waitFor();

  // Whoever answers nothing is told so, and changes nothing.
  await phone.goto('/inkorg');
  await phone.page.getByText('Din inloggning har ingen inkorg.').waitFor();
  await phone.goto('/installningar/kommun');
  await phone.page.getByText('Din inloggning kan inte ändra något.').waitFor();
  expect([...desk.complaints, ...phone.complaints]).toEqual([]);
  await phone.close();
  await desk.close();
});
