import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { openServer } from '../open.ts';
import type { Server } from '../server.ts';
import { runCommand } from './commands.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'ideslussen-units-'));
let server: Server;

beforeAll(async () => {
  const environment = {
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    DEMO: '0',
    MUNICIPALITIES: 'lysekil',
    LOG_LEVEL: 'silent'
  };
  server = await openServer(readConfig(environment));
});
afterAll(async () => {
  await server.backend.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const run = (...args: string[]) => runCommand(server, ['unit', ...args]);

test('a municipality without an administrator is told to get one before its units', async () => {
  await expect(run('add', 'lysekil', 'Hemtjänst Norr')).rejects.toThrow('lysekil:admin');
});

test('units are added, renamed, closed and opened again, each once', async () => {
  await runCommand(server, ['add', 'anna', '--name', 'Anna Berg', '--roles', 'lysekil:admin']);
  await run('add', 'lysekil', 'Hemtjänst Norr');
  await expect(run('add', 'lysekil', 'hemtjänst norr')).rejects.toThrow('finns redan');
  await run('add', 'lysekil', 'Björkbacken');
  await run('rename', 'lysekil', 'Hemtjänst Norr', 'Hemtjänst Nord');
  await run('close', 'lysekil', 'Björkbacken');
  expect(await run('list', 'lysekil')).toBe('Björkbacken\tstängd\nHemtjänst Nord');
  await run('open', 'lysekil', 'Björkbacken');
  expect(await run('list', 'lysekil')).toBe('Björkbacken\nHemtjänst Nord');
});

test('a municipality that this server does not serve, and a unit that is not there, are said to be so', async () => {
  await expect(run('list', 'uddevalla')).rejects.toThrow('MUNICIPALITIES');
  await expect(run('close', 'lysekil', 'Finns ej')).rejects.toThrow('ingen enhet');
});
