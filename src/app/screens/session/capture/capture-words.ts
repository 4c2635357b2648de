import type { TechniqueChoice } from '../../../../records/practice-settings.ts';
import type { MarkLabel } from '../../../../records/mark-labels.ts';
import { m } from '../../../paraglide/messages.js';
import type { Captured } from '../../../state/capture-changes.ts';
import { formatNumber } from '../../../wording/format-total.ts';
import { ratingWords } from '../../../wording/goal-words.ts';
import { markName } from '../../../wording/mark-words.ts';
import { techniqueName } from '../../../wording/technique-words.ts';

export interface CaptureNames {
  readonly marks: readonly MarkLabel[];
  readonly techniques: readonly TechniqueChoice[];
  readonly goalWords: (id: Extract<Captured, { kind: 'rating' }>['goalId']) => string | null;
  readonly locale: string;
}

/** One captured thing in a few words, without its minute. */
export function capturedName(
  entry: Captured,
  { marks, techniques, goalWords, locale }: CaptureNames,
): string {
  switch (entry.kind) {
    case 'mark':
      return markName(entry.mark, marks);
    case 'distress':
      return m.capture_distress_is({ value: formatNumber(entry.value, locale) });
    case 'technique-use':
      return techniqueName(entry.technique, techniques);
    case 'rating':
      return m.capture_goal_is({
        goal: goalWords(entry.goalId) ?? m.capture_goal_unknown(),
        value: ratingWords(entry.value, entry.scale, locale),
      });
  }
}
