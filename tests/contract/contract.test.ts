import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompressSync } from 'node:zlib';
import { get as httpGet } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ulid } from 'ulid';
import type { SyncState } from '#lib/server/sync-state.ts';
import { Person, PICTURE } from './person.ts';
import { type Target, TARGETS } from './targets.ts';

const SPACE = 'uddevalla';
const DB = '/db/' + SPACE;
const REV = /^\d+-[0-9a-f]{32}$/;

describe.each(TARGETS)('the server over $name', ({ open }) => {
  let target: Target;
  let anna: Person;
  let bo: Person;
  let coach: Person;
  let admin: Person;

  beforeAll(async () => {
    target = await open();
    [anna, bo, coach, admin] = (await Promise.all(
      ['medarbetare.', 'medarbetare2.', 'coach.', 'admin.'].map((role) => Person.signIn(target.url, role + SPACE))
    )) as [Person, Person, Person, Person];
  });
  afterAll(() => target?.close());

  test('says who is signed in, and which spaces they may read', async () => {
    expect(anna.me).toMatchObject({ username: 'medarbetare.uddevalla', spaces: [SPACE, 'fyrbodal', 'fyrbodal-behov'] });
    expect(anna.me.id).toMatch(/^[0-9A-Z]{26}$/);
    expect(anna.me.roles.filter((role) => role.startsWith('alias:'))).toHaveLength(1);
    expect((await anna.get('/auth/me')).body).toEqual(anna.me);
    expect((await fetch(target.url + '/auth/me')).status).toBe(401);
    expect((await fetch(target.url + DB)).status).toBe(401);
  });

  test('takes a login name in any case, and refuses a wrong password and an unknown name alike', async () => {
    expect((await Person.signIn(target.url, ' Medarbetare.UDDEVALLA ')).me.id).toBe(anna.me.id);
    await expect(Person.signIn(target.url, 'medarbetare.uddevalla', 'fel')).rejects.toThrow('wrong-credentials');
    await expect(Person.signIn(target.url, 'ingen.alls', 'fel')).rejects.toThrow('wrong-credentials');
  });

  test('shows a space to its members only', async () => {
    expect((await anna.get(DB)).body).toMatchObject({ db_name: SPACE });
    expect((await anna.get('/db/uddevalla-ledning')).status).toBe(403);
    expect((await anna.get('/db/trollhattan/_all_docs')).status).toBe(403);
    expect((await anna.get('/db/nowhere')).status).toBe(404);
    expect((await coach.get('/db/uddevalla-ledning')).status).toBe(200);
    expect((await anna.get('/db/')).body).toMatchObject({ couchdb: 'Welcome' });
  });

  test('has the demo: people, units, and ideas with what was said and decided', async () => {
    const { body } = await anna.get(DB + '/_all_docs');
    const kinds = new Set(body.rows.map((row: { id: string }) => row.id.split(':')[0]));
    expect([...kinds].sort()).toEqual(
      expect.arrayContaining(['comment', 'decision', 'idea', 'person', 'support', 'unit'])
    );
    expect((await anna.get(`${DB}/person:${anna.me.id}`)).body).toMatchObject({ name: anna.me.name });
  });

  test('answers a batch row by row: written, forbidden, in conflict', async () => {
    const idea = anna.idea();
    const first = await anna.bulk(SPACE, [
      idea,
      anna.idea({ by: bo.me.id }),
      anna.idea({ need: 'Ring 19121212-1212' })
    ]);
    expect(first.status).toBe(201);
    expect(first.body).toEqual([
      { ok: true, id: idea._id, rev: expect.stringMatching(REV) },
      { id: expect.any(String), error: 'forbidden', reason: 'not-allowed' },
      { id: expect.any(String), error: 'forbidden', reason: 'personal-number need' }
    ]);
    const again = await anna.bulk(SPACE, [idea, { ...idea, _rev: '1-' + 'a'.repeat(32) }]);
    for (const row of again.body)
      expect(row).toMatchObject({ id: idea._id, error: 'conflict', reason: expect.any(String) });
    const stranger = await bo.bulk(SPACE, [{ ...idea, _rev: first.body[0].rev, title: 'Kapad' }]);
    expect(stranger.body).toEqual([{ id: idea._id, error: 'forbidden', reason: 'not-allowed' }]);
  });

  test('writes one document by PUT, with its status', async () => {
    const idea = anna.idea();
    const path = `${DB}/${idea._id}`;
    const made = await anna.ask('PUT', path, idea);
    expect(made).toMatchObject({ status: 201, body: { ok: true, id: idea._id, rev: expect.stringMatching(REV) } });
    expect(await anna.ask('PUT', path, idea)).toMatchObject({ status: 409, body: { error: 'conflict' } });
    const changed = { ...idea, title: 'Bättre', edited: { by: anna.me.id, at: idea.at } };
    expect((await anna.ask('PUT', path + '?rev=' + made.body.rev, changed)).status).toBe(201);
    expect((await anna.get(path)).body).toMatchObject({ title: 'Bättre', by: anna.me.id });
    expect((await anna.get(`${path}?rev=${made.body.rev}`)).body).toMatchObject({ title: 'En idé' });
    expect((await anna.get(DB + '/idea:' + ulid())).status).toBe(404);
    expect((await anna.ask('PUT', path, { ...idea, _id: 'idea:' + ulid() })).status).toBe(400);
  });

  test('holds forged replicas against what is stored, and lists only the failures', async () => {
    const idea = anna.idea();
    await anna.bulk(SPACE, [idea]);
    const forged = { ...idea, title: 'Kapad', _rev: '7-' + 'f'.repeat(32) };
    const unrelated = { ...forged, by: bo.me.id, _rev: '8-' + 'e'.repeat(32) };
    const own = bo.idea({ _rev: '1-' + 'b'.repeat(32) });
    const { body } = await bo.bulk(SPACE, [forged, unrelated, own], { new_edits: false });
    expect(body).toEqual([
      { id: idea._id, error: 'forbidden', reason: 'not-allowed' },
      { id: idea._id, error: 'forbidden', reason: 'fixed-field by' }
    ]);
    expect((await anna.get(`${DB}/${own._id}`)).body._rev).toBe(own._rev);
    expect((await anna.get(`${DB}/${idea._id}`)).body.title).toBe('En idé');
    const put = await bo.ask('PUT', `${DB}/${idea._id}?new_edits=false`, forged);
    expect(put).toMatchObject({ status: 403, body: { error: 'forbidden', reason: 'not-allowed' } });
    const erased = { _id: idea._id, _rev: '9-' + 'c'.repeat(32), _deleted: true };
    expect((await bo.bulk(SPACE, [erased], { new_edits: false })).body).toMatchObject([
      { reason: 'erasure-not-allowed' }
    ]);
  });

  test('shows both leaves of a conflict that replicas brought', async () => {
    const idea = anna.idea();
    const edited = { by: idea.by, at: idea.at };
    const [a, b] = ['a', 'b'].map((letter) => ({ ...idea, title: letter, edited, _rev: '1-' + letter.repeat(32) }));
    await anna.bulk(SPACE, [a], { new_edits: false });
    await anna.bulk(SPACE, [b], { new_edits: false });
    const { body } = await anna.get(`${DB}/${idea._id}?conflicts=true`);
    expect(body).toMatchObject({ title: 'b', _conflicts: [a!._rev] });
    const changes = await anna.get(
      DB + '/_changes?descending=true&limit=1&include_docs=true&conflicts=true&style=all_docs'
    );
    expect(changes.body.results[0]).toMatchObject({ id: idea._id, doc: { title: 'b', _conflicts: [a!._rev] } });
    expect(changes.body.results[0].changes).toHaveLength(2);
    const open = await anna.get(`${DB}/${idea._id}?open_revs=all`);
    expect(open.body.map((leaf: { ok: { title: string } }) => leaf.ok.title).sort()).toEqual(['a', 'b']);
  });

  test('erases by law, and tells of it', async () => {
    const idea = anna.idea();
    const [{ rev }] = (await anna.bulk(SPACE, [idea])).body;
    expect((await anna.bulk(SPACE, [{ _id: idea._id, _rev: rev, _deleted: true }])).body).toMatchObject([
      { reason: 'erasure-not-allowed' }
    ]);
    expect((await admin.bulk(SPACE, [{ _id: idea._id, _rev: rev, _deleted: true }])).body).toMatchObject([
      { ok: true }
    ]);
    expect((await anna.get(`${DB}/${idea._id}`)).status).toBe(404);
    const { body } = await anna.ask('POST', DB + '/_all_docs?include_docs=true', { keys: [idea._id, 'idea:NONE'] });
    expect(body.rows).toMatchObject([
      { id: idea._id, value: { deleted: true }, doc: null },
      { key: 'idea:NONE', error: 'not_found' }
    ]);
    const changes = await anna.get(DB + '/_changes?descending=true&limit=1&include_docs=true');
    expect(changes.body.results[0]).toMatchObject({ id: idea._id, deleted: true, doc: { _deleted: true } });
  });

  test('gives the changes in pages that lose nothing, and hides the rules', async () => {
    const seen: string[] = [];
    let since = '0';
    for (;;) {
      const { body } = await anna.get(`${DB}/_changes?since=${since}&limit=7`);
      seen.push(...body.results.map((row: { id: string }) => row.id));
      since = body.last_seq;
      if (body.results.length < 7) break;
    }
    const { body } = await anna.get(DB + '/_changes');
    expect(seen.sort()).toEqual(body.results.map((row: { id: string }) => row.id).sort());
    expect(seen.filter((id) => id.startsWith('_'))).toEqual([]);
    const listed = (await anna.get(DB + '/_all_docs')).body.rows.map((row: { id: string }) => row.id);
    expect(listed.filter((id: string) => id.startsWith('_'))).toEqual([]);
    expect((await anna.get(`${DB}/_changes?since=now`)).body.results).toEqual([]);
    expect((await anna.get(`${DB}/_changes?since=${since}&limit=1`)).body.results).toEqual([]);
  });

  test('answers a long poll when somebody writes, and when the time is out', async () => {
    const { last_seq } = (await anna.get(DB + '/_changes?since=now')).body;
    const quiet = await anna.get(`${DB}/_changes?feed=longpoll&since=${last_seq}&timeout=300`);
    expect(quiet.body.results).toEqual([]);
    const waiting = anna.get(`${DB}/_changes?feed=longpoll&since=${last_seq}&timeout=20000`);
    const idea = bo.idea();
    await bo.bulk(SPACE, [idea]);
    expect((await waiting).body.results).toMatchObject([{ id: idea._id }]);
  });

  test('tells revisions apart, and gives many documents at once', async () => {
    const idea = anna.idea();
    const [{ rev }] = (await anna.bulk(SPACE, [idea])).body;
    const unknown = '1-' + '0'.repeat(32);
    const diff = await anna.ask('POST', DB + '/_revs_diff', { [idea._id]: [rev, unknown], '_design/rules': [unknown] });
    expect(diff.body).toMatchObject({ [idea._id]: { missing: [unknown] }, '_design/rules': { missing: [unknown] } });
    const { body } = await anna.ask('POST', DB + '/_bulk_get?revs=true', { docs: [{ id: idea._id, rev }] });
    expect(body.results).toMatchObject([
      { id: idea._id, docs: [{ ok: { title: 'En idé', _revisions: { start: 1 } } }] }
    ]);
  });

  test('keeps pictures, and lets nobody exchange them', async () => {
    const idea = anna.idea();
    const photo = { _id: 'photo:' + ulid(), v: 1, idea: idea._id, by: anna.me.id, at: idea.at, width: 1, height: 1 };
    const original = { content_type: 'image/jpeg', data: PICTURE };
    const [, made] = (await anna.bulk(SPACE, [idea, { ...photo, _attachments: { original } }])).body;
    expect(made).toMatchObject({ ok: true });
    const path = `${DB}/${photo._id}`;
    const got = await fetch(`${target.url}${path}/original`, { headers: { cookie: anna.cookie } });
    expect(Buffer.from(await got.arrayBuffer()).toString('base64')).toBe(PICTURE);
    expect(got.headers.get('content-type')).toBe('image/jpeg');
    const put = (name: string, type: string, rev: string) =>
      fetch(`${target.url}${path}/${name}?rev=${rev}`, {
        method: 'PUT',
        headers: { cookie: anna.cookie, 'content-type': type },
        body: new Uint8Array(Buffer.from(PICTURE + 'AAAA', 'base64'))
      });
    expect((await put('thumbnail', 'text/html', made.rev)).status).toBe(403);
    expect((await put('page', 'image/jpeg', made.rev)).status).toBe(403);
    const added = await put('thumbnail', 'image/jpeg', made.rev);
    expect(added.status).toBe(201);
    const { rev } = (await added.json()) as { rev: string };
    expect((await put('thumbnail', 'image/jpeg', made.rev)).status).toBe(409);
    const { body } = await anna.get(path);
    expect(body._attachments).toMatchObject({ original: { stub: true }, thumbnail: { content_type: 'image/jpeg' } });
    const stubbed = (await anna.bulk(SPACE, [{ ...body, _rev: rev }])).body;
    expect(stubbed).toMatchObject([{ ok: true }]);
  });

  test('keeps checkpoints for each person apart', async () => {
    const path = DB + '/_local/checkpoint.1=';
    const name = '_local/checkpoint.1=';
    expect((await anna.get(path)).status).toBe(404);
    const made = await anna.ask('PUT', path, { _id: name, last_seq: 7 });
    expect(made).toMatchObject({ status: 201, body: { ok: true, id: name, rev: '0-1' } });
    expect((await anna.get(path)).body).toEqual({ _id: name, _rev: '0-1', last_seq: 7 });
    expect((await bo.get(path)).status).toBe(404);
    expect((await anna.ask('PUT', path, { _id: name, last_seq: 8 })).status).toBe(409);
    expect((await anna.ask('PUT', path, { _id: name, _rev: '0-1', last_seq: 8 })).body.rev).toBe('0-2');
  });

  // A database that is followed from outside tells of a write a little after it was answered.
  const quiet = async (): Promise<SyncState> => {
    for (let tries = 0; tries < 20; tries++) {
      const state: SyncState = (await anna.get('/sync')).body;
      const later: SyncState = (await anna.get(`/sync?wait=1&known=${state.version}`)).body;
      if (later.version === state.version) return state;
    }
    throw new Error('/sync tells of news although nobody writes');
  };

  test('answers /sync in one small answer that changes when anything does', async () => {
    const first = await quiet();
    expect(JSON.stringify(first).length).toBeLessThan(1000);
    expect(first.me).toEqual({ id: anna.me.id, roles: anna.me.roles });
    expect(first.spaces.map((space) => space.name)).toEqual(anna.me.spaces);
    expect((await anna.get('/sync')).body).toEqual(first);
    const waiting = anna.get(`/sync?wait=20&known=${first.version}`);
    await bo.bulk(SPACE, [bo.idea()]);
    const second = (await waiting).body;
    expect(second.version).not.toBe(first.version);
    expect(second.spaces[0].seq).not.toBe(first.spaces[0]!.seq);
    expect(second.spaces[0].epoch).toBe(first.spaces[0]!.epoch);
    const now = await quiet();
    const started = performance.now();
    expect((await anna.get(`/sync?wait=1&known=${now.version}`)).body).toEqual(now);
    expect(performance.now() - started).toBeGreaterThan(900);
    expect((await fetch(target.url + '/sync')).status).toBe(401);
  });

  test('answers a device that speaks for somebody else with 401, so that nothing is written in another name', async () => {
    const asked = { 'x-ideslussen-person': bo.me.id };
    expect(await anna.ask('GET', '/sync', undefined, asked)).toMatchObject({
      status: 401,
      body: { error: 'other-person' }
    });
    expect(await anna.ask('GET', DB, undefined, asked)).toMatchObject({
      status: 401,
      body: { reason: 'other-person' }
    });
    expect((await anna.ask('GET', DB, undefined, { 'x-ideslussen-person': anna.me.id })).status).toBe(200);
  });

  test('answers nothing but its list of endpoints', async () => {
    for (const path of [
      '_design/rules',
      '_security',
      '_find',
      '_compact',
      '_purge',
      '_index',
      '_local_docs',
      '_explain',
      '_shards',
      '_design/rules/_view/x'
    ])
      expect([path, (await anna.get(`${DB}/${path}`)).status]).toEqual([path, 404]);
    expect((await anna.ask('DELETE', DB)).status).toBe(405);
    expect((await anna.ask('POST', DB, {})).status).toBe(405);
    for (const path of ['_users', '_session', '_all_dbs', '_replicator', '_node/_local/_config'])
      expect([path, (await anna.get('/db/' + path)).status]).toEqual([path, 404]);
    const rows = (await anna.bulk(SPACE, [{ _id: '_design/x' }, { _id: '_local/epoch', epoch: 'mine' }])).body;
    expect(rows).toMatchObject([{ error: 'forbidden' }, { error: 'forbidden' }]);
  });

  test('compresses what is long', async () => {
    const [encoding, raw] = await new Promise<[string | undefined, Buffer]>((resolve, reject) => {
      const headers = { cookie: anna.cookie, 'accept-encoding': 'gzip, br' };
      httpGet(`${target.url}${DB}/_changes?include_docs=true`, { headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => resolve([response.headers['content-encoding'], Buffer.concat(parts as never)]));
      }).on('error', reject);
    });
    expect(encoding).toBe('br');
    const text = brotliDecompressSync(raw as never).toString();
    expect(raw.length).toBeLessThan(text.length / 3);
    expect(JSON.parse(text).results.length).toBeGreaterThan(50);
  });

  test('says that it is well', async () => {
    expect(await (await fetch(target.url + '/healthz')).json()).toEqual({ ok: true });
  });

  test('replicates both ways with a stock PouchDB of another process, and refuses its forgeries one by one', async () => {
    const script = fileURLToPath(new URL('./stock-pouchdb.mjs', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [script, target.url + DB, anna.cookie, anna.me.id]);
    const told = JSON.parse(stdout);
    expect(told).toMatchObject({
      down: true,
      up: { written: 1, failures: 4 },
      mine: true,
      theirs: 'not_found',
      kept: true
    });
    expect(told.denied.sort()).toEqual(['not-allowed', 'not-allowed', 'personal-number need', 'unknown-kind']);
    expect(told.pulled).toBeGreaterThan(80);
    expect(told.forged.map((row: { name?: string; error?: string }) => row.name ?? row.error)).toEqual([
      'forbidden',
      'forbidden',
      'forbidden'
    ]);
  }, 60_000);
});
