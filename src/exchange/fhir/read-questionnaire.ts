// A FHIR R4 Questionnaire, as a file or pasted, becomes a draft for the builder: all of it or nothing, with everything said
// that was left out or has to be checked. Law: a value, a total or a threshold that the file does not give is not made up.
import type { Instrument } from '../../clinical/instruments/instrument.ts';
import { isKnownExtension } from './extensions.ts';
import { refused, type FhirNote, type FhirRefusal } from './fhir-problem.ts';
import { otherVersionIn } from './fhir-version.ts';
import type { ImportedAnswerSet, ImportedQuestionnaire } from './imported-questionnaire.ts';
import { titleOf, walkItems } from './item-tree.ts';
import { builtInOf, loincOf } from './known-items.ts';
import { NoteBook } from './note-book.ts';
import { parseShape } from './parse-shape.ts';
import { questionnaireSchema, type FhirQuestionnaire } from './questionnaire-schema.ts';
import { readQuestions, type Question } from './read-questions.ts';
import type { Resource } from './read-resource.ts';
import { readTotals, type ReadTotals } from './read-totals.ts';
import { structureProblem } from './structure-problem.ts';
import { readValueSets } from './value-sets.ts';

export type ReadQuestionnaire =
  | {
      readonly kind: 'questionnaire';
      readonly questionnaire: ImportedQuestionnaire;
      readonly notes: readonly FhirNote[];
      /** The instrument of Soundings that this is a copy of. */
      readonly builtIn: Instrument | null;
    }
  | { readonly kind: 'refused'; readonly why: FhirRefusal };

/** @param known the instruments that are recognised by their LOINC codes */
export function questionnaireOf(resource: Resource, known: readonly Instrument[]): ReadQuestionnaire {
  if (resource.resourceType !== 'Questionnaire')
    return refused({ kind: 'other-resource', resourceType: resource.resourceType });
  const version = otherVersionIn(resource);
  if (version) return refused(version);
  const shape = parseShape(questionnaireSchema, resource);
  if (shape.kind === 'refused') return shape;
  const file = shape.value;
  const structure = structureProblem(file);
  if (structure) return refused(structure);
  const valueSets = readValueSets(file);
  if (valueSets.kind === 'refused') return valueSets;

  const totals = readTotals(file, known);
  const notes = new NoteBook();
  const questions = readQuestions(file, { valueSets: valueSets.value, totals, known, notes });
  if (questions.length === 0) return refused({ kind: 'nothing-to-ask' });
  const stem = stemOf(file, questions, notes);
  return {
    kind: 'questionnaire',
    questionnaire: assemble(file, questions, totals, stem),
    notes: [...notesOnTotals(totals, questions), ...notes.all, ...noteOnExtensions(file)],
    builtIn: builtInOf(file, known),
  };
}

function assemble(
  file: FhirQuestionnaire,
  questions: readonly Question[],
  { subscales }: ReadTotals,
  stem: string | null,
): ImportedQuestionnaire {
  const answerSets = sharedSets(questions);
  const items = questions.map(({ answers, ...question }, index) => ({
    ...question,
    id: `i${index + 1}`,
    answerSetId: answerSets.find((set) => isSame(set.answers, answers))?.id ?? '',
  }));
  const isScored = (linkId: string): boolean =>
    items.some((item) => item.linkId === linkId && !item.unscored);
  return {
    name: (file.title ?? file.name ?? '').trim(),
    stem,
    language: file.language ?? null,
    copyright: file.copyright?.trim() ?? null,
    url: file.url ?? null,
    loinc: loincOf(file.code),
    answerSets,
    items,
    subscales: subscales
      .map(({ label, linkIds }, index) => ({
        id: `s${index + 1}`,
        label,
        itemIds: items
          .filter(({ linkId }) => linkIds.includes(linkId) && isScored(linkId))
          .map(({ id }) => id),
      }))
      .filter(({ itemIds }) => itemIds.length > 0),
  };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The same answers in the same order are one set, however often the file repeats them. */
function sharedSets(questions: readonly Question[]): ImportedAnswerSet[] {
  const sets: ImportedAnswerSet[] = [];
  for (const { answers } of questions) {
    if (!sets.some((set) => isSame(set.answers, answers))) sets.push({ id: `a${sets.length + 1}`, answers });
  }
  return sets;
}

/** What is printed before the first question: texts and headings. Whatever is printed later has no place and is named. */
function stemOf({ item }: FhirQuestionnaire, questions: readonly Question[], notes: NoteBook): string | null {
  const before: string[] = [];
  let isBefore = true;
  for (const placed of walkItems(item)) {
    const { linkId, type, text } = placed.item;
    if (questions.some((question) => question.linkId === linkId)) isBefore = false;
    if ((type !== 'display' && type !== 'group') || !text?.trim()) continue;
    if (isBefore) before.push(text.trim());
    else notes.add('texts-between', titleOf(placed.item));
  }
  return before.length > 0 ? before.join('\n') : null;
}

function notesOnTotals(
  { total, subscales, notRead }: ReadTotals,
  questions: readonly Question[],
): FhirNote[] {
  const notes: FhirNote[] = [];
  if (total) notes.push({ kind: 'total-read', count: questions.filter(({ unscored }) => !unscored).length });
  else if (notRead.length === 0) notes.push({ kind: 'no-total' });
  if (notRead.length > 0) notes.push({ kind: 'total-not-read', items: notRead });
  if (subscales.length > 0)
    notes.push({ kind: 'subscales-read', items: subscales.map(({ label }) => label) });
  return notes;
}

function noteOnExtensions(file: FhirQuestionnaire): FhirNote[] {
  const parts = [file, ...[...walkItems(file.item)].flatMap(({ item }) => [item, ...item.answerOption])];
  const ignored = parts.flatMap(({ extension }) => extension.filter((one) => !isKnownExtension(one)));
  const kinds = new Set(ignored.map(({ url }) => url)).size;
  return ignored.length > 0 ? [{ kind: 'extensions-ignored', count: ignored.length, kinds }] : [];
}
