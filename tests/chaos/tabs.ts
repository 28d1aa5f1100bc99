import type { Page } from 'playwright-core';
import { BrowserDevice, RunningServer } from '../e2e/harness.ts';
import { missingOnServer, promise, type Promised, sendAll } from './promises.ts';
import { FaultProxy } from './proxy.ts';
import type { Scenario } from './scenario.ts';

const withTabs = (tabs: number): Scenario['run'] =>
  async function (times, random) {
    const server = await RunningServer.start();
    const proxy = await FaultProxy.open(server.port, random);
    const phone = await BrowserDevice.open(proxy.origin);
    try {
      await phone.signIn('medarbetare.uddevalla');
      await phone.ready();
      await phone.onlyPagesSync();
      const others: Page[] = [];
      while (others.length < tabs - 1) {
        const page = await phone.context.newPage();
        await page.goto(proxy.origin + '/ideer');
        others.push(page);
      }
      const promised: Promised[] = [];
      const lost: string[] = [];
      let mostWaiting = 0;
      for (let turn = 0; turn < times; turn++) {
        await phone.page.bringToFront();
        promised.push(await promise(phone, 'Skriven i en flik av flera', turn % 2 === 0));
        const { title } = promised.at(-1)!;
        for (const page of others) {
          const isShown = page.getByRole('link', { name: title }).waitFor({ timeout: 20_000 });
          await isShown.catch(() => lost.push(`${title}: another tab does not show it`));
        }
        const waiting = proxy.passed.filter(({ path, open }) => open && path.startsWith('/sync?'));
        mostWaiting = Math.max(mostWaiting, waiting.length);
        // The one that has been open longest is most likely the one that syncs for all.
        if (turn % 3 === 2 && others.length > 1) await others.shift()!.close();
      }
      await sendAll(phone);
      lost.push(...(await missingOnServer(server.origin, promised)));
      if (mostWaiting > 1) lost.push(`${mostWaiting} tabs waited at the server at once`);
      const pushes = proxy.passed.filter(({ path }) => path.endsWith('/_bulk_docs')).length;
      return { times, promised: promised.length, lost, note: `${pushes} pushes; never two tabs waiting at the server` };
    } finally {
      await phone.close();
      await proxy.close();
      await server.close();
    }
  };

export const twoTabs: Scenario = {
  name: 'two-tabs',
  tried: 'Two tabs on one device',
  times: 10,
  run: withTabs(2)
};

export const tenTabs: Scenario = {
  name: 'ten-tabs',
  tried: 'Ten tabs on one device, of which the oldest is closed now and then',
  times: 12,
  run: withTabs(10)
};
