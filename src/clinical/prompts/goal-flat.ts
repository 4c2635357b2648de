// P6: a goal stands still. No published figure says when a goal is flat, so this rule is our own: on 0–10 the last three ratings
// lie within one point; by attainment they are equal. Not while the target is met.
import { comparableRatings, lastThree } from './goal-ratings.ts';
import { aboutOf, answeredOn, type Decision } from './decision.ts';
import type { GoalRating } from '../goals/goal.ts';
import type { Prompt } from './prompt.ts';
import type { PromptSource } from './prompt-source.ts';

export const flatWithin = { 'zero-to-ten': 1, attainment: 0 } as const;

export const goalFlatPrompts = ({
  goals,
  ratings,
  decisions,
}: Pick<PromptSource, 'goals' | 'ratings' | 'decisions'>): Prompt[] =>
  goals.flatMap((goal): Prompt[] => {
    const own = comparableRatings(goal, ratings);
    const three = lastThree(own);
    if (goal.closedOn !== null || !three) return [];
    const values = [three[0].value, three[1].value, three[2].value] as const;
    const isFlat = Math.max(...values) - Math.min(...values) <= flatWithin[goal.scale];
    const answered = answeredOn(decisions, 'goal-flat', [goal.id]);
    const isSettled = answered.settled.some((decision) => ratingsSince(decision, own) < 3);
    if (!isFlat || three[2].value >= goal.target || isSettled) return [];
    return [
      {
        kind: 'goal-flat',
        about: aboutOf([goal.id], three[2].entryId),
        reason: {
          kind: 'goal-flat',
          goalId: goal.id,
          words: goal.words,
          scale: goal.scale,
          values,
          sinceOn: three[0].occurredOn,
          latestOn: three[2].occurredOn,
        },
        value: three[2].value,
        from: answered.laterUntil,
        closedUntil: null,
      },
    ];
  });

/** An answer holds until there are three new ratings; where its own rating was deleted, from the day of the answer. */
function ratingsSince(
  { mark, occurredOn }: Decision & { readonly mark: string },
  ratings: readonly GoalRating[],
): number {
  const place = ratings.findIndex(({ entryId }) => entryId === mark);
  return place < 0
    ? ratings.filter((rating) => rating.occurredOn > occurredOn).length
    : ratings.length - 1 - place;
}
