// "pre", "s3", "fu1" → the order in which they happened. It is shown for correction: an order is read off names here,
// and no date is ever made of it.
import { timeLabelKey, type TimeLabel } from './mapping.ts';

interface ReadLabel {
  readonly label: string;
  /** 0 before treatment, 1 during, 2 at its end, 3 after it. */
  readonly stage: 0 | 1 | 2 | 3;
  readonly prefix: string;
  readonly number: number | null;
}

const before = /^(pre|baseline|base|intake|admission|start|screening|vor)/;
const atEnd = /^(post|end|discharge|final|nach)/;
const afterwards = /^(follow|fu|katamnese)/;

function readLabel(given: string): ReadLabel {
  const label = timeLabelKey(given);
  const [, prefix = label, digits] = /^(.*?)[\s_.:-]*(\d{1,4})$/.exec(label) ?? [];
  const stage = afterwards.test(label) ? 3 : atEnd.test(label) ? 2 : before.test(label) ? 0 : 1;
  return { label, stage, prefix, number: digits === undefined ? null : Number(digits) };
}

/** A whole number of at most four digits says its own session. */
export function sessionNumberOf(text: string): number | null {
  const found = /^\d{1,4}(?=([.,]0+)?$)/.exec(text.trim());
  return found === null ? null : Number(found[0]);
}

/** "pre" by the mapping's labels, "4" by itself; null when it is neither. */
export const sessionFrom = (text: string, numberByTimeLabel: ReadonlyMap<string, number>): number | null =>
  numberByTimeLabel.get(timeLabelKey(text)) ?? sessionNumberOf(text);

/** @param labels distinct, in the order in which the file has them
 *  @returns nothing for labels that are numbers; "s0…s12" keep their numbers, what comes after them counts on */
export function orderTimeLabels(labels: readonly string[]): readonly TimeLabel[] {
  const keys = [...new Set(labels.map(timeLabelKey))];
  if (keys.every((label) => sessionNumberOf(label) !== null)) return [];
  const read = keys.map(readLabel).sort((a, b) => a.stage - b.stage || (a.number ?? 0) - (b.number ?? 0));
  const during = read.filter(({ stage }) => stage === 1);
  const before = read.filter(({ stage }) => stage === 0);
  const after = read.filter(({ stage }) => stage > 1);
  const numbers = during.map(({ number }) => number ?? Number.NaN);
  const keepNumbers =
    during.length > 0 &&
    new Set(during.map(({ prefix }) => prefix)).size === 1 &&
    numbers.every(Number.isInteger) &&
    Math.min(...numbers) >= before.length;
  if (!keepNumbers) return read.map(({ label }, index) => ({ label, number: index + 1 }));
  return [
    ...before.map(({ label }, index) => ({ label, number: Math.min(...numbers) - before.length + index })),
    ...during.map(({ label }, index) => ({ label, number: numbers[index] ?? index })),
    ...after.map(({ label }, index) => ({ label, number: Math.max(...numbers) + 1 + index })),
  ];
}
