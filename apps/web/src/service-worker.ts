import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

/**
 * Lets Jalon open without a network: the files of the build are kept, no answer of the API is. A
 * page is asked of the network first, so that a new version shows at once.
 */
declare const __BUILT_FILES__: { readonly url: string; readonly revision: string | null }[];
declare const self: EventTarget & {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
};

/** Milliseconds before a network that neither answers nor fails counts as down. */
const PATIENCE = 4_000;

precacheAndRoute(__BUILT_FILES__);
cleanupOutdatedCaches();
const openKeptPage = createHandlerBoundToURL('/index.html');
registerRoute(
  new NavigationRoute(
    (options) =>
      fetch(options.request, { signal: AbortSignal.timeout(PATIENCE) }).catch(() =>
        openKeptPage(options),
      ),
    { denylist: [/^\/api\//] },
  ),
);
self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) =>
  (event as Event & { waitUntil(done: Promise<void>): void }).waitUntil(self.clients.claim()),
);
