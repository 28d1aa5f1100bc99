import { afterAll, beforeAll, test } from 'vitest';
import { Person } from '../contract/person.ts';
import { fillServer, openBench, openBeside, openPlace, type Place, throttle } from './place.ts';
import { ms, percentile, quick, record } from './report.ts';

const IDEAS = 1_000;
const TIMES = quick ? 20 : 60;

let place: Place;
beforeAll(async () => {
  place = await openPlace();
  await fillServer(place.server.origin, 'uddevalla', IDEAS);
}, 120_000);
afterAll(() => place.close());

test('capture → visible in the list', { timeout: 600_000 }, async () => {
  const { me } = await Person.signIn(place.server.origin, 'medarbetare.uddevalla');
  for (const cpu of [1, 4]) {
    const device = await openBench(place.near.origin, 'medarbetare.uddevalla', 'ours', 'limit');
    const rival = await openBeside(device, 'rxdb');
    await device.page.evaluate(
      (id) => (globalThis as unknown as { ours: { plainSync(id: string): Promise<object> } }).ours.plainSync(id),
      me.id
    );
    await throttle(device, cpu);
    const theirs = await rival.evaluate(
      (times) => (globalThis as unknown as { rxdb: { capture(times: number): Promise<number[]> } }).rxdb.capture(times),
      TIMES
    );
    await device.page.bringToFront();
    const { taken: ours, saved } = await device.page.evaluate(
      ([id, roles, times]) =>
        (
          globalThis as unknown as {
            ours: { capture(...all: unknown[]): Promise<Record<'taken' | 'saved', number[]>> };
          }
        ).ours.capture(id, roles, 'uddevalla', times),
      [me.id, me.roles, TIMES] as const
    );
    const raw = await device.page.evaluate(
      (times) =>
        (globalThis as unknown as { limit: { strictPut(times: number): Promise<number[]> } }).limit.strictPut(times),
      TIMES
    );
    await device.close();
    const [p50, p95] = [percentile(ours, 0.5), percentile(ours, 0.95)];
    const [rx50, rx95] = [percentile(theirs, 0.5), percentile(theirs, 0.95)];
    const [raw50, raw95] = [percentile(raw, 0.5), percentile(raw, 0.95)];
    record({
      measure: 'Capture → visible in the list, p50 / p95',
      where: `${IDEAS} ideas, ${cpu}× CPU`,
      budget: `at least level with RxDB${cpu === 4 ? '; p50 ≤ 16 ms' : ''}`,
      reached: p50 <= rx50 && p95 <= rx95 && (cpu === 1 || p50 <= 16),
      value: `${ms(p50)} / ${ms(p95)}; RxDB ${ms(rx50)} / ${ms(rx95)}`,
      numbers: {
        'ours, p50': p50,
        'ours, p95': p95,
        'RxDB, p50': rx50,
        'RxDB, p95': rx95,
        'raw strict put, p50': raw50,
        'raw strict put, p95': raw95
      },
      note: `A raw strict put of one record: ${ms(raw50)} / ${ms(raw95)}. Ours is in the list before it is on the disk, as RxDB’s is, whose put is relaxed; it is on the disk, and said to be saved, after ${ms(percentile(saved, 0.5))} / ${ms(percentile(saved, 0.95))} (one strict transaction: the head read; row, page of the directory, head and outbox put).`
    });
  }
});
