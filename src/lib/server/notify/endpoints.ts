import { randomBytes, timingSafeEqual } from 'node:crypto';
import { isId } from '#lib/core/ids.ts';
import { type Choices, NO_CHOICES, readChoices } from '#lib/domain/events/choices.ts';
import { CouchError } from '../couch/errors.ts';
import { json } from '../http/answers.ts';
import { readJson } from '../http/body.ts';
import type { Account } from '../identity/accounts.ts';
import { RequestLimits } from '../identity/limits.ts';
import { type Device, deviceId, type Mailbox, type Page, shortHash } from './book.ts';
import { answerPage } from './mail-pages.ts';
import type { Notices } from './notices.ts';

/** Bytes that a request may have. */
const LONGEST_BODY = 8000;
/** Devices that one person is told on; the one that was let in first gives way. */
const MOST_DEVICES = 10;
/** How long a new address may be confirmed, milliseconds. */
const CONFIRM_WITHIN = 2 * 24 * 60 * 60_000;
const REQUESTS_PER_MINUTE = 60;
/** First mails that one person may have sent, in an hour: an address that is written down may be another's. */
const CONFIRMATIONS = 5;

const PLAIN_BYTES: Readonly<Record<'p256dh' | 'auth', number>> = { p256dh: 65, auth: 16 };

/** Answers `/notify/…`: what people want to hear, and where. */
export class NotifyEndpoints {
  readonly #notices: Notices;
  readonly #limits = new RequestLimits(REQUESTS_PER_MINUTE);
  readonly #links = new RequestLimits(REQUESTS_PER_MINUTE);
  readonly #confirmations = new RequestLimits(CONFIRMATIONS, 60 * 60);

  constructor(notices: Notices) {
    this.#notices = notices;
  }

  /** Whether what is asked for is behind a link in a mail, which works for whoever has it, signed in or not. */
  isLink(action: string): boolean {
    return action === 'confirm' || action === 'unsubscribe';
  }

  /** Answers somebody who is signed in. */
  async respond(request: Request, action: string, { id }: Account): Promise<Response> {
    const wait = await this.#limits.request(id);
    if (wait !== undefined) return tooMany(wait);
    switch (`${request.method} ${action}`) {
      case 'GET state':
        return this.#state(id);
      case 'GET choices':
        return json(200, choicesOf(await this.#notices.book.page(id)));
      case 'PUT choices':
        return this.#choose(request, id);
      case 'POST subscriptions':
        return this.#subscribe(request, id);
      case 'DELETE subscriptions':
        return this.#unsubscribe(request, id);
      default:
        throw ['state', 'choices', 'subscriptions'].includes(action)
          ? new CouchError(405, 'method_not_allowed', 'wrong method')
          : new CouchError(404, 'not_found', 'missing');
    }
  }

  /** Answers whoever followed a link in a mail. What changes something is a POST: mail is read by machines too. */
  async respondToLink(request: Request, action: string, params: URLSearchParams, address: string): Promise<Response> {
    const isPost = request.method === 'POST';
    if (!isPost && request.method !== 'GET') throw new CouchError(405, 'method_not_allowed', 'wrong method');
    const wait = await this.#links.request(address);
    if (wait !== undefined) return tooMany(wait);
    const [person, secret] = [params.get('person') ?? '', params.get('secret') ?? ''];
    const page = isId(person) && secret.length <= 100 ? await this.#notices.book.page(person) : undefined;
    const language = page?.choices.language ?? 'sv';
    const here = `/notify/${action}?${params.toString()}`;
    if (action === 'unsubscribe') {
      if (page?.mail === undefined || !isSame(page.mail.unsubscribe, secret)) return answerPage(404, 'old', language);
      if (!isPost) return answerPage(200, 'stop', language, here);
      await this.#notices.book.change(person, (before) =>
        before?.mail === undefined || !isSame(before.mail.unsubscribe, secret) ? before : withoutMail(before)
      );
      await this.#notices.changed(person);
      return answerPage(200, 'stopped', language);
    }
    if (!mayConfirm(page?.mail, secret)) return answerPage(404, 'old', language);
    if (!isPost) return answerPage(200, 'confirm', language, here);
    await this.#notices.book.change(person, (before) => {
      if (before?.mail === undefined || !mayConfirm(before.mail, secret)) return before;
      const { confirmation: _, ...mail } = before.mail;
      return { ...before, mail: { ...mail, confirmedAt: new Date().toISOString() } };
    });
    await this.#notices.changed(person);
    return answerPage(200, 'confirmed', language);
  }

  async #state(person: string): Promise<Response> {
    const { book, sender, mailer } = this.#notices;
    const page = await book.page(person);
    const mail = page?.mail;
    return json(200, {
      publicKey: sender.publicKey,
      devices: page?.devices.map((device) => device.id) ?? [],
      hasMail: mailer !== undefined,
      mail: mail === undefined ? null : { address: mail.address, isConfirmed: mail.confirmedAt !== undefined }
    });
  }

  async #choose(request: Request, person: string): Promise<Response> {
    const read = readChoices(await readJson(request, LONGEST_BODY));
    if (!read.ok) {
      const { code, field } = read.error;
      return json(400, { error: 'bad_request', reason: code, ...(field === undefined ? {} : { field }) });
    }
    const choices = read.value;
    const { mailer, book } = this.#notices;
    if (choices.mail !== 'none' && mailer === undefined)
      return json(400, { error: 'bad_request', reason: 'no-mail', field: 'mail' });
    const before = (await book.page(person))?.mail;
    // Nobody is written to who has not asked for summaries.
    const wanted = choices.mail === 'none' && before?.address !== choices.address ? '' : (choices.address ?? '');
    const isNew = wanted !== '' && before?.address !== wanted;
    const isAsked = choices.mail !== 'none' && mailer !== undefined && (isNew || !mayStillBeConfirmed(before));
    if (isAsked) {
      const wait = await this.#confirmations.request(person);
      if (wait !== undefined) return tooMany(wait);
    }
    const secret = randomBytes(24).toString('base64url');
    await book.change(person, (page) => {
      const { mail, ...rest } = page ?? { devices: [], known: {} };
      const next = mailboxFor(mail, wanted, isAsked ? secret : undefined);
      return { ...rest, choices, ...(next === undefined ? {} : { mail: next }) };
    });
    await this.#notices.changed(person);
    if (isAsked) {
      const to = { person, address: wanted, language: choices.language };
      if ((await mailer.confirmation(to, secret)) !== 'sent') {
        // Then it can be asked for again at once.
        await book.change(person, (page) => {
          if (page?.mail?.address !== wanted || page.mail.confirmation?.hash !== hashOf(secret)) return page;
          const { confirmation: _, ...mail } = page.mail;
          return { ...page, mail };
        });
        return json(400, { error: 'bad_request', reason: 'not-sent', field: 'address' });
      }
    }
    return json(200, choices);
  }

  async #subscribe(request: Request, person: string): Promise<Response> {
    const { book, sender } = this.#notices;
    const body = (await readJson(request, LONGEST_BODY)) as Record<string, unknown> | null;
    const { endpoint, keys, replaces } = body ?? {};
    if (typeof endpoint !== 'string' || !sender.mayBeAt(endpoint))
      throw new CouchError(400, 'bad_request', 'wrong-endpoint');
    const { p256dh, auth } = (keys ?? {}) as Record<string, unknown>;
    if (!isKey(p256dh, PLAIN_BYTES.p256dh) || !isKey(auth, PLAIN_BYTES.auth))
      throw new CouchError(400, 'bad_request', 'wrong-keys');
    const id = deviceId(endpoint);
    const old = typeof replaces === 'string' ? deviceId(replaces) : undefined;
    // A browser belongs to whoever is signed in there now.
    for (const [other, page] of await book.all())
      if (other !== person && page.devices.some((device) => device.id === id)) await this.#drop(other, id);
    await book.change(person, (page) => {
      const { devices, ...rest } = page ?? { choices: NO_CHOICES, devices: [], known: {} };
      const known = devices.find((device) => device.id === id) ?? devices.find((device) => device.id === old);
      const device: Device = {
        id,
        endpoint,
        keys: { p256dh, auth },
        at: new Date().toISOString(),
        waiting: known?.waiting ?? []
      };
      const others = devices.filter((each) => each.id !== id && each.id !== old);
      return { ...rest, devices: [...others, device].slice(-MOST_DEVICES) };
    });
    await this.#notices.changed(person);
    return json(201, { ok: true, id });
  }

  async #unsubscribe(request: Request, person: string): Promise<Response> {
    const { endpoint } = ((await readJson(request, LONGEST_BODY)) ?? {}) as { endpoint?: unknown };
    if (typeof endpoint !== 'string') throw new CouchError(400, 'bad_request', 'wrong-endpoint');
    await this.#drop(person, deviceId(endpoint));
    return json(200, { ok: true });
  }

  async #drop(person: string, id: string): Promise<void> {
    await this.#notices.book.change(person, (page) =>
      page?.devices.some((device) => device.id === id) === true
        ? { ...page, devices: page.devices.filter((device) => device.id !== id) }
        : page
    );
    await this.#notices.changed(person);
  }
}

/** A person's choices, with where their mail goes. */
const choicesOf = (page: Page | undefined): Choices => page?.choices ?? NO_CHOICES;

const hashOf = (secret: string): string => shortHash(secret, 16);

const mayConfirm = (mail: Mailbox | undefined, secret: string): boolean =>
  mail?.confirmation !== undefined && mayStillBeConfirmed(mail) && isSame(mail.confirmation.hash, hashOf(secret));

const mayStillBeConfirmed = (mail: Mailbox | undefined): boolean =>
  mail?.confirmedAt !== undefined || (mail?.confirmation !== undefined && mail.confirmation.until > Date.now());

/** @param secret of a first mail that is to be sent */
function mailboxFor(before: Mailbox | undefined, address: string, secret: string | undefined): Mailbox | undefined {
  if (address === '') return undefined;
  const confirmation =
    secret === undefined ? {} : { confirmation: { hash: hashOf(secret), until: Date.now() + CONFIRM_WITHIN } };
  if (before?.address === address) return { ...before, ...confirmation };
  return { address, unsubscribe: randomBytes(24).toString('base64url'), waiting: [], ...confirmation };
}

/** Whoever ends their summaries has no address here any more. */
function withoutMail(page: Page): Page {
  const { mail: _, choices, ...rest } = page;
  const { address: _address, ...chosen } = choices;
  return { ...rest, choices: { ...chosen, mail: 'none' } };
}

const isKey = (value: unknown, bytes: number): value is string =>
  typeof value === 'string' && /^[\w-]{1,100}={0,2}$/.test(value) && Buffer.from(value, 'base64url').length === bytes;

function isSame(a: string, b: string): boolean {
  const [left, right] = [new TextEncoder().encode(a), new TextEncoder().encode(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

const tooMany = (seconds: number): Response =>
  json(
    429,
    { error: 'too_many_requests', reason: 'too_many_requests', retryAfterSeconds: seconds },
    { 'retry-after': String(seconds) }
  );
