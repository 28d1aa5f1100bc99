import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Person } from './person.ts';
import { type Target, TARGETS } from './targets.ts';

const DB = '/db/uddevalla';

describe.each(TARGETS)('a crowd that asks the same of the server over $name', ({ open }) => {
  let target: Target;
  let anna: Person;
  let bo: Person;

  beforeAll(async () => {
    target = await open();
    [anna, bo] = (await Promise.all(
      ['medarbetare.uddevalla', 'medarbetare2.uddevalla'].map((login) => Person.signIn(target.url, login))
    )) as [Person, Person];
  });
  afterAll(() => target?.close());

  test('leaves a write visible at once to its writer and to whoever is told of it', async () => {
    const { last_seq: since } = (await anna.get(DB + '/_changes?since=now')).body;
    const path = `${DB}/_changes?since=${since}&include_docs=true&conflicts=true&limit=2000`;
    let isOver = false;
    const crowd = Array.from({ length: 10 }, async () => {
      while (!isOver) expect((await bo.get(path)).status).toBe(200);
    });
    for (let times = 0; times < 15; times++) {
      const idea = anna.idea();
      expect((await anna.bulk('uddevalla', [idea])).body).toMatchObject([{ ok: true }]);
      const pages = await Promise.all([anna.get(path), bo.get(path)]);
      for (const { body } of pages) expect(body.results.map((row: { id: string }) => row.id)).toContain(idea._id);
    }
    isOver = true;
    await Promise.all(crowd);
  });

  test('gives nobody in it what they may not read', async () => {
    const stranger = await Person.signIn(target.url, 'medarbetare.vanersborg');
    const path = DB + '/_changes?include_docs=true&limit=50';
    const asked = Array.from({ length: 40 }, (_, index) => (index % 4 === 1 ? stranger : anna).get(path));
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses).toEqual(statuses.map((_, index) => (index % 4 === 1 ? 403 : 200)));
    const nobody = await Promise.all([anna.get(path), fetch(target.url + path), anna.get(path)]);
    expect(nobody.map(({ status }) => status)).toEqual([200, 401, 200]);
  });

  test('is told of a write within two seconds, all of it', async () => {
    const people = await Promise.all(
      ['medarbetare', 'medarbetare2', 'coach', 'chef', 'ledning', 'admin'].map((name) =>
        Person.signIn(target.url, name + '.uddevalla')
      )
    );
    const waiting = people.flatMap((person) =>
      Array.from({ length: 10 }, async () => {
        const { version } = (await person.get('/sync')).body;
        const state = (await person.get(`/sync?wait=20&known=${version}`)).body;
        expect(state.version).not.toBe(version);
        return performance.now();
      })
    );
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const started = performance.now();
    await anna.bulk('uddevalla', [anna.idea()]);
    expect(Math.max(...(await Promise.all(waiting))) - started).toBeLessThan(2000);
  });
});
