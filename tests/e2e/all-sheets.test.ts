import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUILT_IN } from '#lib/domain/methods/builtin.ts';
import { say } from '#lib/domain/methods/template-format.ts';
import { Person } from '../contract/person.ts';
import { newPerson, wordOfItsOwn } from './accounts.ts';
import { expectSheet, fillSheet } from './fill-sheet.ts';
import { BrowserDevice, RunningServer } from './harness.ts';
import { put } from './ideas-made.ts';
import { allSent } from './steps.ts';

// Every worksheet that comes with the app: opened, filled in in every field, left, opened again, and read on paper.

const SHEETS = Object.entries(BUILT_IN).map(([template, content]) => ({
  template,
  content,
  id: ulid(),
  name: say(content.name, 'sv'),
  mark: wordOfItsOwn()
}));

let server: RunningServer;
let device: BrowserDevice;

beforeAll(async () => {
  server = await RunningServer.start();
  const { username, password } = await newPerson(server);
  const me = await Person.signIn(server.origin, username, password);
  const { id: by } = me.me;
  const at = new Date().toISOString();
  const work = 'case:' + ulid();
  await put(
    me,
    'uddevalla',
    { _id: work, v: 1, by, at, name: 'Alla bladen', aim: '', members: [by] },
    ...SHEETS.map(({ template, id, name }) => ({ _id: 'worksheet:' + id, v: 1, case: work, by, at, template, name }))
  );
  device = await BrowserDevice.open(server.origin, { width: 1180, height: 820 });
  await device.signIn(username, password);
  await device.ready();
  await allSent(device);
  // What is on the device is enough.
  await device.offline(true);
});
afterAll(async () => {
  await device.close();
  await server.close();
});

/** Waits until these words are saved, and not in a draft or a field alone: those are on nobody's paper. */
async function saved(words: readonly string[]): Promise<void> {
  const missing = (): Promise<readonly string[]> =>
    device.page.evaluate(async (wanted) => {
      const done = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error!);
        });
      const name = (await indexedDB.databases()).find((each) => each.name!.startsWith('ideslussen-'))!.name!;
      const database = await done(indexedDB.open(name));
      const all = JSON.stringify(await done(database.transaction('entry').objectStore('entry').getAll()));
      database.close();
      return wanted.filter((each) => !all.includes(JSON.stringify(each)));
    }, words);
  await expect.poll(missing).toEqual([]);
}

/** The words on the pages of the paper, without the blanks. */
async function onPaper(): Promise<string> {
  const bytes = await device.page.pdf({ preferCSSPageSize: true });
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const { items } = await (await pdf.getPage(index + 1)).getTextContent();
      return items.map((item) => ('str' in item ? item.str : '')).join('');
    })
  );
  return pages.join('').replace(/\s/g, '');
}

describe.each(SHEETS)('$name', ({ content, id, name, mark }) => {
  test('keeps what is written in every field, and has it on paper', async () => {
    const { page } = device;
    await device.goto('/metod/blad/' + id);
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    const written = await fillSheet(page, content, mark);
    expect(new Set(written.map(({ section }) => section.id))).toEqual(new Set(content.sections.map((each) => each.id)));
    await page.reload();
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    await expectSheet(page, content, written);
    const said = written.filter(({ field }) => ['text', 'long', 'role'].includes(field.type)).map(({ value }) => value);
    await saved(said);
    await device.goto(`/metod/blad/${id}/skriv-ut`);
    await page.getByText(mark).first().waitFor();
    const paper = await onPaper();
    for (const value of said) expect(paper).toContain(value.replace(/\s/g, ''));
  });
});

test('no page complained', () => {
  expect(device.complaints).toEqual([]);
});
