// Starts Idéslussen from a clean clone: installs, builds, runs. Plain Node, nothing installed yet.
import { spawn } from 'node:child_process';
import { build, install } from './prepare.mjs';

install();
build();

const env = {
  // The same limit as the server's own largest, so that it can answer in words.
  BODY_SIZE_LIMIT: '9M',
  SHUTDOWN_TIMEOUT: '5',
  HOST: '127.0.0.1',
  PORT: '3000',
  NODE_ENV: 'production',
  ...Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
};
const server = spawn(process.execPath, ['build/index.js'], { stdio: 'inherit', env });
// Ctrl-C reaches the server by itself, since it shares the terminal; what is sent to this process alone is passed on.
process.on('SIGINT', () => undefined);
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => server.kill('SIGTERM'));
server.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 128)));
