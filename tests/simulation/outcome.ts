import { faults } from './checker.ts';
import { World, type WorldOptions } from './world.ts';

/** Steps of a run. */
export const STEPS = 60;

/** What a seed came to. */
export interface Outcome {
  readonly seed: number;
  /** What was wrong at rest, or what was thrown on the way; nothing when all is well. */
  readonly faults: readonly string[];
  readonly trace: readonly string[];
  /** How often each misfortune was met. */
  readonly met: ReadonlyMap<string, number>;
  readonly requests: number;
  /** Writes a person was told "Sparad" about. */
  readonly accepted: number;
}

/** Runs a seed to its end and checks what is left. The same seed and options give the same outcome. */
export async function outcomeOf(seed: number, options: WorldOptions = {}): Promise<Outcome> {
  const world = new World(seed, options);
  const found: string[] = [];
  try {
    await world.run(STEPS);
    found.push(...(await faults(world)));
  } catch (error) {
    found.push('thrown: ' + (error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error)));
  } finally {
    world.close();
  }
  const { trace, met, accepted } = world;
  return { seed, faults: found, trace, met, requests: world.server.requests, accepted: accepted.length };
}

const lasting = (removed: ReadonlySet<number>): number[] =>
  Array.from({ length: STEPS }, (_, step) => step).filter((step) => !removed.has(step));

/**
 * A run that goes wrong in as few of its steps as can be found: delta debugging (Zeller and Hildebrandt,
 * "Simplifying and isolating failure-inducing input", 2002) over the steps, each of which draws from a seed
 * of its own, so that the others stay what they were.
 * @param first the outcome of the whole run, which went wrong
 * @param patience how long to look, milliseconds
 */
export async function shrink(first: Outcome, options: WorldOptions = {}, patience = 60_000): Promise<Outcome> {
  const end = Date.now() + patience;
  let removed: ReadonlySet<number> = new Set();
  let shortest = first;
  const shorter = async (candidates: readonly number[]): Promise<boolean> => {
    const without = new Set([...removed, ...candidates]);
    const outcome = await outcomeOf(first.seed, { ...options, without });
    if (outcome.faults.length === 0) return false;
    removed = without;
    shortest = outcome;
    return true;
  };
  for (let size = STEPS / 2; size >= 1; size = Math.floor(size / 2)) {
    let found = true;
    while (found && Date.now() < end) {
      found = false;
      const left = lasting(removed);
      // From the end: what came after the fault is the easiest to do without.
      for (let at = left.length; at > 0 && Date.now() < end; at -= size)
        if (await shorter(left.slice(Math.max(0, at - size), at))) found = true;
    }
  }
  return shortest;
}

/** What went wrong with a seed, how little of it is needed, and how to see it again. */
export async function describeFailure(outcome: Outcome, options: WorldOptions = {}): Promise<string> {
  const { seed, faults: found, trace } = await shrink(outcome, options);
  const steps = trace.filter((line) => line.startsWith('step ')).length;
  return [
    `seed ${outcome.seed} (npm run simulate -- --seed ${outcome.seed}): ${outcome.faults.slice(0, 6).join('; ')}`,
    `shrunk to ${steps} of ${STEPS} steps (seed ${seed}): ${found.slice(0, 3).join('; ')}`,
    ...trace
  ].join('\n');
}
