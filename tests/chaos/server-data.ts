import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Person } from '../contract/person.ts';
import { BrowserDevice, pause, RunningServer, temporaryFolder } from '../e2e/harness.ts';
import { missingOnDevice, missingOnServer, promise, type Promised, sendAll } from './promises.ts';
import type { Scenario } from './scenario.ts';

const administer = (server: RunningServer, ...args: string[]) =>
  promisify(execFile)(process.execPath, ['scripts/admin.mjs', ...args], {
    env: { ...process.env, DATA_DIR: server.dataDir, LOG_LEVEL: 'silent' }
  });

export const restoredServer: Scenario = {
  name: 'restored-server',
  tried: 'The server is restored from a backup that is older than what devices have been told is confirmed',
  times: 3,
  run: async (times) => {
    const server = await RunningServer.start();
    const phone = await BrowserDevice.open(server.origin);
    const tablet = await BrowserDevice.open(server.origin, { width: 820, height: 1180 });
    try {
      await phone.signIn('medarbetare.uddevalla');
      await tablet.signIn('coach.uddevalla');
      await phone.ready();
      const promised: Promised[] = [];
      const lost: string[] = [];
      for (let turn = 0; turn < times; turn++) {
        const copy = join(temporaryFolder(), 'copy.gz');
        await server.stop();
        await administer(server, 'backup', copy);
        await server.start();
        const later = [
          await promise(phone, 'Bekräftad efter kopian', true),
          await promise(phone, 'Bekräftad efter kopian', false)
        ];
        promised.push(...later);
        await sendAll(phone);
        await server.stop();
        await administer(server, 'restore', copy);
        await server.start();
        const gone = await missingOnServer(server.origin, later);
        if (gone.length !== later.length) throw new Error('the backup was not older');
        await sendAll(phone);
        for (let moment = 0; moment < 40; moment++) {
          if ((await missingOnServer(server.origin, later)).length === 0) break;
          await phone.page.getByRole('button', { name: 'Synka nu' }).click();
          await pause(500);
        }
        await tablet.goto('/synk');
        await tablet.page.getByRole('button', { name: 'Synka nu' }).click();
        lost.push(...(await missingOnDevice(tablet, later)));
      }
      lost.push(...(await missingOnServer(server.origin, promised)));
      return { times, promised: promised.length, lost, note: 'the devices gave the server back what it had forgotten' };
    } finally {
      await phone.close();
      await tablet.close();
      await server.close();
    }
  }
};

/** No file of the process may grow, as on a disk without room; or they may again. */
const roomOnDisk = (server: RunningServer, hasRoom: boolean): void => {
  execFileSync('prlimit', ['--pid', String(server.pid), `--fsize=${hasRoom ? 'unlimited' : '1'}:`]);
};

export const fullDisk: Scenario = {
  name: 'full-disk',
  tried: 'No file of the server may grow, as on a full disk, while clients send; then there is room again',
  times: 5,
  shortTimes: 1,
  run: async (times, random) => {
    const server = await RunningServer.start();
    try {
      const writer = await Person.signIn(server.origin, 'medarbetare.uddevalla');
      const acknowledged: string[] = [];
      const lost: string[] = [];
      let refused = 0;
      const send = async (): Promise<void> => {
        const need = 'Många ord fyller en disk. '.repeat(random.below(100));
        const idea = writer.idea({ title: 'Till en full disk', need, at: new Date().toISOString() });
        const answer = await writer.bulk('uddevalla', [idea]).catch(() => undefined);
        if (answer?.status === 201 && answer.body[0]?.ok === true) acknowledged.push(idea._id);
        else refused += 1;
      };
      for (let turn = 0; turn < times; turn++) {
        await send();
        roomOnDisk(server, false);
        for (let idea = 0; idea < 10 + random.below(10); idea++) await send();
        // Longer than the server's own notes wait.
        await pause(turn === 0 ? 11_000 : 500);
        const isReadable = (await writer.get('/db/uddevalla/_all_docs?limit=1').catch(() => undefined))?.status === 200;
        if (!isReadable) lost.push('nothing could be read while the disk was full');
        roomOnDisk(server, true);
        const before = acknowledged.length;
        for (let attempt = 0; attempt < 20 && acknowledged.length === before; attempt++) {
          await send();
          await pause(250);
        }
        if (acknowledged.length === before) lost.push('nothing could be written when there was room again');
        // A log that broke off in the middle must not take along what is written after it.
        for (let idea = 0; idea < 60; idea++) await send();
      }
      await server.stop('SIGKILL');
      await server.start();
      const { body } = await writer.get('/db/uddevalla/_all_docs?startkey="idea:"&endkey="idea:~"');
      const there = new Set((body.rows as { id: string }[]).map(({ id }) => id));
      lost.push(...acknowledged.filter((id) => !there.has(id)));
      if (refused === 0) throw new Error('the disk was never full');
      return {
        times,
        promised: acknowledged.length,
        lost,
        note: `${refused} writes were refused, none of them silently`
      };
    } finally {
      await server.close();
    }
  }
};
