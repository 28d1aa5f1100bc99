// The simulation for longer than `npm test` has time for, or one seed again with its trace.
//   npm run simulate -- --seeds 10000
//   npm run simulate -- --seed 428
//   npm run simulate -- --mutants      engines that are wrong, each of which it must find
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { seeds: { type: 'string' }, seed: { type: 'string' }, mutants: { type: 'boolean' } }
});
const what = values.mutants === true ? ['--project', 'long'] : ['--project', 'unit', 'tests/simulation'];
const env = {
  ...process.env,
  SIMULATION_SEED: values.seed ?? '1',
  SIMULATION_SEEDS: values.seeds ?? (values.seed === undefined ? '2000' : '1')
};
const { status } = spawnSync('npx', ['vitest', 'run', ...what], {
  stdio: 'inherit',
  env
});
process.exit(status ?? 1);
