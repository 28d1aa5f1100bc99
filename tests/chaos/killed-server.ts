import { PICTURE, Person } from '../contract/person.ts';
import { pause, RunningServer } from '../e2e/harness.ts';
import type { Scenario } from './scenario.ts';
import { ulid } from 'ulid';

const CLIENTS = 20;
const LATEST = 1_500;
const WRITERS = ['medarbetare', 'medarbetare2', 'coach', 'chef', 'ledning', 'admin'];

interface Acknowledged {
  readonly id: string;
  readonly rev: string;
  readonly hasPicture: boolean;
}

/** Pushes until the server dies, and keeps what it answered. */
async function push(writer: Person, acknowledged: Acknowledged[]): Promise<void> {
  for (;;) {
    const idea = writer.idea({ title: 'Skickad i farten', at: new Date().toISOString() });
    const photo = {
      _id: 'photo:' + ulid(),
      v: 1,
      by: writer.me.id,
      at: idea.at,
      idea: idea._id,
      width: 1,
      height: 1,
      _attachments: {
        original: { content_type: 'image/jpeg', data: PICTURE },
        thumbnail: { content_type: 'image/jpeg', data: PICTURE }
      }
    };
    const answer = await writer.bulk('uddevalla', [idea, photo]).catch(() => undefined);
    if (answer === undefined) return;
    if (answer.status !== 201) throw new Error(`the server answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    for (const { ok, id, rev, reason } of answer.body as { ok?: true; id: string; rev: string; reason?: string }[]) {
      if (ok !== true) throw new Error(`${id} is refused: ${reason}`);
      acknowledged.push({ id, rev, hasPicture: id.startsWith('photo:') });
    }
  }
}

async function missing(reader: Person, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const { body } = await reader.get('/db/uddevalla/_all_docs');
  const revs = new Map((body.rows as { id: string; value: { rev: string } }[]).map(({ id, value }) => [id, value.rev]));
  const lost = acknowledged.filter(({ id, rev }) => revs.get(id) !== rev).map(({ id }) => id);
  const pictures = acknowledged.filter(({ hasPicture }) => hasPicture);
  for (const { id } of pictures) {
    const answer = await reader.get(`/db/uddevalla/${id}/original`);
    if (answer.status !== 200) lost.push(`${id} has no picture (${answer.status})`);
  }
  return lost;
}

export const killedServer: Scenario = {
  name: 'killed-server',
  tried: `The server is killed (SIGKILL) at a random moment while ${CLIENTS} clients send ideas and photos, and is started again`,
  times: 50,
  shortTimes: 3,
  run: async (times, random) => {
    // All pictures are read at the end, by one person.
    const server = await RunningServer.start({ REQUESTS_PER_MINUTE: '1000000' });
    try {
      const people: Person[] = [];
      for (const name of WRITERS) people.push(await Person.signIn(server.origin, name + '.uddevalla'));
      const acknowledged: Acknowledged[] = [];
      for (let turn = 0; turn < times; turn++) {
        const clients = Array.from({ length: CLIENTS }, (_, client) =>
          push(people[client % people.length]!, acknowledged)
        );
        await pause(100 + random.below(LATEST));
        await server.stop('SIGKILL');
        await Promise.all(clients);
        await server.start();
      }
      const lost = await missing(people[2]!, acknowledged);
      return { times, promised: acknowledged.length, lost, note: `${CLIENTS} clients` };
    } finally {
      await server.close();
    }
  }
};
