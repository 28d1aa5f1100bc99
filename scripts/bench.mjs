// Measures against the budgets and writes docs/bench.md, docs/bench.json and docs/charts. Ratios within one run: absolute times do not travel.
//   npm run bench
//   npm run bench -- --quick            fewer repetitions, fewer documents
//   npm run bench -- --only sync        one file of tests/bench
//   npm run bench -- --report           only writes the pages, of what has been measured
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { barChart } from './bar-chart.mjs';
import { build, findChromium, install } from './prepare.mjs';

const PARTS = 'test-results/bench';
const KEPT = 'docs/bench.json';

/**
 * @typedef {{ measure: string, where: string, budget: string, reached: boolean, value: string,
 *   numbers: Record<string, number>, note?: string }} Measured
 * @typedef {{ machine: string, measures: Record<string, Measured> }} Report
 */

/** @param {string} text */
const cell = (text) => text.replaceAll('|', '\\|');

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, only: { type: 'string' }, report: { type: 'boolean' } }
});
let status = 0;
if (values.report !== true) {
  install();
  findChromium();
  build();
  const files = values.only === undefined ? [] : ['tests/bench/' + values.only];
  const env = { ...process.env, ...(values.quick === true ? { BENCH_QUICK: '1' } : {}) };
  status = spawnSync('npx', ['vitest', 'run', '--project', 'bench', ...files], { stdio: 'inherit', env }).status ?? 1;
}
report();
process.exit(status);

function report() {
  /** @type {Report} */
  const kept = existsSync(KEPT) ? JSON.parse(readFileSync(KEPT, 'utf8')) : { measures: {} };
  mkdirSync(PARTS, { recursive: true });
  for (const name of readdirSync(PARTS)) {
    /** @type {Measured} */
    const measured = JSON.parse(readFileSync(`${PARTS}/${name}`, 'utf8'));
    kept.measures[`${measured.measure}, ${measured.where}`] = measured;
  }
  const [cpu] = cpus();
  kept.machine = `${cpus().length} × ${cpu?.model.trim() ?? arch()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
  writeFileSync(KEPT, JSON.stringify(kept, null, 2) + '\n');

  mkdirSync('docs/charts', { recursive: true });
  const measures = Object.values(kept.measures);
  const charts = measures.filter(({ measure }) => measure.startsWith('First sync') || measure.startsWith('Capture'));
  /** @type {string[]} */
  const pictures = [];
  for (const { measure, where, numbers } of charts) {
    const name = `${measure} ${where}`.toLowerCase().replace(/[^a-z0-9]+/g, '-') + '.svg';
    writeFileSync('docs/charts/' + name, barChart(`${measure}, ${where}`, numbers, 'ms'));
    pictures.push(`![${measure}, ${where}](charts/${name})`);
  }
  const lines = [
    '# Measured',
    '',
    'Written by `npm run bench`. Ratios within one run on one machine, medians, interleaved: absolute times do not travel. **L** is the physical limit: the same bytes in one response, put raw into IndexedDB with one index. PouchDB 9 (idb, pages of 1 000, a Dexie table to query) and RxDB 17 (Dexie storage, CouchDB replication) are small pages under `tests/bench/pages`.',
    '',
    `Machine: ${kept.machine}.`,
    '',
    '| Measure | Where | Must reach | Measured | Reached | Also |',
    '|---|---|---|---|---|---|',
    ...measures.map(
      ({ measure, where, budget, value, reached, note = '' }) =>
        `| ${[measure, where, budget, value, reached ? 'yes' : '**no**', note].map(cell).join(' | ')} |`
    ),
    '',
    ...pictures,
    ''
  ];
  writeFileSync('docs/bench.md', lines.join('\n').trimEnd() + '\n');
}
