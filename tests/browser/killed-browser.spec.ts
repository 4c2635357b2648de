// The control for every test that kills the browser: the kill is real, and the profile on disk is the same afterwards.
import { expect, test } from './support/test.ts';

test('what a strict transaction committed is there after SIGKILL', async ({ launch, app }) => {
  const first = await launch();
  await first.page.goto(app);
  await first.page.evaluate(async () => {
    const opened = indexedDB.open('kill-control', 1);
    const db = await new Promise<IDBDatabase>((done, fail) => {
      opened.onupgradeneeded = () => opened.result.createObjectStore('kept');
      opened.onsuccess = () => done(opened.result);
      opened.onerror = () => fail(new Error('cannot open'));
    });
    const transaction = db.transaction('kept', 'readwrite', { durability: 'strict' });
    transaction.objectStore('kept').put('written', 'key');
    await new Promise<void>((done) => (transaction.oncomplete = () => done()));
  });
  await first.kill();
  await expect(first.page.title(), 'the browser is gone').rejects.toThrow();

  const second = await launch({ folder: first.folder });
  await second.page.goto(app);
  const kept = await second.page.evaluate(async () => {
    const opened = indexedDB.open('kill-control', 1);
    const db = await new Promise<IDBDatabase>((done) => (opened.onsuccess = () => done(opened.result)));
    const read = db.transaction('kept').objectStore('kept').get('key');
    return new Promise<unknown>((done) => (read.onsuccess = () => done(read.result)));
  });
  expect(kept).toBe('written');
});
