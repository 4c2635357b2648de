// The app itself with one client of whom everything is written down that a record can hold, marked wherever a client may not look.
import { ownMeasure } from '../../../src/clinical/instruments/own-measure.ts';
import { writeGoal } from '../../../src/records/plan.ts';
import { parseClientId } from '../../../src/records/ids.ts';
import { entriesOfEveryKind, goal, goalId, phq, pivot, rating } from '../../unit/screens/share-kit.ts';
import { openPractice } from './open-caseload.ts';
import { lateWords, markedWords, sharedClientId, sharedLabel } from './share-words.ts';

const target = document.getElementById('app');
if (!target) throw new Error('No place to mount');
const { app } = await openPractice(target);
const { practice } = app;
if (!practice) throw new Error('the example did not open');

const definition = {
  ...{ id: 'own-0000', version: '1.00000000', name: `Clinical ${sharedLabel}` },
  ...{ range: { min: 0, max: 10 }, step: 1, better: 'higher' as const },
};
const made = ownMeasure(definition);
if (made.kind !== 'instrument') throw new Error(JSON.stringify(made.problems));
const of = {
  ...{ instrumentId: made.instrument.id, instrumentVersion: made.instrument.version },
  coding: made.instrument.coding,
};
await practice.saveOwnMeasure(definition);

const id = parseClientId(sharedClientId);
const course = [19, 18, 17, 18, 14, 12, 11, 9, 8];
const day = (index: number): string => new Date(Date.UTC(2026, 0, 5 + 7 * index)).toISOString().slice(0, 10);
await practice.addClients([
  {
    ...{ id, label: sharedLabel, status: 'active' },
    entries: [
      ...course.map((total, index) => phq(100 + index, day(index), total)),
      phq(120, '2026-01-05', 4, of),
      phq(121, '2026-03-02', 6, of),
      ...entriesOfEveryKind(0, '2026-02-10', 21, markedWords).flatMap((entry, index) =>
        // Of scores only the therapist's own; and no ending, so that the course goes on.
        ['response', 'pivot', 'ending'].includes(entry.kind) && index !== 1
          ? []
          : [{ ...entry, id: phq(200 + index, null, 0).id }],
      ),
      pivot(300, '2026-01-28', 'We go out a little further each week', {
        ...{ inTheWay: markedWords, label: markedWords, from: markedWords, to: markedWords },
      }),
      pivot(301, '2026-02-18', 'The clinical way of it'),
      rating(310, 'b'.repeat(32), '2026-01-05', 2),
      rating(311, 'b'.repeat(32), '2026-02-02', 4),
      rating(312, 'b'.repeat(32), '2026-03-02', 6),
      rating(320, 'c'.repeat(32), '2026-01-05', -1, { scale: 'attainment' }),
      rating(321, 'c'.repeat(32), '2026-03-02', 1, { scale: 'attainment' }),
    ],
  },
]);
const levels = Object.fromEntries([-2, -1, 0, 1, 2].map((level) => [level, markedWords]));
const goals = [
  goal('b'.repeat(32), 'Go to the shop on my own'),
  goal('c'.repeat(32), 'See friends again', {
    scale: 'attainment',
    ...{ levels: { ...goal('', '').levels, ...levels } },
  }),
  goal('d'.repeat(32), 'Stop thinking that I failed'),
];
const client = await practice.openClient(id);
await client?.edit((doc) => {
  for (const { id: given, ...fields } of goals) writeGoal(doc, goalId(given), fields);
});

/** What can happen while a client looks at the screen. */
addEventListener('harness-toast', () => app.toasts.show({ text: lateWords }));
addEventListener('harness-fault', () => {
  reportError(new Error(lateWords));
});
addEventListener('harness-arrives', () => {
  void client?.addEntry(phq(400, '2026-03-11', 27));
  void client?.edit((doc) =>
    writeGoal(doc, goalId('e'.repeat(32)), { words: lateWords, addedOn: '2026-03-11' }),
  );
});
document.documentElement.dataset['ready'] = 'yes';
