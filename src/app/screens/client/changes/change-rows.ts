// Each change of course in words: what was decided, what came of it, and what the scores did around it.
import type { ChangeTarget } from '../../../../clinical/change-of-course/change-target.ts';
import type { GoalId } from '../../../../clinical/goals/goal.ts';
import type { ComparedPhases } from '../../../../clinical/phases/compare-phases.ts';
import type { Pivot } from '../../../../records/pivots.ts';
import type { TechniqueChoice } from '../../../../records/practice-settings.ts';
import { m } from '../../../paraglide/messages.js';
import type { ChangeView, ComparedLine, ComparedSubject, LeftOut } from '../../../state/change-views.ts';
import type { MeasureView } from '../../../state/client-chart.ts';
import { agreementWord, decisionWord, moveWords } from '../../../wording/change-words.ts';
import { formatDay } from '../../../wording/format-day.ts';
import { formatNumber } from '../../../wording/format-total.ts';
import { phaseFigureLine, phaseNotes, phaseSentence } from '../../../wording/phase-words.ts';
import { placeWord } from '../../../wording/place-word.ts';
import { obstacleName, phaseTitle } from '../../../wording/technique-words.ts';
import { measureName, sentenceCase } from '../../../wording/words.ts';

export interface ChangeRow {
  readonly id: string;
  readonly pivot: Pivot;
  readonly heading: string;
  readonly facts: readonly { readonly term: string; readonly texts: readonly string[] }[];
  readonly target: readonly ComparedRow[];
  readonly others: readonly ComparedRow[];
  /** That something else changed at the same time; null: nothing did. */
  readonly together: string | null;
}

export interface ComparedRow {
  readonly key: string;
  readonly name: string;
  readonly sentence: string;
  readonly figures: string | null;
  readonly notes: readonly string[];
  readonly comparison: ComparedPhases | null;
}

export interface RowWords {
  readonly techniques: readonly TechniqueChoice[];
  readonly views: readonly MeasureView[];
  /** Null where a goal was never known here. */
  readonly goalWords: (id: GoalId) => string | null;
  readonly locale: string;
}

export function changeRow(view: ChangeView, words: RowWords): ChangeRow {
  const { pivot, together } = view;
  const { entry } = pivot;
  const { techniques, locale } = words;
  const several = view.target.length > 1;
  return {
    id: entry.id,
    pivot,
    heading: m.phases_heading({
      day: sentenceCase(placeWord(entry, locale), locale),
      title: phaseTitle(entry, techniques),
    }),
    facts: facts(pivot, words),
    target: view.target.map((line) => comparedRow(line, words, several)),
    others: view.others.map((line) => comparedRow(line, words, isOneOfSeveral(line, view.others))),
    together: together > 0 ? m.phases_together({ count: together }) : null,
  };
}

function facts({ entry, reviews, reviewDueOn }: Pivot, words: RowWords): ChangeRow['facts'] {
  const { techniques, locale } = words;
  const move = moveWords(entry, techniques);
  const inTheWay = [
    ...entry.obstacles.map(obstacleName),
    ...(entry.inTheWay.trim() === '' ? [] : [entry.inTheWay]),
  ];
  const decided = reviews.map(({ occurredOn, decision, words: said }) =>
    [
      m.phases_review({ day: formatDay(occurredOn, locale), decision: decisionWord(decision) }),
      ...(said.trim() === '' ? [] : [said]),
    ].join('. '),
  );
  const due = reviewDueOn === null ? [] : [m.phases_due({ day: formatDay(reviewDueOn, locale) })];
  const all = [
    { term: m.phases_in_the_way(), texts: inTheWay },
    { term: m.phases_move(), texts: move === null ? [] : [move] },
    { term: m.phases_should_move(), texts: [aim(entry, words)] },
    { term: m.phases_agreement(), texts: [agreementWord(entry.agreement)] },
    { term: m.phases_client_wording(), texts: [entry.clientWording.trim() || m.phases_no_client_wording()] },
    { term: m.phases_reviews(), texts: [...decided, ...due] },
  ];
  return all.filter(({ texts }) => texts.length > 0);
}

function aim({ target, direction, reviewOn }: Pivot['entry'], words: RowWords): string {
  const day = formatDay(reviewOn, words.locale);
  if (target === null) return m.phases_no_target({ day });
  const what = sentenceCase(targetName(target, words), words.locale);
  return direction === 'up' ? m.phases_up_by({ what, day }) : m.phases_down_by({ what, day });
}

function targetName(target: ChangeTarget, { views, goalWords }: RowWords): string {
  if (target.kind === 'goal') return goalName(target.goalId, goalWords);
  const known = views.find(({ instrument }) => instrument.id === target.instrumentId);
  return known ? measureName(known.instrument.shortName, target.respondent) : m.phases_measure_unknown();
}

function goalName(id: GoalId, goalWords: RowWords['goalWords']): string {
  const words = goalWords(id);
  return words === null ? m.phases_goal_gone() : m.phases_goal({ words });
}

function comparedRow(line: ComparedLine, words: RowWords, saysVersion: boolean): ComparedRow {
  const { subject, comparison, leftOut } = line;
  const { locale } = words;
  const name = subjectName(subject, words, saysVersion);
  const compared = comparison.kind === 'compared' ? comparison : null;
  return {
    key: subjectKey(subject),
    name,
    sentence: phaseSentence(comparison, { name, isGoal: subject.kind === 'goal' }, locale),
    figures: compared && phaseFigureLine(compared, locale),
    notes: [...leftOutWords(leftOut, locale), ...phaseNotes(comparison)],
    comparison: compared,
  };
}

const subjectKey = (subject: ComparedSubject): string =>
  subject.kind === 'goal'
    ? `${subject.goalId}/${subject.scale}`
    : [subject.series.instrumentId, subject.series.instrumentVersion, subject.series.coding]
        .concat(subject.series.respondent)
        .join('/');

function subjectName(subject: ComparedSubject, { goalWords }: RowWords, saysVersion: boolean): string {
  if (subject.kind === 'goal') {
    const name = goalName(subject.goalId, goalWords);
    const scale = subject.scale === 'attainment' ? m.phases_scale_attainment() : m.phases_scale_ten();
    return saysVersion ? m.phases_subject_version({ subject: name, version: scale }) : name;
  }
  const name = measureName(subject.instrument.shortName, subject.series.respondent);
  const { instrumentVersion, coding } = subject.series;
  const version = m.phases_version({ version: instrumentVersion, coding });
  return saysVersion ? m.phases_subject_version({ subject: name, version }) : name;
}

const isOneOfSeveral = ({ subject }: ComparedLine, all: readonly ComparedLine[]): boolean =>
  subject.kind === 'measure' &&
  all.filter(
    ({ subject: other }) =>
      other.kind === 'measure' &&
      other.series.instrumentId === subject.series.instrumentId &&
      other.series.respondent === subject.series.respondent,
  ).length > 1;

function leftOutWords({ incomplete, afterStop, followUps }: LeftOut, locale: string): string[] {
  const say = (count: number, words: (inputs: { count: number; number: string }) => string): string[] =>
    count > 0 ? [words({ count, number: formatNumber(count, locale) })] : [];
  return [
    ...say(incomplete, m.phases_incomplete),
    ...say(afterStop, m.phases_after_stop),
    ...say(followUps, m.phases_follow_ups),
  ];
}
