import { describe, expect, it } from 'vitest';
import { syncState } from './sync-state.ts';

const calm = { needsSignIn: false, outcome: 'done', isRunning: false } as const;

describe('the small sync status', () => {
  it('says that all is saved only when the last round was done and nothing waits', () => {
    expect(syncState({ waiting: 0, rejected: 0 }, calm)).toBe('all-saved');
    expect(syncState({ waiting: 1, rejected: 0 }, calm)).toBe('waiting');
    expect(syncState({ waiting: 0, rejected: 0 }, { ...calm, outcome: 'offline' })).toBe('no-contact');
    expect(syncState({ waiting: 0, rejected: 0 }, { ...calm, outcome: undefined })).toBe('starting');
  });

  it('does not say that all is saved before it knows', () => {
    expect(syncState(undefined, calm)).toBe('starting');
  });

  it('never calls a device or membership problem saved', () => {
    for (const outcome of ['device', 'not-member', 'too-large', 'malformed', 'server', 'busy'] as const)
      expect(syncState({ waiting: 0, rejected: 0 }, { ...calm, outcome })).not.toBe('all-saved');
  });

  it('puts what a person must do before what goes by itself', () => {
    expect(syncState({ waiting: 2, rejected: 1 }, { needsSignIn: true, outcome: 'sign-in', isRunning: true })).toBe(
      'sign-in'
    );
    expect(syncState({ waiting: 2, rejected: 1 }, { ...calm, outcome: 'offline', isRunning: true })).toBe('needs-you');
  });
});
