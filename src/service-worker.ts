/// <reference lib="webworker" />
import { PrecacheController, type PrecacheEntry, PrecacheRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { BACKGROUND_SYNC } from '#lib/app/background-tags.ts';
import { mayTransferMedia } from '#lib/app/connection.ts';
import { openFromNotification, renewSubscription, showPush } from '#lib/app/push-events.ts';
import { runBackgroundSync } from '#lib/sync/background.ts';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (PrecacheEntry | string)[] };

interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

/** Files of earlier builds, for tabs that still run them; one cache for each update. */
const KEPT_PREFIX = 'ideslussen-kept-';
const KEPT_BUILDS = 3;
/** As many as a browser opens ways to one server for. */
const AT_ONCE = 6;
const IMMUTABLE = '/_app/immutable/';
const SERVER_PATHS = /^\/(api|auth|db|notify|sync|healthz)(\/|$)/;

const MANIFEST = self.__WB_MANIFEST;

// The address bar gets the app's shell, from the device, whatever is asked for. Answers of the server are never
// kept here: what a person may read lies in their own store and goes when they sign out.
const app = new PrecacheController();
app.precache(MANIFEST);
registerRoute(new PrecacheRoute(app, { cleanURLs: false }));
registerRoute(new NavigationRoute(app.createHandlerBoundToURL('/offline'), { denylist: [SERVER_PATHS] }));

// What the present build does not have, an earlier one may.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith(IMMUTABLE),
  async ({ request, url }) => (await caches.match(url.pathname)) ?? fetch(request)
);

/**
 * When this worker takes over, the files of the build before it leave the precache, and the server has
 * them no more. A tab of that build may not have loaded all its pages yet: so they are put aside first.
 */
async function keepEarlierBuild(): Promise<void> {
  const current = new Set(
    MANIFEST.map((entry) => new URL(typeof entry === 'string' ? entry : entry.url, self.location.origin).pathname)
  );
  const kept: [string, Response][] = [];
  for (const name of await caches.keys()) {
    if (!name.startsWith('workbox-precache')) continue;
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const { pathname } = new URL(request.url);
      if (!pathname.startsWith(IMMUTABLE) || current.has(pathname)) continue;
      const response = await cache.match(request);
      if (response !== undefined) kept.push([pathname, response]);
    }
  }
  if (kept.length === 0) return;
  const cache = await caches.open(KEPT_PREFIX + Date.now());
  for (const [pathname, response] of kept) await cache.put(pathname, response);
  const all = (await caches.keys()).filter((name) => name.startsWith(KEPT_PREFIX)).sort();
  for (const name of all.slice(0, -KEPT_BUILDS)) await caches.delete(name);
}

/**
 * Workbox fetches the app one file at a time, each a way to the server and back. Here several at once go from the
 * other end of the list, until the two meet. What fails here, Workbox tries again and answers for.
 */
async function fetchAhead(): Promise<void> {
  const cache = await caches.open(app.strategy.cacheName);
  const left = MANIFEST.flatMap((entry) => (typeof entry !== 'string' && entry.revision === null ? [entry.url] : []));
  const fetchSome = async (): Promise<void> => {
    for (let url = left.pop(); url !== undefined; url = left.pop()) {
      if ((await cache.match(url)) !== undefined) continue;
      const response = await fetch(url);
      if (response.ok) await cache.put(url, response);
    }
  };
  await Promise.allSettled(Array.from({ length: AT_ONCE }, fetchSome));
}

self.addEventListener('install', (event) => event.waitUntil(Promise.all([keepEarlierBuild(), fetchAhead()])));

// The first page ever opened must work without contact too, and not only from its second opening on.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', ({ data }) => {
  if ((data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});

async function sendUnsent(tag: string): Promise<void> {
  const isDone = await runBackgroundSync(self.location.origin, navigator.locks, () =>
    mayTransferMedia(tag === BACKGROUND_SYNC.wifiOnly)
  );
  // The browser tries again later, more and more seldom, when this fails.
  if (!isDone) throw new Error('something is still unsent');
  await navigator.clearAppBadge?.();
}

self.addEventListener('sync', (event) => {
  const { tag } = event as SyncEvent;
  if (Object.values<string>(BACKGROUND_SYNC).includes(tag)) (event as SyncEvent).waitUntil(sendUnsent(tag));
});

self.addEventListener('push', (event) => event.waitUntil(showPush(self.registration, event.data)));

self.addEventListener('notificationclick', (event) =>
  event.waitUntil(openFromNotification(self.clients, event.notification))
);

interface SubscriptionChange extends ExtendableEvent {
  readonly oldSubscription?: PushSubscription | null;
  readonly newSubscription?: PushSubscription | null;
}

self.addEventListener('pushsubscriptionchange', (event) => {
  const { oldSubscription = null, newSubscription = null } = event as SubscriptionChange;
  (event as SubscriptionChange).waitUntil(renewSubscription(self.registration, oldSubscription, newSubscription));
});
