import type { AnswerOption, Item } from '../instruments/instrument.ts';

const scoreOf = ({ value, score }: AnswerOption): number => score ?? value;

/** What an answer adds to the sum: its option's score or, for a reversed item, max + min − score of the item's options. */
export function itemScore({ options, reversed }: Item, answer: number): number {
  const option = options.find(({ value }) => value === answer);
  const score = option ? scoreOf(option) : answer;
  if (!reversed) return score;
  const scores = options.map(scoreOf);
  return Math.max(...scores) + Math.min(...scores) - score;
}
