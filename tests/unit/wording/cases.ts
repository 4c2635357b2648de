import { gad7 } from '../../../src/clinical/instruments/gad-7/gad-7.ts';
import type { Instrument } from '../../../src/clinical/instruments/instrument.ts';
import { ownMeasure, type OwnMeasureDefinition } from '../../../src/clinical/instruments/own-measure.ts';
import { phq9 } from '../../../src/clinical/instruments/phq-9/phq-9.ts';
import { judge, type JudgeChoices } from '../../../src/clinical/verdict/judge.ts';
import type { ScorePoint } from '../../../src/clinical/verdict/score-point.ts';
import { seriesOn } from '../../../src/clinical/verdict/series.ts';
import type { Verdict } from '../../../src/clinical/verdict/verdict.ts';
import { verdictSentence } from '../../../src/app/wording/verdict-sentence.ts';
import { scored } from '../clinical/score-points.ts';

export { gad7, phq9 };
export const locale = 'en-GB';

/** An own measure, or the test is wrong. */
export function own(extra: Partial<OwnMeasureDefinition> = {}): Instrument {
  const made = ownMeasure({
    id: 'own-1',
    version: '1',
    name: 'Wellbeing',
    range: { min: 0, max: 100 },
    step: 1,
    better: 'higher',
    ...extra,
  });
  if (made.kind !== 'instrument') throw new Error(JSON.stringify(made.problems));
  return made.instrument;
}

/** A point of this instrument on a day of March 2026. */
export const on = (day: number, total: number, extra: Partial<ScorePoint> = {}): ScorePoint =>
  scored(total, { occurredOn: `2026-03-${String(day).padStart(2, '0')}`, ...extra });

export function verdictOn(
  instrument: Instrument,
  points: readonly ScorePoint[],
  choices: JudgeChoices = {},
): Verdict {
  const line = {
    instrumentId: instrument.id,
    instrumentVersion: instrument.version,
    coding: instrument.coding,
    respondent: points[0]?.respondent ?? 'self',
  } as const;
  const own = points.map((point) => ({ ...point, ...line }));
  return judge(instrument, seriesOn(line, own), 1, choices);
}

export const sentenceOn = (
  instrument: Instrument,
  points: readonly ScorePoint[],
  choices: JudgeChoices = {},
): string => verdictSentence(verdictOn(instrument, points, choices), instrument, locale);

/** From the baseline on 4 March to the latest on 20 March. */
export const change = (
  instrument: Instrument,
  start: number,
  latest: number,
  choices: JudgeChoices = {},
): string => sentenceOn(instrument, [on(4, start), on(20, latest)], choices);
