// Measures against the budgets and writes docs/bench.md. Ratios within one run: absolute times do not travel.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { build, install } from './prepare.mjs';

install();
build();
mkdirSync('docs', { recursive: true });
const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'bench', ...process.argv.slice(2)], {
  stdio: 'inherit'
});
process.exit(status ?? 1);
