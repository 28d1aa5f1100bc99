import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Person } from '../contract/person.ts';
import { bringAxe, violations } from './axe.ts';
import { BrowserDevice, RunningServer } from './harness.ts';
import { wordOfItsOwn } from './accounts.ts';
import { commentOn, decisionOn, put, supportOf } from './ideas-made.ts';
import { allSent, capture, chooseIn } from './steps.ts';

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
    await chooseIn(phone, 'Läge', 'Testas');
    await page.getByText(`Inga idéer med ”${mark}”`).waitFor();
    await expect(violations(phone.page)).resolves.toEqual([]);
    await page.getByRole('button', { name: 'Rensa sökningen' }).click();
    await expect(field().inputValue()).resolves.toBe('');
    await chooseIn(phone, 'Läge', 'Alla lägen');
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

describe('filters', () => {
  const own = wordOfItsOwn();
  const chips = () => phone.page.getByRole('list', { name: 'Valda filter' });
  const filterButton = () => phone.page.getByRole('button', { name: /^Filter/ });

  beforeAll(async () => {
    const coach = await Person.signIn(server.origin, 'coach.uddevalla');
    const me = await Person.signIn(server.origin, 'medarbetare.uddevalla');
    const ideas = [
      me.idea({ title: `Min ${own}`, at: '2026-02-01T08:00:00.000Z' }),
      coach.idea({ title: `Stödd ${own}`, at: '2026-03-01T08:00:00.000Z' }),
      coach.idea({ title: `Stängd ${own}`, at: '2026-04-01T08:00:00.000Z' })
    ];
    await put(me, 'uddevalla', ideas[0]!);
    await put(coach, 'uddevalla', ideas[1]!, ideas[2]!, decisionOn(coach, ideas[2]!._id, 'ny', 'avslutad'));
    await put(me, 'uddevalla', supportOf(me, ideas[1]!._id));
  });

  test('leave the first idea within 300 px of the top of a phone', async () => {
    await phone.goto('/ideer');
    await count().waitFor();
    const first = phone.page.locator('main [role=listitem]').first();
    await first.waitFor();
    expect((await first.boundingBox())!.y).toBeLessThanOrEqual(300);
  });

  test('go together, stand as chips that go away by a press, and leave closed ideas out until they are asked for', async () => {
    const { page } = phone;
    await phone.goto('/ideer?q=' + own);
    await count().filter({ hasText: '2 idéer med' }).waitFor();
    await page.getByText('1 avslutad visas inte.').waitFor();
    await page.getByRole('button', { name: 'Visa även avslutade' }).click();
    await count().filter({ hasText: '3 idéer med' }).waitFor();
    await filterButton().click();
    await page.getByLabel('Jag har skrivit').press('Space');
    // Whoever chooses by keyboard keeps their place.
    await page.keyboard.press('Tab');
    await expect
      .poll(() => page.getByLabel('Jag stöder').evaluate((each) => each === document.activeElement))
      .toBe(true);
    await page.getByRole('button', { name: 'Visa 1 idé' }).waitFor();
    await page.getByLabel('Jag har skrivit').uncheck();
    await page.getByLabel('Jag stöder').check();
    await page.getByLabel('Från och med').fill('2026-02-15');
    await page.getByRole('button', { name: 'Visa 1 idé' }).waitFor();
    await expect(violations(page)).resolves.toEqual([]);
    await page.getByRole('button', { name: 'Visa 1 idé' }).click();
    await expect.poll(titles).toEqual([`Stödd ${own}`]);
    await page.getByRole('button', { name: 'Filter , 3 valda' }).waitFor();
    expect(new URL(page.url()).searchParams.get('jag')).toBe('stoder');
    await page.reload();
    await expect.poll(titles).toEqual([`Stödd ${own}`]);

    await page.getByRole('button', { name: 'Ta bort filtret Jag stöder' }).click();
    await count().filter({ hasText: '2 idéer med' }).waitFor();
    await expect(chips().getByRole('button').count()).resolves.toBe(2);
    // The focus stays among the chips, and goes to the filters when there are none.
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('ul') !== null)).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => chips().getByRole('button').count()).toBe(1);
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('ul') !== null)).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => chips().count()).toBe(0);
    await expect.poll(() => filterButton().evaluate((each) => each === document.activeElement)).toBe(true);
  });

  test('a link carries them; what it asks for and nobody knows is ignored, and a unit that is gone is said', async () => {
    const { page } = phone;
    await phone.goto(`/ideer?jag=skrev&kampanj=1&lage=paus&q=${own}`);
    await expect.poll(titles).toEqual([`Min ${own}`]);
    await expect(chips().getByRole('button').count()).resolves.toBe(1);
    await phone.goto('/ideer?enhet=unit:01ARZ3NDEKTSV4RRFFQ69G5FAV');
    await page.getByText('Enheten i den här vyn finns inte kvar').waitFor();
    await expect(violations(page)).resolves.toEqual([]);
    await page.getByRole('button', { name: 'Ta bort filtret Enhet som inte finns kvar' }).click();
    await page.getByText('Enheten i den här vyn finns inte kvar').waitFor({ state: 'hidden' });
    expect(new URL(page.url()).search).toBe('');
  });

  test('kept as views they follow a person, and those that are shared are everybody’s', async () => {
    const { page } = phone;
    const [mine, ours] = [`Mina ${own}`, `Våra ${own}`];
    await phone.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.origin });
    await phone.goto(`/ideer?jag=skrev&q=${own}`);
    await page.getByRole('button', { name: 'Sparade vyer' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Spara vyn' }).click();
    await dialog.locator('[aria-invalid=true]').waitFor();
    await dialog.getByLabel('Vyns namn').fill('Om 19121212-1212');
    await dialog.getByRole('button', { name: 'Spara vyn' }).click();
    await dialog
      .getByText(/personnummer/)
      .first()
      .waitFor();
    await dialog.getByLabel('Vyns namn').fill(mine);
    // A member makes their own; sharing is for those who answer.
    await expect(dialog.getByLabel('Visa för alla i kommunen').count()).resolves.toBe(0);
    await dialog.getByRole('button', { name: 'Spara vyn' }).click();
    await dialog.getByText(`Vyn ”${mine}” är sparad på enheten.`).waitFor();
    await expect(violations(page)).resolves.toEqual([]);
    await dialog.getByRole('button', { name: 'Dela länk' }).click();
    await dialog.getByText('Länken är kopierad.').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(`${server.origin}/ideer?jag=skrev&q=${own}`);
    await allSent(phone);

    const desk = await BrowserDevice.open(server.origin, { width: 1280, height: 800 });
    try {
      await desk.signIn('coach.uddevalla');
      // The one who opens the link sees their own, by the same filter.
      await desk.page.goto(link);
      await desk.page.getByRole('link', { name: `Stödd ${own}` }).waitFor();
      await expect(desk.page.getByRole('link', { name: `Min ${own}` }).count()).resolves.toBe(0);
      await desk.page.getByRole('button', { name: 'Sparade vyer' }).click();
      const views = desk.page.getByRole('dialog');
      await views.getByLabel('Vyns namn').fill(ours);
      await views.getByLabel('Visa för alla i kommunen').check();
      await views.getByRole('button', { name: 'Spara vyn' }).click();
      await views.getByRole('link', { name: ours }).waitFor();
      await expect(views.getByRole('link', { name: mine }).count()).resolves.toBe(0);
      await allSent(desk);
    } finally {
      await desk.close();
    }

    const other = await BrowserDevice.open(server.origin, { width: 820, height: 1180 });
    try {
      await other.signIn('medarbetare.uddevalla');
      await other.goto('/ideer');
      await other.page.getByRole('button', { name: 'Sparade vyer' }).click();
      await other.page.getByRole('link', { name: ours }).waitFor();
      await expect(other.page.getByRole('button', { name: `Ta bort vyn ${ours}` }).count()).resolves.toBe(0);
      await other.page.getByRole('link', { name: mine }).click();
      await other.page.getByRole('link', { name: `Min ${own}` }).waitFor();
      await other.page.getByRole('button', { name: 'Sparade vyer' }).click();
      await other.page.getByRole('button', { name: `Ta bort vyn ${mine}` }).click();
      await other.page.getByText(`Vyn ”${mine}” är borttagen.`).waitFor();
      await other.page.getByRole('button', { name: 'Ångra' }).click();
      await other.page.getByRole('link', { name: mine }).waitFor();
      expect(other.complaints).toEqual([]);
    } finally {
      await other.close();
    }
  });
});

describe('searching everything', () => {
  const word = wordOfItsOwn();
  const box = () => phone.page.getByRole('searchbox', { name: 'Sök i allt' });
  const hits = () => phone.page.locator('main a.hit').allInnerTexts();

  let coach: Person;
  const groupId = 'group:' + ulid();

  beforeAll(async () => {
    coach = await Person.signIn(server.origin, 'coach.uddevalla');
    const leader = await Person.signIn(server.origin, 'ledning.uddevalla');
    const idea = coach.idea({ title: `Besökshund ${word}`, need: 'Många är oroliga på eftermiddagen.' });
    const group = groupId;
    const at = new Date().toISOString();
    const said = { v: 1, by: coach.me.id, at };
    await put(
      coach,
      'uddevalla',
      idea,
      coach.idea({ title: `Brits ${word}`, proposal: 'En brits i varje hemtjänstbil.' }),
      commentOn(coach, idea._id, `Tänk på pälsallergi${word} hos nattpersonalen.`),
      { ...said, _id: group, name: `Hundgruppen ${word}`, task: 'Att prova.' },
      { ...said, _id: `meeting:${group.slice(6)}:${ulid()}`, group, held: at, notes: `Kennelklubben${word} kom.` }
    );
    const day = at.slice(0, 10);
    await put(leader, 'uddevalla', {
      ...said,
      by: leader.me.id,
      _id: 'challenge:' + ulid(),
      title: `Lugnare nätter ${word}`,
      text: 'Vad väcker?',
      opens: day,
      closes: day
    });
    await phone.goto('/synk');
    await allSent(phone);
  });

  test('finds ideas, groups and challenges by what is said in them, and tells where it stands', async () => {
    const { page } = phone;
    await phone.offline(true);
    await phone.goto('/sok');
    await box().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type(`pälsallergi${word}`);
    await page.getByText(`1 träff på ”pälsallergi${word}”`).waitFor();
    await expect(hits()).resolves.toEqual([`Besökshund ${word}`]);
    await expect(page.locator('.passage').innerText()).resolves.toBe(
      `Kommentar: Tänk på pälsallergi${word} hos nattpersonalen.`
    );
    await expect(page.locator('.passage mark').allInnerTexts()).resolves.toEqual([`pälsallergi${word}`]);
    await box().fill(`kennelklubben${word}`);
    await page.getByText('Mötesanteckning:').waitFor();
    await expect(hits()).resolves.toEqual([`Hundgruppen ${word}`]);
    // What comes while the page stands open is found there, whatever tab or sync brought it.
    await phone.offline(false);
    const toCome = wordOfItsOwn();
    await box().fill(toCome);
    await page.getByText(`Inget med ”${toCome}”`).waitFor();
    const at = new Date().toISOString();
    const decided = { group: groupId, by: coach.me.id, at, text: `Vi köper ${toCome}.` };
    await put(coach, 'uddevalla', { _id: `groupdecision:${groupId.slice(6)}:${ulid()}`, v: 1, ...decided });
    await page.getByText('Gruppens beslut:').waitFor();
    await box().fill(`hund ${word} pälsallergi${word}`);
    await expect.poll(async () => (await hits())[0]).toBe(`Besökshund ${word}`);
    await box().fill(word);
    await page.getByText(`4 träffar på ”${word}”`).waitFor();
    await page.getByRole('radio', { name: 'Utmaningar (1)' }).check({ force: true });
    await expect.poll(hits).toEqual([`Lugnare nätter ${word}`]);
    await expect(violations(page)).resolves.toEqual([]);
    await phone.offline(false);
  });

  test('understands compounds, slips and a keyboard without rings and dots, and says what only looks alike', async () => {
    const { page } = phone;
    for (const query of [`bil ${word}`, `hemtjanstbil ${word}`, `brist i hemtjänstens bilar ${word}`]) {
      await box().fill(query);
      await expect.poll(async () => (await hits())[0]).toBe(`Brits ${word}`);
    }
    await box().fill(`besökshnd ${word}`);
    await page.getByRole('heading', { name: 'Liknande ord' }).waitFor();
    await expect.poll(async () => (await hits())[0]).toBe(`Besökshund ${word}`);
    await expect(violations(page)).resolves.toEqual([]);
    await box().fill(`zqx${word}zqx`);
    await page.getByText(`Inget med ”zqx${word}zqx”`).waitFor();
    await expect(violations(page)).resolves.toEqual([]);
  });

  test('is walked through by arrows, and remembers on the device what led somewhere until it is told to forget', async () => {
    const { page } = phone;
    await box().fill(word);
    await page.getByText(`4 träffar på ”${word}”`).waitFor();
    const focused = () => page.evaluate(() => document.activeElement!.textContent!.trim());
    const order = await hits();
    for (const title of order) {
      await page.keyboard.press('ArrowDown');
      expect(await focused()).toBe(title);
    }
    for (let step = 0; step < order.length; step++) await page.keyboard.press('ArrowUp');
    await expect(box().evaluate((each) => each === document.activeElement)).resolves.toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: order[0]! }).waitFor();
    await page.goBack();
    await expect(box().inputValue()).resolves.toBe(word);

    await box().fill('');
    await page.getByRole('button', { name: word, exact: true }).click();
    await page.getByText(`4 träffar på ”${word}”`).waitFor();
    await box().fill('');
    await expect(violations(page)).resolves.toEqual([]);
    await page.getByRole('button', { name: 'Glöm sökningarna' }).click();
    await page.getByText('Sökningarna är glömda.').waitFor({ state: 'attached' });
    await phone.goto('/sok');
    await expect(page.getByRole('button', { name: word, exact: true }).count()).resolves.toBe(0);
    expect(phone.complaints).toEqual([]);
  });
});
