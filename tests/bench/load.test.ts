import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendCommand } from '#lib/server/admin/socket.ts';
import { Person } from '../contract/person.ts';
import { RunningServer } from '../e2e/harness.ts';
import { median, ms, percentile, quick, record } from './report.ts';

const DEVICES = 500;
const MINUTES = quick ? 1 : 10;
/** A device sends something so often, seconds: more than anybody has ideas. */
const PUSH_EVERY = 300;
const MUNICIPALITIES = ['uddevalla', 'trollhattan', 'vanersborg'];
const PASSWORD = 'ett långt lösenord';
/** People who are made and signed in at a time: passwords are slow on purpose. */
const AT_ONCE = 4;

interface Someone {
  readonly id: string;
  readonly cookie: string;
  readonly space: string;
}

interface Told {
  readonly taken: Readonly<Record<'state' | 'push' | 'pull', readonly number[]>>;
  readonly told: readonly number[];
  readonly errors: readonly string[];
  readonly polls: number;
  readonly pushed: number;
  readonly seen: number;
  /** Processor time of the devices, milliseconds. */
  readonly cpu: number;
}

let server: RunningServer;
const people: Someone[] = [];

beforeAll(async () => {
  server = await RunningServer.start();
  // As many people as devices: a person's own devices share what the server knows of the person.
  const makers = Array.from({ length: AT_ONCE }, async (_, maker) => {
    for (let index = maker; index < DEVICES; index += AT_ONCE) {
      const space = MUNICIPALITIES[index % MUNICIPALITIES.length]!;
      const login = `enhet${index}.${space}`;
      const args = ['add', login, '--name', login, '--roles', space + ':member', '--password', PASSWORD];
      const made = await sendCommand(server.dataDir, args);
      if (made?.ok !== true) throw new Error(made?.text ?? 'the server takes no commands');
      const { me, cookie } = await Person.signIn(server.origin, login, PASSWORD);
      people[index] = { id: me.id, cookie, space };
    }
  });
  await Promise.all(makers);
});
afterAll(() => server.close());

/** Memory that the server's process holds, MB. */
const resident = (): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))![1]) / 1000;

/** Processor time that the server has used, milliseconds: Linux counts in hundredths of a second. */
function serverCpu(): number {
  const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

const runDevices = (milliseconds: number): Promise<Told> =>
  new Promise((resolve, reject) => {
    const devices = fork(fileURLToPath(new URL('./devices.mjs', import.meta.url)));
    devices.once('message', (told) => resolve(told as Told));
    devices.once('exit', (code) => reject(new Error(`the devices ended with ${code}`)));
    devices.send({ port: server.port, people, milliseconds, pushEvery: PUSH_EVERY * 1000 });
  });

test(`${DEVICES} devices poll, push and pull`, { timeout: 900_000 }, async () => {
  const memory: number[] = [];
  const watching = setInterval(() => memory.push(resident()), 5_000);
  const [started, before] = [Date.now(), serverCpu()];
  const { taken, told, errors, polls, pushed, seen, cpu } = await runDevices(MINUTES * 60_000);
  clearInterval(watching);
  const share = (part: number): string => Math.round((part / (Date.now() - started)) * 100) + ' %';
  const used = serverCpu() - before;
  const fifth = Math.max(1, Math.floor(memory.length / 5));
  // The first fifth is the start; flat is told by the second against the last.
  const [early, late] = [median(memory.slice(fifth, 2 * fifth)), median(memory.slice(-fifth))];
  const all = Object.values(taken).flat();
  const p95 = percentile(all, 0.95);
  const seenBy = percentile(told, 0.95);
  expect(all.length).toBeGreaterThan(DEVICES);
  expect(seen).toBeGreaterThan(pushed);
  const each = Object.entries(taken).map(([name, times]) => `${name} ${ms(percentile(times, 0.95))}`);
  record({
    measure: `Server: ${DEVICES} signed-in devices polling and pushing`,
    where: `${MINUTES} minutes, two cores, the devices on the same machine`,
    budget: 'p95 ≤ 300 ms, no error, memory flat; others’ ideas within 2 s',
    reached: p95 <= 300 && seenBy <= 2000 && errors.length === 0 && late <= early * 1.1,
    value: `p50 ${ms(median(all))}, p95 ${ms(p95)}, ${errors.length} errors; memory ${early.toFixed(0)} MB → ${late.toFixed(0)} MB`,
    numbers: {
      p50: median(all),
      p95,
      errors: errors.length,
      'memory early, MB': early,
      'memory late, MB': late,
      requests: all.length,
      'told, p50': median(told),
      'told, p95': seenBy,
      'processor time of the server for a request': used / (polls + all.length)
    },
    note: `As many people, each sending an idea every ${PUSH_EVERY} s and told of their municipality’s by long poll: ${pushed} ideas, ${polls} polls, ${all.length} other requests (p95: ${each.join(', ')}). From an idea’s acknowledgement until another device has it: p50 ${ms(median(told))}, p95 ${ms(seenBy)}. Of one core the server took ${share(used)} (${ms(used / (polls + all.length))} a request), the devices ${share(cpu)}.`
  });
  expect([...new Set(errors)].slice(0, 5)).toEqual([]);
});
