import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import ICAL from 'ical.js';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Person, PICTURE } from '../contract/person.ts';
import { account, newPerson, type NewPerson, wordOfItsOwn } from './accounts.ts';
import { BrowserDevice, RunningServer } from './harness.ts';
import { commentOn, decisionOn, documentsOf, put, supportOf } from './ideas-made.ts';
import { status } from './screen.ts';

const ALLOWED = 12;

let server: RunningServer;
const devices: BrowserDevice[] = [];

beforeAll(async () => {
  server = await RunningServer.start({ API_REQUESTS_PER_MINUTE: String(ALLOWED) });
});
afterAll(async () => {
  for (const device of devices) await device.close();
  await server.close();
});

async function device(person: NewPerson): Promise<BrowserDevice> {
  const made = await BrowserDevice.open(server.origin, { width: 1280, height: 800 });
  devices.push(made);
  await made.signIn(person.username, person.password);
  await made.ready();
  await synced(made);
  return made;
}

const synced = ({ page }: BrowserDevice): Promise<void> => status(page).getByText('Allt är sparat hos').waitFor();

async function as(roles: string, given?: string): Promise<{ login: NewPerson; person: Person }> {
  const login = await newPerson(server, roles, given);
  return { login, person: await Person.signIn(server.origin, login.username, login.password) };
}

/** The bytes of what a press saves among the downloads. */
async function saved(of: BrowserDevice, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([
    of.page.waitForEvent('download'),
    of.page.getByRole('button', { name: button, exact: true }).click()
  ]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** Saves the page's list in both forms, and reads them with other libraries than those that wrote them. */
async function lists(of: BrowserDevice, label = 'Spara listan som fil') {
  await of.page.getByText(label, { exact: true }).click();
  const csv = await saved(of, 'CSV');
  await of.page.getByText(/^Filen är sparad, med \d+ rad/).waitFor();
  const xlsx = await saved(of, 'Excel');
  const rows = parse<Record<string, string>>(csv.bytes, { bom: true, delimiter: ';', columns: true });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(xlsx.bytes as unknown as ArrayBuffer);
  const [sheet] = book.worksheets;
  const values = (number: number): unknown[] => (sheet!.getRow(number).values as unknown[]).slice(1);
  const headers = values(1) as string[];
  const sheetRows = Array.from({ length: sheet!.rowCount - 1 }, (_, index) => {
    const cells = values(index + 2);
    return Object.fromEntries(headers.map((header, place) => [header, cells[place]]));
  });
  return { csv, xlsx, rows, sheetRows, headers, sheet: sheet! };
}

/** What a cell of a workbook is in a CSV file. */
function asText(cell: unknown): string {
  if (cell === undefined || cell === null) return '';
  if (!(cell instanceof Date)) return String(cell);
  const text = cell.toISOString().replace('T', ' ').slice(0, 19);
  return text.endsWith('00:00:00') ? text.slice(0, 10) : text;
}

describe('lists', () => {
  test('what is searched for leaves as CSV and Excel, without contact, and both say what the page shows', async () => {
    const { login, person } = await as('uddevalla:member', 'Malin');
    const { person: shy } = await as('uddevalla:member', 'Blyg');
    const word = 'ord' + wordOfItsOwn();
    const alias = shy.me.roles.find((role) => role.startsWith('alias:'))!.slice('alias:'.length);
    const at = (minute: number) => `2026-11-20T22:${minute}:07.000Z`;
    const ideas = [
      person.idea({ title: `=HYPERLINK("http://x";"${word}")`, need: 'Första raden\nandra; "raden"', at: at(10) }),
      person.idea({ title: `-5 grader ${word}`, need: '', proposal: 'Åäö é 👵🏽', at: at(20) }),
      shy.idea({ title: `Dold ${word}`, by: alias, hidden: true, at: at(30) })
    ];
    await put(person, 'uddevalla', ideas[0]!, ideas[1]!);
    await put(shy, 'uddevalla', ideas[2]!, supportOf(shy, ideas[0]!._id));

    const desk = await device(login);
    await desk.goto('/ideer?q=' + word);
    await desk.page.getByText(`3 idéer med ”${word}”`).waitFor();
    const shown = await desk.page.getByRole('listitem').getByRole('link').allInnerTexts();
    await desk.offline(true);
    const { csv, xlsx, rows, sheetRows, sheet, headers } = await lists(desk);
    await desk.offline(false);

    expect(csv.name).toMatch(/^Idéer-\d{4}-\d\d-\d\d\.csv$/);
    expect(xlsx.name).toMatch(/\.xlsx$/);
    expect([...csv.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    // A spreadsheet would run it; an apostrophe stands before it, and nothing else has changed.
    const unguarded = rows.map((row): Record<string, string> => ({
      ...row,
      Rubrik: row['Rubrik']!.replace(/^'(?=[=-])/, '')
    }));
    expect(rows.filter(({ Rubrik }) => Rubrik!.startsWith("'"))).toHaveLength(2);
    const titles = unguarded.map(({ Rubrik }) => Rubrik);
    expect(titles.every((title = '-') => shown.some((line) => line.includes(title)))).toBe(true);
    expect([...titles].sort()).toEqual(ideas.map(({ title }) => title as string).sort());
    const of = (index: number) => unguarded.find(({ Id }) => Id === ideas[index]!._id)!;
    expect(of(0)).toMatchObject({
      Behov: 'Första raden\nandra; "raden"',
      Läge: 'Ny',
      'Lämnad av': login.name,
      // Swedish time, the day after by Greenwich.
      Lämnad: '2026-11-20 23:10:07',
      Stöd: '1',
      Kommentarer: '0',
      Kommun: 'Uddevalla'
    });
    expect(of(1)['Förslag']).toBe('Åäö é 👵🏽');
    expect(of(2)['Lämnad av']).toBe('Namnet är dolt');
    for (const secret of [alias, shy.me.id, shy.me.name]) {
      expect(csv.bytes.toString()).not.toContain(secret);
      expect(JSON.stringify(sheetRows)).not.toContain(secret);
    }

    expect(sheetRows.map((row) => Object.fromEntries(headers.map((name) => [name, asText(row[name])])))).toEqual(
      unguarded
    );
    const [first] = sheetRows.filter((row) => row['Id'] === ideas[0]!._id);
    expect(first!['Lämnad']).toEqual(new Date('2026-11-20T23:10:07.000Z'));
    expect(first!['Stöd']).toBe(1);
    sheet.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBeUndefined()));
  });

  test('the board, the inbox, challenges and groups’ tasks leave too, in their own columns', async () => {
    const { login, person } = await as('uddevalla:coach', 'Coach');
    const word = wordOfItsOwn();
    const idea = person.idea({ title: 'Väntar ' + word, at: new Date().toISOString() });
    const parked = person.idea({ title: 'Vilar ' + word, at: new Date().toISOString() });
    const at = new Date().toISOString();
    const by = person.me.id;
    const [group, challenge] = [ulid(), ulid()];
    const task = { v: 1, group: 'group:' + group, by, at };
    await put(person, 'uddevalla', idea, parked, decisionOn(person, parked._id, 'ny', 'vilande'));
    await put(
      person,
      'uddevalla',
      { _id: 'group:' + group, v: 1, by, at, name: 'Grupp ' + word, task: 'Prova' },
      { _id: `grouptask:${group}:${ulid()}`, ...task, title: 'Ring ' + word, assignee: by, due: '2026-12-24' },
      { _id: `grouptask:${group}:${ulid()}`, ...task, title: 'Gjort ' + word, done: { given: true, at } },
      {
        _id: 'challenge:' + challenge,
        v: 1,
        by,
        at,
        title: 'Fråga ' + word,
        text: 'Vad?',
        opens: '2026-11-01',
        closes: '2099-01-01'
      }
    );
    const desk = await device(login);
    const find = async (path: string, title: string, label?: string) => {
      await desk.goto(path);
      await desk.page.getByText(label ?? 'Spara listan som fil', { exact: true }).waitFor();
      const { rows, sheetRows } = await lists(desk, label);
      expect(sheetRows.map((row) => Object.values(row).map(asText))).toEqual(
        rows.map((row) => Object.values(row).map((cell) => cell.replace(/^'(?=[=+@-])/, '')))
      );
      return rows.filter((row) => Object.values(row).some((cell) => cell.includes(title)));
    };
    expect(await find('/tavla', word)).toEqual([
      expect.objectContaining({ Rubrik: 'Väntar ' + word, Läge: 'Ny' }),
      expect.objectContaining({ Rubrik: 'Vilar ' + word, Läge: 'Vilande', 'Senast beslutad av': login.name })
    ]);
    expect(await find('/inkorg', word)).toEqual([
      expect.objectContaining({ Del: 'Att svara', Rubrik: 'Väntar ' + word })
    ]);
    expect(await find('/utmaningar', 'Fråga ' + word)).toEqual([
      expect.objectContaining({ Läge: 'Öppen', Stänger: '2099-01-01', Idéer: '0', 'Frågad av': login.name })
    ]);
    expect(await find('/samverkan', word, 'Spara gruppernas uppgifter som fil')).toEqual([
      expect.objectContaining({
        Uppgift: 'Ring ' + word,
        Vem: login.name,
        'Klart senast': '2026-12-24',
        Läge: 'Att göra'
      }),
      expect.objectContaining({ Uppgift: 'Gjort ' + word, Läge: 'Gjord' })
    ]);
  });
});

test('an idea with everything: on paper, as JSON and as a page, each opened again', async () => {
  const { login, person } = await as('uddevalla:member', 'Karin');
  const { person: shy } = await as('uddevalla:member', 'Tyst');
  const { person: boss } = await as('uddevalla:manager,uddevalla:coach', 'Chef');
  const word = wordOfItsOwn();
  const alias = shy.me.roles.find((role) => role.startsWith('alias:'))!.slice('alias:'.length);
  const idea = shy.idea({
    title: 'Ljus i trappan ' + word,
    need: 'Folk snubblar. '.repeat(150),
    proposal: 'Lampor som tänds',
    by: alias,
    hidden: true,
    at: new Date().toISOString()
  });
  const photo = {
    _id: 'photo:' + ulid(),
    v: 1,
    idea: idea._id,
    by: alias,
    at: idea.at,
    width: 1,
    height: 1,
    _attachments: {
      original: { content_type: 'image/jpeg', data: PICTURE },
      thumbnail: { content_type: 'image/jpeg', data: PICTURE }
    }
  };
  await put(shy, 'uddevalla', idea, photo);
  await put(person, 'uddevalla', commentOn(person, idea._id, 'Hos oss också ' + word), supportOf(person, idea._id));
  const received = decisionOn(boss, idea._id, 'ny', 'mottagen', { reason: 'Läst.' });
  const more = { reason: 'Värt två dagar ' + word, grants: 'tid', hours: 16, follows: [received._id] };
  await put(boss, 'uddevalla', received, decisionOn(boss, idea._id, 'mottagen', 'utvecklas', more));

  const desk = await device(login);
  await desk.goto('/ideer/' + idea._id.slice('idea:'.length));
  await desk.page.getByRole('link', { name: 'Skriv ut eller spara' }).click();
  await desk.page.getByRole('heading', { level: 1, name: 'Skriv ut idén' }).waitFor();
  const sheet = desk.page.locator('article');
  await sheet.getByText('Värt två dagar ' + word).waitFor();
  // The picture comes with the next sync; until it has, the page says so.
  await desk.page.waitForFunction(
    () => (document.querySelector('article img') as HTMLImageElement | null)?.naturalWidth === 1
  );

  const plain = (text: string) => text.replace(/\s+/g, '');
  const shown = plain(await sheet.innerText());
  for (const said of [
    'Idé i Uddevalla',
    'Namnet är dolt',
    'Lampor som tänds',
    'Från Ny till Mottagen',
    'Från Mottagen till Utvecklas',
    '16 timmar',
    '1 person stöder idén',
    'Hos oss också ' + word,
    login.name,
    boss.me.name
  ])
    expect(shown).toContain(plain(said));

  const bytes = await desk.page.pdf({ preferCSSPageSize: true });
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  expect(pdf.numPages).toBeGreaterThan(1);
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const page = await pdf.getPage(index + 1);
      expect(page.view.map(Math.round)).toEqual([0, 0, 595, 842]);
      const { items } = await page.getTextContent();
      return plain(items.map((item) => ('str' in item ? item.str : '')).join(''));
    })
  );
  pages.forEach((text, index) => expect(text).toContain(`${index + 1}(${pdf.numPages})`));
  const numbers = new RegExp(`\\d\\(${pdf.numPages}\\)`, 'g');
  // What is printed is what is on the screen: no menu, no buttons, nothing left out.
  const printed = pages.map((text) => text.replace(numbers, '')).join('');
  expect(printed).toContain(shown.slice(0, 400));
  expect(printed).toContain(shown.slice(-300));
  expect(printed).not.toContain('Inställningar');
  expect(printed).not.toMatch(/Skrivutellersparasom/);

  const json = await saved(desk, 'Spara allt som JSON');
  const file = JSON.parse(json.bytes.toString()) as {
    format: string;
    documents: (Record<string, unknown> & { _id: string })[];
    attachments: { document: string; name: string; type: string; base64: string | null }[];
  };
  expect(file.format).toBe('ideslussen-ide');
  const stored = (
    await Promise.all(
      ['idea', 'comment', 'decision', 'support', 'photo'].map((kind) => documentsOf<object>(person, 'uddevalla', kind))
    )
  ).flat() as (Record<string, unknown> & { _id: string })[];
  const own = stored
    .filter((document) => document._id === idea._id || document['idea'] === idea._id)
    .map(({ _rev, _attachments, ...document }) => document);
  const kinds = (document: { _id: string }) => /^(idea|comment|decision|support|photo):/.test(document._id);
  const byId = (a: { _id: unknown }, b: { _id: unknown }) => (String(a._id) < String(b._id) ? -1 : 1);
  expect(file.documents.filter(kinds).sort(byId)).toEqual(own.sort(byId));
  const people = file.documents.filter(({ _id }) => _id.startsWith('person:')).map(({ name }) => name);
  expect(people.sort()).toEqual([login.name, boss.me.name].sort());
  expect(file.attachments.map(({ name, base64 }) => [name, base64])).toEqual([
    ['original', PICTURE],
    ['thumbnail', PICTURE]
  ]);

  const html = await saved(desk, 'Spara som webbsida');
  const other = await desk.context.newPage();
  await other.setContent(html.bytes.toString());
  expect(plain(await other.locator('article').innerText())).toBe(shown);
  expect(await other.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
  for (const text of [printed, json.bytes.toString(), html.bytes.toString()])
    for (const secret of [shy.me.id, shy.me.name]) expect(plain(text)).not.toContain(plain(secret));
});

test('a calendar subscribes to one’s days, and hears nothing of what they are about', async () => {
  const { login, person } = await as('uddevalla:coach', 'Coach');
  const word = wordOfItsOwn();
  const idea = person.idea({ title: 'Hemligheten ' + word, answerBy: '2031-05-06', at: new Date().toISOString() });
  const [by, at, group] = [person.me.id, new Date().toISOString(), ulid()];
  const when = '2031-05-07T11:30:00.000Z';
  await put(
    person,
    'uddevalla',
    idea,
    { _id: 'group:' + group, v: 1, by, at, name: 'Namnet ' + word, task: '', nextMeeting: { when, place: word, at } },
    { _id: `membership:${group}:${by}`, v: 1, group: 'group:' + group, person: by, by, state: { given: true, at } },
    {
      _id: `grouptask:${group}:${ulid()}`,
      v: 1,
      group: 'group:' + group,
      by,
      at,
      title: 'Ring ' + word,
      assignee: by,
      due: '2031-05-08'
    }
  );
  const desk = await device(login);
  await desk.goto('/installningar');
  await desk.page.getByRole('link', { name: 'Prenumerera i kalendern' }).click();
  await desk.page.getByRole('button', { name: 'Gör en länk' }).click();
  const address = await desk.page.getByLabel('Länk', { exact: true }).inputValue();
  expect(address).toMatch(new RegExp(`^${server.origin}/api/v1/calendar/[\\w-]{43}\\.ics$`));

  const answer = await fetch(address);
  const text = await answer.text();
  expect(text).not.toContain(word);
  const events = new ICAL.Component(ICAL.parse(text) as unknown[])
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));
  const link = (event: ICAL.Event) => String(event.component.getFirstPropertyValue('url'));
  const on = (day: string) => events.filter(({ startDate }) => String(startDate).startsWith(day));
  expect(on('2031-05-06').map((event) => [event.summary, link(event)])).toEqual([
    ['Svara på en idé', `${server.origin}/inkorg?ide=${idea._id.slice('idea:'.length)}`]
  ]);
  const page = `${server.origin}/samverkan/grupp/${group}`;
  expect(on('2031-05-07').map((event) => [event.summary, link(event)])).toEqual([['Möte i en arbetsgrupp', page]]);
  expect(on('2031-05-07')[0]!.startDate.toJSDate().toISOString()).toBe(when);
  expect(on('2031-05-08').map((event) => [event.summary, link(event)])).toEqual([['Gör klart en uppgift', page]]);
  const counted = events
    .map(({ summary }) => /^Svara på (en|\d+) idé/.exec(summary)?.[1])
    .reduce((sum, found) => sum + (found === undefined ? 0 : found === 'en' ? 1 : Number(found)), 0);
  await desk.goto('/inkorg');
  await desk.page.getByRole('heading', { level: 2, name: new RegExp(`^Att svara\\s*${counted}$`) }).waitFor();

  expect((await fetch(address, { headers: { 'if-none-match': answer.headers.get('etag')! } })).status).toBe(304);
  await desk.goto('/installningar/kalender');
  await desk.page.getByRole('button', { name: 'Ta bort länken' }).click();
  await desk.page.getByText('Länken är borttagen.').waitFor();
  expect((await fetch(address)).status).toBe(404);
});

test('the day an author is promised goes to their calendar as a file, without contact', async () => {
  const { login, person } = await as('uddevalla:member', 'Egen');
  const title = 'Egen idé ' + wordOfItsOwn();
  const idea = person.idea({ title, answerBy: '2031-05-06', at: new Date().toISOString() });
  await put(person, 'uddevalla', idea);
  const phone = await device(login);
  await phone.goto('/ideer/' + idea._id.slice('idea:'.length));
  await phone.page.getByRole('heading', { level: 1, name: title }).waitFor();
  await phone.offline(true);
  const file = await saved(phone, 'Lägg dagen i kalendern');
  await phone.offline(false);
  const [event] = new ICAL.Component(ICAL.parse(file.bytes.toString()) as unknown[]).getAllSubcomponents('vevent');
  const { summary, startDate } = new ICAL.Event(event!);
  expect([file.name, summary, String(startDate), startDate.isDate]).toEqual([
    'senast-2031-05-06.ics',
    'Svar senast: ' + title,
    '2031-05-06',
    true
  ]);
});

describe('a system reads', () => {
  const read = (secret: string, path: string) =>
    fetch(server.origin + '/api/v1' + path, { headers: { authorization: 'Bearer ' + secret } });
  const said = async (answer: Response) => [answer.status, ((await answer.json()) as { error?: string }).error];

  test('with a key that the administrator makes in the app, until it is revoked there', async () => {
    const { login } = await as('vanersborg:admin', 'Admin');
    const desk = await device(login);
    await desk.goto('/installningar');
    await desk.page.getByRole('link', { name: 'Nycklar för andra system' }).click();
    const name = 'BI ' + wordOfItsOwn();
    await desk.page.getByRole('button', { name: 'Skapa nyckel' }).click();
    await desk.page.getByText('Skriv vilket system nyckeln är till.').waitFor();
    await desk.page.getByLabel('Vilket system?').fill(name + ' 19121212-1212');
    await desk.page.getByRole('button', { name: 'Skapa nyckel' }).click();
    await desk.page.getByText('Skriv bara vilket system det är.').waitFor();
    expect(await desk.page.getByLabel('Vilket system?').inputValue()).toContain(name);
    await desk.page.getByLabel('Vilket system?').fill(name);
    await desk.page.getByRole('button', { name: 'Skapa nyckel' }).click();
    const secret = await desk.page.getByLabel('Nyckel', { exact: true }).inputValue();

    const answer = await read(secret, '/ideas?limit=500');
    const { data, next } = (await answer.json()) as { data: { mergedInto: string | null }[]; next: string | null };
    expect([answer.status, next]).toEqual([200, null]);
    await desk.goto('/tavla');
    const onBoard = async () =>
      (await desk.page.getByLabel('Läge').locator('option').allInnerTexts()).reduce(
        (sum, text) => sum + Number(/\((\d+)\)$/.exec(text)?.[1] ?? 0),
        0
      );
    await expect.poll(onBoard).toBe(data.length);
    expect(data.length).toBeGreaterThan(0);

    await desk.goto('/installningar/system');
    await desk.page.getByText('Användes senast').first().waitFor();
    expect(await desk.page.getByLabel('Nyckel', { exact: true }).count()).toBe(0);
    await desk.page.getByRole('button', { name: `Återkalla nyckeln ${name}` }).click();
    await desk.page.getByRole('dialog').getByRole('button', { name: 'Återkalla', exact: true }).click();
    await desk.page.getByText(`Nyckeln ${name} är återkallad.`).waitFor();
    expect(await said(await read(secret, '/ideas'))).toEqual([401, 'revoked-token']);

    await desk.offline(true);
    await desk.page.getByLabel('Vilket system?').fill('Utan nät');
    await desk.page.getByRole('button', { name: 'Skapa nyckel' }).click();
    await desk.page.getByText('Det går bara när det finns kontakt').waitFor();
    expect(await desk.page.getByLabel('Vilket system?').inputValue()).toBe('Utan nät');
    await desk.offline(false);
  });

  test('with a key from the command line; a wrong one, and one too many requests, are refused with a reason', async () => {
    const told = await account(server, 'token', 'add', 'uddevalla', 'Kommandorad', '--expires', '2031-01-01');
    const secret = /Nyckel: (\S+)/.exec(told)![1]!;
    expect(await said(await read(secret.slice(0, -3) + 'xyz', '/ideas'))).toEqual([401, 'unknown-token']);
    for (let index = 0; index < ALLOWED; index++) expect((await read(secret, '/units')).status).toBe(200);
    const refused = await read(secret, '/units');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await said(refused)).toEqual([429, 'too-many-requests']);

    const id = secret.split('_')[1]!;
    expect(await account(server, 'token', 'list', 'uddevalla')).toContain(id);
    await account(server, 'token', 'revoke', id);
    expect(await said(await read(secret, '/units'))).toEqual([401, 'revoked-token']);
  });

  test('whoever is no administrator is told who is, and members see no way there', async () => {
    const { login } = await as('uddevalla:member');
    const phone = await device(login);
    await phone.goto('/installningar/system');
    await phone.page.getByText('Kommunens administratör sköter nycklarna.').waitFor();
    await phone.goto('/installningar');
    await phone.page.getByRole('link', { name: 'Prenumerera i kalendern' }).waitFor();
    expect(await phone.page.getByRole('link', { name: 'Nycklar för andra system' }).count()).toBe(0);
  });
});
