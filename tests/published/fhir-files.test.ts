// Public FHIR files: every questionnaire becomes a measure that scores as published, every response is scored and held
// against the total that it states.
import { afterAll, describe, expect, test } from 'vitest';
import { draftProblems, definitionOfDraft, measureDraft } from '../../src/app/state/measure-draft.ts';
import { draftOfImported } from '../../src/app/state/questionnaire-draft.ts';
import { publishedInstruments } from '../../src/clinical/instruments/catalogue.ts';
import { ownMeasure, type OwnMeasureDefinition } from '../../src/clinical/instruments/own-measure.ts';
import { scoreResponse } from '../../src/clinical/scoring/score-response.ts';
import { answerKey, type AnswerKey } from '../../src/exchange/fhir/answer-key.ts';
import { readFhirFile } from '../../src/exchange/fhir/read-fhir-file.ts';
import { readOracle, readOracleText, reportOracle } from './oracles.ts';

interface IndexedFile {
  readonly file: string;
  readonly resourceType: string;
}
interface ScoringFile {
  readonly cases: readonly {
    readonly id: string;
    readonly instrument: string;
    readonly items: readonly (number | null)[];
    readonly published_total: number | null;
    readonly arithmetic: number;
    readonly trust: string;
  }[];
}

const index = readOracle<readonly IndexedFile[]>('fhir/_index.json');
const scoring = readOracle<ScoringFile>('expected/scoring.json');
const questionnaires = (index ?? []).filter(({ resourceType }) => resourceType === 'Questionnaire');
const published = publishedInstruments.map((instrument) => answerKey(instrument));

/** What a therapist adds to an imported questionnaire: a name that is their own, and the direction. */
function asMeasure(file: string): OwnMeasureDefinition {
  const read = readFhirFile(readOracleText(`fhir/${file}`) ?? '', publishedInstruments, []);
  if (read.kind !== 'questionnaire') throw new Error(`${file}: ${read.kind}`);
  const draft = measureDraft({ name: 'From a file', better: 'lower' });
  draft.way = 'items';
  draft.questionnaire = draftOfImported(read.questionnaire);
  expect(draftProblems(draft)).toEqual([]);
  const definition = definitionOfDraft(draft, 'own-from-a-file', '1');
  if (!definition) throw new Error(`${file}: no definition`);
  return definition;
}

function instrumentOf(definition: OwnMeasureDefinition) {
  const made = ownMeasure(definition);
  if (made.kind === 'problems') throw new Error(JSON.stringify(made.problems));
  return made.instrument;
}

const responses: readonly [file: string, total: number, stated: object | null][] = [
  ['QuestionnaireResponse-PHQ9-mii.json', 27, { kind: 'agrees', total: 27 }],
  ['QuestionnaireResponse-PHQ9-hl7-phr.json', 3, null],
  [
    'QuestionnaireResponse-PHQ9-hl7-sdc-wrong-total.json',
    10,
    { kind: 'disagrees', stated: 13, computed: 10 },
  ],
];

describe.skipIf(!index)('public FHIR files', () => {
  let ran = 0;
  afterAll(() => {
    if (index) reportOracle('fhir/*.json', ran);
  });

  test.each(questionnaires)('$file is known for what it is, and imports without a problem', ({ file }) => {
    const read = readFhirFile(readOracleText(`fhir/${file}`) ?? '', publishedInstruments, []);
    expect(read).toMatchObject({
      kind: 'questionnaire',
      builtIn: { id: file.includes('GAD7') ? 'gad-7' : 'phq-9' },
    });
    const instrument = instrumentOf(asMeasure(file));
    const isGad = file.includes('GAD7');
    expect(instrument.range).toEqual({ min: 0, max: isGad ? 21 : 27 });
    expect(instrument.step).toBe(1);
    expect(instrument.items.filter(({ unscored }) => !unscored)).toHaveLength(isGad ? 7 : 9);
    expect(instrument.items.filter(({ unscored }) => unscored)).toHaveLength(isGad ? 0 : 1);
    expect(instrument.safetyItems).toHaveLength(isGad ? 0 : 1);
    ran += 1;
  });

  test.each(questionnaires)('$file scores every published vector as it adds up', ({ file }) => {
    const instrument = instrumentOf(asMeasure(file));
    const name = file.includes('GAD7') ? 'GAD-7' : 'PHQ-9';
    const cases = (scoring?.cases ?? []).filter(
      (one) => one.instrument === name && !one.items.includes(null),
    );
    expect(cases.length).toBeGreaterThan(0);
    for (const { items, arithmetic, id } of cases) {
      const answers = instrument.items.map((item, place) => (item.unscored ? null : (items[place] ?? null)));
      expect(scoreResponse(instrument, answers), id).toMatchObject({ kind: 'scored', total: arithmetic });
      ran += 1;
    }
  });

  test.each(responses)('%s adds up to %i', (file, total, stated) => {
    const read = readFhirFile(readOracleText(`fhir/${file}`) ?? '', publishedInstruments, published);
    if (read.kind !== 'response') throw new Error(read.kind);
    expect(read.instrument.id).toBe('phq-9');
    expect(read.outcome).toMatchObject({ kind: 'scored', total });
    expect(read.stated).toEqual(stated);
    ran += 1;
  });

  test('a response is scored by the measure that was imported, when that is the one it answers', () => {
    const definition = asMeasure('Questionnaire-PHQ9-lforms-R4.json');
    const key: AnswerKey = answerKey(instrumentOf(definition), definition);
    const text = readOracleText('fhir/QuestionnaireResponse-PHQ9-hl7-phr.json') ?? '';
    const renamed = text.replaceAll(/"linkId": "/g, '"linkId": "/');
    const read = readFhirFile(renamed, publishedInstruments, [key]);
    if (read.kind !== 'response') throw new Error(read.kind);
    expect(read.instrument.id).toBe('own-from-a-file');
    expect(read.outcome).toMatchObject({ kind: 'scored', total: 3 });
    ran += 1;
  });
});

if (!index) {
  reportOracle('fhir/*.json', 0);
  test.skip('public FHIR files: the oracle folder is absent', () => {});
}
