// Capture, offline reload and sync in Firefox ESR and WebKitGTK; what could not be had is said, and never counted.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { build, install } from './prepare.mjs';
import { writeReliability } from './reliability.mjs';

const WANTED = {
  'firefox-esr': '/usr/bin/firefox-esr',
  'webkit2gtk-driver': '/usr/bin/WebKitWebDriver',
  xvfb: '/usr/bin/Xvfb'
};

install();
build();
const missing = Object.entries(WANTED).filter(([, path]) => !existsSync(path));
if (missing.length > 0) {
  const run = (/** @type {string[]} */ ...args) => spawnSync('apt-get', args, { stdio: 'inherit' }).status === 0;
  if (run('update')) run('install', '-y', '--no-install-recommends', ...missing.map(([name]) => name));
}
for (const [name, path] of Object.entries(WANTED))
  if (!existsSync(path)) console.log(`${name} finns inte här; utan den körs inte allt.`);
const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'browsers'], { stdio: 'inherit' });
writeReliability();
process.exit(status ?? 1);
