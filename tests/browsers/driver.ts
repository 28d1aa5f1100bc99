import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { freePort, pause, temporaryFolder } from '../e2e/harness.ts';

/** A browser that is no Chromium, as far as the tests need it. */
export interface Driver {
  /** With its version. */
  readonly name: string;
  goto(url: string): Promise<void>;
  /** Runs the body of an async function in the page; gives what it returns. */
  run<T>(body: string, ...values: readonly unknown[]): Promise<T>;
  /** A picture of the page, PNG. */
  screenshot(): Promise<Uint8Array<ArrayBuffer>>;
  close(): Promise<void>;
}

/** A display of its own where there is none. */
export function openDisplay(): { readonly env: Record<string, string>; close(): void } {
  if (process.env['DISPLAY'] !== undefined) return { env: {}, close: () => undefined };
  const display = ':' + (90 + Math.floor(Math.random() * 9_000));
  const server = spawn('Xvfb', [display, '-screen', '0', '1280x1024x24'], { stdio: 'ignore' });
  return { env: { DISPLAY: display }, close: () => void server.kill() };
}

const FIREFOX = process.env['FIREFOX'] ?? '/usr/bin/firefox-esr';
const WEBKIT = process.env['WEBKIT_DRIVER'] ?? '/usr/bin/WebKitWebDriver';

export const hasFirefox = (): boolean => existsSync(FIREFOX);
export const hasWebKit = (): boolean => existsSync(WEBKIT) && existsSync('/usr/bin/Xvfb');

/** Firefox ESR as it is, by WebDriver BiDi. */
export async function openFirefox(): Promise<Driver> {
  const browser: Browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: FIREFOX,
    headless: true,
    userDataDir: temporaryFolder(),
    extraPrefsFirefox: { 'intl.accept_languages': 'sv-SE', 'intl.locale.requested': 'sv-SE' }
  });
  const page: Page = (await browser.pages())[0] ?? (await browser.newPage());
  await page.setViewport({ width: 360, height: 740 });
  return {
    name: (await browser.version()).replace('firefox/', 'Firefox ESR '),
    goto: async (url) => void (await page.goto(url, { waitUntil: 'load' })),
    run: async <T>(body: string, ...values: readonly unknown[]) =>
      (await page.evaluate(`(async (values) => { ${body} })(${JSON.stringify(values)})`)) as T,
    screenshot: async () => new Uint8Array(await page.screenshot()),
    close: async () => browser.close()
  };
}

/** WebKitGTK's MiniBrowser by Debian's driver: the W3C protocol over HTTP, no more of it than is needed. */
export async function openWebKit(env: Record<string, string>): Promise<Driver> {
  const port = await freePort();
  const process_: ChildProcess = spawn(WEBKIT, ['--port=' + port, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: { ...process.env, ...env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', LIBGL_ALWAYS_SOFTWARE: '1' }
  });
  const ask = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
    });
    const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  for (let attempt = 0; attempt < 50; attempt++) {
    const isUp = await fetch(`http://127.0.0.1:${port}/status`).then(
      () => true,
      () => false
    );
    if (isUp) break;
    await pause(100);
  }
  const { sessionId, capabilities } = await ask<{ sessionId: string; capabilities: { browserVersion: string } }>(
    'POST',
    '/session',
    { capabilities: { alwaysMatch: { pageLoadStrategy: 'normal' } } }
  );
  const session = '/session/' + sessionId;
  await ask('POST', session + '/timeouts', { script: 60_000, pageLoad: 60_000 });
  await ask('POST', session + '/window/rect', { width: 400, height: 800 }).catch(() => undefined);
  return {
    name: 'WebKitGTK ' + capabilities.browserVersion,
    goto: (url) => ask('POST', session + '/url', { url }),
    run: async <T>(body: string, ...values: readonly unknown[]) => {
      const script = `const [values, done] = arguments;
        (async () => { ${body} })().then((value) => done({ value: value ?? null }), (error) => done({ error: String(error) }));`;
      const answer = await ask<{ value: T; error?: string }>('POST', session + '/execute/async', {
        script,
        args: [values]
      });
      if (answer.error !== undefined) throw new Error(answer.error);
      return answer.value;
    },
    screenshot: async () => new Uint8Array(Buffer.from(await ask<string>('GET', session + '/screenshot'), 'base64')),
    close: async () => {
      await ask('DELETE', session).catch(() => undefined);
      process_.kill();
    }
  };
}
