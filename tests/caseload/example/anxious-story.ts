// The story that the whole product is about: anxious, mindfulness first, no better at session 4; the list of what can be in the
// way leads to exposure, and then it gets better. The answers are written down, not drawn.
import type { Entry } from '../../../src/records/entry.ts';
import type { MadeUpClient } from '../made-up.ts';
import type { Life } from './life.ts';

/** Seven answers a session: 16, 15, 16, 15 under mindfulness, then 14, 12, 9, 8, 7, 6, 5. */
const gad7BySession = [
  ...['3332212', '3322212', '3332122', '3322212'],
  ...['3222212', '2222112', '2211111', '2111111', '1111111', '1111011', '1110011'],
];

/** Nine answers and the difficulty item; nothing at the safety item. */
const phq9BySession = [
  ...['1122111002', '1122011002', '1122111002', '1112111002'],
  ...['1112011002', '1112011001', '1111011001', '1111001001', '1111000001', '1101000001', '0111000000'],
];

const answersIn = (text: string): number[] => Array.from(text, Number);

/** The same sessions with the answers of the story. */
export function withAnxiousAnswers(client: MadeUpClient): MadeUpClient {
  const told = (entry: Entry): Entry[] => {
    if (entry.kind !== 'response') return [entry];
    const bySession = { 'gad-7': gad7BySession, 'phq-9': phq9BySession }[entry.instrumentId];
    const answers = bySession?.[(entry.sessionNumber ?? 0) - 1];
    return answers === undefined ? [] : [{ ...entry, answers: answersIn(answers) }];
  };
  return { ...client, entries: client.entries.flatMap(told) };
}

export const anxiousLife: Life = {
  problems: ['I cannot stop worrying, and I do not take the train any more'],
  goals: [
    {
      words: 'Take the train to work again',
      scale: 'attainment',
      levels: [
        'Does not leave the house alone',
        'Walks to the station, does not board',
        'Two stops, three times a week',
        'The whole way, three times a week',
        'The whole way, every day',
      ],
      target: 0,
      ratings: [
        [1, -1],
        [3, -1],
        [5, -1],
        [7, 0],
        [9, 0],
      ],
    },
    {
      words: 'Sleep without going over the day again',
      scale: 'zero-to-ten',
      target: 7,
      ratings: [
        [1, 2],
        [4, 3],
        [7, 5],
        [9, 6],
      ],
    },
  ],
  techniques: [],
  measures: [
    { instrumentId: 'gad-7', every: 1 },
    { instrumentId: 'phq-9', every: 1 },
  ],
  lifeEvents: [{ session: 2, words: 'Moved to another office; the way to work is longer' }],
  decisions: [
    {
      session: 4,
      prompt: 'early-check',
      about: 'gad-7/self/1/4',
      answer: 'changed',
      obstacles: ['technique'],
      seen: 'At session 4 the GAD-7 is 15, not below the cut-off of 8 and not reliably better than 16 at the start.',
      value: 15,
    },
  ],
  pivots: [
    {
      session: 4,
      obstacles: ['technique'],
      inTheWay: 'The exercises calm, and the train is still avoided.',
      from: 'mindfulness',
      to: 'exposure',
      label: 'Exposure',
      target: 'gad-7',
      direction: 'down',
      review: { daysFromToday: 0 },
      agreement: 'agreed',
      clientWording: 'We go to the station together, one step at a time.',
    },
  ],
};
