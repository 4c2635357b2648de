// The form of one response while it is filled in. It lives as long as the practice is open, so that looking at something
// else in between loses nothing; what is saved is a new entry, also when it corrects one.
import type { Instrument } from '../../../../clinical/instruments/instrument.ts';
import { gateState } from '../../../../clinical/scoring/gate-state.ts';
import { scoreResponse, scoreTotal, type ScoreOutcome } from '../../../../clinical/scoring/score-response.ts';
import type { Respondent, ResponseMode } from '../../../../clinical/verdict/score-point.ts';
import type { ResponseEntry } from '../../../../records/entry.ts';
import type { ResponseDraft } from '../../../state/client.svelte.ts';

export type Way = 'items' | 'total';
export type Step =
  | { readonly kind: 'about' }
  | { readonly kind: 'item'; readonly index: number }
  | { readonly kind: 'summary' };

export interface FormStart {
  readonly instrument: Instrument;
  readonly occurredOn: string;
  readonly respondent: Respondent;
  readonly mode: ResponseMode;
  /** The response that this one corrects. */
  readonly original: ResponseEntry | null;
}

export class ScoreForm {
  #instrument: Instrument;
  #answers = $state.raw<readonly (number | null)[]>([]);
  #step = $state.raw<Step>({ kind: 'about' });
  /** One answer is being changed from the summary: back there with it, not through all that follow. */
  #isChangingOne = false;
  readonly original: ResponseEntry | null;
  occurredOn = $state<string | null>(null);
  respondent = $state<Respondent>('self');
  mode = $state<ResponseMode>('read-aloud');
  way = $state<Way>('items');
  total = $state<number | null>(null);
  totalText = $state('');

  constructor({ instrument, occurredOn, respondent, mode, original }: FormStart) {
    this.original = original;
    this.respondent = respondent;
    this.mode = mode;
    this.occurredOn = original ? original.occurredOn : occurredOn;
    this.#instrument = $state.raw(instrument);
    this.instrument = instrument;
    if (!original) return;
    if (original.answers) this.#answers = original.answers;
    else this.way = 'total';
    this.total = original.enteredTotal;
    this.totalText = original.enteredTotal === null ? '' : String(original.enteredTotal);
  }

  get instrument(): Instrument {
    return this.#instrument;
  }

  /** Another measure starts with empty answers. */
  set instrument(instrument: Instrument) {
    this.#instrument = instrument;
    this.#answers = instrument.items.map(() => null);
    this.way = instrument.items.length > 0 ? 'items' : 'total';
    this.total = null;
    this.totalText = '';
  }

  get step(): Step {
    return this.#step;
  }

  get answers(): readonly (number | null)[] {
    return this.#answers;
  }

  /** How many answers would be lost with the form. */
  get typed(): number {
    if (this.way === 'total') return this.totalText === String(this.original?.enteredTotal ?? '') ? 0 : 1;
    const before = this.original?.answers;
    return this.#answers.filter((answer, index) => answer !== (before?.[index] ?? null)).length;
  }

  get outcome(): ScoreOutcome {
    return this.way === 'items'
      ? scoreResponse(this.#instrument, this.#answers)
      : scoreTotal(this.#instrument, this.total ?? Number.NaN);
  }

  /** A response in which nothing is answered is not one. */
  get isEmpty(): boolean {
    return this.way === 'items' && this.#answers.every((answer) => answer === null);
  }

  /** From the first page to the first question without an answer; to the summary when all are there already. */
  begin(): void {
    const open = this.#answers.indexOf(null);
    const hasQuestions = this.way === 'items' && open >= 0 && !this.original?.answers;
    this.#step = hasQuestions ? { kind: 'item', index: open } : { kind: 'summary' };
  }

  answer(index: number, value: number): void {
    this.#put(index, value);
  }

  /** Not answered is missing, never zero. */
  skip(index: number): void {
    this.#put(index, null);
  }

  /** The first question's answer ends the questionnaire: the others are not asked. */
  get isClosed(): boolean {
    return gateState(this.#instrument, this.#answers) === 'closed';
  }

  #put(index: number, value: number | null): void {
    const { items, gate } = this.#instrument;
    const wasClosed = this.isClosed;
    this.#answers = this.#answers.with(index, value);
    if (this.isClosed && items[index]?.id === gate?.itemId) {
      this.#answers = items.map((_, at) => (at === index ? value : null));
    }
    const opensNow = wasClosed && !this.isClosed;
    const isLast = (this.#isChangingOne && !opensNow) || this.isClosed || index + 1 >= items.length;
    this.#isChangingOne = false;
    this.#step = isLast ? { kind: 'summary' } : { kind: 'item', index: index + 1 };
  }

  showItem(index: number): void {
    this.#isChangingOne = this.#step.kind === 'summary';
    this.#step = { kind: 'item', index: Math.max(0, index) };
  }

  /** Goes on where it was left: what stands before `next` was asked. */
  resume(answers: readonly (number | null)[], next: number): void {
    this.#answers = answers;
    this.#step =
      this.isClosed || next >= this.#instrument.items.length
        ? { kind: 'summary' }
        : { kind: 'item', index: next };
  }

  showAbout(): void {
    this.#step = { kind: 'about' };
  }

  showSummary(): void {
    this.#step = { kind: 'summary' };
  }

  /** The day of what is corrected is not known either: none is asked for, none is invented. */
  get isDayOptional(): boolean {
    return this.original?.occurredOn === null;
  }

  /** Null while a day is needed and none is chosen. */
  get draft(): ResponseDraft | null {
    if (this.occurredOn === null && !this.isDayOptional) return null;
    const isTotal = this.way === 'total';
    return {
      instrumentId: this.#instrument.id,
      instrumentVersion: this.#instrument.version,
      coding: this.#instrument.coding,
      language: this.#instrument.language,
      occurredOn: this.occurredOn,
      respondent: this.respondent,
      mode: isTotal ? this.#totalMode : this.mode,
      answers: isTotal ? null : this.#answers,
      enteredTotal: isTotal ? this.total : null,
      ...(this.original ? { replaces: this.original.id } : {}),
    };
  }

  /** A corrected total of an import is still one that was brought in, not asked. */
  get #totalMode(): ResponseMode {
    return this.original?.answers === null ? this.original.mode : 'total-entered';
  }
}
