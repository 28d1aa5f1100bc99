import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocsQuery } from '#lib/server/couch/backend.ts';
import { allDocsWithoutDesign } from '#lib/server/couch/couchdb/rows.ts';
import { plainAttachments } from '#lib/server/couch/stored-attachments.ts';
import { type Target, TARGETS } from '../contract/targets.ts';

describe('over CouchDB', () => {
  let target: Target;
  beforeAll(async () => (target = await TARGETS[1]!.open()));
  afterAll(() => target?.close());

  const attempt = async (username: string): Promise<number> => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ username, password: 'fel lösenord' });
    return (await fetch(target.url + '/auth/login', { method: 'POST', headers, body })).status;
  };

  test('CouchDB’s own lockout does not tell which login names there are', async () => {
    for (let name = 0; name < 8; name++) expect(await attempt('finns.inte' + name)).toBe(401);
    for (let time = 0; time < 8; time++) expect(await attempt('chef.uddevalla')).toBe(401);
  });

  test('others’ local documents are not asked for by name', async () => {
    const query: DocsQuery = {
      keys: ['_local/epoch', 'idea:A', '_design/rules', 'idea:B'],
      inclusiveEnd: true,
      descending: false,
      skip: 0,
      includeDocs: true,
      conflicts: false
    };
    const text = await allDocsWithoutDesign(query, async (_asked, keys) => {
      expect(keys).toEqual(['idea:A', 'idea:B']);
      const rows = [
        { id: 'idea:A', key: 'idea:A', value: { rev: '1-a' }, doc: {} },
        { key: 'idea:B', error: 'not_found' }
      ];
      return JSON.stringify({ total_rows: 1, rows });
    });
    expect((JSON.parse(text) as { rows: object[] }).rows).toMatchObject([
      { key: '_local/epoch', error: 'not_found' },
      { id: 'idea:A' },
      { key: '_design/rules', error: 'not_found' },
      { key: 'idea:B', error: 'not_found' }
    ]);
  });

  test('attachments are bytes or stubs, and never promised for later', () => {
    const data = 'AAAA';
    const document = {
      _id: 'photo:x',
      _attachments: { original: { content_type: 'image/jpeg', follows: true, data } }
    };
    expect(plainAttachments(document as never)._attachments).toEqual({
      original: { content_type: 'image/jpeg', data }
    });
    const promised = {
      _id: 'photo:x',
      _attachments: { original: { content_type: 'image/jpeg', follows: true, length: 4 } }
    };
    expect(() => plainAttachments(promised as never)).toThrow('bad_request');
  });
});
