import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Person } from '../contract/person.ts';
import { newPerson, type NewPerson, wordOfItsOwn } from './accounts.ts';
import { bringAxe, violations } from './axe.ts';
import { BrowserDevice, RunningServer } from './harness.ts';
import { faultsOfLargeText, settled } from './large-text.ts';
import { allSent } from './steps.ts';

// One round, from its beginning to its end; each step stands on those before it.

const NUMBER = '19121212-1212';
const CRITERIA = ['Nytta', 'Effekt', 'Genomförbarhet', 'Angelägenhet'] as const;
const WEIGHTS = [3, 3, 2, 2] as const;
type Four = readonly [number, number, number, number];
/** Who answers what; the manager has an interest of their own in the second idea. */
const ANSWERS = {
  first: { coach: [4, 4, 2, 3], manager: [5, 4, 4, 3], leader: [2, 3, 4, 3] },
  second: { coach: [3, 3, 5, 2], leader: [4, 3, 4, 4] }
} as const satisfies Record<string, Record<string, Four>>;

let server: RunningServer;
let people: Record<'coach' | 'manager' | 'leader' | 'author', NewPerson>;
let coach: BrowserDevice;
let manager: BrowserDevice;
let leader: BrowserDevice;
let round = '';
const mark = wordOfItsOwn();
const titles = { first: `Första ${mark}`, second: `Andra ${mark}` };
const ids = { first: '', second: '' };

beforeAll(async () => {
  server = await RunningServer.start();
  people = {
    coach: await newPerson(server, 'uddevalla:coach', 'Coach'),
    manager: await newPerson(server, 'uddevalla:manager', 'Chef'),
    leader: await newPerson(server, 'uddevalla:leader', 'Ledare'),
    author: await newPerson(server, 'uddevalla:member', 'Författare')
  };
  const author = await Person.signIn(server.origin, people.author.username, people.author.password);
  for (const which of ['first', 'second'] as const) {
    const idea = author.idea({ title: titles[which], need: `Behov ${mark}`, at: new Date().toISOString() });
    expect((await author.bulk('uddevalla', [idea])).body).toMatchObject([{ ok: true }]);
    ids[which] = idea._id.slice('idea:'.length);
  }
  coach = await BrowserDevice.open(server.origin, { width: 1280, height: 800 });
  manager = await BrowserDevice.open(server.origin);
  leader = await BrowserDevice.open(server.origin, { width: 820, height: 1180 });
  for (const [device, person] of [
    [coach, people.coach],
    [manager, people.manager],
    [leader, people.leader]
  ] as const) {
    await device.signIn(person.username, person.password);
    await device.ready();
    await allSent(device);
  }
});
afterAll(async () => {
  for (const device of [coach, manager, leader]) await device.close();
  await server.close();
});

const page = (which: 'first' | 'second') => `/bedomning/${round}?ide=${ids[which]}`;
const results = () => `/bedomning/${round}?vy=resultat`;
const text = (device: BrowserDevice) => device.page.locator('main').innerText();

async function score(device: BrowserDevice, index: number, value: number, reason: string): Promise<void> {
  const name = CRITERIA[index]!;
  await device.page
    .getByRole('group', { name, exact: true })
    .getByRole('radio')
    .nth(value - 1)
    .check({ force: true });
  await device.page.getByLabel(`Varför? (${name})`).fill(reason);
}

const reasonOf = (who: string, which: string, index: number): string =>
  `${who} om ${CRITERIA[index]} i ${which} ${mark}.`;

/** Answers an idea whole, and sees who wrote it only then. */
async function assess(
  device: BrowserDevice,
  who: 'coach' | 'manager' | 'leader',
  which: 'first' | 'second',
  scores: Four
) {
  await device.goto(page(which));
  await device.page.getByRole('heading', { name: titles[which] }).waitFor();
  expect(await text(device)).toContain('Vem som skrev är dold tills du har svarat.');
  expect(await text(device)).not.toContain(people.author.name);
  for (const [index, value] of scores.entries()) await score(device, index, value, reasonOf(who, which, index));
  await device.page.getByRole('button', { name: 'Lämna bedömningen' }).click();
  await device.page.getByText('Bedömningen är lämnad och sparad på enheten').waitFor();
  await device.page.getByText(`Idén lämnades av ${people.author.name}`).waitFor();
}

const article = (device: BrowserDevice, which: 'first' | 'second') =>
  device.page.locator(`article[data-idea="${ids[which]}"]`);

// Counted here by itself, in the plainest way there is.
const own = (scores: Four, weights: readonly number[]): number =>
  scores.reduce((sum, value, index) => sum + value * weights[index]!, 0) / weights.reduce((a, b) => a + b);
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b) / values.length;
const total = (which: 'first' | 'second', weights: readonly number[]): number =>
  mean(Object.values(ANSWERS[which]).map((scores) => own(scores, weights)));
const swedish = (value: number): string => value.toFixed(1).replace('.', ',');

function placesOf(which: 'first' | 'second'): { best: number; worst: number } {
  const other = which === 'first' ? 'second' : 'first';
  const seen = WEIGHTS.flatMap((_, turned) =>
    Array.from({ length: 101 }, (_step, step) => {
      const weights = WEIGHTS.map((weight, index) => (index === turned ? weight * (0.5 + step / 100) : weight));
      return total(other, weights) > total(which, weights) + 1e-9 ? 2 : 1;
    })
  );
  return { best: Math.min(...seen), worst: Math.max(...seen) };
}

/** Documents of a leadership's space anywhere in what this browser keeps. */
const leadershipRows = (device: BrowserDevice): Promise<{ all: number; leadership: number }> =>
  device.page.evaluate(async () => {
    let [all, leadership] = [0, 0];
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name!);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error!);
      });
      for (const store of db.objectStoreNames) {
        const values = await new Promise<unknown[]>((resolve, reject) => {
          const request = db.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error!);
        });
        all += values.length;
        leadership += values.filter((value) =>
          /-ledning|assessment:|round:|criterion:|criteriaset:|comparison:/.test(JSON.stringify(value))
        ).length;
      }
      db.close();
    }
    return { all, leadership };
  });

describe('a round of assessment', () => {
  test('is opened by a coach, who says what is missing and keeps what is written', async () => {
    await coach.goto(`/bedomning/ny?ide=${ids.first}`);
    const form = coach.page;
    await form.getByRole('checkbox', { name: titles.second }).check();
    await form.getByLabel('Vad ska omgången heta?').fill('');
    await form.getByRole('button', { name: 'Starta omgången' }).click();
    await form.getByText('Skriv vad omgången ska heta.').waitFor();
    expect(await form.getByRole('checkbox', { name: titles.second }).isChecked()).toBe(true);
    await form.getByLabel('Vad ska omgången heta?').fill(`Omgång ${mark}`);
    await form.getByRole('checkbox', { name: people.manager.name }).check();
    await form.getByRole('checkbox', { name: people.leader.name }).check();
    await form.getByRole('button', { name: 'Starta omgången' }).click();
    await form.getByRole('heading', { level: 1, name: `Omgång ${mark}` }).waitFor();
    round = new URL(form.url()).pathname.split('/').at(-1)!;
    await allSent(coach);
    for (const device of [manager, leader]) {
      await allSent(device);
      await device.goto('/bedomning');
      await device.page.getByRole('link', { name: titles.first }).waitFor();
    }
  });

  test('shows nobody’s answer to whoever has not answered, and everything to whoever has', async () => {
    await leader.offline(true);
    await assess(manager, 'manager', 'first', ANSWERS.first.manager);
    await allSent(manager);
    await allSent(coach);

    await coach.goto(results());
    await coach.page.getByRole('heading', { name: 'Dolda tills du har svarat' }).waitFor();
    expect(await text(coach)).not.toContain(reasonOf('manager', 'first', 0));
    expect(await article(coach, 'first').count()).toBe(0);

    // What is wrong is said beside the field, and what is half done outlives the page.
    await coach.goto(page('first'));
    await score(coach, 0, 4, `Gäller ${NUMBER}`);
    await coach.page.getByRole('button', { name: 'Lämna bedömningen' }).click();
    await coach.page.getByText('Här står något som ser ut som ett personnummer.').waitFor();
    expect(await coach.page.getByLabel('Varför? (Nytta)').inputValue()).toBe(`Gäller ${NUMBER}`);
    await coach.page.getByText('Välj en siffra och skriv varför.').first().waitFor();
    await coach.page.getByLabel('Varför? (Nytta)').fill(`Halvskrivet ${mark}`);
    await coach.page.getByLabel('Varför? (Effekt)').fill('Utan siffra än');
    // Said beside what was answered, and still said while the next answer is written.
    await coach.page.locator('[data-criterion=nytta]').getByText('Sparat på enheten').waitFor();
    expect(await coach.page.locator('[data-criterion=effekt]').getByText('Sparat på enheten').count()).toBe(0);
    await coach.goto(page('first'));
    await expect.poll(() => coach.page.getByLabel('Varför? (Effekt)').inputValue()).toBe('Utan siffra än');
    expect(await coach.page.getByLabel('Varför? (Nytta)').inputValue()).toBe(`Halvskrivet ${mark}`);

    await assess(coach, 'coach', 'first', ANSWERS.first.coach);
    await coach.goto(results());
    await article(coach, 'first').getByText('Skälen').click();
    await article(coach, 'first')
      .getByText(reasonOf('manager', 'first', 0))
      .waitFor();
    expect(await article(coach, 'first').innerText()).toContain(people.manager.name);
    expect(await text(coach)).toContain(titles.second);
    expect(await article(coach, 'second').count()).toBe(0);
  });

  test('goes on without a connection, and takes a conflict of interest', async () => {
    await assess(leader, 'leader', 'first', ANSWERS.first.leader);
    await assess(leader, 'leader', 'second', ANSWERS.second.leader);
    await assess(coach, 'coach', 'second', ANSWERS.second.coach);
    await allSent(coach);

    await manager.goto(page('second'));
    await manager.page.getByText('Jag har ett eget intresse i idén (jäv)').click();
    await manager.page.getByRole('button', { name: 'Anmäl jäv' }).click();
    await manager.page.getByText('Här behöver det stå något.').waitFor();
    await manager.page.getByLabel('Vad gäller det?').fill(`Min syster skrev den ${mark}.`);
    await manager.page.getByRole('button', { name: 'Anmäl jäv' }).click();
    await manager.page.getByText('Du har anmält jäv').waitFor();
    expect(await manager.page.getByRole('button', { name: 'Lämna bedömningen' }).count()).toBe(0);
    await allSent(manager);

    await leader.offline(false);
    await allSent(leader);
    await allSent(coach);
  });

  test('comes to the ranking, the spread and the sensitivity that a count by hand gives', async () => {
    await coach.goto(results());
    for (const which of ['first', 'second'] as const) {
      const totals = Object.values(ANSWERS[which]).map((scores) => own(scores, WEIGHTS));
      const deviation = Math.sqrt(mean(totals.map((each) => (each - mean(totals)) ** 2)));
      await article(coach, which).getByText(`${totals.length} svar`).waitFor();
      const said = await article(coach, which).innerText();
      expect(said).toContain(`${swedish(total(which, WEIGHTS))} av 5`);
      const [low, high] = [Math.min(...totals), Math.max(...totals)];
      expect(said).toContain(`Svaren: ${swedish(low)}–${swedish(high)}, standardavvikelse ${swedish(deviation)}`);
      const { best, worst } = placesOf(which);
      expect(said).toContain(best === worst ? `Plats ${best} hur` : `Plats ${best}–${worst} när vikterna vrids`);
    }
    expect(placesOf('first')).toEqual({ best: 1, worst: 2 });
    expect(total('first', WEIGHTS)).toBeGreaterThan(total('second', WEIGHTS));
    const order = () =>
      coach.page
        .locator('article[data-idea]')
        .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['idea']));
    expect(await order()).toEqual([ids.first, ids.second]);
    expect(await article(coach, 'first').innerText()).toContain('Ni ser olika');
    expect(await article(coach, 'first').innerText()).toContain('Nytta, Genomförbarhet');
    expect(await article(coach, 'second').innerText()).toContain(
      `${people.manager.name} har anmält jäv: Min syster skrev den ${mark}.`
    );
    const hinges = await coach.page.getByText('Ordningen hänger på vikten för').innerText();
    for (const name of ['Nytta', 'Effekt', 'Genomförbarhet']) expect(hinges).toContain(name);
    expect(hinges).not.toContain('Angelägenhet');

    // Other weights change the order on the screen and nothing else.
    await coach.page.getByLabel('Vikt för Genomförbarhet').fill('10');
    await coach.page.getByText('Rangordningen visar vikter som du provar.').waitFor();
    expect(total('second', [3, 3, 10, 2])).toBeGreaterThan(total('first', [3, 3, 10, 2]));
    expect(await order()).toEqual([ids.second, ids.first]);
    await coach.page.getByRole('button', { name: 'Tillbaka till omgångens vikter' }).click();
    expect(await order()).toEqual([ids.first, ids.second]);
  });

  test('has a picture that says what its table says', async () => {
    const row = (which: 'first' | 'second') => coach.page.locator(`tr[data-idea="idea:${ids[which]}"]`);
    const axes = { first: { ease: 10 / 3, effect: 3.5 }, second: { ease: 4.5, effect: 25.5 / 8 } };
    const plot = await coach.page
      .locator('svg rect.plan, svg rect.fill')
      .evaluateAll((all) =>
        all.map((each) => ['x', 'y', 'width', 'height'].map((name) => Number(each.getAttribute(name))))
      );
    const left = Math.min(...plot.map(([x]) => x!));
    const right = Math.max(...plot.map(([x, , width]) => x! + width!));
    const top = Math.min(...plot.map(([, y]) => y!));
    const bottom = Math.max(...plot.map(([, y, , height]) => y! + height!));
    for (const which of ['first', 'second'] as const) {
      const cells = (await row(which).locator('td').allInnerTexts()).map((cell) => cell.trim());
      const { ease, effect } = axes[which];
      expect(cells).toEqual([which === 'first' ? '1' : '2', swedish(ease), swedish(effect), 'Gör nu']);
      const sign = coach.page.locator(`g.sign[data-ideas*="${ids[which]}"]`);
      const [x, y] = await Promise.all(['data-x', 'data-y'].map(async (name) => Number(await sign.getAttribute(name))));
      // The middle of the scale is the middle of the picture, and its ends lie a sign's radius inside the edges.
      const radius = Number(await sign.locator('rect').getAttribute('height')) / 2;
      expect(x).toBeCloseTo((left + right) / 2 + ((ease - 3) / 4) * (right - left - 2 * radius), 3);
      expect(y).toBeCloseTo((top + bottom) / 2 - ((effect - 3) / 4) * (bottom - top - 2 * radius), 3);
    }
  });

  test('has pairs as another way, for those without a conflict of interest', async () => {
    await coach.goto(`/bedomning/${round}?vy=parvis`);
    await coach.page.getByText('De andras val är dolda tills du har jämfört alla par.').waitFor();
    const buttons = coach.page.getByRole('button', { name: /^Ta (Första|Andra)/ });
    const key = ((await buttons.first().getAttribute('aria-label')) ?? '').includes(titles.second) ? '1' : '2';
    await coach.page.keyboard.press(key);
    await coach.page.getByText('Du har jämfört alla par').waitFor();
    const list = coach.page.locator('li[data-idea]');
    expect(await list.first().getAttribute('data-idea')).toBe(ids.second);
    expect(await list.first().innerText()).toContain('1 val');
    await coach.page.getByRole('button', { name: 'Ändra förra valet' }).click();
    await coach.page.keyboard.press('0');
    await coach.page.getByText('Du har jämfört alla par').waitFor();
    expect(await list.allInnerTexts()).toEqual([expect.stringContaining('50 %'), expect.stringContaining('50 %')]);
    await manager.goto(`/bedomning/${round}?vy=parvis`);
    await manager.page.getByText('Det behövs minst två idéer som du inte är jävig i.').waitFor();
  });

  test('stands on the idea’s page for those who assess', async () => {
    await coach.goto(`/ideer/${ids.first}`);
    await coach.page.getByText('Du har bedömt idén').waitFor();
    await coach.page.getByRole('link', { name: 'Bedömning' }).click();
    await coach.page.getByRole('heading', { level: 1, name: `Omgång ${mark}` }).waitFor();
  });

  test('never reaches a member’s device', async () => {
    await allSent(coach);
    const phone = await BrowserDevice.open(server.origin);
    await phone.signIn(people.author.username, people.author.password);
    await allSent(phone);
    await phone.goto('/bedomning');
    await phone.page.getByText('Idéer bedöms av idécoacher, chefer och ledning i din kommun.').waitFor();
    await phone.goto(page('first'));
    await phone.page.getByText('Idéer bedöms av idécoacher, chefer och ledning i din kommun.').waitFor();
    const kept = await leadershipRows(phone);
    expect(kept.all).toBeGreaterThan(5);
    expect(kept.leadership).toBe(0);
    expect((await leadershipRows(coach)).leadership).toBeGreaterThan(5);
    await phone.goto(`/ideer/${ids.first}`);
    await phone.page.getByRole('heading', { level: 1, name: titles.first }).waitFor();
    expect(await phone.page.getByRole('link', { name: 'Bedömning' }).count()).toBe(0);
    await phone.close();
    const author = await Person.signIn(server.origin, people.author.username, people.author.password);
    expect((await author.get('/db/uddevalla-ledning/_all_docs')).status).toBe(403);
  });

  test('has nothing that axe finds, and nothing cut off in text twice the size', async () => {
    await bringAxe(coach.context);
    const faults: string[] = [];
    for (const [path, heading] of [
      ['/bedomning', 'Omgångar'],
      [results(), 'Insats och effekt'],
      [page('first'), titles.first],
      [`/bedomning/${round}?vy=parvis`, 'Rangordning efter parvisa val'],
      ['/bedomning/ny', 'Ny omgång'],
      ['/bedomning/kriterier', 'Grundkriterierna']
    ] as const) {
      await coach.goto(path);
      await coach.page.getByRole('heading', { name: heading }).waitFor();
      for (const [width, colorScheme] of [
        [360, 'dark'],
        [1280, 'light']
      ] as const) {
        await coach.page.setViewportSize({ width, height: 800 });
        await coach.page.emulateMedia({ colorScheme });
        await settled(coach.page);
        for (const line of await violations(coach.page)) faults.push(`${path}, ${width} px: ${line}`);
      }
      for (const line of await faultsOfLargeText(coach.page)) faults.push(`${path}, 200 %: ${line}`);
    }
    expect(faults).toEqual([]);
  });

  test('is closed, and then open to all who lead', async () => {
    await leader.goto(`/bedomning/${round}`);
    await leader.page.getByRole('button', { name: 'Stäng omgången' }).click();
    await leader.page.getByRole('dialog').getByRole('button', { name: 'Stäng omgången' }).click();
    await leader.page.getByText('Omgången stängdes av Du').waitFor();
    expect(await leader.page.getByRole('button', { name: 'Lämna bedömningen' }).count()).toBe(0);
    for (const device of [coach, manager, leader]) expect(device.complaints).toEqual([]);
  });
});

describe('criteria', () => {
  test('are adapted, refused with a sentence beside the field, and used in a round', async () => {
    const { page: screen } = leader;
    await leader.goto('/bedomning/kriterier');
    await screen.getByRole('button', { name: 'Anpassa' }).click();
    const own = screen
      .locator('section')
      .filter({ has: screen.getByRole('button', { name: 'Nytt kriterium' }) })
      .last();
    await own.getByRole('button', { name: 'Byt namn' }).click();
    await own.getByLabel('Namn').fill(`Kriterier ${mark}`);
    await own.getByRole('button', { name: 'Spara' }).click();
    const set = screen.locator('section').filter({ has: screen.getByRole('heading', { name: `Kriterier ${mark}` }) });
    await set.getByRole('button', { name: 'Ändra Nytta' }).click();
    await set.getByLabel('Vikt (1–10)').fill('11');
    await set.getByRole('button', { name: 'Spara' }).click();
    await set.getByText('Skriv ett helt tal mellan 1 och 10.').waitFor();
    expect(await set.getByLabel('Vikt (1–10)').inputValue()).toBe('11');
    await set.getByLabel('Vikt (1–10)').fill('9');
    await set.getByRole('button', { name: 'Spara' }).click();
    await set.getByText('Vikt 9').waitFor();
    await set.getByRole('button', { name: 'Flytta Effekt uppåt' }).click();
    await expect
      .poll(() => set.getByRole('heading', { level: 3 }).allInnerTexts())
      .toEqual(['Effekt', 'Nytta', 'Genomförbarhet', 'Angelägenhet']);
    await leader.goto(`/bedomning/ny?ide=${ids.first}`);
    await screen.getByLabel('Kriterier').selectOption({ label: `Kriterier ${mark}` });
    await screen.getByRole('button', { name: 'Starta omgången' }).click();
    await screen.getByRole('group', { name: 'Effekt', exact: true }).waitFor();
    // What was answered to the built-in criteria was another question.
    expect(await screen.getByLabel('Varför? (Nytta)').inputValue()).toBe('');
    await allSent(leader);
  });
});
