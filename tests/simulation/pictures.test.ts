import { afterAll, expect, test } from 'vitest';
import { addPhoto, captureIdea } from '#lib/domain/ideas/commands.ts';
import { Device } from './device.ts';
import { idSource } from './random.ts';
import { SimulatedServer } from './server.ts';

const SPACE = 'uddevalla';
const server = new SimulatedServer([SPACE]);
const newId = idSource();
const person = { id: newId(), alias: newId(), roles: ['uddevalla:member'] };
const deviceNamed = (name: string): Device =>
  new Device(
    name,
    person,
    server.hub(
      person.id,
      () => person.roles,
      (_call, answer) => answer(),
      () => false
    ),
    () => Date.UTC(2026, 0, 1),
    1
  );
const phone = deviceNamed('phone');
const tablet = deviceNamed('tablet');
afterAll(() => [phone, tablet].forEach((device) => device.close()));

test('a server made anew is given a picture by the device that has it, whichever of a person’s devices comes first', async () => {
  const context = { actor: phone.actor(SPACE), now: phone.now(), newId };
  const idea = captureIdea({ title: 'Lås', need: '', proposal: '' }, context);
  if (!idea.ok) throw new Error(idea.error.code);
  const photo = addPhoto(idea.value, { width: 8, height: 8 }, context);
  if (!photo.ok) throw new Error(photo.error.code);
  const original = new Blob([new Uint8Array([0xff, 0xd8, 1])], { type: 'image/jpeg' });
  await phone.store.accept({
    space: SPACE,
    documents: [{ document: idea.value }, { document: photo.value, blobs: { original } }]
  });
  await phone.round();
  await tablet.round();
  server.recreate(SPACE);
  // The tablet knows of the picture, and does not have it.
  for (const device of [tablet, phone, tablet]) await device.round();

  const documents = await server.documents(SPACE);
  const stored = documents.find((document) => document._id === photo.value._id);
  expect(stored?._attachments).toMatchObject({ original: { content_type: 'image/jpeg' } });
  expect(await tablet.store.document(SPACE, photo.value._id)).toBeDefined();
});
