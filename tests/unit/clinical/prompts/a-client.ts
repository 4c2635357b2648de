// One client as the prompts see them, with only what a test cares about spelled out. Days are of 2026.
import type { RiskConversation, SafetyLine } from '../../../../src/clinical/attention/open-safety.ts';
import type { GoalId } from '../../../../src/clinical/goals/goal.ts';
import { gad7 } from '../../../../src/clinical/instruments/gad-7/gad-7.ts';
import type { Instrument } from '../../../../src/clinical/instruments/instrument.ts';
import { phq9 } from '../../../../src/clinical/instruments/phq-9/phq-9.ts';
import type { Decision } from '../../../../src/clinical/prompts/decision.ts';
import type { Prompt, PromptKind } from '../../../../src/clinical/prompts/prompt.ts';
import type { MeasureLine, PromptSource } from '../../../../src/clinical/prompts/prompt-source.ts';
import { judge, type JudgeChoices } from '../../../../src/clinical/verdict/judge.ts';
import type { ScorePoint } from '../../../../src/clinical/verdict/score-point.ts';
import { seriesOn } from '../../../../src/clinical/verdict/series.ts';
import { scored } from '../score-points.ts';

export { gad7, phq9 };

/** The day of the n-th week, from 1: one session a week from 5 January on. */
export const week = (number: number): string =>
  new Date(Date.UTC(2026, 0, 5 + 7 * (number - 1))).toISOString().slice(0, 10);

/** Totals of one measure, one a week from the first on; null: that week none. */
export const weekly = (
  totals: readonly (number | null)[],
  over: (number: number) => Partial<ScorePoint> = () => ({}),
): ScorePoint[] =>
  totals.flatMap((total, index) =>
    total === null
      ? []
      : [
          scored(total, {
            entryId: `r${String(index + 1)}`,
            occurredOn: week(index + 1),
            ...over(index + 1),
          }),
        ],
  );

export function lineOf(
  instrument: Instrument,
  points: readonly ScorePoint[],
  choices: JudgeChoices & { readonly episode?: number } = {},
): MeasureLine {
  const line = {
    instrumentId: instrument.id,
    instrumentVersion: instrument.version,
    coding: instrument.coding,
    respondent: points[0]?.respondent ?? 'self',
  } as const;
  const own = points.map((point) => ({ ...point, ...line }));
  const series = seriesOn(line, own);
  return { instrument, series, verdict: judge(instrument, series, choices.episode ?? 1, choices) };
}

export const phqLine = (totals: readonly (number | null)[], choices: JudgeChoices = {}): MeasureLine =>
  lineOf(phq9, weekly(totals), choices);

/** A session in each of the first so many weeks. */
export const sessions = (count: number): PromptSource['sessions'] =>
  Array.from({ length: count }, (_, index) => ({ occurredOn: week(index + 1), number: index + 1 }));

export const aClient = (over: Partial<PromptSource> = {}): PromptSource => ({
  lines: [],
  courses: [{ episode: 1, startedOn: week(1), ending: null }],
  sessions: [],
  checkOuts: [],
  goals: [],
  ratings: [],
  schedule: { measures: [], primary: null },
  planned: { sessionDays: [], answered: [], countsFrom: null, isStopped: false },
  safety: [],
  conversations: [],
  switchedOff: new Set(),
  decisions: [],
  ...over,
});

let answered = 0;

/** What was answered to a prompt, each written a minute after the one before. */
export function answerTo(prompt: Prompt | undefined, over: Partial<Decision> = {}): Decision {
  if (!prompt) throw new Error('there is no prompt to answer');
  answered += 1;
  const { kind, about, value } = prompt;
  return {
    ...{ id: `d${String(answered)}`, prompt: kind, about, value, answer: 'discussed' },
    occurredOn: week(1),
    recordedAt: new Date(Date.UTC(2026, 0, 5, 9, answered)).toISOString(),
    ...over,
  };
}

export const ended = (occurredOn: string): PromptSource['courses'] => [
  {
    episode: 1,
    startedOn: week(1),
    ending: { entryId: 'e', occurredOn, reason: 'as-planned', summary: '', followUpMonths: [3] },
  },
];

export const ofKind = (prompts: readonly Prompt[], kind: PromptKind): readonly Prompt[] =>
  prompts.filter((prompt) => prompt.kind === kind);

/** Answers to item 9, on the days of some weeks, each written down on its day. */
export const safetyOf = (
  answers: Readonly<Record<number, number | null>>,
  over: Partial<SafetyLine> = {},
): SafetyLine => ({
  instrumentId: phq9.id,
  respondent: 'self',
  responses: Object.entries(answers).map(([number, item9]) => ({
    instrument: phq9,
    answers: [0, 0, 0, 0, 0, 0, 0, 0, item9, null],
    occurredOn: week(Number(number)),
    sessionNumber: null,
    recordedAt: `${week(Number(number))}T09:00:00.000Z`,
  })),
  ...over,
});

/** After the hour. */
export const talk = (number: number, over: Partial<RiskConversation> = {}): RiskConversation => ({
  occurredOn: week(number),
  recordedAt: `${week(number)}T10:00:00.000Z`,
  askAgainOn: null,
  discussed: [],
  ...over,
});

export const goalId = (id: string): GoalId => id as GoalId;
