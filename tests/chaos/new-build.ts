import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { BrowserDevice, RunningServer, temporaryFolder } from '../e2e/harness.ts';
import { buildNext } from '../e2e/next-build.ts';
import { save, unique, write } from '../e2e/steps.ts';
import { missingOnServer, sendAll } from './promises.ts';
import type { Scenario } from './scenario.ts';

export const newBuild: Scenario = {
  name: 'new-build',
  tried: 'A new build is deployed while somebody writes; every other time they take it in the middle of the words',
  times: 4,
  run: async (times) => {
    const folder = temporaryFolder();
    await buildNext(folder);
    const server = await RunningServer.start();
    const phone = await BrowserDevice.open(server.origin);
    const promised: { title: string; hasPicture: false }[] = [];
    const lost: string[] = [];
    try {
      await phone.signIn('medarbetare.uddevalla');
      await phone.ready();
      for (let turn = 0; turn < times; turn++) {
        const title = unique('Mitt i en mening');
        await phone.goto('/ny');
        await write(phone, { title, need: 'Behovet bakom ' + title });
        await server.stop();
        server.build = turn % 2 === 0 ? join(folder, 'build') : 'build';
        await server.start();
        await phone.page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
        const offer = phone.page.getByRole('button', { name: 'Ny version – ladda om' }).first();
        await offer.waitFor();
        if (turn % 2 === 0) {
          await phone.page.getByText('Utkastet är sparat på enheten').waitFor();
          await Promise.all([phone.page.waitForEvent('load'), offer.click()]);
          await phone.page.waitForFunction((text) => document.querySelector('input')?.value === text, title);
        }
        if ((await phone.page.getByLabel('Rubrik').inputValue()) !== title) lost.push(title + ': the words went away');
        await save(phone);
        promised.push({ title, hasPicture: false });
        // So that the next deployment is news again.
        if (turn % 2 === 1) await Promise.all([phone.page.waitForEvent('load'), offer.click()]);
      }
      await sendAll(phone);
      lost.push(...(await missingOnServer(server.origin, promised)));
      return { times, promised: promised.length, lost, note: 'nothing was reloaded under somebody’s hands' };
    } finally {
      await phone.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }
};
