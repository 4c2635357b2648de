// One row of the table → the scores it holds and what is wrong with it. Law: a cell becomes a number or is named; an empty
// cell becomes nothing; nothing is filled in.
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import { compareStatedTotal } from '../../clinical/scoring/compare-stated-total.ts';
import { isOffered } from '../../clinical/scoring/offered-answers.ts';
import { scoreTotal } from '../../clinical/scoring/score-response.ts';
import type { Respondent } from '../../clinical/verdict/score-point.ts';
import { looksLikeFormula, withoutProtection } from '../csv/formula-text.ts';
import { parseDay } from '../csv/parse-day.ts';
import { parseNumber } from '../csv/parse-number.ts';
import type { TableRow } from '../csv/table.ts';
import type { CompiledMapping, ResponseColumns, RowMeasure, ScoreTime } from './compile-mapping.ts';
import { sessionFrom } from './order-time-labels.ts';
import type { ImportProblem, ProblemEffect, ProblemReason } from './import-problem.ts';
import { measureKey, respondents } from './mapping.ts';

export const longestClientCode = 200;

export interface ReadScore extends ScoreTime {
  readonly column: number;
  readonly instrument: Instrument;
  readonly answers: readonly (number | null)[] | null;
  readonly enteredTotal: number | null;
  /** The raw sum that the entered total was made of; null where it stands as in the file. */
  readonly rawTotal: number | null;
}

export interface ReadRow {
  readonly code: string;
  readonly respondent: Respondent;
  readonly scores: readonly ReadScore[];
  readonly problems: readonly ImportProblem[];
  readonly emptyCells: number;
  readonly missingCells: number;
  /** A date that could be day-first or month-first while the mapping does not say: nothing can be planned. */
  readonly undecidedDate: string | null;
}

/** Reads the cells of one row; collects its problems on the way. */
class RowReader {
  readonly problems: ImportProblem[] = [];
  emptyCells = 0;
  missingCells = 0;
  undecidedDate: string | null = null;

  constructor(
    readonly row: TableRow,
    readonly mapping: CompiledMapping,
  ) {}

  name(effect: ProblemEffect, column: number | null, reason: ProblemReason): null {
    this.problems.push({ line: this.row.line, column, effect, reason });
    return null;
  }

  /** The cell's text without the apostrophe that our own export puts before a formula. */
  text(column: number): string {
    return withoutProtection(this.row.cells[column] ?? '').trim();
  }

  isMarkedMissing(text: string): boolean {
    return this.mapping.missingMarkers.has(text.toLowerCase());
  }

  client(): string | null {
    const { client } = this.mapping;
    const column = typeof client === 'number' ? client : null;
    const code = typeof client === 'number' ? this.text(client) : client.code;
    if (code === '') return this.name('row-left-out', column, { kind: 'missing-client' });
    if (code.length > longestClientCode) {
      const limits = { length: code.length, limit: longestClientCode };
      return this.name('row-left-out', column, { kind: 'client-too-long', ...limits });
    }
    // Our own protected cell was put there on purpose and is not worth a notice.
    if (column !== null && looksLikeFormula(this.row.cells[column] ?? '')) {
      this.name('kept', column, { kind: 'formula-kept-as-text', text: code });
    }
    return code;
  }

  respondent(): Respondent | null {
    const { respondentColumn: column, respondent } = this.mapping;
    const text = column === null ? '' : this.text(column);
    if (column === null || text === '' || this.isMarkedMissing(text)) return respondent;
    const found = respondents.find((known) => known === text.toLowerCase());
    return found ?? this.name('row-left-out', column, { kind: 'unknown-respondent', text });
  }

  /** Null when the row's date or session cannot be read (named); both parts null when it has neither. */
  time(today: string): ScoreTime | null {
    const { date, session, dates, numberByTimeLabel } = this.mapping;
    const dayText = date === null ? '' : this.text(date);
    const sessionText = session === null ? '' : this.text(session);
    let occurredOn: string | null = null;
    let sessionNumber: number | null = null;
    if (dayText !== '' && !this.isMarkedMissing(dayText)) {
      const parsed = parseDay(dayText, dates);
      if (parsed.kind === 'order-unknown') {
        this.undecidedDate = dayText;
        return null;
      }
      if (parsed.kind !== 'day') {
        const isFormula = parsed.kind === 'not-a-date' && looksLikeFormula(dayText);
        return this.name('row-left-out', date, { kind: isFormula ? 'formula' : parsed.kind, text: dayText });
      }
      occurredOn = parsed.day;
      if (parsed.day > today) this.name('kept', date, { kind: 'day-in-the-future', day: parsed.day });
    }
    if (sessionText !== '' && !this.isMarkedMissing(sessionText)) {
      sessionNumber = sessionFrom(sessionText, numberByTimeLabel);
      if (sessionNumber === null) {
        return this.name('row-left-out', session, { kind: 'not-a-session', text: sessionText });
      }
    }
    return { occurredOn, sessionNumber };
  }

  /** @returns a number; null for empty, marked missing or a zero that means missing; 'bad' when it was named */
  score(column: number, zeroIsMissing: boolean, zeroCosts: ProblemEffect): number | null | 'bad' {
    const text = this.text(column);
    if (text === '') {
      this.emptyCells += 1;
      return null;
    }
    if (this.isMarkedMissing(text)) {
      this.missingCells += 1;
      return null;
    }
    const value = parseNumber(text, this.mapping.decimal);
    if (value === null) {
      this.name('score-left-out', column, {
        kind: looksLikeFormula(text) ? 'formula' : 'not-a-number',
        text,
      });
      return 'bad';
    }
    return value === 0 && zeroIsMissing ? this.name(zeroCosts, column, { kind: 'zero-as-missing' }) : value;
  }

  /** @returns the total as the measure counts it; raw sums are multiplied, and named as they stand in the file */
  total(column: number, { instrument, zeroIsMissing, times, seen }: RowMeasure): number | null | 'bad' {
    const value = this.score(column, zeroIsMissing, 'score-left-out');
    if (value === null || value === 'bad') return value;
    seen?.note(value);
    const total = value * times;
    const outcome = scoreTotal(instrument, total);
    const problem = outcome.kind === 'invalid' ? outcome.problems[0] : undefined;
    if (problem === undefined) return total;
    const { min, max } = instrument.range;
    const reason: ProblemReason =
      problem.kind === 'not-on-a-step'
        ? { kind: 'not-a-possible-total', value, step: problem.step / times }
        : { kind: 'out-of-range', value, min: min / times, max: max / times };
    this.name('score-left-out', column, reason);
    return 'bad';
  }

  /** Null when no item has an answer. */
  answers(
    columns: ResponseColumns,
    { instrument, zeroIsMissing }: RowMeasure,
  ): (number | null)[] | null | 'bad' {
    const answers = instrument.items.map((): number | null => null);
    let isBad = false;
    for (const { item, column } of columns.items) {
      // A file for all measures has as many item columns as the longest; what lies beyond this one's must be empty.
      const value = this.score(column, zeroIsMissing, 'kept');
      const asked = instrument.items[item];
      if (value === 'bad') isBad = true;
      else if (value !== null && !(asked && isOffered(asked, value))) {
        const options = asked?.options.map((option) => option.value) ?? [];
        this.name('score-left-out', column, { kind: 'not-an-option', value, options });
        isBad = true;
      } else if (value !== null) answers[item] = value;
    }
    if (isBad) return 'bad';
    return answers.some((answer) => answer !== null) ? answers : null;
  }

  rowMeasure(measure: string | null): RowMeasure | null {
    if (measure !== null) return this.mapping.measures.get(measure) ?? null;
    const column = this.mapping.measureName;
    const text = column === null ? '' : this.text(column);
    if (text === '') return this.name('row-left-out', column, { kind: 'missing-measure' });
    const found = this.mapping.measures.get(measureKey(text));
    return found === undefined ? this.name('row-left-out', column, { kind: 'unknown-measure', text }) : found;
  }

  response(columns: ResponseColumns, measure: RowMeasure, rowTime: ScoreTime): ReadScore | null {
    const column = columns.total ?? columns.items[0]?.column ?? 0;
    const answers = columns.items.length === 0 ? null : this.answers(columns, measure);
    const total = columns.total === null ? null : this.total(columns.total, measure);
    if (answers === 'bad' || total === 'bad' || (answers === null && total === null)) return null;
    const { occurredOn, sessionNumber } = columns.at ?? rowTime;
    if (occurredOn === null && sessionNumber === null) {
      return this.name('score-left-out', column, { kind: 'missing-time' });
    }
    if (answers !== null && total !== null) {
      const stated = compareStatedTotal(measure.instrument, answers, total);
      if (stated.kind === 'disagrees') {
        this.name('kept', columns.total, { kind: 'total-differs', given: total, computed: stated.computed });
      }
    }
    const enteredTotal = answers === null ? total : null;
    const { instrument, times } = measure;
    const rawTotal = enteredTotal === null || times === 1 ? null : enteredTotal / times;
    // Field by field: a spread here costs a third of the whole plan at 100,000 rows.
    return { occurredOn, sessionNumber, column, instrument, answers, enteredTotal, rawTotal };
  }
}

export function readScoreRow(row: TableRow, mapping: CompiledMapping, today: string): ReadRow {
  const reader = new RowReader(row, mapping);
  const code = reader.client();
  const respondent = reader.respondent();
  const needsTime = mapping.responses.some(({ at }) => at === null);
  const time = needsTime ? reader.time(today) : { occurredOn: null, sessionNumber: null };
  const scores: ReadScore[] = [];
  const hasCells = mapping.responses.length > 0 && code !== null && respondent !== null && time !== null;
  for (const columns of hasCells ? mapping.responses : []) {
    const measure = reader.rowMeasure(columns.measure);
    const score = measure && time && reader.response(columns, measure, time);
    if (score) scores.push(score);
  }
  const { problems, emptyCells, missingCells, undecidedDate } = reader;
  const rest = { problems, emptyCells, missingCells, undecidedDate };
  return { code: code ?? '', respondent: respondent ?? mapping.respondent, scores, ...rest };
}
