import type { Page } from '@playwright/test';

/** Resolves when the app is stored on the device: the service worker is active and everything is precached. */
export async function untilStoredOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const worker = registration.active;
    if (worker === null || worker.state === 'activated') return;
    await new Promise<void>((done) => {
      worker.addEventListener('statechange', () => {
        if (worker.state === 'activated') done();
      });
    });
  });
}
