import { afterAll, beforeAll, expect, test } from 'vitest';
import { newPerson } from './accounts.ts';
import { BrowserDevice, RunningServer } from './harness.ts';

let server: RunningServer;

beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.close());

test('the language chosen last time is there from the first word, without contact too', async () => {
  const { username, password } = await newPerson(server);
  const phone = await BrowserDevice.open(server.origin);
  await phone.signIn(username, password);
  await phone.ready();
  await phone.goto('/installningar');
  await phone.page.getByRole('radio', { name: 'English' }).check({ force: true });
  await phone.page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  await phone.offline(true);
  await phone.page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    new MutationObserver(() => {
      for (const heading of document.querySelectorAll('h1')) seen.push(heading.textContent ?? '');
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await phone.goto('/installningar');
  await phone.page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  const seen = await phone.page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
  expect(new Set(seen.filter((text) => text !== ''))).toEqual(new Set(['Settings']));
  await phone.close();
});

test('a tab that waits for somebody to sign in follows when they do so in another', async () => {
  const { username, password } = await newPerson(server);
  const desk = await BrowserDevice.open(server.origin);
  const waiting = await desk.context.newPage();
  await waiting.goto(server.origin + '/logga-in');
  await waiting.getByRole('button', { name: 'Logga in' }).waitFor();
  await desk.signIn(username, password);
  await desk.ready();
  await waiting.getByRole('navigation').first().waitFor();
  expect(new URL(waiting.url()).pathname).toBe('/');
  await desk.close();
});
