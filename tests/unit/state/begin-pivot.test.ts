import { beforeEach, expect, test } from 'vitest';
import { addTechnique } from '../../../src/app/state/add-technique.ts';
import { beginPivot, begunPivot } from '../../../src/app/state/begin-pivot.ts';
import type { ClientState } from '../../../src/app/state/client.svelte.ts';
import { keepDraft } from '../../../src/app/state/drafts.ts';
import { newPivotDraft, type PivotDraft } from '../../../src/app/state/pivot-draft.ts';
import type { Practice } from '../../../src/app/state/practice.svelte.ts';
import { aClient } from './a-client.ts';

const fresh = newPivotDraft('2026-03-12');
const answeringTo = (about: string): PivotDraft => ({
  ...fresh,
  answering: { prompt: 'worse', about, seen: 'It rose.', value: 18 },
});
let practice: Practice;
let client: ClientState;

beforeEach(async () => {
  ({ practice, client } = await aClient());
});

test('a form that holds nothing but what it began with is not one that was begun', async () => {
  await keepDraft(client, 'pivot', fresh);
  expect(begunPivot(client)).toBeNull();
  expect(await beginPivot(client, answeringTo('a'))).toBe('begun');
  expect(begunPivot(client)).toEqual(answeringTo('a'));
});

test('another one is never written over what was begun', async () => {
  await beginPivot(client, { ...answeringTo('a'), inTheWay: 'Fear of the bus.' });
  expect(await beginPivot(client, answeringTo('b'))).toBe('other-begun');
  expect(begunPivot(client)).toMatchObject({ answering: { about: 'a' }, inTheWay: 'Fear of the bus.' });
});

test('the same prompt again brings what is in the way now, and leaves what was typed', async () => {
  await beginPivot(client, { ...answeringTo('a'), to: 'exposure', inTheWay: 'Fear of the bus.' });
  expect(await beginPivot(client, { ...answeringTo('a'), obstacles: ['homework'] })).toBe('begun');
  expect(begunPivot(client)).toMatchObject({
    ...{ to: 'exposure', obstacles: ['homework'], inTheWay: 'Fear of the bus.' },
  });
});

test('a technique of a name that is known is taken, and a new one goes into the list once', async () => {
  expect(await addTechnique(practice, ' exposure ', 'en-GB')).toBe('exposure');
  const id = await addTechnique(practice, 'Worry time', 'en-GB');
  expect(await addTechnique(practice, 'worry time', 'en-GB')).toBe(id);
  expect(practice.techniques).toEqual([{ id, label: 'Worry time', isHidden: false }]);
});
