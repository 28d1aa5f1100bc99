import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Where the totals of a long run are kept; unset in a short one. */
const file = process.env['SIMULATION_REPORT'];

/** Adds to the report of what was simulated and what came of it. */
export function report(part: Readonly<Record<string, unknown>>): void {
  if (file === undefined) return;
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as object) : {};
  writeFileSync(file, JSON.stringify({ ...before, ...part }, null, 2) + '\n');
}
