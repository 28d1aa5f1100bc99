// The simulation for longer than `npm test` has time for, or one seed again with its trace, shrunk.
//   npm run simulate -- --seeds 10000              a thousand or more are counted in docs/simulation.json
//   npm run simulate -- --seeds 500 --seed 4000    from seed 4000 on
//   npm run simulate -- --seed 428
//   npm run simulate -- --mutants                  engines that are wrong, each of which it must find
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { install } from './prepare.mjs';

const { values } = parseArgs({
  options: { seeds: { type: 'string' }, seed: { type: 'string' }, mutants: { type: 'boolean' } }
});
install();
const isMutants = values.mutants === true;
const count = Number(values.seeds ?? (values.seed === undefined ? '2000' : '1'));
const first = Number(values.seed ?? '1');
const what = isMutants ? ['--project', 'long'] : ['--project', 'unit', 'tests/simulation/simulation.test.ts'];
// A process of its own for each stretch: one that lives for ten thousand seeds grows and slows.
const STRETCH = 1000;
let wrong = 0;
for (let done = 0; done < (isMutants ? 1 : count); done += STRETCH) {
  const env = {
    ...process.env,
    SIMULATION_SEED: String(first + done),
    SIMULATION_SEEDS: String(Math.min(STRETCH, count - done)),
    ...(isMutants || count >= 1000 ? { SIMULATION_REPORT: 'docs/simulation.json' } : {})
  };
  const { status } = spawnSync('npx', ['vitest', 'run', ...what], { stdio: 'inherit', env });
  if (status !== 0) wrong = status ?? 1;
}
process.exit(wrong);
