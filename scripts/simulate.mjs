// The simulation for longer than `npm test` has time for, or one seed again with its trace, shrunk.
//   npm run simulate -- --seeds 10000              a thousand or more are counted in docs/simulation.json
//   npm run simulate -- --seeds 500 --seed 4000    from seed 4000 on
//   npm run simulate -- --seed 428
//   npm run simulate -- --mutants                  engines that are wrong, each of which it must find
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { seeds: { type: 'string' }, seed: { type: 'string' }, mutants: { type: 'boolean' } }
});
const isMutants = values.mutants === true;
const seeds = values.seeds ?? (values.seed === undefined ? '2000' : '1');
const what = isMutants ? ['--project', 'long'] : ['--project', 'unit', 'tests/simulation/simulation.test.ts'];
const env = {
  ...process.env,
  SIMULATION_SEED: values.seed ?? '1',
  SIMULATION_SEEDS: seeds,
  ...(isMutants || Number(seeds) >= 1000 ? { SIMULATION_REPORT: 'docs/simulation.json' } : {})
};
const { status } = spawnSync('npx', ['vitest', 'run', ...what], { stdio: 'inherit', env });
process.exit(status ?? 1);
