/** What this browser says of push on this device; no server is asked. */
export type Here = { readonly state: 'off' | 'denied' | 'unsupported' } | { readonly state: 'on'; readonly id: string };

/** A subscription as the server takes it. */
export interface NewDevice {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

/** Whether this browser has push at all. */
export const pushHere = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis;

async function manager(): Promise<PushManager | undefined> {
  if (!pushHere()) return undefined;
  return (await navigator.serviceWorker.getRegistration())?.pushManager;
}

/** What the server calls a device: it keeps the address, which is as good as a key, to itself. */
async function deviceId(endpoint: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint));
  return [...new Uint8Array(digest).slice(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether this device is subscribed. */
export async function onThisDevice(): Promise<Here> {
  const push = await manager();
  if (push === undefined) return { state: pushHere() ? 'off' : 'unsupported' };
  if (Notification.permission === 'denied') return { state: 'denied' };
  const subscription = await push.getSubscription();
  return subscription === null ? { state: 'off' } : { state: 'on', id: await deviceId(subscription.endpoint) };
}

/** Subscribes this device by the server's key, anew where it was by another; null where the push service says no. */
export async function resubscribe(publicKey: string): Promise<NewDevice | null> {
  await navigator.serviceWorker.ready;
  const push = await manager();
  if (push === undefined) return null;
  try {
    const before = await push.getSubscription();
    if (before !== null && !isBy(before, publicKey)) await before.unsubscribe();
    const made = await push.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
    const { endpoint, keys = {} } = made.toJSON();
    const { p256dh, auth } = keys;
    return endpoint === undefined || p256dh === undefined || auth === undefined
      ? null
      : { endpoint, keys: { p256dh, auth } };
  } catch {
    // No contact with the browser maker's service, or one that is turned off.
    return null;
  }
}

function isBy(subscription: PushSubscription, publicKey: string): boolean {
  const key = subscription.options.applicationServerKey;
  if (key === null) return false;
  const text = btoa(String.fromCharCode(...new Uint8Array(key)));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '') === publicKey;
}

/** Ends this device's subscription; gives the address it had, or null where there was none. */
export async function unsubscribe(): Promise<string | null> {
  const subscription = await (await manager())?.getSubscription();
  if (subscription == null) return null;
  await subscription.unsubscribe();
  return subscription.endpoint;
}

/** Whoever signs out is told nothing more here, and what was told goes from the screen. Never throws. */
export async function leaveDevice(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker?.getRegistration();
    for (const shown of (await registration?.getNotifications?.()) ?? []) shown.close();
    const endpoint = await unsubscribe();
    if (endpoint === null) return;
    await fetch('/notify/subscriptions', {
      method: 'DELETE',
      credentials: 'same-origin',
      signal: AbortSignal.timeout(5_000),
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ endpoint })
    });
  } catch {
    // Without contact: the push service tells the server, the next time something is sent here.
  }
}
