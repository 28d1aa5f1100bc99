import { BrowserDevice, pause, RunningServer } from '../e2e/harness.ts';
import { missingOnDevice, missingOnServer, promise, type Promised, sendAll } from './promises.ts';
import { FaultProxy } from './proxy.ts';
import type { Scenario } from './scenario.ts';

/** How much somebody gets written, at most, before the battery goes: ideas with a photo, at the pace of the machine. */
const MOST = 2.5;

export const killedBrowser: Scenario = {
  name: 'killed-browser',
  tried: 'The browser is killed (SIGKILL) at a random moment while ideas with photos are written, saved and sent',
  times: 50,
  shortTimes: 3,
  run: async (times, random) => {
    const server = await RunningServer.start();
    const proxy = await FaultProxy.open(server.port, random);
    const phone = await BrowserDevice.open(proxy.origin);
    try {
      await phone.signIn('medarbetare.uddevalla');
      await phone.ready();
      await phone.remembersSignIn();
      proxy.line = { delay: 100 };
      const promised: Promised[] = [];
      const lost: string[] = [];
      const began = performance.now();
      promised.push(await promise(phone, 'Så länge det tar', true));
      const pace = performance.now() - began;
      for (let turn = 0; turn < times; turn++) {
        const before = promised.length;
        let isAlive = true;
        const writing = (async () => {
          while (isAlive) promised.push(await promise(phone, 'Innan batteriet tog slut', random.chance(0.6)));
        })();
        const ended = writing.catch((error: unknown) => {
          if (isAlive) throw error;
        });
        await Promise.race([pause(random.next() * MOST * pace), ended]);
        isAlive = false;
        await phone.kill();
        await ended;
        await phone.start();
        lost.push(...(await missingOnDevice(phone, promised.slice(before))));
      }
      await sendAll(phone);
      lost.push(...(await missingOnServer(server.origin, promised)));
      const pictures = promised.filter(({ hasPicture }) => hasPicture).length;
      return { times, promised: promised.length, lost, note: `${pictures} of them with a photo` };
    } finally {
      await phone.close();
      await proxy.close();
      await server.close();
    }
  }
};
