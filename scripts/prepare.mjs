// What a fresh clone needs before it can run: packages and a build. Plain Node, nothing installed yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
process.chdir(ROOT);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Idéslussen behöver Node 20.19 eller nyare. Den här datorn har ${process.versions.node}.`);
  process.exit(1);
}

const SOURCES = [
  'src',
  'static',
  'scripts',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
  'tsconfig.json'
];
const INSTALLED = 'node_modules/.package-lock.json';
const BUILT = 'build/.sources';

/**
 * @param {string} path
 * @returns {string[]}
 */
const filesBelow = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesBelow(join(path, name)))
    : [path];

const sourcesHash = () => {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesBelow)) {
    if (file.endsWith('.test.ts')) continue;
    hash.update(file + '\0' + readFileSync(file, 'base64') + '\0');
  }
  return hash.digest('hex');
};

/** @param {string[]} args */
const npm = (...args) => {
  // Windows has npm as a script that only its shell can run.
  const isWindows = process.platform === 'win32';
  const { status } = spawnSync(isWindows ? 'npm.cmd' : 'npm', args, { stdio: 'inherit', shell: isWindows });
  if (status !== 0) process.exit(status ?? 1);
};

/** Installs the packages the lock file names, unless they are here. */
export function install() {
  const isInstalled = existsSync(INSTALLED) && statSync(INSTALLED).mtimeMs >= statSync('package-lock.json').mtimeMs;
  if (!isInstalled) {
    console.log('Installerar …');
    npm('ci', '--no-audit', '--no-fund', '--include=dev');
  }
  // Our tsconfig extends one that Kit writes, and what runs TypeScript reads it.
  if (!existsSync('.svelte-kit/tsconfig.json')) npm('exec', '--', 'svelte-kit', 'sync');
}

/** Builds the app, unless the build there is of these very sources. */
export function build() {
  const hash = sourcesHash();
  if (existsSync('build/index.js') && existsSync(BUILT) && readFileSync(BUILT, 'utf8') === hash) return;
  console.log('Bygger …');
  npm('run', 'build');
  writeFileSync(BUILT, hash);
}

/** The browser tests drive Debian's Chromium; where there is none and we may, it is installed. */
export function findChromium() {
  const path = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  if (existsSync(path)) return;
  console.log('Installerar Chromium …');
  const run = (/** @type {string[]} */ ...args) => spawnSync('apt-get', args, { stdio: 'inherit' }).status === 0;
  if (!run('update') || !run('install', '-y', '--no-install-recommends', 'chromium') || !existsSync(path)) {
    console.error('Det finns ingen Chromium att testa i. Installera den, eller ange CHROMIUM=/sökväg/till/chromium.');
    process.exit(1);
  }
}
