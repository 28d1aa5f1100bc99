// Writes through the embedded server's own code without end, and tells of each write that was
// acknowledged; to be killed in the middle.
import { pathToFileURL } from 'node:url';

const [bundle, dataDir] = /** @type {[string, string]} */ (/** @type {unknown} */ (process.argv.slice(2)));
const { openServer, readConfig, ulid } = await import(pathToFileURL(bundle).href);
const server = await openServer(readConfig({ HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'silent' }));
const account = await server.accounts.byLogin('medarbetare.uddevalla');
const actor = { id: account.id, roles: account.roles, space: 'uddevalla' };
const space = server.backend.space('uddevalla');
process.stdout.write('ready\n');
for (;;) {
  const idea = {
    _id: 'idea:' + ulid(),
    v: 1,
    by: account.id,
    at: new Date().toISOString(),
    title: 'T',
    need: '',
    proposal: ''
  };
  const [row] = await space.write([idea], true, actor);
  if (row.ok) process.stdout.write(row.id + ' ' + row.rev + '\n');
}
