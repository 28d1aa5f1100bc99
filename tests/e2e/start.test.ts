import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, test } from 'vitest';
import { Person } from '../contract/person.ts';
import { freePort, pause, temporaryFolder } from './harness.ts';

/** A command in a terminal of its own. */
class Terminal {
  output = '';
  /** The exit code; the signal's name where npm ends itself by the one it got, as it does at Ctrl-C. */
  readonly exit: Promise<number | string | null>;
  private readonly process: ChildProcess;

  constructor(
    readonly port: number,
    [command, ...args]: readonly [string, ...string[]],
    env: Record<string, string>
  ) {
    const { COUCHDB_URL: _url, COUCHDB_PROXY_SECRET: _secret, NODE_ENV: _env, ...inherited } = process.env;
    // A process group of its own, so that Ctrl-C reaches all of it, as from a terminal.
    this.process = spawn(command, args, {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...inherited, LOG_LEVEL: 'warn', PORT: String(port), ...env }
    });
    this.process.stdout!.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.process.stderr!.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.exit = new Promise((resolve) => this.process.once('exit', (code, signal) => resolve(code ?? signal)));
  }

  /** What the server itself has said, after what came before it. */
  get said(): string {
    return this.output.slice(this.output.indexOf('Idéslussen: '));
  }

  get origin(): string {
    return `http://localhost:${this.port}`;
  }

  async answers(): Promise<void> {
    for (let attempt = 0; attempt < 1200; attempt++) {
      if (this.process.exitCode !== null) throw new Error('it ended:\n' + this.output);
      if ((await fetch(this.origin + '/healthz').catch(() => undefined))?.ok === true) return;
      await pause(100);
    }
    throw new Error('it does not answer:\n' + this.output);
  }

  signal(name: 'SIGINT' | 'SIGKILL'): void {
    try {
      process.kill(-this.process.pid!, name);
    } catch {
      // It has ended already.
    }
  }
}

const running: Terminal[] = [];
const folders: string[] = [];

const folder = (): string => {
  const path = temporaryFolder();
  folders.push(path);
  return path;
};

const NPM_START = ['npm', 'start'] as const;
/** What `npm start` runs: its own exit code is not lost in npm. */
const START = [process.execPath, 'scripts/start.mjs'] as const;

async function start(
  command: readonly [string, ...string[]],
  env: Record<string, string>,
  port?: number
): Promise<Terminal> {
  const terminal = new Terminal(port ?? (await freePort()), command, { DATA_DIR: folder(), ...env });
  running.push(terminal);
  return terminal;
}

afterEach(() => {
  for (const terminal of running.splice(0)) terminal.signal('SIGKILL');
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true });
});

/** What no terminal should show at a clean end. */
const COMPLAINT = /error|exception|\bfel\b|\.js:\d+/i;
const MUNICIPALITIES = ['uddevalla', 'trollhattan', 'vanersborg'];
const LOGINS = [
  ...MUNICIPALITIES.flatMap((place) =>
    ['medarbetare', 'medarbetare2', 'coach', 'chef', 'ledning', 'admin'].map((name) => `${name}.${place}`)
  ),
  'samordnare.fyrbodal',
  'partner.fyrbodal'
];

describe('npm start', () => {
  test('prints the address and every demo account, keeps what was written, and ends cleanly by Ctrl-C', async () => {
    const data = folder();
    const first = await start(START, { DATA_DIR: data });
    await first.answers();
    expect(first.output).toContain(`http://127.0.0.1:${first.port}`);
    expect(first.output).toContain('lösenord "demo"');
    for (const login of LOGINS) expect(first.output).toContain(login);
    for (const login of LOGINS) await Person.signIn(first.origin, login);

    const person = await Person.signIn(first.origin, 'medarbetare.uddevalla');
    const idea = person.idea({ title: 'Finns kvar i morgon' });
    expect((await person.bulk('uddevalla', [idea])).body).toMatchObject([{ ok: true }]);
    const before = (await person.get('/db/uddevalla/_all_docs')).body as { total_rows: number };

    // Somebody waits for news when the server is told to end.
    const { body } = await person.get('/sync');
    const waiting = person
      .get(`/sync?wait=50&known=${encodeURIComponent(body.version)}`)
      .then(({ status }) => status)
      .catch(() => 'cut off');
    const told = performance.now();
    first.signal('SIGINT');
    expect(await first.exit).toBe(0);
    expect(performance.now() - told).toBeLessThan(8000);
    expect(await waiting).toBe(200);
    expect(first.said).not.toMatch(COMPLAINT);

    const again = await start(NPM_START, { DATA_DIR: data }, first.port);
    await again.answers();
    // The session is still good, and nothing has been sown twice.
    const after = (await person.get('/db/uddevalla/_all_docs')).body as { total_rows: number };
    expect(after.total_rows).toBe(before.total_rows);
    expect((await person.get(`/db/uddevalla/${idea._id}`)).body).toMatchObject({ title: 'Finns kvar i morgon' });
    again.signal('SIGINT');
    expect([0, 130, 'SIGINT']).toContain(await again.exit);
    await expect(fetch(again.origin + '/healthz')).rejects.toThrow();
    expect(again.said).not.toMatch(COMPLAINT);
  });

  test('on an address that others reach, without an administrator: refuses, and says what to set', async () => {
    const terminal = await start(NPM_START, { HOST: '0.0.0.0' });
    const started = terminal.answers().then(
      () => 'it started',
      () => terminal.exit
    );
    expect(await Promise.race([terminal.exit, started])).toBe(1);
    expect(terminal.output).toContain('har ingen administratör, så den startar inte');
    expect(terminal.output).toContain('Sätt ADMIN_USERNAME och ADMIN_PASSWORD');
    expect(terminal.output).toContain('DEMO=1');
    await expect(fetch(terminal.origin + '/healthz')).rejects.toThrow();
  });

  test('with an administrator: starts there, without any demo account', async () => {
    const terminal = await start(START, {
      HOST: '0.0.0.0',
      ADMIN_USERNAME: 'it.chefen',
      ADMIN_PASSWORD: 'ett långt lösenord'
    });
    await terminal.answers();
    expect(terminal.output).not.toContain('medarbetare.');
    await expect(Person.signIn(terminal.origin, 'admin.uddevalla')).rejects.toThrow('401');
    const admin = await Person.signIn(terminal.origin, 'it.chefen', 'ett långt lösenord');
    expect(admin.me.roles).toEqual(expect.arrayContaining(MUNICIPALITIES.map((place) => `${place}:admin`)));
    terminal.signal('SIGINT');
    expect(await terminal.exit).toBe(0);
  });

  test('with DEMO=1 in plain words: the demo for everybody, with a warning; without it only for this machine', async () => {
    const terminal = await start(START, { HOST: '0.0.0.0', DEMO: '1' });
    await terminal.answers();
    expect(terminal.output).toContain('OBS: DEMO=1 på en adress som andra når. Vem som helst kan logga in.');
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((each) => each?.family === 'IPv4' && !each.internal)?.address;
    if (outside !== undefined) await Person.signIn(`http://${outside}:${terminal.port}`, 'medarbetare.uddevalla');
    terminal.signal('SIGINT');
    expect(await terminal.exit).toBe(0);

    const local = await start(START, {});
    await local.answers();
    if (outside !== undefined) await expect(fetch(`http://${outside}:${local.port}/healthz`)).rejects.toThrow();
  });
});
