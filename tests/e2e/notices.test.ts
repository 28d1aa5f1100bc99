import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NO_CHOICES } from '#lib/domain/events/choices.ts';
import { swedishDay } from '#lib/domain/workdays.ts';
import { Person } from '../contract/person.ts';
import { newPerson, type NewPerson, wordOfItsOwn } from './accounts.ts';
import { BrowserDevice, pause, RunningServer } from './harness.ts';
import { commentOn, put } from './ideas-made.ts';
import { MailSink } from './mail-sink.ts';
import { type PushDevice, PushService } from './push-service.ts';
import { comment, openIdea } from './steps.ts';

const CHOICES = { ...NO_CHOICES, push: { answered: true, commented: true }, quiet: null };
const SPACE = 'uddevalla';

const until = async <T>(look: () => T | undefined | false, what: string, seconds = 30): Promise<T> => {
  for (let left = seconds * 10; left > 0; left--) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    await pause(100);
  }
  throw new Error('never came: ' + what);
};

describe('people are told while the app is closed', () => {
  let service: PushService;
  let sink: MailSink;
  let server: RunningServer;
  const env: Record<string, string> = {};

  beforeAll(async () => {
    service = await PushService.start();
    sink = await MailSink.start();
    const preload = pathToFileURL(join(import.meta.dirname, 'shifted-clock.mjs')).href;
    Object.assign(env, service.env, sink.env, { NODE_OPTIONS: '--import ' + preload });
    server = await RunningServer.start(env);
  });
  afterAll(async () => {
    await server?.close();
    await service?.close();
    await sink?.close();
  });

  /** Starts the server again when a clock in Sweden shows this, tomorrow or on a later day. */
  const startAgainAt = async (clock: string, daysAhead: number): Promise<void> => {
    await server.stop();
    const day = swedishDay(new Date(Date.now() + daysAhead * 86_400_000).toISOString());
    const guess = Date.parse(`${day}T${clock}:05.000Z`);
    const shown = new Date(guess).toLocaleTimeString('sv-SE', { timeZone: 'Europe/Stockholm' });
    const hours = (Number(shown.slice(0, 2)) - Number(clock.slice(0, 2)) + 24) % 24;
    service.ahead = guess - hours * 3_600_000 - Date.now();
    env['CLOCK_AHEAD_MS'] = String(service.ahead);
    await server.start();
  };

  const signedIn = ({ username, password }: NewPerson) => Person.signIn(server.origin, username, password);

  const ideaOf = async (person: Person, title: string): Promise<string> => {
    const idea = person.idea({ title, at: new Date().toISOString() });
    await put(person, SPACE, idea);
    return idea._id;
  };

  const listen = async (person: Person, choices: object = {}): Promise<PushDevice> => {
    const device = service.subscribe();
    const { endpoint, keys } = device;
    expect(await person.ask('POST', '/notify/subscriptions', { endpoint, keys })).toMatchObject({ status: 201 });
    expect(await person.ask('PUT', '/notify/choices', { ...CHOICES, ...choices })).toMatchObject({ status: 200 });
    return device;
  };

  test('a second browser shows that something has happened, and not what', async () => {
    const mark = wordOfItsOwn();
    const title = `Nattlarm ${mark}`;
    const [author, colleague] = [await newPerson(server, 'uddevalla:member', 'Anna'), await newPerson(server)];
    const anna = await signedIn(author);
    await ideaOf(anna, title);

    const phone = await BrowserDevice.open(server.origin);
    const made = await subscribesHere(phone, service);
    await phone.signIn(author.username, author.password);
    await phone.ready();
    const notifications = await deliveries(phone);
    await phone.goto('/installningar/aviseringar');
    await phone.page.getByRole('button', { name: 'Låt enheten säga till' }).click();
    await phone.page.getByRole('button', { name: 'Sluta säga till' }).waitFor();
    await anna.ask('PUT', '/notify/choices', CHOICES);

    const other = await BrowserDevice.open(server.origin);
    await other.signIn(colleague.username, colleague.password);
    await openIdea(other, title);
    await comment(other, `Det gäller Solbacken ${mark}.`);

    const device = await until(() => made[0], 'the subscription');
    const [pushed] = await until(() => device.received.length > 0 && device.received, 'the push');
    expect(service.faults).toEqual([]);
    expect(pushed!.claims.aud).toBe(service.origin);
    await notifications.deliver(pushed!.text);
    const [shown, ...more] = await notifications.shown();
    expect(more).toEqual([]);
    expect(shown).toEqual({ title: 'Idéslussen', body: 'Något har hänt med en idé du följer.', data: null });
    for (const secret of [mark, title, author.name, colleague.name, 'Solbacken', 'idea:'])
      expect(JSON.stringify([pushed!.text, shown])).not.toContain(secret);

    // Pressed, it opens what has happened; and it is gone.
    await notifications.press();
    await phone.page.waitForURL('**/handelser');
    expect(await notifications.shown()).toEqual([]);

    // Whoever signs out leaves no subscription behind.
    await phone.goto('/installningar');
    await phone.page.getByRole('button', { name: 'Logga ut' }).click();
    await phone.page.getByRole('heading', { level: 1, name: 'Logga in' }).waitFor();
    await expect.poll(async () => (await anna.get('/notify/state')).body.devices).toEqual([]);
    expect(phone.complaints).toEqual([]);
    await phone.close();
    await other.close();
  });

  test('in the morning, by phone and by mail, and no more where that was ended', async () => {
    const mark = wordOfItsOwn();
    const [author, colleague] = [await newPerson(server, 'uddevalla:member', 'Anna'), await newPerson(server)];
    await startAgainAt('21:00', 1);
    const [anna, bo] = [await signedIn(author), await signedIn(colleague)];
    const address = `anna.${mark}@uddevalla.se`;
    const ideas = [await ideaOf(anna, `Nattlarm ${mark}`), await ideaOf(anna, `Nycklar ${mark}`)];
    const quiet = { from: '19:00', to: '06:30' };
    const phone = await listen(anna, { quiet, mail: 'daily', address });
    const revoked = await listen(anna, { quiet, mail: 'daily', address });
    revoked.answers.push([410]);

    const [first] = await until(() => sink.to(address).length > 0 && sink.to(address), 'the first mail');
    const reader = await BrowserDevice.open(server.origin);
    await reader.page.goto(linkIn(first!.text, 'confirm', server));
    await reader.page.getByRole('button', { name: 'Bekräfta adressen' }).click();
    await reader.page.getByText('Adressen är bekräftad.').waitFor();

    await put(bo, SPACE, commentOn(bo, ideas[0]!, `Solbacken ${mark}`), commentOn(bo, ideas[1]!, `Lasarettet ${mark}`));
    await put(bo, SPACE, commentOn(bo, ideas[1]!, `Också ${mark}`));
    await pause(4000);
    expect([phone.tries, revoked.tries, sink.to(address).length]).toEqual([0, 0, 1]);

    await startAgainAt('07:00', 2);
    await until(() => phone.received.length > 0 && revoked.tries > 0, 'the push of the morning');
    const [, summary] = await until(() => sink.to(address).length > 1 && sink.to(address), 'the summary');
    await pause(3000);
    expect(phone.received.map(({ text }) => JSON.parse(text) as object)).toEqual([
      { count: 3, ideas: 2, language: 'sv' }
    ]);
    expect(summary!.text).toContain('Kommentarer: 3');
    for (const secret of [`Nattlarm`, 'Nycklar', 'Solbacken', 'Lasarettet', author.name, colleague.name, ...ideas])
      expect(summary!.raw + summary!.subject! + summary!.text! + String(summary!.html)).not.toContain(secret);
    // The device that its push service knew nothing of is known here no more.
    expect((await anna.get('/notify/state')).body.devices).toHaveLength(1);

    // A mail program's own button posts a form that no page sends. It is heard, and this one is nobody's.
    const wrong = linkIn(summary!.text, 'unsubscribe', server) + 'x';
    const oneClick = { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) };
    expect((await fetch(wrong, oneClick)).status).toBe(404);
    await reader.page.goto(linkIn(summary!.text, 'unsubscribe', server));
    await reader.page.getByRole('button', { name: 'Sluta få sammanfattningar' }).click();
    await reader.page.getByText('Inga fler sammanfattningar skickas.').waitFor();
    expect((await anna.get('/notify/choices')).body.mail).toBe('none');
    await reader.close();

    await put(bo, SPACE, commentOn(bo, ideas[0]!, `Mer ${mark}`));
    await startAgainAt('07:00', 3);
    await until(() => phone.received.length > 1, 'the push of the day after');
    expect(revoked.tries).toBe(1);
    expect(sink.to(address)).toHaveLength(2);
  });
});

/** The link of a mail, on the port that this server has now. */
function linkIn(text: string | undefined, action: string, server: RunningServer): string {
  const { pathname, search } = new URL(new RegExp(`http://\\S+/notify/${action}\\S+`).exec(text ?? '')![0]);
  return server.origin + pathname + search;
}

/**
 * Stands in for the browser maker's push service, which cannot be reached from here: `subscribe` gives an address at
 * ours. All else is the browser's own.
 */
async function subscribesHere(device: BrowserDevice, service: PushService): Promise<PushDevice[]> {
  const made: PushDevice[] = [];
  await device.context.grantPermissions(['notifications'], { origin: device.origin });
  await device.context.exposeFunction('subscribeHere', () => {
    const next = service.subscribe();
    made.push(next);
    return { endpoint: next.endpoint, keys: next.keys };
  });
  await device.context.addInitScript(() => {
    const KEY = 'push-of-the-browser';
    const subscriptionOf = (kept: { key: string; endpoint: string; keys: object }) => ({
      endpoint: kept.endpoint,
      options: {
        applicationServerKey: Uint8Array.from(atob(kept.key.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
          character.charCodeAt(0)
        ).buffer
      },
      toJSON: () => ({ endpoint: kept.endpoint, keys: kept.keys }),
      unsubscribe: async () => {
        localStorage.removeItem(KEY);
        return true;
      }
    });
    Object.assign(PushManager.prototype, {
      subscribe: async (options: { applicationServerKey: string }) => {
        const page = globalThis as unknown as { subscribeHere(): Promise<{ endpoint: string; keys: object }> };
        const kept = { ...(await page.subscribeHere()), key: options.applicationServerKey };
        localStorage.setItem(KEY, JSON.stringify(kept));
        return subscriptionOf(kept);
      },
      getSubscription: async () => {
        const kept = localStorage.getItem(KEY);
        return kept === null ? null : subscriptionOf(JSON.parse(kept) as never);
      }
    });
  });
  return made;
}

interface Shown {
  readonly title: string;
  readonly body: string;
  readonly data: unknown;
}

/** Hands pushes to the service worker as the browser does, and reads what it shows. */
async function deliveries({ page, context, origin }: BrowserDevice) {
  const session: CDPSession = await context.newCDPSession(page);
  const registration = new Promise<string>((resolve) =>
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL === origin + '/');
      if (own !== undefined) resolve(own.registrationId);
    })
  );
  await session.send('ServiceWorker.enable');
  const registrationId = await registration;
  const shown = (): Promise<Shown[]> =>
    page.evaluate(async () =>
      (await (await navigator.serviceWorker.ready).getNotifications()).map(({ title, body, data }) => ({
        title,
        body,
        data: data as unknown
      }))
    );
  return {
    shown,
    deliver: async (data: string): Promise<void> => {
      await session.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
      await expect.poll(async () => (await shown()).length).toBeGreaterThan(0);
    },
    press: async (): Promise<void> => {
      const [worker] = context.serviceWorkers();
      await worker!.evaluate(async () => {
        const scope = globalThis as unknown as ServiceWorkerGlobalScope;
        const [notification] = await scope.registration.getNotifications();
        scope.dispatchEvent(new NotificationEvent('notificationclick', { notification: notification! }));
      });
    }
  };
}
