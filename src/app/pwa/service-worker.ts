// Keeps the whole app on the device after the first visit. It never skips waiting by itself: the person chooses when.
/// <reference lib="webworker" />
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { isWorkerQuestion, type WorkerIdentity } from './worker-messages.ts';

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: readonly (PrecacheEntry | string)[];
};

precacheAndRoute([...self.__WB_MANIFEST]);
cleanupOutdatedCaches();
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('index.html'), {
    // A page of its own, which the app's would take the place of.
    denylist: [/\/check-in\//],
  }),
);

self.addEventListener('message', (event) => {
  const question: unknown = event.data;
  if (!isWorkerQuestion(question)) return;
  if (question.kind === 'take-over') {
    event.waitUntil(self.skipWaiting());
    return;
  }
  const identity: WorkerIdentity = { version: __APP_VERSION__, hash: __BUILD_HASH__ };
  event.ports[0]?.postMessage(identity);
});
