import { err, ok, type Result } from '#lib/core/result.ts';
import type { Choices } from '#lib/domain/events/choices.ts';
import { onThisDevice, pushHere, resubscribe, unsubscribe } from './push-here.ts';
import { session } from './session.svelte.ts';

/** How it stands with what the phone and the mail say, for the person and on this device. */
export interface NotifyState {
  /** `denied`: the browser has been told never to ask. `unsupported`: it has no push, as an iPhone's until the app is installed. */
  readonly here: 'on' | 'off' | 'denied' | 'unsupported';
  /** How many devices of the person's are told, this one with them. */
  readonly devices: number;
  /** Whether this server can send mail. */
  readonly hasMail: boolean;
  /** Where summaries go; null where nowhere. Until it is confirmed none are sent. */
  readonly mail: { readonly address: string; readonly isConfirmed: boolean } | null;
}

export interface NotifyError {
  /**
   * `offline`: the server could not be reached. `sign-in`: the session has ended. `denied`: the person, or their browser,
   * said no. `unsupported`: this browser has no push. `refused`: the server or the browser's push service said no.
   */
  readonly code: 'offline' | 'sign-in' | 'denied' | 'unsupported' | 'refused';
  /** The choice that was wrong. */
  readonly field?: keyof Choices;
  /** What was wrong with it, as `readChoices` says it, or how often may be asked: `too-many`. */
  readonly reason?: string;
}

type Answer<T> = Promise<Result<T, NotifyError>>;

interface ServerState {
  readonly publicKey: string;
  readonly devices: readonly string[];
  readonly hasMail: boolean;
  readonly mail: NotifyState['mail'];
}

async function ask<T>(method: string, path: string, body?: object): Answer<T> {
  let response: Response;
  try {
    response = await fetch('/notify/' + path, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(20_000),
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(session.person === null ? {} : { 'x-ideslussen-person': session.person.id })
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) })
    });
  } catch {
    return err({ code: 'offline' });
  }
  const answer = (await response.json().catch(() => null)) as (T & { reason?: string; field?: keyof Choices }) | null;
  if (response.ok && answer !== null) return ok(answer);
  if (response.status === 401) return err({ code: 'sign-in' });
  if (response.status === 502 || response.status === 503 || response.status === 504) return err({ code: 'offline' });
  if (response.status === 429) return err({ code: 'refused', reason: 'too-many' });
  const { reason, field } = answer ?? {};
  return err({
    code: 'refused',
    ...(reason === undefined ? {} : { reason }),
    ...(field === undefined ? {} : { field })
  });
}

/**
 * How it stands. A device that the person has let be told, and that the server has lost or knows by another key, is
 * made known to it again.
 */
export async function notifyState(): Answer<NotifyState> {
  const answer = await ask<ServerState>('GET', 'state');
  if (!answer.ok) return answer;
  const { publicKey, devices, hasMail, mail } = answer.value;
  let here = await onThisDevice();
  let count = devices.length;
  if (here.state === 'on' && !devices.includes(here.id)) {
    const again = await subscribe(publicKey);
    here = again.ok ? here : { state: 'off' };
    if (again.ok) count += 1;
  }
  return ok({ here: here.state, devices: count, hasMail, mail });
}

/** What the person has chosen, as the server keeps it. */
export const choices = (): Answer<Choices> => ask('GET', 'choices');

/** Keeps the person's choices. An address that is new gets a mail, by which it is confirmed. */
export const saveChoices = (chosen: Choices): Answer<Choices> => ask('PUT', 'choices', chosen);

/** Asks to be let say something, and lets this device be told. Call when a button was pressed: browsers demand it. */
export async function enablePush(): Answer<void> {
  if (!pushHere()) return err({ code: 'unsupported' });
  // At once, or the browser no longer sees that it was asked for.
  if ((await Notification.requestPermission()) !== 'granted') return err({ code: 'denied' });
  const answer = await ask<ServerState>('GET', 'state');
  return answer.ok ? subscribe(answer.value.publicKey) : answer;
}

async function subscribe(publicKey: string): Answer<void> {
  const made = await resubscribe(publicKey);
  if (made === null) return err({ code: 'refused', reason: 'push-service' });
  const kept = await ask<object>('POST', 'subscriptions', made);
  return kept.ok ? ok(undefined) : kept;
}

/** This device is told no more. Without contact too: what is sent to it then goes nowhere. */
export async function disablePush(): Answer<void> {
  const endpoint = await unsubscribe();
  if (endpoint === null) return ok(undefined);
  const told = await ask<object>('DELETE', 'subscriptions', { endpoint });
  // The push service tells the server the next time something is sent.
  return told.ok || told.error.code === 'offline' ? ok(undefined) : told;
}
