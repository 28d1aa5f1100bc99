import { err, ok, type Result } from '#lib/core/result.ts';
import { has, municipalityOf } from '#lib/domain/actor.ts';
import { session } from './session.svelte.ts';

/** What the server keeps of its own, and a device cannot decide without it: tokens of systems, and calendar links. */

/** A system's token, as the server tells of it. */
export interface SystemToken {
  readonly id: string;
  readonly municipality: string;
  readonly name: string;
  /** ISO */
  readonly made: string;
  readonly expires?: string;
  readonly used?: string;
  readonly revoked?: string;
}

/** Why it was not done. `wrong` says which field, and what about it. */
export type OwnFailure =
  | { readonly code: 'no-contact' | 'sign-in' | 'not-yours' | 'unexpected' }
  | { readonly code: 'wrong'; readonly field: 'name' | 'expires'; readonly about: string };

/** Municipalities whose systems the person sees to; none for most people. */
export const administered = (): readonly string[] =>
  (session.person?.spaces ?? []).filter(
    (space) => space === municipalityOf(space) && has(session.actor(space), 'admin')
  );

async function ask<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<Result<T, OwnFailure>> {
  let answer: Response;
  try {
    answer = await fetch('/api/own/' + path, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(20_000),
      headers: { 'content-type': 'application/json', 'x-ideslussen-person': session.person?.id ?? '' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) })
    });
  } catch {
    return err({ code: 'no-contact' });
  }
  const told = (await answer.json().catch(() => undefined)) as
    (T & { error?: string; field?: 'name' | 'expires'; code?: string }) | undefined;
  if (answer.ok && told !== undefined) return ok(told);
  if (answer.status === 401) return err({ code: 'sign-in' });
  if (answer.status === 403) return err({ code: 'not-yours' });
  if (answer.status === 400 && told?.field !== undefined)
    return err({ code: 'wrong', field: told.field, about: told.code ?? '' });
  return err({ code: answer.status === 502 || answer.status === 503 ? 'no-contact' : 'unexpected' });
}

/** Tokens of the systems the person sees to, the newest first. */
export async function systemTokens(): Promise<Result<readonly SystemToken[], OwnFailure>> {
  const told = await ask<{ tokens: readonly SystemToken[] }>('GET', 'tokens');
  return told.ok ? ok(told.value.tokens) : told;
}

/** Makes a token. Its secret is told this once. @param expires the last day it works; the empty string for none */
export const makeToken = (municipality: string, name: string, expires: string) =>
  ask<{ readonly token: SystemToken; readonly secret: string }>('POST', 'tokens', {
    municipality,
    name,
    ...(expires === '' ? {} : { expires })
  });

export const revokeToken = (id: string) => ask<object>('DELETE', 'tokens/' + id);

/** When the person's calendar link was made, ISO; null where there is none. */
export const calendarLink = () => ask<{ readonly made: string | null }>('GET', 'calendar');

/** Makes a link to the person's calendar, in the place of the one there was. It is told this once. */
export async function makeCalendarLink(): Promise<Result<string, OwnFailure>> {
  const told = await ask<{ readonly path: string }>('POST', 'calendar', {});
  return told.ok ? ok(location.origin + told.value.path) : told;
}

export const revokeCalendarLink = () => ask<object>('DELETE', 'calendar');
