import type { AccountStore } from '../identity/accounts.ts';
import { faultOf, type Log } from '../log.ts';
import type { Device, Lease, Mailbox, NoticeBook, Page } from './book.ts';
import type { Mailer } from './mailer.ts';
import type { PushOutcome, PushSender } from './push-sender.ts';
import { mailAt, MOST_TRIES, nextAt, pushAt, retryAfter } from './schedule.ts';

/** Whoever sends has so long for it before another server may take over, milliseconds. Longer than any sending takes. */
const PUSH_LEASE = 2 * 60_000;
const MAIL_LEASE = 10 * 60_000;
/** People who are sent to at the same time. */
const AT_ONCE = 10;

interface Parts {
  readonly book: NoticeBook;
  readonly accounts: AccountStore;
  readonly sender: PushSender;
  readonly mailer: Mailer | undefined;
  readonly log: Log;
  readonly now: () => number;
}

/**
 * Sends what waits on people's pages. Before anything is sent the page says that somebody is at it: of several servers
 * one wins. Where that one dies in the middle another sends it again after a while, so everything is sent at least
 * once; a push sent twice replaces itself on the device, and a mail has the same Message-ID.
 */
export class Delivery {
  readonly #parts: Parts;
  /** When something is next to be sent to each person. */
  readonly #due = new Map<string, number>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** A page is as it is now: when it is to be sent from follows. */
  note(person: string, page: Page | undefined): void {
    const due = page === undefined ? undefined : nextAt(page, this.#parts.now());
    if (due === undefined) this.#due.delete(person);
    else this.#due.set(person, due);
  }

  /** Looks through everybody's pages, for what an earlier run or another server left. */
  async scan(): Promise<void> {
    for (const [person, page] of await this.#parts.book.all()) this.note(person, page);
  }

  /** Sends what is due. */
  async pump(): Promise<void> {
    const now = this.#parts.now();
    const due = [...this.#due].filter(([, time]) => time <= now).map(([person]) => person);
    for (let start = 0; start < due.length; start += AT_ONCE)
      await Promise.all(due.slice(start, start + AT_ONCE).map((person) => this.#sendTo(person)));
  }

  async #sendTo(person: string): Promise<void> {
    const { book, accounts, log } = this.#parts;
    try {
      const account = await accounts.byId(person);
      if (account === undefined || account.disabled) {
        const { page } = await book.change(person, (before) => before && emptied(before));
        return this.note(person, page);
      }
      this.note(person, await this.#push(person));
      this.note(person, await this.#mail(person));
    } catch (error) {
      // The database, which is tried again soon; a sending that fails is an outcome.
      this.#due.set(person, this.#parts.now() + retryAfter(0));
      log.warn('notice-not-sent', { fault: faultOf(error) });
    }
  }

  async #push(person: string): Promise<Page | undefined> {
    const { book, sender, log, now } = this.#parts;
    const until = now() + PUSH_LEASE;
    let mine: readonly Device[] = [];
    const { page } = await book.change(person, (before) => {
      mine = (before?.devices ?? []).filter((device) => (pushAt(device, before!.choices, now()) ?? Infinity) <= now());
      if (before === undefined || mine.length === 0) return before;
      return { ...before, devices: leased(before.devices, mine, until) };
    });
    if (page === undefined || mine.length === 0) return page;
    const { language } = page.choices;
    const outcomes = new Map(
      await Promise.all(
        mine.map(async (device) => {
          const ideas = new Set(device.waiting.filter((idea) => idea !== '')).size;
          const outcome = await sender.send(device, { count: device.waiting.length, ideas, language });
          if (outcome.code !== 'sent')
            log.warn('push-not-taken', { outcome: outcome.code, status: outcome.status, tries: device.lease?.tries });
          return [device.id, { outcome, device }] as const;
        })
      )
    );
    const settled = await book.change(person, (before) => {
      if (before === undefined) return before;
      const devices = before.devices.flatMap((device) => {
        const sent = outcomes.get(device.id);
        // Somebody else took over: what becomes of it is theirs to say.
        if (sent === undefined || device.lease?.until !== until) return [device];
        return after(device, sent.device, sent.outcome, now());
      });
      return { ...before, devices };
    });
    return settled.page;
  }

  async #mail(person: string): Promise<Page | undefined> {
    const { book, mailer, log, now } = this.#parts;
    if (mailer === undefined) return book.page(person);
    const until = now() + MAIL_LEASE;
    let mine: Mailbox | undefined;
    const { page } = await book.change(person, (before) => {
      mine = undefined;
      if (before?.mail === undefined || (mailAt(before.mail, before.choices) ?? Infinity) > now()) return before;
      mine = before.mail;
      return { ...before, mail: { ...mine, lease: { until, tries: mine.lease?.tries ?? 0 } } };
    });
    if (page === undefined || mine === undefined) return page;
    const { address, unsubscribe, waiting, since } = mine;
    const { language } = page.choices;
    const outcome = await mailer.summary({ person, address, unsubscribe, waiting, since: since!, language });
    if (outcome !== 'sent') log.warn('mail-not-taken', { outcome, tries: mine.lease?.tries });
    const settled = await book.change(person, (before) => {
      if (before?.mail?.lease?.until !== until || before.mail.address !== address) return before;
      const { lease, since: _, ...mail } = before.mail;
      if (outcome === 'later' && lease.tries < MOST_TRIES)
        return { ...before, mail: { ...before.mail, lease: retried(lease, now()) } };
      // What could not be sent now is told by the next summary.
      const left = outcome === 'sent' ? mail.waiting.slice(waiting.length) : mail.waiting;
      return { ...before, mail: { ...mail, waiting: left, ...(left.length === 0 ? {} : { since: now() }) } };
    });
    return settled.page;
  }
}

const leased = (devices: readonly Device[], mine: readonly Device[], until: number): readonly Device[] =>
  devices.map((device) =>
    mine.includes(device) ? { ...device, lease: { until, tries: device.lease?.tries ?? 0 } } : device
  );

const retried = ({ tries }: Lease, now: number, wait = 0): Lease => ({
  until: now + Math.max(wait, retryAfter(tries)),
  tries: tries + 1
});

/** What stands of a device after something was sent to it, or could not be. */
function after(device: Device, sent: Device, outcome: PushOutcome, now: number): readonly Device[] {
  const { lease, ...rest } = device;
  if (outcome.code === 'gone') return [];
  if (outcome.code === 'later' && lease!.tries < MOST_TRIES)
    return [{ ...rest, lease: retried(lease!, now, outcome.afterMs) }];
  return [{ ...rest, waiting: device.waiting.slice(sent.waiting.length), toldAt: now }];
}

/** A page on which nothing waits: whoever may not be here is told nothing, later neither. */
function emptied(page: Page): Page {
  const { mail, ...rest } = page;
  const devices = page.devices.map((device) => ({ ...device, waiting: [] }));
  if (mail === undefined) return { ...rest, devices };
  const { since: _, ...box } = mail;
  return { ...rest, devices, mail: { ...box, waiting: [] } };
}
