import { Workbox } from 'workbox-window';

const LOOK_MS = 60 * 60_000;
/** How long a new version may take to take over, milliseconds. */
const TAKEOVER_MS = 5_000;

type Safeguard = () => Promise<void>;
const safeguards = new Set<Safeguard>();

/**
 * Says what must be on the disk before this tab may be reloaded. `save` rejects when it could not be done.
 * @returns takes it away again
 */
export function beforeReload(save: Safeguard): () => void {
  safeguards.add(save);
  return () => safeguards.delete(save);
}

/**
 * A new version of the app: fetched in the background, offered, never forced. Only the tab whose
 * person says yes reloads; the others go on as they were, and are offered the same.
 */
class Update {
  /** A newer version than this page is on the device. */
  isAvailable = $state(false);
  /** The person wants to wait; asked again when the app is opened next. */
  isPutOff = $state(false);
  isLooking = $state(false);
  /** It was not reloaded, since something could not be put on the disk first. */
  wasUnsafe = $state(false);
  #workbox: Workbox | undefined;
  #hasWaiting = false;
  #isReloading = false;

  /** Registers the service worker and looks for new versions until the returned function is called. */
  start(): () => void {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return () => undefined;
    const stopping = new AbortController();
    const { signal } = stopping;
    const workbox = new Workbox('/service-worker.js', { scope: '/' });
    this.#workbox = workbox;
    let hadController = navigator.serviceWorker.controller !== null;
    workbox.addEventListener('waiting', () => {
      this.#hasWaiting = true;
      this.isAvailable = true;
    });
    navigator.serviceWorker.addEventListener(
      'controllerchange',
      () => {
        // This tab asked for it; another tab's wish is no reason to reload here.
        if (this.#isReloading) location.reload();
        else if (hadController) {
          this.#hasWaiting = false;
          this.isAvailable = true;
        }
        hadController = true;
      },
      { signal }
    );
    // Registered when the first screen stands, and not in its way.
    void workbox.register().then((registration) => {
      if (registration?.waiting && navigator.serviceWorker.controller !== null) {
        this.#hasWaiting = true;
        this.isAvailable = true;
      }
    });
    const look = () => {
      if (document.visibilityState === 'visible') void this.look();
    };
    const timer = setInterval(look, LOOK_MS);
    document.addEventListener('visibilitychange', look, { signal });
    return () => {
      clearInterval(timer);
      stopping.abort();
    };
  }

  /** Looks for a new version; false when the server could not be asked. */
  async look(): Promise<boolean> {
    if (this.#workbox === undefined) return false;
    this.isLooking = true;
    try {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
      return registration !== undefined;
    } catch {
      // No contact, or a server that is being changed at this very moment.
      return false;
    } finally {
      this.isLooking = false;
    }
  }

  /** Puts everything on the disk and reloads this tab into the new version. */
  async reload(): Promise<void> {
    this.wasUnsafe = false;
    try {
      await Promise.all([...safeguards].map((save) => save()));
    } catch {
      this.wasUnsafe = true;
      return;
    }
    if (!this.#hasWaiting) {
      location.reload();
      return;
    }
    this.#isReloading = true;
    this.#workbox?.messageSkipWaiting();
    // Should the one that waited be gone meanwhile, nobody takes over: the press is answered all the same.
    setTimeout(() => location.reload(), TAKEOVER_MS);
  }
}

export const update = new Update();
