import type { ScorePoint } from '../../clinical/verdict/score-point.ts';
import type { ChartPoint } from './chart-model.ts';
import type { ChartWords } from './chart-words.ts';
import { formatChange, numberFormat } from './number-format.ts';
import { whenOf } from './when-words.ts';

export interface PointFacts {
  readonly point: ScorePoint;
  readonly total: number | null;
  readonly measureName: string;
  readonly modeChanged: boolean;
  readonly isBaseline: boolean;
  readonly isFollowUp: boolean;
  readonly changeSinceBaseline: number | null;
  readonly bandLabel: string | null;
  /** The phase it lies in; null where nothing names it. */
  readonly phase: string | null;
}

/**
 * One point in words: when, how, what is special about it, and all of it in one line. Written when asked for: a chart of
 * 500 points reads out one at a time, and formatting them all would take longer than drawing them.
 */
export class PointInWords implements Pick<ChartPoint, 'when' | 'modeWord' | 'note' | 'spoken'> {
  readonly #facts: PointFacts;
  readonly #words: ChartWords;
  readonly #locale: string;

  constructor(facts: PointFacts, words: ChartWords, locale: string) {
    this.#facts = facts;
    this.#words = words;
    this.#locale = locale;
  }

  get when(): string {
    return whenOf(this.#facts.point, this.#words, this.#locale);
  }

  get modeWord(): string {
    return this.#words.modes[this.#facts.point.mode];
  }

  get note(): string | null {
    const notes = [
      this.#facts.isFollowUp ? this.#words.followUp : null,
      noteOf(this.#facts.point, this.#words, this.#locale),
    ].filter((note) => note !== null);
    return notes.length === 0 ? null : notes.join(' · ');
  }

  get spoken(): string {
    const {
      total,
      measureName,
      bandLabel,
      isBaseline,
      changeSinceBaseline: change,
      modeChanged,
      phase,
    } = this.#facts;
    const parts = [
      this.when,
      total === null ? measureName : `${measureName} ${numberFormat(this.#locale).format(total)}`,
      bandLabel,
      isBaseline ? this.#words.baseline : null,
      change === null ? null : this.#words.sinceBaseline(formatChange(change, this.#locale)),
      this.note,
      phase === null ? null : this.#words.inPhase(phase),
      modeChanged ? this.#words.modeChanged(this.modeWord) : null,
    ];
    return parts.filter((part) => part !== null && part !== '').join(' · ');
  }
}

function noteOf({ outcome }: ScorePoint, words: ChartWords, locale: string): string | null {
  const format = (number: number): string => numberFormat(locale).format(number);
  switch (outcome.kind) {
    case 'scored':
      return null;
    case 'prorated':
      return words.prorated(format(outcome.answered), format(outcome.of));
    case 'incomplete':
      return words.incomplete(format(outcome.answered), format(outcome.of));
    case 'invalid':
      return words.invalid;
  }
}
