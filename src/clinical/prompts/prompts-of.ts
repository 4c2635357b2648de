// Every prompt of one client that waits, or will, in the order in which they are put forward. Laws: the same record gives the
// same prompts in the same order on every device; after the ending of a course only P4 and what a follow-up has found is raised.
import { compareText } from '../episodes/compare-in-time.ts';
import { checkOutPrompts } from './check-out-dropped.ts';
import { earlyCheckPrompts } from './early-check.ts';
import { goalFlatPrompts } from './goal-flat.ts';
import { missedMeasurePrompts } from './missed-measures.ts';
import { promptKinds, type Prompt } from './prompt.ts';
import type { PromptSource } from './prompt-source.ts';
import { safetyPrompts } from './safety.ts';
import { targetMetPrompts } from './target-met.ts';
import { worsePrompts } from './worse.ts';

export function promptsOf(source: PromptSource): readonly Prompt[] {
  const isOver = !!source.courses.at(-1)?.ending;
  const ofGoingCourse = (): Prompt[] => [
    ...earlyCheckPrompts(source),
    ...checkOutPrompts(source),
    ...missedMeasurePrompts(source),
    ...goalFlatPrompts(source),
    ...targetMetPrompts(source),
  ];
  const switchedOff: ReadonlySet<string> = source.switchedOff;
  const isPrimary = ({ about }: Prompt): boolean => isAboutPrimary(about, source);
  return [...safetyPrompts(source), ...worsePrompts(source), ...(isOver ? [] : ofGoingCourse())]
    .filter(({ kind }) => !switchedOff.has(kind))
    .sort(
      (a, b) =>
        promptKinds.indexOf(a.kind) - promptKinds.indexOf(b.kind) ||
        Number(isPrimary(b)) - Number(isPrimary(a)) ||
        compareText(a.about, b.about),
    );
}

function isAboutPrimary(about: string, { schedule: { primary } }: PromptSource): boolean {
  return primary !== null && `/${about}/`.includes(`/${primary.instrumentId}/${primary.respondent}/`);
}
