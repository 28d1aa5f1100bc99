import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ulid } from 'ulid';
import { HAPPENING_TYPES } from '#lib/domain/events/happening.ts';
import { NO_CHOICES } from '#lib/domain/events/choices.ts';
import { MailSink } from '../e2e/mail-sink.ts';
import { type PushDevice, PushService } from '../e2e/push-service.ts';
import { commentOn, decisionOn, put } from '../e2e/ideas-made.ts';
import { startStandIn } from './couchdb-stand-in.ts';
import { Person } from './person.ts';
import { openTarget, type Target, TARGETS } from './targets.ts';

const SPACE = 'uddevalla';
const PACE = { gathered: 100, tick: 30 };
/** What the calendar tells of, and the demo has some of. */
const BY_THE_DAY: readonly string[] = ['dueSoon', 'overdue', 'followUpDue', 'challengeOpened'];
const EVERYTHING = Object.fromEntries(HAPPENING_TYPES.map((type) => [type, !BY_THE_DAY.includes(type)]));
const CHOICES = { ...NO_CHOICES, push: EVERYTHING, quiet: null };
const SECRET_TITLE = 'Nattlarm på Solbacken';

const until = async <T>(look: () => T | undefined | false, what: string, seconds = 10): Promise<T> => {
  for (let left = seconds * 20; left > 0; left--) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('never came: ' + what);
};
/** Long enough for something that should not come to have come. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 500));

const told = (device: PushDevice) => device.received.map(({ text }) => JSON.parse(text) as object);

let service: PushService;
let sink: MailSink;
const environment = () => ({ PUSH_PRIVATE_ADDRESSES: '1', ...sink.env });

beforeAll(async () => {
  service = await PushService.start();
  sink = await MailSink.start();
  // The service has a certificate of its own making, and this process reads what it trusts when it starts.
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await service.close();
  await sink.close();
});
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T10:00:00.000Z') }));
afterEach(() => vi.useRealTimers());

/** Sets the clock, and never back: what is signed and what is kept goes by it too. */
const clock = (iso: string) => vi.setSystemTime(new Date(iso));

async function listen(person: Person, choices: object = {}): Promise<PushDevice> {
  const device = service.subscribe();
  const { endpoint, keys } = device;
  expect(await person.ask('POST', '/notify/subscriptions', { endpoint, keys })).toMatchObject({ status: 201 });
  expect(await person.ask('PUT', '/notify/choices', { ...CHOICES, ...choices })).toMatchObject({ status: 200 });
  return device;
}

const followOf = (person: Person, idea: string) => ({
  _id: `follow:${idea.slice(5)}:${person.me.id}`,
  v: 1,
  idea,
  by: person.me.id,
  state: { given: true, at: '2026-11-24T09:00:00.000Z' }
});

describe.each(TARGETS)('people are told over $name', ({ open }) => {
  let target: Target;
  let anna: Person;
  let bo: Person;
  let coach: Person;
  let stranger: Person;

  beforeAll(async () => {
    target = await open(environment());
    target.server.notices.start(PACE);
    [anna, bo, coach, stranger] = (await Promise.all(
      ['medarbetare.uddevalla', 'medarbetare2.uddevalla', 'coach.uddevalla', 'medarbetare.trollhattan'].map((login) =>
        Person.signIn(target.url, login)
      )
    )) as [Person, Person, Person, Person];
  });
  afterAll(async () => {
    await target?.server.notices.stop();
    await target?.close();
  });
  afterEach(async () => {
    for (const person of [anna, bo, coach]) await person.ask('PUT', '/notify/choices', NO_CHOICES);
  });

  const ideaOf = async (person: Person): Promise<string> => {
    const idea = person.idea({ _id: 'idea:' + ulid(), title: SECRET_TITLE, at: '2026-11-24T09:30:00.000Z' });
    await put(person, SPACE, idea);
    return idea._id;
  };

  test('of an answer, with how much and nothing else, by this server’s key', async () => {
    const idea = await ideaOf(anna);
    const phone = await listen(anna);
    await put(coach, SPACE, { ...commentOn(coach, idea, 'Vi ringer Solbacken i morgon.'), answer: true });
    await until(() => phone.received.length === 1, 'the push');
    expect(told(phone)).toEqual([{ count: 1, ideas: 1, language: 'sv' }]);
    const [pushed] = phone.received;
    expect(pushed!.raw.toString('latin1')).not.toMatch(/Solbacken|Nattlarm/);
    expect(pushed).toMatchObject({ ttl: 86_400, topic: 'handelser', claims: { aud: service.origin } });
    expect(pushed!.key).toBe((await anna.get('/notify/state')).body.publicKey);
    expect(service.faults).toEqual([]);
  });

  test('of what others did, and not of what they did themselves, or may not read, or did not ask for', async () => {
    const idea = await ideaOf(anna);
    await put(bo, SPACE, followOf(bo, idea));
    const [hers, his, elsewhere] = [
      await listen(anna, { push: { ...EVERYTHING, commented: false } }),
      await listen(bo),
      await listen(stranger)
    ];
    await put(anna, SPACE, commentOn(anna, idea, 'En sak till.'));
    await until(() => his.received.length === 1, 'his push');
    await put(bo, SPACE, commentOn(bo, idea, 'Bra!'));
    await settle();
    expect([hers, his, elsewhere].map((device) => device.received.length)).toEqual([0, 1, 0]);
  });

  test('of what happens to the idea that theirs lives on in', async () => {
    const [hers, his] = [await ideaOf(anna), await ideaOf(bo)];
    const follows: string[] = [];
    const merge = decisionOn(coach, hers, 'ny', 'sammanslagen', { into: his, follows });
    const phone = await listen(anna);
    await put(coach, SPACE, merge);
    await until(() => phone.received.length === 1, 'that it was merged');
    const leases = async () =>
      (await target.server.notices.book.page(anna.me.id))!.devices.find((each) => each.endpoint === phone.endpoint)!;
    await expect.poll(async () => (await leases()).lease).toBeUndefined();
    clock('2026-11-24T10:20:00.000Z');
    await put(coach, SPACE, { ...commentOn(coach, his, 'Vi börjar på Solbacken.'), answer: true });
    await until(() => phone.received.length === 2, 'the answer');
    expect(told(phone)).toEqual([
      { count: 1, ideas: 1, language: 'sv' },
      { count: 1, ideas: 1, language: 'sv' }
    ]);
  });

  test('of a burst of writes together, and the idea is looked at a few times', async () => {
    const idea = await ideaOf(anna);
    const phone = await listen(anna);
    const space = target.server.backend.space(SPACE)!;
    const reads = vi.spyOn(space, 'allDocs');
    const words = Array.from({ length: 500 }, (_, index) => commentOn(bo, idea, 'Nummer ' + index));
    await Promise.all(
      Array.from({ length: 50 }, (_, turn) => put(bo, SPACE, ...words.slice(turn * 10, turn * 10 + 10)))
    );
    await until(() => phone.received.length > 0, 'the push', 20);
    await settle();
    expect(phone.received).toHaveLength(1);
    const about = reads.mock.calls.filter(([{ startKey }]) => startKey === `comment:${idea.slice(5)}:`);
    expect(about.length).toBeGreaterThan(0);
    expect(about.length).toBeLessThan(50);
    reads.mockRestore();
    // What came while the phone was being told waits its turn.
    clock('2026-11-24T10:05:00.000Z');
    const page = await target.server.notices.book.page(anna.me.id);
    const waiting = page!.devices.find(({ endpoint }) => endpoint === phone.endpoint)!.waiting.length;
    const first = told(phone)[0] as { count: number };
    if (waiting > 0) await until(() => phone.received.length === 2, 'the rest');
    expect(first.count + waiting).toBeGreaterThanOrEqual(200);
  }, 60_000);

  test('of each thing once, also where it is changed afterwards', async () => {
    const idea = await ideaOf(anna);
    const phone = await listen(anna);
    const comment = commentOn(bo, idea, 'Först så.');
    await put(bo, SPACE, comment);
    await until(() => phone.received.length === 1, 'the push');
    clock('2026-11-24T10:10:00.000Z');
    const { body } = await bo.get(`/db/${SPACE}/${comment._id}`);
    const edited = { by: bo.me.id, at: '2026-11-24T10:10:00.000Z' };
    await put(bo, SPACE, { ...body, text: 'Och sedan så.', edited });
    await settle();
    expect(phone.received).toHaveLength(1);
  });

  test('after their quiet hours, of all of it at once', async () => {
    const [first, second] = [await ideaOf(anna), await ideaOf(anna)];
    const phone = await listen(anna, { quiet: { from: '20:00', to: '06:30' }, language: 'en' });
    clock('2026-11-24T21:00:00.000Z');
    await put(bo, SPACE, commentOn(bo, first, 'Sent.'));
    await put(bo, SPACE, commentOn(bo, second, 'Senare.'), commentOn(bo, second, 'Ännu senare.'));
    await settle();
    clock('2026-11-25T05:29:00.000Z');
    await settle();
    expect(phone.tries).toBe(0);
    clock('2026-11-25T05:30:05.000Z');
    await until(() => phone.received.length === 1, 'the push of the morning');
    await settle();
    expect(told(phone)).toEqual([{ count: 3, ideas: 2, language: 'en' }]);
  });

  test('no longer on a device that its push service says is gone', async () => {
    const idea = await ideaOf(anna);
    const [gone, unknown, phone] = [await listen(anna), await listen(anna), await listen(anna)];
    gone.answers.push([410]);
    unknown.answers.push([404]);
    await put(bo, SPACE, commentOn(bo, idea, 'Hej!'));
    await until(() => phone.received.length === 1 && gone.tries === 1 && unknown.tries === 1, 'the pushes');
    const kept = async () => (await target.server.notices.book.page(anna.me.id))!.devices.map((each) => each.endpoint);
    await expect.poll(kept).not.toContain(gone.endpoint);
    expect(await kept()).not.toContain(unknown.endpoint);
    expect(await kept()).toContain(phone.endpoint);
  });

  test('again where the push service is too busy, when it says so, and not before', async () => {
    const idea = await ideaOf(anna);
    const phone = await listen(anna);
    phone.answers.push([429, { 'retry-after': '300' }], [503]);
    await put(bo, SPACE, commentOn(bo, idea, 'Hej!'));
    // The clock goes on when the server has said when it will try again.
    const tried = async () =>
      (await target.server.notices.book.page(anna.me.id))!.devices.find(({ endpoint }) => endpoint === phone.endpoint)!
        .lease?.tries;
    await expect.poll(tried, { timeout: 10_000 }).toBe(1);
    expect(phone.tries).toBe(1);
    clock('2026-11-24T10:04:50.000Z');
    await settle();
    expect(phone.tries).toBe(1);
    clock('2026-11-24T10:05:10.000Z');
    await expect.poll(tried, { timeout: 10_000 }).toBe(2);
    expect(phone.tries).toBe(2);
    clock('2026-11-24T10:09:30.000Z');
    await until(() => phone.received.length === 1, 'the third');
    expect(told(phone)).toMatchObject([{ count: 1 }]);
  });

  test('what came to pass while the server was down, once', async () => {
    const idea = await ideaOf(anna);
    const phone = await listen(anna);
    await target.server.notices.stop();
    await put(bo, SPACE, commentOn(bo, idea, 'Medan den sov.'));
    await settle();
    expect(phone.tries).toBe(0);
    target.server.notices.start(PACE);
    await until(() => phone.received.length === 1, 'the push');
    clock('2026-11-24T11:00:00.000Z');
    await target.server.notices.stop();
    target.server.notices.start(PACE);
    await settle();
    expect(phone.received).toHaveLength(1);
  });

  test('what a server that died in the middle was sending, when its time is out', async () => {
    const phone = await listen(anna);
    const { book } = target.server.notices;
    const at = Date.parse('2026-11-24T10:00:00.000Z');
    await target.server.notices.stop();
    await book.change(anna.me.id, (page) => ({
      ...page!,
      devices: page!.devices.map((device) =>
        device.endpoint === phone.endpoint
          ? { ...device, waiting: ['a', 'b'], lease: { until: at + 120_000, tries: 0 } }
          : device
      )
    }));
    target.server.notices.start(PACE);
    await settle();
    expect(phone.tries).toBe(0);
    clock('2026-11-24T10:02:01.000Z');
    await until(() => phone.received.length === 1, 'the push');
    expect(told(phone)).toMatchObject([{ count: 2, ideas: 2 }]);
  });

  test('of days that pass, once, by the calendar', async () => {
    const idea = anna.idea({ at: '2026-11-02T09:00:00.000Z', answerBy: '2026-11-25' });
    await put(anna, SPACE, idea);
    const overdue = { push: { overdue: true } };
    const phone = await listen(anna, overdue);
    await settle();
    const before = phone.received.length;
    clock('2026-11-26T06:30:00.000Z');
    await anna.ask('PUT', '/notify/choices', { ...CHOICES, ...overdue });
    await until(() => phone.received.length === before + 1, 'the push of the day after');
    await anna.ask('PUT', '/notify/choices', { ...CHOICES, ...overdue });
    await settle();
    expect(phone.received).toHaveLength(before + 1);
  });

  test('nothing once they have no account', async () => {
    const idea = await ideaOf(bo);
    const phone = await listen(bo);
    const account = (await target.server.accounts.byId(bo.me.id))!;
    await target.server.accounts.change({ ...account, disabled: true });
    try {
      await put(coach, SPACE, commentOn(coach, idea, 'Hej!'));
      await settle();
      expect(phone.tries).toBe(0);
    } finally {
      await target.server.accounts.change(account);
      bo = await Person.signIn(target.url, 'medarbetare2.uddevalla');
    }
  });

  test('by mail: the address is confirmed, the summary counts, and it can be ended from the mail', async () => {
    const address = `anna.${ulid().toLowerCase()}@uddevalla.se`;
    const idea = await ideaOf(anna);
    const chosen = { ...CHOICES, mail: 'daily', address };
    expect((await anna.ask('PUT', '/notify/choices', chosen)).status).toBe(200);
    expect((await anna.get('/notify/state')).body.mail).toEqual({ address, isConfirmed: false });
    const [first] = await until(() => sink.to(address).length === 1 && sink.to(address), 'the first mail');
    const link = new URL(/http:\/\/\S+\/notify\/confirm\S+/.exec(first!.text!)![0]);
    const here = target.url + link.pathname + link.search;
    // A machine that reads mail has looked behind the link.
    expect((await fetch(here)).status).toBe(200);
    expect((await anna.get('/notify/state')).body.mail.isConfirmed).toBe(false);
    expect((await fetch(here, { method: 'POST' })).status).toBe(200);
    expect((await anna.get('/notify/state')).body.mail.isConfirmed).toBe(true);
    expect((await fetch(here, { method: 'POST' })).status).toBe(404);

    await put(bo, SPACE, commentOn(bo, idea, 'Vi ses på Solbacken.'), commentOn(bo, idea, 'Klockan tre.'));
    await put(coach, SPACE, decisionOn(coach, idea, 'ny', 'mottagen'));
    await settle();
    expect(sink.to(address)).toHaveLength(1);
    clock('2026-11-25T06:00:10.000Z');
    const [, summary] = await until(() => sink.to(address).length === 2 && sink.to(address), 'the summary');
    expect(summary!.subject).toBe('Idéslussen: 3 händelser');
    expect(summary!.text).toContain('Kommentarer: 2');
    expect(summary!.text).toContain('Beslut: 1');
    expect(summary!.text).toContain('/handelser');
    const { body: bosPage } = await anna.get(`/db/${SPACE}/person:${bo.me.id}`);
    for (const word of ['Solbacken', 'Nattlarm', 'tre.', bosPage.name as string, anna.me.name, idea.slice(5)])
      expect(summary!.raw + summary!.text + String(summary!.html)).not.toContain(word);
    await settle();
    expect(sink.to(address)).toHaveLength(2);

    const list = summary!.headers.get('list') as unknown as { unsubscribe: { url: string } };
    const stop = new URL(list.unsubscribe.url);
    expect(summary!.raw).toMatch(/List-Unsubscribe-Post: List-Unsubscribe=One-Click/);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = 'List-Unsubscribe=One-Click';
    const ended = await fetch(target.url + stop.pathname + stop.search, { method: 'POST', headers, body });
    expect(ended.status).toBe(200);
    expect((await anna.get('/notify/state')).body.mail).toBeNull();
    expect((await anna.get('/notify/choices')).body).toMatchObject({ mail: 'none' });
    expect(JSON.stringify(await target.server.notices.book.page(anna.me.id))).not.toContain(address);
  });

  test('by mail later where the mail server could not take it', async () => {
    const address = `anna.${ulid().toLowerCase()}@uddevalla.se`;
    const idea = await ideaOf(anna);
    await anna.ask('PUT', '/notify/choices', { ...CHOICES, mail: 'daily', address });
    await target.server.notices.book.change(anna.me.id, (page) => ({
      ...page!,
      mail: { ...page!.mail!, confirmedAt: '2026-11-24T10:00:00.000Z' }
    }));
    await anna.ask('PUT', '/notify/choices', { ...CHOICES, mail: 'daily', address });
    await put(bo, SPACE, commentOn(bo, idea, 'Hej!'));
    await settle();
    sink.refusals.push(451);
    clock('2026-11-25T06:00:10.000Z');
    await until(() => sink.refusals.length === 0, 'the refusal');
    await settle();
    expect(sink.to(address)).toHaveLength(1);
    clock('2026-11-25T06:01:00.000Z');
    await until(() => sink.to(address).length === 2, 'the summary');
  });
});

test('two app servers on one CouchDB send each thing once between them', async () => {
  const standIn = await startStandIn();
  const couch = { COUCHDB_URL: standIn.url, COUCHDB_PROXY_SECRET: standIn.proxySecret, SESSION_SECRET: 'x'.repeat(40) };
  const servers = [await openTarget({ ...environment(), ...couch }), await openTarget({ ...environment(), ...couch })];
  try {
    const [one, other] = servers as [Target, Target];
    expect(one.server.notices.sender.publicKey).toBe(other.server.notices.sender.publicKey);
    const anna = await Person.signIn(one.url, 'medarbetare.uddevalla');
    const bo = await Person.signIn(other.url, 'medarbetare2.uddevalla');
    const address = `anna.${ulid().toLowerCase()}@uddevalla.se`;
    const choices = { push: { commented: true }, mail: 'daily', address };
    const phone = await listen(anna, choices);
    await one.server.notices.book.change(anna.me.id, (page) => ({
      ...page!,
      mail: { ...page!.mail!, confirmedAt: '2026-11-24T10:00:00.000Z' }
    }));
    for (const { server } of servers) server.notices.start(PACE);
    await anna.ask('PUT', '/notify/choices', { ...CHOICES, ...choices });
    const idea = anna.idea();
    await put(anna, SPACE, idea);
    for (let turn = 0; turn < 8; turn++) {
      clock(new Date(Date.parse('2026-11-24T11:00:00.000Z') + turn * 120_000).toISOString());
      await put(bo, SPACE, commentOn(bo, idea._id, 'Nummer ' + turn));
      await until(() => phone.received.length === turn + 1, 'push ' + turn);
      // The clock goes on when whoever sent it has said that it is sent.
      const leases = async () => (await one.server.notices.book.page(anna.me.id))!.devices.map(({ lease }) => lease);
      await expect.poll(leases).toEqual([undefined]);
    }
    await settle();
    expect(told(phone)).toEqual(Array.from({ length: 8 }, () => ({ count: 1, ideas: 1, language: 'sv' })));
    clock('2026-11-25T06:00:10.000Z');
    await until(() => sink.to(address).length === 2, 'the summary');
    await settle();
    expect(sink.to(address)[1]!.text).toContain('Kommentarer: 8');
    expect(sink.to(address)).toHaveLength(2);
  } finally {
    for (const { server, close } of servers) {
      await server.notices.stop();
      await close();
    }
    await standIn.close();
  }
}, 60_000);
