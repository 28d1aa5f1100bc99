// The whole suite from a clean clone: installs, builds, runs every test and counts them.
//   npm test                 everything
//   npm test -- unit         one part: unit, e2e
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { build, findChromium, install } from './prepare.mjs';

const REPORTS = 'test-results';
const parts = process.argv.slice(2);
const wanted = parts.length > 0 ? parts : ['unit', 'e2e'];

install();
if (wanted.includes('e2e')) {
  findChromium();
  build();
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const totals = { passed: 0, failed: 0, skipped: 0 };
let broken = false;
for (const part of wanted) {
  const report = `${REPORTS}/${part}.json`;
  const args = [
    'vitest',
    'run',
    '--project',
    part,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`
  ];
  const { status } = spawnSync('npx', args, { stdio: 'inherit' });
  broken ||= status !== 0;
  if (!existsSync(report)) continue;
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
  totals.passed += numPassedTests;
  totals.failed += numFailedTests;
  totals.skipped += numPendingTests;
}
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(broken || totals.passed === 0 ? 1 : 0);
