// Every item of a file that can be asked with fixed answers, with what is known of it, and why the others are left out.
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import { titleOf, walkItems } from './item-tree.ts';
import { knownItem, loincOf, type KnownItem } from './known-items.ts';
import type { FhirItem, FhirQuestionnaire } from './questionnaire-schema.ts';
import { readAnswers, type ReadAnswer } from './read-answers.ts';
import type { NoteBook } from './note-book.ts';
import type { ReadTotals } from './read-totals.ts';
import type { ValueSets } from './value-sets.ts';

export interface Question {
  readonly linkId: string;
  readonly text: string;
  readonly answers: readonly ReadAnswer[];
  readonly unscored: boolean;
  readonly safetyAbove: number | null;
  readonly loinc: string | null;
}

export interface QuestionSources {
  readonly valueSets: ValueSets;
  readonly totals: ReadTotals;
  readonly known: readonly Instrument[];
  readonly notes: NoteBook;
}

export function readQuestions(
  { item }: Pick<FhirQuestionnaire, 'item'>,
  sources: QuestionSources,
): Question[] {
  return [...walkItems(item)].flatMap((placed) => readQuestion(placed.item, sources) ?? []);
}

function readQuestion(item: FhirItem, { valueSets, totals, known, notes }: QuestionSources): Question | null {
  if (item.type === 'group' || item.type === 'display' || totals.results.has(item.linkId)) return null;
  const title = titleOf(item);
  const kin = knownItem(item, known);
  const read = readAnswers(item, valueSets);
  if (read.kind === 'not-a-choice') return notes.add('not-a-choice', title);
  if (item.repeats) return notes.add('several-answers', title);
  if (item.enableWhen.length > 0) notes.add('conditions-ignored', title);
  if (item.type === 'open-choice') notes.add('free-text-dropped', title);

  const unscored = isUnscored(item, totals, kin, notes);
  const inFile = read.kind === 'answers' ? read.answers : [];
  const answers =
    withKnownValues(inFile, kin, title, notes) ?? numberedIfUnscored(inFile, unscored, title, notes);
  if (answers.length === 0) notes.add('answers-not-in-the-file', title);
  else if (answers.some(({ value }) => value === null)) notes.add('answers-without-values', title);
  else if (new Set(answers.map(({ value }) => value)).size < answers.length)
    notes.add('same-value-twice', title);
  return {
    linkId: item.linkId,
    text: title,
    answers,
    unscored,
    safetyAbove: safetyOf(kin, title, notes),
    loinc: loincOf(item.code),
  };
}

/** Said by the total of the file or, where that says nothing, known of the item. */
function isUnscored(
  { linkId, text }: FhirItem,
  totals: ReadTotals,
  kin: KnownItem | null,
  notes: NoteBook,
): boolean {
  if (totals.total) return !totals.total.includes(linkId);
  if (!kin?.item.unscored) return false;
  notes.add('unscored-known', text?.trim() || linkId, kin.instrument);
  return true;
}

/** Answers whose list is elsewhere, or that have no values, are known when the item is; each by its code. */
function withKnownValues(
  answers: readonly ReadAnswer[],
  kin: KnownItem | null,
  title: string,
  notes: NoteBook,
): readonly ReadAnswer[] | null {
  if (!kin || (answers.length > 0 && answers.every(({ value }) => value !== null))) return null;
  const { options } = kin.item;
  const found =
    answers.length === 0
      ? options.map(({ value, label, loinc }): ReadAnswer => ({
          value,
          label,
          ...(loinc && { code: loinc }),
        }))
      : answers.map((answer) => ({
          ...answer,
          value:
            answer.value ??
            options.find(({ loinc }) => loinc !== undefined && loinc === answer.code)?.value ??
            null,
        }));
  if (found.some(({ value }) => value === null)) return null;
  notes.add('answers-from-known', title, kin.instrument);
  return found;
}

/** Where nothing is added up a value is only a number to keep the answer by. */
function numberedIfUnscored(
  answers: readonly ReadAnswer[],
  unscored: boolean,
  title: string,
  notes: NoteBook,
): readonly ReadAnswer[] {
  if (!unscored || answers.length === 0 || answers.some(({ value }) => value !== null)) return answers;
  notes.add('numbered-in-order', title);
  return answers.map((answer, index) => ({ ...answer, value: index }));
}

function safetyOf(kin: KnownItem | null, title: string, notes: NoteBook): number | null {
  const safety = kin?.instrument.safetyItems.find(({ itemId }) => itemId === kin.item.id);
  if (!kin || !safety) return null;
  notes.add('safety-known', title, kin.instrument);
  return safety.above;
}
