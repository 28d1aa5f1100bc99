import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Person } from '../contract/person.ts';
import { BrowserDevice, RunningServer } from './harness.ts';
import { testPicture } from './pictures.ts';
import { allSent, capture, comment, confirmed, openIdea, save, unique } from './steps.ts';

let server: RunningServer;
const devices: BrowserDevice[] = [];

async function signedIn(username: string): Promise<BrowserDevice> {
  const device = await BrowserDevice.open(server.origin);
  devices.push(device);
  await device.signIn(username);
  return device;
}

beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(async () => {
  for (const device of devices) await device.close();
  await server.close();
});

const STOPPED = 'Här står något som ser ut som ett personnummer.';

/** Waits for the explanation, and says what is marked, what is selected and what stands in the field. */
async function stopped({ page }: BrowserDevice, label: string) {
  const field = page.getByLabel(label, { exact: true });
  await page.getByText(STOPPED).waitFor();
  await page.locator('mark').waitFor();
  return {
    marked: await page.locator('mark').textContent(),
    selected: await field.evaluate((element) => {
      const { value, selectionStart, selectionEnd } = element as HTMLInputElement;
      return document.activeElement === element ? value.slice(selectionStart!, selectionEnd!) : 'no focus';
    }),
    words: await field.inputValue(),
    isInvalid: await field.getAttribute('aria-invalid')
  };
}

// Skatteverket's published test numbers; never real people's.
describe('personal identity numbers', () => {
  test('Ny idé stops every way of writing one, in every field, marks where and keeps the words', async () => {
    const phone = await signedIn('medarbetare.uddevalla');
    const { page } = phone;
    await phone.goto('/ny');
    const ways: [string, string, string][] = [
      ['Rubrik', 'Larmet hos 19900101-2385 tystnar', '19900101-2385'],
      ['Rubrik', 'Larmet hos 900101 2385', '900101 2385'],
      ['Behov', 'Brukaren (pnr199001012385) ringer varje kväll.', '199001012385'],
      ['Behov', 'Hon har 9 0 0 1 0 1 2 3 8 5 som nummer', '9 0 0 1 0 1 2 3 8 5'],
      ['Behov', 'Numret är 900101-\n2385', '900101-\n2385'],
      ['Behov', 'Samordningsnummer 701063-2391 hos oss', '701063-2391'],
      ['Förslag', 'Skriv 900101+2385 på dörren', '900101+2385'],
      ['Förslag', 'Skriv 900101–2385 på dörren', '900101–2385'],
      ['Förslag', 'Skriv 1990.01.01.2385 på dörren', '1990.01.01.2385']
    ];
    for (const [label, text, number] of ways) {
      await page.getByLabel(label, { exact: true }).fill(text);
      await page.getByRole('button', { name: 'Spara', exact: true }).click();
      await expect(stopped(phone, label)).resolves.toEqual({
        marked: number,
        selected: number,
        words: text,
        isInvalid: 'true'
      });
      await page.getByLabel(label, { exact: true }).fill('');
      await page.getByText(STOPPED).waitFor({ state: 'hidden' });
    }

    await page.getByLabel('Behov').fill('Vi ringer 0522-69 60 00 klockan 2026-11-23 och får inget svar');
    await save(phone);
  });

  test('a number is pointed out while one writes, before Spara', async () => {
    const { page } = await signedIn('medarbetare2.uddevalla');
    await page.goto(server.origin + '/ny');
    await page.getByLabel('Behov').pressSequentially('Rummet för 900101-2385 är kallt');
    await page.getByText('Ett ställe ser ut som ett personnummer').waitFor();
    await expect(page.getByText(STOPPED).count()).resolves.toBe(0);
    await page.getByRole('button', { name: 'Visa i texten: 900101-2385' }).click();
    await page.keyboard.type('en brukare');
    await page.getByText('Ett ställe ser ut som ett personnummer').waitFor({ state: 'hidden' });
    await expect(page.getByLabel('Behov').inputValue()).resolves.toBe('Rummet för en brukare är kallt');
  });

  test('nor does one pass in a comment, an edit or a name', async () => {
    const phone = await signedIn('medarbetare.trollhattan');
    const { page } = phone;
    const title = unique('Skyltar som går att läsa');
    await capture(phone, { title, need: 'De är för små.' });

    await openIdea(phone, title);
    const question = 'Fråga 701063-2391 hur det är';
    await page.getByLabel('Skriv en kommentar').fill(question);
    await page.getByRole('button', { name: 'Kommentera' }).click();
    await page.getByText(STOPPED).waitFor();
    await expect(page.locator('mark').textContent()).resolves.toBe('701063-2391');
    await expect(page.getByLabel('Skriv en kommentar').inputValue()).resolves.toBe(question);
    await page.getByText('Ingen har kommenterat än.').waitFor();
    await page.getByLabel('Skriv en kommentar').fill('');

    await page.getByRole('link', { name: 'Ändra' }).click();
    for (const label of ['Rubrik', 'Behov', 'Förslag']) {
      const before = await page.getByLabel(label, { exact: true }).inputValue();
      await page.getByLabel(label, { exact: true }).fill('Hos 900101-2385');
      await page.getByRole('button', { name: 'Spara', exact: true }).click();
      await page.getByText(STOPPED).waitFor();
      await expect(page.locator('mark').textContent()).resolves.toBe('900101-2385');
      await expect(page.getByLabel(label, { exact: true }).inputValue()).resolves.toBe('Hos 900101-2385');
      await page.getByLabel(label, { exact: true }).fill(before);
    }
    await page.getByRole('button', { name: 'Avbryt' }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();

    await phone.goto('/installningar');
    await page.getByLabel('Namn som visas').fill('Fatima 900101-2385');
    await page.getByRole('button', { name: 'Byt namn' }).click();
    await page.getByText(STOPPED).waitFor();
    await expect(page.getByLabel('Namn som visas').inputValue()).resolves.toBe('Fatima 900101-2385');

    await allSent(phone);
    const { body } = await (
      await Person.signIn(server.origin, 'coach.trollhattan')
    ).get('/db/trollhattan/_all_docs?include_docs=true');
    const stored = JSON.stringify(body);
    expect(stored).toContain(title);
    expect(stored).not.toContain('900101-2385');
    expect(stored).not.toContain('701063-2391');
  });

  test('the server refuses the same in every space, whoever sends it', async () => {
    const coach = await Person.signIn(server.origin, 'coach.uddevalla');
    const number = 'Hos 900101 2385 idag';
    expect(coach.me.spaces.length).toBeGreaterThanOrEqual(4);
    for (const space of coach.me.spaces) {
      const { body } = await coach.get(`/db/${space}/_all_docs?keys=["person:${coach.me.id}"]`);
      const rev = body.rows[0].value?.rev as string | undefined;
      const person = { _id: 'person:' + coach.me.id, v: 1, name: number, ...(rev === undefined ? {} : { _rev: rev }) };
      const { status, body: said } = await coach.ask('PUT', `/db/${space}/person:${coach.me.id}`, person);
      expect([space, status, said]).toEqual([space, 403, { error: 'forbidden', reason: 'personal-number name' }]);
    }

    const idea = coach.idea({ title: unique('Här att kommentera') });
    expect((await coach.bulk('uddevalla', [idea])).body[0].ok).toBe(true);
    const answer = { _id: `comment:${idea._id.slice(5)}:${coach.me.id}`, v: 1, idea: idea._id, by: coach.me.id };
    const refused = [
      coach.idea({ title: number }),
      coach.idea({ need: number }),
      coach.idea({ proposal: number }),
      { ...answer, at: idea.at, text: number }
    ];
    for (const more of [{}, { new_edits: false }]) {
      const docs = refused.map((document) =>
        'new_edits' in more ? { ...document, _rev: '1-' + 'a'.repeat(32) } : document
      );
      const { body } = await coach.bulk('uddevalla', docs, more);
      expect(body.map((row: { reason: string }) => row.reason)).toEqual([
        'personal-number title',
        'personal-number need',
        'personal-number proposal',
        'personal-number text'
      ]);
    }
  });
});

describe('a hidden name', () => {
  test('colleagues and coaches see that it is hidden, nothing stored tells whose it is, answers arrive', async () => {
    const author = await Person.signIn(server.origin, 'medarbetare.vanersborg');
    const alias = author.me.roles.find((role) => role.startsWith('alias:'))!.slice('alias:'.length);

    const phone = await signedIn('medarbetare.vanersborg');
    const { page } = phone;
    const title = unique('Det jag inte vågade säga på mötet');
    await phone.goto('/ny');
    await page.getByLabel('Rubrik').fill(title);
    await page.getByLabel('Behov').fill('Vi hinner inte dokumentera.');
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(testPicture({ exif: true }));
    await page.getByRole('img', { name: /Bild 1/ }).waitFor();
    await page.getByLabel('Visa inte mitt namn för kollegor').check();
    await page.getByText('Ditt namn är dolt för kollegor. Det är inte hemligt.').waitFor();
    await save(phone);
    await confirmed(phone);

    await openIdea(phone, title);
    await page.getByText('Du, med dolt namn').first().waitFor();
    await page.getByText('Du svarar med dolt namn, precis som i idén.').waitFor();
    await comment(phone, 'Det gäller helgerna mest.');
    await page.getByRole('link', { name: 'Ändra' }).click();
    await page.getByLabel('Förslag').fill('En kvart mer per pass.');
    await page.getByRole('button', { name: 'Spara', exact: true }).click();
    await page.getByText('En kvart mer per pass.').waitFor();
    await allSent(phone);

    for (const username of ['medarbetare2.vanersborg', 'coach.vanersborg']) {
      const other = await signedIn(username);
      await openIdea(other, title);
      await other.page.getByText('Namnet är dolt').first().waitFor();
      await other.page.getByText('Det gäller helgerna mest.').waitFor();
      await other.page.getByText('En kvart mer per pass.').waitFor();
      const all = await other.page.getByRole('main').innerText();
      expect(all).not.toContain(author.me.name);
      expect(all).not.toContain(author.me.username);
      if (!username.startsWith('coach')) continue;
      await comment(other, 'Tack, det tar jag vidare på måndag.');
      await allSent(other);
    }

    for (const username of ['medarbetare2', 'coach', 'chef', 'ledning', 'admin']) {
      const reader = await Person.signIn(server.origin, username + '.vanersborg');
      let found = 0;
      for (const space of reader.me.spaces) {
        const { body } = await reader.get(`/db/${space}/_changes?include_docs=true&style=all_docs&conflicts=true`);
        for (const { doc } of body.results as { doc: unknown }[]) {
          const text = JSON.stringify(doc);
          if (!text.includes(alias)) continue;
          found += 1;
          for (const trace of [author.me.id, author.me.username, author.me.name]) expect(text).not.toContain(trace);
        }
      }
      // The idea, its photo and the author's own comment.
      expect(found).toBeGreaterThanOrEqual(3);
      for (const path of ['/auth/me', '/sync', ...reader.me.spaces.map((space) => '/db/' + space)])
        expect([path, JSON.stringify((await reader.get(path)).body).includes(alias)]).toEqual([path, false]);
    }

    await openIdea(phone, title);
    await page.getByText('Tack, det tar jag vidare på måndag.').waitFor();
    await phone.goto('/');
    await page.getByRole('region', { name: 'Mina idéer' }).getByRole('link', { name: title }).waitFor();
  });
});
