import type { Page } from 'playwright-core';

/** The small status at the top of every page. */
export const status = (page: Page) => page.getByRole('banner').locator('.chip');

/** A part of the page by its heading. */
export const section = (page: Page, heading: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: heading }) });

/** Says something about the idea whose page is open. */
export async function comment(page: Page, text: string): Promise<void> {
  await page.getByLabel('Skriv en kommentar').fill(text);
  await page.getByRole('button', { name: 'Kommentera' }).click();
  await page.getByText('Kommentaren är sparad på enheten').waitFor();
}
