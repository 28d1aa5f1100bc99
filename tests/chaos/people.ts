import { BrowserDevice, pause, RunningServer } from '../e2e/harness.ts';
import { missingOnServer, promise, type Promised } from './promises.ts';
import { FaultProxy } from './proxy.ts';
import type { Scenario } from './scenario.ts';

const IDEAS = 5;

export const signOutMidSync: Scenario = {
  name: 'sign-out-mid-sync',
  tried: `Logga ut is pressed at a random moment while ${IDEAS} ideas written without contact are being sent`,
  times: 10,
  shortTimes: 1,
  run: async (times, random) => {
    const server = await RunningServer.start();
    const proxy = await FaultProxy.open(server.port, random);
    const promised: Promised[] = [];
    const lost: string[] = [];
    try {
      for (let turn = 0; turn < times; turn++) {
        const phone = await BrowserDevice.open(proxy.origin);
        proxy.line = {};
        // The server lets a person sign in so and so often.
        await phone.signIn(turn % 2 === 0 ? 'medarbetare.uddevalla' : 'medarbetare2.uddevalla');
        await phone.ready();
        await phone.offline(true);
        for (let idea = 0; idea < IDEAS; idea++)
          promised.push(await promise(phone, 'Innan hon loggade ut', idea % 2 === 0));
        await phone.goto('/installningar');
        proxy.line = { delay: 300 };
        await phone.offline(false);
        await pause(random.below(1_500));
        await phone.page.getByRole('button', { name: 'Logga ut' }).click();
        await phone.page.getByRole('heading', { level: 1, name: 'Logga in' }).waitFor({ timeout: 60_000 });
        const left = await phone.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
        if (left.length > 0) lost.push(`left on the device after the sign-out: ${left.join(', ')}`);
        await phone.close();
      }
      lost.push(...(await missingOnServer(server.origin, promised)));
      return { times, promised: promised.length, lost, note: 'everything was sent before the device forgot it' };
    } finally {
      await proxy.close();
      await server.close();
    }
  }
};
