import { err, ok, type Result } from '#lib/core/result.ts';
import type { SignedIn } from './person.ts';

/** Why a sign-in came to nothing. */
export type SignInError =
  | { readonly code: 'wrong-credentials' | 'no-contact' | 'another-person' | 'unexpected' }
  | { readonly code: 'too-many-attempts'; readonly retryAfterSeconds: number };

const post = (path: string, body?: object): Promise<Response> =>
  fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    cache: 'no-store',
    signal: AbortSignal.timeout(20_000),
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body ?? {})
  });

/** Asks the server who this is. The session is a cookie that scripts cannot read. */
export async function logIn(username: string, password: string): Promise<Result<SignedIn, SignInError>> {
  let response: Response;
  try {
    response = await post('/auth/login', { username, password });
  } catch {
    return err({ code: 'no-contact' });
  }
  const body = (await response.json().catch(() => ({}))) as Partial<SignedIn> & { retryAfterSeconds?: number };
  if (response.status === 401) return err({ code: 'wrong-credentials' });
  if (response.status === 429)
    return err({ code: 'too-many-attempts', retryAfterSeconds: body.retryAfterSeconds ?? 60 });
  const { id, username: known, name, roles, spaces } = body;
  if (!response.ok || id === undefined || known === undefined || name === undefined || !roles || !spaces)
    return err({ code: response.status === 503 || response.status === 502 ? 'no-contact' : 'unexpected' });
  return ok({ id, username: known, name, roles, spaces });
}

/** Ends the session on the server; false when the server could not be told. */
export async function logOut(): Promise<boolean> {
  try {
    const response = await post('/auth/logout');
    return response.ok || response.status === 401;
  } catch {
    return false;
  }
}
