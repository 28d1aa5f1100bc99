import { tick } from 'svelte';
import { logOut } from './account.ts';
import { leavingPerson, owesLogout, rememberPerson, setLeavingPerson, setOwesLogout } from './registry.ts';
import { session } from './session.svelte.ts';
import { syncing } from './sync.svelte.ts';

const DRAIN_MS = 20_000;

/** Where a sign-out stands: sending the last of it, asking what to do with what would be lost, going, or stopped by a fault. */
export type SignOutStep =
  | { readonly step: 'draining' }
  | { readonly step: 'asking'; readonly unsent: number; readonly drafts: number }
  | { readonly step: 'leaving' }
  | { readonly step: 'failed' };

class SignOut {
  /** Null when nobody is signing out. */
  now = $state.raw<SignOutStep | null>(null);

  /** Sends what waits, then asks if anything would be lost by leaving. */
  async begin(): Promise<void> {
    const { store } = session;
    this.now = { step: 'draining' };
    await Promise.race([
      syncing.syncNow().catch((error: unknown) => (syncing.fault = error)),
      new Promise((resolve) => setTimeout(resolve, DRAIN_MS))
    ]);
    try {
      const [{ waiting, rejected }, drafts] = await Promise.all([store.counts(), store.drafts()]);
      const unsent = waiting + rejected;
      if (unsent === 0 && drafts.length === 0) await this.leave();
      else this.now = { step: 'asking', unsent, drafts: drafts.length };
    } catch {
      this.now = { step: 'failed' };
    }
  }

  cancel(): void {
    this.now = null;
  }

  /** Takes everything of the person's away from this device and ends the session. The person has said yes to it. */
  async leave(): Promise<void> {
    const { person } = session;
    if (person === null) return;
    this.now = { step: 'leaving' };
    await session.forget();
    setLeavingPerson(person.id);
    setOwesLogout(true);
    rememberPerson(null);
    session.close();
    await tick();
    await finishLeaving();
    this.now = null;
  }
}

export const signOut = new SignOut();

/** Ends what a sign-out began, also one that was cut off by a crash or had no contact. Call when nobody is signed in. */
export async function finishLeaving(): Promise<void> {
  const person = leavingPerson();
  if (person !== null) {
    const { deleteStore } = await import('#lib/store/store.ts');
    await deleteStore(person);
    // While the session still says whose device it was.
    await (await import('./push-here.ts')).leaveDevice();
    setLeavingPerson(null);
  }
  if (owesLogout() && (await logOut())) setOwesLogout(false);
}
