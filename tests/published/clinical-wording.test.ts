// The words of the PHQ-9 and GAD-7 against published FHIR questionnaires. The copies differ from each other in dashes,
// question marks and commas, one has its own word here and there; every such place is named below, nothing is waved through.
import { afterAll, describe, expect, test } from 'vitest';
import { gad7 } from '../../src/clinical/instruments/gad-7/gad-7.ts';
import type { Instrument, Item } from '../../src/clinical/instruments/instrument.ts';
import { phq9 } from '../../src/clinical/instruments/phq-9/phq-9.ts';
import { readOracle, reportOracle } from './oracles.ts';

interface Translatable {
  readonly extension?: readonly {
    readonly extension?: readonly {
      readonly url: string;
      readonly valueCode?: string;
      readonly valueString?: string;
    }[];
  }[];
}

interface QuestionnaireItem {
  readonly linkId: string;
  readonly text?: string;
  readonly _text?: Translatable;
  readonly code?: readonly { readonly code: string }[];
  readonly answerOption?: readonly {
    readonly extension?: readonly { readonly url: string; readonly valueDecimal?: number }[];
    readonly valueCoding?: { readonly code: string; readonly display?: string };
  }[];
  readonly item?: readonly QuestionnaireItem[];
}

interface Questionnaire {
  readonly code?: readonly { readonly code: string }[];
  readonly item: readonly QuestionnaireItem[];
}

const read = (name: string): Questionnaire | null => readOracle<Questionnaire>(`fhir/${name}`);
const phq9Files = {
  'Questionnaire-PHQ9-cirg.json': read('Questionnaire-PHQ9-cirg.json'),
  'Questionnaire-PHQ9-lforms-R4.json': read('Questionnaire-PHQ9-lforms-R4.json'),
  'Questionnaire-PHQ9-lforms-weight.json': read('Questionnaire-PHQ9-lforms-weight.json'),
};
const bilingual = read('Questionnaire-PHQ9-mii-de-en.json');
const gad7File = read('Questionnaire-GAD7-cirg.json');

/** Letters and digits only: the words, whatever stands between them. */
const words = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A dash is a dash, with or without spaces round it; everything else counts. */
const oneKindOfDash = (text: string): string => text.replace(/\s*[—–]\s*|\s+-\s+/g, ' — ');

const itemOf = (questionnaire: Questionnaire | null, item: Item): QuestionnaireItem => {
  const found = questionnaire?.item.find(({ code }) => code?.some((coding) => coding.code === item.loinc));
  if (!found) throw new Error(`No item with LOINC ${item.loinc}`);
  return found;
};

const inEnglish = (text: Translatable | undefined): string =>
  text?.extension
    ?.map(({ extension = [] }) => extension)
    .find((parts) => parts.some(({ url, valueCode }) => url === 'lang' && valueCode === 'en'))
    ?.find(({ url }) => url === 'content')?.valueString ?? '';

const optionsOf = (item: QuestionnaireItem) =>
  (item.answerOption ?? []).map(({ extension = [], valueCoding }) => ({
    value: extension.find(({ url }) => url.endsWith('/ordinalValue'))?.valueDecimal,
    label: valueCoding?.display,
    loinc: valueCoding?.code,
  }));

const symptoms = (instrument: Instrument): readonly Item[] =>
  instrument.items.filter((item) => !item.unscored);
const difficulty = phq9.items.find((item) => item.unscored);

describe.skipIf(!bilingual)('the PHQ-9 says what its published copies say', () => {
  let ran = 0;
  afterAll(() => {
    if (bilingual) reportOracle('fhir/Questionnaire-PHQ9-*.json', ran);
  });

  test.each(Object.entries(phq9Files))('%s: every symptom word for word, every code', (_, questionnaire) => {
    for (const item of symptoms(phq9)) {
      expect(words(item.text)).toBe(words(itemOf(questionnaire, item).text ?? ''));
    }
    expect(questionnaire?.code?.[0]?.code).toBe(phq9.loinc?.panel);
    expect(questionnaire?.item.map(({ linkId }) => linkId)).toContain(`/${phq9.loinc?.total}`);
    ran += 1;
  });

  test.each(Object.entries(phq9Files))('%s: every answer, its value and its code', (_, questionnaire) => {
    for (const item of symptoms(phq9)) {
      expect(optionsOf(itemOf(questionnaire, item))).toEqual(item.options);
    }
    ran += 1;
  });

  test('the English of the bilingual copy is the same to the letter, dashes apart', () => {
    for (const item of phq9.items) {
      expect(oneKindOfDash(item.text)).toBe(oneKindOfDash(inEnglish(itemOf(bilingual, item)._text)));
    }
    ran += 1;
  });

  test('the instruction is that of the bilingual copy, which writes "two" for 2', () => {
    const theirs = inEnglish(bilingual?.item[0]?._text);
    expect(phq9.stem).toBe(theirs.replace('two weeks', '2 weeks'));
    ran += 1;
  });

  test('the difficulty item and its four answers are published, and it is not scored', () => {
    if (!difficulty) throw new Error('The PHQ-9 has a difficulty item');
    const theirs = itemOf(phq9Files['Questionnaire-PHQ9-cirg.json'], difficulty);
    expect(optionsOf(theirs).map(({ label, loinc }) => ({ label, loinc }))).toEqual(
      difficulty.options.map(({ label, loinc }) => ({ label, loinc })),
    );
    // This copy keeps "If you checked off any problems" in a help text of its own.
    expect(words(difficulty.text)).toBe(`if you checked off any problems ${words(theirs.text ?? '')}`);
    ran += 1;
  });
});

describe.skipIf(!gad7File)('the GAD-7 says what its published copy says', () => {
  const asQuestion = 'Over the past 2 weeks, how often have you been bothered by ';
  /** LOINC's answer for another question, in item 2 of this copy only. */
  const strayAnswer = { value: 2, label: 'More days than not', loinc: 'LA18938-3' };
  let ran = 0;
  afterAll(() => {
    if (gad7File) reportOracle('fhir/Questionnaire-GAD7-cirg.json', ran);
  });

  test('every symptom word for word and every code; this copy repeats the instruction in each item', () => {
    for (const item of gad7.items) {
      expect(asQuestion.toLowerCase() + item.text.toLowerCase() + '?').toBe(
        itemOf(gad7File, item).text?.toLowerCase(),
      );
    }
    expect(gad7File?.code?.[0]?.code).toBe(gad7.loinc?.panel);
    expect(gad7File?.item.map(({ linkId }) => linkId)).toContain(`/${gad7.loinc?.total}`);
    ran += 1;
  });

  test('the instruction has the same words, with "last" as on the printed form where LOINC has "past"', () => {
    expect(gad7.stem).toBe(`${asQuestion.replace('past', 'last').trim()} the following problems?`);
    ran += 1;
  });

  test('every answer, its value and its code; the stray answer of item 2 is not carried over', () => {
    for (const item of gad7.items) {
      const theirs = optionsOf(itemOf(gad7File, item));
      if (item.id === 'gad-7-2') {
        expect(theirs[2]).toEqual(strayAnswer);
        theirs[2] = { value: 2, label: 'More than half the days', loinc: 'LA6570-1' };
      }
      expect(theirs).toEqual(item.options);
    }
    ran += 1;
  });
});

if (!bilingual) {
  reportOracle('fhir/Questionnaire-*.json', 0);
  test.skip('wording of PHQ-9 and GAD-7: the oracle folder is absent', () => {});
}
