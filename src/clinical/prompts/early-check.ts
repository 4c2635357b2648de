// P2: at sessions 4 and 6, beyond the cut-off and not reliably better than the baseline: look at it together. It follows the
// finding that reliable improvement by session 4 goes with recovery (Delgadillo 2014; Beard & Delgadillo 2019), so it is asked
// only where the baseline lies before session 4. It waits until it is answered or no longer true.
import { meaningOf } from '../change/reliable-change.ts';
import { sessionOf } from '../schedule/numbered-sessions.ts';
import { judgedLines, primaryLines, promptLine, scoreThen, subjectOf } from './current-lines.ts';
import { aboutOf, answeredOn } from './decision.ts';
import type { Prompt } from './prompt.ts';
import type { PromptSource } from './prompt-source.ts';

export const earlyCheckPrompts = (
  source: Pick<PromptSource, 'lines' | 'courses' | 'sessions' | 'schedule' | 'decisions'>,
): Prompt[] =>
  primaryLines(judgedLines(source), source.schedule).flatMap((line) => {
    const { start, latest, direction, cutOff, rule, needed } = line.verdict;
    const number = sessionOf(latest.point, source.sessions);
    const startNumber = sessionOf(start.point, source.sessions);
    if (number === null || number < 4 || (startNumber !== null && startNumber >= 4)) return [];
    if (!cutOff || latest.side !== 'clinical' || direction === 'better') return [];
    const checkpoint = number >= 6 ? 6 : 4;
    // Another course has a session 4 of its own.
    const subject = [...subjectOf(line), String(latest.point.episode)];
    const answered = answeredOn(source.decisions, 'early-check', subject);
    if (answered.settled.some(({ mark }) => mark === String(checkpoint))) return [];
    return [
      {
        kind: 'early-check',
        about: aboutOf(subject, String(checkpoint)),
        reason: {
          kind: 'early-check',
          line: promptLine(line),
          checkpoint,
          sessionNumber: number,
          baseline: scoreThen(start),
          latest: scoreThen(latest),
          cutOffValue: cutOff.value,
          needed,
          ruleId: rule.id,
          meaning: meaningOf(rule),
        },
        value: latest.total,
        from: answered.laterUntil,
        closedUntil: null,
      },
    ];
  });
