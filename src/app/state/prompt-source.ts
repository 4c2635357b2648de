// From a client's record to what the prompts are worked out from.
import type { Prompt } from '../../clinical/prompts/prompt.ts';
import type { PromptSource } from '../../clinical/prompts/prompt-source.ts';
import { promptsOf } from '../../clinical/prompts/prompts-of.ts';
import { lastAnswered, type AnswerGiven } from '../../clinical/prompts/put-forward.ts';
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import type { ClientRecord } from '../../records/client-record.ts';
import type { Entry } from '../../records/entry.ts';
import type { FindInstrument } from '../../records/score-points.ts';
import type { CarePlan } from './care-plan.ts';
import type { ClientChart, MeasureView } from './client-chart.ts';
import { plannedCourse, sessionsOf } from './planned-course.ts';
import { riskConversations, safetyLines } from './safety-source.ts';

export interface PromptsFrom {
  readonly record: Pick<ClientRecord, 'entries' | 'firstWritten'>;
  readonly chart: ClientChart;
  readonly views: readonly MeasureView[];
  readonly carePlan: CarePlan;
}

/** Every prompt that waits or will, in the order in which they are put forward. */
export const promptsOfClient = (from: PromptsFrom, find: FindInstrument): readonly Prompt[] =>
  promptsOf(promptSource(from, find));

export function promptSource(
  { record, chart, views, carePlan }: PromptsFrom,
  find: FindInstrument,
): PromptSource {
  const { entries, firstWritten } = record;
  // A correction keeps the id of what it corrects, so that an answer finds it again.
  const originOf = ({ id }: Entry): string => firstWritten.get(id)?.id ?? id;
  const ofCourse = entries.filter(({ episode }) => episode === chart.episode);
  return {
    lines: views,
    courses: chart.courses,
    sessions: sessionsOf(entries, chart),
    checkOuts: ofCourse
      .filter((entry) => entry.kind === 'check-out')
      .map((entry) => {
        const { occurredOn, heard, topics, way, overall } = entry;
        return { entryId: originOf(entry), occurredOn, heard, topics, way, overall };
      }),
    goals: carePlan.plan.goals,
    ratings: ofCourse
      .filter((entry) => entry.kind === 'rating')
      .map((entry) => {
        const { occurredOn, goalId, scale, value } = entry;
        return { entryId: originOf(entry), occurredOn, goalId, scale, value };
      }),
    schedule: carePlan.schedule,
    planned: plannedCourse(entries, chart),
    safety: safetyLines(entries, find),
    conversations: riskConversations(record),
    switchedOff: carePlan.promptsOff,
    decisions: entries
      .filter((entry) => entry.kind === 'decision')
      .map(({ id, prompt, about, answer, occurredOn, recordedAt, value }) => ({
        ...{ id, prompt, about, answer, occurredOn, value },
        recordedAt: recordedAt.utc,
      })),
  };
}

/** Every answer to a prompt that the record has, in the order people see them. */
export const answersIn = (entries: readonly Entry[]): AnswerGiven[] =>
  entries
    .filter((entry) => entry.kind === 'decision')
    .map(({ occurredOn, prompt, answer }) => ({ on: occurredOn, prompt, answer }));

/** The last day by today on which a prompt apart from P4 was answered: on that day no other is put forward. */
export const lastAnsweredOn = (entries: readonly Entry[], today: CalendarDay): CalendarDay | null =>
  lastAnswered(answersIn(entries), today);
