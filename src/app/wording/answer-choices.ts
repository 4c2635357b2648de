import type { Item } from '../../clinical/instruments/instrument.ts';
import { notApplicable } from '../../clinical/scoring/offered-answers.ts';
import { m } from '../paraglide/messages.js';

/** The item's own options and, where it may not apply, the words for that: ours, not the instrument's. */
export const answerChoices = ({
  options,
  mayNotApply,
}: Item): readonly { readonly value: number; readonly label: string; readonly keyless?: boolean }[] =>
  mayNotApply
    ? [...options, { value: notApplicable, label: m.client_score_not_applicable(), keyless: true }]
    : options;
