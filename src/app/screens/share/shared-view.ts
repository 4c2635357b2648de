// From what may be shown and what is switched on to the words and numbers of the page. Law: nothing of the record that is not a
// part that is on stands in what this returns (tests/unit/screens/shared-view.test.ts puts marked words everywhere else).
import { rangeOfScale } from '../../../clinical/goals/goal.ts';
import type { PivotEntry, RatingEntry } from '../../../records/entry.ts';
import { m } from '../../paraglide/messages.js';
import type {
  SharedChange,
  SharedGoal,
  SharedMeasure,
  SharedRow,
  SharedView,
} from '../../state/shared-view.ts';
import { clientGoalWords } from '../../wording/client-goal-words.ts';
import { clientText, clientWords } from '../../wording/client-words.ts';
import { formatDay, formatMonth } from '../../wording/format-day.ts';
import { formatNumber, formatTotal } from '../../wording/format-total.ts';
import { shortPlace } from '../../wording/place-word.ts';
import { sentenceCase } from '../../wording/words.ts';
import type { GoalPart, MeasurePart, ShareParts } from './share-parts.ts';
import { sharedChart } from './shared-chart.ts';

export function sharedView(
  { measures, goals, changes }: ShareParts,
  ratings: readonly RatingEntry[],
  today: string,
  locale: string,
): SharedView {
  const pivots = changes.filter(({ isOn }) => isOn).map(({ pivot }) => pivot);
  return {
    day: formatDay(today, locale),
    measures: measures.filter(({ isOn }) => isOn).map((part) => sharedMeasure(part, pivots, locale)),
    goals: goals.filter(({ isOn }) => isOn).map((part) => sharedGoal(part, ratings, locale)),
    changes: pivots.map((pivot) => sharedChange(pivot, locale)),
  };
}

export const isEmpty = ({ measures, goals, changes }: SharedView): boolean =>
  measures.length + goals.length + changes.length === 0;

function sharedMeasure(part: MeasurePart, changes: readonly PivotEntry[], locale: string): SharedMeasure {
  const { view, name } = part;
  const { instrument, series, verdict } = view;
  const words = clientWords(verdict, instrument, series.respondent, locale);
  const isSaid = part.sentence.isOn;
  const described = m.share_client_named({
    name,
    sentence: isSaid ? clientText(words) : withoutSentence(view, locale),
  });
  const isDrawn = series.points.some(({ total }) => total !== null);
  return {
    name,
    about: aboutMeasure(part, locale),
    sentence: isSaid ? words.sentence : null,
    notes: isSaid ? [words.howSure, ...words.notes].filter((note) => note !== '') : [],
    chart: isDrawn ? sharedChart(view, { name, sentence: described, changes, locale }) : null,
    rows: rowsOf(view, locale),
  };
}

/** What describes the picture to those who cannot see it, where no verdict is wanted. */
function withoutSentence({ series, instrument }: MeasurePart['view'], locale: string): string {
  const last = series.points.findLast(({ total }) => total !== null)?.total ?? null;
  if (last === null) return m.share_client_chart_none();
  return m.share_client_chart({ total: formatTotal(last, instrument, locale) });
}

/** What a therapist's own measure is about is in their words and stays with them; "(screening)" says nothing to a client. */
function aboutMeasure({ view: { instrument, series } }: MeasurePart, locale: string): string[] {
  const about = instrument.measures.replace(/\s*\([^)]*\)$/, '');
  return [
    ...(instrument.origin === 'published' ? [sentenceCase(m.share_client_about({ about }), locale)] : []),
    ...(series.respondent === 'parent' ? [m.share_client_by_parent()] : []),
    ...(series.respondent === 'partner' ? [m.share_client_by_partner()] : []),
  ];
}

function rowsOf({ series, instrument }: MeasurePart['view'], locale: string): SharedRow[] {
  const score = (total: number | null): string =>
    total === null ? m.share_client_no_score() : formatTotal(total, instrument, locale);
  return [
    ...series.points
      .map(({ point, total }) => ({ when: whenOf(point, locale), score: score(total) }))
      .reverse(),
    ...series.unplaced.map((point) => ({
      when: whenOf(point, locale),
      score: score('total' in point.outcome ? point.outcome.total : null),
    })),
  ];
}

const whenOf = (place: Parameters<typeof shortPlace>[0], locale: string): string =>
  sentenceCase(shortPlace(place, locale), locale);

/** Ratings on another scale cannot stand in one row with these. */
function sharedGoal({ goal }: GoalPart, ratings: readonly RatingEntry[], locale: string): SharedGoal {
  const own = ratings.filter(({ goalId, scale }) => goalId === goal.id && scale === goal.scale);
  const values = own.map(({ value }) => value);
  const numbers = values.map((value) => formatNumber(value, locale)).join(', ');
  return {
    words: goal.words.trim(),
    rating: clientGoalWords(goal, own, locale),
    values,
    range: rangeOfScale(goal.scale),
    numbers: values.length < 2 || goal.scale === 'attainment' ? null : m.share_client_ratings({ numbers }),
  };
}

const sharedChange = ({ occurredOn, clientWording }: PivotEntry, locale: string): SharedChange => ({
  when: occurredOn === null ? null : formatMonth(occurredOn, locale),
  words: clientWording.trim(),
});
