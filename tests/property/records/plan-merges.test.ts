// Whatever devices do to plan, schedule and lists, and in whatever order they hear of each other: in the end all show the same.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { switchablePrompts } from '../../../src/clinical/prompts/prompt.ts';
import { readPromptsOff, switchPrompt } from '../../../src/records/client-choices.ts';
import {
  readPlan,
  removeGoal,
  removeProblem,
  useTechnique,
  writeGoal,
  writeProblem,
} from '../../../src/records/plan.ts';
import {
  readCrisisContacts,
  readTechniqueChoices,
  removeCrisisContact,
  writeCrisisContact,
  writeTechniqueChoice,
} from '../../../src/records/practice-settings.ts';
import {
  readSchedule,
  removePlannedMeasure,
  writePlannedMeasure,
  writePrimary,
} from '../../../src/records/schedule.ts';
import type { GoalId } from '../../../src/clinical/goals/goal.ts';

type Act = (doc: Y.Doc) => void;

const ids = fc.constantFrom('a', 'b', 'c');
// Ids of tests: any text will do.
const goalIds = ids.map((id) => id as GoalId);
const words = fc.constantFrom('one', 'two', 'three', '');
const days = fc.constantFrom('2026-03-02', '2026-03-09', '2026-03-16');
const closed = fc.option(days);
const levels = fc.record({ '-2': words, '-1': words, 0: words, 1: words, 2: words });
const line = fc.record({
  instrumentId: fc.constantFrom('phq-9', 'gad-7'),
  respondent: fc.constantFrom('self' as const, 'parent' as const),
});

const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(ids, fc.record({ words, addedOn: days, closedOn: closed }, { requiredKeys: [] })).map(
    ([id, fields]): Act =>
      (doc) =>
        writeProblem(doc, id, fields),
  ),
  fc.tuple(ids, fc.boolean()).map(
    ([id, is]): Act =>
      (doc) =>
        removeProblem(doc, id, is),
  ),
  fc
    .tuple(
      goalIds,
      fc.record(
        {
          words,
          addedOn: days,
          closedOn: closed,
          scale: fc.constantFrom('attainment' as const, 'zero-to-ten' as const),
          target: fc.integer({ min: 1, max: 10 }),
          levels,
        },
        { requiredKeys: [] },
      ),
    )
    .map(
      ([id, fields]): Act =>
        (doc) =>
          writeGoal(doc, id, fields),
    ),
  fc.tuple(goalIds, fc.boolean()).map(
    ([id, is]): Act =>
      (doc) =>
        removeGoal(doc, id, is),
  ),
  fc.tuple(ids, fc.boolean()).map(
    ([id, is]): Act =>
      (doc) =>
        useTechnique(doc, id, is),
  ),
  fc.tuple(line, days, fc.integer({ min: 1, max: 52 })).map(([which, since, every]): Act => {
    return (doc) => writePlannedMeasure(doc, { ...which, since, cadence: { kind: 'weeks', every } });
  }),
  line.map(
    (which): Act =>
      (doc) =>
        removePlannedMeasure(doc, which),
  ),
  fc.option(line).map(
    (which): Act =>
      (doc) =>
        writePrimary(doc, which),
  ),
  fc.tuple(fc.constantFrom(...switchablePrompts), fc.boolean()).map(
    ([kind, is]): Act =>
      (doc) =>
        switchPrompt(doc, kind, is),
  ),
  fc.tuple(ids, words, fc.boolean()).map(
    ([id, label, isHidden]): Act =>
      (doc) =>
        writeTechniqueChoice(doc, { id, label, isHidden }),
  ),
  fc.tuple(ids, words, fc.nat(3)).map(
    ([id, name, place]): Act =>
      (doc) =>
        writeCrisisContact(doc, { id, name, reach: '0', note: '', place }),
  ),
  fc.tuple(ids, fc.boolean()).map(
    ([id, is]): Act =>
      (doc) =>
        removeCrisisContact(doc, id, is),
  ),
);

const deviceCount = 3;
const steps = fc.array(
  fc.oneof(
    fc.record({ device: fc.nat(deviceCount - 1), act: acts }),
    fc.record({ device: fc.nat(deviceCount - 1), hears: fc.nat(deviceCount - 1) }),
  ),
  { maxLength: 30 },
);

const view = (doc: Y.Doc): unknown => ({
  plan: readPlan(doc),
  schedule: readSchedule(doc),
  promptsOff: [...readPromptsOff(doc)],
  techniques: readTechniqueChoices(doc).sort((a, b) => (a.id < b.id ? -1 : 1)),
  contacts: readCrisisContacts(doc),
});

test('random changes on three devices, heard of in any order, end in the same plan everywhere', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const devices = Array.from({ length: deviceCount }, () => new Y.Doc());
      const hear = (to: Y.Doc, from: Y.Doc): void => Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
      for (const step of all) {
        const device = devices[step.device];
        if (!device) continue;
        if ('act' in step) step.act(device);
        else hear(device, devices[step.hears] ?? device);
      }
      for (const to of devices) for (const from of devices) hear(to, from);
      for (const to of devices) for (const from of devices) hear(to, from);
      const [first, ...others] = devices.map(view);
      for (const other of others) expect(other).toEqual(first);
    }),
  );
});

test('what one device changed in a goal is never lost by what another changed in another field of it', () => {
  const fields = ['words', 'closedOn', 'target'] as const;
  const values = { words: 'new', closedOn: '2026-03-09', target: 3 } as const;
  fc.assert(
    fc.property(fc.constantFrom(...fields), fc.constantFrom(...fields), goalIds, (here, there, id) => {
      fc.pre(here !== there);
      const [office, tablet] = [new Y.Doc(), new Y.Doc()];
      writeGoal(office, id, {
        ...{ words: 'old', addedOn: '2026-03-02', closedOn: null, target: 8 },
        scale: 'zero-to-ten',
      });
      Y.applyUpdate(tablet, Y.encodeStateAsUpdate(office));
      writeGoal(office, id, { [here]: values[here] });
      writeGoal(tablet, id, { [there]: values[there] });
      Y.applyUpdate(office, Y.encodeStateAsUpdate(tablet));
      const [goal] = readPlan(office).goals;
      expect(goal?.[here]).toBe(values[here]);
      expect(goal?.[there]).toBe(values[there]);
    }),
  );
});
