import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Where the totals of a long run are kept; unset in a short one. */
const file = process.env['SIMULATION_REPORT'];

type Numbers = { readonly [name: string]: number | Numbers };

/** Two counts of the same things as one. */
const sum = (one: Numbers, other: Numbers): Numbers =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((name) => {
      const [a = 0, b = 0] = [one[name], other[name]];
      return [name, typeof a === 'number' && typeof b === 'number' ? a + b : sum(a as Numbers, b as Numbers)];
    })
  );

const kept = (): Readonly<Record<string, unknown>> =>
  file !== undefined && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {};

/** Adds to the report of what was simulated and what came of it. */
export function report(part: Readonly<Record<string, unknown>>): void {
  if (file !== undefined) writeFileSync(file, JSON.stringify({ ...kept(), ...part }, null, 2) + '\n');
}

/** Adds a stretch of seeds. One that goes on where the last ended is counted together with it. */
export function reportSeeds(first: number, last: number, totals: Numbers): void {
  const { first: began, last: ended, mutants: _mutants, ...before } = kept();
  const goesOn = ended === first - 1;
  report({ first: goesOn ? began : first, last, ...(goesOn ? sum(before as Numbers, totals) : totals) });
}
