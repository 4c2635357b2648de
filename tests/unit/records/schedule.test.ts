import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { PlannedMeasure } from '../../../src/clinical/schedule/schedule.ts';
import {
  readSchedule,
  removePlannedMeasure,
  writePlannedMeasure,
  writePrimary,
} from '../../../src/records/schedule.ts';
import { exchange, twoDevices } from './two-devices.ts';

const phq: PlannedMeasure = {
  instrumentId: 'phq-9',
  respondent: 'self',
  cadence: { kind: 'sessions', every: 1 },
  since: '2026-03-02',
};
const gad: PlannedMeasure = { ...phq, instrumentId: 'gad-7', cadence: { kind: 'weeks', every: 4 } };
const parent: PlannedMeasure = { ...phq, respondent: 'parent', since: '2026-01-05' };

test('measures stand by their first day, then by name; each respondent has a line of its own', () => {
  const doc = new Y.Doc();
  for (const planned of [phq, gad, parent]) writePlannedMeasure(doc, planned);
  expect(readSchedule(doc)).toEqual({ measures: [parent, gad, phq], primary: null });
});

test('planning a line again changes it; removing it leaves the others', () => {
  const doc = new Y.Doc();
  writePlannedMeasure(doc, phq);
  writePlannedMeasure(doc, parent);
  writePlannedMeasure(doc, { ...phq, cadence: { kind: 'sessions', every: 3 } });
  removePlannedMeasure(doc, parent);
  expect(readSchedule(doc).measures).toEqual([{ ...phq, cadence: { kind: 'sessions', every: 3 } }]);
});

test('the primary is a line, or none', () => {
  const doc = new Y.Doc();
  writePlannedMeasure(doc, phq);
  writePrimary(doc, phq);
  expect(readSchedule(doc).primary).toEqual({ instrumentId: 'phq-9', respondent: 'self' });
  writePrimary(doc, null);
  expect(readSchedule(doc).primary).toBeNull();
});

test('two devices plan two measures, and a third one is removed on one of them', () => {
  const [office, tablet] = twoDevices((doc) => writePlannedMeasure(doc, phq));
  writePlannedMeasure(office, gad);
  writePlannedMeasure(tablet, parent);
  removePlannedMeasure(tablet, phq);
  exchange(office, tablet);
  for (const doc of [office, tablet]) expect(readSchedule(doc).measures).toEqual([parent, gad]);
});
