import { afterAll, expect, test } from 'vitest';
import type { CommandResult, Context } from '#lib/domain/command.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { addEntry, moveEntry, writeEntry } from '#lib/domain/methods/entry-commands.ts';
import type { Entry } from '#lib/domain/methods/entry.ts';
import { Device } from './device.ts';
import { idSource } from './random.ts';
import { SimulatedServer } from './server.ts';

const SPACE = 'uddevalla';
const server = new SimulatedServer([SPACE]);
const newId = idSource();
const deviceOf = (name: string, isB: boolean): Device => {
  const person = { id: newId(), alias: newId(), roles: ['uddevalla:member'] };
  const hub = server.hub(
    person.id,
    () => person.roles,
    (_call, answer) => answer(),
    () => isB
  );
  return new Device(name, person, hub, () => Date.UTC(2026, 0, 1) + (clock += 1000), 1);
};
let clock = 0;
const phone = deviceOf('phone', false);
const tablet = deviceOf('tablet', true);
afterAll(() => [phone, tablet].forEach((device) => device.close()));

const contextOf = (device: Device): Context => ({ actor: device.actor(SPACE), now: device.now(), newId });
async function keep(device: Device, command: CommandResult<Envelope>, previous?: Envelope): Promise<Envelope> {
  if (!command.ok) throw new Error(command.error.code);
  await device.store.accept({ space: SPACE, documents: [{ document: command.value, previous }] });
  return command.value;
}
const seenBy = async (device: Device, id: string): Promise<Entry> =>
  (await device.store.document(SPACE, id)) as unknown as Entry;

test('what two write on one card, each with half of a split server, is all on the card when it is whole again', async () => {
  const sheet = { _id: 'worksheet:' + newId() };
  const input = { slot: 'kort', changes: { vad: 'Larm' }, spot: { zone: 'direkt', order: 'a0' } };
  const { _id: id } = await keep(phone, addEntry(sheet, input, contextOf(phone)));
  await phone.round();
  await tablet.round();
  await server.partition(SPACE);
  for (const [device, field] of [
    [phone, 'insikt'],
    [tablet, 'citat']
  ] as const) {
    const card = await seenBy(device, id);
    await keep(device, writeEntry(card, { [field]: 'ord' }, undefined, undefined, contextOf(device)).entry, card);
    const written = await seenBy(device, id);
    const spot = { zone: device === phone ? 'direkt' : 'indirekt', order: 'a1' };
    await keep(device, moveEntry(written, spot, contextOf(device)), written);
    await device.round();
  }
  await server.heal(SPACE);
  for (const device of [phone, tablet, phone, tablet]) await device.round();

  const card = (await server.documents(SPACE)).find(({ _id }) => _id === id) as unknown as Entry;
  expect(card.values).toEqual({ vad: 'Larm', insikt: 'ord', citat: 'ord' });
  // The one that was moved last.
  expect(card.place).toMatchObject({ zone: 'indirekt' });
  for (const device of [phone, tablet]) expect(await seenBy(device, id)).toMatchObject({ values: card.values });
});
