import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { noAppointment, readAppointment, writeAppointment } from '../../../src/records/appointment.ts';

const monday = {
  next: { on: '2026-03-09', time: '10:00', place: 'room' },
  slot: { weekday: 1, time: '10:00', place: 'room' },
} as const;

test('a record of before has none', () => {
  expect(readAppointment(new Y.Doc())).toEqual(noAppointment);
});

test('what was written is read, and what is taken away is gone', () => {
  const doc = new Y.Doc();
  writeAppointment(doc, monday);
  expect(readAppointment(doc)).toEqual(monday);
  writeAppointment(doc, { ...monday, next: null });
  expect(readAppointment(doc)).toEqual({ ...monday, next: null });
});

test('two devices that move it at once end with one of the two, whole', () => {
  const [office, tablet] = [new Y.Doc(), new Y.Doc()];
  writeAppointment(office, { ...monday, next: { on: '2026-03-10', time: '09:00', place: 'room' } });
  writeAppointment(tablet, { ...monday, next: { on: '2026-03-12', time: '17:30', place: 'video' } });
  const [fromOffice, fromTablet] = [Y.encodeStateAsUpdate(office), Y.encodeStateAsUpdate(tablet)];
  Y.applyUpdate(office, fromTablet);
  Y.applyUpdate(tablet, fromOffice);
  expect(readAppointment(office)).toEqual(readAppointment(tablet));
  expect(['2026-03-10 09:00 room', '2026-03-12 17:30 video']).toContain(
    Object.values(readAppointment(office).next ?? {}).join(' '),
  );
});

test('writing the same again writes nothing', () => {
  const doc = new Y.Doc();
  writeAppointment(doc, monday);
  const before = Y.encodeStateVector(doc);
  writeAppointment(doc, { ...monday, next: { ...monday.next } });
  expect(Y.encodeStateVector(doc)).toEqual(before);
});
