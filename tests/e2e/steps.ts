import { ulid } from 'ulid';
import { type BrowserDevice } from './harness.ts';

/** Words that nobody has written before, whatever the server holds. */
export const unique = (words: string): string => `${words} ${ulid().slice(-8)}`;

interface Words {
  readonly title?: string;
  readonly need?: string;
  readonly proposal?: string;
}

/** Writes in the form that is open, by the fields' names. */
export async function write({ page }: BrowserDevice, { title, need, proposal }: Words): Promise<void> {
  if (title !== undefined) await page.getByLabel('Rubrik').fill(title);
  if (need !== undefined) await page.getByLabel('Behov').fill(need);
  if (proposal !== undefined) await page.getByLabel('Förslag').fill(proposal);
}

/** Presses Spara and waits for the words that say it is on the disk. */
export async function save({ page }: BrowserDevice): Promise<void> {
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Sparad på enheten' }).waitFor();
}

/** Leaves an idea, from Ny idé to Sparad på enheten. */
export async function capture(device: BrowserDevice, words: Words): Promise<void> {
  await device.goto('/ny');
  await write(device, words);
  await save(device);
}

/** Waits, on the page that says Sparad på enheten, until the server has confirmed the idea and all of it. */
export const confirmed = ({ page }: BrowserDevice): Promise<void> =>
  page.getByText('Kommunens server har tagit emot idén.').waitFor();

/** Goes from the list to the idea called `title`, which stands near the top of it. */
export async function openIdea(device: BrowserDevice, title: string): Promise<void> {
  await device.goto('/ideer');
  await device.page.getByRole('link', { name: title }).click();
  await device.page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Chooses in a filter of the list of ideas, which a phone keeps behind a button. */
export async function chooseIn({ page }: BrowserDevice, filter: string, label: string): Promise<void> {
  await page.getByRole('button', { name: /^(Fler f|F)ilter/ }).click();
  await page.getByRole('dialog').getByLabel(filter).selectOption({ label });
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

/** Waits until nothing on this device is unsent. */
export async function allSent(device: BrowserDevice): Promise<void> {
  await device.goto('/synk');
  await device.page.getByRole('button', { name: 'Synka nu' }).click();
  await device.page.getByText('Inget på den här enheten väntar på att skickas.').waitFor();
}

/** Says something about the idea that is open. */
export async function comment({ page }: BrowserDevice, text: string): Promise<void> {
  await page.getByLabel('Skriv en kommentar').fill(text);
  await page.getByRole('button', { name: 'Kommentera' }).click();
  await page.getByText('Kommentaren är sparad på enheten.').waitFor();
}
