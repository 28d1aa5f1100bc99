import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loneEntryId, slotKey } from '#lib/domain/methods/entry.ts';
import { Person, PICTURE } from '../contract/person.ts';
import { newPerson, wordOfItsOwn } from './accounts.ts';
import { bringAxe, violations } from './axe.ts';
import { BrowserDevice, RunningServer } from './harness.ts';
import { faultsOfLargeText, settled } from './large-text.ts';
import { documentsOf, put } from './ideas-made.ts';
import { status } from './screen.ts';

const A4 = [595, 842];
const A3 = [842, 1191];
const WORD = wordOfItsOwn();
const CASE = ulid();

let server: RunningServer;
let anna: Person;
let desk: BrowserDevice;
const sheets = new Map<string, string>();

/** A day or an hour after another in every document, so that the order is known. */
let minute = 0;
const now = (): string => new Date(Date.UTC(2026, 10, 20, 8, minute++)).toISOString();

/** A worksheet of a template with entries; gives the ids of its rows and cards. */
async function make(
  template: string,
  name: string,
  rows: readonly { readonly slot: string; readonly values: object; readonly zone?: string; readonly more?: object }[],
  alone: Readonly<Record<string, string | number>> = {}
): Promise<string[]> {
  const id = ulid();
  sheets.set(name, id);
  const by = anna.me.id;
  const worksheet = 'worksheet:' + id;
  const keys = rows.map(() => ulid());
  await put(
    anna,
    'uddevalla',
    { _id: worksheet, v: 1, case: 'case:' + CASE, by, at: now(), template, name: `${name} ${WORD}` },
    ...rows.map(({ slot, values, zone, more = {} }, index) => {
      const at = now();
      const place = { ...(zone === undefined ? {} : { zone }), order: 'a' + String(index).padStart(3, '0'), at };
      return { _id: `entry:${id}:${keys[index]!}`, v: 1, worksheet, slot, by, at, values, place, ...more };
    }),
    ...Object.entries(alone).map(([slot, value]) => {
      const at = now();
      const values = { [slot.split('.')[0]!]: value };
      return { _id: loneEntryId(worksheet, slot), v: 1, worksheet, slot, by, at, values, edited: { by, at } };
    })
  );
  return keys;
}

const LONG = 'Undersköterskeutbildningssamordningsansvarig';
const actors = Array.from({ length: 60 }, (_, index) => `${index % 3 === 0 ? LONG : 'Roll'} nr${index}.`);
const steps = Array.from({ length: 9 }, (_, index) => `Händelse nr${index}.`);
const ideas = ['Tystare larm', 'Blinkande larm', 'Inget larm'].map((idea) => `${idea} ${WORD}`);

beforeAll(async () => {
  server = await RunningServer.start();
  const writer = await newPerson(server, 'uddevalla:member', 'Anna');
  anna = await Person.signIn(server.origin, writer.username, writer.password);
  const by = anna.me.id;
  await put(anna, 'uddevalla', {
    _id: 'case:' + CASE,
    v: 1,
    by,
    at: now(),
    name: 'Lugnare nätter ' + WORD,
    aim: 'Färre väcks.',
    members: [by]
  });
  for (const [to, note] of [
    ['undersoka', 'Vi vet för lite.'],
    ['ringa-in', 'Fel fråga.'],
    ['ta-fram-ideer', '']
  ] as const)
    await put(anna, 'uddevalla', {
      _id: `casestep:${CASE}:${ulid()}`,
      v: 1,
      case: 'case:' + CASE,
      by,
      at: now(),
      to,
      ...(note === '' ? {} : { note })
    });
  await make(
    'aktorskarta.1',
    'Ringar',
    actors.map((aktor, index) => ({
      slot: 'karta',
      values: { aktor, ...(index % 4 === 0 ? { behov: 'involvera' } : {}) },
      zone: ['anvandare', 'direkt', 'indirekt'][index % 3]!,
      more: { colour: { name: ['yellow', 'blue', 'pink'][index % 3], at: now() } }
    }))
  );
  await make(
    'anvandarresa.1',
    'Resa',
    steps.map((handelse, index) => ({
      slot: 'resa',
      values: {
        handelse,
        kansla: (index % 5) - 2,
        citat: `”${LONG} sa nej ${index}.”`,
        insikt: `Insikt ${WORD} ${index}.`
      },
      zone: ['fore', 'under', 'efter'][Math.floor(index / 3)]!
    })),
    { 'vems-resa': 'Den som bor här' }
  );
  const dotted = await make(
    'tre-prickar.1',
    'Prickar',
    ideas.map((ide) => ({ slot: 'prickar', values: { ide } })),
    { nytankande: 'Mod' }
  );
  await put(
    anna,
    'uddevalla',
    ...[1, 3].map((count, index) => {
      const [key, at] = [dotted[index]!, now()];
      const [id, entry] = [sheets.get('Prickar')!, `entry:${sheets.get('Prickar')!}:${dotted[index]!}`];
      const given = { anvandarvarde: { count, at }, nytankande: { count: 1, at } };
      return { _id: `dots:${id}:${key}:${by}`, v: 1, worksheet: 'worksheet:' + id, entry, person: by, by, given };
    })
  );
  await make(
    'prioriteringsmatris.1',
    'Matris',
    Array.from({ length: 12 }, (_, index) => ({
      slot: 'matris',
      values: { kort: `Val ${index}.`, motiv: `Motiv ${WORD} ${index}.` },
      more: { place: { x: 800, y: 900, order: 'a' + index, at: now() } }
    }))
  );
  const chain = await make('effektkedja.1', 'Kedja', [
    { slot: 'kedja', values: { led: 'Lugn natt ' + WORD }, zone: 'effekter' },
    { slot: 'risker', values: { risk: '=1+1', atgard: 'Räkna; om' } }
  ]);
  await put(anna, 'uddevalla', {
    _id: `entry:${sheets.get('Kedja')!}:${ulid()}`,
    v: 1,
    worksheet: 'worksheet:' + sheets.get('Kedja')!,
    slot: 'kedja',
    by,
    at: now(),
    values: { led: 'Byta larm ' + WORD },
    place: { zone: 'forandring', order: 'a0', at: now() },
    links: [chain[0]]
  });
  await make('pgsa.1', 'Hjul', [], {
    'p-vad.1': 'Prova blink',
    'data.1': 'Sju av nio',
    'forandringside.2': 'Prova tyst'
  });
  await make('nyttokalkyl.1', 'Kalkyl', [], {
    'timmar.1': 100,
    'timkostnad.1': 400,
    'drift.2': 5000.5,
    'hur-vi-tankte': 'Gissat.'
  });
  await make('dagbok.1', 'Dagbok', [
    { slot: 'dagar', values: { dag: '2026-11-22', rubrik: 'Sedan', text: 'Lugnt.' } },
    { slot: 'dagar', values: { dag: '2026-11-21', rubrik: 'Först', text: 'Två larm.' } }
  ]);
  await make('swot.1', 'Swot', []);
  await make(
    'idekort.1',
    'Idékort',
    [{ slot: 'skiss', values: { streck: 'aaaappaaaapppaapdd', farg: 'blue', bredd: 10 } }],
    { namn: 'Lugna lampan ' + WORD, beskrivning: 'Tänds sakta.' }
  );
  await put(anna, 'uddevalla', {
    _id: `sheetmedia:${sheets.get('Idékort')!}:${ulid()}`,
    v: 1,
    worksheet: 'worksheet:' + sheets.get('Idékort')!,
    entry: slotKey('skiss'),
    by,
    at: now(),
    width: 1,
    height: 1,
    _attachments: {
      original: { content_type: 'image/jpeg', data: PICTURE },
      thumbnail: { content_type: 'image/jpeg', data: PICTURE }
    }
  });

  const reader = await newPerson(server, 'uddevalla:member', 'Bo');
  desk = await BrowserDevice.open(server.origin, { width: 1180, height: 820 });
  await bringAxe(desk.context);
  await desk.signIn(reader.username, reader.password);
  await desk.ready();
  await status(desk.page).getByText('Allt är sparat hos').waitFor();
});
afterAll(async () => {
  await desk?.close();
  await server.close();
});

const plain = (text: string): string => text.replace(/\s+/g, '');

async function open(name: string): Promise<void> {
  await desk.goto(`/metod/blad/${sheets.get(name)!}/skriv-ut`);
  await desk.page.getByRole('heading', { level: 2, name: `${name} ${WORD}` }).waitFor();
}

/** What stands on each printed page, read by another library than the one that printed it. */
async function printed(size?: readonly number[]): Promise<string[]> {
  const bytes = await desk.page.pdf({ preferCSSPageSize: true });
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const page = await pdf.getPage(index + 1);
      if (size !== undefined) expect(page.view.slice(2).map(Math.round)).toEqual(size);
      const { items } = await page.getTextContent();
      return plain(items.map((item) => ('str' in item ? item.str : '')).join(''));
    })
  );
}

async function saved(button: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([
    desk.page.waitForEvent('download'),
    desk.page.getByRole('button', { name: button, exact: true }).click()
  ]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

async function table(): Promise<Record<string, string>[]> {
  await desk.page.getByText('Spara raderna som tabell', { exact: true }).click();
  const { bytes } = await saved('CSV');
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  return parse<Record<string, string>>(bytes, { bom: true, delimiter: ';', columns: true });
}

/** A picture as the browser reads it: its size, and how many colours it has. */
const decoded = (bytes: Buffer) =>
  desk.page.evaluate(async (base64) => {
    const data = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([data], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const pixels = new Uint32Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer);
    const counts = new Map<number, number>();
    for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
    const [most = 0] = [...counts.values()].sort((a, b) => b - a);
    return { width: bitmap.width, height: bitmap.height, colours: counts.size, plain: most / pixels.length };
  }, bytes.toString('base64'));

/** On a phone with letters twice the size, and by night, the page still holds. */
async function holds(): Promise<void> {
  expect(await faultsOfLargeText(desk.page)).toEqual([]);
  await desk.page.emulateMedia({ colorScheme: 'dark' });
  await settled(desk.page);
  expect(await violations(desk.page)).toEqual([]);
  await desk.page.emulateMedia({ colorScheme: 'light' });
  await settled(desk.page);
  await desk.page.setViewportSize({ width: 1180, height: 820 });
  expect(await violations(desk.page)).toEqual([]);
}

describe('a sheet on paper', () => {
  test('sixty cards in rings are all on one page, whole, on a paper large enough; no names but when asked for', async () => {
    await desk.goto(`/metod/blad/${sheets.get('Ringar')!}`);
    await desk.page.locator('summary', { hasText: /^Ut/ }).click();
    await desk.page.getByRole('link', { name: 'Skriv ut eller spara' }).click();
    await desk.page.getByRole('heading', { level: 1, name: 'Skriv ut bladet' }).waitFor();
    await desk.page.getByRole('heading', { level: 2, name: 'Ringar ' + WORD }).waitFor();
    const pages = await printed(A3);
    expect(pages).toHaveLength(1);
    const [page] = pages as [string];
    const heads = ['Ringar ' + WORD, 'Aktörskarta', 'Lugnare nätter ' + WORD, 'Uddevalla', 'Direkt kontakt', '1 (1)'];
    for (const said of [...actors, ...heads]) expect(page).toContain(plain(said));
    expect(page.match(/Involvera/g)).toHaveLength(15);
    for (const screen of ['Inställningar', 'sparasomPDF', 'Visavemsomskrev']) expect(page).not.toContain(screen);
    expect(page).not.toContain(plain(anna.me.name));
    await holds();
    await desk.page.getByLabel('Visa vem som skrev').check();
    const [named] = await printed();
    expect(named!.split(plain(anna.me.name)).length - 1).toBe(60);
    // Somebody has no larger paper: then it is all there, smaller.
    await desk.page.getByRole('radio', { name: 'A4' }).check({ force: true });
    const smaller = await printed(A4);
    for (const said of actors) expect(smaller.join('')).toContain(plain(said));
  });

  test.each([
    [
      'Resa',
      [...A4].reverse(),
      ['Den som bor här', 'Mycket bra', 'Före', 'Efter', ...steps, `”${LONG} sa nej 8.”`, '+2', '−2']
    ],
    ['Prickar', A4, [...ideas, 'Användarvärde', 'Mod', 'Summa']],
    ['Matris', [...A3].reverse(), ['Ansträngning', 'Påverkan', 'Liten', 'Val 11.', `Motiv ${WORD} 11.`]],
    ['Kedja', [...A4].reverse(), ['Lugn natt ' + WORD, 'Byta larm ' + WORD, 'Verksamhetsmål', '=1+1', 'Räkna; om']],
    ['Hjul', [...A4].reverse(), ['Varv 1', 'Varv 2', 'Prova blink', 'Sju av nio', 'Prova tyst', 'Studera']],
    ['Kalkyl', [...A4].reverse(), ['År 3', '40 000', '5 000,5', '34 999,5', 'Gissat.', 'Bär sig från år 1.']],
    ['Dagbok', A4, ['21 november 2026Först', '22 november 2026Sedan', 'Två larm.']],
    ['Swot', [...A4].reverse(), ['Styrkor', 'Svagheter', 'Möjligheter', 'Hot', 'Det som kan hjälpa oss.']],
    ['Idékort', A4, ['Lugna lampan ' + WORD, 'Skiss', 'Tänds sakta.', 'Vem märker av det, och hur?']]
  ])('%s is printed as its form is, with everything on it', async (name, size, words) => {
    await open(name);
    if (name === 'Idékort')
      await desk.page.waitForFunction(() => document.querySelector('article img')?.clientWidth === 1);
    const text = (await printed(size)).join('');
    for (const said of [`${name} ${WORD}`, ...words]) expect(text).toContain(plain(said));
    expect(text).not.toContain(plain(anna.me.name));
  });
});

describe('a sheet as files, without contact', () => {
  test('a picture of each board, twice as fine as the drawing, and not blank', async () => {
    for (const name of ['Ringar', 'Resa', 'Prickar', 'Matris', 'Hjul', 'Kedja', 'Idékort']) {
      await open(name);
      await desk.offline(true);
      const width = await desk.page
        .locator('[data-board] svg')
        .first()
        .evaluate((drawing: SVGSVGElement) => drawing.viewBox.baseVal.width);
      const file = await saved('Bild (PNG)');
      expect(file.name).toMatch(new RegExp(`^${name}-${WORD}.*\\.png$`));
      const picture = await decoded(file.bytes);
      expect(picture.width).toBe(Math.round((width + 64) * 2));
      expect(picture.height).toBeGreaterThan(300);
      expect(picture.colours, name).toBeGreaterThan(20);
      expect(picture.plain, name).toBeLessThan(0.98);
      await desk.page.getByText('Filen är sparad.').waitFor();
      await desk.offline(false);
    }
  });

  test('rows as a table: everything that is written, and nobody’s name but when asked for', async () => {
    await open('Ringar');
    await desk.offline(true);
    const rows = await table();
    expect(rows.map((row) => row['Aktör'])).toEqual(actors);
    expect(rows[1]).toMatchObject({ Plats: 'Direkt kontakt', Färg: 'Blå', 'Vi behöver': '' });
    expect(rows[0]!['Vi behöver']).toBe('Involvera');
    expect(Object.keys(rows[0]!)).not.toContain('Skrivet av');
    await desk.page.getByLabel('Visa vem som skrev').check();
    const { bytes } = await saved('CSV');
    const named = parse<Record<string, string>>(bytes, { bom: true, delimiter: ';', columns: true });
    expect(new Set(named.map((row) => row['Skrivet av']))).toEqual(new Set([anna.me.name]));
    await desk.offline(false);
    await open('Kalkyl');
    expect((await table()).map((row) => [row['År eller varv'], row['Netto (kr)'], row['Så har vi tänkt']])).toEqual([
      ['1', '40000', ''],
      ['2', '-5000,5', ''],
      ['', '', 'Gissat.']
    ]);
    await open('Prickar');
    expect((await table()).map((row) => [row['Idé'], row['Prickar: Användarvärde'], row['Prickar: Mod']])).toEqual(
      ideas.map((ide, index) => [ide, ['1', '3', '0'][index], ['1', '1', '0'][index]])
    );
    await open('Kedja');
    const chain = await table();
    expect(chain.find(({ Led }) => Led === 'Byta larm ' + WORD)!['Leder till']).toBe('Lugn natt ' + WORD);
    expect(chain.find(({ Risk }) => Risk !== '')).toMatchObject({
      Del: 'Risker',
      Risk: "'=1+1",
      'Vad vi gör åt den': 'Räkna; om'
    });
  });

  test('all of it as JSON is what the database holds, with its template, its picture and who wrote it', async () => {
    for (const name of ['Idékort', 'Prickar']) {
      await open(name);
      const { bytes } = await saved('Allt (JSON)');
      const file = JSON.parse(bytes.toString()) as {
        format: string;
        of: string;
        templates: Record<string, { format: number }>;
        documents: { _id: string; name?: string }[];
        attachments: { name: string; base64: string }[];
      };
      expect(file.format).toBe('ideslussen-arbetsblad');
      expect(file.of).toBe('worksheet:' + sheets.get(name)!);
      expect(Object.values(file.templates).map(({ format }) => format)).toEqual([1]);
      const kinds = ['case', 'worksheet', 'entry', 'dots', 'sheetmedia'];
      const stored = (
        await Promise.all(kinds.map((kind) => documentsOf<Record<string, unknown>>(anna, 'uddevalla', kind)))
      )
        .flat()
        .filter(({ _id }) => [CASE, sheets.get(name)!].includes(String(_id).split(':')[1]!))
        .map(({ _rev, _attachments, ...document }) => document);
      const byId = (a: { _id?: unknown }, b: { _id?: unknown }) => (String(a._id) < String(b._id) ? -1 : 1);
      const own = file.documents.filter(({ _id }) => kinds.includes(_id.split(':')[0]!));
      expect(own.sort(byId)).toEqual(stored.sort(byId));
      expect(file.documents.find(({ _id }) => _id.startsWith('person:'))!.name).toBe(anna.me.name);
      if (name !== 'Idékort') continue;
      expect(file.attachments.map((each) => each.name)).toEqual(['original', 'thumbnail']);
      expect(file.attachments[0]!.base64).toBe(PICTURE);
    }
  });
});

test('a summary of the whole work: what was wanted, the way, what was learnt, and what is left', async () => {
  await desk.goto('/metod/arbete/' + CASE);
  await desk.page.locator('summary', { hasText: /^Ut/ }).click();
  await desk.page.getByRole('link', { name: 'Sammanfattning' }).click();
  await desk.page.getByRole('heading', { level: 2, name: 'Lugnare nätter ' + WORD }).waitFor();
  const text = (await printed(A4)).join('');
  for (const said of [
    'Färre väcks.',
    'Arbetet är i steget Ta fram idéer',
    'Vi vet för lite.',
    'Fel fråga.',
    `Insikt ${WORD} 8.`,
    `Ur Resa ${WORD}`,
    `Blinkande larm ${WORD}`,
    'Lugna lampan ' + WORD,
    'och 52 till',
    'Netto efter 3 år: 35 000 kr',
    '4 prickar',
    'Steg ni inte har varit i',
    'Fokusera, Testa idéer, Förverkliga',
    `Swot ${WORD}`,
    `Idékort ${WORD}: För vem?`
  ])
    expect(text).toContain(plain(said));
  // Dots decide the order.
  expect(text.indexOf(plain(ideas[1]!))).toBeLessThan(text.indexOf(plain(ideas[0]!)));
  expect(text).not.toContain(plain(anna.me.name));
  await holds();
  await desk.page.getByLabel('Visa vem som skrev').check();
  await desk.page.getByLabel('Ta med alla blad i sin helhet').check();
  await desk.page.getByRole('heading', { level: 2, name: 'Ringar ' + WORD }).waitFor();
  const whole = (await printed(A4)).join('');
  expect(whole).toContain(plain(anna.me.name));
  for (const said of [...actors, ...steps, 'Räkna; om']) expect(whole).toContain(plain(said));

  const { bytes } = await saved('Allt (JSON)');
  const file = JSON.parse(bytes.toString()) as { format: string; documents: { _id: string }[] };
  expect(file.format).toBe('ideslussen-utvecklingsarbete');
  const ids = file.documents.map(({ _id }) => _id);
  const held = await Promise.all(
    ['casestep', 'worksheet', 'entry', 'dots', 'sheetmedia'].map((kind) =>
      documentsOf<{ _id: string }>(anna, 'uddevalla', kind)
    )
  );
  const mine = held.flat().filter(({ _id }) => [CASE, ...sheets.values()].includes(_id.split(':')[1]!));
  for (const { _id } of mine) expect(ids).toContain(_id);
});

test('no page complained', () => {
  expect(desk.complaints).toEqual([]);
});
