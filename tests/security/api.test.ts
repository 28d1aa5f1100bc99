import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { aliasOf } from '#lib/domain/actor.ts';
import { ApiTokens } from '#lib/server/api/tokens.ts';
import { readConfig } from '#lib/server/config.ts';
import { Log } from '#lib/server/log.ts';
import { openServer } from '#lib/server/open.ts';
import { Person, PICTURE } from '../contract/person.ts';
import { serve } from '../contract/serve.ts';
import { openTarget, type Target } from '../contract/targets.ts';

const FORM = /^idsl_[0-9a-f]{12}_[\w-]{43}$/;
/** What is secret in a token. It may have an underscore of its own. */
const hiddenPart = (token: string): string => token.slice('idsl_'.length + 12 + 1);

describe('the read API holds against', () => {
  let target: Target;
  let admin: Person;
  let anna: Person;
  let secret: string;

  const bearer = (text: string) => ({ authorization: 'Bearer ' + text });
  const ask = (path: string, headers: Record<string, string> = bearer(secret), method = 'GET') =>
    fetch(target.url + '/api/v1' + path, { method, headers });
  const make = async (person: Person, more: object = {}) =>
    person.ask('POST', '/api/own/tokens', { municipality: 'uddevalla', name: 'Ett system', ...more });
  const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { error: string }).error];

  beforeAll(async () => {
    target = await openTarget();
    admin = await Person.signIn(target.url, 'admin.uddevalla');
    anna = await Person.signIn(target.url, 'medarbetare.uddevalla');
    secret = (await make(admin)).body.secret as string;
    expect(secret).toMatch(FORM);
  });
  afterAll(() => target?.close());

  test.each([
    ['no token', {}, 'missing-token'],
    ['another scheme', { authorization: 'Basic YTpi' }, 'missing-token'],
    ['words', { authorization: 'Bearer idsl' }, 'unknown-token'],
    ['a token of nobody’s', { authorization: `Bearer idsl_${'0'.repeat(12)}_${'A'.repeat(43)}` }, 'unknown-token']
  ])('%s', async (_name, headers, code) => {
    const answer = await ask('/ideas', headers as Record<string, string>);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect(await codeOf(answer)).toEqual([401, code]);
  });

  test('a token that is nearly right', async () => {
    const last = secret.at(-1) === 'A' ? 'B' : 'A';
    expect(await codeOf(await ask('/ideas', bearer(secret.slice(0, -1) + last)))).toEqual([401, 'unknown-token']);
    expect(await codeOf(await ask('/ideas', bearer(secret.slice(0, -1))))).toEqual([401, 'unknown-token']);
    expect(await codeOf(await ask('/ideas?token=' + secret, {}))).toEqual([401, 'missing-token']);
  });

  test('one that is revoked, and one whose day has passed', async () => {
    const { body } = await make(admin);
    await admin.ask('DELETE', '/api/own/tokens/' + body.token.id);
    expect(await codeOf(await ask('/ideas', bearer(body.secret)))).toEqual([401, 'revoked-token']);
    const then = new ApiTokens(target.server.backend.own);
    const old = await then.make({ municipality: 'uddevalla', name: 'Gammal', expires: '2026-01-31' });
    expect(await codeOf(await ask('/ideas', bearer(old.secret)))).toEqual([401, 'expired-token']);
    // A wrong secret hears nothing of what became of the token.
    const wrong = bearer(old.secret.slice(0, 18) + 'A'.repeat(43));
    expect(await codeOf(await ask('/ideas', wrong))).toEqual([401, 'unknown-token']);
  });

  test('a session: what a browser carries along is no token', async () => {
    expect(await codeOf(await ask('/ideas', { cookie: admin.cookie }))).toEqual([401, 'missing-token']);
  });

  test.each(['HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s', async (method) => {
    for (const path of ['/ideas', '/openapi.json', '/calendar/' + 'A'.repeat(43) + '.ics']) {
      const answer = await ask(path, bearer(secret), method);
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET']);
    }
  });

  test.each([
    '/ideas/idea:' + ulid(),
    '/ideas/x/original',
    '/photos',
    '/persons',
    '/people',
    '/assessments',
    '/uddevalla-ledning',
    '/',
    '',
    '/__proto__',
    '/constructor',
    '/calendar/..%2fideas.ics'
  ])('the path %s', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  test.each([
    'limit=0',
    'limit=501',
    'limit=1e2',
    'limit=-1',
    'format=xml',
    'filter=x',
    'limit=1&limit=2',
    'cursor=x',
    'since=x',
    'cursor=a&since=b',
    'cursor=' + Buffer.from(JSON.stringify(['ideas', 'all', '_design/rules', '0', 'x'])).toString('base64url'),
    'cursor=' +
      Buffer.from(JSON.stringify(['ideas', 'all', 'person:', '0&feed=continuous', 'x'])).toString('base64url'),
    'cursor=' + Buffer.from(JSON.stringify(['units', 'all', '', '0', 'x'])).toString('base64url'),
    'cursor=' + 'A'.repeat(5000)
  ])('the question %s', async (question) => {
    expect((await ask('/ideas?' + question)).status).toBe(400);
  });

  test('a cursor that begins among another kind’s documents', async () => {
    const epoch = (await target.server.backend.space('uddevalla')!.mark()).epoch;
    for (const from of ['person:0', 'comment:0', 'settings:0', 'zzz:0']) {
      const cursor = Buffer.from(JSON.stringify(['ideas', 'all', from, '0', epoch])).toString('base64url');
      const answer = await ask('/ideas?cursor=' + cursor);
      const { data = [] } = (await answer.json()) as { data?: { id: string }[] };
      expect(data.filter(({ id }) => !id.startsWith('idea:'))).toEqual([]);
    }
  });

  test('another municipality, the leaders’ space and the region: a token reads one municipality', async () => {
    const linus = await Person.signIn(target.url, 'medarbetare.trollhattan');
    const idea = linus.idea({ title: 'Hemligt i Trollhättan' });
    expect((await linus.bulk('trollhattan', [idea])).body[0].ok).toBe(true);
    for (const name of ['ideas', 'decisions', 'units', 'challenges'])
      expect(await (await ask(`/${name}?limit=500`)).text()).not.toContain('Trollhättan');
    const there = await Person.signIn(target.url, 'admin.trollhattan');
    const own = (await make(there, { municipality: 'trollhattan' })).body.secret as string;
    expect(await (await ask('/ideas?limit=500', bearer(own))).text()).toContain('Hemligt i Trollhättan');
    // A cursor of one municipality's is of no use in another.
    const { since } = (await (await ask('/units?limit=500')).json()) as { since: string };
    expect((await ask('/units?since=' + since, bearer(own))).status).toBe(410);
  });

  test('names, ids and aliases of people, and attachments', async () => {
    const alias = aliasOf(anna.me)!;
    const hidden = anna.idea({ by: alias, hidden: true, title: 'Utan namn' });
    const open = anna.idea({ title: 'Med namn' });
    const photo = {
      _id: 'photo:' + ulid(),
      v: 1,
      idea: open._id,
      by: anna.me.id,
      at: open.at,
      width: 1,
      height: 1,
      _attachments: {
        original: { content_type: 'image/jpeg', data: PICTURE },
        thumbnail: { content_type: 'image/jpeg', data: PICTURE }
      }
    };
    expect((await anna.bulk('uddevalla', [hidden, open, photo])).body.every((row: { ok?: true }) => row.ok)).toBe(true);
    const texts = await Promise.all(
      ['ideas', 'decisions', 'units', 'challenges'].map(async (name) => (await ask(`/${name}?limit=500`)).text())
    );
    const all = texts.join();
    expect(all).toContain('Utan namn');
    for (const person of await target.server.accounts.all())
      for (const told of [person.id, aliasOf(person)!]) expect(all).not.toContain(told);
    expect(all).not.toMatch(/_rev|_attachments|photo:|"by"/);
  });

  test('whoever is no administrator, and an administrator of elsewhere', async () => {
    for (const person of [anna, await Person.signIn(target.url, 'coach.uddevalla')]) {
      expect((await make(person)).status).toBe(403);
      expect((await person.get('/api/own/tokens')).status).toBe(403);
    }
    const elsewhere = await Person.signIn(target.url, 'admin.vanersborg');
    expect((await make(elsewhere)).status).toBe(403);
    const { body } = await admin.get('/api/own/tokens');
    const id = body.tokens[0].id as string;
    expect((await elsewhere.ask('DELETE', '/api/own/tokens/' + id)).status).toBe(404);
    expect((await elsewhere.get('/api/own/tokens')).body.tokens).toEqual([]);
    expect((await fetch(target.url + '/api/own/tokens')).status).toBe(401);
    expect((await fetch(target.url + '/api/own/calendar')).status).toBe(401);
  });

  test('making and revoking from another site', async () => {
    const other = { origin: 'https://elak.example' };
    const body = { municipality: 'uddevalla', name: 'X' };
    expect((await admin.ask('POST', '/api/own/tokens', body, other)).status).toBe(403);
    expect((await admin.ask('DELETE', '/api/own/tokens/x', undefined, other)).status).toBe(403);
    expect((await admin.ask('POST', '/api/own/calendar', {}, other)).status).toBe(403);
  });

  test.each([
    [{ name: '' }, 'name', 'empty'],
    [{ name: 5 }, 'name', 'empty'],
    [{ name: 'x'.repeat(101) }, 'name', 'too-long'],
    [{ name: 'Till 19121212-1212' }, 'name', 'personal-number'],
    [{ expires: '2020-01-01' }, 'expires', 'passed'],
    [{ expires: '2027-02-30' }, 'expires', 'wrong-type']
  ])('a token for %j', async (more, field, code) => {
    const { status, body } = await make(admin, more);
    expect([status, body.field, body.code]).toEqual([400, field, code]);
  });

  test('reading a secret again: no list, no document and no answer has it', async () => {
    const id = secret.split('_')[1]!;
    const hidden = hiddenPart(secret);
    expect(JSON.stringify((await admin.get('/api/own/tokens')).body)).not.toContain(hidden);
    const { body } = await admin.ask('POST', '/api/own/calendar');
    const calendar = (body.path as string).slice('/api/v1/calendar/'.length, -'.ics'.length);
    const kept = JSON.stringify([
      await target.server.backend.own.all('api-token:'),
      await target.server.backend.own.all('calendar')
    ]);
    expect(kept).toContain(id);
    expect(kept).not.toContain(hidden);
    expect(kept).not.toContain(calendar);
  });

  test('a calendar’s secret after its person is shut out', async () => {
    const { accounts } = target.server;
    const linus = await Person.signIn(target.url, 'medarbetare2.uddevalla');
    const path = (await linus.ask('POST', '/api/own/calendar')).body.path as string;
    expect((await fetch(target.url + path)).status).toBe(200);
    const account = (await accounts.byId(linus.me.id))!;
    await accounts.change({ ...account, disabled: true });
    expect((await fetch(target.url + path)).status).toBe(404);
    await accounts.change(account);
  });
});

test('the addresses it gives are the public ones', async () => {
  const at = async (environment: Record<string, string>, headers: Record<string, string> = {}) => {
    const target = await openTarget(environment);
    const answer = await fetch(target.url + '/api/v1/openapi.json', { headers });
    const { servers } = (await answer.json()) as { servers: { url: string }[] };
    await target.close();
    return servers[0]!.url.replace(/:\d+/, '');
  };
  expect(await at({})).toBe('http://127.0.0.1/api/v1');
  expect(await at({ ORIGIN: 'https://ideer.example' })).toBe('https://ideer.example/api/v1');
  expect(await at({ PROTOCOL_HEADER: 'x-proto' }, { 'x-proto': 'https' })).toBe('https://127.0.0.1/api/v1');
});

describe('the read API counts', () => {
  let target: Target;
  beforeAll(async () => {
    target = await openTarget({ API_REQUESTS_PER_MINUTE: '3' });
  });
  afterAll(() => target?.close());

  const ask = (secret: string) =>
    fetch(target.url + '/api/v1/units', { headers: { authorization: 'Bearer ' + secret } });

  test('each token by itself, and says how long to wait', async () => {
    const tokens = new ApiTokens(target.server.backend.own);
    const one = (await tokens.make({ municipality: 'uddevalla', name: 'Ett' })).secret;
    const other = (await tokens.make({ municipality: 'uddevalla', name: 'Två' })).secret;
    for (let index = 0; index < 3; index++) expect((await ask(one)).status).toBe(200);
    const refused = await ask(one);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ error: 'too-many-requests' });
    expect((await ask(other)).status).toBe(200);
  });

  test('wrong tokens from one address, without standing in the way of a right one', async () => {
    const right = await new ApiTokens(target.server.backend.own).make({ municipality: 'uddevalla', name: 'Rätt' });
    const statuses = new Set<number>();
    for (let index = 0; index < 70; index++) statuses.add((await ask('idsl_wrong_' + index)).status);
    expect([...statuses].sort()).toEqual([401, 429]);
    expect((await ask(right.secret)).status).toBe(200);
  });
});

test('a revocation stands though the token is used in the same moment', async () => {
  let between = async (): Promise<void> => undefined;
  // The server's own documents, with a place to let another in between reading and writing.
  const target = await openTarget();
  try {
    const { own } = target.server.backend;
    const tokens = new ApiTokens({
      ...own,
      get: async (id) => {
        const document = await own.get(id);
        const turn = between;
        between = async () => undefined;
        await turn();
        return document;
      },
      put: (document) => own.put(document),
      all: (prefix) => own.all(prefix)
    });
    const { token, secret } = await tokens.make({ municipality: 'uddevalla', name: 'X' });
    const plain = new ApiTokens(own);
    between = async () => void (await plain.read(secret));
    await tokens.revoke(token.id);
    expect(await plain.read(secret)).toBe('revoked');
  } finally {
    await target.close();
  }
});

test('no log says a token, a calendar’s secret or what was asked for', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'ideslussen-api-log-'));
  const lines: string[] = [];
  const config = readConfig({ HOST: '127.0.0.1', DATA_DIR: dataDir, DEMO: '1', LOG_LEVEL: 'debug' });
  const server = await openServer(config, new Log('debug', (line) => lines.push(line)));
  const { url, close } = await serve(server);
  try {
    const admin = await Person.signIn(url, 'admin.uddevalla');
    const { body } = await admin.ask('POST', '/api/own/tokens', { municipality: 'uddevalla', name: 'Namnet' });
    const { path } = (await admin.ask('POST', '/api/own/calendar')).body as { path: string };
    // A failure in the middle is what a log is tempted to say too much of.
    const failing = vi.spyOn(server.backend.space('uddevalla')!, 'allDocs').mockRejectedValue(new Error(body.secret));
    const answer = await fetch(url + '/api/v1/units', { headers: { authorization: 'Bearer ' + body.secret } });
    expect(answer.status).toBe(500);
    expect((await fetch(url + path)).status).toBe(500);
    failing.mockRestore();
    const said = lines.join('\n');
    expect(said).toContain('request-failed');
    for (const secret of [hiddenPart(body.secret), path.slice(17, -4), 'Namnet']) expect(said).not.toContain(secret);
  } finally {
    await close();
    await server.backend.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
