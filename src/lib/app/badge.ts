import { BACKGROUND_SYNC } from './background-tags.ts';

interface BackgroundSync {
  register(tag: string): Promise<void>;
}

/** Shows how many things are unsent on the app's icon, where the platform has badges. */
export async function showBadge(unsent: number): Promise<void> {
  if (navigator.setAppBadge === undefined) return;
  try {
    if (unsent > 0) await navigator.setAppBadge(unsent);
    else await navigator.clearAppBadge();
  } catch (error) {
    // An app that is not installed has no icon of its own.
    if ((error as { name?: unknown }).name !== 'NotAllowedError') throw error;
  }
}

/**
 * Asks the browser to wake the service worker when there is a connection, also when every page is closed.
 * @param wifiOnly whether pictures and sounds are to wait for wifi
 */
export async function askForBackgroundSync(wifiOnly: boolean): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  const manager = (registration as (ServiceWorkerRegistration & { sync?: BackgroundSync }) | undefined)?.sync;
  if (manager === undefined || registration?.active == null) return;
  try {
    await manager.register(wifiOnly ? BACKGROUND_SYNC.wifiOnly : BACKGROUND_SYNC.any);
  } catch (error) {
    // A person may have turned background sync off for the browser; then the page does the work.
    if ((error as { name?: unknown }).name !== 'NotAllowedError') throw error;
  }
}
