// What is said about a safety item (CLINICAL 1.3): any answer above zero asks for a conversation; a zero is not safety;
// nothing here ever says that somebody is safe.
import type { Instrument, Item, Source } from '../../clinical/instruments/instrument.ts';
import { raisedSafetyItems, unansweredSafetyItems } from '../../clinical/scoring/raised-safety-items.ts';
import type { CalendarDay } from '../../clinical/verdict/score-point.ts';
import { m } from '../paraglide/messages.js';
import { formatNumber } from './format-total.ts';
import { displayLocale } from './locale.ts';
import { whenPhrase } from './place-word.ts';

/** A response as far as its safety items go; `answers` null: only a total is known. */
export interface AnsweredSafety {
  readonly answers: readonly (number | null)[] | null;
  readonly occurredOn: CalendarDay | null;
  readonly sessionNumber: number | null;
}

/** One sentence for every safety item that was answered above zero; empty says nothing about safety. */
export function safetyLines(
  instrument: Instrument,
  response: AnsweredSafety,
  today: CalendarDay,
  locale: string = displayLocale(),
): string[] {
  if (!response.answers) return [];
  return raisedSafetyItems(instrument, response.answers).map(({ item, answer }) => {
    const words = { item: itemNumber(instrument, item, locale), answer: answerLabel(item, answer) };
    if (response.occurredOn === today) return m.wording_safety_today(words);
    if (response.occurredOn === null && response.sessionNumber === null)
      return m.wording_safety_no_day(words);
    return m.wording_safety_other_day({ ...words, when: whenPhrase(response, locale) });
  });
}

/** The same without asking for anything: for where it was talked about. */
export const safetyFacts = (
  instrument: Instrument,
  response: AnsweredSafety,
  locale: string = displayLocale(),
): string[] =>
  raisedSafetyItems(instrument, response.answers ?? []).map(({ item, answer }) =>
    m.risk_fact({
      item: itemNumber(instrument, item, locale),
      answer: answerLabel(item, answer),
      when: whenPhrase(response, locale),
    }),
  );

/** Safety items of which nothing is known: left out, or hidden in a total. Unknown is not zero. */
export function unknownSafetyLines(
  instrument: Instrument,
  { answers }: Pick<AnsweredSafety, 'answers'>,
  locale: string = displayLocale(),
): string[] {
  const unknown = unansweredSafetyItems(instrument, answers ?? []);
  return unknown.map((item) => {
    const words = { item: itemNumber(instrument, item, locale) };
    return answers ? m.wording_safety_unanswered(words) : m.wording_safety_total_only(words);
  });
}

/** A response whose safety answers are known. */
type KnownSafety = AnsweredSafety & { readonly instrument: Instrument };

/** What was raised last and then answered lower: it no longer stands in front, but is not passed over either. */
export function pastSafetyLines(
  raised: KnownSafety,
  later: KnownSafety,
  locale: string = displayLocale(),
): string[] {
  return raisedSafetyItems(raised.instrument, raised.answers ?? []).flatMap(({ item, answer }) => {
    const index = later.instrument.items.findIndex(({ id }) => id === item.id);
    const laterItem = later.instrument.items[index];
    const laterAnswer = later.answers?.[index] ?? null;
    if (!laterItem || laterAnswer === null) return [];
    return m.wording_safety_past({
      item: itemNumber(raised.instrument, item, locale),
      answer: answerLabel(item, answer),
      when: whenPhrase(raised, locale),
      later: answerLabel(laterItem, laterAnswer),
      laterWhen: whenPhrase(later, locale),
    });
  });
}

export interface SafetyGround {
  readonly text: string;
  readonly source: Source;
}

/** Why the line says what it says, each with its source. */
export const safetyGrounds = (): SafetyGround[] => [
  {
    text: m.wording_safety_why_zero(),
    source: { label: 'Louzon et al. 2016', doi: '10.1176/appi.ps.201500149' },
  },
  {
    text: m.wording_safety_why_ask(),
    source: { label: 'Simon et al. 2013', doi: '10.1176/appi.ps.201200587' },
  },
];

/** The number that the item has on the form, "9". */
export const itemNumber = ({ items }: Instrument, item: Item, locale: string = displayLocale()): string =>
  formatNumber(items.indexOf(item) + 1, locale);

const answerLabel = (item: Item, answer: number): string =>
  item.options.find(({ value }) => value === answer)?.label ?? String(answer);
