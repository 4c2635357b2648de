// The practice's own lists through the open vault, and what their undo leaves.
import { beforeEach, expect, test } from 'vitest';
import type { Practice } from '../../../src/app/state/practice.svelte.ts';
import {
  addContact,
  addTechnique,
  changeContact,
  changeTechnique,
  changeWhyWeMeasure,
  moveContact,
  takeContactAway,
  whyWeMeasure,
} from '../../../src/app/state/practice-changes.ts';
import { ourWhyWeMeasure } from '../../../src/app/wording/why-we-measure.ts';
import { namesInOrder, techniqueOptions } from '../../../src/app/wording/technique-words.ts';
import { aClient, first } from './a-client.ts';

let practice: Practice;
const names = () => practice.crisisContacts.map(({ name }) => name);
const options = () => techniqueOptions(practice.techniques, 'en-GB');
const contact = (name: string) => ({ name, reach: '0000', note: '' });

beforeEach(async () => {
  ({ practice } = await aClient());
});

test('a technique of one’s own stands behind the built-in ones; the undo takes it away', async () => {
  const undo = await addTechnique(practice, 'Schema work');
  expect(options().at(-1)).toMatchObject({ name: 'Schema work', isHidden: false });
  await undo(practice);
  expect(options().some(({ name }) => name === 'Schema work')).toBe(false);
});

test('a built-in one is called otherwise, put away, and as it was again', async () => {
  const undoName = await changeTechnique(practice, 'emdr', { label: 'Eye movements' });
  const undoHiding = await changeTechnique(practice, 'emdr', { isHidden: true });
  const emdr = () => options().find(({ id }) => id === 'emdr');
  expect(emdr()).toMatchObject({ name: 'Eye movements', isHidden: true });
  await undoName(practice);
  expect(emdr()).toMatchObject({ name: 'EMDR', isHidden: true });
  await undoHiding(practice);
  expect(emdr()).toMatchObject({ name: 'EMDR', isHidden: false });
});

test('names stand in the order of the list; one that is not in it any more says so, last', () => {
  expect(namesInOrder(['own-gone', 'mindfulness', 'cbt'], [], 'en-GB')).toEqual([
    'CBT',
    'Mindfulness',
    'A technique that is not in the list any more',
  ]);
});

test('contacts keep the order in which they were put, also after one was removed and another added', async () => {
  for (const name of ['A', 'B', 'C']) await addContact(practice, contact(name));
  const [, b] = practice.crisisContacts;
  const undo = await takeContactAway(practice, b?.id ?? '');
  await addContact(practice, contact('D'));
  expect(names()).toEqual(['A', 'C', 'D']);
  await undo(practice);
  expect([...names()].sort()).toEqual(['A', 'B', 'C', 'D']);
});

test('a contact moves up and down, not beyond the ends', async () => {
  for (const name of ['A', 'B', 'C']) await addContact(practice, contact(name));
  const id = (name: string): string => practice.crisisContacts.find((each) => each.name === name)?.id ?? '';
  await moveContact(practice, id('C'), -1);
  expect(names()).toEqual(['A', 'C', 'B']);
  await moveContact(practice, id('A'), -1);
  await moveContact(practice, id('B'), 1);
  expect(names()).toEqual(['A', 'C', 'B']);
  await moveContact(practice, id('A'), 1);
  expect(names()).toEqual(['C', 'A', 'B']);
});

test('a changed contact is as it was after the undo; an added one is gone', async () => {
  const undoAdding = await addContact(practice, contact('A'));
  const undo = await changeContact(practice, first(practice.crisisContacts), {
    ...{ name: 'Helpline', reach: '1111', note: 'day and night' },
  });
  expect(practice.crisisContacts).toMatchObject([{ name: 'Helpline', note: 'day and night' }]);
  await undo(practice);
  expect(practice.crisisContacts).toMatchObject([contact('A')]);
  await undoAdding(practice);
  expect(practice.crisisContacts).toEqual([]);
});

test('the page for clients is ours, one’s own, ours again; our own text typed in is ours', async () => {
  expect(whyWeMeasure(practice)).toEqual({ text: ourWhyWeMeasure(), isOurs: true });
  const undo = await changeWhyWeMeasure(practice, 'Because.');
  expect(whyWeMeasure(practice)).toEqual({ text: 'Because.', isOurs: false });
  await undo(practice);
  expect(whyWeMeasure(practice).isOurs).toBe(true);
  await changeWhyWeMeasure(practice, 'Because.');
  await changeWhyWeMeasure(practice, ourWhyWeMeasure());
  expect(whyWeMeasure(practice).isOurs).toBe(true);
});
