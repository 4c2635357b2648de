// A measure of the therapist's own while it is being typed: every field may be empty, half filled or unreadable. What is
// known of it becomes a definition; what is not known is left out, never invented (CLINICAL 3, layer C). Its items, where
// it has any, are in questionnaire-draft.ts; its range and step then follow from them.
import type { Better, ReliabilityKind } from '../../clinical/instruments/instrument.ts';
import type { OwnMeasureDefinition, OwnNorm } from '../../clinical/instruments/own-measure.ts';
import {
  newestFormat,
  problemsWithOwnMeasure,
  type OwnMeasureField,
  type OwnMeasureProblem,
} from '../../clinical/instruments/own-measure-problems.ts';
import {
  itemsOf,
  totalsOf,
  type OwnQuestionnaire,
  type Totals,
} from '../../clinical/instruments/own-questionnaire.ts';
import { problemsWithQuestionnaire } from '../../clinical/instruments/own-questionnaire-problems.ts';
import { isUnreadable, numberDraft, said, type NumberDraft } from './number-draft.ts';
import {
  newQuestionnaireDraft,
  questionnaireDraft,
  questionnaireOfDraft,
  type QuestionnaireDraft,
} from './questionnaire-draft.ts';

export interface BandDraft {
  /** For the list on the screen; not kept. */
  key: string;
  label: string;
  from: NumberDraft;
}

export interface NormDraft {
  mean: NumberDraft;
  sd: NumberDraft;
  source: string;
}

export interface MeasureDraft {
  name: string;
  shortName: string;
  measures: string;
  min: NumberDraft;
  max: NumberDraft;
  /** The step as text, for a choice: '1', '0.5', '0' (any decimal). */
  step: string;
  better: Better | null;
  cutOff: NumberDraft;
  /** Whether a total equal to the cut-off is clinical. */
  cutOffCounts: 'clinical' | 'neither';
  cutOffSource: string;
  reliableChange: NumberDraft;
  reliableChangeSource: string;
  reliability: NumberDraft;
  reliabilityKind: ReliabilityKind | null;
  reliabilitySource: string;
  sd: NumberDraft;
  clinical: NormDraft;
  functional: NormDraft;
  source: string;
  /** Whether only totals are entered, or answers item by item. */
  way: 'totals' | 'items';
  questionnaire: QuestionnaireDraft;
  bands: BandDraft[];
  bandsSource: string;
}

export type DraftField = OwnMeasureField | 'min' | 'max' | 'better' | 'reliabilityKind';

export interface DraftProblem {
  readonly field: DraftField;
  /** The answer set, item or subscale, where there are several. */
  readonly id?: string;
  readonly kind: OwnMeasureProblem['kind'] | 'missing' | 'needs-the-other';
}

type Details = Omit<OwnMeasureDefinition, 'id' | 'version' | 'name' | 'range' | 'step' | 'better'>;

const normDraft = (norm?: OwnNorm): NormDraft => ({
  mean: numberDraft(norm?.mean),
  sd: numberDraft(norm?.sd),
  source: norm?.source ?? '',
});

/** The draft of a definition, or an empty one where whole numbers are the usual step. */
export function measureDraft(from: Partial<OwnMeasureDefinition> = {}): MeasureDraft {
  return {
    name: from.name ?? '',
    shortName: from.shortName ?? '',
    measures: from.measures ?? '',
    min: numberDraft(from.range?.min),
    max: numberDraft(from.range?.max),
    step: String(from.step ?? 1),
    better: from.better ?? null,
    cutOff: numberDraft(from.cutOff?.value),
    cutOffCounts: (from.cutOff?.inclusive ?? true) ? 'clinical' : 'neither',
    cutOffSource: from.cutOff?.source ?? '',
    reliableChange: numberDraft(from.reliableChange?.points),
    reliableChangeSource: from.reliableChange?.source ?? '',
    reliability: numberDraft(from.reliability?.coefficient),
    reliabilityKind: from.reliability?.kind ?? null,
    reliabilitySource: from.reliability?.source ?? '',
    sd: numberDraft(from.sd),
    clinical: normDraft(from.norms?.clinical),
    functional: normDraft(from.norms?.functional),
    source: from.source ?? '',
    way: from.questionnaire ? 'items' : 'totals',
    questionnaire: from.questionnaire ? questionnaireDraft(from.questionnaire) : newQuestionnaireDraft(),
    bands: (from.bands ?? []).map(({ label, from: start }, index) => ({
      key: `b${index + 1}`,
      label,
      from: numberDraft(start),
    })),
    bandsSource: from.bandsSource ?? '',
  };
}

const withSource = (source: string): { source?: string } => {
  const given = said(source);
  return given === undefined ? {} : { source: given };
};

function normOf({ mean, sd, source }: NormDraft): OwnNorm | undefined {
  if (mean.value === null || sd.value === null) return undefined;
  return { mean: mean.value, sd: sd.value, ...withSource(source) };
}

/** Everything beside name, range, step and direction, as the definition keeps it. */
export function detailsOf(draft: MeasureDraft): Details {
  const clinical = normOf(draft.clinical);
  const functional = normOf(draft.functional);
  const { cutOff, reliableChange, reliability, reliabilityKind, sd } = draft;
  const shortName = said(draft.shortName);
  const measures = said(draft.measures);
  return {
    ...(shortName && { shortName }),
    ...(measures && { measures }),
    ...(cutOff.value !== null && {
      cutOff: {
        value: cutOff.value,
        inclusive: draft.cutOffCounts === 'clinical',
        ...withSource(draft.cutOffSource),
      },
    }),
    ...(reliableChange.value !== null && {
      reliableChange: { points: reliableChange.value, ...withSource(draft.reliableChangeSource) },
    }),
    ...(reliability.value !== null &&
      reliabilityKind && {
        reliability: {
          coefficient: reliability.value,
          kind: reliabilityKind,
          ...withSource(draft.reliabilitySource),
        },
      }),
    ...(sd.value !== null && { sd: sd.value }),
    ...((clinical || functional) && {
      norms: { ...(clinical && { clinical }), ...(functional && { functional }) },
    }),
    ...withSource(draft.source),
  };
}

/** The totals that the draft's measure can have: typed, or what its items give. Null while that is open. */
export function totalsOfDraft(draft: MeasureDraft): Totals | null {
  const { way, min, max, step } = draft;
  if (way === 'items') return totalsOfItems(questionnaireOfDraft(draft.questionnaire));
  if (min.value === null || max.value === null) return null;
  return { range: { min: min.value, max: max.value }, step: Number(step) };
}

/** Null too while an answer has no value yet. */
function totalsOfItems(questionnaire: OwnQuestionnaire): Totals | null {
  const totals = totalsOf(itemsOf(questionnaire), questionnaire.total);
  return totals && Number.isFinite(totals.range.min) && Number.isFinite(totals.range.max) ? totals : null;
}

/** Bands of which nothing is typed are not there. */
function bandsOfDraft({
  bands,
  bandsSource,
}: MeasureDraft): Pick<OwnMeasureDefinition, 'bands' | 'bandsSource'> {
  const typed = bands.filter(({ label, from }) => label.trim() !== '' || from.text.trim() !== '');
  if (typed.length === 0) return {};
  const source = said(bandsSource);
  return {
    bands: typed.map(({ label, from }) => ({ label: label.trim(), from: from.value ?? Number.NaN })),
    ...(source !== undefined && { bandsSource: source }),
  };
}

/** The definition that a draft stands for; null while its range or direction is open. */
export function definitionOfDraft(
  draft: MeasureDraft,
  id: string,
  version: string,
): OwnMeasureDefinition | null {
  const totals = totalsOfDraft(draft);
  if (!totals || draft.better === null) return null;
  const further = {
    ...bandsOfDraft(draft),
    ...(draft.way === 'items' && { questionnaire: questionnaireOfDraft(draft.questionnaire) }),
  };
  return {
    ...detailsOf(draft),
    ...(Object.keys(further).length > 0 && { format: newestFormat }),
    ...further,
    id,
    version,
    name: draft.name.trim(),
    ...totals,
    better: draft.better,
  };
}

function missing(draft: MeasureDraft): DraftProblem[] {
  const problems: DraftProblem[] = [];
  if (draft.name.trim() === '') problems.push({ field: 'name', kind: 'name-missing' });
  for (const field of draft.way === 'totals' ? (['min', 'max'] as const) : []) {
    if (draft[field].value === null && !isUnreadable(draft[field])) problems.push({ field, kind: 'missing' });
  }
  if (draft.better === null) problems.push({ field: 'better', kind: 'missing' });
  if (draft.reliability.value !== null && draft.reliabilityKind === null)
    problems.push({ field: 'reliabilityKind', kind: 'missing' });
  return problems;
}

function unreadable(draft: MeasureDraft): DraftProblem[] {
  const typed = draft.way === 'totals' ? (['min', 'max'] as const) : [];
  const fields = [...typed, 'cutOff', 'reliableChange', 'reliability', 'sd'] as const;
  const found: DraftProblem[] = fields
    .filter((field) => isUnreadable(draft[field]))
    .map((field) => ({ field, kind: 'not-a-number' }));
  for (const group of ['clinical', 'functional'] as const) {
    const { mean, sd } = draft[group];
    if (isUnreadable(mean) || isUnreadable(sd)) found.push({ field: `norms.${group}`, kind: 'not-a-number' });
    else if ((mean.value === null) !== (sd.value === null))
      found.push({ field: `norms.${group}`, kind: 'needs-the-other' });
  }
  return found;
}

/** Everything that keeps a draft from becoming a measure, named by the field it belongs to. */
export function draftProblems(draft: MeasureDraft): readonly DraftProblem[] {
  const own = [...missing(draft), ...unreadable(draft)];
  const known = new Set(own.map(({ field }) => field));
  return [...own, ...furtherProblems(draft).filter(({ field }) => !known.has(field))];
}

/** What clinical says; while there is no range yet, what it says of the items, which is why there is none. */
function furtherProblems(draft: MeasureDraft): readonly OwnMeasureProblem[] {
  const definition = definitionOfDraft({ ...draft, better: draft.better ?? 'lower' }, 'own-draft', '1');
  if (definition) {
    return problemsWithOwnMeasure(definition).filter(
      ({ field }) => field !== 'norms' || draft.better !== null,
    );
  }
  return draft.way === 'items' ? problemsWithQuestionnaire(questionnaireOfDraft(draft.questionnaire)) : [];
}
