// The last session of two people of the example: one in the room, one by video.
import type { LastSession } from './last-session.ts';
import { places } from './places.ts';

const onTheTrain: LastSession = {
  place: 'room',
  homework: 'Board the train at a quiet hour, two stops, and write down what was feared and what came.',
  forNextTime: 'What the colleague said about the lift; ask before the week is told.',
  distress: [
    { minute: 4, value: 4 },
    { minute: 21, value: 7 },
    { minute: 38, value: 3 },
  ],
  marks: [
    { minute: 9, mark: 'avoidance', words: 'Speaks of the bus instead when the train comes up' },
    { minute: 26, mark: 'insight', words: '“It falls by itself if I stay.”' },
    { minute: 44, mark: 'homework', words: 'Chose the step alone' },
  ],
  techniques: [
    {
      minute: 18,
      technique: 'exposure',
      response: 'Stayed with the imagined platform until it eased; surprised by it.',
    },
  ],
  note: {
    template: 'dap',
    sections: [
      {
        title: 'Data',
        text: 'Told of one ride broken off and one finished. Imagined exposure to the platform; distress rose and fell within the session.',
      },
      {
        title: 'Assessment',
        text: 'Avoidance is smaller than at the start and names itself now. The worry about being seen keeps what is left of it.',
      },
      { title: 'Plan', text: 'Two stops at a quiet hour, with the sheet. Then the same with people about.' },
    ],
  },
};

const byVideo: LastSession = {
  place: 'video',
  whereToday: 'At her sister’s, the room behind the bakery; the door is shut.',
  homework: 'Ten minutes outside before the first message of the day.',
  forNextTime: 'Come back to the sister’s offer.',
  distress: [
    { minute: 3, value: 6 },
    { minute: 41, value: 5 },
  ],
  marks: [
    { minute: 14, mark: 'rupture', words: 'Went quiet when I asked about the tablets' },
    { minute: 23, mark: 'insight', words: 'Saw that she apologises before she asks' },
  ],
  techniques: [
    {
      minute: 30,
      technique: 'behavioural-activation',
      response: 'Doubtful, then picked the smallest step herself.',
    },
  ],
  note: {
    template: 'soap',
    sections: [
      { title: 'Subjective', text: 'A heavy week; mornings are worst. Went quiet once and came back to it.' },
      {
        title: 'Objective',
        text: 'By video, tired, eyes on the screen. No thoughts of ending her life, asked openly.',
      },
      { title: 'Assessment', text: 'Low, and less alone with it since she stays at her sister’s.' },
      { title: 'Plan', text: 'Ten minutes outside each morning. The sister’s offer next time.' },
    ],
  },
};

/** By their place in the caseload. */
export const lastSessions: ReadonlyMap<number, LastSession> = new Map([
  [places.lantern, onTheTrain],
  [places.willow, byVideo],
]);
