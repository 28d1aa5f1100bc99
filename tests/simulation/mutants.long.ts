import { describe, expect, test } from 'vitest';
import { faults } from './checker.ts';
import { mutants, type Mutant } from './mutants.ts';
import { World } from './world.ts';

const SEEDS = 2_000;
const STEPS = 60;

/** The first seed whose run goes wrong, and how. */
async function firstFault(mutant: Mutant): Promise<{ seed: number; fault: string } | undefined> {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const world = new World(seed, { mutation: mutant });
    try {
      await world.run(STEPS);
      const [fault] = await faults(world);
      if (fault !== undefined) return { seed, fault };
    } catch (error) {
      return { seed, fault: String(error) };
    } finally {
      world.close();
    }
  }
  return undefined;
}

describe('the simulation finds engines that are wrong', () => {
  test.each(mutants)('$name', { timeout: 300_000 }, async (mutant) => {
    const found = await firstFault(mutant);
    console.log(`${mutant.name}: ${found === undefined ? 'not found' : `seed ${found.seed}, ${found.fault}`}`);
    expect(found).toBeDefined();
  });
});
