import { afterAll, describe, expect, test } from 'vitest';
import { mutants, type Mutant } from './mutants.ts';
import { outcomeOf, shrink } from './outcome.ts';
import { report } from './report.ts';

const SEEDS = 2_000;

interface Found {
  readonly name: string;
  readonly seed: number;
  readonly fault: string;
  /** Misfortunes and requests' faults of the shortest run that shows it. */
  readonly met: readonly string[];
}

/** The first seed whose run goes wrong, and how; undefined when none does. */
async function firstFault(mutation: Mutant): Promise<Found | undefined> {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const outcome = await outcomeOf(seed, { mutation });
    if (outcome.faults.length === 0) continue;
    const short = await shrink(outcome, { mutation }, 15_000);
    return { name: mutation.name, seed, fault: short.faults[0]!.split('\n', 1)[0]!, met: [...short.met.keys()].sort() };
  }
  return undefined;
}

describe('the simulation finds engines that are wrong', () => {
  const found: Found[] = [];
  test.each(mutants.map((mutant) => [mutant.name, mutant] as const))(
    '%s',
    { timeout: 600_000 },
    async (_name, mutant) => {
      const first = await firstFault(mutant);
      const told = first === undefined ? 'not found' : `seed ${first.seed}, ${first.fault} [${first.met.join(', ')}]`;
      console.log(`${mutant.name}: ${told}`);
      expect(first).toBeDefined();
      found.push(first!);
    }
  );
  afterAll(() => report({ mutants: found }));
});
