// One plain sentence for a prompt, with its numbers and days. It is kept with the answer, so it says all by itself what was seen.
import type { CheckOutPart, Prompt, PromptReason } from '../../clinical/prompts/prompt.ts';
import type { GoalScale } from '../../clinical/goals/goal.ts';
import { m } from '../paraglide/messages.js';
import { sideWord } from './cut-off-words.ts';
import { formatDay } from './format-day.ts';
import { formatChangeSize, formatNumber, formatPoints } from './format-total.ts';
import { placeWord, whenPhrase } from './place-word.ts';
import { ruleName } from './rule-name.ts';
import { amountWords, namedLine, type NamedLine, type PromptNames } from './prompt-names.ts';
import { measureName } from './words.ts';

type Reason<Kind extends PromptReason['kind']> = Extract<PromptReason, { readonly kind: Kind }>;

export function promptSentence({ reason }: Prompt, names: PromptNames, locale: string): string {
  switch (reason.kind) {
    case 'worse':
      return worseSentence(reason, namedLine(reason.line, names, locale), locale);
    case 'early-check':
      return earlySentence(reason, namedLine(reason.line, names, locale), locale);
    case 'missed-measures':
      return missedSentence(reason, namedLine(reason.line, names, locale), locale);
    case 'safety':
      return safetySentence(reason, locale);
    case 'ask-again':
      return m.prompts_ask_again({
        talked: formatDay(reason.talkedOn, locale),
        day: formatDay(reason.askAgainOn, locale),
      });
    case 'check-out-dropped':
      return checkOutSentence(reason, locale);
    case 'goal-flat':
      return m.prompts_goal_flat({
        goal: reason.words,
        values: listOf(
          reason.values.map((value) => formatRating(value, reason.scale, locale)),
          locale,
        ),
        since: formatDay(reason.sinceOn, locale),
        latest: formatDay(reason.latestOn, locale),
      });
    case 'target-met':
      return targetSentence(reason, names, locale);
  }
}

function worseSentence(reason: Reason<'worse'>, line: NamedLine, locale: string): string {
  const { reference, latest, than } = reason;
  const words = {
    measure: line.name,
    when: whenPhrase(reference, locale),
    latest: whenPhrase(latest, locale),
    points: sizeOf(reference.total, latest.total, line, locale),
    pair: pairOf(reference.total, latest.total, line),
    amount: amountWords(line, reason, locale),
  };
  return than === 'baseline' ? m.prompts_worse_baseline(words) : m.prompts_worse_best(words);
}

function earlySentence(reason: Reason<'early-check'>, line: NamedLine, locale: string): string {
  const { baseline, latest, cutOffValue, sessionNumber } = reason;
  return m.prompts_early_check({
    number: formatNumber(sessionNumber, locale),
    measure: line.name,
    // On the clinical side for certain, so a total that equals the cut-off is of one that counts it as clinical.
    side: sideWord(latest.total, { value: cutOffValue, inclusive: true }, locale),
    pair: pairOf(baseline.total, latest.total, line),
    when: whenPhrase(baseline, locale),
    latest: whenPhrase(latest, locale),
    amount: amountWords(line, reason, locale),
  });
}

function missedSentence(
  { missedOn: [first, second], lastOn }: Reason<'missed-measures'>,
  { name }: NamedLine,
  locale: string,
): string {
  const words = { measure: name, first: formatDay(first, locale), second: formatDay(second, locale) };
  return lastOn === null
    ? m.prompts_missed_never(words)
    : m.prompts_missed_after({ ...words, last: formatDay(lastOn, locale) });
}

function safetySentence({ standing, respondent }: Reason<'safety'>, locale: string): string {
  const { measure, answer, above, latest, since } = standing;
  const words = {
    measure: measureName(measure, respondent),
    answer: formatNumber(answer, locale),
    above: formatNumber(above, locale),
    when: whenPhrase(latest, locale),
  };
  const isOne = latest.occurredOn === since.occurredOn && latest.sessionNumber === since.sessionNumber;
  return isOne
    ? m.prompts_safety(words)
    : m.prompts_safety_since({ ...words, since: placeWord(since, locale) });
}

const checkOutParts: Readonly<Record<CheckOutPart, () => string>> = {
  heard: m.prompts_check_out_heard,
  topics: m.prompts_check_out_topics,
  way: m.prompts_check_out_way,
  overall: m.prompts_check_out_overall,
};

function checkOutSentence(reason: Reason<'check-out-dropped'>, locale: string): string {
  const parts = reason.dropped.map(({ part, before, now }) =>
    m.prompts_check_out_part({
      part: checkOutParts[part](),
      before: formatNumber(before, locale),
      now: formatNumber(now, locale),
    }),
  );
  return m.prompts_check_out({
    parts: listOf(parts, locale),
    before: formatDay(reason.beforeOn, locale),
    latest: formatDay(reason.latestOn, locale),
  });
}

function targetSentence(
  { of, values, latest }: Reason<'target-met'>,
  names: PromptNames,
  locale: string,
): string {
  if (of.kind === 'goal') {
    const rating = (value: number): string => formatRating(value, of.scale, locale);
    return m.prompts_target_goal({
      goal: of.words,
      values: listOf(values.map(rating), locale),
      latest: whenPhrase(latest, locale),
      target: rating(of.target),
    });
  }
  const line = namedLine(of.line, names, locale);
  const rule = line.rule(of.ruleId);
  return m.prompts_target_measure({
    measure: line.name,
    values: listOf(values.map(line.total), locale),
    latest: whenPhrase(latest, locale),
    rule: rule && line.instrument ? ruleName(rule, line.instrument, locale) : m.prompts_rule_in_use(),
    cutOff: formatNumber(of.cutOffValue, locale),
  });
}

/** "18 → 24", "48 → 31; higher is better". */
function pairOf(start: number, latest: number, { total, instrument }: NamedLine): string {
  const shown = { start: total(start), latest: total(latest) };
  return instrument?.better === 'higher' ? m.wording_pair_higher(shown) : m.wording_pair(shown);
}

const sizeOf = (start: number, latest: number, { instrument }: NamedLine, locale: string): string =>
  instrument
    ? formatChangeSize({ start, latest }, instrument, locale)
    : formatPoints(Math.abs(latest - start), locale);

/** "7"; by attainment with its sign, "+1", "−1", "0". */
export const formatRating = (value: number, scale: GoalScale, locale: string): string =>
  scale === 'attainment'
    ? new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' }).format(value).replace('-', '−')
    : formatNumber(value, locale);

const listOf = (words: readonly string[], locale: string): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(words);
