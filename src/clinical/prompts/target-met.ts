// P7: the target was met three times in a row: space the sessions out, or end? For the primary measure (else each that can be
// judged) the target is "recovered" under the rule and cut-off in use; for a goal it is the rating agreed on. That three times
// are asked for is our own rule.
import { applyRule } from '../verdict/apply-rule.ts';
import type { Goal } from '../goals/goal.ts';
import {
  judgedLines,
  originOf,
  primaryLines,
  promptLine,
  subjectOf,
  type JudgedLine,
} from './current-lines.ts';
import { aboutOf, answeredOn, type Answered } from './decision.ts';
import { comparableRatings, lastThree } from './goal-ratings.ts';
import type { Prompt } from './prompt.ts';
import type { PromptSource } from './prompt-source.ts';

type Source = Pick<PromptSource, 'lines' | 'courses' | 'schedule' | 'goals' | 'ratings' | 'decisions'>;

export const targetMetPrompts = (source: Source): Prompt[] => [
  ...primaryLines(judgedLines(source), source.schedule).flatMap((line) => measureMet(line, source)),
  ...source.goals.flatMap((goal) => goalMet(goal, source)),
];

function measureMet(line: JudgedLine, { decisions }: Source): Prompt[] {
  const { instrument, verdict, sinceBaseline } = line;
  const { rule, cutOff, start } = verdict;
  const isMet = (total: number): boolean =>
    applyRule(instrument, { start: start.total, latest: total }, rule, cutOff).status === 'recovered';
  const run = sinceBaseline.slice(sinceBaseline.findLastIndex(({ total }) => !isMet(total)) + 1);
  const three = lastThree(run);
  const subject = ['measure', ...subjectOf(line)];
  const answered = answeredOn(decisions, 'target-met', subject);
  if (!three || !cutOff || isSettled(answered, run.map(originOf))) return [];
  const { occurredOn, sessionNumber } = three[2].point;
  return [
    {
      kind: 'target-met',
      about: aboutOf(subject, originOf(three[0])),
      reason: {
        kind: 'target-met',
        of: { kind: 'measure', line: promptLine(line), cutOffValue: cutOff.value, ruleId: rule.id },
        values: [three[0].total, three[1].total, three[2].total],
        latest: { occurredOn, sessionNumber },
      },
      value: three[2].total,
      from: answered.laterUntil,
      closedUntil: null,
    },
  ];
}

function goalMet(goal: Goal, { ratings, decisions }: Source): Prompt[] {
  const own = comparableRatings(goal, ratings);
  const run = own.slice(own.findLastIndex(({ value }) => value < goal.target) + 1);
  const three = lastThree(run);
  const subject = ['goal', goal.id];
  const answered = answeredOn(decisions, 'target-met', subject);
  if (goal.closedOn !== null || !three) return [];
  if (
    isSettled(
      answered,
      run.map(({ entryId }) => entryId),
    )
  )
    return [];
  const { id, words, scale, target } = goal;
  return [
    {
      kind: 'target-met',
      about: aboutOf(subject, three[0].entryId),
      reason: {
        kind: 'target-met',
        of: { kind: 'goal', goalId: id, words, scale, target },
        values: [three[0].value, three[1].value, three[2].value],
        latest: { occurredOn: three[2].occurredOn, sessionNumber: null },
      },
      value: three[2].value,
      from: answered.laterUntil,
      closedUntil: null,
    },
  ];
}

/** An answer given on any of its responses is about the whole run, however long it grows. */
const isSettled = ({ settled }: Answered, run: readonly string[]): boolean =>
  settled.some(({ mark }) => run.includes(mark));
