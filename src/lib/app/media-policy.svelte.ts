import { connection, mayTransferMedia } from './connection.ts';
import { syncing } from './sync.svelte.ts';

const KEY = 'ideslussen.media-on-wifi-only';

/** Whether pictures and sounds may travel on any connection, as chosen on this device. */
class MediaPolicy {
  #wifiOnly = $state(false);
  /** Whether the browser tells wifi from mobile data; where not, there is nothing to choose. */
  isKnown = $state(false);

  get wifiOnly(): boolean {
    return this.#wifiOnly;
  }

  set wifiOnly(next: boolean) {
    this.#wifiOnly = next;
    if (next) localStorage.setItem(KEY, '1');
    else localStorage.removeItem(KEY);
    syncing.nudge();
  }

  /** Follows the choice until the returned function is called. */
  start(): () => void {
    this.#wifiOnly = localStorage.getItem(KEY) !== null;
    this.isKnown = connection()?.type !== undefined;
    syncing.mayTransferMedia = () => mayTransferMedia(this.#wifiOnly);
    const changed = () => {
      if (this.#wifiOnly && mayTransferMedia(true)) syncing.nudge();
    };
    connection()?.addEventListener('change', changed);
    return () => {
      connection()?.removeEventListener('change', changed);
      syncing.mayTransferMedia = () => true;
    };
  }
}

export const mediaPolicy = new MediaPolicy();
