// P1: worse than the baseline by the amount that the rule in use asks for; or, in the last two responses in a row, worse by that
// amount than the best score before them ("has lost some of the gain"; the best of many scores is partly luck). It does not
// ask on which side of a cut-off the total lies. After the ending of a course only what a follow-up has found counts.
import { meaningOf, reliableDirection } from '../change/reliable-change.ts';
import type { CompletePoint } from '../episodes/complete-points.ts';
import { isFollowUp } from '../episodes/course.ts';
import { judgedLines, originOf, promptLine, scoreThen, subjectOf, type JudgedLine } from './current-lines.ts';
import { aboutOf, answeredOn, type Answered } from './decision.ts';
import type { Prompt } from './prompt.ts';
import type { PromptSource } from './prompt-source.ts';

interface Worse {
  readonly than: 'baseline' | 'best';
  readonly reference: CompletePoint;
  /** The responses up to the latest that are all worse than the reference, oldest first. */
  readonly run: readonly CompletePoint[];
}

export const worsePrompts = (source: Pick<PromptSource, 'lines' | 'courses' | 'decisions'>): Prompt[] =>
  judgedLines(source).flatMap((line) => {
    const { verdict } = line;
    const worse = worseOf(line);
    const isOver = source.courses.at(-1)?.ending;
    if (!worse || (isOver && !isFollowUp(verdict.latest.point, source.courses))) return [];
    const subject = subjectOf(line);
    const answered = answeredOn(source.decisions, 'worse', subject);
    if (isSettled(answered, worse.run, line)) return [];
    return [
      {
        kind: 'worse',
        about: aboutOf(subject, originOf(verdict.latest)),
        reason: {
          kind: 'worse',
          line: promptLine(line),
          than: worse.than,
          reference: scoreThen(worse.reference),
          latest: scoreThen(verdict.latest),
          needed: verdict.needed,
          ruleId: verdict.rule.id,
          meaning: meaningOf(verdict.rule),
        },
        value: verdict.latest.total,
        from: answered.laterUntil,
        closedUntil: null,
      },
    ];
  });

function worseOf(line: JudgedLine): Worse | null {
  const { verdict, sinceBaseline } = line;
  if (verdict.direction === 'worse') {
    return { than: 'baseline', reference: verdict.start, run: runBelow(line, verdict.start) };
  }
  const best = bestOf(line, sinceBaseline.slice(0, -2));
  const run = best ? runBelow(line, best) : [];
  return best && run.length >= 2 ? { than: 'best', reference: best, run } : null;
}

function runBelow({ verdict, instrument, sinceBaseline }: JudgedLine, than: CompletePoint): CompletePoint[] {
  const isWorse = ({ total }: CompletePoint): boolean =>
    reliableDirection(than.total, total, verdict.rule, instrument.better) === 'worse';
  return sinceBaseline.slice(sinceBaseline.findLastIndex((point) => !isWorse(point)) + 1);
}

/** The best total; of several that are equal the last, from which on it was lost. */
const bestOf = ({ instrument }: JudgedLine, points: readonly CompletePoint[]): CompletePoint | undefined =>
  points.reduce<CompletePoint | undefined>(
    (best, point) =>
      best === undefined || isNoWorse(point.total, best.total, instrument.better) ? point : best,
    undefined,
  );

const isNoWorse = (total: number, than: number, better: 'lower' | 'higher'): boolean =>
  better === 'higher' ? total >= than : total <= than;

/** 'Looked' holds for the response it was given on; any other answer for later ones of the same run too, while none is worse. */
function isSettled(
  { settled }: Answered,
  run: readonly CompletePoint[],
  { verdict: { latest }, instrument }: JudgedLine,
): boolean {
  return settled.some(({ mark, answer, value }) => {
    const isOnLatest = mark === originOf(latest);
    if (!isOnLatest && (answer === 'looked' || !run.some((point) => originOf(point) === mark))) return false;
    return value === null ? isOnLatest : isNoWorse(latest.total, value, instrument.better);
  });
}
