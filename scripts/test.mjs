// The whole suite from a clean clone: installs, builds, runs every test and counts them.
//   npm test                 everything
//   npm test -- unit         one part: unit, e2e
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { build, findChromium, install } from './prepare.mjs';

const REPORTS = 'test-results';
/** More files than these are not the machine's fault. */
const SECOND_TRIES = 4;
const parts = process.argv.slice(2);
const wanted = parts.length > 0 ? parts : ['unit', 'e2e'];

install();
if (wanted.includes('e2e')) {
  findChromium();
  build();
}

/**
 * @typedef {{ name: string, status: string, assertionResults: { status: string }[] }} FileResult
 * @param {string} part
 * @param {string} name of the report
 * @param {string[]} args
 * @returns {{ isGreen: boolean, files: FileResult[] }}
 */
function run(part, name, ...args) {
  const report = `${REPORTS}/${name}.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', part, ...reporters, ...args], {
    stdio: 'inherit'
  });
  const files = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).testResults : [];
  return { isGreen: status === 0 && files.length > 0, files };
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const totals = { passed: 0, failed: 0, skipped: 0 };
let isGreen = true;
for (const part of wanted) {
  let { isGreen: isPartGreen, files } = run(part, part);
  const red = files.filter((file) => file.status === 'failed').map((file) => relative('.', file.name));
  // A shared CI machine may take the processor away for longer than a person would wait. The tests of a file follow
  // one another as a day's hours, so it is the whole file that is tried once more, alone, and said to have been.
  if (!isPartGreen && process.env['CI'] !== undefined && red.length > 0 && red.length <= SECOND_TRIES) {
    console.log(`\nTried once more, alone: ${red.join(', ')}`);
    const again = run(part, part + '-again', '--no-file-parallelism', ...red);
    isPartGreen = again.isGreen;
    files = [...files.filter((file) => file.status !== 'failed'), ...again.files];
  }
  isGreen &&= isPartGreen;
  for (const { status } of files.flatMap((file) => file.assertionResults)) {
    if (status === 'passed') totals.passed += 1;
    else if (status === 'failed') totals.failed += 1;
    else totals.skipped += 1;
  }
}
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(isGreen && totals.passed > 0 ? 0 : 1);
