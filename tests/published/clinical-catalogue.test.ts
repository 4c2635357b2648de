// What the sources of the main catalogue's instruments say beyond their worked examples, which lie beside the instruments
// (worked-examples.test.ts): every band, near misses, and how figures of different sources stand to each other.
import { describe, expect, test } from 'vitest';
import { auditC } from '../../src/clinical/instruments/audit-c/audit-c.ts';
import { cesdR } from '../../src/clinical/instruments/cesd-r/cesd-r.ts';
import type { Criterion, Instrument } from '../../src/clinical/instruments/instrument.ts';
import { pcPtsd5 } from '../../src/clinical/instruments/pc-ptsd-5/pc-ptsd-5.ts';
import { pcl5 } from '../../src/clinical/instruments/pcl-5/pcl-5.ts';
import { phq15 } from '../../src/clinical/instruments/phq-15/phq-15.ts';
import { phq4 } from '../../src/clinical/instruments/phq-4/phq-4.ts';
import { phq8 } from '../../src/clinical/instruments/phq-8/phq-8.ts';
import { phq9 } from '../../src/clinical/instruments/phq-9/phq-9.ts';
import { pswq } from '../../src/clinical/instruments/pswq/pswq.ts';
import { sideOfCutOff } from '../../src/clinical/change/side-of-cut-off.ts';
import { bandOf } from '../../src/clinical/scoring/band-of.ts';
import { meetsCriterion } from '../../src/clinical/scoring/meets-criterion.ts';
import { raisedSafetyItems } from '../../src/clinical/scoring/raised-safety-items.ts';
import { scoreResponse, scoreTotal } from '../../src/clinical/scoring/score-response.ts';
import { chooseCutOff } from '../../src/clinical/verdict/choose-cut-off.ts';

const times = (count: number, answer: number): number[] => Array.from({ length: count }, () => answer);

function totalOf(instrument: Instrument, answers: readonly (number | null)[]): number {
  const outcome = scoreResponse(instrument, answers);
  if (outcome.kind !== 'scored') throw new Error(outcome.kind);
  return outcome.total;
}

/** "clinical" or "functional" under the cut-off in use. */
function sideUnder(instrument: Instrument, total: number, sex?: 'female' | 'male'): string {
  const chosen = chooseCutOff(instrument, undefined, sex ? { sex } : {});
  return chosen.kind === 'used' ? sideOfCutOff(total, chosen.cutOff, instrument.better) : chosen.kind;
}

/** The answer whose LOINC code this is. */
const codeOf = (instrument: Instrument, item: number, loinc: string): number | null =>
  instrument.items[item]?.options.find((option) => option.loinc === loinc)?.value ?? null;

describe('PHQ-8 (Kroenke et al. 2009: 0 to 24, 10 or more)', () => {
  test('is the PHQ-9 without its ninth item, word for word', () => {
    expect(phq8.items.map(({ text }) => text)).toEqual(phq9.items.slice(0, 8).map(({ text }) => text));
    expect(phq8.safetyItems).toEqual([]);
  });
});

describe('PHQ-4 (NINDS: anxiety items 1 and 2, depression items 3 and 4)', () => {
  test.each([
    [2, 'none'],
    [3, 'mild'],
    [5, 'mild'],
    [6, 'moderate'],
    [8, 'moderate'],
    [9, 'severe'],
    [12, 'severe'],
  ])('%i is %s', (total, label) => {
    expect(bandOf(phq4, total)?.label).toBe(label);
  });
});

describe('PHQ-15', () => {
  test('5, 10 and 15 begin low, medium and high (Kroenke et al. 2002)', () => {
    const labels = [4, 5, 9, 10, 14, 15, 30].map((total) => bandOf(phq15, total)?.label);
    expect(labels).toEqual(['minimal', 'low', 'low', 'medium', 'medium', 'high', 'high']);
  });

  test('for somebody with periods the most is 30', () => {
    expect(totalOf(phq15, times(15, 2))).toBe(30);
  });
});

describe('PCL-5', () => {
  const [provisional] = pcl5.criteria ?? [];
  const isProvisional = (answers: readonly number[]): string =>
    meetsCriterion(pcl5, provisional as Criterion, answers).outcome;

  test('one B, one C, two D and two E rated "Moderately" meet the rule, and none of them can be spared', () => {
    const fewest = times(20, 0).with(0, 2).with(5, 2).with(7, 2).with(8, 2).with(14, 2).with(15, 2);
    expect(isProvisional(fewest)).toBe('met');
    for (const place of [0, 5, 7, 8, 14, 15]) expect(isProvisional(fewest.with(place, 1))).toBe('not-met');
  });

  test('15 points were reliable in one sample and 18 in the other; 28 or less is the other side (Marx et al. 2022)', () => {
    expect(pcl5.changeRules).toMatchObject([{ points: 18 }, { points: 15 }]);
    const cutOff = pcl5.cutOffs.find(({ id }) => id === 'marx-2022');
    if (!cutOff) throw new Error('no cut-off');
    expect([28, 29].map((total) => sideOfCutOff(total, cutOff, pcl5.better))).toEqual([
      'functional',
      'clinical',
    ]);
  });
});

describe('PC-PTSD-5', () => {
  test('3 is below the cut-off for men and at the one for women; without a sex both stand (Bovin et al. 2021)', () => {
    expect(sideUnder(pcPtsd5, 3, 'male')).toBe('functional');
    expect(sideUnder(pcPtsd5, 3, 'female')).toBe('clinical');
    expect(sideUnder(pcPtsd5, 3)).toBe('open');
  });
});

describe('AUDIT-C', () => {
  test('a published test by LOINC codes: "monthly or less", "5 or 6", "never" is 3: low for a man, not for a woman', () => {
    // cobaltplatform, QuestionnaireTypeTest, scoreAuditC_LowMale_MediumFemale.
    const answers = ['LA18926-8', 'LA18930-0', 'LA6270-8'].map((code, item) => codeOf(auditC, item, code));
    expect(answers).toEqual([1, 2, 0]);
    expect(sideUnder(auditC, 3, 'male')).toBe('functional');
    expect(sideUnder(auditC, 3, 'female')).toBe('clinical');
    expect(sideUnder(auditC, 3)).toBe('open');
  });
});

describe('CESD-R (its own explanation of the CESD-style score)', () => {
  test('every question belongs to one of nine groups', () => {
    const grouped = cesdR.subscales.flatMap(({ itemIds }) => itemIds);
    expect(cesdR.subscales).toHaveLength(9);
    expect([...grouped].sort()).toEqual(cesdR.items.map(({ id }) => id).sort());
  });

  test('"5–7 days" and "nearly every day for 2 weeks" count the same, and remain two answers', () => {
    expect(totalOf(cesdR, times(20, 3))).toBe(totalOf(cesdR, times(20, 4)));
    expect(cesdR.items[0]?.options.map(({ value }) => value)).toEqual([0, 1, 2, 3, 4]);
  });

  test('questions 14 and 15 ask for a conversation at any answer above none', () => {
    const answers = times(20, 0).with(13, 1).with(14, 4);
    expect(raisedSafetyItems(cesdR, answers)).toMatchObject([
      { item: { text: 'I wished I were dead.' }, answer: 1 },
      { item: { text: 'I wanted to hurt myself.' }, answer: 4 },
    ]);
  });
});

test('PSWQ: entered as a total, in whole points, and never from answers', () => {
  expect([15, 40.5].map((total) => scoreTotal(pswq, total).kind)).toEqual(['invalid', 'invalid']);
  expect(scoreResponse(pswq, [])).toEqual({ kind: 'invalid', problems: [{ kind: 'score-only' }] });
});
