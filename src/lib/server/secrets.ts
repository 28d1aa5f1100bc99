import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A secret kept in the data directory, made the first time it is asked for. Only its owner may read
 * the file.
 * @param name the file's name
 * @returns 64 hexadecimal characters
 */
export function keptSecret(dataDir: string, name: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, name);
  if (existsSync(path)) {
    chmodSync(path, 0o600);
    const secret = readFileSync(path, 'utf8').trim();
    if (secret.length < 32) throw new Error(path + ' is damaged: remove it, and everybody signs in again');
    return secret;
  }
  const secret = randomBytes(32).toString('hex');
  // Written whole and then named: a half-written secret would sign half of the sessions.
  writeFileSync(path + '.new', secret + '\n', { mode: 0o600, flush: true });
  renameSync(path + '.new', path);
  return secret;
}
