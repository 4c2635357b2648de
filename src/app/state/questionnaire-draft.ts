// The items of a measure while they are being typed or have just come out of a file. Ids are kept from version to version;
// a number that is not there yet becomes NaN in the questionnaire, and clinical's checks say where it is wanted.
import type { TotalRule } from '../../clinical/instruments/instrument.ts';
import type {
  AnswerSet,
  OwnItem,
  OwnMissingRule,
  OwnQuestionnaire,
  OwnSubscale,
} from '../../clinical/instruments/own-questionnaire.ts';
import type { ImportedQuestionnaire } from '../../exchange/fhir/imported-questionnaire.ts';
import { numberDraft, said, type NumberDraft } from './number-draft.ts';

export interface AnswerDraft {
  /** For the list on the screen; not kept. */
  key: string;
  value: NumberDraft;
  label: string;
  code: string;
}

export interface AnswerSetDraft {
  id: string;
  answers: AnswerDraft[];
}

export interface ItemDraft {
  id: string;
  text: string;
  answerSetId: string;
  reversed: boolean;
  unscored: boolean;
  isSafety: boolean;
  safetyAbove: NumberDraft;
  loinc: string;
  linkId: string;
}

export interface SubscaleDraft {
  id: string;
  label: string;
  itemIds: string[];
  total: TotalRule['kind'];
  factor: NumberDraft;
}

export interface QuestionnaireDraft {
  stem: string;
  language: string;
  copyright: string;
  url: string;
  loinc: string;
  answerSets: AnswerSetDraft[];
  items: ItemDraft[];
  total: TotalRule['kind'];
  factor: NumberDraft;
  missing: OwnMissingRule['kind'];
  maxMissing: NumberDraft;
  rounding: 'none' | 'nearest';
  missingSource: string;
  subscales: SubscaleDraft[];
}

/** The next free id of a kind: 'i4' after 'i3'. Ids that are gone do not come back while a later one is there. */
export function nextId(letter: string, taken: readonly { readonly id: string }[]): string {
  const numbers = taken.map(({ id }) => Number(id.slice(1))).filter(Number.isFinite);
  return `${letter}${Math.max(0, ...numbers) + 1}`;
}

export const answerDraft = (value: number | null, label = '', code = ''): AnswerDraft => ({
  key: '',
  value: numberDraft(value),
  label,
  code,
});

/** Keys for the answers of a set; they only have to differ among themselves. */
export const answerSetDraft = (id: string, answers: readonly AnswerDraft[]): AnswerSetDraft => ({
  id,
  answers: answers.map((answer, index) => ({ ...answer, key: `k${index + 1}` })),
});

export const itemDraft = (id: string, answerSetId: string, text = ''): ItemDraft => ({
  id,
  text,
  answerSetId,
  reversed: false,
  unscored: false,
  isSafety: false,
  safetyAbove: numberDraft(null),
  loinc: '',
  linkId: '',
});

const emptyDraft: Omit<QuestionnaireDraft, 'answerSets' | 'items' | 'subscales'> = {
  stem: '',
  language: '',
  copyright: '',
  url: '',
  loinc: '',
  total: 'sum',
  factor: numberDraft(null),
  missing: 'require-all',
  maxMissing: numberDraft(null),
  rounding: 'none',
  missingSource: '',
};

/** One item and one set of four answers, 0 to 3, for a beginning. */
export const newQuestionnaireDraft = (): QuestionnaireDraft => ({
  ...structuredClone(emptyDraft),
  answerSets: [
    answerSetDraft(
      'a1',
      [0, 1, 2, 3].map((value) => answerDraft(value)),
    ),
  ],
  items: [itemDraft('i1', 'a1')],
  subscales: [],
});

const factorOf = (rule: TotalRule): NumberDraft =>
  numberDraft(rule.kind === 'scaled-sum' ? rule.factor : null);

export function questionnaireDraft(from: OwnQuestionnaire): QuestionnaireDraft {
  const { missing } = from;
  const prorates = missing.kind === 'prorate';
  return {
    stem: from.stem ?? '',
    language: from.language ?? '',
    copyright: from.copyright ?? '',
    url: from.url ?? '',
    loinc: from.loinc ?? '',
    answerSets: from.answerSets.map(({ id, answers }) =>
      answerSetDraft(
        id,
        answers.map(({ value, label, code }) => answerDraft(value, label, code)),
      ),
    ),
    items: from.items.map((item) => ({
      ...itemDraft(item.id, item.answerSetId, item.text),
      reversed: item.reversed ?? false,
      unscored: item.unscored ?? false,
      isSafety: item.safetyAbove !== undefined,
      safetyAbove: numberDraft(item.safetyAbove ?? null),
      loinc: item.loinc ?? '',
      linkId: item.linkId ?? '',
    })),
    total: from.total.kind,
    factor: factorOf(from.total),
    missing: missing.kind,
    maxMissing: numberDraft(prorates ? missing.maxMissing : null),
    rounding: prorates ? missing.rounding : 'none',
    missingSource: prorates ? missing.source : '',
    subscales: from.subscales.map(({ id, label, itemIds, total }) => ({
      id,
      label,
      itemIds: [...itemIds],
      total: total.kind,
      factor: factorOf(total),
    })),
  };
}

/** A file's questionnaire in the builder; what the file did not say stays open. */
export function draftOfImported(from: ImportedQuestionnaire): QuestionnaireDraft {
  return {
    ...structuredClone(emptyDraft),
    stem: from.stem ?? '',
    language: from.language ?? '',
    copyright: from.copyright ?? '',
    url: from.url ?? '',
    loinc: from.loinc ?? '',
    answerSets: from.answerSets.map(({ id, answers }) =>
      answerSetDraft(
        id,
        answers.map(({ value, label, code }) => answerDraft(value, label, code)),
      ),
    ),
    items: from.items.map(({ id, answerSetId, text, unscored, safetyAbove, loinc, linkId }) => ({
      ...itemDraft(id, answerSetId, text),
      unscored,
      isSafety: safetyAbove !== null,
      safetyAbove: numberDraft(safetyAbove),
      loinc: loinc ?? '',
      linkId,
    })),
    subscales: from.subscales.map(({ id, label, itemIds }) => ({
      id,
      label,
      itemIds: [...itemIds],
      total: 'sum',
      factor: numberDraft(null),
    })),
  };
}

const numberIn = ({ value }: NumberDraft): number => value ?? Number.NaN;

const totalRule = (kind: TotalRule['kind'], factor: NumberDraft): TotalRule =>
  kind === 'scaled-sum' ? { kind, factor: numberIn(factor) } : { kind };

function asItem(draft: ItemDraft): OwnItem {
  const loinc = said(draft.loinc);
  const linkId = said(draft.linkId);
  return {
    id: draft.id,
    text: draft.text.trim(),
    answerSetId: draft.answerSetId,
    ...(draft.reversed && !draft.unscored && { reversed: true }),
    ...(draft.unscored && { unscored: true }),
    ...(draft.isSafety && { safetyAbove: numberIn(draft.safetyAbove) }),
    ...(loinc !== undefined && { loinc }),
    ...(linkId !== undefined && { linkId }),
  };
}

const asAnswerSet = ({ id, answers }: AnswerSetDraft): AnswerSet => ({
  id,
  answers: answers.map(({ value, label, code }) => ({
    value: numberIn(value),
    label: label.trim(),
    ...(code !== '' && { code }),
  })),
});

const asSubscale = ({ id, label, itemIds, total, factor }: SubscaleDraft): OwnSubscale => ({
  id,
  label: label.trim(),
  itemIds: [...itemIds],
  total: totalRule(total, factor),
});

/** What the draft stands for, sets that no item uses left out. Numbers that are missing are NaN. */
export function questionnaireOfDraft(draft: QuestionnaireDraft): OwnQuestionnaire {
  const texts = (['stem', 'language', 'copyright', 'url', 'loinc'] as const).flatMap((field) => {
    const text = said(draft[field]);
    return text === undefined ? [] : [[field, text] as const];
  });
  const isUsed = ({ id }: AnswerSetDraft): boolean =>
    draft.items.some(({ answerSetId }) => answerSetId === id);
  return {
    ...Object.fromEntries(texts),
    answerSets: draft.answerSets.filter(isUsed).map(asAnswerSet),
    items: draft.items.map(asItem),
    total: totalRule(draft.total, draft.factor),
    missing:
      draft.missing === 'require-all'
        ? { kind: 'require-all' }
        : {
            kind: 'prorate',
            maxMissing: numberIn(draft.maxMissing),
            rounding: draft.rounding,
            source: draft.missingSource.trim(),
          },
    subscales: draft.subscales.map(asSubscale),
  };
}
