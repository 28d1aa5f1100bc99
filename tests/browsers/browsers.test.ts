import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { missingOnServer, type Promised } from '../chaos/promises.ts';
import { pause, RunningServer } from '../e2e/harness.ts';
import { testPicture } from '../e2e/pictures.ts';
import { unique } from '../e2e/steps.ts';
import { type Driver, hasFirefox, hasWebKit, openDisplay, openFirefox, openWebKit } from './driver.ts';

const TIMES = 5;
const PARTS = 'test-results/chaos';

const HELPERS = `
  const until = async (look, what) => {
    for (let moment = 0; moment < 300; moment++) {
      const found = look();
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('never came: ' + what + ': ' + document.body.innerText.slice(0, 300));
  };
  const button = (words) => until(() => [...document.querySelectorAll('button')].find((each) => each.textContent.trim() === words && !each.disabled), words);
  const field = (words) => until(() => {
    const label = [...document.querySelectorAll('label')].find((each) => each.textContent.trim().startsWith(words));
    return label && document.getElementById(label.htmlFor);
  }, words);
  const write = (element, text) => {
    element.focus();
    element.value = text;
    element.dispatchEvent(new Event('input', { bubbles: true }));
    element.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const says = (words) => until(() => document.body.innerText.includes(words), words);
`;

/** Captures without contact, looks at it after a reload without contact, and sends it. */
async function capturesOffline(
  driver: Driver
): Promise<{ promised: number; lost: readonly string[]; shots: Uint8Array<ArrayBuffer>[] }> {
  const server = await RunningServer.start();
  const run = <T>(body: string, ...values: unknown[]): Promise<T> => driver.run<T>(HELPERS + body, ...values);
  const shots: Uint8Array<ArrayBuffer>[] = [];
  try {
    await driver.goto(server.origin + '/logga-in');
    await run(`
      write(await field('Användarnamn'), 'medarbetare.uddevalla');
      write(await field('Lösenord'), 'demo');
      (await button('Logga in')).click();
      await until(() => document.querySelector('h1')?.textContent === 'Hem', 'Hem');
      await navigator.serviceWorker.ready;
      await until(() => navigator.serviceWorker.controller, 'the service worker');
    `);
    // The rest of the app is put on the device after the first page.
    await pause(3_000);
    const promised: Promised[] = [];
    const lost: string[] = [];
    const { buffer } = testPicture();
    for (let turn = 0; turn < TIMES; turn++) {
      const title = unique('Utan kontakt');
      await server.stop('SIGKILL');
      await driver.goto(server.origin + '/ny');
      await run(
        `
        const [title, picture] = values;
        write(await field('Rubrik'), title);
        write(await field('Behov'), 'Behovet bakom ' + title);
        const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
        const files = new DataTransfer();
        files.items.add(new File([bytes], 'bild.png', { type: 'image/png' }));
        const input = await until(() => document.querySelector('input[type=file][multiple]'), 'the photos');
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
        await until(() => document.querySelector('img[alt^="Bild 1"]'), 'the picture');
        (await button('Spara')).click();
        await until(() => document.querySelector('h1')?.textContent.includes('Sparad på enheten'), 'Sparad');
        `,
        title,
        buffer.toString('base64')
      );
      promised.push({ title, hasPicture: true });
      if (turn === 0) shots.push(await driver.screenshot());
      // WebKitGTK lets a page that is left in the middle of a write hold up the next one's database.
      await pause(2_000);
      await driver.goto(server.origin + '/ideer');
      const isShown = await run<boolean>(`return says(values[0]);`, title).catch(() => false);
      if (isShown !== true) lost.push(title + ': not shown without contact');
      if (turn === 0) shots.push(await driver.screenshot());
      await pause(2_000);
      await server.start();
      await driver.goto(server.origin + '/synk');
      await run(`
        for (let press = 0; press < 20; press++) {
          (await button('Synka nu')).click();
          for (let moment = 0; moment < 20; moment++) {
            if (document.body.innerText.includes('Inget på den här enheten väntar på att skickas.')) return;
            await new Promise((resolve) => setTimeout(resolve, 100));
          }
        }
        throw new Error('something still waits: ' + document.body.innerText.slice(0, 300));
      `);
    }
    lost.push(...(await missingOnServer(server.origin, promised)));
    return { promised: promised.length, lost, shots };
  } finally {
    await server.close();
  }
}

const display = openDisplay();
afterAll(() => display.close());

describe('other browsers', () => {
  for (const [kind, has, open] of [
    ['firefox', hasFirefox, openFirefox],
    ['webkit', hasWebKit, () => openWebKit(display.env)]
  ] as const) {
    test.runIf(has())(`${kind}: captured without contact, read after a reload without contact, sent`, async () => {
      const driver = await open();
      try {
        const { promised, lost, shots } = await capturesOffline(driver);
        mkdirSync(PARTS, { recursive: true });
        const part = {
          scenario: 'capture-offline',
          browser: driver.name,
          tried:
            'The server is killed; an idea with a photo is written and saved, the page is loaded anew, the server comes back, the idea is sent',
          times: TIMES,
          promised,
          lost,
          ...(kind === 'webkit'
            ? {
                note: 'each page left two seconds after its last write: one left in the middle of a write can hold up the next until the browser is started again'
              }
            : {})
        };
        writeFileSync(`${PARTS}/browser-${kind}.json`, JSON.stringify(part, null, 2) + '\n');
        shots.forEach((shot, index) => writeFileSync(`${PARTS}/browser-${kind}-${index}.png`, shot));
        expect(lost).toEqual([]);
      } finally {
        await driver.close();
      }
    });
  }
});
