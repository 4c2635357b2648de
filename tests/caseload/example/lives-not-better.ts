// Of those in therapy who do not get better, or get worse.
import type { Life } from './life.ts';
import { places } from './places.ts';
import { bothEverySession, phq9EverySecond, phq9EverySession } from './planned.ts';

export const livesNotBetter: readonly (readonly [number, Life])[] = [
  [
    places.meadow,
    {
      problems: ['Everything costs more strength than I have'],
      goals: [
        {
          words: 'Be up and dressed by nine',
          scale: 'zero-to-ten',
          target: 7,
          ratings: [
            [1, 3],
            [2, 3],
            [4, 3],
          ],
        },
      ],
      techniques: ['behavioural-activation'],
      measures: phq9EverySecond,
    },
  ],
  [
    places.pebble,
    {
      problems: ['It gets darker every week'],
      goals: [
        {
          words: 'See one friend a week',
          scale: 'zero-to-ten',
          target: 6,
          ratings: [
            [2, 4],
            [6, 3],
            [10, 2],
          ],
        },
      ],
      techniques: [],
      measures: bothEverySession,
      lifeEvents: [{ session: 7, words: 'Lost the job at the end of the month' }],
      pivots: [
        {
          session: 8,
          obstacles: ['life-events', 'other-care'],
          inTheWay: 'The job is gone, and there has been no medical review for a year.',
          from: 'cognitive',
          to: 'medication',
          label: 'Medical review',
          target: 'phq-9',
          direction: 'down',
          review: { afterWeeks: 5 },
          agreement: 'agreed',
          clientWording: 'See the doctor about tablets, and keep meeting.',
          reviews: [
            {
              session: 14,
              decision: 'keep',
              words: 'The dose was raised a week ago.',
              nextAfterWeeks: 8,
            },
          ],
        },
      ],
      decisions: [
        {
          session: 4,
          prompt: 'early-check',
          about: 'phq-9/self/1/4',
          answer: 'discussed',
          seen: 'At session 4 the PHQ-9 is 18, above the cut-off of 10 and not better than 12 at the start.',
          value: 18,
        },
        {
          session: 6,
          prompt: 'early-check',
          about: 'phq-9/self/1/6',
          answer: 'discussed',
          seen: 'At session 6 the PHQ-9 is 18, above the cut-off of 10 and not better than 12 at the start.',
          value: 18,
        },
        {
          session: 8,
          prompt: 'worse',
          about: 'phq-9/self',
          answered: 'phq-9',
          answer: 'changed',
          obstacles: ['life-events', 'other-care'],
          seen: 'The PHQ-9 is up 8 points since the start, from 12 to 20.',
          value: 20,
        },
      ],
      riskConversations: [
        {
          session: 15,
          asked: 'Asked about the answer to item 9, in the room.',
          said: 'Thoughts most evenings; would not act on them.',
          means: 'No tablets kept at home; the sister has them.',
          protectiveFactors: 'The sister, the dog.',
          whereNow: 'With the sister until Sunday.',
          plan: 'Numbers are in the phone; calls on Friday.',
          told: 'The prescriber, with consent.',
          askAgainAfterDays: 42,
          discussed: [{ measure: 'phq-9/self', answer: 2 }],
        },
      ],
    },
  ],
  [
    14,
    {
      problems: ['I am tired of being tired'],
      goals: [
        {
          words: 'One evening a week for myself',
          scale: 'attainment',
          levels: ['Never', 'Once a month', 'Once a week', 'Twice a week', 'Whenever I want to'],
          target: 0,
          ratings: [
            [3, -1],
            [6, -1],
            [10, -1],
          ],
        },
      ],
      techniques: [],
      measures: phq9EverySecond,
      pivots: [
        {
          session: 6,
          obstacles: ['motivation', 'technique'],
          inTheWay: 'Talking helps for an hour.',
          from: 'supportive',
          to: 'behavioural-activation',
          label: 'Activation',
          target: 'phq-9',
          direction: 'down',
          review: { daysFromToday: -9 },
          agreement: 'agreed',
          clientWording: 'Plan two good hours a week.',
        },
      ],
      decisions: [
        {
          session: 4,
          prompt: 'early-check',
          about: 'phq-9/self/1/4',
          answer: 'looked',
          seen: 'At session 4 the PHQ-9 is 14, above the cut-off of 10 and not reliably better than 15 at the start.',
          value: 14,
        },
        {
          session: 6,
          prompt: 'early-check',
          about: 'phq-9/self/1/6',
          answer: 'changed',
          obstacles: ['motivation', 'technique'],
          seen: 'At session 6 the PHQ-9 is 17, above the cut-off of 10 and not better than 15 at the start.',
          value: 17,
        },
      ],
      lastCheckOutDrops: true,
    },
  ],
  [
    places.rowan,
    {
      problems: ['Panic, and no way to plan a day'],
      goals: [],
      techniques: ['skills'],
      measures: bothEverySession,
    },
  ],
  [
    22,
    {
      problems: ['I do not see why I come here'],
      goals: [],
      techniques: ['supportive'],
      measures: phq9EverySession,
      stillAgrees: false,
    },
  ],
];
