// P3: two planned occasions of a measure went by in a row without an answer. One prompt for each measure; once answered it comes
// back when two more have gone by, or when the measure was answered and missed twice again.
import { addDays } from '../calendar/days.ts';
import { missedOccasions } from '../schedule/missed-occasions.ts';
import { latestOf } from '../schedule/planned-course.ts';
import { aboutOf, answeredOn } from './decision.ts';
import type { Prompt } from './prompt.ts';
import type { PromptSource } from './prompt-source.ts';

export const missedMeasurePrompts = ({
  schedule,
  planned: course,
  decisions,
}: Pick<PromptSource, 'schedule' | 'planned' | 'decisions'>): Prompt[] =>
  schedule.measures.flatMap((planned): Prompt[] => {
    const missed = missedOccasions(planned, course);
    if (!missed) return [];
    const { instrumentId, respondent, cadence } = planned;
    const subject = [instrumentId, respondent];
    const mark = missed.lastOn ?? 'never';
    const answered = answeredOn(decisions, 'missed-measures', subject);
    const decision = answered.settled.find((one) => one.mark === mark);
    const number = 2 + (decision ? missed.before(decision.occurredOn) : 0);
    const [before, last] = [missed.dayOf(number - 1), missed.dayOf(number)];
    if (before === null || last === null) return [];
    return [
      {
        kind: 'missed-measures',
        about: aboutOf(subject, mark),
        reason: {
          kind: 'missed-measures',
          line: { instrumentId, respondent },
          cadence,
          missed: number,
          missedOn: [before, last],
          lastOn: missed.lastOn,
        },
        value: null,
        from: latestOf([addDays(last, 1), answered.laterUntil]),
        closedUntil: null,
      },
    ];
  });
