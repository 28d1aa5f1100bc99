import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BrowserDevice, RunningServer } from '../e2e/harness.ts';
import { unique, write } from '../e2e/steps.ts';
import { missingOnDevice, missingOnServer, promise, sendAll } from './promises.ts';
import type { Scenario } from './scenario.ts';

export const fullDevice: Scenario = {
  name: 'full-device',
  tried: 'The device has no room left (quota 1 byte) when Spara is pressed; then there is room again',
  times: 5,
  run: async (times) => {
    const server = await RunningServer.start();
    const phone = await BrowserDevice.open(server.origin);
    const lost: string[] = [];
    const titles: string[] = [];
    try {
      await phone.signIn('medarbetare.uddevalla');
      for (let turn = 0; turn < times; turn++) {
        // Chromium remembers for half a minute how much room there is; a new one asks anew.
        await phone.context.close();
        await phone.start();
        const devtools = await phone.context.newCDPSession(phone.page);
        await devtools.send('Storage.overrideQuotaForOrigin', { origin: server.origin, quotaSize: 1 });
        const title = unique('När enheten är full');
        await phone.goto('/ny');
        await write(phone, { title, need: 'Behovet bakom ' + title });
        await phone.page.getByRole('button', { name: 'Spara', exact: true }).click();
        await phone.page.getByText('Enheten har inte plats för mer, så det är inte sparat än.').waitFor();
        const kept = await phone.page.getByLabel('Rubrik').inputValue();
        if (kept !== title) lost.push(title + ': the words went away');
        await devtools.send('Storage.overrideQuotaForOrigin', { origin: server.origin });
        await phone.page.getByRole('button', { name: 'Spara', exact: true }).click();
        await phone.page.getByRole('heading', { level: 1, name: 'Sparad på enheten' }).waitFor();
        titles.push(title);
      }
      await sendAll(phone);
      lost.push(
        ...(await missingOnServer(
          server.origin,
          titles.map((title) => ({ title, hasPicture: false }))
        ))
      );
      return { times, promised: titles.length, lost, note: 'each time said so, and kept the words' };
    } finally {
      await phone.close();
      await server.close();
    }
  }
};

export const deletedStorage: Scenario = {
  name: 'deleted-storage',
  tried: 'IndexedDB is deleted from the disk between two runs of the browser',
  times: 5,
  shortTimes: 1,
  run: async (times) => {
    const server = await RunningServer.start();
    const phone = await BrowserDevice.open(server.origin);
    try {
      await phone.signIn('medarbetare.uddevalla');
      await phone.ready();
      const promised = [await promise(phone, 'Bekräftad före rensningen', true)];
      await sendAll(phone);
      await phone.remembersSignIn();
      const lost: string[] = [];
      for (let turn = 0; turn < times; turn++) {
        await phone.context.close();
        const folder = join(phone.profile, 'Default', 'IndexedDB');
        if (readdirSync(folder).length === 0) throw new Error('there was nothing to delete');
        rmSync(folder, { recursive: true });
        await phone.start();
        await phone.goto('/');
        await phone.page.getByText('Enhetens minne har tömts').first().waitFor();
        lost.push(...(await missingOnDevice(phone, promised)));
        promised.push(await promise(phone, 'Efter rensningen', false));
        await sendAll(phone);
      }
      lost.push(...(await missingOnServer(server.origin, promised)));
      return { times, promised: promised.length, lost, note: 'each time said so, and fetched everything anew' };
    } finally {
      await phone.close();
      await server.close();
    }
  }
};
