// Of those in therapy who get better, at last or from the beginning.
import { anxiousLife } from './anxious-story.ts';
import type { Life } from './life.ts';
import { places } from './places.ts';
import { bothEverySession, phq9EverySecond, phq9EverySession } from './planned.ts';

export const livesBetter: readonly (readonly [number, Life])[] = [
  [places.lantern, anxiousLife],
  [
    places.willow,
    {
      problems: ['I keep away from people'],
      goals: [
        {
          words: 'Go to choir again',
          scale: 'zero-to-ten',
          target: 7,
          ratings: [
            [4, 4],
            [8, 6],
            [12, 7],
            [16, 8],
            [20, 8],
          ],
        },
      ],
      techniques: ['behavioural-activation'],
      measures: phq9EverySecond,
    },
  ],
  [
    11,
    {
      problems: ['I fall apart before every deadline'],
      goals: [],
      techniques: ['cbt'],
      measures: phq9EverySecond,
      decisions: [
        {
          session: 14,
          prompt: 'target-met',
          about: 'measure/phq-9/self',
          answered: 'phq-9',
          answer: 'looked',
          seen: 'The PHQ-9 was below the cut-off of 10 three times in a row.',
          value: 4,
        },
      ],
    },
  ],
  [
    13,
    {
      problems: ['I argue with everybody I like'],
      goals: [],
      techniques: ['skills'],
      measures: phq9EverySession,
      decisions: [
        {
          session: 8,
          prompt: 'target-met',
          about: 'measure/phq-9/self',
          answered: 'phq-9',
          answer: 'not-relevant',
          reason: 'What we work on now is not measured by it.',
          seen: 'The PHQ-9 was below the cut-off of 10 three times in a row.',
          value: 7,
        },
      ],
    },
  ],
  [
    16,
    {
      problems: ['I do nothing that I used to like'],
      goals: [
        {
          words: 'Paint again',
          scale: 'zero-to-ten',
          target: 8,
          ratings: [
            [3, 2],
            [9, 5],
            [15, 6],
            [21, 7],
          ],
        },
      ],
      techniques: [],
      measures: bothEverySession,
      pivots: [
        {
          session: 5,
          obstacles: ['homework'],
          inTheWay: 'Thinking about thoughts makes them louder.',
          from: 'cognitive',
          to: 'behavioural-activation',
          label: 'Activation',
          target: 0,
          direction: 'up',
          review: { afterWeeks: 8 },
          agreement: 'agreed',
          clientWording: 'Do first, feel later.',
          reviews: [{ session: 14, decision: 'keep', words: 'Paints on Sundays.' }],
        },
      ],
    },
  ],
  [
    20,
    {
      problems: ['I cannot be alone in the evening'],
      goals: [],
      techniques: ['cognitive'],
      measures: [],
      decisions: [
        {
          session: 9,
          prompt: 'target-met',
          about: 'measure/phq-9/self',
          answered: 'phq-9',
          answer: 'discussed',
          seen: 'The PHQ-9 was below the cut-off of 10 three times in a row.',
          value: 8,
        },
      ],
    },
  ],
];
