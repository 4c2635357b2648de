import { m } from '../../paraglide/messages.js';
import type { AskAgainChoice, RiskField, RiskProblem } from '../../state/risk-draft.ts';
import { formatNumber } from '../../wording/format-total.ts';
import { formatNearDay } from '../../wording/appointment-words.ts';

interface FieldWords {
  readonly label: () => string;
  readonly hint: () => string;
}

const fields: Readonly<Record<RiskField, FieldWords>> = {
  asked: { label: m.risk_asked, hint: m.risk_asked_hint },
  said: { label: m.risk_said, hint: m.risk_said_hint },
  means: { label: m.risk_means, hint: m.risk_means_hint },
  protectiveFactors: { label: m.risk_protective, hint: m.risk_protective_hint },
  whereNow: { label: m.risk_where, hint: m.risk_where_hint },
  plan: { label: m.risk_plan, hint: m.risk_plan_hint },
  told: { label: m.risk_told, hint: m.risk_told_hint },
};

export const riskFieldLabel = (field: RiskField): string => fields[field].label();
export const riskFieldHint = (field: RiskField): string => fields[field].hint();

const problems: Readonly<Record<RiskProblem, () => string>> = {
  empty: m.risk_empty,
  'day-missing': m.risk_day_missing,
  'day-future': m.risk_day_future,
  'ask-again-early': m.risk_again_early,
};

export const riskProblemText = (problem: RiskProblem): string => problems[problem]();

/** "Next appointment, Thu, 19 Mar", "In 3 days, Sun, 15 Mar". */
export function askAgainWords({ kind, days, on }: AskAgainChoice, locale: string): string {
  const what =
    kind === 'next-appointment'
      ? m.risk_again_next()
      : m.risk_again_days({ count: days, number: formatNumber(days, locale) });
  return m.risk_again_choice({ what, day: formatNearDay(on, locale) });
}
