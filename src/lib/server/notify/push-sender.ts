import { type Agent, request } from 'node:https';
import webpush from 'web-push';
import { isPushAddress, pushAgent } from './push-address.ts';
import type { VapidKeys } from './vapid.ts';

/** How long the push service keeps what a device does not fetch, seconds. What is older is no news to be woken for. */
const TTL = 24 * 60 * 60;
/** A push service answers within this, milliseconds, or it is tried again. */
const ANSWER_WITHIN = 20_000;
/** One that waits for its device is replaced by the next: it says no more than that there is something. */
const TOPIC = 'handelser';

/** What a device is told, and all of it: that something happened, how much, and in which language to say so. */
export interface PushMessage {
  /** How many things. */
  readonly count: number;
  /** How many ideas they are about; 0 where none. */
  readonly ideas: number;
  readonly language: 'sv' | 'en';
}

/** Where one device is reached, as its browser says. */
export interface PushTarget {
  readonly endpoint: string;
  /** The keys that only the device can read by, base64url. */
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

/**
 * What became of it. `gone`: the device is not subscribed any more. `refused`: the service will not take it, now or
 * later. `later`: try again, not before so many milliseconds where the service said.
 */
export type PushOutcome =
  | { readonly code: 'sent' | 'gone' | 'refused'; readonly status?: number }
  | { readonly code: 'later'; readonly status?: number; readonly afterMs?: number };

/** Sends to push services, encrypted so that only the device can read it. */
export class PushSender {
  readonly #vapid: VapidKeys & { readonly subject: string };
  readonly #allowsPrivate: boolean;
  readonly #agent: Agent;

  constructor(keys: VapidKeys, subject: string, allowsPrivate: boolean) {
    this.#vapid = { ...keys, subject };
    this.#allowsPrivate = allowsPrivate;
    this.#agent = pushAgent(allowsPrivate);
  }

  get publicKey(): string {
    return this.#vapid.publicKey;
  }

  /** Whether a device may have this address. */
  mayBeAt(endpoint: string): boolean {
    return isPushAddress(endpoint, this.#allowsPrivate);
  }

  /** Never throws: whatever goes wrong is an outcome. */
  async send(target: PushTarget, message: PushMessage): Promise<PushOutcome> {
    if (!this.mayBeAt(target.endpoint)) return { code: 'gone' };
    let details: webpush.RequestDetails;
    try {
      details = webpush.generateRequestDetails(target, JSON.stringify(message), {
        vapidDetails: this.#vapid,
        TTL,
        topic: TOPIC,
        urgency: 'normal'
      });
    } catch {
      // Keys that are no keys: nobody could read it.
      return { code: 'gone' };
    }
    try {
      return outcomeOf(await this.#post(details));
    } catch (error) {
      return (error as { code?: string }).code === 'EPRIVATE' ? { code: 'gone' } : { code: 'later' };
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  // Not by the library: it keeps whatever is answered in memory, and people choose who answers.
  #post({ endpoint, headers, body }: webpush.RequestDetails): Promise<{ status: number; retryAfter?: string }> {
    return new Promise((resolve, reject) => {
      const asked = request(
        endpoint,
        {
          method: 'POST',
          headers: headers as Record<string, string>,
          agent: this.#agent,
          signal: AbortSignal.timeout(ANSWER_WITHIN)
        },
        (answer) => {
          const retryAfter = answer.headers['retry-after'];
          resolve({ status: answer.statusCode ?? 0, ...(retryAfter === undefined ? {} : { retryAfter }) });
          // A short answer lets the connection be used again; more than that nobody reads.
          let length = 0;
          answer.on('data', (part: Buffer) => (length += part.length) > 10_000 && answer.destroy());
          answer.on('error', () => undefined);
        }
      );
      asked.on('error', reject);
      asked.end(body);
    });
  }
}

function outcomeOf({ status, retryAfter }: { status: number; retryAfter?: string }): PushOutcome {
  if (status >= 200 && status < 300) return { code: 'sent', status };
  if (status === 404 || status === 410) return { code: 'gone', status };
  if (status !== 429 && status !== 408 && status < 500) return { code: 'refused', status };
  const afterMs = waitOf(retryAfter);
  return { code: 'later', status, ...(afterMs === undefined ? {} : { afterMs }) };
}

/** `Retry-After`, seconds or a date, as milliseconds from now; a day at most. */
function waitOf(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), TTL * 1000) : undefined;
}
