// From response entries to the points that the verdict and the chart take. Scores are derived each time, never stored.
import type { Instrument } from '../clinical/instruments/instrument.ts';
import { scoreResponse, scoreTotal } from '../clinical/scoring/score-response.ts';
import type { ScorePoint } from '../clinical/verdict/score-point.ts';
import type { EffectiveEntries } from './effective-entries.ts';
import type { Entry, ResponseEntry } from './entry.ts';

export type FindInstrument = (id: string, version: string) => Instrument | null;

/**
 * The point of one response; null when its instrument is not known here.
 * @param first of a correction: what its chain began with
 */
export function scorePoint(
  response: ResponseEntry,
  findInstrument: FindInstrument,
  first: Entry = response,
): ScorePoint | null {
  const instrument = findInstrument(response.instrumentId, response.instrumentVersion);
  if (!instrument) return null;
  return {
    entryId: response.id,
    instrumentId: response.instrumentId,
    instrumentVersion: response.instrumentVersion,
    coding: response.coding,
    respondent: response.respondent,
    mode: response.mode,
    episode: response.episode,
    occurredOn: response.occurredOn,
    sessionNumber: response.sessionNumber,
    recordedAt: first.recordedAt.utc,
    ...(first.id === response.id ? {} : { correctsId: first.id }),
    outcome: response.answers
      ? scoreResponse(instrument, response.answers)
      : scoreTotal(instrument, response.enteredTotal ?? Number.NaN),
  };
}

export const scorePoints = (
  { entries, firstWritten }: Pick<EffectiveEntries, 'entries' | 'firstWritten'>,
  findInstrument: FindInstrument,
): ScorePoint[] =>
  entries
    .filter((entry): entry is ResponseEntry => entry.kind === 'response')
    .map((response) => scorePoint(response, findInstrument, firstWritten.get(response.id)))
    .filter((point): point is ScorePoint => point !== null);
