// The plan in words, for the printed record: a term for each part, a line for each thing.
import type { ReadablePlan } from '../../exchange/readable/readable-record.ts';
import { m } from '../paraglide/messages.js';
import { formatDay } from './format-day.ts';
import { formatNumber } from './format-total.ts';
import { scaleWord } from './readable-entry-words.ts';
import { measureName } from './words.ts';

type Goal = ReadablePlan['goals'][number];
type Planned = ReadablePlan['schedule'][number];

/** Parts without anything in them are left out. */
export function planRows(
  { problems, goals, techniques, schedule }: ReadablePlan,
  nameOf: (instrumentId: string) => string,
  locale: string,
): { readonly term: string; readonly texts: readonly string[] }[] {
  return [
    {
      term: m.export_problems(),
      texts: problems.map(({ words, closedOn }) => withClosing(words, closedOn, locale)),
    },
    {
      term: m.export_goals(),
      texts: goals.map((goal) => withClosing(goalLine(goal, locale), goal.closedOn, locale)),
    },
    { term: m.export_techniques(), texts: techniques.map(({ name }) => name) },
    {
      term: m.export_measures_planned(),
      texts: schedule.map((planned) => plannedLine(planned, nameOf, locale)),
    },
  ].filter(({ texts }) => texts.length > 0);
}

const withClosing = (words: string, closedOn: string | null, locale: string): string =>
  closedOn === null ? words : m.export_closed_on({ words, day: formatDay(closedOn, locale) });

function goalLine({ words, scale, target, levels = [] }: Goal, locale: string): string {
  const described = levels
    .filter((level) => level.words !== '')
    .map((level) => `${signed(level.level, locale)} ${level.words}`);
  const line = m.export_goal_line({
    words,
    scale: scaleWord(scale),
    target: scale === 'attainment' ? signed(target, locale) : formatNumber(target, locale),
  });
  return described.length === 0 ? line : `${line} (${described.join(' · ')})`;
}

const signed = (value: number, locale: string): string =>
  new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' }).format(value).replace('-', '−');

function plannedLine(
  { instrumentId, respondent, every, unit, since, isPrimary }: Planned,
  nameOf: (instrumentId: string) => string,
  locale: string,
): string {
  const number = formatNumber(every, locale);
  const rhythm =
    unit === 'sessions'
      ? m.export_every_sessions({ count: every, number })
      : m.export_every_weeks({ count: every, number });
  const words = {
    measure: measureIn(nameOf(instrumentId), respondent),
    rhythm,
    since: formatDay(since, locale),
  };
  return isPrimary ? m.export_planned_primary(words) : m.export_planned(words);
}

/** A respondent of another version is named as it was written. */
function measureIn(name: string, respondent: string): string {
  const known = (['self', 'parent', 'partner', 'clinician'] as const).find((one) => one === respondent);
  return known ? measureName(name, known) : `${name}, ${respondent}`;
}
