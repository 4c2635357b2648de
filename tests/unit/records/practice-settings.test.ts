import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  newContactId,
  newTechniqueId,
  readCrisisContacts,
  readTechniqueChoices,
  readWhyWeMeasure,
  removeCrisisContact,
  removeTechnique,
  writeCrisisContact,
  writeTechniqueChoice,
  writeWhyWeMeasure,
} from '../../../src/records/practice-settings.ts';
import { countedRandom, exchange, twoDevices } from './two-devices.ts';

const random = countedRandom();

describe('techniques', () => {
  test('one of the practice’s own is never taken for a built-in one', () => {
    expect(newTechniqueId(random)).toMatch(/^own-[0-9a-f]{32}$/);
  });

  test('a built-in one that is only put away has no name of its own', () => {
    const doc = new Y.Doc();
    writeTechniqueChoice(doc, { id: 'emdr', isHidden: true });
    expect(readTechniqueChoices(doc)).toEqual([{ id: 'emdr', label: null, isHidden: true }]);
    writeTechniqueChoice(doc, { id: 'emdr', label: 'Eye movements' });
    writeTechniqueChoice(doc, { id: 'emdr', label: null });
    expect(readTechniqueChoices(doc)).toEqual([{ id: 'emdr', label: null, isHidden: true }]);
  });

  test('renamed here and put away there: both', () => {
    const [office, tablet] = twoDevices((doc) =>
      writeTechniqueChoice(doc, { id: 'own-1', label: 'Schema work', isHidden: false }),
    );
    writeTechniqueChoice(office, { id: 'own-1', label: 'Schema therapy' });
    writeTechniqueChoice(tablet, { id: 'own-1', isHidden: true });
    exchange(office, tablet);
    for (const doc of [office, tablet])
      expect(readTechniqueChoices(doc)).toEqual([{ id: 'own-1', label: 'Schema therapy', isHidden: true }]);
  });

  test('one that was added by mistake goes, and can be put back', () => {
    const doc = new Y.Doc();
    writeTechniqueChoice(doc, { id: 'own-1', label: 'Schema work' });
    removeTechnique(doc, 'own-1');
    expect(readTechniqueChoices(doc)).toEqual([]);
    removeTechnique(doc, 'own-1', false);
    expect(readTechniqueChoices(doc)).toMatchObject([{ label: 'Schema work' }]);
  });
});

describe('crisis contacts', () => {
  const line = { id: 'line', name: 'Helpline', reach: '0000', note: '' };
  const doctor = { id: 'doctor', name: 'Doctor on call', reach: '1111', note: 'at night' };

  test('none is there until the therapist puts one in', () => {
    expect(readCrisisContacts(new Y.Doc())).toEqual([]);
    expect(newContactId(random)).not.toBe(newContactId(random));
  });

  test('stand in the order in which they were put, and come back where they were', () => {
    const doc = new Y.Doc();
    writeCrisisContact(doc, { ...line, place: 1 });
    writeCrisisContact(doc, { ...doctor, place: 0 });
    expect(readCrisisContacts(doc)).toEqual([doctor, line]);
    removeCrisisContact(doc, 'doctor');
    expect(readCrisisContacts(doc)).toEqual([line]);
    removeCrisisContact(doc, 'doctor', false);
    expect(readCrisisContacts(doc)).toEqual([doctor, line]);
  });

  test('two devices put one in at the same place: both are there, in the same order everywhere', () => {
    const [office, tablet] = twoDevices(() => undefined);
    writeCrisisContact(office, { ...line, place: 0 });
    writeCrisisContact(tablet, { ...doctor, place: 0 });
    exchange(office, tablet);
    expect(readCrisisContacts(office)).toEqual([doctor, line]);
    expect(readCrisisContacts(tablet)).toEqual([doctor, line]);
  });
});

test('the page is ours until there is another, and ours again', () => {
  const doc = new Y.Doc();
  expect(readWhyWeMeasure(doc)).toBeNull();
  writeWhyWeMeasure(doc, 'Because.');
  expect(readWhyWeMeasure(doc)).toBe('Because.');
  writeWhyWeMeasure(doc, null);
  expect(readWhyWeMeasure(doc)).toBeNull();
});
