import { afterAll, beforeAll, expect, test } from 'vitest';
import { Person } from '../contract/person.ts';
import { newPerson, type NewPerson } from './accounts.ts';
import { BrowserDevice, type DeviceOptions, RunningServer } from './harness.ts';
import { allSent, capture, comment, unique } from './steps.ts';

// One idea, from a stairwell without signal to the decision to introduce it: five people on five
// devices, each of which has contact at another time.

const PEOPLE = {
  author: ['uddevalla:member', 'Amina', { width: 360, height: 740 }],
  colleague: ['uddevalla:member', 'Jonas', { width: 360, height: 740 }],
  coach: ['uddevalla:coach', 'Karin', { width: 1280, height: 800 }],
  manager: ['uddevalla:manager', 'Perolof', { width: 820, height: 1180 }],
  leader: ['uddevalla:leader', 'Eva', { width: 1280, height: 800 }]
} as const satisfies Record<string, readonly [string, string, DeviceOptions]>;
type Who = keyof typeof PEOPLE;

let server: RunningServer;
const accounts = new Map<Who, NewPerson>();
const devices = new Map<Who, BrowserDevice>();

beforeAll(async () => {
  server = await RunningServer.start();
  for (const who of Object.keys(PEOPLE) as Who[]) {
    const [roles, given, options] = PEOPLE[who];
    const account = await newPerson(server, roles, given);
    const device = await BrowserDevice.open(server.origin, options);
    await device.signIn(account.username, account.password);
    await device.ready();
    accounts.set(who, account);
    devices.set(who, device);
  }
  for (const device of devices.values()) await device.offline(true);
});
afterAll(async () => {
  for (const device of devices.values()) await device.close();
  await server.close();
});

/** Somebody comes by the office: what they wrote goes, what others wrote comes, and they are off again. */
async function comesBy(who: Who): Promise<BrowserDevice> {
  const device = devices.get(who)!;
  await device.offline(false);
  await allSent(device);
  await device.offline(true);
  return device;
}

async function open(device: BrowserDevice, title: string): Promise<void> {
  await device.goto('/ideer');
  await device.page.getByRole('link', { name: title }).first().click();
  await device.page.getByRole('heading', { level: 1, name: title }).waitFor();
}

interface Choice {
  readonly step: string;
  readonly reason: string;
  readonly field?: readonly [string, string];
}

async function decide({ page }: BrowserDevice, { step, reason, field }: Choice): Promise<void> {
  await page.getByRole('button', { name: 'Fatta beslut' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: step, exact: true }).check();
  await dialog.getByLabel('Varför?').fill(reason);
  if (field !== undefined) await dialog.getByLabel(field[0]).fill(field[1]);
  await dialog.getByRole('button', { name: 'Spara beslutet' }).click();
  await page.getByText('Beslutet är sparat på enheten.').waitFor();
  await page.locator('aside .meter .word').getByText(step, { exact: true }).waitFor();
}

test('from flight mode to a decision to introduce it, through five people who are never there at once', async () => {
  const title = unique('Nyckelskåp som inte fryser');
  const phone = devices.get('author')!;
  await capture(phone, { title, need: 'Låsen fryser, och den boende väntar på sin frukost.' });
  const promise = await phone.page.getByText(/^Du får svar senast/).innerText();
  await comesBy('author');

  // A colleague finds it, supports it and says why.
  const colleague = await comesBy('colleague');
  await open(colleague, title);
  await colleague.page.getByRole('button', { name: 'Stöd idén' }).click();
  await comment(colleague, 'Det händer hos oss också.');
  await comesBy('colleague');

  // The coach takes it up in the inbox, in the train.
  const coach = await comesBy('coach');
  await coach.goto('/inkorg');
  const row = coach.page.getByRole('button', { name: title });
  await row.click();
  await coach.page.getByRole('button', { name: 'Svara', exact: true }).click();
  await coach.page.getByRole('textbox').last().fill('Tack! Vi bedömer den på torsdag.');
  await coach.page.getByRole('button', { name: 'Spara och ta nästa' }).click();
  await row.waitFor({ state: 'detached' });
  await open(coach, title);
  await coach.page.getByText('Det händer hos oss också.').waitFor();
  await decide(coach, { step: 'Bedöms', reason: 'Många har samma skåp.' });
  await comesBy('coach');

  // The manager gives time, and money to try.
  const manager = await comesBy('manager');
  await open(manager, title);
  await decide(manager, { step: 'Utvecklas', reason: 'Prova på tio skåp.', field: ['Timmar som avsätts', '4'] });
  await decide(manager, { step: 'Testas', reason: 'Smörjning till tio skåp.', field: ['Kronor som avsätts', '2 500'] });
  await comesBy('manager');

  // The leader reads all of it and has it introduced.
  const leader = await comesBy('leader');
  await open(leader, title);
  await leader.page.getByText(/Beslut om pengar, 2\s500\skr/).waitFor();
  await decide(leader, { step: 'Införs', reason: 'Inget skåp frös. Vi gör så i alla områden.' });
  await comesBy('leader');

  // Back in the stairwell the author reads what was promised, answered and decided, and by whom.
  await comesBy('author');
  await open(phone, title);
  const { page } = phone;
  await page.locator('aside .meter .word').getByText('Införs', { exact: true }).waitFor();
  await page.getByText('Inget skåp frös. Vi gör så i alla områden.').first().waitFor();
  await page.getByText('Tack! Vi bedömer den på torsdag.').first().waitFor();
  await page.getByText(/Beslut om tid, 4\stimmar/).waitFor();
  await page.getByText('1 person stöder idén').waitFor();
  for (const who of ['coach', 'manager', 'leader'] as const)
    expect(await page.getByText(accounts.get(who)!.name).count()).toBeGreaterThan(0);
  expect(promise).toMatch(/^Du får svar senast (mån|tis|ons|tors|fre)dag \d+ /);

  // And the server has each of the decisions once, in the order in which they followed each other.
  const reader = await Person.signIn(server.origin, accounts.get('leader')!.username, accounts.get('leader')!.password);
  const { body } = await reader.get('/db/uddevalla/_changes?include_docs=true&limit=2000');
  const idea = body.results.find(({ doc }: { doc: { title?: string } }) => doc.title === title).id as string;
  const made = body.results
    .map(({ doc }: { doc: { _id: string; idea?: string; from: string; to: string; follows: string[] } }) => doc)
    .filter((doc: { _id: string; idea?: string }) => doc._id.startsWith('decision:') && doc.idea === idea);
  const after = new Map<string, { _id: string; to: string }>(
    made.map((each: { _id: string; to: string; follows: string[] }) => [each.follows[0] ?? 'first', each])
  );
  const stages: string[] = [];
  for (let at = after.get('first'); at !== undefined; at = after.get(at._id)) stages.push(at.to);
  expect(stages).toEqual(['bedoms', 'utvecklas', 'testas', 'infors']);
  expect(made).toHaveLength(4);
});
