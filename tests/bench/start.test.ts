import { afterAll, beforeAll, test } from 'vitest';
import { type BrowserDevice, RunningServer } from '../e2e/harness.ts';
import { filledPhone, throttle } from './place.ts';
import { median, ms, quick, record } from './report.ts';

const SOME = 10_000;

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
}, 120_000);
afterAll(() => server.close());

/** Starts the browser anew, without contact and slowed, on a page; until its heading stands drawn, milliseconds. */
async function startOf(phone: BrowserDevice, path: string): Promise<number> {
  await phone.context.close();
  await phone.start();
  await phone.offline(true);
  await throttle(phone, 4);
  await phone.page.addInitScript(() => {
    const watching = new MutationObserver(() => {
      if (document.querySelector('main h1') === null) return;
      watching.disconnect();
      requestAnimationFrame(() => setTimeout(() => Object.assign(globalThis, { ready: performance.now() })));
    });
    watching.observe(document, { subtree: true, childList: true });
  });
  await phone.goto(path);
  await phone.page.waitForFunction(() => 'ready' in globalThis);
  return phone.page.evaluate(() => (globalThis as unknown as { ready: number }).ready);
}

test(`cold offline start with ${SOME} ideas`, { timeout: 300_000 }, async () => {
  const { phone } = await filledPhone(server.origin, 'medarbetare.trollhattan', 'trollhattan', SOME);
  await phone.remembersSignIn();
  const taken: number[] = [];
  const phases: Record<string, number>[] = [];
  // A page of words alone, which asks the store for nothing: what the worker, the scripts and the shell take here.
  const bare: number[] = [];
  for (let run = 0; run < (quick ? 2 : 5); run++) {
    await phone.context.close();
    await phone.start();
    await phone.offline(true);
    await throttle(phone, 4);
    await phone.page.addInitScript(() => {
      const phases: Record<string, number> = {};
      Object.assign(globalThis, { phases });
      const isThere = (name: string, selector: string): boolean => {
        const is = document.querySelector(selector) !== null;
        if (is) phases[name] ??= performance.now();
        return is;
      };
      const watching = new MutationObserver(() => {
        const isHeaded = isThere('heading', 'main h1');
        isThere('count', 'main p.count');
        if (!isThere('row', 'main a[href^="/ideer/"]') || !isHeaded) return;
        watching.disconnect();
        // Interactive: what is to be done with the first press is there, and the page has drawn itself.
        requestAnimationFrame(() => setTimeout(() => Object.assign(globalThis, { ready: performance.now() })));
      });
      watching.observe(document, { subtree: true, childList: true });
    });
    await phone.goto('/ideer');
    await phone.page.waitForFunction(() => 'ready' in globalThis);
    const seen = await phone.page.evaluate(() => {
      const { ready, phases } = globalThis as unknown as { ready: number; phases: Record<string, number> };
      const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      return { ready, phases: { ...phases, page: page!.responseEnd, scripts: page!.domContentLoadedEventEnd } };
    });
    taken.push(seen.ready);
    phases.push(seen.phases);
    bare.push(await startOf(phone, '/om'));
  }
  await phone.close();
  const phase = (name: string): string => ms(median(phases.map((each) => each[name] ?? NaN)));
  record({
    measure: 'Cold offline start to interactive',
    where: `${SOME} ideas, 4× CPU, a browser just started`,
    budget: '≤ 1.5 s',
    reached: median(taken) <= 1500,
    value: `${ms(median(taken))} (${taken.map((each) => each.toFixed(0)).join(', ')})`,
    numbers: { 'the list of ideas': median(taken), 'a page of words alone': median(bare) },
    note: `The page came after ${phase('page')}, its scripts had run after ${phase('scripts')}, the heading stood after ${phase('heading')}, the list’s length was known after ${phase('count')} and its first row stood after ${phase('row')}. A page of words alone (/om), started in the same way, stood drawn after ${ms(median(bare))}.`
  });
});
