import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Person } from '../contract/person.ts';
import { pause, RunningServer } from '../e2e/harness.ts';
import { median, ms, percentile, quick, record } from './report.ts';

const DEVICES = 500;
const MINUTES = quick ? 1 : 10;
/** A device sends something so often, seconds: more than anybody has ideas. */
const PUSH_EVERY = 300;
const PEOPLE = ['medarbetare', 'medarbetare2', 'coach', 'chef', 'ledning', 'admin'];
const MUNICIPALITIES = ['uddevalla', 'trollhattan', 'vanersborg'];

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start({ REQUESTS_PER_MINUTE: '1000000' });
}, 60_000);
afterAll(() => server.close());

/** Memory that the server's process holds, MB. */
const resident = (): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))![1]) / 1000;

interface State {
  readonly version: string;
  readonly spaces: readonly { readonly name: string; readonly seq: string }[];
}

test(`${DEVICES} devices poll, push and pull`, { timeout: 900_000 }, async () => {
  const people: Person[] = [];
  for (const municipality of MUNICIPALITIES)
    for (const name of PEOPLE) people.push(await Person.signIn(server.origin, `${name}.${municipality}`));
  const end = Date.now() + MINUTES * 60_000;
  const taken: number[] = [];
  const errors: string[] = [];
  const timed = async <T>(work: () => Promise<{ status: number; body: T }>): Promise<T> => {
    const started = performance.now();
    const { status, body } = await work();
    taken.push(performance.now() - started);
    if (status !== 200 && status !== 201) errors.push(String(status));
    return body;
  };

  const live = async (person: Person, municipality: string, index: number): Promise<void> => {
    // Devices do not wake all at once.
    await pause((index / DEVICES) * 20_000);
    let state = await timed<State>(() => person.get('/sync'));
    let since = state.spaces.find(({ name }) => name === municipality)!.seq;
    let nextPush = Date.now() + ((index * 7919) % PUSH_EVERY) * 1000;
    while (Date.now() < end) {
      if (Date.now() >= nextPush) {
        nextPush += PUSH_EVERY * 1000;
        const idea = person.idea({ title: 'Under last', at: new Date().toISOString() });
        await timed(() => person.bulk(municipality, [idea]));
      }
      // What a poll takes is the waiting itself; how soon its news can be had is what is timed.
      const polled = await person.get(`/sync?wait=20&known=${encodeURIComponent(state.version)}`);
      if (polled.status !== 200) {
        errors.push('poll ' + polled.status);
        continue;
      }
      state = polled.body as State;
      const seq = state.spaces.find(({ name }) => name === municipality)!.seq;
      if (seq === since) continue;
      const query = new URLSearchParams({ since, include_docs: 'true', limit: '2000' });
      const page = await timed<{ last_seq: string }>(() => person.get(`/db/${municipality}/_changes?${query}`));
      since = page.last_seq;
    }
  };

  const memory: number[] = [];
  const watching = setInterval(() => memory.push(resident()), 5_000);
  await Promise.all(
    Array.from({ length: DEVICES }, (_, index) => {
      const person = people[index % people.length]!;
      return live(person, MUNICIPALITIES[Math.floor((index % people.length) / PEOPLE.length)]!, index).catch(
        (error: unknown) => errors.push(String(error))
      );
    })
  );
  clearInterval(watching);
  const fifth = Math.max(1, Math.floor(memory.length / 5));
  // The first fifth is the start; flat is told by the second against the last.
  const [early, late] = [median(memory.slice(fifth, 2 * fifth)), median(memory.slice(-fifth))];
  const p95 = percentile(taken, 0.95);
  expect(taken.length).toBeGreaterThan(DEVICES);
  record({
    measure: `Server: ${DEVICES} signed-in devices polling and pushing`,
    where: `${MINUTES} minutes, two cores, the devices on the same machine`,
    budget: 'p95 ≤ 300 ms, no error, memory flat',
    reached: p95 <= 300 && errors.length === 0 && late <= early * 1.1,
    value: `p50 ${ms(median(taken))}, p95 ${ms(p95)}, ${errors.length} errors; memory ${early.toFixed(0)} MB → ${late.toFixed(0)} MB`,
    numbers: {
      p50: median(taken),
      p95,
      errors: errors.length,
      'memory early, MB': early,
      'memory late, MB': late,
      requests: taken.length
    },
    note: `Each device sends an idea every ${PUSH_EVERY} s, is told of everybody's by long poll, and fetches them: ${taken.length} requests besides the polls.`
  });
});
