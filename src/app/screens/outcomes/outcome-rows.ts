import type { Instrument } from '../../../clinical/instruments/instrument.ts';
import { m } from '../../paraglide/messages.js';
import {
  fewestForShare,
  fewestPhases,
  type OutcomeCounts,
  type TechniqueCounts,
} from '../../state/outcome-counts.ts';
import type { TechniqueChoice } from '../../../records/practice-settings.ts';
import { formatNumber, formatShare } from '../../wording/format-total.ts';
import { techniqueName } from '../../wording/technique-words.ts';
import type { Respondent } from '../../../clinical/verdict/score-point.ts';
import { measureName } from '../../wording/words.ts';

export interface OutcomeRow {
  readonly id: string;
  readonly what: string;
  readonly number: string;
  /** Of how many, in words; null: of nothing else. */
  readonly of: string | null;
  readonly share: string | null;
}

/** No share without its n, and none of a small one. */
export function outcomeRows(counts: OutcomeCounts, locale: string): OutcomeRow[] {
  const number = (value: number): string => formatNumber(value, locale);
  const row = (
    id: string,
    what: string,
    value: number,
    of: { readonly n: number; readonly words: (inputs: { number: string }) => string } | null,
  ): OutcomeRow => ({
    ...{ id, what, number: number(value) },
    of: of && of.words({ number: number(of.n) }),
    share: of && (of.n < fewestForShare ? m.outcomes_too_small() : wholePercent(value / of.n, locale)),
  });
  const started = { n: counts.started, words: m.outcomes_of_started };
  const judged = { n: counts.judged, words: m.outcomes_of_judged };
  return [
    row('started', m.outcomes_started(), counts.started, null),
    row('two', m.outcomes_two_scores(), counts.withTwoScores, started),
    row('clinical', m.outcomes_clinical(), counts.clinicalAtStart, judged),
    row('recovered', m.outcomes_recovered(), counts.recovered, {
      n: counts.clinicalAtStart,
      words: m.outcomes_of_clinical,
    }),
    row('improved', m.outcomes_improved(), counts.improved, judged),
    row('unchanged', m.outcomes_unchanged(), counts.unchanged, judged),
    row('deteriorated', m.outcomes_deteriorated(), counts.deteriorated, judged),
    ...(counts.withoutRule > 0
      ? [
          row('no-rule', m.outcomes_no_rule(), counts.withoutRule, {
            n: counts.withTwoScores,
            words: m.outcomes_of_two,
          }),
        ]
      : []),
    row('ended', m.outcomes_ended(), counts.ended, started),
    row('left', m.outcomes_left_early(), counts.leftEarly, {
      n: counts.ended,
      words: m.outcomes_of_ended,
    }),
  ];
}

/** No decimals: the numbers are small. */
const wholePercent = (share: number, locale: string): string =>
  formatShare(Math.round(share * 100) / 100, locale);

export interface TechniqueRow extends TechniqueCounts {
  readonly name: string;
}

/** By name, never by what came of them: those with enough phases, and how many more the others need. */
export function techniqueRows(
  counts: readonly TechniqueCounts[],
  techniques: readonly TechniqueChoice[],
  locale: string,
): { readonly enough: readonly TechniqueRow[]; readonly tooFew: readonly string[] } {
  const named = counts
    .map((one): TechniqueRow => ({ ...one, name: techniqueName(one.technique, techniques) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
  return {
    enough: named.filter(({ phases }) => phases >= fewestPhases),
    tooFew: named
      .filter(({ phases }) => phases < fewestPhases)
      .map(({ name, phases }) => {
        const number = formatNumber(phases, locale);
        const more = fewestPhases - phases;
        return more === 1
          ? m.outcomes_helped_more_one({ technique: name, number })
          : m.outcomes_helped_more({
              ...{ count: phases, number, technique: name, more: formatNumber(more, locale) },
            });
      }),
  };
}

/** What a measure is called here; null where it is not known any more. */
export function usedMeasureName(
  { instrumentId, respondent }: { readonly instrumentId: string; readonly respondent: Respondent },
  instruments: readonly Instrument[],
): string | null {
  const known = instruments.find(({ id }) => id === instrumentId);
  return known ? measureName(known.shortName, respondent) : null;
}
