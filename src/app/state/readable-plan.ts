// What is planned with a client, in its readable form (exchange/readable).
import { attainmentLevels, type Goal } from '../../clinical/goals/goal.ts';
import type { ReadablePlan } from '../../exchange/readable/readable-record.ts';
import type { CarePlan } from './care-plan.ts';

/** Null where nothing is planned. */
export function readablePlan(
  { plan, schedule }: Pick<CarePlan, 'plan' | 'schedule'>,
  techniqueName: (id: string) => string,
): ReadablePlan | null {
  const { problems, goals, techniques } = plan;
  const { measures, primary } = schedule;
  if (problems.length + goals.length + techniques.length + measures.length === 0) return null;
  return {
    problems: problems.map(({ id, words, addedOn, closedOn }) => ({ id, words, addedOn, closedOn })),
    goals: goals.map(readableGoal),
    techniques: techniques.map((id) => ({ id, name: techniqueName(id) })),
    schedule: measures.map(({ instrumentId, respondent, cadence, since }) => ({
      ...{ instrumentId, respondent, every: cadence.every, unit: cadence.kind, since },
      isPrimary: primary?.instrumentId === instrumentId && primary.respondent === respondent,
    })),
  };
}

const readableGoal = ({ id, words, scale, target, levels, addedOn, closedOn }: Goal) => ({
  ...{ id, words, scale, target, addedOn, closedOn },
  ...(scale === 'attainment' && {
    levels: attainmentLevels.map((level) => ({ level, words: levels[level] })),
  }),
});
