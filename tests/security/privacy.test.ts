import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Person } from '../contract/person.ts';
import { openTarget, type Target } from '../contract/targets.ts';

describe('who gets to know what', () => {
  let target: Target;
  beforeAll(async () => (target = await openTarget()));
  afterAll(() => target?.close());

  test('a partner from outside does not get the names of everybody who works in the region', async () => {
    const partner = await Person.signIn(target.url, 'partner.fyrbodal');
    expect(partner.me.spaces).toEqual(['fyrbodal-behov']);
    const { rows } = (await partner.get('/db/fyrbodal-behov/_all_docs?include_docs=true')).body;
    expect(rows.map((row: { doc: { name: string } }) => row.doc.name).sort()).toEqual(['Ingrid Falk', 'Tobias Rask']);
  });

  test('nobody’s alias stands anywhere but in their own answers', async () => {
    const anna = await Person.signIn(target.url, 'medarbetare.uddevalla');
    const admin = await Person.signIn(target.url, 'admin.uddevalla');
    const alias = anna.me.roles.find((role) => role.startsWith('alias:'))!.slice(6);
    await anna.bulk('uddevalla', [anna.idea(), anna.idea({ by: alias, hidden: true }), anna.idea()]);
    await anna.ask('PUT', '/db/uddevalla/_local/mitt', { alias });
    const { results } = (await admin.get('/db/uddevalla/_changes?include_docs=true&style=all_docs')).body;
    const about = results.filter((row: object) => JSON.stringify(row).includes(alias));
    expect(about).toHaveLength(1);
    expect(JSON.stringify(about)).not.toContain(anna.me.id);
    for (const path of [
      '/sync',
      '/auth/me',
      '/db/uddevalla',
      `/db/uddevalla/person:${anna.me.id}`,
      '/db/uddevalla/_local/mitt'
    ])
      expect(JSON.stringify((await admin.get(path)).body)).not.toContain(alias);
  });
});
