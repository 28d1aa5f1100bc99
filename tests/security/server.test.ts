import { request as httpRequest } from 'node:http';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ulid } from 'ulid';
import { readConfig } from '#lib/server/config.ts';
import { Log } from '#lib/server/log.ts';
import { openServer } from '#lib/server/open.ts';
import { Person, PICTURE } from '../contract/person.ts';
import { serve } from '../contract/serve.ts';
import { openTarget, type Target } from '../contract/targets.ts';

const DB = '/db/uddevalla';

describe('the server holds against', () => {
  let target: Target;
  let anna: Person;

  beforeAll(async () => {
    target = await openTarget();
    anna = await Person.signIn(target.url, 'medarbetare.uddevalla');
  });
  afterAll(() => target?.close());

  /** A request as it is written, which fetch would tidy first. */
  const raw = (method: string, path: string, headers: Record<string, string> = {}, body?: string | string[]) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const { hostname, port } = new URL(target.url);
      const asked = httpRequest(
        { agent: false, hostname, port, method, path, headers: { cookie: anna.cookie, ...headers } },
        (response) => {
          let text = '';
          response.on('data', (part: Buffer) => (text += part.toString()));
          response.on('end', () => resolve({ status: response.statusCode!, text }));
          response.on('error', reject);
        }
      );
      asked.on('error', reject);
      for (const part of typeof body === 'string' ? [body] : (body ?? [])) asked.write(part);
      asked.end();
    });

  test.each([
    ['another site', { origin: 'https://elak.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['another port', { origin: 'http://127.0.0.1:1' }],
    ['what the browser calls cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }]
  ])('writes from %s', async (_name, headers) => {
    expect(await anna.ask('POST', DB + '/_bulk_docs', { docs: [anna.idea()] }, headers as never)).toMatchObject({
      status: 403
    });
    const login = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } as never, body: '{}' };
    expect((await fetch(target.url + '/auth/login', login)).status).toBe(403);
    expect((await fetch(target.url + '/auth/logout', { ...login, body: '{}' })).status).toBe(403);
  });

  test('nothing when the page is its own', async () => {
    const own = { origin: target.url, 'sec-fetch-site': 'same-origin' };
    expect((await anna.ask('POST', DB + '/_bulk_docs', { docs: [anna.idea()] }, own)).status).toBe(201);
  });

  test('bodies that a form can send', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const headers = { cookie: anna.cookie, 'content-type': type };
      const body = JSON.stringify({ docs: [anna.idea()] });
      expect((await fetch(target.url + DB + '/_bulk_docs', { method: 'POST', headers, body })).status).toBe(415);
    }
  });

  test.each([
    '/db/uddevalla/..%2f_users',
    '/db/uddevalla/..%2ftrollhattan/_all_docs',
    '/db/uddevalla/%2e%2e/trollhattan/_all_docs',
    '/db/uddevalla/..%5c_users',
    '/db/uddevalla/%5flocal%2fepoch',
    '/db/uddevalla/%5fdesign/rules',
    '/db/uddevalla/%5fdesign%2frules',
    '/db/uddevalla/%255fdesign/rules',
    '/db/%2e%2e/_users',
    '/db/%5fusers/_all_docs',
    '/db/accounts/_all_docs',
    '/db/uddevalla%2f..%2faccounts',
    '/db/uddevalla%00',
    '/db/uddevalla/_local/..%2fepoch',
    '/db/uddevalla/_local_docs',
    '/db/uddevalla/idea:%00',
    '/db/__proto__/_all_docs',
    '/db/constructor',
    '/db/uddevalla/__proto__',
    '/db/uddevalla/%E0%A4%A'
  ])('the path %s', async (path) => {
    const { status, text } = await raw('GET', path);
    expect([400, 403, 404]).toContain(status);
    expect(text).not.toContain('epoch"');
  });

  test('reading or overwriting the epoch', async () => {
    const before = (await anna.get('/sync')).body.spaces[0].epoch;
    await anna.ask('PUT', DB + '/_local/epoch', { epoch: 'mine' });
    expect((await anna.get(DB + '/_local/epoch')).body.epoch).toBe('mine');
    expect((await anna.get('/sync')).body.spaces[0].epoch).toBe(before);
    expect((await target.server.backend.space('uddevalla')!.getLocal('epoch'))?.['epoch']).toBe(before);
  });

  test('local documents without end', async () => {
    const put = (index: number) => anna.ask('PUT', `${DB}/_local/ett-${index}`, { index });
    for (let start = 0; start < 1200; start += 100)
      await Promise.all(Array.from({ length: 100 }, (_, index) => put(start + index)));
    let kept = 0;
    for (let index = 0; index < 1200; index++)
      if ((await anna.get(`${DB}/_local/ett-${index}`)).status === 200) kept += 1;
    expect(kept).toBeGreaterThan(200);
    expect(kept).toBeLessThanOrEqual(256);
    // One that had to give way is written as if it had never been.
    const first = await anna.ask('PUT', DB + '/_local/ett-0', { index: 0 });
    if (first.status !== 409) expect(first.status).toBe(201);
    expect((await anna.get(DB + '/_local/ett-0')).body).toMatchObject({ index: 0 });
  }, 60_000);

  test('bytes that are none, by the million', async () => {
    const original = { content_type: 'image/jpeg', data: 'A'.repeat(7_000_003) + '!' };
    const photo = { ...anna.idea(), _id: 'photo:' + ulid(), _attachments: { original } };
    expect((await anna.bulk('uddevalla', [photo])).body).toMatchObject([{ error: 'bad_request' }]);
  });

  test('a batch made to be slow: others are answered meanwhile', async () => {
    const slow = '1+_+_+_+_'.repeat(880);
    const docs = Array.from({ length: 300 }, () => anna.idea({ need: slow, proposal: slow }));
    let done = false;
    const writing = anna.bulk('uddevalla', docs).finally(() => (done = true));
    let longest = 0;
    while (!done) {
      const start = performance.now();
      expect((await anna.get('/auth/me')).status).toBe(200);
      longest = Math.max(longest, performance.now() - start);
    }
    expect((await writing).status).toBe(201);
    expect(longest).toBeLessThan(2000);
  }, 60_000);

  test('one document asked for a hundred thousand times over', async () => {
    const { body } = await anna.get(DB + '/_all_docs?limit=1');
    const keys = Array.from({ length: 100_000 }, () => body.rows[0].id);
    expect((await anna.ask('POST', DB + '/_all_docs?include_docs=true', { keys })).status).toBe(413);
  });

  test('another municipality, on every endpoint', async () => {
    for (const path of ['', '/_changes', '/_all_docs', '/idea:' + ulid(), '/_local/x'])
      expect((await anna.get('/db/trollhattan' + path)).status).toBe(403);
    for (const path of ['/_bulk_docs', '/_bulk_get', '/_revs_diff'])
      expect((await anna.ask('POST', '/db/trollhattan' + path, { docs: [] })).status).toBe(403);
  });

  test('forged and altered cookies', async () => {
    const [name, value] = anna.cookie.split('=') as [string, string];
    const [id, stamp, started, mac] = value.split('.') as [string, string, string, string];
    const other = await Person.signIn(target.url, 'admin.uddevalla');
    const forgeries = [
      [other.me.id, stamp, started, mac],
      [id, stamp, 'zzzzzzz', mac],
      [id, stamp, started, mac.slice(0, -1)],
      [id, stamp, started, ''],
      [id, stamp, started],
      ['__proto__', '', '', '']
    ].map((parts) => parts.join('.'));
    for (const forged of [...forgeries, '', '.', 'x'.repeat(5000)]) {
      const response = await fetch(target.url + '/auth/me', { headers: { cookie: `${name}=${forged}` } });
      expect([forged.slice(0, 60), response.status]).toEqual([forged.slice(0, 60), 401]);
    }
  });

  test('a cookie that scripts or other sites could use', async () => {
    const response = await fetch(target.url + '/auth/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'coach.uddevalla', password: 'demo' })
    });
    expect(response.headers.get('set-cookie')).toMatch(
      /^AuthSession=[\w.-]+; Path=\/; Max-Age=\d{7,}; HttpOnly; SameSite=Strict$/
    );
    const logout = await anna.ask('POST', '/auth/logout', {});
    expect(logout.headers.get('set-cookie')).toMatch(/^AuthSession=; Path=\/; Max-Age=0; /);
  });

  test('the session of a disabled account, and of a changed password', async () => {
    const { accounts } = target.server;
    const person = await Person.signIn(target.url, 'medarbetare2.vanersborg');
    const account = (await accounts.byId(person.me.id))!;
    await accounts.change({ ...account, stamp: 'another' }, 'ett nytt lösenord');
    await new Promise((resolve) => setTimeout(resolve, 3200));
    expect((await person.get('/sync')).status).toBe(401);
    const again = await Person.signIn(target.url, 'medarbetare2.vanersborg', 'ett nytt lösenord');
    await accounts.change({ ...(await accounts.byId(person.me.id))!, disabled: true });
    await new Promise((resolve) => setTimeout(resolve, 3200));
    expect((await again.get('/sync')).status).toBe(401);
    await expect(Person.signIn(target.url, 'medarbetare2.vanersborg', 'ett nytt lösenord')).rejects.toThrow('401');
  });

  test('the session of a disabled account that waits: it hears of nothing more', async () => {
    const { accounts } = target.server;
    const person = await Person.signIn(target.url, 'medarbetare.vanersborg');
    const other = await Person.signIn(target.url, 'coach.vanersborg');
    const { version } = (await person.get('/sync')).body;
    const waiting = [person.get(`/sync?wait=20&known=${version}`), other.get(`/sync?wait=20&known=${version}`)];
    await accounts.change({ ...(await accounts.byId(person.me.id))!, disabled: true });
    await new Promise((resolve) => setTimeout(resolve, 3200));
    await other.bulk('vanersborg', [other.idea()]);
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([401, 200]);
  });

  test('bodies larger than they may be, stated, chunked, or not as stated', async () => {
    const headers = { 'content-type': 'application/json' };
    const stated = await raw('POST', DB + '/_bulk_docs', { ...headers, 'content-length': String(9_000_000) });
    expect(stated.status).toBe(413);
    const part = 'x'.repeat(1_000_000);
    const chunked = await raw(
      'POST',
      DB + '/_bulk_docs',
      { ...headers, 'transfer-encoding': 'chunked' },
      Array.from({ length: 10 }, () => part)
    );
    expect(chunked.status).toBe(413);
    expect((await anna.ask('PUT', DB + '/_local/x', { text: 'x'.repeat(17_000) })).status).toBe(413);
    const large = await anna.bulk('uddevalla', [anna.idea({ need: 'x '.repeat(130_000) })]);
    expect(large.body).toMatchObject([{ error: 'forbidden', reason: 'too-large' }]);
    expect((await anna.ask('POST', '/auth/login', { username: 'x', password: 'y'.repeat(5000) })).status).toBe(413);
    expect((await anna.get('/sync')).status).toBe(200);
  });

  test.each([
    ['__proto__ in a document', '{"docs":[{"_id":"idea:x","__proto__":{"v":1}}]}'],
    ['__proto__ written with escapes', '{"docs":[{"_id":"idea:x","\\u005f_proto__":{"v":1}}]}'],
    ['__proto__ deep inside', '{"docs":[{"_id":"idea:x","a":{"b":[{"__proto__":null}]}}]}'],
    ['broken JSON', '{"docs":['],
    ['a list', '[]'],
    ['nothing', 'null'],
    ['documents that are no objects', '{"docs":[1]}'],
    ['an id that is no text', '{"docs":[{"_id":{"a":1}}]}'],
    ['a revision that always wins', '{"docs":[{"_id":"idea:x","_rev":"999999999999-ff"}],"new_edits":false}'],
    [
      'a history that is none',
      '{"docs":[{"_id":"idea:x","_rev":"1-ff","_revisions":{"start":1,"ids":["x","y"]}}],"new_edits":false}'
    ]
  ])('%s', async (_name, body) => {
    const { status } = await raw('POST', DB + '/_bulk_docs', { 'content-type': 'application/json' }, body);
    expect(status).toBe(400);
    expect(({} as { v?: unknown }).v).toBeUndefined();
  });

  test('a document that says it has a stored picture, and a picture that lies about its size', async () => {
    const photo = {
      _id: 'photo:' + ulid(),
      v: 1,
      idea: anna.idea()._id,
      by: anna.me.id,
      at: '2026-11-23T08:00:00.000Z',
      width: 1,
      height: 1
    };
    const stub = { content_type: 'image/jpeg', stub: true, length: 10, digest: 'md5-AAAAAAAAAAAAAAAAAAAAAA==' };
    expect((await anna.bulk('uddevalla', [{ ...photo, _attachments: { original: stub } }])).body).toMatchObject([
      { error: 'missing_stub' }
    ]);
    const large = { content_type: 'image/jpeg', length: 10, data: Buffer.alloc(500_000).toString('base64') };
    expect((await anna.bulk('uddevalla', [{ ...photo, _attachments: { original: large } }])).body).toMatchObject([
      { reason: 'attachment original' }
    ]);
    const page = { content_type: 'text/html', data: PICTURE };
    expect((await anna.bulk('uddevalla', [{ ...photo, _attachments: { original: page } }])).body).toMatchObject([
      { reason: 'attachment original' }
    ]);
    const original = { content_type: 'image/jpeg', data: PICTURE };
    const [{ rev }] = (await anna.bulk('uddevalla', [{ ...photo, _attachments: { original } }])).body;
    const other = { content_type: 'image/jpeg', data: PICTURE.slice(0, 40) };
    expect(
      (await anna.bulk('uddevalla', [{ ...photo, _rev: rev, _attachments: { original: other } }])).body
    ).toMatchObject([{ reason: 'attachment original' }]);
    expect((await anna.bulk('uddevalla', [{ ...photo, _rev: rev }])).body).toMatchObject([
      { reason: 'attachment original' }
    ]);
    const sent = await fetch(`${target.url}${DB}/${photo._id}/original`, { headers: { cookie: anna.cookie } });
    expect(sent.headers.get('content-security-policy')).toContain('sandbox');
    expect(sent.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(sent.headers.get('x-content-type-options')).toBe('nosniff');
    expect(sent.headers.get('cache-control')).toMatch(/^private/);
  });

  test('being framed, sniffed, or told on: headers on every answer, refusals too', async () => {
    for (const path of ['/healthz', '/auth/me', '/sync', '/db/uddevalla', '/db/nowhere']) {
      const { headers } = await fetch(target.url + path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('permissions-policy')).toContain('camera=(self), microphone=(self)');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    }
  });

  test('a name somewhere else that is made to point at this machine, while the demo is on by itself', async () => {
    const quiet = await openTarget({ DEMO: '' });
    const { hostname, port } = new URL(quiet.url);
    const status = await new Promise((resolve) =>
      httpRequest({ hostname, port, path: '/auth/me', headers: { host: 'elak.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end()
    );
    expect(status).toBe(421);
    expect((await fetch(quiet.url + '/auth/me')).status).toBe(401);
    await quiet.close();
  });
});

test('a server that stops answers those who wait', async () => {
  const target = await openTarget();
  const anna = await Person.signIn(target.url, 'medarbetare.uddevalla');
  const { version } = (await anna.get('/sync')).body;
  const waiting = [anna.get(`/sync?wait=30&known=${version}`), anna.get(DB + '/_changes?feed=longpoll&since=now')];
  await new Promise((resolve) => setTimeout(resolve, 200));
  target.server.stopWaiting();
  expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 200]);
  await target.close();
});

test('ten wrong passwords close an account for a while, for whoever tries, and say for how long', async () => {
  const target = await openTarget();
  const attempt = (password: string) =>
    fetch(target.url + '/auth/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'chef.uddevalla', password })
    });
  const all = await Promise.all(Array.from({ length: 25 }, () => attempt('fel')));
  expect(all.filter(({ status }) => status === 401)).toHaveLength(10);
  const closed = await attempt('demo');
  expect(closed.status).toBe(429);
  expect(Number(closed.headers.get('retry-after'))).toBeGreaterThan(60);
  expect(await closed.json()).toMatchObject({ error: 'too-many-attempts', retryAfterSeconds: expect.any(Number) });
  expect((await Person.signIn(target.url, 'coach.uddevalla')).me.username).toBe('coach.uddevalla');
  await target.close();
});

test('one person asking without end is told to wait, and nobody else is', async () => {
  const target = await openTarget({ REQUESTS_PER_MINUTE: '20' });
  const anna = await Person.signIn(target.url, 'medarbetare.uddevalla');
  const answers = await Promise.all(Array.from({ length: 30 }, () => anna.get('/sync')));
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
  expect((await (await Person.signIn(target.url, 'coach.uddevalla')).get('/sync')).status).toBe(200);
  await target.close();
});

test('secrets are for their owner only, and neither they nor people stand in the log', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'ideslussen-secrets-'));
  const lines: string[] = [];
  const config = readConfig({ HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'debug' });
  const server = await openServer(config, new Log('debug', (line) => lines.push(line)));
  const { url, close } = await serve(server);
  const anna = await Person.signIn(url, 'medarbetare.uddevalla');
  await anna.bulk('uddevalla', [anna.idea({ title: 'Hemlig rubrik' }), anna.idea({ v: 7 })]);
  await close();
  await server.backend.close();
  expect(statSync(join(dataDir, 'session-secret')).mode & 0o777).toBe(0o600);
  const secret = readFileSync(join(dataDir, 'session-secret'), 'utf8').trim();
  for (const hidden of [secret, anna.cookie.slice(12, 60), 'Hemlig', anna.me.id, 'demo', 'medarbetare'])
    expect(lines.join('\n')).not.toContain(hidden);
  expect(readdirSync(dataDir).sort()).toEqual(['databases', 'sequences.json', 'session-secret']);
  rmSync(dataDir, { recursive: true, force: true });
});

test('a server that others can reach starts neither with demo accounts nor without an administrator', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'ideslussen-exposed-'));
  const environment = { DATA_DIR: dataDir, LOG_LEVEL: 'silent' };
  for (const exposed of [
    { HOST: '0.0.0.0' },
    {},
    { HOST: '127.0.0.1', ORIGIN: 'https://ideer.example' },
    { HOST: '127.0.0.1', ADDRESS_HEADER: 'x-forwarded-for' }
  ]) {
    const config = readConfig({ ...environment, ...exposed });
    expect(config.demo).toBe(false);
    await expect(openServer(config)).rejects.toThrow('ADMIN_USERNAME');
  }
  const admin = { ADMIN_USERNAME: 'it.ansvarig', ADMIN_PASSWORD: 'tillräckligt långt' };
  await expect(
    openServer(readConfig({ ...environment, HOST: '0.0.0.0', ...admin, ADMIN_PASSWORD: 'kort' }))
  ).rejects.toThrow('10');
  const server = await openServer(readConfig({ ...environment, HOST: '0.0.0.0', ...admin }));
  expect((await server.accounts.byLogin('it.ansvarig'))?.roles).toContain('trollhattan:admin');
  expect(await server.accounts.byLogin('medarbetare.uddevalla')).toBeUndefined();
  await server.backend.close();
  rmSync(dataDir, { recursive: true, force: true });
});
