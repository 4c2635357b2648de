// What happened around the scores, by place in the example; who is not here has sessions and scores and nothing else.
import { anxiousLife } from './anxious-story.ts';
import type { Life } from './life.ts';

export const places = { meadow: 2, lantern: 3, pebble: 5, willow: 6, thistle: 19, rowan: 17 } as const;

const phq9EverySession = [{ instrumentId: 'phq-9', every: 1 }];
const phq9EverySecond = [{ instrumentId: 'phq-9', every: 2 }];
const bothEverySession = [...phq9EverySession, { instrumentId: 'gad-7', every: 1 }];

export const lives: ReadonlyMap<number, Life> = new Map<number, Life>([
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
  [places.lantern, anxiousLife],
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
      lastCheckOutDrops: true,
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
]);
