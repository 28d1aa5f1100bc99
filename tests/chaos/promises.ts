import { Person } from '../contract/person.ts';
import { type BrowserDevice, pause } from '../e2e/harness.ts';
import { testPicture } from '../e2e/pictures.ts';
import { save, unique, write } from '../e2e/steps.ts';

/** An idea that somebody was told is saved. */
export interface Promised {
  readonly title: string;
  readonly hasPicture: boolean;
}

/** Leaves an idea, with a picture where asked for, until the page has said that it is saved. */
export async function promise(device: BrowserDevice, words: string, hasPicture: boolean): Promise<Promised> {
  const title = unique(words);
  await device.goto('/ny');
  await write(device, { title, need: 'Behovet bakom ' + title });
  if (hasPicture) {
    await device.page.locator('input[type=file][multiple]').setInputFiles(testPicture());
    await device.page.getByRole('img', { name: 'Bild 1 till idén' }).waitFor();
  }
  await save(device);
  return { title, hasPicture };
}

interface Stored {
  readonly _id: string;
  readonly title?: string;
  readonly need?: string;
  readonly idea?: string;
  readonly _attachments?: Readonly<Record<string, { readonly length: number }>>;
}

// Where a draft was left, its words may stand before those of the idea that was begun in its place.
/** What of the promised the server does not have once and whole. */
export async function missingOnServer(origin: string, promised: readonly Promised[]): Promise<string[]> {
  const reader = await Person.signIn(origin, 'coach.uddevalla');
  const { body } = await reader.get('/db/uddevalla/_all_docs?include_docs=true');
  const stored = (body.rows as { doc: Stored }[]).map(({ doc }) => doc);
  const missing: string[] = [];
  for (const { title, hasPicture } of promised) {
    const ideas = stored.filter(
      (document) => document._id.startsWith('idea:') && document.title?.includes(title) === true
    );
    if (ideas.length !== 1) missing.push(`${title}: ${ideas.length} of it`);
    else if (ideas[0]!.need?.includes('Behovet bakom ' + title) !== true) missing.push(`${title}: other words`);
    else if (hasPicture) {
      const photo = stored.find((document) => document._id.startsWith('photo:') && document.idea === ideas[0]!._id);
      const picture = photo && (await reader.ask('GET', `/db/uddevalla/${photo._id}/original`));
      const length = photo?._attachments?.['original']?.length ?? 0;
      if (picture?.status !== 200 || length === 0) missing.push(`${title}: no picture`);
    }
  }
  return missing;
}

/** What of the promised the device does not show at the top of its list. */
export async function missingOnDevice(device: BrowserDevice, promised: readonly Promised[]): Promise<string[]> {
  // The list draws the rows that fit on the screen and no more: a screen that holds them all.
  const screen = device.page.viewportSize()!;
  await device.page.setViewportSize({ ...screen, height: 600 + 200 * promised.length });
  await device.goto('/ideer');
  const missing: string[] = [];
  for (const { title } of promised) {
    const isThere = await device.page
      .getByRole('link', { name: title })
      .first()
      .waitFor({ timeout: 10_000 })
      .then(
        () => true,
        () => false
      );
    if (!isThere) missing.push(`${title}: not on the device`);
  }
  await device.page.setViewportSize(screen);
  return missing;
}

/** Presses Synka nu, as somebody would who wants it gone, until nothing waits. Says how often it took. */
export async function sendAll({ page, origin }: BrowserDevice, patience = 60): Promise<number> {
  await page.goto(origin + '/synk');
  const done = page.getByText('Inget på den här enheten väntar på att skickas.');
  for (let press = 1; press <= patience; press++) {
    await page.getByRole('button', { name: 'Synka nu' }).click();
    for (let moment = 0; moment < 12; moment++) {
      if (await done.isVisible()) return press;
      await pause(250);
    }
  }
  throw new Error('something still waits');
}
