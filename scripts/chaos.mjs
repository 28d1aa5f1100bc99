// A real browser and a real server under faults, and the page that tells of it: docs/reliability.md.
//   npm run chaos                                   every misfortune, as often as the page says
//   npm run chaos -- --only killed-browser --times 5
//   npm run chaos -- --seed 428                     the same weather again
//   npm run chaos -- --report                       only writes the page, of what has been run
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build, findChromium, install } from './prepare.mjs';
import { writeReliability } from './reliability.mjs';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    times: { type: 'string' },
    seed: { type: 'string' },
    report: { type: 'boolean' }
  }
});
let status = 0;
if (values.report !== true) {
  install();
  findChromium();
  build();
  if (values.only === undefined) rmSync('test-results/chaos', { recursive: true, force: true });
  const env = {
    ...process.env,
    ...(values.only === undefined ? {} : { CHAOS_ONLY: values.only }),
    ...(values.times === undefined ? {} : { CHAOS_TIMES: values.times }),
    ...(values.seed === undefined ? {} : { CHAOS_SEED: values.seed })
  };
  status = spawnSync('npx', ['vitest', 'run', '--project', 'chaos'], { stdio: 'inherit', env }).status ?? 1;
}
writeReliability();
process.exit(status);
