import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PrivateDocuments } from '#lib/server/couch/backend.ts';
import { type Target, TARGETS } from './targets.ts';

describe.each(TARGETS)('the server’s own documents over $name', ({ open }) => {
  let target: Target;
  let own: PrivateDocuments;
  // A CouchDB that others use too may hold what an earlier run left.
  const mark = `proof-${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
  const id = (name: string) => `${mark}:${name}`;

  beforeAll(async () => {
    target = await open();
    own = target.server.backend.own;
  });
  afterAll(() => target?.close());

  test('are given as they were put, with a revision', async () => {
    expect(await own.get(id('a'))).toBeUndefined();
    await own.put({ _id: id('a'), words: 'å', list: [1, { two: null }] });
    const stored = await own.get(id('a'));
    expect(stored).toEqual({
      _id: id('a'),
      _rev: expect.stringMatching(/^1-/) as string,
      words: 'å',
      list: [1, { two: null }]
    });
    await own.put({ ...stored!, words: 'ä' });
    expect(await own.get(id('a'))).toMatchObject({ _rev: expect.stringMatching(/^2-/) as string, words: 'ä' });
  });

  test('of two who make or change one, the first is right and the other hears 409', async () => {
    await own.put({ _id: id('b'), by: 'first' });
    await expect(own.put({ _id: id('b'), by: 'second' })).rejects.toMatchObject({ status: 409 });
    const seen = (await own.get(id('b')))!;
    await own.put({ ...seen, by: 'third' });
    await expect(own.put({ ...seen, by: 'fourth' })).rejects.toMatchObject({ status: 409 });
    expect(await own.get(id('b'))).toMatchObject({ by: 'third' });
    const together = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) => own.put({ _id: id('c'), by: index }))
    );
    expect(together.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('are gone once they are taken away, and can be made anew', async () => {
    await own.put({ _id: id('d'), address: 'gammal' });
    const stored = (await own.get(id('d')))!;
    await expect(own.put({ _id: id('d'), _rev: '1-' + 'a'.repeat(32), _deleted: true })).rejects.toMatchObject({
      status: 409
    });
    await own.put({ _id: id('d'), _rev: stored._rev!, _deleted: true });
    expect(await own.get(id('d'))).toBeUndefined();
    expect((await own.all(id('d'))).length).toBe(0);
    await own.put({ _id: id('d'), address: 'ny' });
    expect(await own.get(id('d'))).toMatchObject({ address: 'ny' });
  });

  test('are listed by how their ids begin, in order, and no others', async () => {
    for (const name of ['list:b', 'list:a', 'list:ö', 'listan', 'lis']) await own.put({ _id: id(name), name });
    expect((await own.all(id('list:'))).map((document) => document['name'])).toEqual(['list:a', 'list:b', 'list:ö']);
    expect(await own.all(id('nothing:'))).toEqual([]);
  });
});
