import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readFields, writeFields } from '../../../src/records/flat-fields.ts';
import { exchange, twoDevices } from './two-devices.ts';

const mapOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('things');

test('each thing has its fields; what is no field of a thing is left out', () => {
  const map = mapOf(new Y.Doc());
  writeFields(map, 'a', { words: 'x', place: 1 });
  writeFields(map, 'b', { words: 'y' });
  map.set('loose', 1);
  expect(Object.fromEntries(readFields(map))).toEqual({ a: { words: 'x', place: 1 }, b: { words: 'y' } });
});

test('two fields of one thing, changed on two devices, are both kept', () => {
  const [office, tablet] = twoDevices((doc) => writeFields(mapOf(doc), 'a', { words: 'x', place: 1 }));
  writeFields(mapOf(office), 'a', { words: 'new' });
  writeFields(mapOf(tablet), 'a', { place: 2 });
  exchange(office, tablet);
  for (const doc of [office, tablet])
    expect(readFields(mapOf(doc)).get('a')).toEqual({ words: 'new', place: 2 });
});

test('what is the same already is not written again: no device has anything to send', () => {
  const doc = new Y.Doc();
  writeFields(mapOf(doc), 'a', { words: 'x', cadence: { every: 1 } });
  const before = Y.encodeStateVector(doc);
  writeFields(mapOf(doc), 'a', { words: 'x', cadence: { every: 1 } });
  expect(Y.encodeStateVector(doc)).toEqual(before);
});

test('several fields are one change', () => {
  const doc = new Y.Doc();
  let updates = 0;
  doc.on('update', () => (updates += 1));
  writeFields(mapOf(doc), 'a', { words: 'x', place: 1, removed: false });
  expect(updates).toBe(1);
});
