import type { Outcome } from '#lib/sync/engine.ts';

/** What the small status on every page can say. */
export type SyncState = 'starting' | 'all-saved' | 'waiting' | 'syncing' | 'no-contact' | 'sign-in' | 'needs-you';

/**
 * The one thing the small status should say. What a person must do goes before what goes by itself.
 * @param counts what is unsent; undefined until the store has been asked
 */
export function syncState(
  counts: { readonly waiting: number; readonly rejected: number } | undefined,
  { needsSignIn, outcome, isRunning }: { needsSignIn: boolean; outcome: Outcome | undefined; isRunning: boolean }
): SyncState {
  if (needsSignIn) return 'sign-in';
  if (counts === undefined) return 'starting';
  if (counts.rejected > 0) return 'needs-you';
  if (isRunning) return 'syncing';
  if (outcome === undefined) return counts.waiting > 0 ? 'waiting' : 'starting';
  if (outcome !== 'done')
    return outcome === 'offline' || outcome === 'busy' || outcome === 'server' ? 'no-contact' : 'waiting';
  return counts.waiting > 0 ? 'waiting' : 'all-saved';
}
