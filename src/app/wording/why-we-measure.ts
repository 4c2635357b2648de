// The page for clients that says why we measure. A paragraph ends with an empty line; the first line of a paragraph that has more
// than one is its heading. None of the words of CLINICAL 1.9.
import { m } from '../paraglide/messages.js';

export interface PageBlock {
  /** Null: a paragraph without one. */
  readonly heading: string | null;
  readonly text: string;
}

/** Ours, until the therapist writes another. */
export const ourWhyWeMeasure = (): string =>
  [
    [m.plan_why_for_title(), m.plan_why_for()],
    [m.plan_why_how_title(), m.plan_why_how()],
    [m.plan_why_sees_title(), m.plan_why_sees()],
    [m.plan_why_skip_title(), m.plan_why_skip()],
    [m.plan_why_care_title(), m.plan_why_care()],
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n');

export const pageBlocks = (text: string): PageBlock[] =>
  text
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block) => {
      const end = block.indexOf('\n');
      return end < 0
        ? { heading: null, text: block }
        : { heading: block.slice(0, end).trim(), text: block.slice(end + 1).trim() };
    });
