import { describe, expect, test } from 'vitest';
import { faults } from './checker.ts';
import { World } from './world.ts';

const FIRST = Number(process.env['SIMULATION_SEED'] ?? 1);
const COUNT = Number(process.env['SIMULATION_SEEDS'] ?? 200);
const STEPS = 60;
const CHUNK = 25;

/** What went wrong with a seed, and how to see it again. */
async function runSeed(seed: number): Promise<string | undefined> {
  const world = new World(seed);
  try {
    await world.run(STEPS);
    const found = await faults(world);
    if (found.length === 0) return undefined;
    const trace = COUNT === 1 ? '\n' + world.trace.join('\n') : '';
    return `seed ${seed} (npm run simulate -- --seed ${seed}): ${found.slice(0, 6).join('; ')}${trace}`;
  } catch (error) {
    throw new Error(`seed ${seed}\n${COUNT === 1 ? world.trace.join('\n') : ''}`, { cause: error });
  } finally {
    world.close();
  }
}

describe('simulation: nothing accepted is lost, whatever happens on the way', () => {
  for (let first = FIRST; first < FIRST + COUNT; first += CHUNK) {
    const last = Math.min(first + CHUNK, FIRST + COUNT) - 1;
    test(`seeds ${first} to ${last}`, { timeout: 120_000 }, async () => {
      const failures: string[] = [];
      for (let seed = first; seed <= last; seed++) {
        const failure = await runSeed(seed);
        if (failure !== undefined) failures.push(failure);
      }
      expect(failures).toEqual([]);
    });
  }
});
