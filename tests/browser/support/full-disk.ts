// A full disk, made by filling: a quota that is lowered later is not noticed by Chromium, which asks once and counts down.
import type { Page } from '@playwright/test';

const name = 'ballast';

/** Fills the origin's quota to the last kilobyte. The quota should be small already. */
export const fillUp = (page: Page): Promise<void> =>
  page.evaluate(async (database) => {
    const opening = indexedDB.open(database, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('stones', { autoIncrement: true });
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error ?? new Error('no ballast'));
    });
    const put = (bytes: number): Promise<boolean> =>
      new Promise((resolve) => {
        const transaction = db.transaction('stones', 'readwrite', { durability: 'strict' });
        const stone = new Uint8Array(bytes);
        for (let at = 0; at < bytes; at += 65_536) crypto.getRandomValues(stone.subarray(at, at + 65_536));
        transaction.objectStore('stones').add(stone);
        transaction.oncomplete = () => resolve(true);
        transaction.onabort = () => resolve(false);
      });
    for (let bytes = 2 ** 20; bytes >= 64; bytes /= 2) while (await put(bytes));
    db.close();
  }, name);

export const freeAgain = (page: Page): Promise<void> =>
  page.evaluate(
    (database) =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase(database);
        deleting.onsuccess = () => resolve();
        deleting.onerror = () => reject(deleting.error ?? new Error('the ballast stays'));
      }),
    name,
  );
