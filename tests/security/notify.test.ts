import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ulid } from 'ulid';
import { NO_CHOICES } from '#lib/domain/events/choices.ts';
import { readConfig } from '#lib/server/config.ts';
import { Person } from '../contract/person.ts';
import { openTarget, type Target } from '../contract/targets.ts';
import { MailSink } from '../e2e/mail-sink.ts';

const KEYS = { p256dh: Buffer.alloc(65, 4).toString('base64url'), auth: Buffer.alloc(16, 1).toString('base64url') };
const endpoint = () => 'https://push.example.se/' + ulid();

describe('what people want to hear', () => {
  let target: Target;
  let sink: MailSink;
  let anna: Person;
  let bo: Person;

  beforeAll(async () => {
    sink = await MailSink.start();
    target = await openTarget(sink.env);
    [anna, bo] = (await Promise.all(
      ['medarbetare.uddevalla', 'medarbetare2.uddevalla'].map((login) => Person.signIn(target.url, login))
    )) as [Person, Person];
  });
  afterAll(async () => {
    await target?.close();
    await sink?.close();
  });

  const pageOf = (person: Person) => target.server.notices.book.page(person.me.id);

  test.each([
    ['GET', 'state'],
    ['GET', 'choices'],
    ['PUT', 'choices'],
    ['POST', 'subscriptions'],
    ['DELETE', 'subscriptions']
  ])('is nobody’s who is not signed in: %s %s', async (method, path) => {
    const body = method === 'GET' ? {} : { body: '{}', headers: { 'content-type': 'application/json' } };
    expect((await fetch(`${target.url}/notify/${path}`, { method, ...body })).status).toBe(401);
  });

  test('is nothing that another site, a form or another person’s page may change', async () => {
    const subscription = { endpoint: endpoint(), keys: KEYS };
    const elsewhere = { origin: 'https://elak.example' };
    expect((await anna.ask('POST', '/notify/subscriptions', subscription, elsewhere)).status).toBe(403);
    expect((await anna.ask('PUT', '/notify/choices', NO_CHOICES, elsewhere)).status).toBe(403);
    const form = { cookie: anna.cookie, 'content-type': 'text/plain' };
    const body = JSON.stringify(subscription);
    expect((await fetch(target.url + '/notify/subscriptions', { method: 'POST', headers: form, body })).status).toBe(
      415
    );
    const other = { 'x-ideslussen-person': bo.me.id };
    expect((await anna.ask('POST', '/notify/subscriptions', subscription, other)).status).toBe(401);
    expect((await pageOf(anna))?.devices ?? []).toEqual([]);
  });

  test.each([
    'http://push.example.se/x',
    'https://localhost/x',
    'https://127.0.0.1:5984/_all_dbs',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/x',
    'https://couchdb:5984/x',
    'https://10.0.0.8/x',
    'javascript:alert(1)',
    '',
    7,
    null,
    ['https://push.example.se/x']
  ])('does not make the server post to %j', async (address) => {
    const answer = await anna.ask('POST', '/notify/subscriptions', { endpoint: address, keys: KEYS });
    expect(answer).toMatchObject({ status: 400, body: { reason: 'wrong-endpoint' } });
  });

  test.each([
    [undefined],
    [{}],
    [{ p256dh: 'x', auth: KEYS.auth }],
    [{ p256dh: KEYS.p256dh, auth: 'kort' }],
    [{ p256dh: [KEYS.p256dh], auth: KEYS.auth }]
  ])('is not sent by keys that are none: %j', async (keys) => {
    const answer = await anna.ask('POST', '/notify/subscriptions', { endpoint: endpoint(), keys });
    expect(answer).toMatchObject({ status: 400, body: { reason: 'wrong-keys' } });
  });

  test('has an end: long bodies, wrong choices, many devices', async () => {
    expect((await anna.ask('PUT', '/notify/choices', { ...NO_CHOICES, address: 'x'.repeat(9000) })).status).toBe(413);
    expect((await anna.ask('PUT', '/notify/choices', { ...NO_CHOICES, more: 1 })).status).toBe(400);
    expect(await anna.ask('PUT', '/notify/choices', { ...NO_CHOICES, mail: 'daily', address: 'a@b' })).toMatchObject({
      status: 400,
      body: { field: 'address' }
    });
    for (let count = 0; count < 14; count++)
      expect((await bo.ask('POST', '/notify/subscriptions', { endpoint: endpoint(), keys: KEYS })).status).toBe(201);
    expect((await pageOf(bo))!.devices).toHaveLength(10);
  });

  test('tells nobody a device’s address, which is as good as a key', async () => {
    const address = endpoint();
    await anna.ask('POST', '/notify/subscriptions', { endpoint: address, keys: KEYS });
    const state = await anna.get('/notify/state');
    expect(JSON.stringify(state.body)).not.toContain(address);
    expect(JSON.stringify(state.body)).not.toContain(KEYS.auth);
    expect(state.headers.get('cache-control')).toBe('no-store');
  });

  test('moves with the browser to whoever signs in there, and only they may end it', async () => {
    const address = endpoint();
    await anna.ask('POST', '/notify/subscriptions', { endpoint: address, keys: KEYS });
    await bo.ask('DELETE', '/notify/subscriptions', { endpoint: address });
    expect((await pageOf(anna))!.devices.map((device) => device.endpoint)).toContain(address);
    await bo.ask('POST', '/notify/subscriptions', { endpoint: address, keys: KEYS });
    expect((await pageOf(anna))!.devices.map((device) => device.endpoint)).not.toContain(address);
    expect((await pageOf(bo))!.devices.map((device) => device.endpoint)).toContain(address);
  });

  test('sends a stranger no flood of first mails, and only one address each', async () => {
    const choose = (address: string) => anna.ask('PUT', '/notify/choices', { ...NO_CHOICES, mail: 'daily', address });
    const statuses: number[] = [];
    for (let count = 0; count < 8; count++) statuses.push((await choose(`offer${count}@example.se`)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429, 429]);
    expect(sink.received).toHaveLength(5);
    for (const address of ['a@example.se,b@example.se', 'a@example.se\r\nBcc: b@example.se', 'A <a@example.se>'])
      expect((await choose(address)).status).toBe(400);
    expect(sink.received.every(({ recipients }) => recipients.length === 1)).toBe(true);
  });

  test('is not confirmed or ended by a guess, by another’s link, or by looking', async () => {
    const [mail] = sink.to('offer4@example.se');
    const link = new URL(/http:\S+\/notify\/confirm\S+/.exec(mail!.text!)![0]);
    const { secret } = Object.fromEntries(link.searchParams);
    const ask = (action: string, person: string, word: string, method = 'POST') =>
      fetch(`${target.url}/notify/${action}?${new URLSearchParams({ person, secret: word }).toString()}`, { method });
    for (const [person, word] of [
      [anna.me.id, ''],
      [anna.me.id, 'x'.repeat(32)],
      [bo.me.id, secret!],
      ['notices', secret!],
      ['../vapid', secret!],
      [anna.me.id, 'x'.repeat(5000)]
    ] as const)
      for (const action of ['confirm', 'unsubscribe']) expect((await ask(action, person, word)).status).toBe(404);
    expect((await ask('confirm', anna.me.id, secret!, 'GET')).status).toBe(200);
    expect((await pageOf(anna))!.mail?.confirmedAt).toBeUndefined();
    expect((await ask('confirm', anna.me.id, secret!, 'DELETE')).status).toBe(405);
    const page = await ask('confirm', anna.me.id, secret!);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    expect(page.headers.get('x-frame-options')).toBe('DENY');
    const elsewhere = { method: 'POST', headers: { origin: 'https://elak.example' } };
    const { unsubscribe } = (await pageOf(anna))!.mail!;
    const stop = `${target.url}/notify/unsubscribe?person=${anna.me.id}&secret=${unsubscribe}`;
    expect((await fetch(stop, elsewhere)).status).toBe(403);
    expect((await pageOf(anna))!.mail?.confirmedAt).toBeDefined();
  });

  test('puts nothing of a link’s words on the page as anything but text', async () => {
    const params = new URLSearchParams({ person: anna.me.id, secret: '"><script>alert(1)</script>' });
    const page = await fetch(`${target.url}/notify/confirm?${params.toString()}`);
    expect(await page.text()).not.toContain('<script');
  });

  test('is asked for so often, and no more', async () => {
    const coach = await Person.signIn(target.url, 'coach.uddevalla');
    const statuses: number[] = [];
    for (let count = 0; count < 65; count++) statuses.push((await coach.get('/notify/state')).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
  });
});

test.each([
  [{ VAPID_PUBLIC_KEY: 'x' }, /VAPID_PRIVATE_KEY/],
  [{ VAPID_PUBLIC_KEY: 'x', VAPID_PRIVATE_KEY: 'y' }, /generate-vapid-keys/],
  [{ VAPID_SUBJECT: 'ingen' }, /VAPID_SUBJECT/],
  [{ SMTP_URL: 'smtp://localhost' }, /MAIL_FROM/],
  [{ SMTP_URL: 'http://localhost', MAIL_FROM: 'a@b.se' }, /SMTP_URL/],
  [{ SMTP_URL: 'smtp://localhost', MAIL_FROM: 'a@b.se\nBcc: c@d.se' }, /MAIL_FROM/],
  [{ SMTP_URL: 'smtp://localhost', MAIL_FROM: 'a@b.se', HOST: '0.0.0.0' }, /ORIGIN/]
])('a server with %j does not start, and says why', (environment, says) => {
  expect(() => readConfig({ HOST: '127.0.0.1', ...environment })).toThrow(says);
});
