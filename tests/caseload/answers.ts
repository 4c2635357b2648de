// A questionnaire filled in by someone whose severity is known: items differ in how readily they are endorsed.
import type { Chance } from './random.ts';

/** How much more (or less) readily each item is endorsed than the average one, in answer steps. */
const phq9Leaning = [0.2, 0.3, 0.3, 0.5, 0, 0.1, 0, -0.5, -0.9];
const gad7Leaning = [0.3, 0.1, 0.3, 0.2, -0.2, 0.1, -0.8];

const asAnswer = (value: number): number => Math.min(3, Math.max(0, Math.round(value)));

function answers(leaning: readonly number[], severity: number, chance: Chance): number[] {
  const level = severity / leaning.length;
  // Near the floor and the ceiling people differ less from item to item.
  const room = Math.min(1, Math.min(level, 3 - level) / 0.8);
  return leaning.map((lean) => asAnswer(level + room * (lean + chance.normal(0, 0.45))));
}

/** Nine items and the difficulty item, which is not part of the total. */
export function phq9Answers(severity: number, chance: Chance): number[] {
  const items = answers(phq9Leaning, severity, chance);
  return [...items, asAnswer(severity / 8 + chance.normal(0, 0.3))];
}

/** Seven items; `severity` in GAD-7 points. */
export const gad7Answers = (severity: number, chance: Chance): number[] =>
  answers(gad7Leaning, severity, chance);

/** The same answers with one left blank. */
export function leaveOneBlank(given: readonly number[], chance: Chance): (number | null)[] {
  const blank = chance.whole(0, given.length - 1);
  return given.map((answer, index) => (index === blank ? null : answer));
}
