import { expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  readDraft,
  readPromptsOff,
  readShareParts,
  switchPrompt,
  writeDraft,
  writeSharePart,
} from '../../../src/records/client-choices.ts';
import { exchange, twoDevices } from './two-devices.ts';

test('a prompt is on until it is switched off, and on again afterwards', () => {
  const doc = new Y.Doc();
  expect([...readPromptsOff(doc)]).toEqual([]);
  switchPrompt(doc, 'goal-flat', false);
  switchPrompt(doc, 'target-met', false);
  switchPrompt(doc, 'goal-flat', true);
  expect([...readPromptsOff(doc)]).toEqual(['target-met']);
});

test('what no version of ours can switch off stays on, whatever stands in the record', () => {
  const doc = new Y.Doc();
  doc.getMap('promptsOff').set('safety', true);
  expect([...readPromptsOff(doc)]).toEqual([]);
});

test('two prompts switched on two devices are both as they were left', () => {
  const [office, tablet] = twoDevices((doc) => switchPrompt(doc, 'early-check', false));
  switchPrompt(office, 'goal-flat', false);
  switchPrompt(tablet, 'early-check', true);
  exchange(office, tablet);
  for (const doc of [office, tablet]) expect([...readPromptsOff(doc)]).toEqual(['goal-flat']);
});

test('a part of the shared view that nothing was chosen for is absent', () => {
  const doc = new Y.Doc();
  writeSharePart(doc, 'goals', false);
  expect([...readShareParts(doc)]).toEqual([['goals', false]]);
});

test('a draft is kept as it was written until it is taken away; of another kind there is none', () => {
  const doc = new Y.Doc();
  writeDraft(doc, 'pivot', { label: 'Exp' });
  expect(readDraft(doc, 'pivot')).toEqual({ label: 'Exp' });
  expect(readDraft(doc, 'risk-conversation')).toBeNull();
  writeDraft(doc, 'pivot', null);
  writeDraft(doc, 'pivot', null);
  expect(readDraft(doc, 'pivot')).toBeNull();
});
