// P5: a rating of the session's check-out fell by two points or more since the check-out before. The check-out has words of our
// own and no published cut-off, so this rule is our own too.
import { aboutOf, answeredOn } from './decision.ts';
import { checkOutParts, type Prompt } from './prompt.ts';
import type { PromptSource } from './prompt-source.ts';

export const checkOutDrop = 2;

const subject = ['check-out'];

export function checkOutPrompts({
  checkOuts,
  decisions,
}: Pick<PromptSource, 'checkOuts' | 'decisions'>): Prompt[] {
  const [earlier, latest] = checkOuts.slice(-2);
  if (!earlier || !latest) return [];
  const dropped = checkOutParts.flatMap((part) => {
    const [before, now] = [earlier[part], latest[part]];
    return before !== null && now !== null && before - now >= checkOutDrop ? [{ part, before, now }] : [];
  });
  const answered = answeredOn(decisions, 'check-out-dropped', subject);
  if (dropped.length === 0 || answered.settled.some(({ mark }) => mark === latest.entryId)) return [];
  return [
    {
      kind: 'check-out-dropped',
      about: aboutOf(subject, latest.entryId),
      reason: {
        kind: 'check-out-dropped',
        dropped,
        beforeOn: earlier.occurredOn,
        latestOn: latest.occurredOn,
      },
      value: null,
      from: answered.laterUntil,
      closedUntil: null,
    },
  ];
}
