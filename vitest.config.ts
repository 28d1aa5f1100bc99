import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { rulesBundle } from './scripts/rules-bundle.ts';

const shared = {
  plugins: [rulesBundle()],
  resolve: { alias: { '#lib': fileURLToPath(new URL('./src/lib', import.meta.url)) } },
  ssr: { noExternal: ['personnummer'] }
};

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'tests/{architecture,contract,rules,security,simulation}/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000
        }
      },
      {
        ...shared,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          // A day's work by several people; what a person would wait for has its own, shorter, limit.
          testTimeout: 400_000,
          hookTimeout: 180_000,
          // Each file has a server of its own, and waits more than it works: two go well on two cores. In one CouchDB
          // they would change each other's municipality.
          ...(process.env['COUCHDB_URL'] === undefined ? { maxWorkers: 2 } : { fileParallelism: false })
        }
      },
      // Minutes, not seconds: run by name, as `npm run simulate -- --mutants` does.
      { ...shared, test: { name: 'long', include: ['tests/simulation/*.long.ts'] } },
      { ...shared, test: { name: 'chaos', include: ['tests/chaos/**/*.test.ts'], hookTimeout: 180_000 } },
      { ...shared, test: { name: 'browsers', include: ['tests/browsers/**/*.test.ts'], testTimeout: 300_000 } },
      {
        ...shared,
        test: { name: 'bench', include: ['tests/bench/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 180_000 }
      }
    ]
  }
});
