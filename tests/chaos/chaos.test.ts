import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Random } from '../simulation/random.ts';
import { scenarios } from './scenarios.ts';

const PARTS = 'test-results/chaos';
const seed = Number(process.env['CHAOS_SEED'] ?? Date.now() % 1_000_000);
const only = process.env['CHAOS_ONLY'];
const chosen = scenarios.filter(({ name }) => only === undefined || only.split(',').includes(name));

describe(`misfortunes, seed ${seed}`, () => {
  test.each(chosen.map((scenario) => [scenario.name, scenario] as const))(
    '%s: nothing promised is lost',
    { timeout: 1_800_000 },
    async (name, { tried, times, run }) => {
      const began = Date.now();
      const tally = await run(Number(process.env['CHAOS_TIMES'] ?? times), new Random(seed));
      mkdirSync(PARTS, { recursive: true });
      const part = {
        scenario: name,
        browser: 'Chromium',
        tried,
        seed,
        ...tally,
        seconds: Math.round((Date.now() - began) / 1000)
      };
      writeFileSync(`${PARTS}/${name}.json`, JSON.stringify(part, null, 2) + '\n');
      console.log(JSON.stringify(part));
      expect(tally.promised).toBeGreaterThan(0);
      expect(tally.lost).toEqual([]);
    }
  );
});
