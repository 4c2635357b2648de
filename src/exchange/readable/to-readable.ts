// Entries and instruments of the records → their readable form. Scores are derived here, at the moment of export.
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import { scoreResponse, scoreTotal } from '../../clinical/scoring/score-response.ts';
import type { ResponseEntry } from '../../records/entry.ts';
import type { ReadableMeasure, ReadableResponse } from './readable-record.ts';

export function readableMeasure(instrument: Instrument): ReadableMeasure {
  const { id, version, coding, shortName, fullName, origin, language, range, better, copyright } = instrument;
  return {
    instrumentId: id,
    ...{ version, coding, shortName, fullName, origin, language, range, better, copyright },
    items: instrument.items.map((item) => ({
      id: item.id,
      text: item.text,
      options: item.options.map(({ value, label, score }) => ({
        ...{ value, label },
        ...(score !== undefined && { score }),
      })),
      ...(item.reversed && { reversed: true as const }),
      ...(item.unscored && { unscored: true as const }),
      ...(item.mayNotApply && { mayNotApply: true as const }),
    })),
    bands: instrument.bands.map(({ label, min, max }) => ({ label, min, max })),
    sources: instrument.sources.map(({ label, doi, pmid, url }) =>
      [label, doi && `doi ${doi}`, pmid && `PMID ${pmid}`, url].filter(Boolean).join(', '),
    ),
  };
}

function scoreOf(entry: ResponseEntry, instrument: Instrument | null): ReadableResponse['score'] {
  if (instrument === null) return { kind: 'measure-unknown', total: entry.enteredTotal };
  const { answers, enteredTotal } = entry;
  if (answers === null && enteredTotal === null) return { kind: 'incomplete', total: null };
  const outcome =
    answers === null ? scoreTotal(instrument, enteredTotal ?? NaN) : scoreResponse(instrument, answers);
  const hasTotal = outcome.kind === 'scored' || outcome.kind === 'prorated';
  return { kind: outcome.kind, total: hasTotal ? outcome.total : null };
}

/** @param instrument null when the vault no longer knows the measure: what was written down is exported all the same */
export function readableResponse(
  entry: ResponseEntry,
  instrument: Instrument | null,
  counts: boolean,
): ReadableResponse {
  const { id, instrumentId, instrumentVersion, coding, language, respondent, mode, episode } = entry;
  const { occurredOn, sessionNumber, recordedAt, answers, enteredTotal, checkIn, session } = entry;
  return {
    ...{ id, instrumentId, instrumentVersion, coding, language, respondent, mode, episode },
    ...{ occurredOn, sessionNumber, recordedAt, answers, enteredTotal },
    score: scoreOf(entry, instrument),
    ...(checkIn && { checkIn }),
    ...(session && { duringSession: session }),
    replaces: entry.replaces ?? null,
    counts,
  };
}
