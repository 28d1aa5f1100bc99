import { ulid } from 'ulid';
import { Person } from '../contract/person.ts';
import type { RunningServer } from './harness.ts';

/** A working group in Uddevalla with something of everything in it, for tests that go through every page. */
export async function exampleGroup(server: RunningServer, id: string): Promise<void> {
  const coach = await Person.signIn(server.origin, 'coach.uddevalla');
  const group = 'group:' + id;
  const at = new Date().toISOString();
  const by = coach.me.id;
  const { body } = await coach.bulk('uddevalla', [
    { _id: group, v: 1, by, at, name: 'En grupp', task: 'Att prova.', nextMeeting: { when: at, place: 'Rum 3', at } },
    { _id: `membership:${id}:${by}`, v: 1, group, person: by, by, state: { given: true, at } },
    { _id: `meeting:${id}:${id}`, v: 1, group, by, at, held: at, present: [by], notes: 'Vi sågs.' },
    { _id: `groupdecision:${id}:${id}`, v: 1, group, by, at, text: 'Vi provar.' },
    { _id: `grouptask:${id}:${id}`, v: 1, group, by, at, title: 'Ring', due: '2026-01-02' }
  ]);
  const refused = (body as readonly { reason?: string }[]).filter((row) => row.reason !== undefined);
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
}

/** Development work in Uddevalla, and a worksheet in it under the same ulid, with something of everything. */
export async function exampleWork(server: RunningServer, id: string): Promise<void> {
  const member = await Person.signIn(server.origin, 'medarbetare.uddevalla');
  const at = new Date().toISOString();
  const by = member.me.id;
  const sheet = 'worksheet:' + id;
  const { body } = await member.bulk('uddevalla', [
    { _id: 'case:' + id, v: 1, by, at, name: 'Lugnare nätter', aim: 'Färre väcks.', members: [by] },
    { _id: `casestep:${id}:${id}`, v: 1, case: 'case:' + id, by, at, to: 'undersoka', note: 'Vi vet för lite.' },
    { _id: sheet, v: 1, case: 'case:' + id, by, at, template: 'observation.1', name: 'Natt på Ängen' },
    {
      _id: `entry:${id}:${id}`,
      v: 1,
      worksheet: sheet,
      slot: 'iakttagelser',
      by,
      at,
      values: { vem: 'Nattpersonal', vad: 'Larmet hördes inte' },
      place: { order: 'a0', at }
    }
  ]);
  const refused = (body as readonly { reason?: string }[]).filter((row) => row.reason !== undefined);
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
}

/** A challenge for the pages that need one to show: open, with a question of its own. Gives its ulid. */
export async function exampleChallenge(origin: string): Promise<string> {
  const leader = await Person.signIn(origin, 'ledning.uddevalla');
  const id = ulid();
  const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  await leader.bulk('uddevalla', [
    {
      _id: 'challenge:' + id,
      v: 1,
      by: leader.me.id,
      at: new Date().toISOString(),
      title: 'Hur får alla en lugn natt?',
      text: 'Många vaknar av ljud och ljus. Vad skulle hjälpa?',
      criteria: 'Går att prova på en vecka.',
      opens: day(-1),
      closes: day(20)
    },
    {
      _id: 'field:' + ulid(),
      v: 1,
      label: 'Hur ofta händer det?',
      type: 'text',
      order: 10,
      challenge: 'challenge:' + id
    }
  ]);
  return id;
}

/** A story of an idea of Uddevalla's, by its author, for the pages that need one to show. Gives its ulid. */
export async function exampleStory(author: Person, idea: string): Promise<string> {
  const id = ulid();
  const [by, at] = [author.me.id, new Date().toISOString()];
  await author.bulk('uddevalla', [
    {
      _id: `story:${idea.slice('idea:'.length)}:${id}`,
      v: 1,
      idea,
      by,
      at,
      title: 'Så blev det',
      text: 'Vi provade, och det gick bra.',
      quote: 'Jag sover hela natten.',
      role: 'Boende',
      consent: { by, at }
    }
  ]);
  return id;
}
