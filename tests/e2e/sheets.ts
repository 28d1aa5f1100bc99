import { expect } from 'vitest';
import type { BrowserDevice } from './harness.ts';

/** Begins development work from the page that asks what it is called, which is open; gives its path. */
export async function beginWork({ page }: BrowserDevice, name: string): Promise<string> {
  const field = page.getByLabel('Namn', { exact: true });
  await field.waitFor();
  // What the work is about gives it a name to begin with, when that has been read.
  if (new URL(page.url()).search !== '') await expect.poll(() => field.inputValue()).not.toBe('');
  await field.fill(name);
  await page.getByRole('button', { name: 'Börja', exact: true }).click();
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  return new URL(page.url()).pathname;
}

/** Begins a worksheet from the page of a piece of work, which is open; gives its path. */
export async function beginSheet({ page }: BrowserDevice, name: string): Promise<string> {
  await page.getByRole('button', { name: 'Lägg till ett arbetsblad' }).click();
  const dialog = page.getByRole('dialog');
  const choice = dialog.getByRole('button', { name: `Börja på ${name}`, exact: true });
  await dialog.waitFor();
  if (!(await choice.isVisible())) await dialog.locator('summary', { hasText: 'I andra steg' }).click();
  await choice.click();
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  return new URL(page.url()).pathname;
}

/** Takes the work whose page is open to a step beside the one it is in. */
export async function goToStep({ page }: BrowserDevice, button: string, step: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('button', { name: 'Gå dit', exact: true }).click();
  await page.getByText(`Arbetet är nu i steget ${step}.`).waitFor();
}
