// What is wrong with a FHIR file, and what to look at in one that was read, in sentences.
import type { FhirNote, FhirRefusal, ItemNoteKind } from '../../../exchange/fhir/fhir-problem.ts';
import { m } from '../../paraglide/messages.js';
import { formatNumber } from '../../wording/format-total.ts';

const expectedWords: Readonly<Record<string, () => string>> = {
  string: m.fhir_expected_text,
  number: m.fhir_expected_number,
  array: m.fhir_expected_list,
  object: m.fhir_expected_object,
  boolean: m.fhir_expected_boolean,
};

/** A word out of the file, for a sentence: never the length of a book. */
const short = (text: string): string => (text.length > 120 ? `${text.slice(0, 120)}…` : text);

/** One sentence: what, and where. */
export function refusalWords(why: FhirRefusal): string {
  switch (why.kind) {
    case 'empty':
      return m.fhir_why_empty();
    case 'too-large':
      return m.fhir_why_too_large({ limit: formatNumber(why.limit) });
    case 'not-json':
      return why.line === null
        ? m.fhir_why_not_json()
        : m.fhir_why_not_json_line({ line: formatNumber(why.line) });
    case 'not-a-resource':
      return m.fhir_why_not_a_resource();
    case 'other-resource':
      return m.fhir_why_other({ type: short(why.resourceType) });
    case 'too-deep':
      return m.fhir_why_too_deep({ limit: formatNumber(why.limit) });
    case 'other-version':
      return why.version === 'R5' ? m.fhir_why_newer(why) : m.fhir_why_older(why);
    case 'wrong-type':
      return m.fhir_why_wrong_type({
        where: why.where,
        expected: (expectedWords[why.expected] ?? m.fhir_expected_other)(),
      });
    case 'missing-element':
      return m.fhir_why_missing({ where: why.where });
    case 'too-long':
      return m.fhir_why_too_long({ where: why.where, limit: formatNumber(why.limit) });
    case 'too-many-items':
      return m.fhir_why_too_many_items({ count: formatNumber(why.count), limit: formatNumber(why.limit) });
    case 'too-many-parts':
      return m.fhir_why_too_many_parts({
        where: why.where,
        count: formatNumber(why.count),
        limit: formatNumber(why.limit),
      });
    case 'too-many-answers':
      return m.fhir_why_too_many_answers({ where: why.where, limit: formatNumber(why.limit) });
    case 'same-link-id':
      return m.fhir_why_same_link({ id: short(why.linkId) });
    case 'depends-on-itself':
      return m.fhir_why_itself({ id: short(why.linkId) });
    case 'value-set-in-a-circle':
      return m.fhir_why_circle({ id: short(why.id) });
    case 'derived-from-itself':
      return m.fhir_why_derived();
    case 'modifier':
      return m.fhir_why_modifier({ where: why.where });
    case 'nothing-to-ask':
      return m.fhir_why_nothing();
    case 'entered-in-error':
      return m.fhir_why_in_error();
    case 'unknown-questionnaire':
      return m.fhir_why_unknown();
    case 'unknown-answer':
      return m.fhir_why_unknown_answer({ id: short(why.linkId) });
    case 'answered-twice':
      return m.fhir_why_twice({ id: short(why.linkId) });
  }
}

const aboutItems: Readonly<Record<ItemNoteKind, (instrument: { readonly instrument: string }) => string>> = {
  'total-not-read': m.fhir_note_total_not_read,
  'subscales-read': m.fhir_note_subscales,
  'answers-without-values': m.fhir_note_without_values,
  'answers-not-in-the-file': m.fhir_note_elsewhere,
  'answers-from-known': m.fhir_note_from_known,
  'same-value-twice': m.fhir_note_same_value,
  'numbered-in-order': m.fhir_note_numbered,
  'free-text-dropped': m.fhir_note_free_text,
  'not-a-choice': m.fhir_note_not_a_choice,
  'several-answers': m.fhir_note_several,
  'unscored-known': m.fhir_note_unscored,
  'safety-known': m.fhir_note_safety,
  'conditions-ignored': m.fhir_note_conditions,
  'texts-between': m.fhir_note_between,
};

export interface NoteWords {
  readonly sentence: string;
  readonly items: readonly string[];
}

export function noteWords(note: FhirNote): NoteWords {
  switch (note.kind) {
    case 'total-read':
      return { sentence: m.fhir_note_total_read({ ...counted(note.count) }), items: [] };
    case 'no-total':
      return { sentence: m.fhir_note_no_total(), items: [] };
    case 'extensions-ignored': {
      const kinds = formatNumber(note.kinds);
      return { sentence: m.fhir_note_extensions({ ...counted(note.count), kinds }), items: [] };
    }
    default: {
      const sentence = aboutItems[note.kind]({ instrument: note.instrument ?? '' });
      return { sentence, items: note.items.map(short) };
    }
  }
}

const counted = (count: number): { readonly count: number; readonly number: string } => ({
  count,
  number: formatNumber(count),
});
