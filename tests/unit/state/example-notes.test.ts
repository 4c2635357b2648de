import { expect, test } from 'vitest';
import { loadExample } from '../../../src/app/state/example.ts';
import { isAsSigned } from '../../../src/app/state/note-hash.ts';
import { Practice } from '../../../src/app/state/practice.svelte.ts';
import { openThrowAwayVault } from '../../../src/sync/index.ts';

test('the example’s notes are as they were signed', async () => {
  const practice = await Practice.open(await openThrowAwayVault());
  await loadExample(practice);
  let notes = 0;
  for (const { id } of practice.clients) {
    const client = await practice.openClient(id);
    await client?.whenOpen();
    for (const entry of client?.record?.entries ?? []) {
      if (entry.kind !== 'note') continue;
      notes += 1;
      expect(await isAsSigned(entry)).toBe(true);
    }
  }
  expect(notes).toBe(2);
});
