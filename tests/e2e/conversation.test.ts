import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Person } from '../contract/person.ts';
import { newPerson, type NewPerson } from './accounts.ts';
import { bringAxe, violations } from './axe.ts';
import { BrowserDevice, RunningServer } from './harness.ts';
import { allSent, capture, comment, confirmed, openIdea, unique } from './steps.ts';

let server: RunningServer;
let anna: NewPerson;
let bo: NewPerson;
const devices: BrowserDevice[] = [];

async function deviceOf({ username, password }: NewPerson, width = 360, height = 740): Promise<BrowserDevice> {
  const device = await BrowserDevice.open(server.origin, { width, height });
  devices.push(device);
  await bringAxe(device.context);
  await device.signIn(username, password);
  await device.ready();
  return device;
}

beforeAll(async () => {
  server = await RunningServer.start();
  anna = await newPerson(server, 'uddevalla:member', 'Anna');
  bo = await newPerson(server, 'uddevalla:member', 'Bo');
});
afterAll(async () => {
  for (const device of devices) await device.close();
  await server.close();
});

const button = ({ page }: BrowserDevice, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const field = ({ page }: BrowserDevice) => page.getByLabel('Skriv en kommentar');
const item = ({ page }: BrowserDevice, text: string) => page.getByRole('listitem').filter({ hasText: text }).last();

/** An idea that Anna has left and Bo can read; both have it open. */
async function sharedIdea(first: BrowserDevice, second: BrowserDevice, what: string): Promise<string> {
  const title = unique(what);
  await capture(first, { title });
  await confirmed(first);
  await openIdea(second, title);
  await openIdea(first, title);
  return title;
}

describe('two people talk about an idea', () => {
  test('a colleague is mentioned by keyboard, and the id is what is kept', async () => {
    const annas = await deviceOf(anna);
    const bos = await deviceOf(bo, 820, 1180);
    await sharedIdea(annas, bos, 'Omnämnd');
    await field(annas).pressSequentially('Vad säger @Bo ' + bo.name.split(' ')[1]!.slice(0, 3));
    const list = annas.page.getByRole('listbox', { name: 'Kollegor att nämna' });
    await list.getByRole('option', { name: bo.name }).waitFor();
    const active = await field(annas).getAttribute('aria-activedescendant');
    expect(await annas.page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true');
    expect(await violations(annas.page)).toEqual([]);
    await annas.page.keyboard.press('Enter');
    await list.waitFor({ state: 'hidden' });
    await annas.page.keyboard.type('om det?');
    expect(await field(annas).inputValue()).toBe(`Vad säger @${bo.name} om det?`);
    await button(annas, 'Kommentera').click();
    await item(annas, `@${bo.name}`).waitFor();
    await allSent(annas);
    // Bo is spoken to as Bo reads of himself, and no name stands in the document.
    await bos.page.getByText('Vad säger @Du om det?').waitFor();
    const me = await Person.signIn(server.origin, anna.username, anna.password);
    const { body } = await me.get('/db/uddevalla/_changes?since=0&include_docs=true&limit=10000');
    const docs = (body.results as { doc: { text?: string; mentions?: string[] } }[]).map((row) => row.doc);
    const said = docs.find((doc) => doc.text?.startsWith('Vad säger') === true && doc.text.endsWith('om det?'))!;
    expect(said.text).not.toContain('Bo ');
    expect(said.mentions).toHaveLength(1);
  });

  test('points for and against stand by themselves, and an answer from the municipality stands out', async () => {
    const [annas, bos] = devices as [BrowserDevice, BrowserDevice];
    await sharedIdea(annas, bos, 'Skäl');
    for (const [side, text] of [
      ['För', 'Det går fortare.'],
      ['Emot', 'Det kostar mer.']
    ] as const) {
      await bos.page.getByRole('radio', { name: side }).check({ force: true });
      await field(bos).fill(text);
      await button(bos, 'Kommentera').click();
      await item(bos, text).waitFor();
    }
    await comment(bos, 'En vanlig kommentar.');
    await bos.page.getByRole('heading', { name: 'För (1)' }).waitFor();
    await bos.page.getByRole('heading', { name: 'Emot (1)' }).waitFor();
    const [left, right] = await Promise.all(
      ['För (1)', 'Emot (1)'].map((name) => bos.page.getByRole('heading', { name }).boundingBox())
    );
    expect(left!.y).toBe(right!.y);
    await button(bos, /^Ändra din kommentar/)
      .first()
      .click();
    expect(await violations(bos.page)).toEqual([]);
    await button(bos, 'Avbryt').click();
    await annas.page.getByRole('heading', { name: 'Emot (1)' }).waitFor();
    const [above, below] = await Promise.all(
      ['För (1)', 'Emot (1)'].map((name) => annas.page.getByRole('heading', { name }).boundingBox())
    );
    expect(above!.x).toBe(below!.x);
    expect(below!.y).toBeGreaterThan(above!.y);
    const coach = await Person.signIn(server.origin, 'coach.uddevalla');
    const idea = 'idea:' + new URL(annas.page.url()).pathname.split('/').pop()!;
    await coach.bulk('uddevalla', [
      {
        _id: `comment:${idea.slice(5)}:${idea.slice(5)}`,
        v: 1,
        idea,
        by: coach.me.id,
        at: new Date().toISOString(),
        text: 'Vi provar i maj.',
        answer: true
      }
    ]);
    await item(annas, 'Vi provar i maj.').getByText('Svar från kommunen').waitFor();
  });

  test('what was said is changed without contact, and others see that it was and what it said before', async () => {
    const [annas, bos] = devices as [BrowserDevice, BrowserDevice];
    const title = await sharedIdea(annas, bos, 'Ändrad');
    await comment(bos, 'Vi har en nyckel.');
    await allSent(bos);
    await bos.offline(true);
    await openIdea(bos, title);
    await button(bos, /^Ändra din kommentar/).click();
    const editor = bos.page.getByLabel('Ändra din kommentar', { exact: true });
    await editor.fill('Ring 900101-2385 om nyckeln.');
    await button(bos, 'Spara').click();
    await bos.page.getByText('Här står något som ser ut som ett personnummer.').waitFor();
    expect(await editor.inputValue()).toBe('Ring 900101-2385 om nyckeln.');
    // Written and not saved: there after a reload.
    await editor.fill('Vi har två nycklar.');
    await bos.page.waitForTimeout(300);
    await bos.page.reload();
    await expect.poll(() => editor.inputValue()).toBe('Vi har två nycklar.');
    await button(bos, 'Spara').click();
    await item(bos, 'Vi har två nycklar.').getByText('Ändringen är sparad på enheten.').waitFor();
    await bos.offline(false);
    await allSent(bos);
    const seen = item(annas, 'Vi har två nycklar.');
    await seen.getByText(/^Ändrad /).waitFor();
    await seen.getByText('Visa vad som stod före').click();
    await seen.getByText('Vi har en nyckel.').waitFor();
  });

  test('what was taken back can stand again', async () => {
    const [annas, bos] = devices as [BrowserDevice, BrowserDevice];
    await sharedIdea(annas, bos, 'Tillbaka');
    await comment(annas, 'Det här ångrar jag.');
    await bos.page.getByText('Det här ångrar jag.').waitFor();
    await button(annas, /^Ta tillbaka din kommentar/).click();
    await bos.page.getByText('Kommentaren är tillbakatagen').waitFor();
    expect(await bos.page.getByText('Det här ångrar jag.').count()).toBe(0);
    expect(await button(bos, /^Ångra/).count()).toBe(0);
    const undo = button(annas, /^Ångra/);
    await undo.waitFor();
    await expect.poll(() => undo.evaluate((element) => element === document.activeElement)).toBe(true);
    await annas.page.keyboard.press('Enter');
    await bos.page.getByText('Det här ångrar jag.').waitFor();
  });

  test('who comments follows anyway; anybody else may follow, and stop', async () => {
    const [annas, bos] = devices as [BrowserDevice, BrowserDevice];
    const title = await sharedIdea(annas, bos, 'Följd');
    await annas.page.getByText('Du följer idén eftersom den är din.').waitFor();
    await bos.offline(true);
    await button(bos, 'Följ idén').click();
    await bos.page.getByText('Du följer idén.', { exact: true }).waitFor();
    await bos.page.reload();
    await bos.page.getByText('Du följer idén.', { exact: true }).waitFor();
    await bos.offline(false);
    await allSent(bos);
    await bos.goto('/');
    await bos.page.getByRole('region', { name: 'Idéer du följer' }).getByRole('link', { name: title }).waitFor();
    await openIdea(bos, title);
    await button(bos, 'Följ idén').click();
    await bos.page.getByText('Du följer idén.', { exact: true }).waitFor({ state: 'hidden' });
    await comment(bos, 'Nu är jag med.');
    await bos.page.getByText('Du följer idén eftersom du har kommenterat den.').waitFor();
  });

  test('a co-author is let in by name, writes, and goes', async () => {
    const [annas, bos] = devices as [BrowserDevice, BrowserDevice];
    const title = await sharedIdea(annas, bos, 'Tillsammans');
    expect(await bos.page.getByRole('link', { name: 'Ändra', exact: true }).count()).toBe(0);
    await annas.offline(true);
    await button(annas, 'Lägg till en medförfattare').click();
    await button(annas, 'Lägg till').click();
    await annas.page.getByText('Välj någon i listan.').waitFor();
    const name = annas.page.getByRole('combobox', { name: 'Kollegans namn' });
    await name.pressSequentially(bo.name.toLowerCase());
    await annas.page.getByRole('option', { name: bo.name }).waitFor();
    expect(await name.getAttribute('aria-expanded')).toBe('true');
    expect(await violations(annas.page)).toEqual([]);
    await annas.page.keyboard.press('ArrowDown');
    await annas.page.keyboard.press('Enter');
    await button(annas, 'Lägg till').click();
    await annas.page.getByText(`${bo.name} är tillagd.`).waitFor();
    await annas.offline(false);
    await allSent(annas);
    await bos.page.getByText(`${anna.name}, tillsammans med Du`).waitFor();
    await bos.page.getByRole('link', { name: 'Ändra', exact: true }).click();
    await bos.page.getByLabel('Behov').fill('Det Bo vet.');
    await button(bos, 'Spara').click();
    await bos.page.getByText('Det Bo vet.').waitFor();
    await bos.goto('/');
    await bos.page.getByRole('region', { name: 'Mina idéer' }).getByRole('link', { name: title }).waitFor();
    await openIdea(annas, title);
    await annas.page.getByText('Det Bo vet.').waitFor();
    await openIdea(bos, title);
    await button(bos, 'Sluta vara medförfattare').click();
    await bos.page.getByRole('dialog').getByRole('button', { name: 'Sluta vara medförfattare' }).click();
    await bos.page.getByText('Du är inte längre medförfattare.').waitFor();
    await annas.page.getByText(`tillsammans med ${bo.name}`).waitFor({ state: 'hidden' });
    expect(await bos.page.getByRole('link', { name: 'Ändra', exact: true }).count()).toBe(0);
  });

  test('a hidden author is never offered, and is told what a co-author shows', async () => {
    const [annas, bos] = devices as [BrowserDevice, BrowserDevice];
    const title = unique('Dold');
    await annas.goto('/ny');
    await annas.page.getByLabel('Rubrik').fill(title);
    await annas.page.getByLabel('Visa inte mitt namn för kollegor').check();
    await button(annas, 'Spara').click();
    await annas.page.getByRole('heading', { level: 1, name: 'Sparad på enheten' }).waitFor();
    await confirmed(annas);
    await openIdea(bos, title);
    await field(bos).pressSequentially('@Namnet');
    await bos.page.getByText('Ingen med det namnet.').waitFor();
    expect(await bos.page.getByRole('option').count()).toBe(0);
    expect(await bos.page.getByText(anna.name).count()).toBe(0);
    await openIdea(annas, title);
    await button(annas, 'Lägg till en medförfattare').click();
    await annas.page.getByText('Ditt namn är dolt, men en medförfattares namn syns för alla.').waitFor();
  });
});

test('the same comment changed on two devices of one person: nothing is lost, and that person chooses', async () => {
  const [phone] = devices as [BrowserDevice];
  const tablet = await deviceOf(anna, 820, 1180);
  const title = unique('Två enheter');
  await capture(phone, { title });
  await confirmed(phone);
  await openIdea(phone, title);
  await comment(phone, 'Det jag skrev först.');
  await allSent(phone);
  await openIdea(tablet, title);
  await tablet.page.getByText('Det jag skrev först.').waitFor();
  await openIdea(phone, title);
  for (const [device, text] of [
    [phone, 'Det jag skrev på telefonen.'],
    [tablet, 'Det jag skrev på plattan.']
  ] as const) {
    await device.offline(true);
    await button(device, /^Ändra din kommentar/).click();
    await device.page.getByLabel('Ändra din kommentar', { exact: true }).fill(text);
    await button(device, 'Spara').click();
    await item(device, text).getByText('Ändringen är sparad på enheten.').waitFor();
  }
  for (const device of [phone, tablet]) {
    await device.offline(false);
    await allSent(device);
  }
  for (const device of [phone, tablet]) {
    await openIdea(device, title);
    await device.page.getByRole('heading', { name: 'Två versioner' }).waitFor();
    await device.page.getByText('Det jag skrev på telefonen.').first().waitFor();
    await device.page.getByText('Det jag skrev på plattan.').first().waitFor();
  }
  await phone.goto('/');
  await phone.page
    .getByRole('region', { name: 'Väntar på dig' })
    .getByRole('link', { name: 'Två versioner' })
    .first()
    .waitFor();
  await openIdea(phone, title);
  await phone.page.getByRole('heading', { name: 'Två versioner' }).waitFor();
  expect(await violations(phone.page)).toEqual([]);
  await button(phone, 'Foga ihop dem').click();
  const joined = phone.page.getByLabel('Så här ska det stå');
  expect((await joined.inputValue()).split('\n').sort()).toEqual([
    'Det jag skrev på plattan.',
    'Det jag skrev på telefonen.'
  ]);
  await joined.fill('Det jag menar.');
  await button(phone, 'Spara').click();
  await phone.page.getByRole('heading', { name: 'Två versioner' }).waitFor({ state: 'hidden' });
  await allSent(phone);
  await openIdea(tablet, title);
  await tablet.page.getByRole('heading', { name: 'Två versioner' }).waitFor({ state: 'hidden' });
  const seen = item(tablet, 'Det jag menar.');
  await seen.getByText('Visa vad som stod före').click();
  const all = await seen.innerText();
  for (const text of ['Det jag skrev först.', 'Det jag skrev på telefonen.', 'Det jag skrev på plattan.'])
    expect(all).toContain(text);
  expect(devices.flatMap((device) => device.complaints)).toEqual([]);
});

test('somebody who is erased is not named in what others said to them', async () => {
  const cilla = await newPerson(server, 'uddevalla:member', 'Cilla');
  const { me } = await Person.signIn(server.origin, cilla.username, cilla.password);
  const [annas, bos] = devices as [BrowserDevice, BrowserDevice];
  await allSent(annas);
  await sharedIdea(annas, bos, 'Raderad');
  await field(annas).pressSequentially('Tack @' + cilla.name);
  await annas.page.getByRole('option', { name: cilla.name }).click();
  await button(annas, 'Kommentera').click();
  await bos.page.getByText(`@${cilla.name}`).waitFor();
  // By law a person is erased in every space that has a name for them.
  for (const [space, username] of [
    ['uddevalla', 'admin.uddevalla'],
    ['fyrbodal', 'samordnare.fyrbodal']
  ] as const) {
    const eraser = await Person.signIn(server.origin, username);
    const { body } = await eraser.get(`/db/${space}/_changes?since=0&include_docs=true&limit=10000`);
    const stored = (body.results as { id: string; doc: { _rev: string } }[]).find(
      ({ id }) => id === 'person:' + me.id
    )!;
    const erased = await eraser.bulk(space, [{ _id: stored.id, _rev: stored.doc._rev, _deleted: true }]);
    expect(erased.body[0].ok).toBe(true);
  }
  for (const { page } of [annas, bos]) {
    await page.getByText('@Namn saknas').waitFor();
    expect(await page.getByText(cilla.name).count()).toBe(0);
  }
});
