import { pushWords } from '#lib/messages/push.ts';
import { OPEN_EVENTS } from './notified.ts';

/** A notification replaces the one before: they say the same, and the later counts more. */
const TAG = 'ideslussen-handelser';
const OPENS = '/handelser';
const ICON = '/icons/icon-192.png';

const natural = (value: unknown): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : 0;

/** Shows what a push tells of. Something must be shown for each, also for one that cannot be read. */
export async function showPush(registration: ServiceWorkerRegistration, data: PushMessageData | null): Promise<void> {
  let message: Record<string, unknown> = {};
  try {
    message = (data?.json() ?? {}) as Record<string, unknown>;
  } catch {
    // Of another app version, perhaps: that something has happened is still true.
  }
  const told = { count: Math.max(1, natural(message['count'])), ideas: natural(message['ideas']) };
  const { language } = message;
  await registration.showNotification('Idéslussen', {
    body: pushWords(language, told),
    lang: language === 'en' ? 'en' : 'sv',
    tag: TAG,
    icon: ICON,
    badge: '/icons/badge-96.png'
  });
}

/** Brings a tab of the app's to the front, which then opens what has happened; or opens it in a new one. */
export async function openFromNotification(clients: Clients, notification: Notification): Promise<void> {
  notification.close();
  const [tab] = await clients.matchAll({ type: 'window' });
  if (tab === undefined) {
    await clients.openWindow(OPENS);
    return;
  }
  tab.postMessage({ type: OPEN_EVENTS });
  await tab.focus();
}

/** The browser has given the device another address: the server is told, in the name of whoever is signed in. */
export async function renewSubscription(
  registration: ServiceWorkerRegistration,
  old: PushSubscription | null,
  renewed: PushSubscription | null
): Promise<void> {
  const key = old?.options.applicationServerKey ?? (await serverKey());
  if (key == null) return;
  const made =
    renewed ?? (await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }));
  await fetch('/notify/subscriptions', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...made.toJSON(), ...(old === null ? {} : { replaces: old.endpoint }) })
  });
}

async function serverKey(): Promise<string | null> {
  const answer = await fetch('/notify/state', { credentials: 'same-origin', cache: 'no-store' });
  return answer.ok ? ((await answer.json()) as { publicKey: string }).publicKey : null;
}
