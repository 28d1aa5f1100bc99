import { BrowserDevice, pause, RunningServer } from '../e2e/harness.ts';
import type { Random } from '../simulation/random.ts';
import { missingOnServer, promise, type Promised, sendAll } from './promises.ts';
import { FaultProxy, type Line } from './proxy.ts';
import type { Scenario, Tally } from './scenario.ts';

interface Place {
  readonly server: RunningServer;
  readonly proxy: FaultProxy;
  readonly phone: BrowserDevice;
}

/** A phone behind a proxy, signed in, with the app on it. */
async function atPlace<T>(random: Random, work: (place: Place) => Promise<T>): Promise<T> {
  const server = await RunningServer.start();
  const proxy = await FaultProxy.open(server.port, random);
  const phone = await BrowserDevice.open(proxy.origin);
  try {
    await phone.signIn('medarbetare.uddevalla');
    await phone.ready();
    return await work({ server, proxy, phone });
  } finally {
    await phone.close();
    await proxy.close();
    await server.close();
  }
}

/** Ideas are written and sent over a line that stays bad until the last of them has come through. */
const over = (line: Line, times: number, random: Random): Promise<Tally> =>
  atPlace(random, async ({ server, proxy, phone }) => {
    proxy.line = line;
    const promised: Promised[] = [];
    for (let turn = 0; turn < times; turn++)
      promised.push(await promise(phone, 'Över en dålig förbindelse', turn % 3 === 0));
    const presses = await sendAll(phone);
    const requests = proxy.passed.filter(({ path }) => path.startsWith('/db/') || path.startsWith('/sync')).length;
    const lost = await missingOnServer(server.origin, promised);
    return {
      times,
      promised: promised.length,
      lost,
      note: `${requests} requests; all through after ${presses} × Synka nu, on the same line`
    };
  });

export const poorLine: Scenario = {
  name: 'poor-line',
  tried: '3G (1.6 Mbit/s, 300 ms) on which 30 % of all requests are lost, on the way there or on the way back',
  times: 20,
  run: (times, random) => over({ delay: 300, rate: 200_000, loss: 0.3 }, times, random)
};

export const truncatedAnswers: Scenario = {
  name: 'truncated-answers',
  tried: 'Every other answer ends in the middle, as if it were whole',
  times: 10,
  run: (times, random) => over({ truncated: 0.5 }, times, random)
};

const BAD_GATEWAY = { status: 502, type: 'text/html', body: '<h1>502 Bad Gateway</h1>' };
const SIGN_IN_PAGE = { status: 200, type: 'text/html', body: '<!doctype html><title>Gästnät</title><form></form>' };

/** Everything is answered wrongly for a time, in which ideas are written; then all is well. */
const throughAnswer = (answer: NonNullable<Line['answer']>, minutes: number, times: number, random: Random) =>
  atPlace(random, async ({ server, proxy, phone }) => {
    const { page } = phone;
    await phone.onlyPagesSync();
    await page.clock.install();
    await phone.goto('/');
    await page.getByRole('heading', { level: 1, name: 'Hem' }).waitFor();
    proxy.line = { answer };
    const promised: Promised[] = [];
    for (let turn = 0; turn < times; turn++)
      promised.push(await promise(phone, 'Medan servern svarade fel', turn % 3 === 0));
    const before = proxy.passed.length;
    // Time for the answers, which take none of the page's own.
    const passMinute = async (moment: number): Promise<void> => {
      await page.clock.runFor(60_000);
      await pause(moment);
    };
    for (let minute = 0; minute < minutes; minute++) await passMinute(150);
    const asked = proxy.passed.length - before;
    proxy.line = {};
    // Nobody presses anything: the app comes back to it by itself.
    const status = page.getByText('Kommunens server har tagit emot idén.');
    for (let minute = 0; minute < 10 && !(await status.isVisible()); minute++) await passMinute(1_500);
    await page.clock.resume();
    await status.waitFor();
    await sendAll(phone);
    const lost = await missingOnServer(server.origin, promised);
    return {
      times,
      promised: promised.length,
      lost,
      note: `${minutes} minutes of the page's own clock; ${asked} requests in them; sent by itself afterwards`
    };
  });

export const badGateway: Scenario = {
  name: 'bad-gateway',
  tried: 'Everything is answered 502 for an hour',
  times: 6,
  run: (times, random) => throughAnswer(BAD_GATEWAY, 60, times, random)
};

export const captivePortal: Scenario = {
  name: 'captive-portal',
  tried: 'A guest network answers everything with its own page, 200 and HTML',
  times: 6,
  run: (times, random) => throughAnswer(SIGN_IN_PAGE, 10, times, random)
};
