import { mkdirSync, writeFileSync } from 'node:fs';

const PARTS = 'test-results/bench';

/** One thing measured, as `docs/bench.md` and `docs/bench.json` tell it. */
export interface Measured {
  /** What was measured: a row of the table. */
  readonly measure: string;
  /** Under which circumstances: `loopback, 1× CPU`. */
  readonly where: string;
  /** What must be reached, in words. */
  readonly budget: string;
  readonly reached: boolean;
  /** What was measured, in words. */
  readonly value: string;
  /** The numbers behind it, by whose they are: medians, milliseconds unless the measure says otherwise. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Why a budget was not reached, or how it was measured. */
  readonly note?: string;
}

/** Keeps what was measured for the report, and says it. */
export function record(measured: Measured): void {
  mkdirSync(PARTS, { recursive: true });
  const name = `${measured.measure} ${measured.where}`.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  writeFileSync(`${PARTS}/${name}.json`, JSON.stringify(measured, null, 2) + '\n');
  console.log(
    `${measured.reached ? 'reached' : 'NOT reached'}: ${measured.measure}, ${measured.where}: ${measured.value}`
  );
}

export const quick = process.env['BENCH_QUICK'] === '1';

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** The value that a share of the values are at or below. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error('nothing was measured');
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

export const ms = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0)) + ' ms';
