import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Locator } from 'playwright-core';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Benefit } from '#lib/domain/benefit/benefit.ts';
import type { Comment } from '#lib/domain/ideas/comment.ts';
import type { Decision } from '#lib/domain/ideas/decision.ts';
import type { Idea } from '#lib/domain/ideas/idea.ts';
import type { Referral } from '#lib/domain/ideas/referral.ts';
import { addMonths, daysOf, monthOf } from '#lib/domain/leadership/view.ts';
import { swedishDay } from '#lib/domain/workdays.ts';
import { Person } from '../contract/person.ts';
import { countedSlowly } from '../naive/overview.ts';
import { newPerson, type NewPerson } from './accounts.ts';
import { bringAxe, violations } from './axe.ts';
import { BrowserDevice, RunningServer } from './harness.ts';
import { decisionOn, documentsOf, put } from './ideas-made.ts';
import { faultsOfLargeText, settled } from './large-text.ts';
import { unique } from './steps.ts';

const SPACE = 'uddevalla';
const TODAY = swedishDay(new Date().toISOString());
const STAGES = {
  ny: 'Ny',
  komplettering: 'Behöver kompletteras',
  mottagen: 'Mottagen',
  bedoms: 'Bedöms',
  utvecklas: 'Utvecklas',
  testas: 'Testas',
  infors: 'Införs',
  'i-drift': 'I drift'
} as const;

let server: RunningServer;
let leader: NewPerson;
let reader: Person;
let desk: BrowserDevice;
let unit: { readonly id: string; readonly name: string };

beforeAll(async () => {
  server = await RunningServer.start();
  leader = await newPerson(server, SPACE + ':leader', 'Lo');
  reader = await Person.signIn(server.origin, leader.username, leader.password);
  unit = { id: 'unit:' + ulid(), name: unique('Hemtjänst') };
  const admin = await Person.signIn(server.origin, 'admin.' + SPACE);
  await put(admin, SPACE, { _id: unit.id, v: 1, name: unit.name });
  await makeIdeas();
  desk = await BrowserDevice.open(server.origin, { width: 1280, height: 800 });
  await bringAxe(desk.context);
  await desk.signIn(leader.username, leader.password);
  await desk.ready();
});
afterAll(async () => {
  await desk.close();
  await server.close();
});

const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

/** Ideas of the unit's own with everything that is easily counted wrong. */
async function makeIdeas(): Promise<void> {
  const author = await Person.signIn(server.origin, 'medarbetare.' + SPACE);
  const ideaOf = (daysAgo: number, more: object = {}) =>
    author.idea({ title: unique('Idé'), at: ago(daysAgo), unit: unit.id, ...more });
  const ideas = [
    ideaOf(200),
    ideaOf(100),
    ideaOf(90, { answerBy: swedishDay(ago(80)) }),
    ideaOf(60),
    ideaOf(50, { retracted: { by: author.me.id, at: ago(40) } }),
    ideaOf(45),
    ideaOf(40, { answerBy: swedishDay(ago(30)) }),
    ideaOf(3)
  ];
  await put(author, SPACE, ...ideas);
  const [introduced, disputed, undone, merged, , asked] = ideas.map((idea) => idea._id) as [
    string,
    string,
    string,
    string,
    string,
    string
  ];
  const step = (idea: string, from: string, to: string, daysAgo: number, more: object = {}) =>
    decisionOn(reader, idea, from, to, { at: ago(daysAgo), ...more });
  const received = step(introduced, 'ny', 'mottagen', 195);
  const developed = step(introduced, 'mottagen', 'utvecklas', 150, { grants: 'tid', follows: [received._id] });
  const scaled = step(introduced, 'utvecklas', 'infors', 20, { grants: 'skala-upp', follows: [developed._id] });
  const closed = step(undone, 'ny', 'avslutad', 70);
  await put(
    reader,
    SPACE,
    received,
    developed,
    scaled,
    step(introduced, 'infors', 'i-drift', 5, { follows: [scaled._id] }),
    // Two that knew nothing of each other.
    step(disputed, 'ny', 'bedoms', 80),
    step(disputed, 'ny', 'avslutad', 79),
    closed,
    step(merged, 'ny', 'sammanslagen', 55, { into: introduced }),
    step(asked, 'ny', 'komplettering', 40)
  );
  await put(reader, SPACE, {
    ...closed,
    _rev: (await reader.get(`/db/${SPACE}/${closed._id}`)).body._rev,
    withdrawn: { by: reader.me.id, at: ago(69) }
  });
  const said = (state: string, more: object) => ({
    _id: `benefit:${introduced.slice(5)}:${ulid()}`,
    v: 1,
    idea: introduced,
    by: reader.me.id,
    at: ago(1),
    state,
    on: TODAY,
    ...more
  });
  await put(
    reader,
    SPACE,
    said('planned', { hours: { amount: 20, per: 'month' }, kronor: { amount: 40_000, per: 'year' } }),
    said('reached', { hours: { amount: 180, per: 'year' }, kronor: { amount: -15_000, per: 'once' }, how: 'measured' })
  );
}

/** What the documents that the server holds come to. */
async function counted(view: { from: string; to: string; unit?: string }) {
  const all = <D>(kind: string) => documentsOf<D>(reader, SPACE, kind);
  const [settings] = await all<{ answerDays?: number }>('settings');
  const documents = {
    ideas: await all<Idea>('idea'),
    decisions: await all<Decision>('decision'),
    comments: await all<Comment>('comment'),
    referrals: await all<Referral>('referral'),
    benefits: await all<Benefit>('benefit')
  };
  const now = new Date().toISOString();
  return countedSlowly(documents, { unit: undefined, ...view, now, answerDays: settings?.answerDays ?? 10 });
}
type Counted = Awaited<ReturnType<typeof counted>>;

const figure = (title: string): Locator =>
  desk.page.locator('.figure').filter({ has: desk.page.getByRole('heading', { level: 3, name: title }) });

/** `1 200` and `−20` as numbers; what is written otherwise is NaN. */
const numberIn = (text: string): number =>
  Number(
    text
      .replace(/\u2212/g, '-')
      .replace(/,/g, '.')
      .replace(/[\s\u00a0\u202f]|%$/g, '')
  );

/** A figure's table, whether it is seen or not: for each row its head and its numbers, undefined for a dash. */
async function tableOf(title: string): Promise<{ head: string; numbers: (number | undefined)[] }[]> {
  const rows = await figure(title)
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent!.trim())));
  return rows.map(([head, ...cells]) => ({
    head: head!,
    numbers: cells.map((cell) => (cell === '–' ? undefined : numberIn(cell)))
  }));
}

/** How long each bar of a picture is, or how high each point stands, as a part of the longest. */
async function drawnIn(title: string): Promise<number[]> {
  const sizes = await figure(title)
    .locator('.drawing')
    .evaluate((drawing) => {
      const found: number[] = [];
      for (const mark of drawing.querySelectorAll('[data-point]')) {
        const at = Number(mark.getAttribute('data-point'));
        const bar = mark.querySelector('.bar:not(pattern .bar), .hatched');
        const circle = mark.querySelector('circle');
        if (circle !== null) {
          const ticks = [...drawing.querySelectorAll('.tick')].map((tick) => Number(tick.getAttribute('y1')));
          found[at] = (ticks[0]! - Number(circle.getAttribute('cy'))) / (ticks[0]! - ticks[2]!);
        } else if (bar === null) found[at] ??= 0;
        else {
          const isLying = bar.getAttribute('width')!.endsWith('%');
          found[at] = parseFloat(bar.getAttribute(isLying ? 'width' : 'height')!);
        }
      }
      return found;
    });
  return sizes;
}
const asParts = (values: readonly number[]): number[] => {
  const most = Math.max(1e-9, ...values.map(Math.abs));
  return values.map((value) => Math.abs(value) / most);
};

/** Walks through a picture with the keyboard: what is said of each value. */
async function walked(title: string): Promise<string[]> {
  const slider = figure(title).getByRole('slider');
  await slider.focus();
  await desk.page.keyboard.press('Home');
  const count = Number(await slider.getAttribute('aria-valuemax'));
  const said: string[] = [];
  for (let index = 0; index < count; index++) {
    expect(await slider.getAttribute('aria-valuenow')).toBe(String(index + 1));
    said.push((await slider.getAttribute('aria-valuetext'))!);
    await desk.page.keyboard.press('ArrowRight');
  }
  return said;
}

/** Opens the page at an address and waits until it has counted what the documents say. */
async function openAt(query: string, expected: Counted): Promise<void> {
  await desk.goto('/ledning' + query);
  await expect
    .poll(async () => (await tableOf('Hur långt idéerna har kommit')).map(({ numbers }) => numbers[0]), {
      timeout: 15_000
    })
    .toEqual(expected.funnel.map(({ count }) => count));
}

async function comparePictures(expected: Counted): Promise<void> {
  const same = async (title: string, rows: readonly (readonly (number | undefined)[])[], drawn: readonly number[]) => {
    expect(
      (await tableOf(title)).map(({ numbers }) => numbers),
      title
    ).toEqual(rows);
    const parts = await drawnIn(title);
    const wanted = title === 'Svar i tid' ? drawn : asParts(drawn);
    expect(parts.length, title).toBe(drawn.length);
    (title === 'Svar i tid' ? parts : asParts(parts)).forEach((part, at) =>
      expect(part, `${title}, ${at}`).toBeCloseTo(wanted[at]!, 2)
    );
  };
  const funnel = expected.funnel.map(({ count }) => count);
  await same(
    'Hur långt idéerna har kommit',
    funnel.map((count) => [count]),
    funnel
  );
  expect((await tableOf('Hur långt idéerna har kommit')).map(({ head }) => head)).toEqual(
    expected.funnel.map(({ stage }) => STAGES[stage as keyof typeof STAGES])
  );
  const rounded = (value: number | undefined) => (value === undefined ? undefined : Math.round(value * 10) / 10);
  // The bars are measured by the longest of all lines, which reach to nine of ten.
  expect((await tableOf('Tid i varje läge')).map(({ numbers }) => numbers)).toEqual(
    expected.times.map(({ count, median, p90, here, longest }) => [count, rounded(median), p90, here, longest])
  );
  expect(asParts(await drawnIn('Tid i varje läge')).map((part) => part.toFixed(2))).toEqual(
    asParts(expected.times.map(({ median }) => median ?? 0)).map((part) => part.toFixed(2))
  );
  const share = ({ inTime, late }: Counted['answers'][number]) =>
    inTime + late === 0 ? undefined : inTime / (inTime + late);
  await same(
    'Svar i tid',
    expected.answers.map((each) => {
      const part = share(each);
      return [each.inTime, each.late, part === undefined ? undefined : Math.round(part * 100)];
    }),
    expected.answers.map((each) => share(each) ?? 0)
  );
  for (const [title, list] of [
    ['Tagna vidare', expected.forward],
    ['Började införas', expected.introduced],
    ['Avslutade med skäl', expected.closed]
  ] as const)
    await same(
      title,
      list.map(({ count }) => [count]),
      list.map(({ count }) => count)
    );
  const units = await tableOf('Idéer per enhet och månad');
  const sorted = (rows: readonly (readonly unknown[])[]) => rows.map((row) => row.join()).sort();
  expect(sorted(units.map(({ numbers }) => numbers))).toEqual(
    sorted(expected.units.map(({ counts, total }) => [total, ...counts]))
  );
  const shownUnits = units.slice(0, 8).flatMap(({ numbers }) => numbers.slice(1) as number[]);
  expect(asParts(await drawnIn('Idéer per enhet och månad')).map((part) => part.toFixed(2))).toEqual(
    asParts(shownUnits).map((part) => part.toFixed(2))
  );
  for (const [title, of] of [
    ['Timmar', 'hours'],
    ['Kronor', 'kronor']
  ] as const) {
    const { planned, reached } = expected.benefit[of];
    await same(
      title,
      [
        [planned.yearly, reached.yearly],
        [planned.once, reached.once]
      ],
      [planned.yearly, reached.yearly, planned.once, reached.once].map((value) => value ?? 0)
    );
  }
  const now = await desk.page.locator('section.now .value').allInnerTexts();
  expect(now.map(numberIn)).toEqual([
    expected.now.waiting,
    expected.now.overdue,
    expected.now.introducedThisYear,
    expected.benefit.hours.reached.yearly
  ]);
}

describe('the pictures of the whole', () => {
  test(
    'every picture is its table, and both are what the documents on the server come to',
    { timeout: 60_000 },
    async () => {
      const all = await counted(daysOf('12-manader', TODAY));
      await openAt('', all);
      await comparePictures(all);

      const from = addMonths(monthOf(TODAY), -4) + '-07';
      const own = await counted({ from, to: TODAY, unit: unit.id });
      await openAt(`?period=eget&fran=${from}&till=${TODAY}&enhet=${unit.id}`, own);
      await comparePictures(own);
      // As it was made above: what was undone, taken back, disputed and merged counts as it should.
      expect(own.now).toEqual({ waiting: 3, overdue: 2, introducedThisYear: expect.any(Number) as number });
      expect(own.benefit.hours).toEqual({ planned: { yearly: 240 }, reached: { yearly: 180 } });
      expect((await tableOf('Idéer per enhet och månad')).map(({ head }) => head)).toEqual([unit.name]);
    }
  );

  test('the arrows walk through every value, which is said, and lead to the ideas behind it', async () => {
    const view = { ...daysOf('12-manader', TODAY), unit: unit.id };
    const own = await counted(view);
    await openAt(`?enhet=${unit.id}`, own);
    expect((await walked('Hur långt idéerna har kommit')).map((said) => numberIn(/: (\d+)/.exec(said)![1]!))).toEqual(
      own.funnel.map(({ count }) => count)
    );
    expect((await walked('Avslutade med skäl')).map((said) => numberIn(/: (\d+)/.exec(said)![1]!))).toEqual(
      own.closed.map(({ count }) => count)
    );
    const answers = await walked('Svar i tid');
    expect(answers).toHaveLength(own.answers.length);
    own.answers.forEach(({ inTime, late }, at) =>
      expect(answers[at]).toContain(inTime + late === 0 ? 'inget svar var lovat' : `${inTime} av ${inTime + late}`)
    );

    // At the edge one stays; the ideas behind the value are one Tab away.
    const slider = figure('Hur långt idéerna har kommit').getByRole('slider');
    await slider.focus();
    const { keyboard } = desk.page;
    await keyboard.press('Home');
    await keyboard.press('ArrowLeft');
    expect(await slider.getAttribute('aria-valuenow')).toBe('1');
    await keyboard.press('ArrowDown');
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^Mottagen: /);
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await desk.page.getByRole('heading', { level: 1, name: 'Idéer som kom till läget, eller längre' }).waitFor();
    const received = own.funnel[1]!.count;
    await desk.page.getByRole('status').getByText(`${received} idé`).waitFor();
    expect(await desk.page.locator('main li').count()).toBe(received);
    expect(await violations(desk.page)).toEqual([]);
    await desk.page.getByRole('main').getByRole('link', { name: 'Ledning', exact: true }).click();
    await figure('Timmar').waitFor();
    expect(new URL(desk.page.url()).searchParams.get('enhet')).toBe(unit.id);
  });

  test('what is chosen stands in the address, and days that cannot be counted over are told beside the field', async () => {
    const { page } = desk;
    await desk.goto('/ledning');
    await page.getByLabel('Enhet', { exact: true }).selectOption({ label: unit.name });
    await page.getByLabel('Period', { exact: true }).selectOption({ label: 'Egna dagar' });
    await page.getByLabel('Från och med').fill('2026-05-01');
    await page.getByLabel('Från och med').blur();
    await page.getByLabel('Till och med').fill('2026-04-01');
    await page.getByLabel('Till och med').blur();
    await page.getByText('Den sista dagen kommer före den första.').waitFor();
    expect(await page.getByLabel('Från och med').inputValue()).toBe('2026-05-01');
    expect(await page.getByLabel('Till och med').inputValue()).toBe('2026-04-01');
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Till och med').fill(TODAY);
    await page.getByLabel('Till och med').blur();
    await page.getByText('Den sista dagen kommer före den första.').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Visa allt som tabell' }).click();
    await page.getByRole('button', { name: 'Visa allt som bild' }).waitFor();
    const address = new URL(page.url());
    expect(Object.fromEntries(address.searchParams)).toEqual({
      enhet: unit.id,
      period: 'eget',
      fran: '2026-05-01',
      till: TODAY,
      vy: 'tabell'
    });

    // Whoever is sent it sees the same.
    await desk.goto(address.pathname + address.search);
    const own = await counted({ from: '2026-05-01', to: TODAY, unit: unit.id });
    await expect
      .poll(async () => (await tableOf('Avslutade med skäl')).map(({ numbers }) => numbers[0]))
      .toEqual(own.closed.map(({ count }) => count));
    expect(await page.getByRole('slider').count()).toBe(0);
    expect(await page.getByRole('table', { name: 'Svar i tid' }).isVisible()).toBe(true);
    expect(await page.getByLabel('Enhet', { exact: true }).inputValue()).toBe(unit.id);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await settled(page);
        expect(await violations(page)).toEqual([]);
      }
    }
    await figure('Timmar')
      .getByRole('button', { name: /^Visa som bild ?: Timmar$/ })
      .click();
    await figure('Timmar').getByRole('slider').waitFor();
    expect(await page.getByRole('slider').count()).toBe(1);
  });

  test('large text and dark do it no harm', async () => {
    const { page } = desk;
    await openAt('', await counted(daysOf('12-manader', TODAY)));
    for (const width of [360, 820, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await settled(page);
        expect(await violations(page)).toEqual([]);
      }
    }
    expect(await faultsOfLargeText(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  test('on paper there are title, what was chosen, the day and every number, and nothing to press', async () => {
    const own = await counted({ ...daysOf('12-manader', TODAY), unit: unit.id });
    await openAt(`?enhet=${unit.id}`, own);
    await desk.page.emulateMedia({ colorScheme: 'dark' });
    const file = await desk.page.pdf({ preferCSSPageSize: true });
    await desk.page.emulateMedia({ colorScheme: 'light' });
    const paper = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
    const words: string[] = [];
    for (let number = 1; number <= paper.numPages; number++) {
      const sheet = await paper.getPage(number);
      const [, , width, height] = sheet.view as [number, number, number, number];
      expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
      const { items } = await sheet.getTextContent();
      for (const item of items) if ('str' in item && item.str.trim() !== '') words.push(item.str.trim());
    }
    const text = words.join(' ').replace(/\s+/g, ' ');
    const longDay = new Date(TODAY + 'T12:00:00').toLocaleDateString('sv-SE', {
      day: 'numeric',
      month: 'long',
      year: 'numeric'
    });
    expect(words[0]).toBe('Ledning');
    expect(text).toContain(`Uddevalla, ${unit.name}, `);
    expect(text).toContain(`Utskrivet ${longDay}`);
    for (const { stage, count } of own.funnel)
      expect(text).toContain(`${STAGES[stage as keyof typeof STAGES]} ${count} `);
    for (const title of ['Just nu', 'Tid i varje läge', 'Svar i tid', 'Tagna vidare', 'Nytta'])
      expect(text).toContain(title);
    expect(text).toMatch(/Planerat per år 240 /);
    for (const pressed of [
      'Inkorg',
      'Samverkan',
      'Ny idé',
      'Skriv ut',
      'Visa som tabell',
      'Visa idéerna',
      'Se idéerna',
      'Period'
    ])
      expect(text).not.toContain(pressed);
    expect(paper.numPages).toBeLessThanOrEqual(6);
  });

  test('what comes from others is counted as it comes', async () => {
    const own = await counted({ ...daysOf('12-manader', TODAY), unit: unit.id });
    await openAt(`?enhet=${unit.id}`, own);
    const author = await Person.signIn(server.origin, 'medarbetare.' + SPACE);
    await put(author, SPACE, author.idea({ title: unique('Ny'), at: new Date().toISOString(), unit: unit.id }));
    await expect
      .poll(async () => numberIn(await desk.page.locator('section.now .value').first().innerText()), {
        timeout: 15_000
      })
      .toBe(own.now.waiting + 1);
  });

  test('is for those who lead; the coordinator sees the region', async () => {
    const member = await newPerson(server);
    const phone = await BrowserDevice.open(server.origin);
    await phone.signIn(member.username, member.password);
    await phone.goto('/ledning');
    await phone.page.getByRole('heading', { name: 'Bilderna är för den som leder' }).waitFor();
    await phone.goto('/ledning/ideer?tal=waiting');
    await phone.page.getByRole('heading', { name: 'Bilderna är för den som leder' }).waitFor();
    await phone.close();
    const region = await BrowserDevice.open(server.origin);
    await region.signIn('samordnare.fyrbodal');
    await region.goto('/ledning');
    await region.page.getByText('Så går det med idéerna i Fyrbodal.').waitFor();
    await region.page.getByText('Fyrbodal, alla enheter, ').waitFor();
    await region.close();
  });
});
