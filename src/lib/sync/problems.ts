import { isStoreError } from '#lib/store/errors.ts';

/**
 * Why a round could not go on. What the server's answer means, never what the browser believes of
 * the network:
 * - `offline`: no answer, or not our server's (a café's login page answers 200 with HTML)
 * - `sign-in`: the session has ended
 * - `other-person`: somebody else is signed in here now
 * - `not-member`: the space is no longer this person's to read
 * - `too-large`, `malformed`: this request as it stands will never be taken
 * - `busy`: come back later (429, 503)
 * - `server`: the server failed (5xx)
 * - `device`: this device's store failed, as when the disk is full
 */
export type ProblemCode =
  'offline' | 'sign-in' | 'other-person' | 'not-member' | 'too-large' | 'malformed' | 'busy' | 'server' | 'device';

/** A problem, thrown inside a round and turned into the round's outcome at its edge. */
export class SyncProblem extends Error {
  override readonly name = 'SyncProblem';
  constructor(
    readonly code: ProblemCode,
    options?: ErrorOptions
  ) {
    super(code, options);
  }
}

/** What a failure means for the round. A fault of ours means nothing of the kind, and is thrown on. */
export function problemOf(error: unknown): SyncProblem {
  if (error instanceof SyncProblem) return error;
  if (isStoreError(error)) return new SyncProblem('device', { cause: error });
  const { status, reason, error: name } = error as { status?: unknown; reason?: unknown; error?: unknown };
  if (typeof status === 'number')
    return new SyncProblem(codeOf(status, String(reason ?? name ?? '')), { cause: error });
  // An answer that breaks off in the middle.
  if (error instanceof SyntaxError) return new SyncProblem('offline', { cause: error });
  throw error;
}

function codeOf(status: number, reason: string): ProblemCode {
  if (status === 401) return reason === 'other-person' ? 'other-person' : 'sign-in';
  if (status === 403 || status === 404) return 'not-member';
  if (status === 413) return 'too-large';
  if (status === 400 || status === 415) return 'malformed';
  if (status === 429 || status === 503) return 'busy';
  return 'server';
}
