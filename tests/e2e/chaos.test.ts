import { describe, expect, test } from 'vitest';
import { scenarios } from '../chaos/scenarios.ts';
import { Random } from '../simulation/random.ts';

const seed = Number(process.env['CHAOS_SEED'] ?? Date.now() % 1_000_000);
// What a server does when it is killed or its disk is full is the embedded database's own matter; CouchDB has its own.
const isEmbedded = process.env['COUCHDB_URL'] === undefined;
const short = scenarios.filter(
  ({ shortTimes, name }) => shortTimes !== undefined && (isEmbedded || !['killed-server', 'full-disk'].includes(name))
);

describe(`misfortunes in short, seed ${seed} (npm run chaos -- --seed ${seed})`, () => {
  test.each(short.map((scenario) => [scenario.name, scenario] as const))(
    '%s: nothing promised is lost',
    async (_name, { shortTimes, run }) => {
      const { promised, lost } = await run(shortTimes!, new Random(seed));
      expect(promised).toBeGreaterThan(0);
      expect(lost).toEqual([]);
    }
  );
});
