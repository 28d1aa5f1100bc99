import { type Config, spacesOf } from '../config.ts';
import type { Backend, Space } from '../couch/backend.ts';
import type { AccountStore } from '../identity/accounts.ts';
import { faultOf, type Log } from '../log.ts';
import { NoticeBook } from './book.ts';
import { lookThroughTheDay } from './daily.ts';
import { Delivery } from './delivery.ts';
import { Follower, type TakeIn } from './follower.ts';
import { Listeners } from './listeners.ts';
import { Mailer } from './mailer.ts';
import { PushSender } from './push-sender.ts';
import { takenIn } from './taking-in.ts';
import { vapidKeys } from './vapid.ts';

/** How quickly it goes, milliseconds. */
interface Pace {
  /** What happens in a row is looked at together, so long after the first of it. */
  readonly gathered: number;
  /** How often it is looked whether something is due. */
  readonly tick: number;
}
const PACE: Pace = { gathered: 1500, tick: 2000 };
/** How often everybody's pages are looked through for what another server left, milliseconds. */
const SCAN = 5 * 60_000;
/** After a fault it is tried again, milliseconds. */
const AFTER_FAULT = 15_000;

/** Tells people what happened while their app is closed: on their phones, and in summaries by mail. */
export class Notices {
  readonly book: NoticeBook;
  readonly sender: PushSender;
  /** Absent where no mail is set up. */
  readonly mailer: Mailer | undefined;
  readonly #listeners: Listeners;
  readonly #delivery: Delivery;
  readonly #backend: Backend;
  readonly #followers: ReadonlyMap<Space, Follower>;
  readonly #log: Log;
  readonly #now: () => number;
  readonly #running = new Set<Promise<void>>();
  readonly #wakes = new Set<() => void>();
  #stop: AbortController | undefined;
  #sendSoon: () => void = () => undefined;

  private constructor(backend: Backend, accounts: AccountStore, config: Config, sender: PushSender, log: Log) {
    const now = (): number => Date.now();
    this.#backend = backend;
    this.#log = log;
    this.#now = now;
    this.book = new NoticeBook(backend.own);
    this.sender = sender;
    const { mail } = config.notify;
    this.mailer = mail === undefined ? undefined : new Mailer(mail.url, mail.from, config.address);
    this.#listeners = new Listeners(this.book, accounts, now);
    this.#delivery = new Delivery({ book: this.book, accounts, sender, mailer: this.mailer, log, now });
    const spaces = spacesOf(config.municipalities).map((name) => backend.space(name)!);
    this.#followers = new Map(spaces.map((space) => [space, new Follower(space, this.#parts)]));
  }

  static async open(backend: Backend, accounts: AccountStore, config: Config, log: Log): Promise<Notices> {
    const keys = await vapidKeys(config.notify, backend.own);
    const sender = new PushSender(keys, config.notify.vapidSubject, config.notify.privatePush);
    return new Notices(backend, accounts, config, sender, log);
  }

  /** Follows what happens until stopped. */
  start({ gathered, tick }: Pace = PACE): void {
    const stop = new AbortController();
    this.#stop = stop;
    for (const [space, follower] of this.#followers) this.#run(this.#follow(space, follower, gathered, stop.signal));
    this.#run(this.#send(tick, stop.signal));
  }

  /** Ends what is under way and waits for it. */
  async stop(): Promise<void> {
    this.#stop?.abort();
    await Promise.all(this.#running);
    this.sender.close();
    this.mailer?.close();
  }

  /** Somebody has changed what they want to hear. */
  async changed(person: string): Promise<void> {
    this.#listeners.forget();
    this.#delivery.note(person, await this.book.page(person));
    // Before they are told that it is done: what happens the moment after is theirs to hear of.
    for (const follower of this.#followers.values()) await follower.begin();
    for (const wake of this.#wakes) wake();
  }

  #run(work: Promise<void>): void {
    this.#running.add(work);
    void work.finally(() => this.#running.delete(work));
  }

  readonly #takeIn: TakeIn = async (found) => {
    for (const [person, happenings] of found) {
      const { page, isChanged } = await this.book.change(
        person,
        (before) => before && takenIn(before, happenings, this.#now())
      );
      if (isChanged) this.#delivery.note(person, page);
    }
    if (found.size > 0) this.#sendSoon();
  };

  get #parts() {
    return {
      own: this.#backend.own,
      listeners: (name: string) => this.#listeners.of(name),
      takeIn: this.#takeIn,
      log: this.#log,
      now: this.#now
    };
  }

  async #follow(space: Space, follower: Follower, gathered: number, signal: AbortSignal): Promise<void> {
    const isStopping = (): boolean => signal.aborted;
    const bell = new Bell(signal);
    const ring = (): void => bell.ring();
    const unheard = space.onChange(ring);
    this.#wakes.add(ring);
    bell.ring();
    while (!signal.aborted) {
      // Rung or not, it is looked now and then: a day may have begun.
      await bell.heard(SCAN);
      await pause(gathered, signal);
      if (signal.aborted) break;
      try {
        await follower.catchUp(isStopping);
        await lookThroughTheDay(space, this.#parts, isStopping);
      } catch (error) {
        this.#log.warn('notices-not-followed', { fault: faultOf(error) });
        bell.ring();
        await pause(AFTER_FAULT, signal);
      }
    }
    unheard();
    this.#wakes.delete(ring);
  }

  async #send(tick: number, signal: AbortSignal): Promise<void> {
    const bell = new Bell(signal);
    this.#sendSoon = () => bell.ring();
    let scanAt = 0;
    while (!signal.aborted) {
      try {
        if (this.#now() >= scanAt) {
          await this.#delivery.scan();
          scanAt = this.#now() + SCAN;
        }
        await this.#delivery.pump();
        await bell.heard(tick);
      } catch (error) {
        this.#log.warn('notices-not-sent', { fault: faultOf(error) });
        await pause(AFTER_FAULT, signal);
      }
    }
  }
}

/** Waits so long, or until it is over. Nothing that waits keeps the process from ending. */
const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds).unref();
    signal.addEventListener('abort', end);
  });

/** Rung by whoever changes something; heard once, however often it was rung. */
class Bell {
  readonly #signal: AbortSignal;
  #isRung = false;
  #wake: (() => void) | undefined;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  ring(): void {
    this.#isRung = true;
    this.#wake?.();
  }

  /** Waits until it has been rung since it was last heard, or so many milliseconds. */
  async heard(milliseconds: number): Promise<void> {
    if (!this.#isRung) {
      const waiting = new AbortController();
      this.#wake = () => waiting.abort();
      await pause(milliseconds, AbortSignal.any([waiting.signal, this.#signal]));
      this.#wake = undefined;
    }
    this.#isRung = false;
  }
}
