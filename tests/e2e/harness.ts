import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';

/** Debian's Chromium, or another that the environment names. */
export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
/** What keeps a browser from doing anything of its own accord. */
export const QUIET_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
];
const FLAGS = [...QUIET_FLAGS, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'ideslussen-'));

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

/** The real server, built, in a process of its own; it can be stopped, killed and started again on its data. */
export class RunningServer {
  readonly dataDir: string;
  /** The folder of the build that the next start runs. */
  build = 'build';
  private process: ChildProcess | undefined;
  private output = '';

  private constructor(
    readonly port: number,
    private readonly env: Record<string, string>
  ) {
    this.dataDir = env['DATA_DIR'] ?? temporaryFolder();
  }

  /** @param env beside this process's own, as `COUCHDB_URL` */
  static async start(env: Record<string, string> = {}): Promise<RunningServer> {
    const server = new RunningServer(await freePort(), env);
    await server.start();
    return server;
  }

  get origin(): string {
    return `http://localhost:${this.port}`;
  }

  /** Of the process that runs now. */
  get pid(): number {
    return this.process!.pid!;
  }

  async start(): Promise<void> {
    this.process = spawn(process.execPath, [join(this.build, 'index.js')], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        HOST: '127.0.0.1',
        BODY_SIZE_LIMIT: '9M',
        NODE_ENV: 'production',
        LOG_LEVEL: 'error',
        // Against a CouchDB the demo people exist only when asked for.
        ...(process.env['COUCHDB_URL'] === undefined ? {} : { DEMO: '1' }),
        ...this.env,
        PORT: String(this.port),
        DATA_DIR: this.dataDir
      }
    });
    this.process.stdout!.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.process.stderr!.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    for (let attempt = 0; attempt < 600; attempt++) {
      if (this.process.exitCode !== null) throw new Error('the server did not start:\n' + this.output);
      const answer = await fetch(this.origin + '/healthz').catch(() => undefined);
      if (answer?.ok === true) return;
      await pause(100);
    }
    throw new Error('the server did not answer:\n' + this.output);
  }

  /** Ends it, as Ctrl-C does or as a power cut does. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const running = this.process;
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await ended;
  }

  async close(): Promise<void> {
    await this.stop('SIGKILL');
    if (this.env['DATA_DIR'] === undefined) rmSync(this.dataDir, { recursive: true, force: true });
  }
}

export interface DeviceOptions {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly language?: string;
  /** A screen that is touched: there is no mouse to hover with. */
  readonly touch?: boolean;
}

/** A browser with a profile on the disk, as one person's phone: it can be killed and started again. */
export class BrowserDevice {
  readonly profile = temporaryFolder();
  context!: BrowserContext;
  page!: Page;
  /** What the page's console said that no page should say. */
  readonly complaints: string[] = [];

  private constructor(
    readonly origin: string,
    private readonly options: DeviceOptions
  ) {}

  static async open(origin: string, options: DeviceOptions = {}): Promise<BrowserDevice> {
    const device = new BrowserDevice(origin, options);
    await device.start();
    return device;
  }

  async start(): Promise<void> {
    const { width = 360, height = 740, dark = false, language = 'sv-SE', touch = false } = this.options;
    this.context = await chromium.launchPersistentContext(this.profile, {
      executablePath: CHROMIUM,
      headless: true,
      args: FLAGS,
      viewport: { width, height },
      colorScheme: dark ? 'dark' : 'light',
      locale: language,
      hasTouch: touch,
      permissions: ['microphone'],
      acceptDownloads: true
    });
    this.context.setDefaultTimeout(20_000);
    this.page = this.context.pages()[0] ?? (await this.context.newPage());
    this.context.on('weberror', (error) => this.complaints.push(String(error.error())));
  }

  /** Power off, battery out: nothing gets to say goodbye. */
  async kill(): Promise<void> {
    const closed = new Promise((resolve) => this.context.once('close', resolve));
    const { execFileSync } = await import('node:child_process');
    try {
      execFileSync('pkill', ['-KILL', '-f', this.profile]);
    } catch {
      // pkill answers 1 when everything was dead already.
    }
    await closed;
  }

  async goto(path: string): Promise<void> {
    await this.page.goto(this.origin + path);
  }

  async offline(isOffline: boolean): Promise<void> {
    await this.context.setOffline(isOffline);
  }

  /** From here on only pages sync, never the service worker behind them, whose requests no route sees. */
  async onlyPagesSync(): Promise<void> {
    const session = await this.context.newCDPSession(this.page);
    const permission = { name: 'background-sync' };
    await session.send('Browser.setPermission', { permission, setting: 'denied', origin: this.origin });
    const state = await this.page.evaluate(
      async () => (await navigator.permissions.query({ name: 'background-sync' as PermissionName })).state
    );
    if (state !== 'denied') throw new Error('the service worker may still sync');
  }

  /** Waits until the service worker controls the page, so that the app is on the device. */
  async ready(): Promise<void> {
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      while (navigator.serviceWorker.controller === null) await new Promise((resolve) => setTimeout(resolve, 50));
    });
  }

  async signIn(username: string, password = 'demo'): Promise<void> {
    await this.goto('/logga-in');
    await this.page.getByLabel('Användarnamn').fill(username);
    await this.page.getByLabel('Lösenord').fill(password);
    await this.page.getByRole('button', { name: 'Logga in' }).click();
    await this.page.getByRole('heading', { level: 1, name: 'Hem' }).waitFor();
  }

  /**
   * Waits until the browser has written the sign-in to its disk, which it does when it finds the time:
   * a phone is not usually killed within half a minute of its first sign-in.
   */
  async remembersSignIn(): Promise<void> {
    const file = join(this.profile, 'Default', 'Cookies');
    for (let attempt = 0; attempt < 120; attempt++) {
      if (existsSync(file) && readFileSync(file).includes('AuthSession')) return;
      await pause(500);
    }
    throw new Error('the browser never wrote its cookie');
  }

  async close(): Promise<void> {
    await this.context.close();
    rmSync(this.profile, { recursive: true, force: true });
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
