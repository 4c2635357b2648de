// Of those whose therapy is over.
import type { Life } from './life.ts';
import { bothEverySession } from './planned.ts';

export const livesEnded: readonly (readonly [number, Life])[] = [
  [
    7,
    {
      problems: ['I come back to the same place'],
      goals: [],
      techniques: [],
      measures: bothEverySession,
      lifeEvents: [{ session: 22, words: 'The father died' }],
      pivots: [
        {
          session: 23,
          obstacles: ['life-events'],
          inTheWay: 'Grief, and everything else stands still.',
          from: 'behavioural-activation',
          to: 'ipt',
          label: 'IPT',
          target: 'phq-9',
          direction: 'down',
          review: { afterWeeks: 6 },
          agreement: 'agreed',
          clientWording: 'Make room for the loss.',
          reviews: [{ session: 30, decision: 'stop', words: 'Enough for now, the client says.' }],
        },
      ],
    },
  ],
  [
    10,
    {
      problems: ['Nothing changes'],
      goals: [],
      techniques: [],
      measures: bothEverySession,
      pivots: [
        {
          session: 9,
          obstacles: ['technique', 'homework'],
          inTheWay: 'Thought records are not filled in.',
          from: 'cognitive',
          to: 'act',
          label: 'ACT',
          target: 'phq-9',
          direction: 'down',
          review: { afterWeeks: 8 },
          agreement: 'not-asked',
          clientWording: '',
          reviews: [{ session: 18, decision: 'change-again', words: 'No difference.' }],
        },
        {
          session: 18,
          obstacles: ['relationship'],
          inTheWay: 'We talk past each other.',
          from: 'act',
          to: 'psychodynamic',
          label: 'Psychodynamic',
          target: 'phq-9',
          direction: 'down',
          review: { afterWeeks: 10 },
          agreement: 'agreed',
          clientWording: 'Look at what happens between us.',
          reviews: [{ session: 30, decision: 'stop', words: 'Ended by agreement.' }],
        },
      ],
    },
  ],
  [
    15,
    {
      problems: ['I avoid the motorway'],
      goals: [],
      techniques: [],
      measures: bothEverySession,
      pivots: [
        {
          session: 9,
          obstacles: ['technique'],
          inTheWay: 'All is understood and nothing is tried.',
          from: 'cbt',
          to: 'exposure',
          label: 'Exposure',
          target: 'gad-7',
          direction: 'down',
          review: { afterWeeks: 8 },
          agreement: 'agreed',
          clientWording: 'Drive a little further each week.',
          reviews: [{ session: 17, decision: 'keep', words: 'It works.' }],
        },
      ],
    },
  ],
];
