import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { fileURLToPath } from 'node:url';
import { Person } from '../contract/person.ts';
import { FaultProxy } from '../chaos/proxy.ts';
import { BrowserDevice, RunningServer } from '../e2e/harness.ts';
import { Random } from '../simulation/random.ts';

const BATCH = 500;
const NEED = 'När vi kommer till en ny brukare vet vi inte var lås, larm och hjälpmedel finns. ';

/** The same ideas for everybody, as any device would have sent them. */
export async function fillServer(origin: string, municipality: string, count: number, from = 0): Promise<void> {
  const writer = await Person.signIn(origin, 'coach.' + municipality);
  for (let start = 0; start < count; start += BATCH) {
    const docs = Array.from({ length: Math.min(BATCH, count - start) }, (_, index) => {
      const number = from + start + index;
      return writer.idea({
        at: new Date(Date.UTC(2025, 0, 1) + number * 60_000).toISOString(),
        title: `Idé nummer ${number}`,
        need: NEED.repeat(1 + (number % 10)),
        proposal: 'Ett kort per brukare i appen.'
      });
    });
    const { body } = await writer.bulk(municipality, docs);
    if (!(body as { ok?: true }[]).every(({ ok }) => ok === true)) throw new Error(JSON.stringify(body).slice(0, 300));
  }
}

/** A script that puts the pages' functions on the global object. */
export async function pageScript(
  name: 'ours' | 'limit' | 'pouchdb' | 'rxdb' | 'fill' | 'similar' | 'decided' | 'find'
): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`./pages/${name}.ts`, import.meta.url))],
    alias: { '#lib': fileURLToPath(new URL('../../src/lib', import.meta.url)) },
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    mainFields: ['browser', 'module', 'main'],
    target: 'es2022',
    define: { global: 'globalThis', 'process.env.NODE_ENV': '"production"' }
  });
  return outputFiles[0]!.text;
}

/** A server behind a line: as fast as the machine, or 50 ms and 20 Mbit/s away. */
export interface Place {
  readonly server: RunningServer;
  readonly near: FaultProxy;
  readonly far: FaultProxy;
  close(): Promise<void>;
}

export async function openPlace(): Promise<Place> {
  const server = await RunningServer.start({ REQUESTS_PER_MINUTE: '1000000' });
  const random = new Random(1);
  const near = await FaultProxy.open(server.port, random);
  const far = await FaultProxy.open(server.port, random);
  far.line = { delay: 50, rate: 2_500_000 };
  const close = async (): Promise<void> => {
    await near.close();
    await far.close();
    await server.close();
  };
  return { server, near, far, close };
}

/** Another page of the same browser, with a script of its own. */
export async function openBeside(device: BrowserDevice, name: Parameters<typeof pageScript>[0]): Promise<Page> {
  const page = await device.context.newPage();
  await page.goto(device.origin + '/manifest.webmanifest');
  await page.evaluate(await pageScript(name));
  return page;
}

/** A browser signed in at an origin, on a page of it without the app, so that nothing syncs but what is measured. */
export async function openBench(
  origin: string,
  username: string,
  ...scripts: Parameters<typeof pageScript>[0][]
): Promise<BrowserDevice> {
  const device = await BrowserDevice.open(origin, { width: 1280, height: 800 });
  device.context.setDefaultTimeout(600_000);
  await device.context.request.post(origin + '/auth/login', { data: { username, password: 'demo' } });
  await device.goto('/manifest.webmanifest');
  for (const name of scripts) await device.page.evaluate(await pageScript(name));
  return device;
}

/** Makes every page of a browser so many times slower. */
export async function throttle({ context }: BrowserDevice, rate: number): Promise<void> {
  for (const page of context.pages()) {
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate });
  }
}

/** A phone that holds so many ideas more, as after a sync. */
export async function filledPhone(
  origin: string,
  username: string,
  space: string,
  count: number
): Promise<{ phone: BrowserDevice; id: string }> {
  const { me } = await Person.signIn(origin, username);
  const phone = await BrowserDevice.open(origin);
  await phone.signIn(username);
  await phone.ready();
  await phone.goto('/manifest.webmanifest');
  await phone.page.evaluate(await pageScript('fill'));
  await phone.page.evaluate(
    ([person, where, ideas]) =>
      (globalThis as unknown as { fill(...all: unknown[]): Promise<void> }).fill(person, where, ideas),
    [me.id, space, count] as const
  );
  return { phone, id: me.id };
}
