// A measure of the therapist's own while it is being typed: every field may be empty, half filled or unreadable. What is
// known of it becomes a definition; what is not known is left out, never invented (CLINICAL 3, layer C).
import type { Better, ReliabilityKind } from '../../clinical/instruments/instrument.ts';
import type { OwnMeasureDefinition, OwnNorm } from '../../clinical/instruments/own-measure.ts';
import {
  problemsWithOwnMeasure,
  type OwnMeasureField,
  type OwnMeasureProblem,
} from '../../clinical/instruments/own-measure-problems.ts';

/** `text` is what stands in the field; `value` is null when that is empty or no number. */
export interface NumberDraft {
  value: number | null;
  text: string;
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
}

export type DraftField = OwnMeasureField | 'min' | 'max' | 'better' | 'reliabilityKind';

export interface DraftProblem {
  readonly field: DraftField;
  readonly kind: OwnMeasureProblem['kind'] | 'missing' | 'needs-the-other';
}

type Details = Omit<OwnMeasureDefinition, 'id' | 'version' | 'name' | 'range' | 'step' | 'better'>;

const number = (value?: number): NumberDraft => ({ value: value ?? null, text: String(value ?? '') });

const normDraft = (norm?: OwnNorm): NormDraft => ({
  mean: number(norm?.mean),
  sd: number(norm?.sd),
  source: norm?.source ?? '',
});

/** The draft of a definition, or an empty one where whole numbers are the usual step. */
export function measureDraft(from: Partial<OwnMeasureDefinition> = {}): MeasureDraft {
  return {
    name: from.name ?? '',
    shortName: from.shortName ?? '',
    measures: from.measures ?? '',
    min: number(from.range?.min),
    max: number(from.range?.max),
    step: String(from.step ?? 1),
    better: from.better ?? null,
    cutOff: number(from.cutOff?.value),
    cutOffCounts: (from.cutOff?.inclusive ?? true) ? 'clinical' : 'neither',
    cutOffSource: from.cutOff?.source ?? '',
    reliableChange: number(from.reliableChange?.points),
    reliableChangeSource: from.reliableChange?.source ?? '',
    reliability: number(from.reliability?.coefficient),
    reliabilityKind: from.reliability?.kind ?? null,
    reliabilitySource: from.reliability?.source ?? '',
    sd: number(from.sd),
    clinical: normDraft(from.norms?.clinical),
    functional: normDraft(from.norms?.functional),
    source: from.source ?? '',
  };
}

const isUnreadable = ({ value, text }: NumberDraft): boolean => value === null && text.trim() !== '';
const said = (text: string): string | undefined => text.trim() || undefined;
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

/** The definition that a draft stands for; null while its range or direction is open. */
export function definitionOfDraft(
  draft: MeasureDraft,
  id: string,
  version: string,
): OwnMeasureDefinition | null {
  const { min, max, better } = draft;
  if (min.value === null || max.value === null || better === null) return null;
  return {
    ...detailsOf(draft),
    id,
    version,
    name: draft.name.trim(),
    range: { min: min.value, max: max.value },
    step: Number(draft.step),
    better,
  };
}

function missing(draft: MeasureDraft): DraftProblem[] {
  const problems: DraftProblem[] = [];
  if (draft.name.trim() === '') problems.push({ field: 'name', kind: 'name-missing' });
  for (const field of ['min', 'max'] as const) {
    if (draft[field].value === null && !isUnreadable(draft[field])) problems.push({ field, kind: 'missing' });
  }
  if (draft.better === null) problems.push({ field: 'better', kind: 'missing' });
  if (draft.reliability.value !== null && draft.reliabilityKind === null)
    problems.push({ field: 'reliabilityKind', kind: 'missing' });
  return problems;
}

function unreadable(draft: MeasureDraft): DraftProblem[] {
  const fields = ['min', 'max', 'cutOff', 'reliableChange', 'reliability', 'sd'] as const;
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
  const definition = definitionOfDraft(draft, 'own-draft', '1');
  const known = new Set(own.map(({ field }) => field));
  const further = definition ? problemsWithOwnMeasure(definition) : [];
  return [...own, ...further.filter(({ field }) => !known.has(field))];
}
