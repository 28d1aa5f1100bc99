import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

// Photographs the app for static/screenshots (what the browser shows when it offers to install) and
// docs. Start a demo on fresh data first: `node scripts/render-screenshots.mjs http://localhost:3000`.

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ORIGIN = process.argv[2] ?? 'http://localhost:3000';

/** Sizes must be those that static/manifest.webmanifest states. @type {readonly (readonly [string, string, number, number])[]} */
const PICTURES = [
  ['static/screenshots/narrow.png', '/', 360, 740],
  ['static/screenshots/wide.png', '/ideer', 1280, 800],
  ['docs/skarmbild.png', '/ideer', 1280, 900]
];
/** The demo's idea that the last of them shows opened. */
const OPENED = 'Nyckelskåp som inte fryser igen';

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
});
try {
  const context = await browser.newContext({ locale: 'sv-SE', colorScheme: 'light', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(ORIGIN + '/logga-in');
  await page.getByLabel('Användarnamn').fill('medarbetare.uddevalla');
  await page.getByLabel('Lösenord').fill('demo');
  await page.getByRole('button', { name: 'Logga in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Hem' }).waitFor();
  await page.getByText('Allt är sparat hos kommunen').first().waitFor();
  for (const [file, path, width, height] of PICTURES) {
    await page.setViewportSize({ width, height });
    await page.goto(ORIGIN + path);
    await page.getByText('Allt är sparat hos kommunen').first().waitFor();
    if (file.startsWith('docs/')) {
      const [link, top] = [page.getByText(OPENED).first(), page.getByRole('heading', { level: 1, name: OPENED })];
      while (!(await link.isVisible())) {
        await page.mouse.move(width / 2, height / 2);
        await page.mouse.wheel(0, height / 2);
        await page.waitForTimeout(300);
      }
      await link.click();
      await top.waitFor();
    }
    await page.waitForTimeout(1000);
    await page.screenshot({ path: ROOT + file });
  }
} finally {
  await browser.close();
}
