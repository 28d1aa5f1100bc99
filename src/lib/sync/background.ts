import { openStore } from '#lib/store/store.ts';
import { storedPersons } from '#lib/store/stored.ts';
import { createEngine } from './engine.ts';
import { httpHub } from './http-hub.ts';

/**
 * One round for each person with something unsent on this device: what the service worker does when
 * the browser tells it that there is a connection, with no page open.
 * @returns whether nothing is left that could still be sent
 */
export async function runBackgroundSync(
  origin: string,
  locks: Pick<LockManager, 'request'>,
  mayTransferMedia: () => boolean = () => true
): Promise<boolean> {
  let left = 0;
  for (const person of await storedPersons()) {
    const store = openStore(person);
    try {
      if ((await store.counts()).waiting === 0) continue;
      const engine = createEngine({
        hub: httpHub(origin, person),
        store,
        now: () => new Date().toISOString(),
        mayTransferMedia
      });
      await locks.request('ideslussen-sync-' + person, () => engine.round());
      left += (await store.counts()).waiting;
    } finally {
      store.close();
    }
  }
  return left === 0;
}
