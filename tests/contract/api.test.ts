import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Person, type Answer } from './person.ts';
import { TARGETS, type Target } from './targets.ts';

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

type Row = Readonly<Record<string, unknown>> & { readonly id: string };
interface Page {
  readonly data: readonly Row[];
  readonly erased: readonly string[];
  readonly next: string | null;
  readonly since: string | null;
}

describe.each(TARGETS)('the read API over $name', ({ open }) => {
  let target: Target;
  let anna: Person;
  let bo: Person;
  let coach: Person;
  let admin: Person;
  let secret: string;

  beforeAll(async () => {
    target = await open();
    anna = await Person.signIn(target.url, 'medarbetare.uddevalla');
    bo = await Person.signIn(target.url, 'medarbetare2.uddevalla');
    coach = await Person.signIn(target.url, 'coach.uddevalla');
    admin = await Person.signIn(target.url, 'admin.uddevalla');
    const idea = anna.idea({ title: 'Med nytta' });
    await anna.bulk('uddevalla', [idea]);
    const benefit = {
      _id: `benefit:${idea._id.slice(5)}:${ulid()}`,
      v: 1,
      idea: idea._id,
      by: coach.me.id,
      at: idea.at
    };
    const hours = { amount: -12, per: 'month' };
    const said = await coach.bulk('uddevalla', [{ ...benefit, state: 'planned', on: '2027-01-01', hours }]);
    expect(said.body[0].ok).toBe(true);
    const made = await admin.ask('POST', '/api/own/tokens', { municipality: 'uddevalla', name: 'Power BI' });
    secret = made.body.secret as string;
  });
  afterAll(() => target?.close());

  async function ask(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    const address = path.startsWith('http') ? path : target.url + '/api/v1' + path;
    const response = await fetch(address, { headers: { authorization: 'Bearer ' + secret, ...headers } });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').startsWith('application/json');
    return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
  }

  /** What to ask with for what comes from here on. A first reading may tell again what changed as it began. */
  async function upToDate(): Promise<string> {
    let { since } = await readAll('/ideas');
    for (let told = 1; told > 0;) {
      const again = await readAll(`/ideas?since=${since}`);
      told = again.rows.length + again.erased.length;
      ({ since } = again);
    }
    return since;
  }

  /** Every page from an address on, to what the next reading begins with. */
  async function readAll(path: string): Promise<{ rows: Row[]; erased: string[]; since: string; pages: number }> {
    const rows = new Map<string, Row>();
    const erased: string[] = [];
    for (let next: string | null = path, pages = 1; ; pages++) {
      const { status, body } = (await ask(next)) as Answer<Page>;
      expect(status).toBe(200);
      for (const row of body.data) rows.set(row.id, row);
      erased.push(...body.erased);
      next = body.next;
      if (next === null) return { rows: [...rows.values()], erased, since: body.since!, pages };
    }
  }

  async function documents(kind: string): Promise<(Row & { _id: string })[]> {
    const { body } = await anna.get(`/db/uddevalla/_all_docs?include_docs=true&startkey="${kind}:"&endkey="${kind}:~"`);
    return body.rows.map((row: { doc: Row }) => row.doc);
  }

  test('every answer is what its OpenAPI description says', async () => {
    const { body: described } = (await ask('/openapi.json')) as Answer<{ openapi: string; paths: object }>;
    expect(described.openapi).toBe('3.1.0');
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    ajv.addFormat('date-time', DATE_TIME);
    ajv.addFormat('date', /^\d{4}-\d\d-\d\d$/);
    ajv.addSchema(described, 'api');
    const paths = Object.keys(described.paths);
    expect(paths).toEqual(expect.arrayContaining(['/ideas', '/decisions', '/benefits', '/units', '/challenges']));
    for (const path of paths) {
      const schema = 'api#/components/schemas/' + path.slice(1) + 'Page';
      const { status, body } = await ask(path + '?limit=500');
      expect(status).toBe(200);
      expect((body as Page).data.length).toBeGreaterThan(0);
      const validate = ajv.getSchema(schema)!;
      void validate(body);
      expect(validate.errors ?? []).toEqual([]);
    }
    const refused = ajv.getSchema('api#/components/schemas/refusal')!;
    for (const path of ['/ideas?limit=0', '/nothing']) {
      void refused((await ask(path)).body);
      expect(refused.errors ?? []).toEqual([]);
    }
  });

  test('pages by cursor give every document once, whatever the page', async () => {
    for (const [name, kind] of [
      ['ideas', 'idea'],
      ['decisions', 'decision'],
      ['units', 'unit'],
      ['challenges', 'challenge'],
      ['benefits', 'benefit']
    ] as const) {
      const wanted = (await documents(kind)).map(({ _id }) => _id).sort();
      const few = await readAll(`/${name}?limit=3`);
      expect(few.pages).toBe(Math.max(1, Math.ceil(wanted.length / 3)));
      expect(few.rows.map(({ id }) => id)).toEqual(wanted);
      const all = await readAll(`/${name}?limit=500`);
      expect(all.rows).toEqual(few.rows);
    }
  });

  test('an idea says what stands around it', async () => {
    const idea = anna.idea({ title: 'Räknas', at: new Date().toISOString() });
    const bare = idea._id.slice('idea:'.length);
    const at = new Date().toISOString();
    const said = (of: Person, more: object) => ({
      _id: `comment:${bare}:${ulid()}`,
      v: 1,
      idea: idea._id,
      by: of.me.id,
      at,
      text: 'Ja',
      ...more
    });
    const support = (of: Person, given: boolean) => ({
      _id: `support:${bare}:${of.me.id}`,
      v: 1,
      idea: idea._id,
      by: of.me.id,
      state: { given, at }
    });
    await anna.bulk('uddevalla', [idea, said(anna, { retracted: { by: anna.me.id, at } }), support(anna, false)]);
    await bo.bulk('uddevalla', [said(bo, {}), support(bo, true)]);
    const decision = { _id: `decision:${bare}:${ulid()}`, v: 1, idea: idea._id, by: coach.me.id, at };
    await coach.bulk('uddevalla', [{ ...decision, from: 'ny', to: 'vilande', reason: 'Sedan.', follows: [] }]);
    const { rows } = await readAll('/ideas');
    expect(rows.find(({ id }) => id === idea._id)).toMatchObject({
      title: 'Räknas',
      stage: 'vilande',
      stageSince: at,
      answeredAt: at,
      supports: 1,
      comments: 1,
      hidden: false
    });
    const told = (await readAll('/decisions')).rows.find(({ idea: of }) => of === idea._id);
    expect(told).toMatchObject({ from: 'ny', to: 'vilande', reason: 'Sedan.', withdrawnAt: null });
  });

  test('since gives what has changed and what was erased, and nothing else', async () => {
    const before = await upToDate();
    const old = anna.idea({ title: 'Skriven utan nät', at: '2026-01-02T08:00:00.000Z' });
    const gone = anna.idea({ title: 'Ska bort' });
    const { body } = await anna.bulk('uddevalla', [old, gone]);
    const first = await readAll(`/ideas?since=${before}`);
    expect(first.rows.map(({ id }) => id).sort()).toEqual([gone._id, old._id].sort());
    expect(first.rows.find(({ id }) => id === old._id)).toMatchObject({ supports: 0 });

    const state = { given: true, at: new Date().toISOString() };
    const support = { _id: `support:${old._id.slice(5)}:${bo.me.id}`, v: 1, idea: old._id, by: bo.me.id, state };
    await bo.bulk('uddevalla', [support]);
    await admin.bulk('uddevalla', [{ _id: gone._id, _rev: body[1].rev, _deleted: true }]);
    const second = await readAll(`/ideas?since=${first.since}`);
    expect(second.rows.map(({ id, supports }) => [id, supports])).toEqual([[old._id, 1]]);
    expect(second.erased).toEqual([gone._id]);
    const third = await readAll(`/ideas?since=${second.since}`);
    expect([third.rows, third.erased]).toEqual([[], []]);
  });

  test('many changes come in pages, each idea as it stands', async () => {
    const since = await upToDate();
    const ideas = Array.from({ length: 23 }, (_, index) => anna.idea({ title: 'Nr ' + index }));
    await anna.bulk('uddevalla', ideas);
    const { rows, pages } = await readAll(`/ideas?since=${since}&limit=5`);
    expect(rows.map(({ id }) => id).sort()).toEqual(ideas.map(({ _id }) => _id).sort());
    expect(pages).toBeGreaterThan(3);
  });

  test('an ETag saves an answer that nothing has changed, and no other', async () => {
    const first = await ask('/ideas?limit=2');
    const tag = first.headers.get('etag')!;
    expect((await ask('/ideas?limit=2', { 'if-none-match': tag })).status).toBe(304);
    expect((await ask('/ideas?limit=3', { 'if-none-match': tag })).status).toBe(200);
    await anna.bulk('uddevalla', [anna.idea()]);
    expect((await ask('/ideas?limit=2', { 'if-none-match': tag })).status).toBe(200);
  });

  test('as CSV it says the same', async () => {
    await anna.bulk('uddevalla', [anna.idea({ title: '=1+1;"x"', need: 'Två\nrader' })]);
    const rows: Record<string, string>[] = [];
    for (let next: string | null = '/ideas?format=csv&limit=7'; next !== null;) {
      const { body, headers } = (await ask(next)) as Answer<string>;
      expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
      rows.push(...parse<Record<string, string>>(body, { bom: true, delimiter: ';', columns: true }));
      next = /<([^>]*)>; rel="next"/.exec(headers.get('link') ?? '')?.[1] ?? null;
    }
    const { rows: json } = await readAll('/ideas');
    const plain = (row: Row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? '' : String(value)]));
    const unguarded = rows.map(({ erased: _erased, ...row }) =>
      row['title']!.startsWith("'=") ? { ...row, title: row['title']!.slice(1) } : row
    );
    expect(unguarded).toEqual(json.map(plain));
  });

  test('tokens live in the server’s own documents: made, listed, used, revoked', async () => {
    const list = async () => (await admin.get('/api/own/tokens')).body.tokens as { name: string; used?: string }[];
    expect((await list()).find(({ name }) => name === 'Power BI')?.used).toMatch(DATE_TIME);
    const { body } = await admin.ask('POST', '/api/own/tokens', { municipality: 'uddevalla', name: 'Qlik' });
    const asked = () => fetch(target.url + '/api/v1/units', { headers: { authorization: 'Bearer ' + body.secret } });
    expect((await asked()).status).toBe(200);
    expect((await admin.ask('DELETE', '/api/own/tokens/' + body.token.id)).status).toBe(200);
    const refused = await asked();
    expect([refused.status, ((await refused.json()) as { error: string }).error]).toEqual([401, 'revoked-token']);
  });

  test('a calendar link is made, replaced and revoked', async () => {
    const get = (path: string) => fetch(target.url + path);
    const first = (await coach.ask('POST', '/api/own/calendar')).body.path as string;
    const text = await (await get(first)).text();
    expect(text).toContain('BEGIN:VCALENDAR');
    const second = (await coach.ask('POST', '/api/own/calendar')).body.path as string;
    expect((await get(first)).status).toBe(404);
    const found = await get(second);
    expect(found.status).toBe(200);
    const again = await fetch(target.url + second, { headers: { 'if-none-match': found.headers.get('etag')! } });
    expect(again.status).toBe(304);
    await coach.ask('DELETE', '/api/own/calendar');
    expect((await get(second)).status).toBe(404);
    expect((await coach.get('/api/own/calendar')).body).toEqual({ made: null });
  });
});
