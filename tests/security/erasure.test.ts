import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EmbeddedSpace } from '#lib/server/couch/embedded/space.ts';
import { Person, PICTURE } from '../contract/person.ts';
import { openTarget, type Target, TARGETS } from '../contract/targets.ts';

const DB = '/db/uddevalla';
const SECRET = 'Något som inte skulle ha stått här';

describe.each(TARGETS)('what is erased over $name', ({ open }) => {
  let target: Target;
  let anna: Person;
  let bo: Person;
  let admin: Person;

  beforeAll(async () => {
    target = await open();
    anna = await Person.signIn(target.url, 'medarbetare.uddevalla');
    bo = await Person.signIn(target.url, 'medarbetare2.uddevalla');
    admin = await Person.signIn(target.url, 'admin.uddevalla');
  });
  afterAll(() => target?.close());

  async function writtenAndErased(person: Person, document: { readonly _id: string }) {
    const [{ rev }] = (await person.bulk('uddevalla', [document])).body;
    const [{ rev: tombstone }] = (await admin.bulk('uddevalla', [{ _id: document._id, _rev: rev, _deleted: true }]))
      .body;
    expect(tombstone).toMatch(/^2-/);
    return { id: document._id, rev: rev as string, tombstone: tombstone as string };
  }

  test('is read by nobody under the revision it had', async () => {
    const { id, rev, tombstone } = await writtenAndErased(anna, anna.idea({ need: SECRET }));
    const openRevs = encodeURIComponent(JSON.stringify([rev]));
    for (const query of [
      `rev=${rev}`,
      `rev=${rev}&latest=true`,
      `open_revs=${openRevs}`,
      `open_revs=${openRevs}&revs=true`
    ])
      expect(JSON.stringify((await bo.get(`${DB}/${id}?${query}`)).body)).not.toContain(SECRET);
    const asked = { docs: [{ id, rev }, { id, rev: tombstone }, { id }] };
    const { status, body } = await bo.ask('POST', DB + '/_bulk_get?revs=true', asked);
    expect(status).toBe(200);
    expect(JSON.stringify(body)).not.toContain(SECRET);
    // A replicator still learns of the erasure.
    expect(body.results[1].docs[0].ok).toMatchObject({ _id: id, _deleted: true });
    expect((await bo.get(`${DB}/${id}?rev=${tombstone}`)).body).toMatchObject({ _deleted: true });
    expect((await bo.get(`${DB}/${id}?open_revs=all`)).body).toMatchObject([{ ok: { _deleted: true } }]);
  });

  test('takes its pictures along', async () => {
    const { _id, at, by } = { ...anna.idea(), _id: 'photo:' + ulid(), by: anna.me.id };
    const photo = { _id, v: 1, idea: 'idea:' + ulid(), by, at, width: 1, height: 1 };
    const original = { content_type: 'image/jpeg', data: PICTURE };
    const { id, rev } = await writtenAndErased(anna, { ...photo, _attachments: { original } } as never);
    const answer = await bo.get(`${DB}/${id}/original?rev=${rev}`);
    expect(answer.status).toBe(404);
    const { body } = await bo.ask('POST', DB + '/_bulk_get?attachments=true', { docs: [{ id, rev }] });
    expect(JSON.stringify(body)).not.toContain(PICTURE.slice(0, 40));
  });

  test('does not come back, neither from a device that was away nor under another hand', async () => {
    const idea = anna.idea({ need: SECRET });
    const { id, rev, tombstone } = await writtenAndErased(anna, idea);
    const refused = [{ id, error: 'forbidden', reason: 'erased' }];
    expect((await anna.bulk('uddevalla', [idea])).body).toMatchObject(refused);
    expect((await anna.bulk('uddevalla', [{ ...idea, _rev: tombstone }])).body).toMatchObject(refused);
    expect((await bo.bulk('uddevalla', [bo.idea({ _id: id })])).body).toMatchObject(refused);
    expect((await anna.ask('PUT', `${DB}/${id}`, idea)).body).toMatchObject({ error: 'forbidden', reason: 'erased' });
    for (const ids of [['f'.repeat(32), tombstone.slice(2), rev.slice(2)], ['e'.repeat(32)]]) {
      const replica = { ...idea, _revisions: { start: 3, ids } };
      expect((await anna.bulk('uddevalla', [replica], { new_edits: false })).body).toMatchObject(refused);
    }
    expect((await bo.get(`${DB}/${id}`)).status).toBe(404);
  });

  test('comes back where that is meant: support that is given again, a person who has a name again', async () => {
    const idea = 'idea:' + ulid();
    const support = {
      _id: `support:${idea.slice(5)}:${anna.me.id}`,
      v: 1,
      idea,
      by: anna.me.id,
      state: { given: true, at: '2026-11-23T08:00:00.000Z' }
    };
    await writtenAndErased(anna, support);
    expect((await anna.bulk('uddevalla', [support])).body).toMatchObject([{ ok: true }]);
    const name = (await anna.get(`${DB}/person:${anna.me.id}`)).body;
    await admin.bulk('uddevalla', [{ _id: name._id, _rev: name._rev, _deleted: true }]);
    const again = { _id: name._id, v: 1, name: 'Amina H' };
    expect((await anna.bulk('uddevalla', [again])).body).toMatchObject([{ ok: true }]);
  });

  test('can always be erased: no revision is too great to follow', async () => {
    const idea = anna.idea();
    const greatest = { ...idea, _rev: '999999999-' + 'a'.repeat(32) };
    await anna.bulk('uddevalla', [greatest], { new_edits: false });
    await anna.bulk('uddevalla', [{ ...greatest, title: 'Igen', edited: { by: anna.me.id, at: idea.at } }]);
    const { status, body } = await bo.get(`${DB}/${idea._id}`);
    if (status === 200) {
      const erased = { _id: idea._id, _rev: body._rev, _deleted: true };
      expect((await admin.bulk('uddevalla', [erased])).body).toMatchObject([{ ok: true }]);
    }
    expect((await bo.get(`${DB}/${idea._id}`)).status).toBe(404);
  });
});

test('what is erased goes from the disk of the embedded database', async () => {
  const target = await openTarget();
  const anna = await Person.signIn(target.url, 'medarbetare.uddevalla');
  const admin = await Person.signIn(target.url, 'admin.uddevalla');
  const idea = anna.idea({ need: SECRET });
  const [{ rev }] = (await anna.bulk('uddevalla', [idea])).body;
  await admin.bulk('uddevalla', [{ _id: idea._id, _rev: rev, _deleted: true }]);
  const { database } = target.server.backend.space('uddevalla') as EmbeddedSpace;
  await expect(database.get(idea._id, { rev })).rejects.toMatchObject({ status: 404 });
  await target.close();
});

test('nobody puts more versions of a document beside each other than devices can join', async () => {
  for (const { open } of TARGETS) {
    const target = await open();
    const anna = await Person.signIn(target.url, 'medarbetare.uddevalla');
    const idea = anna.idea();
    const leaves = Array.from({ length: 40 }, (_, index) => ({
      ...idea,
      title: 'Version ' + index,
      edited: { by: anna.me.id, at: idea.at },
      _rev: '2-' + index.toString(16).padStart(32, '0')
    }));
    await anna.bulk('uddevalla', [idea]);
    await anna.bulk('uddevalla', leaves, { new_edits: false });
    const document = (await anna.get(`${DB}/${idea._id}?conflicts=true`)).body;
    expect(document._conflicts.length).toBeLessThan(12);
    // What follows upon one that stands is no further version.
    const next = { ...document, title: 'Nästa', _rev: undefined, _conflicts: undefined };
    const revisions = { start: 3, ids: ['f'.repeat(32), document._rev.slice(2)] };
    expect((await anna.bulk('uddevalla', [{ ...next, _revisions: revisions }], { new_edits: false })).body).toEqual([]);
    await target.close();
  }
});
