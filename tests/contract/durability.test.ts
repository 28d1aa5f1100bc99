import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import leveldown from 'leveldown';
import { readConfig } from '#lib/server/config.ts';
import { backUp, restore } from '#lib/server/couch/embedded/backup.ts';
import { EmbeddedBackend } from '#lib/server/couch/embedded/backend.ts';
import { openServer } from '#lib/server/open.ts';
import { Person } from './person.ts';
import { serve } from './serve.ts';

describe('the embedded database', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'ideslussen-durable-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const config = (name: string) => readConfig({ HOST: '127.0.0.1', DATA_DIR: join(folder, name), LOG_LEVEL: 'silent' });

  test('has every acknowledged write after its process was killed, again and again', async () => {
    // Beside the packages, which the bundle leaves outside itself.
    const bundle = fileURLToPath(new URL('../../node_modules/.cache/ideslussen/durable-server.mjs', import.meta.url));
    await build({
      stdin: {
        contents: `export { openServer } from '#lib/server/open.ts'; export { readConfig } from '#lib/server/config.ts'; export { ulid } from 'ulid';`,
        resolveDir: fileURLToPath(new URL('../../src', import.meta.url))
      },
      outfile: bundle,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      plugins: [
        {
          name: 'ours',
          setup(our) {
            const source = fileURLToPath(new URL('../../src/', import.meta.url));
            our.onResolve({ filter: /^#lib\// }, ({ path }) => ({ path: source + path.slice(1) }));
            our.onResolve({ filter: /^virtual:/ }, ({ path }) => ({ path, namespace: 'rules' }));
            our.onLoad({ filter: /.*/, namespace: 'rules' }, () => ({ contents: 'export default ""' }));
          }
        }
      ]
    });
    const acknowledged: string[] = [];
    for (let turn = 0; turn < 4; turn++) {
      const script = fileURLToPath(new URL('./durable-writer.mjs', import.meta.url));
      const writer = spawn(process.execPath, [script, bundle, join(folder, 'killed')], {
        stdio: ['ignore', 'pipe', 'inherit']
      });
      let told = '';
      await new Promise<void>((resolve) => {
        writer.stdout.on('data', (part: Buffer) => {
          told += part.toString();
          if (told.split('\n').length > 40 + turn * 17) writer.kill('SIGKILL');
        });
        writer.on('close', () => resolve());
      });
      acknowledged.push(...told.split('\n').slice(1, -1));
    }
    expect(acknowledged.length).toBeGreaterThan(200);
    const server = await openServer(config('killed'));
    const space = server.backend.space('uddevalla')!;
    const revisions = Object.fromEntries(acknowledged.map((line) => [line.split(' ')[0]!, [line.split(' ')[1]!]]));
    const actor = { id: '', roles: [], space: 'uddevalla' };
    expect(JSON.parse((await space.revsDiff(revisions, actor)) as string)).toEqual({});
    await server.backend.close();
  }, 120_000);

  test('asks LevelDB to have each write on the disk before it answers', async () => {
    // What a kill cannot show, since the operating system keeps what the process had handed over.
    const seen: unknown[] = [];
    const { prototype } = leveldown;
    const batch = prototype._batch;
    prototype._batch = function (operations, options, done) {
      seen.push((options as { sync?: boolean }).sync);
      batch.call(this, operations, options, done);
    };
    const backend = await EmbeddedBackend.open(join(folder, 'synced'), ['uddevalla']);
    prototype._batch = batch;
    await backend.close();
    expect(seen.length).toBeGreaterThan(0);
    expect(new Set(seen)).toEqual(new Set([true]));
  });

  test('keeps the demo as people left it when it starts again', async () => {
    const first = await openServer(config('again'));
    const served = await serve(first);
    const admin = await Person.signIn(served.url, 'admin.uddevalla');
    const rows: { id: string; value: { rev: string } }[] = (await admin.get('/db/uddevalla/_all_docs')).body.rows;
    const idea = rows.find(({ id }) => id.startsWith('idea:'))!;
    await admin.bulk('uddevalla', [{ _id: idea.id, _rev: idea.value.rev, _deleted: true }]);
    await served.close();
    await first.backend.close();
    const second = await openServer(config('again'));
    const again = await serve(second);
    const same = await Person.signIn(again.url, 'admin.uddevalla');
    expect(same.me).toEqual(admin.me);
    // The same secret: a session outlives the server.
    const session = await fetch(again.url + '/auth/me', { headers: { cookie: admin.cookie } });
    expect(session.status).toBe(200);
    const now = (await same.get('/db/uddevalla/_all_docs')).body.rows.map(({ id }: { id: string }) => id);
    expect(now).toEqual(rows.map(({ id }) => id).filter((id) => id !== idea.id));
    await again.close();
    await second.backend.close();
  });

  test('is another data set after a restore, with the same documents, revisions, pictures and accounts', async () => {
    const before = await openServer(config('restored'));
    const marks = await before.backend.space('uddevalla')!.mark();
    const file = join(folder, 'copy.gz');
    const count = await backUp((before.backend as EmbeddedBackend).databases(), file);
    const account = (await before.accounts.byLogin('coach.uddevalla'))!;
    const actor = { id: account.id, roles: account.roles, space: 'uddevalla' };
    const query = { inclusiveEnd: true, descending: false, skip: 0, includeDocs: false, conflicts: false };
    const list = async (server: typeof before) => {
      let text = '';
      for await (const part of (await server.backend
        .space('uddevalla')!
        .allDocs(query, actor)) as AsyncIterable<string>)
        text += part;
      return text;
    };
    const listed = await list(before);
    const later = {
      _id: 'idea:01JZZZZZZZZZZZZZZZZZZZZZZZ',
      v: 1,
      by: account.id,
      at: '2026-11-23T08:00:00.000Z',
      title: 'Efter',
      need: '',
      proposal: ''
    };
    expect(await before.backend.space('uddevalla')!.write([later], true, actor)).toMatchObject([{ ok: true }]);
    await before.backend.close();

    expect((await restore(join(folder, 'restored'), file)).count).toBe(count);
    const after = await openServer(config('restored'));
    expect(await list(after)).toBe(listed);
    expect((await after.accounts.byLogin('coach.uddevalla'))?.id).toBe(account.id);
    expect(await after.accounts.verify(account, 'demo')).toBe(true);
    const now = await after.backend.space('uddevalla')!.mark();
    expect(now.epoch).not.toBe(marks.epoch);
    await after.backend.close();
    await expect(restore(join(folder, 'restored'), join(folder, 'restored', 'session-secret'))).rejects.toThrow();
    const whole = await openServer(config('restored'));
    expect(await list(whole)).toBe(listed);
    await whole.backend.close();
  });

  test('is another data set when its files were put back from an older copy', async () => {
    const names = ['uddevalla'];
    const dataDir = join(folder, 'older');
    const backend = await EmbeddedBackend.open(dataDir, names);
    const { epoch } = await backend.space('uddevalla')!.mark();
    await backend.close();
    const unchanged = await EmbeddedBackend.open(dataDir, names);
    expect((await unchanged.space('uddevalla')!.mark()).epoch).toBe(epoch);
    await unchanged.close();
    const file = join(dataDir, 'sequences.json');
    const kept = JSON.parse(readFileSync(file, 'utf8')) as { uuid: string };
    writeFileSync(file, JSON.stringify({ ...kept, sequences: { uddevalla: 7 } }));
    const older = await EmbeddedBackend.open(dataDir, names);
    expect((await older.space('uddevalla')!.mark()).epoch).not.toBe(epoch);
    await older.close();
  });
});
