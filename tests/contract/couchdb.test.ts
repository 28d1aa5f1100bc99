import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { membersOf } from '#lib/domain/actor.ts';
import { CouchClient } from '#lib/server/couch/couchdb/client.ts';
import { readConfig } from '#lib/server/config.ts';
import { openServer } from '#lib/server/open.ts';
import { startStandIn, type StandIn } from './couchdb-stand-in.ts';
import { Person } from './person.ts';
import { openTarget, type Target } from './targets.ts';

describe('with CouchDB', () => {
  let standIn: StandIn;
  let one: Target;
  let other: Target;
  const environment = () => ({
    COUCHDB_URL: standIn.url,
    COUCHDB_PROXY_SECRET: standIn.proxySecret,
    SESSION_SECRET: 'x'.repeat(40)
  });

  beforeAll(async () => {
    standIn = await startStandIn();
    one = await openTarget(environment());
    other = await openTarget(environment());
  });
  afterAll(async () => {
    await one.close();
    await other.close();
    await standIn.close();
  });

  test('the server admits to each database whom its space admits, and to the login names nobody', async () => {
    const client = new CouchClient(standIn.url, standIn.proxySecret);
    for (const space of ['uddevalla', 'uddevalla-ledning', 'fyrbodal', 'fyrbodal-behov'])
      expect(await (await client.admin(`/${space}/_security`)).json()).toMatchObject({
        members: { roles: membersOf(space) },
        admins: { roles: ['_admin'] }
      });
    expect(await (await client.admin('/ideslussen-logins/_security')).json()).toMatchObject({
      members: { roles: ['_admin'] }
    });
    const rules = (await (await client.admin('/uddevalla/_design/rules')).json()) as { validate_doc_update: string };
    expect(rules.validate_doc_update).toMatch(/^function\(/);
  });

  test('nobody is let in by a token that another secret made', async () => {
    const impostor = new CouchClient(standIn.url, 'another secret');
    await expect(impostor.as({ id: 'x', roles: ['_admin'] }, '/uddevalla')).rejects.toMatchObject({ status: 503 });
  });

  test('two app servers have the same accounts, sessions and data, and tell of each other’s writes', async () => {
    const anna = await Person.signIn(one.url, 'medarbetare.uddevalla');
    const there = await fetch(other.url + '/sync', { headers: { cookie: anna.cookie } });
    const { version } = (await there.json()) as { version: string };
    const started = Date.now();
    const waiting = fetch(`${other.url}/sync?wait=20&known=${version}`, { headers: { cookie: anna.cookie } });
    await anna.bulk('uddevalla', [anna.idea()]);
    expect(((await (await waiting).json()) as { version: string }).version).not.toBe(version);
    expect(Date.now() - started).toBeLessThan(2000);
  });

  test('the epoch is one for all app servers, and another when the database was made anew', async () => {
    const mark = async (target: Target) => target.server.backend.space('vanersborg')!.mark();
    const { epoch } = await mark(one);
    expect((await mark(other)).epoch).toBe(epoch);
    await standIn.database('vanersborg')!.recreate();
    const third = await openTarget(environment());
    expect((await mark(third)).epoch).not.toBe(epoch);
    await third.close();
  });

  test('a full page stays full although the rules are hidden from it', async () => {
    const anna = await Person.signIn(one.url, 'medarbetare.uddevalla');
    for (const limit of [1, 2, 3, 10]) {
      for (const path of [
        `_changes?limit=${limit}`,
        `_changes?limit=${limit}&descending=true`,
        `_all_docs?limit=${limit}`
      ]) {
        const { body } = await anna.get('/db/uddevalla/' + path);
        expect([path, (body.results ?? body.rows).length]).toEqual([path, limit]);
      }
    }
  });

  test('a lone surrogate is one refused document, not a refused batch', async () => {
    const anna = await Person.signIn(one.url, 'medarbetare.uddevalla');
    const { body } = await anna.bulk('uddevalla', [
      anna.idea({ need: 'trasig \ud83d' }),
      anna.idea({ need: 'hel 🙂 \\ud83d' })
    ]);
    expect(body).toMatchObject([{ error: 'forbidden', reason: 'malformed-text' }, { ok: true }]);
  });
});

test.each([
  ['does not take proxy authentication', undefined],
  ['takes it from anybody', false]
])('the server does not start where CouchDB %s, and prints the lines to add', async (_name, proxyUseSecret) => {
  const standIn = await startStandIn({ proxyUseSecret });
  const dataDir = mkdtempSync(join(tmpdir(), 'ideslussen-couch-'));
  const config = readConfig({
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    COUCHDB_URL: standIn.url,
    COUCHDB_PROXY_SECRET: standIn.proxySecret
  });
  expect(config.demo).toBe(false);
  const failure = (await openServer(config).catch((error: Error) => error)) as Error;
  expect(failure.message).toContain('proxy_use_secret = true');
  expect(failure.message).toContain(
    'authentication_handlers = {chttpd_auth, cookie_authentication_handler}, {chttpd_auth, proxy_authentication_handler}'
  );
  await standIn.close();
  rmSync(dataDir, { recursive: true, force: true });
});
